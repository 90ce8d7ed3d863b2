"""Editions of small invented scans, as the tests open them."""

from random import Random

from marktscan.audience import Material, Selection
from marktscan.domain.answer import AnswerCode
from marktscan.domain.scan import Scan
from marktscan.pipeline import background_of
from marktscan.reporting.compose import compose
from marktscan.reporting.edition import edition, what_if
from marktscan.reporting.facts import Facts
from marktscan.reporting.variants import chosen
from marktscan.reporting.write import facts_of as readable
from marktscan.robustness.stress import stress
from tests.reporting import small

HOSTILE = "</script><script>alert(1)</script> <img src=x onerror=alert(2)> javascript:alert(3) {{ 7*7 }} 😀"


def facts_of(scan: Scan, name: str = "stuurgroep") -> Facts:
    """Everything one report may speak of."""
    results = small.results(scan)
    (variant,) = chosen(scan.project, (name,))
    material = Material(scan, results, stress(scan, results), (), background_of(scan, results))
    return readable(Selection(material), variant)


def edition_of(scan: Scan, name: str = "stuurgroep") -> str:
    """One edition as text."""
    facts = facts_of(scan, name)
    return edition(compose(facts), what_if(facts))


def many_vendors(count: int = 9) -> Scan:
    """Offers with answers of every kind, two of them the same so that they share a rank."""
    codes = "".join(code.value for code in AnswerCode)
    draw = Random(5)  # noqa: S311 (an example, no secret)
    answers = {f"pakket-{n}": "".join(draw.choices(codes, k=len(small.ROWS))) for n in range(count - 1)}
    return small.scan(answers=answers | {"tweeling": answers["pakket-0"]})

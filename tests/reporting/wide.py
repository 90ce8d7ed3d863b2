"""Scans of any size: so many municipalities and so many vendors, with everything computed."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from types import MappingProxyType

from marktscan.domain.answer import PriceLine
from marktscan.domain.conventions import SimulationRules
from marktscan.domain.scan import Submission
from marktscan.domain.source import Origin
from marktscan.pipeline import background_of, sureness
from marktscan.reporting.facts import Facts
from marktscan.reporting.variants import Variant
from marktscan.robustness import stress
from tests.reporting import small

NAMES = (
    "Aalsmeer",
    "Amstelveen",
    "Bergen op Zoom",
    "Capelle aan den IJssel",
    "Diemen",
    "Dongen",
    "Ede",
    "Franekeradeel",
    "Goes",
    "Hardinxveld-Giessendam",
    "IJsselstein",
    "Katwijk",
)
CODES = "SCPRMNO"


def answers(vendors: int) -> dict[str, str]:
    """The small scan's vendors first, then invented ones with every code; one vendor: the current system."""
    own = dict(small.ANSWERS) if vendors >= len(small.ANSWERS) else {"rx-enterprise": "SSSRRNRNSC"}
    others = {
        f"pakket-{place}-met-naam": "".join(CODES[(3 * place + (5 + place) * row) % 7] for row in range(10))
        for place in range(vendors - len(own))
    }
    return own | others


@cache
def wide(municipalities: int, vendors: int, own: str = "") -> Facts:
    """The report on this many, for all or for the municipality with this slug."""
    return facts(answers(vendors), municipalities, own)


def facts(
    given: Mapping[str, str],
    municipalities: int = 3,
    own: str = "",
    prices: Mapping[str, int] = MappingProxyType({}),
    **changes: object,
) -> Facts:
    """Everything computed from these answers, and from a price a year by vendor."""
    rules = SimulationRules(draws=500, seed=7)
    project = small.project(NAMES[:municipalities], **{"simulation": rules, **changes})
    made = small.scan(project, given)
    made = replace(made, submissions=tuple(_priced(s, prices) for s in made.submissions))
    results = small.results(made)
    background = replace(background_of(made, results), sureness=sureness(made, results))
    variant = Variant(f"gemeente-{own}" if own else "stuurgroep", own)
    return Facts(made, results, stress(made, results), (), variant, background)


def _priced(submission: Submission, prices: Mapping[str, int]) -> Submission:
    """With one line of costs a year for all municipalities together, when there is a price."""
    slug = submission.vendor.slug
    if slug not in prices:
        return submission
    place = Origin(f"vendors/{slug}/prices.xlsx", "Kosten", 2)
    line = PriceLine("Licentie", "", None, None, Decimal(prices[slug]), False, True, place, "")
    return replace(submission, prices=(line,))

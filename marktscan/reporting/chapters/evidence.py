"""How far the claims of one package are proved: a bar per level of the ladder."""

from fractions import Fraction

from marktscan.domain.assessment import Level
from marktscan.reporting.anchors import Figures
from marktscan.reporting.chapters.numbers import numbers
from marktscan.reporting.charts import Step, step_bars
from marktscan.reporting.charts.palette import EVIDENCE
from marktscan.reporting.facts import Facts
from marktscan.reporting.view import Figure, Table
from marktscan.wording.formats import list_of, number, percentage


def evidence(facts: Facts, vendor: str) -> Figure | None:
    """The levels with their shares; None where nothing is said to work today."""
    found = facts.background.claims.levels.get(vendor) if facts.background else None
    if not found:
        return None
    total = sum(found.values())
    shares = {level: Fraction(found[level], total) for level in Level}
    steps = [
        Step(level.value, percentage(share), 100 * share, fill)
        for (level, share), fill in zip(shares.items(), EVIDENCE, strict=True)
    ]
    spoken = list_of([f"{percentage(share)} {level.value}" for level, share in shares.items()])
    chart = step_bars(steps, alt=f"Bewijs bij {facts.product(vendor)}: {spoken}.", width=156)
    title = f"{percentage(shares[Level.CLAIMED])} is alleen geclaimd"
    return Figure(title, f"{number(total, 0)} ja-antwoorden naar bewijs", chart, _numbers(facts))


def _numbers(facts: Facts) -> Table:
    """The levels of every package."""
    levels = facts.background.claims.levels if facts.background else {}
    rows = (
        (facts.product(s.vendor.slug), *(number(levels[s.vendor.slug][level], 0) for level in Level))
        for s in facts.submissions
        if s.vendor.slug in levels
    )
    headings = ("Pakket", *(level.value.capitalize() for level in Level))
    return numbers("bewijs", "Ja-antwoorden naar bewijs", headings, rows, source=facts.origin(Figures.PROOF))

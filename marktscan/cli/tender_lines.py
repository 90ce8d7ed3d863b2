"""What the declared rules of a later tender would do, as lines of text; every formula with its warning."""

from collections.abc import Iterator

from marktscan.cli.terminal import columns
from marktscan.domain.conventions import PriceFormula
from marktscan.domain.costs import Costs
from marktscan.domain.project import Project
from marktscan.domain.tender import Award, Awarded
from marktscan.wording.formats import Exact, euro, list_of, number
from marktscan.wording.tender import WARNINGS, how_it_works, tie_break


def tender_lines(costs: Costs, project: Project) -> Iterator[str]:
    """A table per formula, with who is first when one offer less is there, and who takes no part."""
    if not any(item.offers for item in costs.awards):
        return
    rules, key = project.tender, project.keys[0].name
    yield f"Regels voor een latere aanbesteding ({key}). In deze verkenning telt geen prijs mee."
    for out in costs.left_out:
        yield f"Doet niet mee: {out.vendor} ({list_of(out.reasons)})."
    themes = {theme.code: theme.name for theme in project.themes}
    yield f"Bij een gelijke uitkomst beslist {tie_break(rules, themes)}."
    for item in costs.awards:
        chosen = " (gekozen)" if item.formula is rules.formula else ""
        yield from (
            "",
            f"Formule: {item.formula.value}{chosen}",
            *_table(item, rules.decimals),
            *_by_lot(item),
            *_without(item),
        )
        yield f"{how_it_works(item.formula, rules)} {WARNINGS[item.formula]}"


def _table(item: Award, decimals: int) -> list[str]:
    header = ("plaats", "leverancier", "prijspunten", "uitkomst", "met één aanbod minder")
    return columns(header, (_row(item, offer, decimals) for offer in item.offers), (0, 2, 3, 4))


def _row(item: Award, offer: Awarded, decimals: int) -> tuple[str, ...]:
    low, high = item.lowest[offer.vendor], item.highest[offer.vendor]
    band = f"{_shown(item, low)}–{_shown(item, high)}" if low != high else "gelijk"
    points = "" if item.formula is PriceFormula.AFTER_VALUE else number(offer.price_points, decimals)
    return str(offer.rank), offer.vendor, points, _shown(item, offer.outcome), band


def _shown(item: Award, outcome: Exact) -> str:
    """Under awarding on value the outcome is a price, else points."""
    return euro(outcome) if item.formula is PriceFormula.AFTER_VALUE else number(outcome)


def _by_lot(item: Award) -> Iterator[str]:
    if len(item.first) > 1:
        yield f"Het lot beslist tussen {list_of(item.first)}."


def _without(item: Award) -> Iterator[str]:
    for out in item.depends_on_others:
        if out not in item.first and (first := item.first_without[out]):
            yield f"Zonder {out} wordt eerste: {list_of(first)}."

"""Annex: every total of costs line by line, so that it can be redone with a calculator, with its cells."""

from collections.abc import Iterator, Mapping

from marktscan.domain.costs import VOLUMES
from marktscan.reporting.anchors import Figures
from marktscan.reporting.chapters.cost_sums import OWN, in_full, municipalities, sums_table
from marktscan.reporting.chapters.cost_tables import any_price
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import some_of
from marktscan.reporting.view import (
    Chapter,
    Column,
    Part,
    Row,
    Table,
    cell,
    head,
    paragraph,
    traced,
)
from marktscan.wording.formats import number, percentage

ANCHOR = "bijlage-kosten"
_DECIMALS = 10
"""Enough for every amount to the cent, and what a pocket calculator can take."""


def cost_annex(facts: Facts) -> Chapter | None:
    """Quantities, then a table per vendor; None where prices may not be seen or nobody gave any."""
    if facts.background is None or not facts.sees_prices or not any_price(facts.background.costs):
        return None
    costs = facts.background.costs
    tables = (sums_table(facts, costs.of(s.vendor.slug), s) for s in facts.submissions)
    explained = paragraph(*traced(_explained(facts), facts.origin(Figures.SETTINGS)))
    parts: tuple[Part, ...] = (explained, _declared(facts), *tables)
    title = "Elk totaal is een optelsum van regels met een cel"
    return Chapter(ANCHOR, "Kosten, regel voor regel", title, parts, style="annex figures")


def _explained(facts: Facts) -> str:
    """How a line is computed, with the number that yearly amounts are multiplied by."""
    rules = facts.project.costs
    factor = number(rules.growth, _DECIMALS).rstrip("0").removesuffix(",")
    rise = f", met elk jaar {percentage(rules.indexation, 1)} erbij" if rules.indexation else ""
    return (
        f"Een eenmalige regel is aantal × prijs. Een jaarlijkse regel is aantal × prijs × {factor}: "
        f"{rules.years} jaar{rise}. Elke regel is afgerond op een hele cent; daarna is er alleen opgeteld. "
        "Elders in dit rapport staan hele euro’s. Achter de prijs staan de cellen waar hij uit komt. "
        "Een prijs van € 0 staat er alleen als de hele regel € 0 is."
    )


def _declared(facts: Facts) -> Table:
    """What the municipalities declared themselves: numbers of units, and what they spend."""
    amounts = (Column(name, "num gap", 60) for name in municipalities(facts).values())
    columns = (Column("Aantal of bedrag", width=150), *amounts, Column("Waar het staat"))
    rows = (*_quantities(facts), *_own(facts))
    subtitle = f"Geldt voor elk pakket, of voor wat erachter staat. Uit {facts.project.source.file}"
    who = "de gemeenten zelf opgaven" if facts.several else "de gemeente zelf opgaf"
    return Table(f"Wat {who}", columns, rows, subtitle, "keep tight", anchor=OWN)


def _quantities(facts: Facts) -> Iterator[Row]:
    for name, numbers in facts.project.forms.price_sheet.volumes.items():
        shown = {slug: number(units, 0) for slug, units in numbers.items()}
        yield _row(facts, name, shown, f"{VOLUMES}{name}")


def _own(facts: Facts) -> Iterator[Row]:
    """What municipalities spend themselves, with the packages it belongs to when not to all."""
    for item in facts.project.costs.internal:
        with_ = some_of([facts.product(vendor) for vendor in item.vendors if facts.has(vendor)], 1)
        for often, amounts in (("eenmalig", item.one_off), ("per jaar", item.yearly)):
            if amounts:
                name = f"{item.kind}, euro {often}{f' ({with_})' if with_ else ''}"
                shown = {slug: in_full(amount) for slug, amount in amounts.items()}
                yield _row(facts, name, shown, "costs.internal")


def _row(facts: Facts, name: str, shown: Mapping[str, str], place: str) -> Row:
    numbers = (cell(shown.get(slug, "–"), style="num gap") for slug in municipalities(facts))
    return Row((head(name), *numbers, cell(place)))

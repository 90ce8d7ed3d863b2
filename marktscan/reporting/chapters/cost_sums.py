"""How the total of one vendor adds up: every line with its price and its cells, and a sum per section."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from marktscan.domain.conventions import TOGETHER
from marktscan.domain.costs import CostGap, CostTotal, VendorCosts
from marktscan.domain.scan import Submission
from marktscan.reporting.anchors import cost_anchor
from marktscan.reporting.chapters.cost_cells import places, sheet_of
from marktscan.reporting.chapters.cost_rows import CostRow, Entry, Section, cost_rows, missing_rows
from marktscan.reporting.chapters.cost_tables import TOTAL, scope
from marktscan.reporting.facts import Facts
from marktscan.reporting.view import Cell, Column, Link, Row, Table, cell, head
from marktscan.wording.formats import NO_BREAK_SPACE, number

OWN = "kosten-aantallen"
"""Where the table with quantities and with what municipalities spend themselves stands."""
_ALL = ""
_NONE = "–"
_SUMS = {
    Section.ONE_OFF: "Eenmalig",
    Section.YEARLY: "Jaarlijks, hele periode",
    Section.EXIT: "Vertrek",
    Section.INTERNAL: "Eigen kosten",
    Section.OPTIONS: "Opties, niet in het totaal",
}


def sums_table(facts: Facts, costs: VendorCosts, submission: Submission) -> Table:
    """The table of one vendor; a sum has the anchor of the figures that are printed elsewhere."""
    own = municipalities(facts)
    amounts = [Column(own[slug], "num", 60) for slug in _apart(facts)]
    together = () if facts.own else (Column("Samen" if facts.several else facts.whole, "num", 66),)
    columns = (
        Column("Kostensoort"),
        Column("Prijs", "num gap", 80),
        Column("Cel", width=48),
        *amounts,
        *together,
    )
    where = sheet_of(submission.prices_file, (source for line in costs.lines for source in line.sources))
    subtitle = f"Euro over {facts.project.costs.years} jaar. Cellen uit {where}"
    caption = f"{facts.product(submission.vendor.slug)}: zo telt het op"
    return Table(caption, columns, tuple(_rows(facts, costs)), subtitle, "tight")


def municipalities(facts: Facts) -> dict[str, str]:
    """The names of the municipalities of this report, by slug."""
    return {m.slug: m.name for m in ((facts.own,) if facts.own else facts.municipalities)}


def _apart(facts: Facts) -> tuple[str, ...]:
    """The municipalities with a column of their own; the only one there is has that of all together."""
    return tuple(municipalities(facts)) if facts.own or facts.several else ()


def _rows(facts: Facts, costs: VendorCosts) -> Iterator[Row]:
    """Every section with its sum, what is missing, and the total; options last."""
    own = tuple(municipalities(facts))
    found = cost_rows(costs, own if facts.own else (*own, _ALL))
    for section in Section:
        if section is Section.OPTIONS:
            yield from _missing(facts, costs.totals[scope(facts)].gaps)
            yield _total(facts, costs)
        yield from (_line(facts, row) for row in found[section])
        yield _sum(facts, costs, section, found[section])


def _line(facts: Facts, row: CostRow) -> Row:
    first = row.first
    amounts = [row.amount(slug) for slug in _apart(facts)]
    return Row(
        (
            head(f"{first.kind} × {first.units}" if row.in_units else first.kind),
            cell(_price(first), style="num gap"),
            cell(Link("zie boven", OWN) if first.section is Section.INTERNAL else places(row.cells)),
            *map(_amount, amounts if facts.own else [*amounts, row.total]),
        )
    )


def _amount(amount: Decimal | None) -> Cell:
    return cell(_NONE if amount is None else number(amount, 2), style="num")


def _price(entry: Entry) -> str:
    """The price of one unit; what municipalities spend themselves differs, and stands in the first table."""
    often = f"per{NO_BREAK_SPACE}jaar" if entry.yearly else ""
    if entry.section is Section.INTERNAL:
        return often or "eenmalig"
    return f"{in_full(entry.price.value)}{NO_BREAK_SPACE}{often}".rstrip()


def in_full(value: Decimal) -> str:
    """An amount with its cents, and with more decimals only where it has them."""
    exponent = value.normalize().as_tuple().exponent
    return number(value, max(2, -exponent if isinstance(exponent, int) else 0))


def _sum(facts: Facts, costs: VendorCosts, section: Section, rows: Sequence[CostRow]) -> Row:
    """What a section comes to; without a line it is 0 only when nothing is missing."""
    amounts = (
        number(section.of(total), 2) if total.complete or _counted(rows, slug) else _NONE
        for slug, total in _totals(facts, costs)
    )
    return _summing(_SUMS[section], amounts, cost_anchor(costs.vendor, section))


def _counted(rows: Sequence[CostRow], slug: str) -> bool:
    """Whether any line is for this municipality, or for all together."""
    return any(slug == TOGETHER or row.amount(slug) is not None for row in rows)


def _total(facts: Facts, costs: VendorCosts) -> Row:
    amounts = (_whole(total) for _, total in _totals(facts, costs))
    return _summing("Totaal", amounts, cost_anchor(costs.vendor, TOTAL))


def _whole(total: CostTotal) -> str:
    if total.total is None:
        return "onbekend"
    return f"{'' if total.complete else f'≥{NO_BREAK_SPACE}'}{number(total.total, 2)}"


def _totals(facts: Facts, costs: VendorCosts) -> list[tuple[str, CostTotal]]:
    """The totals of this report, each with its scope, in the order of the columns."""
    slugs = (*_apart(facts), *(() if facts.own else (TOGETHER,)))
    return [(slug, costs.totals[slug]) for slug in slugs]


def _summing(name: str, amounts: Iterable[str], anchor: str) -> Row:
    cells = (cell(amount, style="num strong") for amount in amounts)
    return Row((head(name, style="strong"), cell("", style="num gap"), cell(""), *cells), "total", anchor)


def _missing(facts: Facts, gaps: Sequence[CostGap]) -> Iterator[Row]:
    """What is not in the total, and where it should have stood."""
    for (kind, reason), found in missing_rows(gaps).items():
        where = {gap.municipality for gap in found}
        told = ["ontbreekt" if slug in where or _ALL in where else _NONE for slug in _apart(facts)]
        told += [] if facts.own else ["ontbreekt"]
        cells = (cell(word, style="num quiet") for word in told)
        place = places([gap.source for gap in found])
        yield Row((head(f"{kind}: {reason}"), cell(_NONE, style="num gap"), cell(place), *cells))

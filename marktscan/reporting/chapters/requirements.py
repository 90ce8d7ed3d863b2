"""Chapter: what the municipalities share and where they differ, strictest difference first."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from marktscan.domain.programme import JointRequirement, Status
from marktscan.domain.requirement import Kind, Requirement
from marktscan.reporting.anchors import Figures, requirement_anchor
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import capital, count, counted, shortened
from marktscan.reporting.view import (
    Cell,
    Chapter,
    Column,
    Link,
    Part,
    Row,
    Table,
    cell,
    head,
    joined,
    paragraph,
)
from marktscan.wording.formats import number, percentage

ANCHOR = "eisen"
_LONGEST = 150
_COMPACT = 105
_SHOWN = 10
"""Requirements of a table that hardly anybody reads to its end; the rest is named by code."""
_LISTED = {Status.PARTIAL: "het zwaarst wegen", Status.OTHER_WEIGHT: "het meest verschillen"}
"""The statuses with long lists, and which rows of it are shown."""
_WIDTH, _WIDTHS = 70, {Status.CONFLICT: 112, Status.OTHER_NORM: 82}
"""Points for a municipality: with a priority and a weight, and where its column may hold more than these."""
_ROOM = 334
"""Points for all municipalities beside the words of the requirement; more of them share it."""
_PRIORITIES = (
    "Must: dit moet. Should: dit hoort erbij. Could: dit mag. Won’t: dit hoeft nu niet en weegt niet. Het "
    "getal erachter is het gewicht dat de gemeente geeft, van 1 tot 5."
)
_MEANINGS = {
    Status.CONFLICT: ("Strijdig", "de gemeenten vragen het tegenovergestelde; er is een besluit nodig"),
    Status.PARTIAL: ("Niet bij elke gemeente", "alleen een of meer gemeenten vragen dit"),
    Status.OTHER_NORM: ("Andere norm", "dezelfde eis, maar met een andere norm of wet"),
    Status.OTHER_WEIGHT: ("Ander gewicht", "dezelfde eis; gewicht, soort of prioriteit verschilt"),
    Status.EQUAL: ("Gelijk", "elke gemeente vraagt precies hetzelfde"),
}


def requirements(facts: Facts) -> Chapter:
    """Counts per status and a table per difference."""
    rows = facts.scan.programme.rows
    tables = (
        part
        for status in Status
        if (own := _with(rows, status)) and status is not Status.EQUAL
        for part in _differing(facts, status, own)
    )
    parts: tuple[Part, ...] = (
        _counts(rows, facts.origin(Figures.REQUIREMENTS)),
        paragraph(_PRIORITIES, style="note"),
        *tables,
    )
    if not facts.several:
        parts = (
            paragraph("Er is één gemeente, dus er is niets te vergelijken. De eisen staan in de bijlage."),
        )
    if not rows:
        parts = (paragraph("Er zijn nog geen eisen gelezen."),)
    return Chapter(ANCHOR, "Eisen", _title(facts), parts)


def _with(rows: Sequence[JointRequirement], status: Status) -> list[JointRequirement]:
    return [row for row in rows if row.status is status]


def _title(facts: Facts) -> str:
    rows = facts.scan.programme.rows
    if not rows:
        return "Er zijn nog geen eisen"
    if not facts.several:
        return f"{facts.whole} stelt {counted(len(rows), 'eis', 'eisen')}"
    everywhere = sum(len(row.positions) == len(facts.municipalities) for row in rows)
    conflicts = len(_with(rows, Status.CONFLICT))
    shared = f"{number(everywhere, 0)} van de {number(len(rows), 0)} eisen gelden in elke gemeente"
    return (
        f"{shared}; {counted(conflicts, 'is', 'zijn')} strijdig"
        if conflicts
        else f"{shared}; geen is strijdig"
    )


def _counts(rows: Sequence[JointRequirement], source: str) -> Table:
    columns = (
        Column("Verhouding", width=126),
        Column("Betekenis"),
        Column("Eisen", "num", 48),
        Column("Deel", "num", 48),
    )
    return Table(
        "Zo verhouden de eisen zich",
        columns,
        tuple(_count(rows, status) for status in Status),
        "Elke gezamenlijke eis komt één keer voor; de eigen rijen van de gemeenten blijven bewaard.",
        "keep",
        source=source,
    )


def _count(rows: Sequence[JointRequirement], status: Status) -> Row:
    name, meaning = _MEANINGS[status]
    amount = len(_with(rows, status))
    share = percentage(Fraction(amount, len(rows)) if rows else 0)
    return Row((head(name), cell(meaning), cell(number(amount, 0), style="num"), cell(share, style="num")))


def _differing(facts: Facts, status: Status, rows: Sequence[JointRequirement]) -> Iterator[Part]:
    """A table of one status; of a long list the most telling, and the codes of the rest."""
    shown = sorted(rows, key=_telling, reverse=True)[:_SHOWN] if status in _LISTED else rows
    kept = [row for row in rows if row in shown]
    yield _table(facts, status, len(rows), kept)
    rest = [row for row in rows if row not in kept]
    if rest:
        links = joined([(Link(row.id, requirement_anchor(row.id)),) for row in rest], ", ")
        others = counted(len(rest), "andere eis", "andere eisen")
        yield paragraph(f"De {others} in de bijlage: ", *links, ".", style="note")


def _telling(row: JointRequirement) -> tuple[int, ...]:
    """How much hangs on it: knock-outs first, then (where all ask it) kind and weights apart, then weight."""
    asked = row.positions.values()
    weights = [position.weight or 0 for position in asked]
    hard = {position.knock_out for position in asked}
    apart = (len(hard), len({p.kind for p in asked}), max(weights) - min(weights))
    return (*(apart if row.status is Status.OTHER_WEIGHT else ()), any(hard), max(weights))


def _table(facts: Facts, status: Status, amount: int, rows: Sequence[JointRequirement]) -> Table:
    """One status: each municipality's position on every row; `amount` counts those not shown too."""
    name, meaning = _MEANINGS[status]
    some = f" Hier de {count(len(rows))} die {_LISTED[status]}." if amount > len(rows) else ""
    columns = (
        Column("Eis", width=46),
        Column("Tekst"),
        *(Column(m.name, width=_width(facts, status)) for m in facts.municipalities),
    )
    body = tuple(_row(facts, row) for row in rows)
    caption = f"{name}: {counted(amount, 'eis', 'eisen')}"
    return Table(
        caption,
        columns,
        body,
        f"{capital(meaning)}. Per gemeente: prioriteit en gewicht.{some}",
        "spaced",
    )


def _width(facts: Facts, status: Status) -> int:
    return max(_WIDTH, min(_WIDTHS.get(status, _WIDTH), _ROOM // len(facts.municipalities)))


def _row(facts: Facts, row: JointRequirement) -> Row:
    positions = (_position(row, row.positions.get(m.slug)) for m in facts.municipalities)
    link = Link(row.id, requirement_anchor(row.id))
    longest = _LONGEST if row.status is Status.CONFLICT else _COMPACT
    return Row((head(link), cell(shortened(row.text, longest)), *positions))


def _position(row: JointRequirement, position: Requirement | None) -> Cell:
    if position is None:
        return cell("–", style="quiet")
    kind = "wens, " if position.kind is Kind.WISH else ""
    weight = "?" if position.weight is None else position.weight
    hard = ", knock-out" if position.knock_out else ""
    said = f"{kind}{position.priority.value if position.priority else 'geen prioriteit'} {weight}{hard}"
    norm = f"; {position.norm}" if position.norm and row.status is Status.OTHER_NORM else ""
    own = row.status is Status.CONFLICT and position.text != row.text
    return cell(f"{said}{norm}{f': “{position.text}”' if own else ''}")

"""Chapter: what every package must show in the demonstration, what decides most first."""

from collections.abc import Iterator, Sequence

from marktscan.domain.claims import Unproved
from marktscan.reporting.anchors import requirement_anchor
from marktscan.reporting.chapters.over_time import whose_ranking
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import capital, count, counted, shortened, verb
from marktscan.reporting.view import Chapter, Column, Link, Part, Row, Table, cell, head, paragraph
from marktscan.wording.formats import list_of, number

ANCHOR = "demo"
_MOST = 8
_LONGEST = 105
_POINTS = "Punten: wat de score verliest als het niet blijkt te werken (een streepje: niets)"


def demo(facts: Facts) -> Chapter | None:
    """A list per package; None where claims were not weighed."""
    if facts.background is None or not facts.submissions:
        return None
    found = facts.background.claims
    asked = {s.vendor.slug: found.to_check(s.vendor.slug) for s in facts.submissions}
    level = facts.project.assessing.minimum_level.value
    said = (
        f"Een ja van een leverancier is een bewering. Hieronder staat wat nog niet is {level}. Eerst wat een "
        "knock-out is, dan wat de meeste punten scheelt. Laat elk pakket dezelfde opdrachten doen. "
        f"{_POINTS}, {whose_ranking(facts)}."
    )
    tables = tuple(_table(facts, vendor, items) for vendor, items in asked.items() if items)
    shown: tuple[Part, ...] = tables or (paragraph("Er is geen bewering meer om na te gaan."),)
    return Chapter(
        ANCHOR, "Lijst voor de demo", _title(facts, asked), (paragraph(said), *shown), style="annex"
    )


def _title(facts: Facts, asked: dict[str, tuple[Unproved, ...]]) -> str:
    hard = {item.requirement for items in asked.values() for item in items if item.knock_outs}
    if not any(asked.values()):
        return "Elke bewering die telt, is bewezen"
    if not hard:
        return "Er staat geen knock-out op de lijst, wel wat de score kan veranderen"
    shown = counted(len(hard), "knock-out", "knock-outs")
    return capital(f"{shown} {verb(len(hard), 'moet', 'moeten')} in de demo nog worden aangetoond")


def _table(facts: Facts, vendor: str, items: Sequence[Unproved]) -> Table:
    columns = (
        Column("Eis", width=50),
        Column("Laat zien"),
        Column("Antwoord", width=44),
        Column("Bewezen tot", width=68),
        Column("Knock-out bij", width=88),
        Column("Punten", "num", 34),
    )
    rest = len(items) - _MOST
    more = f"Daarna nog {count(rest)} met minder gevolg" if rest > 0 else ""
    amount = counted(len(items), "bewering", "beweringen")
    return Table(
        f"{facts.product(vendor)}: {amount} om na te gaan",
        columns,
        tuple(_rows(facts, items[:_MOST])),
        more,
        "keep",
    )


def _rows(facts: Facts, items: Sequence[Unproved]) -> Iterator[Row]:
    for item in items:
        hard = [m.name for m in facts.municipalities if m.slug in item.knock_outs]
        yield Row(
            (
                head(Link(item.requirement, requirement_anchor(item.requirement))),
                cell(shortened(facts.text_of(item.requirement), _LONGEST)),
                cell(item.code.value),
                cell(item.level.value),
                cell(_where(facts, hard)),
                cell(number(stake) if (stake := item.stakes.get(facts.view)) else "–", style="num"),
            )
        )


def _where(facts: Facts, names: Sequence[str]) -> str:
    """The municipalities by name; "alle" when there are several and none is missing."""
    if len(names) == len(facts.municipalities) > 1:
        return "alle"
    return list_of(names) or "–"

"""What decides alone: one municipality, assessor or theme left out, one answer a step higher or lower."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from marktscan.domain.sureness import DecisiveAnswer, LeftOut, Sureness, WithoutOne
from marktscan.reporting.anchors import Figures, requirement_anchor
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import capital, count, counted, lower_first, some_of
from marktscan.reporting.view import Column, Heading, Link, Part, Row, Table, cell, head, paragraph
from marktscan.wording.formats import list_of, points

_MOST = 5
"""Answers in the table: those that move most points."""
_NAMED = 3
"""Rankings named one by one."""
_STEP = "Een stap is de volgende waarde van de schaal, hoger of lager."


def alone(facts: Facts) -> tuple[Part, ...]:
    """Both tables, or the sentence that there is nothing to put in one; nothing when it was not computed."""
    found = facts.background.sureness if facts.background else None
    if found is None:
        return ()
    return (*_without_one(facts, found), *_answers(facts, found))


def _without_one(facts: Facts, found: Sureness) -> Iterator[Part]:
    """Only what changes a first place; what changes it the same way in several rankings in one row."""
    shown = [item for item in found.without_one if concerns(facts, item.ranking)]
    rankings: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for item in shown:
        names = rankings[_left_out(facts, item), item.first] if item.first_changed else []
        names += [] if item.ranking in names else [item.ranking]
    changed = {key: names for key, names in rankings.items() if names}
    if changed:
        yield _changes(facts, changed)
    elif shown:
        yield Heading("Niets beslist alleen over een eerste plaats", style="next")
        yield paragraph(f"{_each_in_turn(facts)} Elke eerste plaats bleef zoals zij is.")


def concerns(facts: Facts, ranking: str) -> bool:
    """Whether a ranking is in this report: that of its reader, and the joint ones."""
    return facts.own is None or ranking == facts.own.slug or ranking.startswith("key:")


def _left_out(facts: Facts, item: WithoutOne) -> str:
    """What was left out; who an assessor is stays out of the report."""
    match item.kind:
        case LeftOut.MUNICIPALITY:
            return facts.project.municipality(item.name).name
        case LeftOut.ASSESSOR:
            return "Eén beoordelaar"
        case LeftOut.THEME:
            return facts.project.theme(item.name).name


def _changes(facts: Facts, changed: dict[tuple[str, tuple[str, ...]], list[str]]) -> Table:
    rows = tuple(
        Row((head(what), cell(where(facts, names)), cell(_products(facts, first) or "niemand")))
        for (what, first), names in changed.items()
    )
    columns = (Column("Zonder", width=150), Column("In de rangorde van"), Column("Dan bovenaan", width=120))
    subtitle = f"{_each_in_turn(facts)} Wat de eerste plaats laat zoals zij is, staat er niet bij"
    source = facts.origin(Figures.TIPPING)
    return Table("Zonder dit ene staat een ander bovenaan", columns, rows, subtitle, "spaced", source=source)


def _each_in_turn(facts: Facts) -> str:
    one = "gemeente, " if facts.several else ""
    return f"Steeds is één {one}beoordelaar of thema weggelaten."


def where(facts: Facts, rankings: Sequence[str]) -> str:
    """The rankings by name: municipalities by name, then all together under each key."""
    own = [m.name for m in facts.municipalities if m.slug in rankings]
    keys = [key.name for key in facts.project.keys if facts.several and f"key:{key.code}" in rankings]
    some = some_of(own, _NAMED) if own else ""
    joint = f"samen ({' en '.join(map(lower_first, keys))})" if keys else ""
    return "; ".join(filter(None, (some, joint)))


def _products(facts: Facts, vendors: Sequence[str]) -> str:
    return list_of([facts.product(vendor) for vendor in vendors])


def _answers(facts: Facts, found: Sureness) -> Iterator[Part]:
    """The answers that move most points, of the municipalities of this report."""
    own = [item for item in found.decisive if concerns(facts, item.municipality)]
    whose = f"de volgorde in {facts.own.name}" if facts.own and facts.several else "een volgorde"
    if not own:
        yield Heading(f"Geen enkel antwoord verandert met één stap {whose}", style="next")
        yield paragraph(f"{_STEP} Geen pakket komt dan gelijk met een ander, of erlangs.")
        return
    heaviest = sorted(own, key=lambda item: -abs(item.points))[:_MOST]
    columns = (
        Column("Gemeente", width=70),
        Column("Eis", width=60),
        Column("Pakket", width=120),
        Column("Punten", "num gap", 52),
        Column("Komt dan gelijk met, of voorbij"),
    )
    said = counted(len(own), "antwoord verandert", "antwoorden veranderen")
    most = f". Hier staan de {count(_MOST)} die het meest verschuiven" if len(own) > _MOST else ""
    subtitle = f"{_STEP} Punten: zoveel verschuift de score in die gemeente{most}"
    rows = tuple(_answer(facts, item) for item in heaviest)
    title = capital(f"{said} met één stap {whose}")
    yield Table(title, columns, rows, subtitle, "keep spaced", source=facts.origin(Figures.TIPPING))


def _answer(facts: Facts, item: DecisiveAnswer) -> Row:
    return Row(
        (
            head(facts.project.municipality(item.municipality).name),
            cell(Link(item.requirement, requirement_anchor(item.requirement))),
            cell(facts.product(item.vendor)),
            cell(points(item.points, 2), style="num gap"),
            cell(some_of([facts.product(vendor) for vendor in item.others], _NAMED)),
        )
    )

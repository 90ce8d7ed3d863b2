"""Chapter: how sure the outcome is: tipping points, leaving one vendor out, coverage and intervals."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from marktscan.domain.project import Municipality
from marktscan.domain.results import TippingPoint
from marktscan.domain.scan import Submission
from marktscan.reporting import verdict
from marktscan.reporting.anchors import score_anchor
from marktscan.reporting.chapters.beside import beside_the_scores
from marktscan.reporting.chapters.simulated import simulated
from marktscan.reporting.chapters.sureness import NOT_SIMULATED, coverage_sentence, distance, holds_table
from marktscan.reporting.charts import WeightRange, axis_for, weight_ranges
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import count, counted
from marktscan.reporting.view import (
    Cell,
    Chapter,
    Column,
    Figure,
    Part,
    Row,
    SideBySide,
    Table,
    cell,
    head,
    led,
    paragraph,
)
from marktscan.wording.formats import list_of, number, percentage

ANCHOR = "zekerheid"
_NAMED = 3
"""Municipalities that fit in a title."""
_NEAREST = 6
"""Themes in the picture of tipping points: those whose weight has to move least."""


def certainty(facts: Facts) -> Chapter:
    """What the simulation says, then everything exact."""
    if not facts.scored:
        return Chapter(
            ANCHOR,
            "Hoe zeker",
            "Zonder scores is er geen zekerheid te berekenen",
            (paragraph(NOT_SIMULATED),),
        )
    if len(facts.joint.scored) == 1:
        said = "Er is maar één pakket met een score. Dan valt er niets te vergelijken."
        parts: tuple[Part, ...] = (
            paragraph(said),
            paragraph(coverage_sentence(facts)),
            *beside_the_scores(facts),
        )
        return Chapter(ANCHOR, "Hoe zeker", "Er is geen tweede pakket om mee te vergelijken", parts)
    turning = [m for m in _asked(facts) if _turning(facts, m.slug)]
    parts = (
        *(simulated(facts) or (paragraph(NOT_SIMULATED),)),
        paragraph(_introduction()),
        holds_table(facts),
        *_pairwise([weight_figure(facts, m) for m in turning]),
        _left_out(facts),
        paragraph(coverage_sentence(facts)),
        *((_coverage(facts),) if facts.unknown else ()),
        *beside_the_scores(facts),
    )
    return Chapter(ANCHOR, "Hoe zeker", _title(facts), parts)


def _asked(facts: Facts) -> Sequence[Municipality]:
    """Whose rankings this report goes into."""
    return (facts.own,) if facts.own else facts.municipalities


def _pairwise(figures: Sequence[Figure]) -> Iterator[Part]:
    """The pictures two by two."""
    for at in range(0, len(figures), 2):
        yield SideBySide(tuple((6, (figure,)) for figure in figures[at : at + 2]))


def weight_figure(facts: Facts, municipality: Municipality) -> Figure:
    """How far the weights of the nearest themes can move; the table behind it has all of them."""
    found = _turning(facts, municipality.slug)
    shown = [_range(facts, point) for point in found[:_NEAREST]]
    bounds = [bound for row in shown for bound in (row.weight, row.low, row.high) if bound is not None]
    spoken = "; ".join(f"{row.label} {row.value}" for row in shown)
    chart = weight_ranges(
        shown, axis_for([0, *bounds]), alt=f"Omslagpunten in {municipality.name}: {spoken}."
    )
    leader = verdict.leaders(facts, facts.ranking(municipality.slug))
    title = f"{municipality.name}: zo ver kan elk gewicht schuiven"
    subtitle = f"{leader} blijft bovenaan binnen de balk; stip: het gewicht nu, in procenten"
    return Figure(title, subtitle, chart, _tipping_table(facts, municipality))


def _range(facts: Facts, point: TippingPoint) -> WeightRange:
    low, high = (None if bound is None else 100 * bound for bound in (point.lower, point.upper))
    now = percentage(point.weight)
    ends = f"{number(low or 0, 0)}–{number(high if high is not None else 100, 0)}"
    value = f"{now} ({ends})"
    return WeightRange(facts.project.theme(point.theme).name, value, 100 * point.weight, low, high)


def _introduction() -> str:
    return (
        "Een omslagpunt is het gewicht van een thema waarbij een ander pakket bovenaan komt. "
        "De andere thema’s houden dan hun onderlinge verhouding."
    )


def _title(facts: Facts) -> str:
    steady = [m.name for m in facts.municipalities if not _turning(facts, m.slug)]
    if len(steady) == len(facts.municipalities):
        return "Geen enkel thema kan alleen de eerste plaats veranderen"
    turning = [m.name for m in facts.municipalities if m.name not in steady]
    where = list_of(turning)
    if len(turning) > _NAMED:
        where = f"{count(len(turning))} van de {count(len(facts.municipalities))} gemeenten"
    return f"In {where} kan één thema de eerste plaats veranderen"


def _turning(facts: Facts, municipality: str) -> list[TippingPoint]:
    """The themes that can change first place, soonest first."""
    own = (t for t in facts.stress.tipping_points if t.municipality == municipality)
    found = [(distance(t), t) for t in own]
    return [t for away, t in sorted(((a, t) for a, t in found if a is not None), key=lambda pair: pair[0])]


def _tipping_table(facts: Facts, municipality: Municipality) -> Table:
    columns = (
        Column("Thema"),
        Column("Gewicht nu", "num gap", 60),
        Column("Bij minder gewicht bovenaan", width=132),
        Column("Bij meer gewicht bovenaan", width=132),
    )
    rows = tuple(_tipping_row(facts, point) for point in _turning(facts, municipality.slug))
    leader = verdict.leaders(facts, facts.ranking(municipality.slug))
    able = counted(len(rows), "thema kan", "thema’s kunnen")
    title = f"{municipality.name}: {able} {leader} van de eerste plaats halen"
    return Table(
        title,
        columns,
        rows,
        "Kleinste verschuiving eerst; thema’s zonder omslagpunt staan er niet bij.",
        anchor=f"omslagpunten-{municipality.slug}",
    )


def _tipping_row(facts: Facts, point: TippingPoint) -> Row:
    target = score_anchor(point.municipality, point.theme)
    return Row(
        (
            head(facts.project.theme(point.theme).name),
            led(cell(percentage(point.weight, 1), style="num gap"), target),
            cell(_turn(facts, "onder", point.lower, point.lower_vendor)),
            cell(_turn(facts, "boven", point.upper, point.upper_vendor)),
        )
    )


def _turn(facts: Facts, side: str, bound: Fraction | None, vendor: str) -> str:
    return "–" if bound is None else f"{side} {percentage(bound, 1)}: {facts.brief(vendor)}"


def _left_out(facts: Facts) -> Part:
    """Leaving a vendor out must move no score; who is first may of course change."""
    found = facts.stress.leave_one_out
    if not found:
        return paragraph("De proef waarbij steeds één pakket wordt weggelaten, is niet gedaan.")
    moved = any(item.scores_changed for item in found)
    title = (
        "Let op: een score verandert als een ander pakket wegvalt"
        if moved
        else "Geen enkele score verandert als een ander pakket wegvalt"
    )
    columns = (Column("Weggelaten pakket", width=126), *(Column(m.name) for m in facts.municipalities))
    rows = tuple(_left_out_row(facts, s) for s in facts.submissions)
    subtitle = "Nagerekend op deze antwoorden. Per gemeente: wie dan bovenaan staat; vet is anders dan nu."
    return Table(title, columns, rows, subtitle, "keep spaced")


def _left_out_row(facts: Facts, submission: Submission) -> Row:
    vendor = submission.vendor.slug
    found = {item.ranking: item for item in facts.stress.leave_one_out if item.vendor == vendor}
    cells = []
    for municipality in facts.municipalities:
        item = found.get(municipality.slug)
        first = _names(facts, item.first) if item else "–"
        cells.append(cell(first, style="strong" if item and item.first_changed else ""))
    return Row((head(facts.product(submission.vendor.slug)), *cells))


def _names(facts: Facts, vendors: Sequence[str]) -> str:
    return list_of([facts.product(v) for v in vendors]) or "niemand"


def _coverage(facts: Facts) -> Table:
    columns = (Column("Pakket", width=126), *(Column(m.name, "num gap") for m in facts.municipalities))
    rows = tuple(
        Row(
            (
                head(facts.product(s.vendor.slug)),
                *(_coverage_cell(facts, s.vendor.slug, m.slug) for m in facts.municipalities),
            )
        )
        for s in facts.submissions
    )
    return Table(
        "Hoeveel van het gewicht is beantwoord",
        columns,
        rows,
        "Deel van het gewicht met een antwoord. Tussen haakjes: tussen welke scores de uitkomst nog ligt.",
        "keep spaced",
    )


def _coverage_cell(facts: Facts, vendor: str, municipality: str) -> Cell:
    entry = facts.ranking(municipality).of(vendor)
    if entry.low is None or entry.high is None:
        return cell("geen score", style="num gap quiet")
    reach = f" ({number(entry.low)}–{number(entry.high)})" if entry.high != entry.low else ""
    return cell(f"{percentage(entry.coverage)}{reach}", style="num gap")

"""Tipping points as a picture of the nearest themes, with the table of all behind it."""

from fractions import Fraction

from marktscan.domain.project import Municipality
from marktscan.domain.results import TippingPoint
from marktscan.reporting import verdict
from marktscan.reporting.anchors import Figures, score_anchor
from marktscan.reporting.chapters.sureness import distance
from marktscan.reporting.charts import WeightRange, axis_for, weight_ranges
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import counted
from marktscan.reporting.view import (
    Column,
    Figure,
    Row,
    Table,
    cell,
    head,
    led,
)
from marktscan.wording.formats import number, percentage

_NEAREST = 6
"""Themes in the picture of tipping points: those whose weight has to move least."""


def weight_figure(facts: Facts, municipality: Municipality) -> Figure:
    """How far the weights of the nearest themes can move; the table behind it has all of them."""
    found = turning_themes(facts, municipality.slug)
    shown = [_range(facts, point) for point in found[:_NEAREST]]
    bounds = [bound for row in shown for bound in (row.weight, row.low, row.high) if bound is not None]
    spoken = "; ".join(f"{row.label} {row.value}" for row in shown)
    chart = weight_ranges(
        shown, axis_for([0, *bounds]), alt=f"Omslagpunten in {municipality.name}: {spoken}."
    )
    leader = verdict.leaders(facts, facts.ranking(municipality.slug))
    title = f"{municipality.name}: {_nearest(facts, found[0])}"
    subtitle = f"{leader} blijft bovenaan binnen de balk; stip: het gewicht nu, in procenten"
    return Figure(title, subtitle, chart, _tipping_table(facts, municipality))


def _nearest(facts: Facts, point: TippingPoint) -> str:
    """Which change of one weight brings another package to the first place soonest."""
    bounds = ((point.lower, point.lower_vendor, "onder"), (point.upper, point.upper_vendor, "boven"))
    known = [(abs(at - point.weight), at, vendor, way) for at, vendor, way in bounds if at is not None]
    _, at, vendor, way = min(known, key=lambda bound: bound[0])
    theme = facts.short(facts.project.theme(point.theme))
    return f"{facts.brief(vendor)} eerste bij {theme} {way} {percentage(at, 1)}"


def _range(facts: Facts, point: TippingPoint) -> WeightRange:
    low, high = (None if bound is None else 100 * bound for bound in (point.lower, point.upper))
    least, most = ends(point)
    value = f"{percentage(point.weight)} ({least}–{most})"
    return WeightRange(facts.project.theme(point.theme).name, value, 100 * point.weight, low, high)


def ends(point: TippingPoint) -> tuple[str, str]:
    """Between which weights (percent) the first place holds: from nothing to all where nothing turns it."""
    low, high = (point.lower or Fraction(0), Fraction(1) if point.upper is None else point.upper)
    return number(100 * low, 0), number(100 * high, 0)


def _tipping_table(facts: Facts, municipality: Municipality) -> Table:
    columns = (
        Column("Thema"),
        Column("Gewicht nu", "num gap", 60),
        Column("Bij minder gewicht bovenaan", width=132),
        Column("Bij meer gewicht bovenaan", width=132),
    )
    rows = tuple(_tipping_row(facts, point) for point in turning_themes(facts, municipality.slug))
    leader = verdict.leaders(facts, facts.ranking(municipality.slug))
    able = counted(len(rows), "thema kan", "thema’s kunnen")
    title = f"{municipality.name}: {able} {leader} van de eerste plaats halen"
    return Table(
        title,
        columns,
        rows,
        "Kleinste verschuiving eerst; thema’s zonder omslagpunt staan er niet bij.",
        anchor=f"omslagpunten-{municipality.slug}",
        source=facts.origin(Figures.TIPPING),
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


def turning_themes(facts: Facts, municipality: str) -> list[TippingPoint]:
    """The themes that can change first place, soonest first."""
    own = (t for t in facts.stress.tipping_points if t.municipality == municipality)
    found = [(distance(t), t) for t in own]
    return [t for _, t in sorted(((a, t) for a, t in found if a is not None), key=lambda pair: pair[0])]

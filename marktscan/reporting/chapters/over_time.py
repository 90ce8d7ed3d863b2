"""The current system beside the market on every date, when each promise comes true on its date."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from marktscan.domain.outlook import Comparison, Curve, Outlook
from marktscan.reporting.anchors import Figures
from marktscan.reporting.chapters.course_table import course_table
from marktscan.reporting.charts import Axis, Chart, Course, Day, axis_for, course_chart
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import counted
from marktscan.reporting.view import (
    Block,
    Column,
    Figure,
    Part,
    Row,
    Table,
    cell,
    head,
    paragraph,
    traced,
)
from marktscan.wording.formats import date_long, list_of, month, number, points

_MOST = 5
"""Packages of the market in the picture: those that end highest. The table has all that matter."""


def fit_over_time(facts: Facts) -> tuple[Part, ...]:
    """The course of every package in the ranking of this report; nothing without anyone to compare."""
    if facts.background is None:
        return ()
    outlook = facts.background.outlook
    own = [item for item in outlook.comparisons if item.ranking == facts.view]
    if not own:
        return ()
    shown = _shown(facts, outlook)
    axis = axis_for([score for curve in shown for score in (curve.start, _end(curve))])
    chart = _chart(facts, shown, axis)
    figure = Figure(
        _title(facts, own), _subtitle(facts, axis), chart, course_table(facts, shown, whose_ranking(facts))
    )
    return (Block((figure, *_said(facts, outlook))), Block((_table(facts, own),)))


def whose_ranking(facts: Facts) -> str:
    """In words, whose ranking this report looks at first."""
    return f"weging van {facts.own.name}" if facts.own else facts.weighing


def _title(facts: Facts, own: Sequence[Comparison]) -> str:
    """What the promises make of the difference between the current system and the best of the market."""
    name, now = facts.product(facts.project.incumbent), own[0].lead
    until = [item for item in own if item.day <= facts.project.go_live]
    then = until[-1].lead
    if now < 0 <= then:
        caught_up = next(item for item in until if item.lead >= 0)
        return f"{name} haalt de markt in op {date_long(caught_up.day)}, als elke belofte uitkomt"
    if then < 0:
        behind = f"staat {name} bij de start {number(abs(then))} punten achter"
        return f"{'Ook als' if now < 0 else 'Als'} elke belofte uitkomt, {behind}"
    if any(item.lead < 0 for item in until):
        return f"{name} staat bij de start ten minste gelijk met de markt, als elke belofte uitkomt"
    return f"{name} blijft tot de start ten minste gelijk met de markt, als elke belofte uitkomt"


def _subtitle(facts: Facts, axis: Axis) -> str:
    begin = "" if axis.low == 0 else f"; de as begint bij {axis.low}"
    said = "Elke belofte telt vanaf haar datum, ook die van de markt"
    return f"Score, 0–100, {whose_ranking(facts)}{begin}. {said}"


def _shown(facts: Facts, outlook: Outlook) -> list[Curve]:
    """The current system and the packages of the market that end highest."""
    curves = [curve for curve in outlook.curves if curve.ranking == facts.view]
    subject = [curve for curve in curves if facts.is_incumbent(curve.vendor)]
    market = [curve for curve in curves if not facts.is_incumbent(curve.vendor)]
    return [*subject, *sorted(market, key=lambda curve: (-_end(curve), curve.vendor))[:_MOST]]


def _chart(facts: Facts, shown: Sequence[Curve], axis: Axis) -> Chart:
    spoken = list_of(
        [f"{facts.product(c.vendor)} van {number(c.start)} naar {number(_end(c))}" for c in shown]
    )
    return course_chart(
        [_course(facts, curve) for curve in shown],
        _days(facts),
        axis,
        alt=f"Score over de tijd als elke belofte op haar datum uitkomt: {spoken}.",
    )


def _end(curve: Curve) -> Fraction:
    return curve.steps[-1].score if curve.steps else curve.start


def _course(facts: Facts, curve: Curve) -> Course:
    steps = tuple((step.available.toordinal(), step.score) for step in curve.steps)
    subject = facts.is_incumbent(curve.vendor)
    return Course(facts.product(curve.vendor), number(_end(curve)), curve.start, steps, subject)


def _days(facts: Facts) -> tuple[Day, Day]:
    project = facts.project
    return (
        Day(f"{month(project.reference_date)}: peildatum", project.reference_date.toordinal()),
        Day(f"{month(project.go_live)}: start contract", project.go_live.toordinal()),
    )


def _said(facts: Facts, outlook: Outlook) -> Iterator[Part]:
    """The three results and the release that carries most, in a sentence each."""
    vendor = facts.project.incumbent
    places = [
        rankings.named()[facts.view].of(vendor).rank for rankings in (outlook.weighed, outlook.delivered)
    ]
    now = (facts.ranking(facts.own.slug) if facts.own else facts.joint).of(vendor).rank
    said = (
        f"Zonder beloften staat {facts.product(vendor)} op plaats {now}, met gewogen beloften op plaats "
        f"{places[0]} en met alle beloften op plaats {places[1]}."
    )
    release = outlook.greatest_release(vendor)
    if release is not None:
        made = counted(len(release.requirements), "belofte hangt", "beloften hangen")
        said += f" De meeste op één datum: {made} af van {date_long(release.available)}."
    yield paragraph(*traced(said, facts.origin(Figures.OVER_TIME)))


def _table(facts: Facts, own: Sequence[Comparison]) -> Table:
    name = facts.product(facts.project.incumbent)
    columns = (
        Column("Vanaf", width=92),
        Column(name, "num gap", 78),
        Column("Beste op de markt", "num gap", 96),
        Column("Welk pakket"),
        Column("Verschil", "num gap", 54),
    )
    rows = tuple(
        Row(
            (
                head(date_long(item.day)),
                cell(number(item.incumbent), style="num gap"),
                cell(number(item.best), style="num gap"),
                cell(list_of([facts.product(vendor) for vendor in item.market])),
                cell(points(item.lead), style="num gap strong"),
            )
        )
        for item in _turns(own)
    )
    subtitle = (
        f"Score, 0–100, {whose_ranking(facts)}. Alleen de datums waarop {name} verandert, of wie de beste is"
    )
    source = facts.origin(Figures.OVER_TIME)
    return Table(f"{name} naast de beste van de markt", columns, rows, subtitle, "spaced", source=source)


def _turns(own: Sequence[Comparison]) -> Iterator[Comparison]:
    """The dates on which the current system changes, or who is the best of the market."""
    before = None
    for item in own:
        if (item.incumbent, item.market) != before:
            yield item
        before = item.incumbent, item.market

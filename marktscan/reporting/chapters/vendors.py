"""Chapter: one page per vendor, in alphabetical order, each built in the same way."""

from collections.abc import Sequence

from marktscan.domain.results import KnockOutState
from marktscan.domain.scan import Submission
from marktscan.reporting.anchors import requirement_anchor, vendor_anchor
from marktscan.reporting.chapters.answers import (
    answer_bar,
    answer_numbers,
    promise_chart,
    promise_numbers,
    promise_title,
    tally,
    tally_brief,
    tally_title,
)
from marktscan.reporting.chapters.evidence import evidence
from marktscan.reporting.chapters.fit_gap import ANCHOR as HEAT_MAP
from marktscan.reporting.chapters.knock_out_tables import state_cell
from marktscan.reporting.chapters.themes import Compared, compared
from marktscan.reporting.chapters.vendor_scores import score_dots
from marktscan.reporting.charts import (
    Bar,
    BarColumn,
    ranked_bars,
)
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import shortened
from marktscan.reporting.view import (
    Block,
    Cell,
    Chapter,
    Column,
    Figure,
    Heading,
    Link,
    Numbered,
    Part,
    Row,
    SideBySide,
    Table,
    Text,
    head,
    paragraph,
)
from marktscan.wording.formats import list_of, number

_THEMES = 3
_CHECKS = 3
_LONGEST = 72
_ROWS = 5
"""Municipalities that each have a row; with more the page would be two."""
_SHORT = 4
"""Rows under which one of two lines does no harm."""


def vendor_pages(facts: Facts) -> tuple[Chapter, ...]:
    """A page per vendor."""
    return tuple(_page(facts, submission) for submission in facts.submissions)


def _page(facts: Facts, submission: Submission) -> Chapter:
    vendor = submission.vendor
    product = facts.product(vendor.slug)
    name = f"{product} (nu in gebruik)" if facts.is_incumbent(vendor.slug) else product
    if not submission.readable:
        said = f"De antwoorden in {submission.answers_file} zijn niet te lezen. Er is dus geen score."
        return Chapter(
            vendor_anchor(vendor.slug),
            f"Per pakket · {name}",
            f"{product}: geen bruikbare antwoorden",
            (paragraph(said),),
        )
    themes = compared(facts, vendor.slug)
    parts = (
        *score_dots(facts, vendor.slug),
        _answers(facts, submission),
        *_themes(facts, vendor.slug, themes),
        _promises(facts, vendor.slug),
        _knock_outs_and_checks(facts, vendor.slug),
    )
    return Chapter(
        vendor_anchor(vendor.slug),
        f"Per pakket · {name}",
        _title(facts, product, themes),
        parts,
        new_page=True,
        style="one-page",
    )


def _title(facts: Facts, product: str, themes: Sequence[Compared]) -> str:
    """Strongest and weakest theme against the best of the others."""
    if not themes or themes[0].own == themes[-1].own:
        return product
    ordered = sorted(themes, key=lambda c: c.own)
    high, low = (facts.short(ordered[place].theme) for place in (-1, 0))
    return f"{product}: hoogst op {high}, laagst op {low}"


def _answers(facts: Facts, submission: Submission) -> Block | SideBySide:
    found = tally(facts, submission)
    counts = answer_numbers(facts)
    proved = evidence(facts, submission.vendor.slug)
    title, wide = (tally_brief(found), 324) if proved else (tally_title(found), 492)
    figure = Figure(title, "Aantal antwoorden per code", answer_bar(found, wide), counts)
    return SideBySide(((8, (figure,)), (4, (proved,)))) if proved else Block((figure,), keep=True)


def _themes(facts: Facts, vendor: str, themes: Sequence[Compared]) -> tuple[Part, ...]:
    if not themes:
        return ()
    strongest = sorted(themes, key=lambda c: -c.own)[:_THEMES]
    weakest = sorted(themes, key=lambda c: c.own)[:_THEMES]
    return (
        SideBySide(
            (
                (6, (_theme_bars(facts, vendor, "Sterkst", strongest),)),
                (6, (_theme_bars(facts, vendor, "Zwakst", weakest),)),
            )
        ),
    )


def _theme_bars(facts: Facts, vendor: str, end: str, themes: Sequence[Compared]) -> Figure:
    """The themes at one end, the furthest first and in the title."""
    title = f"{end}: {number(themes[0].own, 0)} punten op {facts.short(themes[0].theme)}"
    bars = tuple(
        Bar(
            c.theme.name, f"{number(c.own, 0)}, beste {number(c.best, 0)}", c.own, marker=c.best, subject=True
        )
        for c in themes
    )
    spoken = ", ".join(
        f"{c.theme.name} {number(c.own, 0)} (beste ander pakket {number(c.best, 0)})" for c in themes
    )
    chart = ranked_bars(
        [BarColumn("", bars)], alt=f"{end}e thema’s van {facts.product(vendor)}: {spoken}.", width=240
    )
    return Figure(title, "Punten; streep: het beste andere pakket", chart, Link("Cijfers", HEAT_MAP))


def _promises(facts: Facts, vendor: str) -> Block:
    chart = promise_chart(facts, vendor)
    title = promise_title(facts, vendor)
    if chart is None:
        return Block((Heading(title), paragraph("Er zijn geen beloften met een datum.")), keep=True)
    made = promise_numbers(facts)
    return Block((Figure(title, "Een dichte ruit staat in een contract", chart, made),), keep=True)


def _knock_outs_and_checks(facts: Facts, vendor: str) -> SideBySide:
    return SideBySide(((6, (_knock_outs(facts, vendor),)), (6, _checks(facts, vendor))))


def _knock_outs(facts: Facts, vendor: str) -> Table:
    state = facts.joint_of(vendor).knock_out
    rows = [Row((head(name), found)) for name, found in _held(facts, vendor)]
    if facts.several:
        rows.append(Row((head("Samen"), state_cell(facts, vendor, state))))
    title = {
        KnockOutState.MET: "Voldoet aan elke knock-out",
        KnockOutState.CONDITIONAL: "Knock-outs: voldoet onder voorwaarden",
        KnockOutState.TO_VERIFY: "Knock-outs: nog niet alles is aangetoond",
        KnockOutState.FAILED: "Knock-outs: zou hierop afvallen",
    }[state]
    wide = 78 if len(rows) <= _SHORT else 102
    return Table(title, (Column("Gemeente", width=wide), Column("Uitkomst")), tuple(rows), style="matrix")


def _held(facts: Facts, vendor: str) -> list[tuple[str, Cell]]:
    """The outcome in every municipality; of many, those with the same outcome share a row."""
    found = [
        (m.name, state_cell(facts, vendor, facts.ranking(m.slug).of(vendor).knock_out, m.slug))
        for m in facts.municipalities
    ]
    if len(found) <= _ROWS:
        return found
    named: dict[Cell, list[str]] = {}
    for name, outcome in found:
        named.setdefault(outcome, []).append(name)
    if len(named) == 1:
        return [("Elke gemeente", found[0][1])]
    return [(list_of(names), outcome) for outcome, names in named.items()]


def _checks(facts: Facts, vendor: str) -> tuple[Part, ...]:
    items = checks(facts, vendor)
    shown: Part = Numbered(items) if items else paragraph("Wat telt, is bewezen.")
    return (Heading("Na te gaan in een demo"), shown)


def checks(facts: Facts, vendor: str) -> tuple[Text, ...]:
    """What to see for oneself: knock-outs that are not simply met, strictest first, then claims."""
    claimed = facts.background.claims.to_check(vendor) if facts.background else ()
    hard = (item.requirement for item in facts.knock_outs(vendor))
    wanted = list(dict.fromkeys((*hard, *(item.requirement for item in claimed))))
    return tuple(
        (Link(i, requirement_anchor(i)), f" {shortened(facts.text_of(i), _LONGEST)}")
        for i in wanted[:_CHECKS]
    )

"""Chapter for everybody: the question, the answer, how sure that is and what comes next, on one page."""

from dataclasses import replace

from marktscan.reporting import verdict
from marktscan.reporting.chapters.bars import column, spoken
from marktscan.reporting.chapters.cover import SUMMARY
from marktscan.reporting.chapters.public_costs import costs_in_words
from marktscan.reporting.chapters.public_outcome import ANCHOR as OUTCOME
from marktscan.reporting.chapters.sureness import NO_SECOND
from marktscan.reporting.chapters.titles import results_title
from marktscan.reporting.charts import BarColumn, ranked_bars
from marktscan.reporting.facts import Facts
from marktscan.reporting.view import Block, Chapter, Figure, Heading, Link, Part, SideBySide, Steps, paragraph
from marktscan.wording.sureness import verdicts


def public_summary(facts: Facts) -> Chapter:
    """The whole outcome for who reads one page."""
    return Chapter(
        SUMMARY,
        "In het kort",
        verdict.headline(facts),
        (
            paragraph(verdict.answer(facts), style="lead"),
            *_picture(facts),
            SideBySide(
                (
                    (6, (Heading("Hoe zeker is dit?"), paragraph(_sure(facts)))),
                    (6, (Heading("Wat kost het?"), paragraph(costs_in_words(facts)))),
                )
            ),
            SideBySide(
                (
                    (6, (Heading("Wat dit is"), paragraph(_what(facts)))),
                    (6, (Heading("Wat dit niet is"), paragraph(_not()))),
                )
            ),
            *_next(facts),
        ),
        new_page=True,
        style="outside",
    )


def _picture(facts: Facts) -> tuple[Part, ...]:
    """Every ranking as bars, the current system drawn as all others."""
    if not facts.scored:
        return ()
    places = [(m.name, facts.ranking(m.slug)) for m in facts.municipalities]
    columns = [_alike(column(facts, name, ranking)) for name, ranking in places]
    said = " ".join(spoken(facts, name, ranking.entries) for name, ranking in places)
    chart = ranked_bars(columns, alt=f"Score per gemeente. {said}")
    per = " per gemeente" if facts.several else ""
    title, subtitle = results_title(facts), f"Score{per}, 0–100, {facts.basis}"
    return (Block((Figure(title, subtitle, chart, Link("Cijfers", OUTCOME)),), ruled=False),)


def _alike(bars: BarColumn) -> BarColumn:
    return replace(bars, bars=tuple(replace(bar, subject=False, failed=False) for bar in bars.bars))


def _sure(facts: Facts) -> str:
    found = facts.background.sureness if facts.background else None
    if found is None or not facts.scored:
        return "Dat is niet berekend."
    if len(facts.joint.scored) == 1:
        return NO_SECOND
    vendors = {s.vendor.slug: facts.product(s.vendor.slug) for s in facts.submissions}
    names = {m.slug: m.name for m in facts.municipalities}
    return " ".join(verdicts(found.words, vendors, names))


def _what(facts: Facts) -> str:
    each = "Elke gemeente heeft" if facts.several else "De gemeente heeft"
    return (
        f"{each} eigen eisen en eigen gewichten. Een score van 0 tot 100 zegt hoe goed een pakket daar nu "
        "bij past. Het is geen rapportcijfer."
    )


def _not() -> str:
    return (
        "Dit is een marktverkenning, geen aanbesteding. Niemand krijgt een opdracht en niemand valt af. "
        "De antwoorden komen van de leveranciers zelf."
    )


def _next(facts: Facts) -> tuple[Part, ...]:
    steps = tuple((item.when, item.what) for item in facts.project.milestones)
    return (Block((Heading("Wat er hierna komt"), Steps(steps)), keep=True),) if steps else ()

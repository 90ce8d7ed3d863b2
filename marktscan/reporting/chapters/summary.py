"""The first chapter: two pages for who reads little, from the question to what is asked of them."""

from marktscan.reporting import verdict
from marktscan.reporting.anchors import Figures
from marktscan.reporting.chapters import bars, sureness
from marktscan.reporting.chapters.acceptability import first_places, incumbent_first
from marktscan.reporting.chapters.answers import promise_chart, promise_title
from marktscan.reporting.chapters.codes import codes_in_short
from marktscan.reporting.chapters.conclusion import ANCHOR as CONCLUSION
from marktscan.reporting.chapters.cost_bandwidth import bandwidth_parts
from marktscan.reporting.chapters.cover import SUMMARY
from marktscan.reporting.chapters.decisions import asked, decisions, risks
from marktscan.reporting.chapters.knock_out_tables import matrix
from marktscan.reporting.chapters.outcome import ANCHOR as OUTCOME
from marktscan.reporting.chapters.promise_table import PROMISES
from marktscan.reporting.chapters.summary_gaps import what_is_missing, widest_differences
from marktscan.reporting.chapters.titles import knock_out_title, results_title
from marktscan.reporting.charts import ranked_bars
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import capital, counted
from marktscan.reporting.promised import at_the_start
from marktscan.reporting.view import (
    Block,
    Chapter,
    Figure,
    Heading,
    Link,
    Numbered,
    Pairs,
    Part,
    SideBySide,
    Steps,
    Text,
    paragraph,
    traced,
)
from marktscan.wording.sureness import leading

_BESIDE = 4
"""Rankings that fit beside each other."""
_PACKAGES, _FEW = 7, 5
"""Packages in a picture or table of these two pages: all up to this many, else so few of the first."""
_RISKS = 4


def summary(facts: Facts) -> Chapter:
    """The management summary."""
    parts = (*_first_page(facts), Block(_second_page(facts), ruled=False, new_page=True))
    return Chapter(SUMMARY, "Managementsamenvatting", verdict.headline(facts), parts, new_page=True)


def _first_page(facts: Facts) -> tuple[Part, ...]:
    return (_question(facts), _how_sure(facts), _results(facts), _knock_outs(facts))


def _question(facts: Facts) -> SideBySide:
    question = (Heading("De vraag"), paragraph(facts.project.question))
    answer = (
        Heading("Het antwoord"),
        paragraph(*traced(verdict.answer(facts), facts.joint_anchor()), style="lead"),
    )
    promised = at_the_start(facts, f"key:{facts.base_key.code}")
    then = (paragraph(*traced(promised, facts.origin(Figures.OVER_TIME))),) if promised else ()
    remark = " ".join(filter(None, (_joint(facts), verdict.condition(facts))))
    said = (*answer, *then, *((paragraph(remark, style="note"),) if remark else ()))
    return SideBySide(((4, question), (8, said)), ruled=False)


def _joint(facts: Facts) -> str:
    """Under which key the scores in the answer are joint; nothing to say for one municipality."""
    return f"Gezamenlijke score, {facts.weighing}." if facts.several else ""


def _how_sure(facts: Facts) -> SideBySide:
    words = (Heading("Hoe zeker is dat?"), paragraph(*_sure_words(facts)))
    if len(facts.joint.scored) == 1:
        return SideBySide(((4, words), (8, (paragraph(sureness.ONE_PACKAGE),))))
    shown = first_places(facts, _BESIDE) or sureness.holds_table(facts)
    return SideBySide(((4, words), (8, (shown,))))


def _sure_words(facts: Facts) -> Text:
    """The word of the method on who leads, then how much is answered."""
    found = facts.background.sureness if facts.background else None
    coverage = sureness.coverage_text(facts)
    if found is None or not found.simulated or len(facts.joint.scored) == 1:
        return coverage
    vendors = {s.vendor.slug: facts.product(s.vendor.slug) for s in facts.submissions}
    said = " ".join(filter(None, (leading(found.words, vendors), incumbent_first(facts))))
    return (*traced(said, facts.origin(Figures.DRAWS)), " ", *coverage)


def _results(facts: Facts) -> Block:
    """A ranking per municipality; joint, under every key, when there are too many of those."""
    rankings = [(m.name, facts.ranking(m.slug)) for m in facts.municipalities]
    own = len(rankings) <= _BESIDE
    if not own:
        rankings = [(key.name, facts.joint_under(key)) for key in facts.project.keys[:_BESIDE]]
    alt = " ".join(bars.spoken(facts, name, ranking.entries) for name, ranking in rankings)
    chart = ranked_bars(
        [bars.column(facts, name, r, _most(facts)) for name, r in rankings], alt=f"Score. {alt}"
    )
    subtitle = (
        f"Score 0–100, {'eigen weging' if own else 'per verdeelsleutel'}, {facts.basis}. ✘ = voldoet "
        f"niet aan een knock-out.{' Streepje: zo ver kan de score nog komen.' if facts.unknown else ''}"
        f"{_left_out(facts, 'uitslag')}"
    )
    return Block((Figure(results_title(facts), subtitle, chart, Link("Cijfers", OUTCOME)),), keep=True)


def _most(facts: Facts) -> int:
    """How many packages are shown, the current system among them."""
    return len(facts.submissions) if len(facts.submissions) <= _PACKAGES else _FEW


def _left_out(facts: Facts, chapter: str) -> str:
    """How many packages do not fit on these two pages."""
    rest = len(facts.submissions) - _most(facts)
    if not rest:
        return ""
    stands = counted(rest, "ander pakket staat", "andere pakketten staan")
    return f" {capital(stands)} in het hoofdstuk over de {chapter}."


def _knock_outs(facts: Facts) -> Block:
    several = "Per gemeente en samen: de strengste telt. " if facts.several else ""
    subtitle = f"{several}De verkenning sluit niemand uit."
    wanted = {entry.vendor for entry in bars.shown(facts, facts.joint, _most(facts))}
    only = [s for s in facts.submissions if s.vendor.slug in wanted]
    said = f"{subtitle}{_left_out(facts, 'knock-outs')}"
    return Block((matrix(facts, knock_out_title(facts), said, brief=True, only=only),), keep=True)


def _second_page(facts: Facts) -> tuple[Part, ...]:
    steps = tuple((m.when, m.what) for m in facts.project.milestones)
    following: tuple[Part, ...] = (Heading("Wat er nu volgt", style="next"), Steps(steps)) if steps else ()
    return (
        paragraph("Managementsamenvatting, vervolg", style="kicker"),
        *_promises(facts),
        *_gaps(facts),
        _risks_and_decisions(facts),
        Block(following, ruled=False, keep=True),
    )


def _promises(facts: Facts) -> tuple[Part, ...]:
    """What the incumbent promises and when."""
    if facts.incumbent is None or not facts.incumbent.readable:
        return ()
    vendor = facts.incumbent.vendor.slug
    title, chart = promise_title(facts, vendor), promise_chart(facts, vendor)
    if chart is None:
        return (Heading(title), paragraph("Er is geen belofte met een datum om op een tijdlijn te zetten."))
    subtitle = f"Beloften op datum; een dichte ruit staat in een contract. In de score nu: {facts.basis}"
    return (Figure(title, subtitle, chart, Link("Cijfers", PROMISES)),)


def _gaps(facts: Facts) -> tuple[Part, ...]:
    """The widest differences with the market, beside the costs and what stays missing."""
    costs = bandwidth_parts(facts)
    if facts.incumbent is None or not facts.incumbent.readable:
        said = paragraph("Van het huidige systeem zijn geen bruikbare antwoorden, dus ook geen beloften.")
        return (said, *([Block(costs)] if costs else []))
    vendor = facts.incumbent.vendor.slug
    apart = (Block(what_is_missing(facts, vendor)),) if costs else what_is_missing(facts, vendor)
    return (SideBySide(((6, widest_differences(facts, vendor)), (6, (*costs, *apart)))),)


def _risks_and_decisions(facts: Facts) -> SideBySide:
    found = risks(facts)[:_RISKS]
    shown: Part = Numbered(found) if found else paragraph("Uit de antwoorden zelf volgt geen risico.")
    return SideBySide(
        (
            (6, (Heading("Risico’s"), shown, *codes_in_short(facts))),
            (6, (Heading(asked(facts)), *_asked(facts))),
        )
    )


def _asked(facts: Facts) -> tuple[Part, ...]:
    """What is asked of every college; of many only what is asked of all."""
    together, *each = decisions(facts)
    if len(each) <= _BESIDE:
        return (Pairs((together, *each)),)
    link = Link("de conclusie", CONCLUSION)
    return (Pairs((together,)), paragraph("Wat van elk college apart wordt gevraagd, staat in ", link, "."))

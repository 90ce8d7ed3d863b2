"""The first chapter: two pages for who reads little, from the question to what is asked of them."""

from marktscan.domain.programme import JointRequirement
from marktscan.reporting import verdict
from marktscan.reporting.anchors import requirement_anchor
from marktscan.reporting.chapters import bars, sureness
from marktscan.reporting.chapters.acceptability import first_places
from marktscan.reporting.chapters.answers import MISSING, missing_title, promise_chart, promise_title
from marktscan.reporting.chapters.cover import SUMMARY
from marktscan.reporting.chapters.decisions import decisions, risks
from marktscan.reporting.chapters.incumbent import ANCHOR as INCUMBENT
from marktscan.reporting.chapters.incumbent import BESIDE, PROMISES
from marktscan.reporting.chapters.knock_out_tables import matrix
from marktscan.reporting.chapters.outcome import ANCHOR as OUTCOME
from marktscan.reporting.chapters.themes import compared, difference_chart, greatest
from marktscan.reporting.chapters.titles import knock_out_title, results_title
from marktscan.reporting.charts import ranked_bars
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import capital, count, counted, lower_first, shortened
from marktscan.reporting.view import (
    Block,
    Bullets,
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
)
from marktscan.wording.sureness import verdicts

_WIDEST = 5
_RISKS = 4
_LONGEST = 80


def summary(facts: Facts) -> Chapter:
    """The management summary."""
    parts = (*_first_page(facts), Block(_second_page(facts), ruled=False, new_page=True))
    return Chapter(SUMMARY, "Managementsamenvatting", verdict.headline(facts), parts, new_page=True)


def _first_page(facts: Facts) -> tuple[Part, ...]:
    return (_question(facts), _how_sure(facts), _results(facts), _knock_outs(facts))


def _question(facts: Facts) -> SideBySide:
    question = (Heading("De vraag"), paragraph(facts.project.question))
    answer = (Heading("Het antwoord"), paragraph(verdict.answer(facts), style="lead"))
    remark = f"{_joint(facts)}{verdict.condition(facts)}"
    return SideBySide(((4, question), (8, (*answer, paragraph(remark, style="note")))), ruled=False)


def _joint(facts: Facts) -> str:
    """Under which key the scores in the answer are joint; nothing to say for one municipality."""
    if len(facts.municipalities) == 1:
        return ""
    return f"Gezamenlijke score, verdeelsleutel: {lower_first(facts.base_key.name)}. "


def _how_sure(facts: Facts) -> SideBySide:
    words = (Heading("Hoe zeker is dat?"), paragraph(_sure_words(facts)))
    return SideBySide(((4, words), (8, (first_places(facts) or sureness.holds_table(facts),))))


def _sure_words(facts: Facts) -> str:
    """The word of the method on who leads, then how much is answered."""
    found = facts.background.sureness if facts.background else None
    coverage = sureness.coverage_sentence(facts)
    if found is None or not found.simulated:
        return coverage
    vendors = {s.vendor.slug: facts.product(s.vendor.slug) for s in facts.submissions}
    names = {m.slug: m.name for m in facts.municipalities}
    return f"{next(verdicts(found.words, vendors, names))} {coverage}"


def _results(facts: Facts) -> Block:
    rankings = [(m.name, facts.ranking(m.slug)) for m in facts.municipalities]
    alt = " ".join(bars.spoken(facts, name, ranking.entries) for name, ranking in rankings)
    chart = ranked_bars(
        [bars.column(facts, name, r) for name, r in rankings], alt=f"Score per gemeente. {alt}"
    )
    subtitle = (
        "Score 0–100, eigen weging, alleen wat nu werkt. ✘ = voldoet niet aan een knock-out."
        f"{' Streepje: zo ver kan de score nog komen.' if facts.unknown else ''}"
    )
    return Block((Figure(results_title(facts), subtitle, chart, Link("Cijfers", OUTCOME)),), keep=True)


def _knock_outs(facts: Facts) -> Block:
    subtitle = "Per gemeente en samen: de strengste telt. De verkenning sluit niemand uit."
    return Block((matrix(facts, knock_out_title(facts), subtitle, brief=True),), keep=True)


def _second_page(facts: Facts) -> tuple[Part, ...]:
    steps = tuple((m.when, m.what) for m in facts.project.milestones)
    following: tuple[Part, ...] = (Heading("Wat er nu volgt"), Steps(steps)) if steps else ()
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
        return (paragraph("Van het huidige systeem zijn geen bruikbare antwoorden, dus ook geen beloften."),)
    vendor = facts.incumbent.vendor.slug
    title, chart = promise_title(facts, vendor), promise_chart(facts, vendor)
    if chart is None:
        return (Heading(title), paragraph("Er is geen belofte met een datum om op een tijdlijn te zetten."))
    subtitle = "Beloften op datum; een dichte ruit staat in een contract. Ze tellen nu niet mee in de score."
    return (Figure(title, subtitle, chart, Link("Cijfers", PROMISES)),)


def _gaps(facts: Facts) -> tuple[Part, ...]:
    """The widest differences with the market beside what stays missing."""
    if facts.incumbent is None or not facts.incumbent.readable:
        return ()
    vendor = facts.incumbent.vendor.slug
    return (SideBySide(((6, _differences(facts, vendor)), (6, _missing(facts, vendor)))),)


def _differences(facts: Facts, vendor: str) -> tuple[Part, ...]:
    widest = greatest(compared(facts, vendor), _WIDEST)
    if not widest:
        return (
            Heading("Geen markt om mee te vergelijken"),
            paragraph("Er is geen ander pakket met een score."),
        )
    behind = sum(c.difference < 0 for c in widest)
    ahead = sum(c.difference > 0 for c in widest)
    title = capital(
        f"{counted(behind, 'achterstand', 'achterstanden')}, {counted(ahead, 'voorsprong', 'voorsprongen')}"
    )
    subtitle = f"Per thema. Rond: {facts.product(vendor)}. Vierkant: het beste andere pakket"
    return (Figure(title, subtitle, difference_chart(facts, vendor, widest), Link("Cijfers", BESIDE)),)


def _missing(facts: Facts, vendor: str) -> tuple[Part, ...]:
    """What no promise covers, knock-outs and heavy weights first."""
    rows = [facts.requirement(a.requirement) for a in facts.answers_with(vendor, MISSING)]
    if not rows:
        return (Heading("Niets blijft ontbreken"), paragraph("Elk antwoord werkt nu of is een belofte."))
    ordered = sorted(rows, key=lambda row: (not row.knock_out, -facts.weight(row.id, vendor)))
    items = tuple(_missing_item(row) for row in ordered[:_WIDEST])
    return (Heading(missing_title(len(rows))), Bullets(items), *_more(len(rows) - len(items)))


def _missing_item(row: JointRequirement) -> Text:
    hard = " (knock-out)" if row.knock_out else ""
    return (Link(row.id, requirement_anchor(row.id)), f" {shortened(row.text, _LONGEST)}{hard}")


def _more(rest: int) -> tuple[Part, ...]:
    if not rest:
        return ()
    link = Link("het hoofdstuk over het huidige systeem", INCUMBENT)
    return (paragraph(f"En nog {count(rest)} andere; zie ", link, ".", style="note"),)


def _risks_and_decisions(facts: Facts) -> SideBySide:
    found = risks(facts)[:_RISKS]
    shown: Part = Numbered(found) if found else paragraph("Uit de antwoorden zelf volgt geen risico.")
    return SideBySide(
        (
            (6, (Heading("Risico’s"), shown)),
            (6, (Heading("Gevraagd besluit per college"), Pairs(decisions(facts)))),
        )
    )

"""The first chapter: two pages for who reads little, from the question to what is asked of them."""

from marktscan.domain.results import KnockOutState
from marktscan.reporting import verdict
from marktscan.reporting.chapters import bars, sureness
from marktscan.reporting.chapters.cover import SUMMARY
from marktscan.reporting.chapters.knock_out_tables import matrix
from marktscan.reporting.charts import ranked_bars
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import capital, count
from marktscan.reporting.view import Block, Chapter, Figure, Heading, Part, SideBySide, paragraph
from marktscan.wording.formats import list_of


def summary(facts: Facts) -> Chapter:
    """The management summary."""
    return Chapter(
        SUMMARY,
        "Managementsamenvatting",
        verdict.headline(facts),
        (*_first_page(facts),),
        new_page=True,
    )


def _first_page(facts: Facts) -> tuple[Part, ...]:
    return (_question(facts), _how_sure(facts), _results(facts), _knock_outs(facts))


def _question(facts: Facts) -> SideBySide:
    question = (Heading("De vraag"), paragraph(facts.project.question))
    answer = (Heading("Het antwoord"), paragraph(verdict.answer(facts), style="lead"))
    condition = verdict.condition(facts)
    return SideBySide(
        ((4, question), (8, (*answer, paragraph(condition, style="note")) if condition else answer)),
        ruled=False,
    )


def _how_sure(facts: Facts) -> SideBySide:
    words = (Heading("Hoe zeker is dat?"), paragraph(sureness.coverage_sentence(facts)))
    return SideBySide(((4, words), (8, (sureness.holds_table(facts),))))


def _results(facts: Facts) -> Block:
    rankings = [(m.name, facts.ranking(m.slug)) for m in facts.municipalities]
    alt = " ".join(bars.spoken(facts, name, ranking.entries) for name, ranking in rankings)
    chart = ranked_bars(
        [bars.column(facts, name, r) for name, r in rankings], alt=f"Score per gemeente. {alt}"
    )
    subtitle = (
        "Score per gemeente, 0–100, eigen weging, alleen wat nu werkt. "
        "Streepje: zo ver kan de score nog komen. ✘ = voldoet niet aan een knock-out."
    )
    return Block((Figure(results_title(facts), subtitle, chart),), keep=True)


def results_title(facts: Facts) -> str:
    """Who leads where."""
    if not facts.scored:
        return "Geen enkel pakket heeft een score"
    first = {m.name: verdict.leaders(facts, facts.ranking(m.slug)) for m in facts.municipalities}
    if len(first) == 1:
        return f"{next(iter(first.values()))} staat bovenaan in {next(iter(first))}"
    if len(set(first.values())) == 1:
        several = len(verdict.first_places(facts.ranking(facts.municipalities[0].slug))) > 1
        return f"{next(iter(first.values()))} {'staan' if several else 'staat'} in elke gemeente bovenaan"
    return capital(f"de gemeenten hebben {count(len(set(first.values())))} verschillende koplopers")


def _knock_outs(facts: Facts) -> Block:
    subtitle = "Per gemeente en samen: de strengste telt. De verkenning sluit niemand uit."
    return Block((matrix(facts, knock_out_title(facts), subtitle),), keep=True)


def knock_out_title(facts: Facts) -> str:
    """How many packages would fall, and whether the incumbent is one of them."""
    if not facts.submissions:
        return "Er zijn nog geen pakketten om aan de knock-outs te toetsen"
    if not any(row.knock_out for row in facts.scan.programme.rows):
        return "Geen gemeente heeft een knock-out gesteld"
    failing = [e.vendor for e in facts.joint.entries if e.knock_out is KnockOutState.FAILED]
    if not failing:
        return "Geen pakket zou nu op een knock-out afvallen"
    if len(failing) == len(facts.submissions):
        return "Elk pakket zou bij ten minste één gemeente op een knock-out afvallen"
    names = sorted(map(facts.product, failing), key=str.casefold)
    return f"{list_of(names)} {'zou' if len(names) == 1 else 'zouden'} op een knock-out afvallen"

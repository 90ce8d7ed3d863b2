"""Chapter: the conclusion, what is asked of each college and what follows."""

from marktscan.reporting import verdict
from marktscan.reporting.chapters.decisions import decisions
from marktscan.reporting.chapters.sureness import NOT_SIMULATED, coverage_sentence
from marktscan.reporting.facts import Facts
from marktscan.reporting.view import Chapter, Heading, Pairs, Part, Steps, paragraph

ANCHOR = "conclusie"


def conclusion(facts: Facts) -> Chapter:
    """The answer again, with everything that must be said beside it."""
    condition = verdict.condition(facts)
    parts: tuple[Part, ...] = (
        paragraph(verdict.answer(facts), style="lead"),
        *((paragraph(condition),) if condition else ()),
        paragraph(coverage_sentence(facts)),
        paragraph(
            "Dit is een uitkomst op punten, van wat nu werkt. Kosten, demonstraties en ervaringen van andere "
            f"gemeenten horen bij een besluit en staan hier nog niet in. {NOT_SIMULATED}"
        ),
        Heading("Gevraagd besluit per college", style="next"),
        Pairs(decisions(facts)),
        *_next(facts),
    )
    return Chapter(ANCHOR, "Conclusie en advies", verdict.headline(facts), parts)


def _next(facts: Facts) -> tuple[Part, ...]:
    steps = tuple((m.when, m.what) for m in facts.project.milestones)
    return (Heading("Wat er nu volgt", style="next"), Steps(steps)) if steps else ()

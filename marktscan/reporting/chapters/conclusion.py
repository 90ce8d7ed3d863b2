"""Chapter: the conclusion, what is asked of each college and what follows."""

from marktscan.reporting import verdict
from marktscan.reporting.anchors import Figures
from marktscan.reporting.chapters.costs import cost_chapter
from marktscan.reporting.chapters.decisions import asked, decisions
from marktscan.reporting.chapters.scenarios import scenarios_in_short
from marktscan.reporting.chapters.sureness import coverage_text
from marktscan.reporting.facts import Facts
from marktscan.reporting.promised import at_the_start
from marktscan.reporting.view import (
    Block,
    Chapter,
    Heading,
    Pairs,
    Part,
    SideBySide,
    Strong,
    paragraph,
    traced,
)

ANCHOR = "conclusie"
_COLUMNS = 3
_TWELFTHS = 12


def conclusion(facts: Facts) -> Chapter:
    """The answer again, with everything that must be said beside it."""
    promised = at_the_start(facts, f"key:{facts.base_key.code}")
    said = "".join(f"{words} " for words in (promised, verdict.condition(facts)) if words)
    beside = traced(said, facts.origin(Figures.OVER_TIME))
    parts: tuple[Part, ...] = (
        paragraph(*traced(verdict.answer(facts), facts.joint_anchor()), style="lead"),
        paragraph(*beside, *coverage_text(facts)),
        paragraph(_what_is_missing(facts)),
        *scenarios_in_short(facts),
        Heading(asked(facts), style="next"),
        Block((*_decisions(facts), *_next(facts)), ruled=False, keep=True),
    )
    return Chapter(ANCHOR, "Conclusie en advies", verdict.headline(facts), parts)


def _what_is_missing(facts: Facts) -> str:
    """What else a decision needs, and whether this report has it."""
    points = f"Dit is een uitkomst op punten; {facts.basis}."
    if cost_chapter(facts) is None:
        return (
            f"{points} Kosten, demonstraties en ervaringen van andere gemeenten horen bij een besluit en "
            "staan hier nog niet in."
        )
    return (
        f"{points} Kosten staan in een eigen hoofdstuk en tellen niet mee in de punten. Demonstraties en "
        "ervaringen van andere gemeenten horen ook bij een besluit; zij staan hier nog niet in."
    )


def _decisions(facts: Facts) -> tuple[Part, ...]:
    """What is asked of all, then of each college; side by side while the columns fit."""
    together, *each = decisions(facts)
    if not each or len(each) > _COLUMNS:
        return (Pairs((together, *each)),)
    width = _TWELFTHS // len(each)
    return (Pairs((together,)), SideBySide(tuple((width, (Pairs((one,)),)) for one in each), ruled=False))


def _next(facts: Facts) -> tuple[Part, ...]:
    """The steps of the summary in few lines, so that they stay with what is asked."""
    steps = facts.project.milestones
    said = tuple(part for m in steps for part in (" ", Strong(m.when), f" {m.what.removesuffix('.')}."))
    return (paragraph("Wat er nu volgt:", *said),) if steps else ()

"""The log of changes in the chapter Aanpak."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from marktscan.domain.frozen import (
    AmendedRule,
    Amendment,
    Effect,
    FirstPlace,
    Freeze,
    HeldRules,
    Measure,
    Move,
    RuleChange,
    Stand,
)
from marktscan.domain.source import Source
from marktscan.reporting.chapters.amendments import amendments
from marktscan.reporting.chapters.approach import approach
from marktscan.reporting.variants import Variant
from marktscan.reporting.view import Heading, Paragraph, Table
from tests.reporting.test_costs import facts

FREEZE = Freeze("Stuurgroep", date(2026, 10, 1), "", {}, "ab", {}, (), "cd" * 32)
RULE = ("points", "answers", "C")
AMENDMENT = Amendment(RULE, "80", "90", "Vraag van de beheerders", "Projectleider", date(2026, 10, 12))
NOW = Measure.NOW
MOVE = Move(NOW, "diemen", "polder", Stand(1, Fraction(70)), Stand(2, Fraction(138, 2) + Fraction(1, 4)))
EFFECT = Effect((MOVE,), (FirstPlace(NOW, "diemen", ("polder",), ("kade-zaken",)),))


def told(rules: HeldRules | None) -> tuple[str, dict[str, list[list[str]]]]:
    """The paragraphs, and the tables by caption."""
    given = facts(Variant("stuurgroep"))
    parts = amendments(replace(given, background=replace(given.background, rules=rules)))
    words = [str(word) for part in parts if isinstance(part, Paragraph) for word in part.text]
    tables = {
        part.caption: [["".join(map(str, cell.text)) for cell in row.cells] for row in part.rows]
        for part in parts
        if isinstance(part, Table)
    }
    return " ".join(words).replace("\N{NO-BREAK SPACE}", " "), tables


def test_without_a_freeze_the_report_says_so() -> None:
    words, tables = told(None)
    assert words.startswith("De regels zijn niet vooraf vastgesteld met marktscan freeze.")
    assert tables == {}


def test_without_changes_only_the_freeze_is_told() -> None:
    words, tables = told(HeldRules(FREEZE))
    assert words == (
        "De regels zijn vastgesteld op 1 oktober 2026 door Stuurgroep. Er waren toen nog geen antwoorden. "
        f"Vingerafdruk van de vaststelling: {'cd' * 32}. Sindsdien is geen regel veranderd."
    )
    assert tables == {}


def test_answers_that_were_there_are_told_with_the_reason() -> None:
    late = replace(FREEZE, answers=("vendors/polder/answers.xlsx",), reason="Vergeten.")
    words, _ = told(HeldRules(late))
    assert "Er waren toen al één bestand van leveranciers. De reden die daarbij staat: Vergeten." in words


def test_a_recorded_change_stands_with_who_why_and_what_it_does() -> None:
    _, tables = told(HeldRules(FREEZE, (AmendedRule(AMENDMENT, EFFECT),), since=EFFECT))
    (row,) = tables["Vastgelegde wijzigingen"]
    assert row[:3] == ["Punten voor antwoord C (points.answers.C)", "80", "90"]
    assert row[3].endswith("2026, Projectleider: Vraag van de beheerders")
    assert row[4] == "Eerste plaats Diemen: was Polder Componenten, is Kade Zaken."
    rows = {row[0]: row[1:] for row in tables["Wat alle veranderingen samen doen"]}
    assert rows["Polder Componenten"] == ["–", "–", "70,0 (1) → 69,3 (2)", "–", "–"]
    assert rows["Kade Zaken"] == ["–"] * 5


def test_a_difference_that_nobody_recorded_stands_with_its_place() -> None:
    change = RuleChange(("rules", "coverage"), "90", None, Source("marktscan.toml", cell="regel 95"))
    words, tables = told(HeldRules(FREEZE, changes=(change,)))
    (row,) = tables["Verschillen die niemand vastlegde"]
    assert row[:4] == ["rules.coverage", "90", "niets", "marktscan.toml · regel 95"]
    assert row[4] == "Het effect is alleen samen met de andere wijzigingen te bepalen."
    assert words.endswith("Wat de uitkomst onder de vastgestelde regels was, is niet te berekenen.")


def test_an_amendment_that_was_overtaken_has_no_effect_of_its_own() -> None:
    _, tables = told(HeldRules(FREEZE, (AmendedRule(AMENDMENT),), since=Effect()))
    assert tables["Vastgelegde wijzigingen"][0][4] == "Niet apart te bepalen."
    assert "Wat alle veranderingen samen doen" not in tables


def test_a_vendor_without_a_score_is_told_in_words() -> None:
    lost = replace(MOVE, after=Stand(None, None))
    _, tables = told(HeldRules(FREEZE, (AmendedRule(AMENDMENT),), since=Effect((lost,))))
    rows = {row[0]: row[1:] for row in tables["Wat alle veranderingen samen doen"]}
    assert rows["Polder Componenten"][2] == "70,0 (1) → geen score"


def test_a_municipality_that_has_left_is_said_to_have() -> None:
    gone = FirstPlace(NOW, "ouder-amstel", ("polder",), ())
    _, tables = told(HeldRules(FREEZE, (AmendedRule(AMENDMENT, Effect((), (gone,))),), since=Effect()))
    assert tables["Vastgelegde wijzigingen"][0][4] == (
        "Eerste plaats ouder-amstel (doet niet meer mee): was Polder Componenten, is niemand."
    )


def test_it_stands_in_the_chapter_about_the_approach() -> None:
    parts = approach(facts(Variant("stuurgroep"))).parts
    titles = [part.text for part in parts if isinstance(part, Heading)]
    assert "Vastgestelde regels en wijzigingen" in titles


def test_many_changes_are_not_held_on_one_page() -> None:
    """A table that is longer than a page and held together would leave its caption alone on one."""
    changes = tuple(
        RuleChange(("rules", f"regel-{n}"), "1", "2", Source("marktscan.toml", cell="regel 95"))
        for n in range(7)
    )

    def style(amount: int) -> str:
        held = HeldRules(FREEZE, changes=changes[:amount])
        given = facts(Variant("stuurgroep"))
        parts = amendments(replace(given, background=replace(given.background, rules=held)))
        return next(part.style for part in parts if isinstance(part, Table))

    assert "keep" in style(6)
    assert "keep" not in style(7)

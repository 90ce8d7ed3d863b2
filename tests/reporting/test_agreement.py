"""How far assessors agree: a sentence in the chapter that leads to the table in the annex."""

from dataclasses import replace

from marktscan.domain.agreement import Assessed, ThemeAgreement
from marktscan.reporting.chapters.agreement import ANCHOR, agreement_table, agreement_text
from marktscan.reporting.chapters.score_annex import score_annex
from marktscan.reporting.facts import Facts
from marktscan.reporting.view import Link
from tests.reporting.test_beside import facts


def assessed(given: Facts, **changes: object) -> Facts:
    assert given.background is not None
    found = replace(given.background.assessed, **changes)  # type: ignore[arg-type]
    return replace(given, background=replace(given.background, assessed=found))


def said(given: Facts) -> str:
    return "".join(map(str, agreement_text(given)))


def test_what_assessors_must_talk_about_leads_to_the_table_in_the_annex() -> None:
    given = facts()
    assert said(given).startswith("Over geen enkel cijfer hoeven beoordelaars nog te praten: zie ")
    assert [part.target for part in agreement_text(given) if isinstance(part, Link)] == [ANCHOR]
    (table,) = agreement_table(given)
    assert table in score_annex(given).parts
    assert table.anchor == ANCHOR
    assert len(table.rows) == len(given.background.assessed.themes)  # type: ignore[union-attr]


def test_as_many_marks_as_are_on_the_agenda_are_told() -> None:
    given = assessed(facts(), agenda=(None, None))
    assert said(given).startswith("Over twee cijfers moeten beoordelaars nog praten: zie ")


def test_without_marks_there_is_a_sentence_and_no_table() -> None:
    given = facts(assessed=Assessed((), (), (), ()))
    assert "nog geen cijfers van beoordelaars" in said(given)
    assert agreement_table(given) == ()


def test_a_theme_of_one_mark_has_words_for_a_measure() -> None:
    given = assessed(facts(), themes=(ThemeAgreement("ARC", None, 0, 0),))
    (table,) = agreement_table(given)
    assert [str(c.text[0]) for c in table.rows[0].cells[1:]] == ["niet te zeggen", "één cijfer"]


def test_where_nothing_was_computed_nothing_is_said() -> None:
    given = replace(facts(), background=None)
    assert agreement_text(given) == ()
    assert agreement_table(given) == ()

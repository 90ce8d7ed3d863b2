"""The words of a report: each that it uses, and no other."""

from marktscan.reporting.chapters.terms import ANCHOR, only_used, terms
from marktscan.reporting.compose import compose
from marktscan.reporting.variants import Variant
from marktscan.reporting.view import Chapter, Page, Table, paragraph
from marktscan.wording.glossary import glossary
from tests.reporting.test_readers import PUBLIC, facts


def words(chapter: Chapter) -> set[str]:
    (table,) = (part for part in chapter.parts if isinstance(part, Table))
    return {str(row.cells[0].text[0]) for row in table.rows}


def of(page: Page) -> set[str]:
    return words(next(n.chapter for n in page.chapters if n.chapter.anchor == ANCHOR))


def test_a_word_stands_in_the_list_when_the_report_uses_it() -> None:
    whole = terms(facts(PUBLIC))
    said = Chapter("x", "X", "Twee Beloften en een verdeelsleutel", (paragraph("Het plafond."),))
    ((_,), (found,)) = only_used([(said,), (whole,)])
    assert words(found) == {"belofte", "verdeelsleutel", "plafond"}


def test_words_on_the_cover_count_too() -> None:
    ((found,),) = only_used([(terms(facts(PUBLIC)),)], "Marktverkenning zaaksysteem")
    assert words(found) == {"marktverkenning", "zaaksysteem"}


def test_everybody_reads_no_words_that_only_the_project_team_uses() -> None:
    found = of(compose(facts(PUBLIC)))
    assert {"score", "knock-out", "gewicht"} <= found
    assert found.isdisjoint({"droogloop", "rangordewisseling", "gewogen belofte"})


def test_the_steering_group_reads_nearly_all() -> None:
    found = of(compose(facts(Variant("stuurgroep"))))
    assert found <= {term.word for term in glossary()}
    assert {"spijt", "verdeelsleutel", "peildatum"} <= found

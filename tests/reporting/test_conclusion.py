"""The last chapters before the annexes: what can go wrong, the answer again, and what is asked."""

from dataclasses import replace

from marktscan.domain.scenario import Scenario, ScenarioKind
from marktscan.reporting.chapters.answers import tally, working_title
from marktscan.reporting.chapters.conclusion import conclusion
from marktscan.reporting.chapters.numbers import numbers
from marktscan.reporting.chapters.over_time import fit_over_time
from marktscan.reporting.compose import compose
from marktscan.reporting.facts import Facts
from marktscan.reporting.promised import at_the_start
from marktscan.reporting.view import Block, Paragraph, Table
from tests.reporting import small
from tests.reporting.wide import facts, wide

NOTHING = Scenario("Niets doen", ScenarioKind.NOTHING, "rx-enterprise", "Wat ontbreekt, blijft ontbreken.")
REPLACE = Scenario("Vervangen", ScenarioKind.TOGETHER, "kade-zaken", "Overstappen vraagt mensen.")


def tables(given: Facts) -> list[Table]:
    return [part for part in conclusion(given).parts if isinstance(part, Table)]


def test_the_conclusion_says_what_promises_make_of_the_answer() -> None:
    given = wide(3, 3)
    said = " ".join("".join(map(str, p.text)) for p in conclusion(given).parts if isinstance(p, Paragraph))
    assert at_the_start(given, "key:gelijk") in said


def test_the_conclusion_repeats_of_every_scenario_what_decides() -> None:
    (table,) = tables(facts(small.ANSWERS, scenarios=(NOTHING, REPLACE)))
    assert [c.heading for c in table.columns] == [
        "Scenario",
        "Punten nu",
        "Bij de start, alles op tijd",
        "Kosten",
        "Knock-outs",
    ]
    assert [str(row.cells[0].text[0]) for row in table.rows] == ["Niets doen", "Vervangen"]


def test_what_is_asked_stands_on_one_page_with_what_follows() -> None:
    """Together, so that what follows is never left alone on a page."""
    *_, asked = conclusion(wide(3, 3)).parts
    assert isinstance(asked, Block)
    assert asked.keep
    assert [type(part).__name__ for part in asked.parts] == ["Pairs", "SideBySide", "Paragraph"]
    following = asked.parts[-1]
    assert isinstance(following, Paragraph)
    assert "".join(map(str, following.text)).startswith("Wat er nu volgt: december 2026 ")


def test_without_steps_nothing_follows_what_is_asked() -> None:
    given = wide(3, 3)
    without = replace(given, scan=replace(given.scan, project=replace(given.project, milestones=())))
    *_, asked = conclusion(without).parts
    assert isinstance(asked, Block)
    assert [type(part).__name__ for part in asked.parts] == ["Pairs", "SideBySide"]


def test_the_only_college_is_asked_everything_at_once() -> None:
    *_, asked = conclusion(wide(1, 3)).parts
    assert isinstance(asked, Block)
    assert [type(part).__name__ for part in asked.parts] == ["Pairs", "Paragraph"]


def test_without_scenarios_the_conclusion_has_no_table_of_them() -> None:
    assert tables(wide(3, 3)) == []


def test_the_conclusion_is_the_last_chapter_and_the_demo_a_list_behind_it() -> None:
    found = [n.chapter.anchor for n in compose(wide(3, 3)).chapters]
    assert found.index("risicos") + 1 == found.index("conclusie")
    assert found.index("conclusie") + 1 == found.index("demo")
    assert next(n.label for n in compose(wide(3, 3)).chapters if n.chapter.anchor == "demo") == "Bijlage A"


def test_the_course_in_a_table_has_no_date_on_which_only_the_rest_of_the_market_moves() -> None:
    given = facts({"rx-enterprise": "SSSSSRSSSN", "a": "S" * 10, "b": "RSSSSRSSSN"})
    blocks = [part for part in fit_over_time(given) if isinstance(part, Block)]
    (table,) = (part for block in blocks for part in block.parts if isinstance(part, Table))
    assert len(table.rows) == 2
    assert "of wie de beste is" in table.subtitle


def test_the_picture_of_answers_says_how_what_works_does_so() -> None:
    assert working_title(tally(wide(3, 3), wide(3, 3).submission("kade-zaken"))) == (
        "Van wat nu werkt: 7 standaard, 2 na instellen en 1 via een partner"
    )
    nothing = facts({"rx-enterprise": "N" * 10})
    assert (
        working_title(tally(nothing, nothing.submissions[0])) == "Nu werkt er nog niets van wat is gevraagd"
    )


def test_no_heading_of_figures_is_broken_in_a_word() -> None:
    many = ("Pakket", *["Configuratie"] * 8)
    table = numbers("x", "x", many, [("a", *"12345678")])
    assert all(column.width > 55 for column in table.columns[1:])


def test_words_behind_a_picture_stand_to_the_left() -> None:
    table = numbers("x", "x", ("Pakket", "Toezegging"), [("a", "in contract")], style="")
    assert table.columns[1].style == table.rows[0].cells[1].style == ""

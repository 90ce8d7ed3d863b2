"""Where figures come from: ranges of cells in few words, and sentences whose figures lead there."""

import pytest

from marktscan.domain.source import Source
from marktscan.reporting.anchors import Figures, figures_anchor
from marktscan.reporting.chapters.made import HOW
from marktscan.reporting.chapters.origins import origins
from marktscan.reporting.chapters.spans import spans
from marktscan.reporting.facts import Facts
from marktscan.reporting.variants import Variant
from marktscan.reporting.view import Link, Row, traced
from tests.reporting import small
from tests.reporting.wide import wide

NBSP = "\N{NO-BREAK SPACE}"


def cells(file: str, *places: str) -> list[Source]:
    return [Source(file, "Vragen", place) for place in places]


def test_a_column_is_told_from_its_first_to_its_last_row() -> None:
    assert [*spans(cells("a.xlsx", "F9", "F2", "F10"))] == ["a.xlsx · Vragen!F2:F10"]
    assert [*spans(cells("a.xlsx", "F2"))] == ["a.xlsx · Vragen!F2"]


def test_files_with_the_same_cells_stand_together_and_columns_beside_each_other() -> None:
    places = [*cells("a.xlsx", "F2", "F4", "J2", "J4"), *cells("b.xlsx", "F2", "F4", "J2", "J4")]
    assert [*spans(places)] == ["a.xlsx en b.xlsx · Vragen!F2:F4 en J2:J4"]
    assert [*spans([*cells("a.xlsx", "F2"), *cells("b.xlsx", "F3")])] == [
        "a.xlsx · Vragen!F2",
        "b.xlsx · Vragen!F3",
    ]


def test_what_is_no_cell_stands_as_it_is() -> None:
    assert [*spans([Source("marktscan.toml", "", "weights.alle")])] == ["marktscan.toml · weights.alle"]
    assert not [*spans([])]


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        (f"bij 70,0 van 100 en 12,5{NBSP}% (nu 6{NBSP}%)", ["70,0", "100", f"12,5{NBSP}%", f"6{NBSP}%"]),
        ("op plaats 2. Dan € 1.234.567, of −0,3.", ["2", "1.234.567", "−0,3"]),
        (f"Op 1{NBSP}maart 2027 geldt ARC-04 op een schaal 0–100", []),
        ("geen getal", []),
    ],
)
def test_figures_in_a_sentence_lead_on_but_dates_codes_and_ranges_do_not(
    said: str, figures: list[str]
) -> None:
    words = traced(said, "x")
    assert [word.text for word in words if isinstance(word, Link)] == figures
    assert "".join(map(str, words)) == said
    assert traced(said, "") == (said,)


def rows(given: Facts) -> dict[str, Row]:
    return {row.anchor: row for row in origins(given).rows}


def test_every_kind_has_a_row_with_something_to_go_to() -> None:
    found = rows(wide(3, 12))
    assert [*found] == [figures_anchor(kind) for kind in Figures]
    assert set(HOW) == set(Figures)
    kept_rules = figures_anchor(Figures.RULES)
    assert all(any(map(str, row.cells[2].text)) for name, row in found.items() if name != kept_rules)


def test_assessors_stand_in_it_by_folder_only() -> None:
    said = str(rows(wide(3, 12))[figures_anchor(Figures.MARKS)].cells[2].text)
    assert "/assessments · " in said
    assert "aalsmeer-1" not in said


def test_a_report_for_outside_leads_to_no_cells_of_others() -> None:
    made = small.scan()
    for name, inside in (("stuurgroep", True), ("openbaar", False), ("leverancier-kade-zaken", False)):
        given = Facts(made, small.results(made), small.NO_STRESS, (), Variant(name))
        assert bool(given.origin(Figures.ANSWERS)) is inside

"""The municipalities' part of the example, as the workbooks hold it."""

import re
from collections import Counter

import pytest
from openpyxl import load_workbook

from marktscan.example.requirement_files import write_requirements
from marktscan.example.requirements import decision_rows, requirement_rows, slugs, theme_rows
from marktscan.example.settings import mark_levels, municipalities, themes

LISTS = {slug: requirement_rows(slug) for slug in slugs()}
EVERYBODY = pytest.mark.parametrize("slug", slugs())


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    directory = tmp_path_factory.mktemp("example")
    write_requirements(directory)
    return directory / "requirements"


@EVERYBODY
def test_theme_weights_add_up_to_hundred(slug):
    assert sum(row["weight"] for row in theme_rows(slug)) == 100
    assert [row["theme"] for row in theme_rows(slug)] == [theme.code for theme in themes()]


@EVERYBODY
def test_a_list_is_about_as_long_and_hard_as_in_life(slug):
    rows = LISTS[slug]
    assert 150 <= len(rows) <= 175
    assert 15 <= sum(row["knock_out"] for row in rows) <= 17
    assert Counter(row["id"] for row in rows).most_common(1)[0][1] == 1


@EVERYBODY
def test_every_theme_has_rows_that_count_towards_the_score(slug):
    counting = {row["theme"] for row in LISTS[slug] if not row["knock_out"] and row["priority"] != "Won't"}
    assert counting == {theme.code for theme in themes()}


@EVERYBODY
def test_owners_are_functions(slug):
    assert all(re.fullmatch(r"[a-zA-Zë ö-]+", row["owner"]) for row in LISTS[slug])


def test_the_three_differ_as_in_life():
    held = Counter(row["id"] for rows in LISTS.values() for row in rows)
    assert sum(count == 3 for count in held.values()) > 130
    assert sum(count < 3 for count in held.values()) > 30
    weights = {slug: {row["id"]: row["weight"] for row in rows} for slug, rows in LISTS.items()}
    shared = [name for name, count in held.items() if count == 3]
    assert sum(len({weights[slug][name] for slug in slugs()}) > 1 for name in shared) > 40


def test_some_rows_are_a_wish_for_one_and_a_demand_for_another():
    kinds: dict[str, set[str]] = {}
    for rows in LISTS.values():
        for row in rows:
            kinds.setdefault(row["id"], set()).add(row["kind"])
    assert 20 <= sum("wens" in found for found in kinds.values()) <= 25
    assert sum(len(found) == 2 for found in kinds.values()) >= 5


def test_decisions_name_existing_rows_and_cover_every_deviating_text():
    ids = {slug: {row["id"] for row in rows} for slug, rows in LISTS.items()}
    decided = {(slug, row[f"id_{slug}"]) for row in decision_rows() for slug in slugs() if row[f"id_{slug}"]}
    assert all(own_id in ids[slug] for slug, own_id in decided)
    texts: dict[str, set[str]] = {}
    for slug, rows in LISTS.items():
        for row in rows:
            if (slug, row["id"]) not in decided:
                texts.setdefault(row["id"], set()).add(row["text"])
    assert all(len(found) == 1 for found in texts.values())


def test_three_true_conflicts_have_a_text_vendors_can_answer():
    conflicts = [row for row in decision_rows() if row["decision"] == "strijdig"]
    assert len(conflicts) == 3
    assert all(row["text"] for row in conflicts)


def test_the_settings_are_those_of_the_project_file():
    assert municipalities()[0] == ("aalsmeer", "Aalsmeer")
    assert [level.mark for level in mark_levels()] == [10, 8, 6, 4, 2, 0]


def test_every_sheet_says_that_it_is_an_example(folder):
    for path in sorted(folder.glob("*.xlsx")):
        book = load_workbook(path)
        assert book["Lees mij"]["B2"].value.startswith("Fictieve voorbeeldgegevens.")
        assert book["Lees mij"]["B3"].value.startswith("Voorbeeldinvulling:")
        for sheet in book.worksheets[:-1]:
            assert sheet.oddHeader.right.text.strip() == "Fictieve voorbeeldgegevens · voorbeeldinvulling"


def test_the_workbook_holds_the_rows(folder):
    sheet = load_workbook(folder / "diemen.xlsx")["Eisen"]
    written = [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert written == [row["id"] for row in LISTS["diemen"]]

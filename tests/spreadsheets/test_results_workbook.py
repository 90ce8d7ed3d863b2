"""The result workbook: what stands in it, and that another program computes the same figures from it."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from scoring.scans import requirements, scan, submission
from spreadsheets.recomputing import NEEDS_OFFICE, differences, recomputed

from marktscan.domain.results import Results
from marktscan.domain.scan import Scan
from marktscan.scoring import score_scan
from marktscan.scoring.asked import stated_weights
from marktscan.spreadsheets.results import RESULTS_FILE, fits, write_results

SHEETS = ["Leeswijzer", "Ranglijst", "Scores per thema", "Alle scores", "Gewichten", "Controle"]
AALSMEER = """
    | id | thema | soort | gewicht | bijzonder |
    |---|---|---|---|---|
    | ARC-01 | ARC | eis | 3 | |
    | ARC-02 | ARC | wens | 1 | |
    | ARC-03 | ARC | eis | 2 | KO |
    | DVL-01 | DVL | eis | 2 | nvt |
    | ZTC-01 | ZTC | eis | 5 | Won't |
    | OUD-01 | OUD | eis | 4 | |
    """
DIEMEN = """
    | id | thema | soort | gewicht | bijzonder |
    |---|---|---|---|---|
    | ARC-01 | ARC | wens | 2 | |
    | DVL-01 | DVL | eis | 1 | |
    """


def _scan(aalsmeer_themes: str = "ARC 60, DVL 40, ZTC 0") -> Scan:
    """Every state there is: answered, a mean of marks, unknown, granted, claimed, unanswered, unusable."""
    unusable = replace(submission("stuk", ""), readable=False)
    return scan(
        [
            requirements("aalsmeer", aalsmeer_themes, AALSMEER),
            requirements("diemen", "ARC 70, DVL 30", DIEMEN),
        ],
        [
            submission("noord", "ARC-01 C, ARC-02 S, DVL-01 X", "a ARC-02 8, b ARC-02 8, c ARC-02 6"),
            submission("oost", "ARC-01 P, ARC-02 S, ARC-03 S, DVL-01 M, OUD-01 S", "a ARC-01 10"),
            submission("west", "ARC-01 ?, DVL-01 S"),
            unusable,
        ],
        {"gelijk": "aalsmeer 1/2, diemen 1/2", "alleen": "aalsmeer 1, diemen 0"},
    )


def _write(folder: Path, found: Scan) -> tuple[Path, Results]:
    results, _ = score_scan(found)
    return folder / write_results(folder, found, results, stated_weights(found)), results


def test_same_input_same_bytes_and_the_sheets_in_order(tmp_path: Path):
    first, _ = _write(tmp_path / "a", _scan())
    second, _ = _write(tmp_path / "b", _scan())
    assert first == tmp_path / "a" / RESULTS_FILE
    assert first.read_bytes() == second.read_bytes()
    assert load_workbook(first).sheetnames == SHEETS


def test_every_sheet_is_one_named_table_that_can_be_read_aloud(tmp_path: Path):
    path, _ = _write(tmp_path, _scan())
    book = load_workbook(path)
    assert (book.properties.language, book.properties.creator) == ("nl-NL", None)
    for sheet in book:
        (table,) = sheet.tables.values()
        headings = [cell.value for cell in sheet[1]]
        assert all(headings)
        assert len({heading.casefold() for heading in headings}) == len(headings)
        assert (table.ref.split(":")[0], table.headerRowCount) == ("A1", 1)
        assert not sheet.merged_cells.ranges
    assert len({name for sheet in book for name in sheet.tables}) == len(SHEETS)


def test_a_text_keeps_its_distance_from_the_number_before_it(tmp_path: Path):
    path, _ = _write(tmp_path, _scan())
    for sheet in load_workbook(path):
        for heading in sheet[1]:
            cell = heading.offset(row=1)
            aside = ("left", 1) if cell.number_format == "@" else (None, 0)
            for place in (heading, cell):
                assert (place.alignment.horizontal, place.alignment.indent) == aside, place.coordinate


def test_every_score_is_a_formula_with_pythons_figure_beside_it(tmp_path: Path):
    path, results = _write(tmp_path, _scan())
    live, stored = load_workbook(path), load_workbook(path, data_only=True)
    scored = [e for r in (*results.municipalities.values(), *results.joint.values()) for e in r.scored]
    formulas = [row[3].value for row in live["Ranglijst"].iter_rows(min_row=2) if row[3].value]
    figures = [row[3].value for row in stored["Ranglijst"].iter_rows(min_row=2) if row[3].value is not None]
    assert all(formula.startswith("=") for formula in formulas)
    assert figures == [pytest.approx(float(entry.low)) for entry in scored]


def test_a_vendor_that_cannot_be_used_stays_in_every_list(tmp_path: Path):
    path, _ = _write(tmp_path, _scan())
    rows = load_workbook(path)["Ranglijst"].iter_rows(min_row=2, values_only=True)
    unusable = [row for row in rows if row[1] == "STUK"]
    assert len(unusable) == 4
    assert {row[2:7] for row in unusable} == {(None,) * 5}
    assert {row[8] for row in unusable} == {"Geen score: de antwoorden ontbreken"}


def test_a_scan_without_any_score_has_nothing_to_check(tmp_path: Path):
    path, _ = _write(tmp_path, scan([requirements("aalsmeer", "ARC 60", AALSMEER)], []))
    assert load_workbook(path)["Leeswijzer"]["B3"].value == "Er zijn geen scores."


def test_text_from_outside_never_becomes_a_formula(tmp_path: Path):
    found = _scan()
    vendor = replace(found.submissions[0].vendor, product="=1+1")
    others = found.submissions[1:]
    path, _ = _write(
        tmp_path, replace(found, submissions=(replace(found.submissions[0], vendor=vendor), *others))
    )
    cells = [cell for row in load_workbook(path)["Ranglijst"].iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value == "=1+1"} == {"s"}


def test_more_rows_than_a_sheet_holds_do_not_fit():
    results, _ = score_scan(_scan())
    assert fits(results)
    assert not fits(replace(results, contributions=results.contributions[:1] * 1_048_576))


@NEEDS_OFFICE
@pytest.mark.parametrize("language", ["nl-NL", "en-US"])
class TestAnotherProgram:
    """LibreOffice, told to compute everything anew, agrees in every cell."""

    def test_stored_values_are_not_simply_trusted(self, tmp_path: Path, language: str):
        from xlsxwriter import Workbook as NewWorkbook

        with NewWorkbook(tmp_path / "fout.xlsx") as book:
            book.add_worksheet("Een").write_formula("A1", "=1+1", None, 3)
        assert recomputed(tmp_path / "fout.xlsx", language)["Een"]["A1"].value == 2

    def test_every_figure_of_every_state(self, tmp_path: Path, language: str):
        path, _ = _write(tmp_path, _scan())
        assert list(differences(path, recomputed(path, language))) == []

    def test_every_figure_of_the_example(self, tmp_path: Path, example_project: Path, language: str):
        from marktscan import pipeline

        outcome = pipeline.score(example_project)
        path = tmp_path / RESULTS_FILE
        stated = stated_weights(outcome.scan)
        write_results(tmp_path, outcome.scan, outcome.results, stated, outcome.background.costs)
        assert list(differences(path, recomputed(path, language))) == []

    def test_a_changed_weight_gives_what_scoring_again_gives(self, tmp_path: Path, language: str):
        path, _ = _write(tmp_path, _scan())
        book = load_workbook(path)
        weights = book["Gewichten"]
        assert [cell.value for cell in weights[2]][:4] == ["thema", "ARC", "ARC", 60]
        weights["D2"] = 10
        book.save(path)
        found = recomputed(path, language)
        again, _ = score_scan(_scan("ARC 10, DVL 40, ZTC 0"))
        before, _ = score_scan(_scan())
        assert _places(found, 2) == _ranks(again) != _ranks(before) == _places(found, 5)
        assert sorted(_scores(found)) == pytest.approx(sorted(_expected(again)))
        verdicts = {row[7].value for row in found["Controle"].iter_rows(min_row=2)}
        assert verdicts == {"gelijk", "wijkt af"}
        assert found["Leeswijzer"]["B3"].value.startswith("Er zijn verschillen")


def _expected(results: Results) -> list[float]:
    rankings = (*results.municipalities.values(), *results.joint.values())
    return [float(entry.low or Fraction(0)) for ranking in rankings for entry in ranking.scored]


def _ranks(results: Results) -> dict[tuple[str, str], int | None]:
    """Place by municipality and product."""
    return {
        (slug, entry.vendor.upper()): entry.rank
        for slug, ranking in results.municipalities.items()
        for entry in ranking.scored
    }


def _places(book: Workbook, column: int) -> dict[tuple[str, str], object]:
    """The same from the sheet: live places stand in column 2, those of marktscan in column 5, from 0."""
    rows = book["Ranglijst"].iter_rows(min_row=2, values_only=True)
    named = ((row[0].lower(), row[1], row[column]) for row in rows if row[column] is not None)
    return {(slug, product): place for slug, product, place in named if slug in {"aalsmeer", "diemen"}}


def _scores(book: Workbook) -> list[float]:
    rows = book["Ranglijst"].iter_rows(min_row=2, values_only=True)
    return [row[3] for row in rows if row[3] is not None]

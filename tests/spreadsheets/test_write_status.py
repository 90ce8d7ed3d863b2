"""The status of an answer row, as rule and as formula."""

import pytest
from openpyxl import load_workbook

from marktscan.spreadsheets.columns import ANSWERS, REQUIREMENTS, THEMES
from marktscan.spreadsheets.progress import progress
from marktscan.spreadsheets.sheet import Sheet
from marktscan.spreadsheets.status import status, status_formula
from marktscan.spreadsheets.write import ReadMe, write_workbook

README = ReadMe("Vragenlijst", "Kade", (), (), (), "projectleider", "1 december 2026", "1.0")

EXAMPLES = [
    ({}, "Nog invullen"),
    ({"explanation": "volgt"}, "Nog invullen"),
    ({"code": "S"}, "Toelichting nodig"),
    ({"code": "S", "evidence": "handleiding, blz. 4"}, "Gereed"),
    ({"code": "C", "evidence": "handleiding"}, "Toelichting nodig"),
    ({"code": "C", "evidence": "handleiding", "explanation": "twee uur"}, "Gereed"),
    ({"code": "P", "explanation": "via X"}, "Toelichting nodig"),
    ({"code": "P", "explanation": "via X", "surcharge": "€ 100"}, "Gereed"),
    ({"code": "R", "available": "Q3 2027"}, "Toelichting nodig"),
    ({"code": "R", "available": "Q3 2027", "committed": False}, "Gereed"),
    ({"code": "M"}, "Toelichting nodig"),
    ({"code": "M", "surcharge": "40 uur"}, "Gereed"),
    ({"code": "N"}, "Gereed"),
    ({"code": "N", "confidential": "ja"}, "Toelichting nodig"),
    ({"code": "N", "confidential": "ja", "confidential_reason": "concurrentie"}, "Gereed"),
    ({"code": "X"}, "Toelichting nodig"),
    ({"code": "X", "explanation": "geen oude koppelingen"}, "Gereed"),
]


@pytest.mark.parametrize(("row", "expected"), EXAMPLES)
def test_a_code_asks_for_its_own_words(row, expected):
    assert status(row) == expected


def test_the_formula_names_the_cells_of_its_own_row():
    formula = status_formula(ANSWERS, 4)
    assert formula.startswith('=IF($F5="","Nog invullen",IF(OR(AND($F5="S",OR($H5="")),')
    assert all(function not in formula for function in ("TEXT(", "VALUE(", "XLOOKUP("))


def test_the_status_is_a_formula_with_its_value_beside_it(tmp_path):
    path = tmp_path / "answers.xlsx"
    rows = [{"id": f"ARC-{number:02}", **row} for number, (row, _) in enumerate(EXAMPLES)]
    write_workbook(path, README, [Sheet(ANSWERS, rows)], fictitious=True)
    cached = load_workbook(path, data_only=True)["Vragen"]
    assert [cached[f"N{row}"].value for row in range(2, len(rows) + 2)] == [e for _, e in EXAMPLES]
    assert load_workbook(path)["Vragen"]["N2"].value == status_formula(ANSWERS, 1)


def test_progress_counts_what_is_ready_and_points_at_the_first_open_row():
    ready, first_open = progress(Sheet(ANSWERS, [row for row, _ in EXAMPLES]))
    assert (ready.label, ready.value) == ("Vragen", "8 van 17 gereed")
    assert ready.formula.startswith('=COUNTIF(Vragen!$N$2:$N$2000,"Gereed")&" van "&COUNTA(')
    assert first_open.value == "Ga naar de eerste open rij"
    (_, done) = progress(Sheet(ANSWERS, [{"code": "N"}]))
    assert done.value == "Er is geen open rij"


def test_progress_counts_required_columns_and_adds_up_theme_weights():
    lines = {line.label: line for line in progress(Sheet(REQUIREMENTS, [{"theme": "ARC"}, {"weight": 3}]))}
    assert lines["Eisen: Thema"].value == "1 van 2 ingevuld"
    assert lines["Eisen: Gewicht"].formula.startswith("=COUNTA(Eisen!$I$2:$I$2000)")
    *_, total = progress(Sheet(THEMES, [{"weight": 60}, {"weight": 39}, {"weight": None}]))
    assert (total.value, total.formula) == (99, "=SUM('Thema''s'!$C$2:$C$2000)")

"""scores.csv: the same figures as the score table, in a file that carries out nothing."""

import csv
from dataclasses import replace
from io import StringIO

import pytest
from cli.small_scan import RESULTS

from marktscan.delivery import score_table_csv


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(content.decode("utf-8-sig").splitlines(), delimiter=";"))


def test_a_row_per_score_with_its_cells():
    first, unknown, granted, marked = rows(score_table_csv(RESULTS))
    assert first == {
        "Gemeente": "diemen",
        "Leverancier": "kade",
        "Thema": "A",
        "Eis-ID": "A-1",
        "Antwoord": "S",
        "Toestand": "beantwoord",
        "Punten": "100,000000",
        "Hoogste punten": "100,000000",
        "Gewicht": "3",
        "Deel van de score": "0,450000",
        "Bijdrage aan de score": "45,000000",
        "Reden": "antwoord S",
        "Cellen": "vendors/kade/answers.xlsx · Vragen!F1",
    }
    assert (unknown["Punten"], unknown["Hoogste punten"]) == ("0,000000", "100,000000")
    assert granted["Toestand"] == "niet van toepassing"
    assert (marked["Punten"], marked["Bijdrage aan de score"]) == ("66,666667", "26,666667")


def test_spreadsheet_programs_see_which_characters_and_columns():
    content = score_table_csv(RESULTS)
    assert content.startswith(b"\xef\xbb\xbfGemeente;Leverancier;")
    assert content.endswith(b"\r\n")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_text_becomes_a_formula(start):
    row = replace(RESULTS.contributions[0], requirement=f"{start}A1", reason=f"{start}1;2")
    text = score_table_csv(replace(RESULTS, contributions=(row,))).decode("utf-8-sig")
    _, found = csv.reader(StringIO(text, newline=""), delimiter=";")
    assert found[3] == f"'{start}A1"
    assert found[-2] == f"'{start}1;2"

"""The sheets about money in the result workbook, by hand and by another program.

Two municipalities, two years, 10 % more in the second: a yearly amount counts 2,1 times.
Aalsmeer has 10 users, Diemen 30. Noord: Licentie € 5 a year a user, Inrichting € 10 once.
"""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from scoring.scans import asked, scan, submission
from scoring.test_costs import price_lines
from spreadsheets.recomputing import NEEDS_OFFICE, differences, recomputed

from marktscan.domain.conventions import CostRules, InternalCost
from marktscan.domain.costs import Costs, Frontier, Place, Worth
from marktscan.domain.project import Forms, PriceKind, PriceSheet
from marktscan.domain.scan import Scan
from marktscan.scoring import score_scan
from marktscan.scoring.asked import stated_weights
from marktscan.scoring.costs import costs
from marktscan.spreadsheets.results import fits, write_results
from marktscan.spreadsheets.results.cost_beside import per_point

SHEETS = ["Kosten", "Kosten en kwaliteit", "Kostenregels", "Aantallen"]
RULES = CostRules(
    years=2,
    indexation=Decimal("0.1"),
    exit=("Exit",),
    internal=(
        InternalCost("Uren", {"aalsmeer": Decimal(7)}, {"aalsmeer": Decimal("0.5"), "diemen": Decimal(3)}),
    ),
)
SHEET = PriceSheet(
    (PriceKind("Licentie", "per gebruiker", "gebruikers"),), {"gebruikers": {"aalsmeer": 10, "diemen": 30}}
)
NOORD = """| Licentie | Aalsmeer | | | | 5 | |
| Licentie | Diemen | | | 0 | 5 | |
| Inrichting | Aalsmeer | | | 10 | | |
| Inrichting | Diemen | | | 10 | | |
| Exit | Aalsmeer | | | 20 | 1 | |
| Exit | Diemen | | | 20 | 1 | |
| =1+1 | Diemen | per stuk | 3 | 0.335 | | ja |"""
OOST = """| Licentie | Aalsmeer | | | | 4 | |
| Licentie | Diemen | | | | | |
| Opstart | | per stuk | 2 | 1000.005 | | |"""
ZUID = """| Licentie | Aalsmeer | | | | 6 | |
| Licentie | Diemen | | | | 7 | |"""
WEST = """| Licentie | Aalsmeer | | | | 8 | |
| Licentie | Diemen | | | | 8 | |"""
TABLES = {"leeg": "", "noord": NOORD, "oost": OOST, "west": WEST, "zuid": ZUID}
ANSWERS = {"leeg": "S", "noord": "C", "oost": "S", "west": "P", "zuid": "S"}


def made() -> Scan:
    """Every state: complete, a lower bound, no price at all; on the line, beaten, and not yet known."""
    lists = [asked(slug, "ARC 100", "ARC-01 eis 1") for slug in ("aalsmeer", "diemen")]
    vendors = [
        replace(submission(name, f"ARC-01 {ANSWERS[name]}"), prices=price_lines(table) if table else ())
        for name, table in TABLES.items()
    ]
    of = scan(lists, vendors, {"gelijk": "aalsmeer 1/2, diemen 1/2"})
    return replace(of, project=replace(of.project, costs=RULES, forms=Forms(price_sheet=SHEET)))


def write(folder: Path, of: Scan | None = None) -> tuple[Path, Costs]:
    of = of or made()
    results, _ = score_scan(of)
    money = costs(of, results)
    return folder / write_results(folder, of, results, stated_weights(of), money), money


def rows(book: Workbook, sheet: str) -> list[tuple]:
    return list(book[sheet].iter_rows(min_row=2, values_only=True))


def stored(path: Path, sheet: str) -> list[tuple]:
    return rows(load_workbook(path, data_only=True), sheet)


def test_money_stands_between_the_scores_and_the_check(tmp_path: Path) -> None:
    path, _ = write(tmp_path)
    names = load_workbook(path).sheetnames
    assert [names[0], *names[5:9], names[-1]] == ["Leeswijzer", *SHEETS, "Controle"]
    again, _ = write(tmp_path / "b")
    assert path.read_bytes() == again.read_bytes()


def test_without_costs_there_is_no_sheet_about_money(tmp_path: Path) -> None:
    of = made()
    results, _ = score_scan(of)
    path = tmp_path / write_results(tmp_path, of, results, stated_weights(of))
    assert not set(SHEETS) & set(load_workbook(path).sheetnames)
    guide = str(rows(load_workbook(path), "Leeswijzer"))
    assert "prijzen" not in guide


def test_totals_by_hand(tmp_path: Path) -> None:
    """Aalsmeer: 10 × 5 × 2,1 = 105, 10 once, exit 20 + 2,10, own 7 + 1,05; Diemen: 30 × 5 × 2,1, own 6,30."""
    path, _ = write(tmp_path)
    found = {row[:2]: row[2:10] for row in stored(path, "Kosten")}
    assert found["NOORD", "Aalsmeer"] == (10, 105, 22.1, 8.05, 145.15, 0, "ja", 0)
    assert found["NOORD", "Diemen"] == (10, 315, 22.1, 6.3, 353.4, 1.01, "ja", 0)
    assert found["NOORD", "Samen"] == (20, 420, 44.2, 14.35, 498.55, 1.01, "ja", 0)


def test_what_is_missing_is_an_empty_cell_and_told(tmp_path: Path) -> None:
    """Oost has no price for Diemen, and one for all together; leeg has no price at all."""
    path, _ = write(tmp_path)
    found = {row[:2]: row[2:] for row in stored(path, "Kosten")}
    assert found["OOST", "Diemen"][0:5] == (None, None, None, 6.3, None)
    assert found["OOST", "Diemen"][8] == "Onbekend: er is geen prijs"
    assert found["OOST", "Samen"][0] == 2000.01
    assert found["OOST", "Samen"][8].startswith("Ten minste")
    assert found["LEEG", "Samen"][4] is None
    missing = [row for row in stored(path, "Kostenregels") if row[12]]
    assert [row[:3] for row in missing] == [
        ("LEEG", "Samen", "alle kosten"),
        ("OOST", "Diemen", "Licentie"),
    ]
    assert all(row[3:11] == (None,) * 8 for row in missing)
    assert {row[12].rpartition(": ")[2] for row in missing} == {"telt niet mee, en is niet € 0"}


def test_every_line_names_its_cell(tmp_path: Path) -> None:
    path, _ = write(tmp_path)
    noord = [row for row in stored(path, "Kostenregels") if row[0] == "NOORD"]
    assert [(row[1], row[2], row[11].partition(" · ")[2]) for row in noord][:4] == [
        ("Aalsmeer", "Licentie", "Kosten!F2"),
        ("Aalsmeer", "Inrichting", "Kosten!E4"),
        ("Aalsmeer", "Exit", "Kosten!E6, F6"),
        ("Aalsmeer", "Uren", "costs.internal!Uren"),
    ]
    assert [row[5] for row in noord if row[2] == "Licentie"] == [10, 30]


def test_quantities_look_like_what_they_are(tmp_path: Path) -> None:
    path, _ = write(tmp_path)
    sheet = load_workbook(path)["Aantallen"]
    shown = {place: sheet[place].number_format for place in ("C2", "C3", "C4", "D5")}
    assert shown == {"C2": "General", "C3": "0.0##%", "C4": "0.0000000000", "D5": "#,##0"}
    assert not sheet["D5"].protection.locked
    assert load_workbook(path)["Kostenregels"]["F2"].number_format == "#,##0"


def test_amounts_are_formulas_and_text_from_outside_is_not(tmp_path: Path) -> None:
    path, _ = write(tmp_path)
    book = load_workbook(path)
    own = [cell for row in book["Kostenregels"].iter_rows() for cell in row if cell.value == "=1+1"]
    assert [cell.data_type for cell in own] == ["s"]
    amounts = [cell for row in book["Kosten"].iter_rows(min_row=2, min_col=3, max_col=8) for cell in row]
    assert {cell.data_type for cell in amounts if cell.value is not None} == {"f"}


def test_the_line_and_the_price_of_a_point_agree_with_the_frontier(tmp_path: Path) -> None:
    """Together noord has 90 points for 498,55 and zuid 100 for 581,35: € 8,28 a point. West has 70 for more.

    In Aalsmeer oost, 100 points for at least 92,05, may still be better than zuid at 134,05.
    """
    path, money = write(tmp_path)
    found = {row[:2]: row[2:] for row in stored(path, "Kosten en kwaliteit")}
    for frontier in money.frontiers:
        assert {step.better: step.euro_per_point for step in frontier.steps} == {
            place.vendor: euros for place in frontier.places if (euros := per_point(frontier, place))
        }
    assert {vendor: row[5:8] for (ranking, vendor), row in found.items() if "Samen" in ranking} == {
        "NOORD": (1, "op de grens", None),
        "ZUID": (1, "op de grens", 8.28),
        "WEST": (0, "er is iets beters voor niet meer geld", None),
        "OOST": (0, "er is iets beters voor niet meer geld", None),
        "LEEG": (None, "niet te vergelijken", None),
    }
    assert {vendor: row[6] for (ranking, vendor), row in found.items() if ranking == "Aalsmeer"} == {
        "OOST": "nog niet te zeggen",
        "NOORD": "er is iets beters voor niet meer geld",
        "ZUID": "nog niet te zeggen",
        "WEST": "er is iets beters voor niet meer geld",
        "LEEG": "niet te vergelijken",
    }


def test_equals_on_the_line_have_the_same_price_of_a_point() -> None:
    def place(vendor: str, quality: int, cost: int) -> Place:
        return Place(vendor, Fraction(quality), Decimal(cost), complete=True, worth=Worth.EFFICIENT)

    found = Frontier("key:gelijk", (place("a", 90, 300), place("b", 100, 500), place("c", 100, 500)), ())
    assert [per_point(found, item) for item in found.places] == [None, 20, 20]


def test_more_lines_than_a_sheet_holds_do_not_fit() -> None:
    of = made()
    results, _ = score_scan(of)
    money = costs(of, results)
    assert fits(results, money)
    many = replace(money.vendors[1], lines=money.vendors[1].lines[:1] * 1_048_576)
    assert not fits(results, replace(money, vendors=(many,)))


@NEEDS_OFFICE
@pytest.mark.parametrize("language", ["nl-NL", "en-US"])
class TestAnotherProgram:
    """LibreOffice, told to compute everything anew, agrees in every cell about money."""

    def test_every_amount_of_every_state(self, tmp_path: Path, language: str) -> None:
        path, _ = write(tmp_path)
        assert list(differences(path, recomputed(path, language))) == []

    def test_without_a_rise_too(self, tmp_path: Path, language: str) -> None:
        of = made()
        flat = replace(of, project=replace(of.project, costs=replace(RULES, indexation=Decimal(0))))
        path, _ = write(tmp_path, flat)
        assert list(differences(path, recomputed(path, language))) == []

    def test_changed_years_rise_and_users_give_what_computing_again_gives(
        self, tmp_path: Path, language: str
    ) -> None:
        path, _ = write(tmp_path)
        book = load_workbook(path)
        settings = book["Aantallen"]
        assert [settings[place].value for place in ("C2", "C3", "E5")] == [2, 0.1, 30]
        settings["C2"], settings["C3"], settings["E5"] = 3, 0.02, 40
        book.save(path)
        found = recomputed(path, language)
        of = made()
        other = PriceSheet(SHEET.lines, {"gebruikers": {"aalsmeer": 10, "diemen": 40}})
        project = replace(
            of.project,
            costs=replace(RULES, years=3, indexation=Decimal("0.02")),
            forms=Forms(price_sheet=other),
        )
        again, _ = write(tmp_path / "opnieuw", replace(of, project=project))
        for sheet in ("Kosten", "Kosten en kwaliteit"):
            for ours, theirs in zip(stored(again, sheet), rows(found, sheet), strict=True):
                assert [cell or "" for cell in ours if not isinstance(cell, float | int)] == [
                    cell or "" for cell in theirs if not isinstance(cell, float | int)
                ]
                assert [cell for cell in ours if isinstance(cell, float | int)] == pytest.approx(
                    [cell for cell in theirs if isinstance(cell, float | int)]
                )
        assert {row[7] for row in rows(found, "Controle")} == {"gelijk", "wijkt af"}

    def test_who_leaves_the_line_is_different_and_no_error(self, tmp_path: Path, language: str) -> None:
        """Every answer is worth the same: nobody has more points for more money, so no point has a price."""
        path, _ = write(tmp_path)
        book = load_workbook(path)
        weights = book["Gewichten"]
        for row in weights.iter_rows(min_row=2):
            if row[0].value == "punten":
                row[3].value = row[4].value = 50
        book.save(path)
        found = recomputed(path, language)
        told = [row[4:] for row in rows(found, "Controle") if row[0] == "euro per punt"]
        assert told == [(None, 9.39, -9.39, "wijkt af"), (None, 8.28, -8.28, "wijkt af")]
        everything = [cell for sheet in found.sheetnames for row in rows(found, sheet) for cell in row]
        assert not [cell for cell in everything if isinstance(cell, str) and cell.startswith("#")]

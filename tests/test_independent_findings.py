"""What the annexes of findings and of files count and quote, a second time from the cells and the files."""

import re
from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import openpyxl
import pytest
from printed import percent, printed
from recomputed import Row, products, programme, vendors
from test_independent_recomputation import ROOT, again

pytestmark = pytest.mark.xdist_group("independent")
REPORTS = ("stuurgroep", "gemeente-diemen")
MORE = re.compile(r"En nog (\d+) keer")
NAMED = 4
"""Cells that one row names; the others it counts."""


def _rows(report: str) -> list[list[str]]:
    tables = ("Fouten", "Om naar te kijken", "Anders gelezen dan geschreven")
    return [row for name in tables for row in printed(report).by_caption.get(name, [[]])[1:]]


def _times(row: list[str]) -> int:
    """For how many findings this row stands."""
    more = MORE.search(row[1])
    return 1 + (int(more[1]) if more else 0)


@pytest.mark.parametrize("report", REPORTS)
def test_the_title_counts_the_findings_that_stand_there(report: str) -> None:
    title = re.search(r"Geen fouten en (\d+) andere bevindingen", printed(report).words)
    assert title is not None
    assert int(title[1]) == sum(map(_times, _rows(report)))


@pytest.mark.parametrize("report", REPORTS)
def test_every_fingerprint_is_that_of_a_file_and_every_file_has_one(report: str) -> None:
    """An assessor's workbook has another name in a report, and the same fingerprint."""
    shown = printed(report).table("Vingerafdruk van elk invoerbestand")
    found = [
        ROOT / "marktscan.toml",
        *sorted((ROOT / "rules").glob("*.json")),
        *sorted(file for part in ("requirements", "vendors") for file in (ROOT / part).rglob("*.xlsx")),
    ]
    assert Counter(map(tuple, map(_named, shown))) == Counter(
        tuple(_named([str(file.relative_to(ROOT)), sha256(file.read_bytes()).hexdigest()])) for file in found
    )
    words = printed(report).words
    assert f"Alle cijfers komen uit {len(found)} bestanden" in words
    assert f"uit {len(found)} bestanden. Wie dezelfde" in words


def _named(row: list[str]) -> list[str]:
    folder, marks, _ = row[0].partition("/assessments/")
    return [folder if marks else row[0], row[1]]


def _cells(file: Path, sheet: str, column: str, told: Callable[[Row], bool]) -> list[str]:
    """The cells in this column of the rows of which something is told."""
    book = openpyxl.load_workbook(file)[sheet]
    head, *body = book.iter_rows(values_only=True)
    names = [str(name).removesuffix(" (invullen)") for name in head]
    rows = (dict(zip(names, values, strict=True)) for values in body)
    return [f"{column}{at}" for at, row in enumerate(rows, start=2) if row[names[0]] and told(row)]


def _unanswered(row: Row) -> bool:
    return row["Antwoord"] is None and row["Eis-ID"] in programme()


def _without_proof(row: Row) -> bool:
    return row["Antwoord"] in {"S", "C"} and not row["Bewijs/verwijzing"]


def _without_amount(row: Row) -> bool:
    return row["Eenmalig"] is None and row["Per jaar"] is None


UNFILLED = {
    "A204": ("answers.xlsx", "Vragen", "F", _unanswered),
    "A206": ("answers.xlsx", "Vragen", "H", _without_proof),
    "K102": ("prices.xlsx", "Kosten", "E", _without_amount),
}


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("code", UNFILLED)
def test_what_is_not_filled_in_is_told_with_its_cells(report: str, code: str) -> None:
    file, sheet, column, told = UNFILLED[code]
    expected = {}
    for vendor in vendors():
        if cells := _cells(ROOT / "vendors" / vendor / file, sheet, column, told):
            expected[f"vendors/{vendor}/{file} · {sheet}!{_listed(cells)}"] = len(cells)
    assert {row[2]: _times(row) for row in _rows(report) if row[0] == code} == expected


def _listed(cells: list[str]) -> str:
    if len(cells) > NAMED + 1:
        return f"{', '.join(cells[:NAMED])} en {len(cells) - NAMED} andere"
    return " en ".join(filter(None, (", ".join(cells[:-1]), cells[-1])))


@pytest.mark.parametrize("report", REPORTS)
def test_marks_without_a_reason_are_counted_by_package_and_named_by_no_cell(report: str) -> None:
    expected = {}
    for vendor in vendors():
        files = (ROOT / "vendors" / vendor / "assessments").glob("*.xlsx")
        bare = sum(len(_cells(file, "Beoordeling", "H", _without_reason)) for file in files)
        expected |= {f"vendors/{vendor}/assessments/": bare} if bare else {}
    assert {row[2]: _times(row) for row in _rows(report) if row[0] == "B102"} == expected


def _without_reason(row: Row) -> bool:
    return row["Cijfer"] is not None and not row["Motivering"]


@pytest.mark.parametrize("report", REPORTS)
def test_how_much_is_answered_is_told_of_who_answered_too_little(report: str) -> None:
    (told,) = (row for row in _rows(report) if row[0] == "A221")
    short = {key: found[2] for key, found in sorted(again().items()) if 100 * found[2] < 90}
    assert _times(told) == len(short)
    assert {vendor for _, vendor in short} == {"kade-zaken"}
    (slug, vendor), share = next(iter(short.items()))
    assert f"Bij {slug.title()} heeft {products()[vendor]} {percent(share)} van het gewicht" in _plain(
        told[1]
    )


def _plain(words: str) -> str:
    return " ".join(words.split())

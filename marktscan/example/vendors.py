"""Writes vendors/: what the invented vendors returned and what the assessors made of it."""

from collections.abc import Iterator
from pathlib import Path

from marktscan.example.answers import answer_rows
from marktscan.example.consensus import consensus_rows
from marktscan.example.marks import mark_rows
from marktscan.example.prices import price_rows
from marktscan.example.settings import mark_levels, themes
from marktscan.example.submission_files import InventedVendor, invented_assessors, invented_vendors
from marktscan.example.vendor_readmes import answers_readme, consensus_readme, marks_readme, prices_readme
from marktscan.spreadsheets.choices import mark_choices, theme_choices
from marktscan.spreadsheets.columns import ANSWERS, CONSENSUS, MARKS, PRICES, VENDOR, VENDOR_FACTS
from marktscan.spreadsheets.sheet import Row
from marktscan.spreadsheets.write import ReadMe, Sheet, write_workbook


def write_vendors(directory: Path) -> tuple[Path, ...]:
    """Write a folder per vendor into `directory`/vendors and name the files."""
    folder = directory / "vendors"
    return tuple(path for vendor in invented_vendors() for path in _write(folder / vendor.slug, vendor))


def _write(folder: Path, vendor: InventedVendor) -> Iterator[Path]:
    answered = (Sheet(VENDOR, _facts(vendor)), Sheet(ANSWERS, answer_rows(vendor.slug)))
    yield _workbook(folder / "answers.xlsx", answers_readme(vendor), *answered)
    yield _workbook(folder / "prices.xlsx", prices_readme(vendor), Sheet(PRICES, price_rows(vendor)))
    for assessor in invented_assessors():
        path = folder / "assessments" / f"{assessor.slug}.xlsx"
        yield _workbook(path, marks_readme(vendor, assessor.slug), Sheet(MARKS, mark_rows(vendor, assessor)))
    agreed = Sheet(CONSENSUS, consensus_rows(vendor))
    yield _workbook(folder / "consensus.xlsx", consensus_readme(vendor), agreed)


def _facts(vendor: InventedVendor) -> list[Row]:
    """The sheet Leverancier."""
    return [{"fact": label, "value": getattr(vendor, name)} for name, label in VENDOR_FACTS.items()]


def _workbook(path: Path, readme: ReadMe, *sheets: Sheet) -> Path:
    choices = {"themas": theme_choices(themes()), "cijfers": mark_choices(mark_levels())}
    write_workbook(path, readme, sheets, fictitious=True, choices=choices)
    return path

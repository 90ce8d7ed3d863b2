"""Put the result workbook together: Leeswijzer first, then the sheets with numbers."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook

from marktscan.domain.conventions import TOGETHER
from marktscan.domain.costs import Costs
from marktscan.domain.results import Results
from marktscan.domain.scan import Scan
from marktscan.spreadsheets.draft import Draft
from marktscan.spreadsheets.look import Look
from marktscan.spreadsheets.results.cells import write_sheet
from marktscan.spreadsheets.results.check import check
from marktscan.spreadsheets.results.cost_beside import beside
from marktscan.spreadsheets.results.cost_layout import CostLayout
from marktscan.spreadsheets.results.cost_quantities import quantities
from marktscan.spreadsheets.results.cost_rows import cost_rows
from marktscan.spreadsheets.results.cost_totals import totals
from marktscan.spreadsheets.results.guide import guide
from marktscan.spreadsheets.results.layout import Layout
from marktscan.spreadsheets.results.rankings import rankings
from marktscan.spreadsheets.results.rows import all_rows
from marktscan.spreadsheets.results.themes import themes
from marktscan.spreadsheets.results.weights import weights
from marktscan.spreadsheets.write import CREATED, FICTITIOUS, SAFE, save
from marktscan.spreadsheets.write_language import in_dutch
from marktscan.spreadsheets.write_readme import ReadMe
from marktscan.spreadsheets.write_value import clean_text

RESULTS_FILE = "build/results.xlsx"
MOST_ROWS, MOST_MUNICIPALITIES = 1_048_575, 100
"""What a sheet holds below its headings, and what one formula can add up."""


def fits(results: Results, costs: Costs | None = None) -> bool:
    """Whether the outcome goes into one workbook."""
    lines = sum(len(v.lines) + len(v.totals[TOGETHER].gaps) for v in costs.vendors) if costs else 0
    rows = max(len(results.contributions), lines)
    return rows <= MOST_ROWS and len(results.municipalities) <= MOST_MUNICIPALITIES


def write_results(
    root: Path,
    scan: Scan,
    results: Results,
    stated: Mapping[str, Mapping[str, int]],
    costs: Costs | None = None,
) -> Path:
    """Write the outcome to build/results.xlsx in one move and give that path, relative to `root`.

    `stated` are the theme weights that count, by municipality and theme; without `costs` there are no sheets
    about money. Same input, same bytes. Only what `fits` can be written.
    """
    layout = Layout(scan, results, stated)
    money = CostLayout(layout, costs) if costs else None
    content = BytesIO()
    with Workbook(content, SAFE) as book:
        book.set_properties({"title": clean_text(_title(scan)), "author": "", "created": CREATED})
        draft = Draft(book, Look(book), _readme(scan).print_texts(_label(scan)), {}, locked=True)
        control = check(layout, money)
        sheets = [make(layout) for make in (rankings, themes, all_rows, weights)]
        sheets += [make(money) for make in (totals, beside, cost_rows, quantities)] if money else []
        for table in (guide(scan, len(control.rows), money=bool(money)), *sheets, control):
            write_sheet(draft, table)
    save(root / RESULTS_FILE, in_dutch(content.getvalue()))
    return Path(RESULTS_FILE)


def _title(scan: Scan) -> str:
    return f"Uitkomsten: {scan.project.title}"


def _label(scan: Scan) -> str:
    return FICTITIOUS if scan.project.fictitious else ""


def _readme(scan: Scan) -> ReadMe:
    return ReadMe(_title(scan), "Alle gemeenten samen", (), (), (), "", "", scan.project.version)

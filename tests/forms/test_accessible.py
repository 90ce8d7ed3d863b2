"""Every workbook the program writes can be filled in without seeing colours, and read aloud."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from markdown_workbook import write_markdown
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from marktscan import outgoing
from marktscan.forms import NewProject, write_new_project
from marktscan.forms.new_project import CATALOGUE
from marktscan.importing import bring_in, write_taken
from marktscan.merging import propose
from marktscan.spreadsheets.columns import FILL_IN
from marktscan.spreadsheets.status import INCOMPLETE, OPEN, READY
from marktscan.spreadsheets.write_proposals import write_proposals
from marktscan.spreadsheets.write_table import table_name

pytestmark = pytest.mark.xdist_group("forms")  # read and written once, in one worker

LINK_TO_A_CELL = re.compile(r'Target="[\w.\\-]+\.xlsx" TargetMode="External"')
ROOT = Path(__file__).parents[2]
START = date(2026, 11, 23)
WITHOUT_TABLE = {"Lees mij", "Keuzelijsten", "_marktscan"}
INTENDED = {
    "Vragen": re.compile(
        r'=IF\(\$F(\d+)="","Nog invullen",IF\(OR\(AND\(.+\)\),"Toelichting nodig","Gereed"\)\)'
    ),
    "Lees mij": re.compile(
        r'=(?:COUNTIFS?\([^()]+\)&" van "&COUNT(?:A|IF)\([^()]+\)&" gereed"'
        r'|COUNTA\([^()]+\)&" van "&COUNT(?:A|IF)\([^()]+\)&" ingevuld"'
        r"|SUM\([^()]+\)"
        r'|IFERROR\(HYPERLINK\("#Vragen!F"&\(1\+MATCH\(.+\)\),"[^"]+"\),"[^"]+"\))'
    ),
}
"""Every formula a form may hold, by sheet; anything else is a mistake."""


@pytest.fixture(scope="module")
def workbooks(tmp_path_factory, outcome, questionnaires, scoresheets):
    """Every kind of workbook: as the example holds it, as it goes out, and of a fresh project."""
    new = NewProject(("Uithoorn",), "Proef", "Zaak", START)
    files = [
        *(ROOT / "requirements").glob("*.xlsx"),
        *(ROOT / "vendors/kade-zaken").rglob("*.xlsx"),
        *(path for path in questionnaires[1] if path.parent.name == "kade-zaken"),
        *(path for path in scoresheets[1] if "kade-zaken" in path.parts),
        *write_new_project(tmp_path_factory.mktemp("fresh"), new),
        write_proposals(tmp_path_factory.mktemp("proposals"), outcome.scan.project, proposals(outcome.scan)),
        brought_in(tmp_path_factory.mktemp("import")),
        *outgoing.repair(tmp_path_factory.mktemp("repairs"), outcome)[1],
    ]
    return [(path, load_workbook(path)) for path in files if path.suffix == ".xlsx"]


def proposals(scan):
    """What people decided, with a column that they added themselves."""
    noted = {"Notulen": "=1+1", "Actie voor": START}
    decided = [replace(item, noted=noted) for item in scan.decisions]
    return propose(scan.project, scan.lists, decided)


def brought_in(folder):
    """The workbook of a list that was brought in, with a row that could not be taken over."""
    source = folder / "lijst.xlsx"
    rows = "| Nr | Eis | Prio |\n|-|-|-|\n| A1 | Het systeem zoekt. | M |\n| | Het systeem telt. | S |"
    write_markdown(source, {"PvE": rows})
    target = folder / "diemen.xlsx"
    write_taken(target, source.name, bring_in(source).taken)
    return target


def tables(workbooks):
    """Every sheet with a table, with its workbook's path."""
    return [(path, sheet) for path, book in workbooks for sheet in book if sheet.title not in WITHOUT_TABLE]


def test_there_is_one_of_every_kind(workbooks):
    kinds = {sheet.title for _, sheet in tables(workbooks)}
    assert kinds == {
        "Eisen",
        "Thema's",
        "Catalogus",
        "Besluiten",
        "Vragen",
        "Leverancier",
        "Kosten",
        "Beoordeling",
        "Consensus",
        "Herstellen",
        "Bericht",
        "Niet overgenomen",
    }


def test_it_has_a_title_and_says_that_it_is_dutch(workbooks):
    for path, book in workbooks:
        assert book.properties.title
        assert book.properties.language == "nl-NL"
        assert book.properties.creator in {None, ""}
        assert book.sheetnames[0] == "Lees mij"
        assert book["Lees mij"]["A1"].value == book.properties.title, path


def test_every_table_has_one_row_of_unique_headings(workbooks):
    for path, sheet in tables(workbooks):
        (table,) = sheet.tables.values()
        headings = [cell.value for cell in sheet[1]]
        assert table.ref.startswith("A1:"), path
        assert table.headerRowCount == 1
        assert all(headings)
        assert len({heading.casefold() for heading in headings}) == len(headings)
        assert sheet.freeze_panes == "B2"
        assert sheet.print_title_rows == "$1:$1"


def test_every_table_has_a_name_of_its_own_and_a_description(workbooks):
    for path, book in workbooks:
        names = [name for sheet in book for name in sheet.tables]
        assert len(set(names)) == len(names)
        assert all(re.fullmatch("tabel_[a-z]+", name) for name in names)
        with ZipFile(path) as archive:
            parts = [archive.read(name).decode() for name in archive.namelist() if "/tables/" in name]
        assert all(
            'altText="' in part and 'altTextSummary="Tabel met één rij koppen: ' in part for part in parts
        )


def test_no_cells_are_merged_and_no_row_is_blank(workbooks):
    for path, book in workbooks:
        for sheet in book:
            assert not sheet.merged_cells.ranges, path
    for path, sheet in tables(workbooks):
        rows = list(sheet.iter_rows(min_row=2, max_row=sheet.max_row, values_only=True))
        assert len(rows) <= 1 or all(any(cell is not None for cell in row) for row in rows), path


def test_nothing_is_said_by_colour_alone(workbooks):
    for path, sheet in ((path, sheet) for path, sheet in tables(workbooks) if sheet["A2"].value):
        for place, heading in enumerate((cell.value for cell in sheet[1]), 1):
            cell = sheet[f"{get_column_letter(place)}2"]
            assert cell.protection.locked != heading.endswith(FILL_IN), (path, heading)
        for area in sheet.conditional_formatting:
            assert {rule.formula[0].strip('"') for rule in area.rules} <= {OPEN, INCOMPLETE, READY, "ja"}


def test_every_formula_is_intended(workbooks):
    for path, book in workbooks:
        for sheet in book:
            found = [c.value for row in sheet.iter_rows() for c in row if c.data_type == "f"]
            allowed = INTENDED.get(sheet.title)
            assert [text for text in found if not (allowed and allowed.fullmatch(text))] == [], path


def test_there_is_nothing_to_run_or_to_follow(workbooks):
    unwanted = re.compile(
        r"vba|macro|externalLink|connections|comments|vmlDrawing|activeX|embeddings", re.IGNORECASE
    )
    for path, _ in workbooks:
        with ZipFile(path) as archive:
            assert [name for name in archive.namelist() if unwanted.search(name)] == []
            relations = "".join(archive.read(n).decode() for n in archive.namelist() if n.endswith(".rels"))
        if path.name.startswith("herstel-"):  # leads to cells of the workbook to mend, and nowhere else
            relations = LINK_TO_A_CELL.sub("", relations)
        assert 'TargetMode="External"' not in relations


def test_every_drop_down_says_in_dutch_what_belongs_there(workbooks):
    for _, sheet in tables(workbooks):
        for rule in sheet.data_validations.dataValidation:
            assert rule.error and rule.errorTitle and rule.prompt and rule.promptTitle


def test_the_catalogue_is_named_otherwise_than_the_list_it_fills():
    assert table_name(CATALOGUE.sheet) == "tabel_catalogus"
    assert all(column.heading.startswith("Catalogus ") for column in CATALOGUE.columns)

"""What is left of a form after LibreOffice has opened and saved it, in Dutch and in English."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from forms.conftest import ROOT
from forms.office import convert
from openpyxl import load_workbook

from marktscan.domain.finding import Severity
from marktscan.spreadsheets.books import open_book
from marktscan.spreadsheets.read_answers import read_answers, read_vendor
from marktscan.spreadsheets.read_decisions import read_decisions
from marktscan.spreadsheets.read_requirements import read_requirements

pytestmark = pytest.mark.xdist_group("forms")  # read and written once, in one worker

LOCALES = ("nl-NL", "en-US")
FILLED = {
    2: {"F": "N"},
    3: {"F": "S"},
    4: {"F": "S", "H": "Handleiding, blz. 4"},
    5: {"F": "R", "I": date(2027, 4, 1), "J": "ja"},
    6: {"F": "P", "G": "Via Voorbeeldpartner", "K": "€ 1.234,50 per jaar", "L": "ja"},
}
STATUS = ["Gereed", "Toelichting nodig", "Gereed", "Gereed", "Toelichting nodig", "Nog invullen"]


@pytest.fixture(scope="session")
def forms(questionnaires, scoresheets, tmp_path_factory):
    """One of each locked form as it comes back from people: the questionnaire partly filled in."""
    folder = tmp_path_factory.mktemp("forms")
    vendor = questionnaires[0] / "build/questionnaires/kade-zaken"
    sheets = scoresheets[0] / "build/scoresheets/kade-zaken"
    _fill_in(vendor / "answers.xlsx", folder / "answers.xlsx")
    for path in (vendor / "prices.xlsx", sheets / "assessments/diemen-1.xlsx", sheets / "consensus.xlsx"):
        (folder / path.name).write_bytes(path.read_bytes())
    return sorted(folder.iterdir())


def _fill_in(form: Path, filled: Path) -> None:
    """Saved without any stored value, so that every formula has to be computed."""
    book = load_workbook(form)
    for row, cells in FILLED.items():
        for column, value in cells.items():
            book["Vragen"][f"{column}{row}"] = value
    for row, value in enumerate(("Voorbeeld B.V.", "Voorbeeldzaak", "directeur"), 2):
        book["Leverancier"][f"B{row}"] = value
    book.save(filled)


@pytest.fixture(
    scope="session", params=[(locale, way) for locale in LOCALES for way in ("xlsx", "ods")], ids="-".join
)
def saved(request, forms, tmp_path_factory):
    """The forms after a round trip, by name."""
    locale, way = request.param
    folder = tmp_path_factory.mktemp("saved")
    files = forms
    if way == "ods":
        files = convert(folder / "profile", locale, "ods", files, folder / "ods")
    made = convert(folder / "profile", locale, "xlsx", files, folder / "xlsx")
    return {path.name: path for path in made}


def test_drop_downs_still_offer_their_lists(forms, saved):
    for form in forms:
        assert _lists(saved[form.name]) == _lists(form)


def _lists(path):
    """The list behind every cell of the first row that has one, and what the lists hold."""
    book = load_workbook(path)
    found = {}
    for sheet in book:
        for rule in sheet.data_validations.dataValidation:
            if rule.type == "list":
                first = min(area.min_col for area in rule.sqref.ranges)
                found[sheet.title, first] = rule.formula1.lstrip("=")
    names = {
        name: item.attr_text.replace("$", "") for name, item in book.defined_names.items() if "lijst" in name
    }
    values = {}
    for name, place in names.items():
        sheet, cells = place.split("!")
        values[name] = [str(cell[0].value) for cell in book[sheet.strip("'")][cells]]
    return found, values


def test_only_what_is_asked_can_be_filled_in(forms, saved):
    for form in forms:
        assert _locks(saved[form.name]) == _locks(form)
    assert _locks(saved["answers.xlsx"])["Leverancier"] == (True, ["B2"])


def _locks(path):
    """Per sheet: whether it is locked, and which cells of row 2 are open all the same."""
    return {
        sheet.title: (
            sheet.protection.sheet,
            [cell.coordinate for cell in sheet[2] if not cell.protection.locked],
        )
        for sheet in load_workbook(path)
        if sheet.title not in {"Lees mij", "_marktscan"}
    }


def test_people_may_filter_and_resize(saved):
    """OpenDocument has no words for what else is allowed on a locked sheet."""
    path = saved["answers.xlsx"]
    allowed = not (path.parent.parent / "ods").exists()
    locked = load_workbook(path)["Vragen"].protection
    assert (not locked.autoFilter, not locked.formatColumns, not locked.formatRows) == (allowed,) * 3


def test_the_stamp_is_there_twice(forms, saved):
    for form in forms:
        hidden, properties, state = _stamp(saved[form.name])
        assert (hidden, properties, state) == _stamp(form)
        assert properties == {f"marktscan_{name}": value for name, value in hidden.items()}


def _stamp(path):
    book = load_workbook(path)
    hidden = {str(name): str(value) for name, value in book["_marktscan"].iter_rows(values_only=True)}
    properties = {
        item.name: item.value for item in book.custom_doc_props.props if item.name.startswith("marktscan_")
    }
    return hidden, properties, book["_marktscan"].sheet_state


def test_status_and_progress_are_computed_again(saved):
    book = load_workbook(saved["answers.xlsx"], data_only=True)
    assert [book["Vragen"][f"N{row}"].value for row in range(2, 8)] == STATUS
    told = {row[0]: row[1] for row in book["Lees mij"].iter_rows(values_only=True) if row[0]}
    assert told["Vragen"] == "3 van 185 gereed"
    assert told["Vragen: thema ZTC"] == "3 van 9 gereed"
    assert told["Vragen: thema INT"] == "0 van 10 gereed"
    assert told["Leverancier: Waarde"] == "3 van 3 ingevuld"
    assert told["Eerste open rij"] == "Ga naar de eerste open rij"
    live = load_workbook(saved["answers.xlsx"])
    assert str(live["Vragen"]["N2"].value).startswith("=IF(")


def test_marks_count_only_where_they_are_asked(scan, saved):
    told = dict(
        row[:2]
        for row in load_workbook(saved["diemen-1.xlsx"], data_only=True)["Lees mij"].iter_rows(
            values_only=True
        )
    )
    wishes = sum(row.assessed for row in scan.programme.rows)
    assert told["Beoordeling: Cijfer"] == f"0 van {wishes} ingevuld"


def test_the_answers_are_read_as_they_were(forms, saved):
    def read(path):
        book, _ = open_book(path.parent, path.name)
        vendor, _ = read_vendor(book, "kade-zaken")
        answers, _ = read_answers(book)
        return vendor, {
            key: (a.code, a.explanation, a.evidence, a.available, a.committed, a.surcharge, a.confidential)
            for key, a in answers.items()
        }

    form = next(path for path in forms if path.name == "answers.xlsx")
    assert read(saved["answers.xlsx"]) == read(form)


def test_lists_and_decisions_are_read_from_open_documents_as_from_workbooks(scan, outcome, tmp_path):
    """As the project group keeps them that works in LibreOffice only."""
    names = ("diemen.xlsx", "samenvoeging.xlsx")
    folder = tmp_path / "requirements"
    convert(tmp_path / "profile", "nl-NL", "ods", [ROOT / "requirements" / name for name in names], folder)
    (diemen,) = (m for m in scan.project.municipalities if m.slug == "diemen")
    decisions, found = read_decisions(tmp_path, scan.project)
    assert [item.code for item in found if item.code.severity is Severity.ERROR] == []
    assert [replace(item, origin=None) for item in decisions] == [
        replace(item, origin=None) for item in scan.decisions
    ]
    lists, _ = read_requirements(tmp_path, replace(scan.project, municipalities=(diemen,)))
    assert [replace(row, origin=None) for row in lists[0].requirements] == [
        replace(row, origin=None) for row in scan.list_of("diemen").requirements
    ]

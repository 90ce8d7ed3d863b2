"""Workbooks as people get them: read back with openpyxl, which opens what Excel opens."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook as ReadWorkbook
from openpyxl import load_workbook

from marktscan.domain.answer import VENDOR_CODES
from marktscan.domain.assessment import Level
from marktscan.domain.programme import Decision
from marktscan.domain.project import MarkLevel, Theme
from marktscan.domain.requirement import Kind, Priority, RequirementType
from marktscan.spreadsheets.choices import (
    column_text,
    mark_choices,
    standard_choices,
    theme_choices,
)
from marktscan.spreadsheets.columns import (
    ANSWERS,
    CONSENSUS,
    MARKS,
    PRICES,
    REQUIREMENTS,
    THEMES,
    VENDOR,
    decisions_form,
)
from marktscan.spreadsheets.write import ReadMe, Row, Sheet, write_workbook

DECISIONS = decisions_form((("aalsmeer", "Aalsmeer"), ("diemen", "Diemen")))
FORMS = (ANSWERS, CONSENSUS, DECISIONS, MARKS, PRICES, REQUIREMENTS, THEMES, VENDOR)
CHOICES = {
    "themas": theme_choices((Theme("ARC", "Archivering"), Theme("DOC", "Documenten"))),
    "cijfers": mark_choices((MarkLevel(10, 100, "uitstekend"), MarkLevel(0, 0, "niets"))),
}
README = ReadMe(
    title="Eisen & wensen",
    owner="Gemeente Diemen",
    purpose=("Waarom.",),
    filling_in=("Hoe.",),
    returning=("Waarheen.",),
    contact="projectleider",
    deadline="1 december 2026",
    version="1.0",
    notice="Voorbeeldinvulling.",
    mark="voorbeeldinvulling",
)
ROW: Row = {
    "id": "ARC-01",
    "theme": "ARC",
    "text": "Een zaak sluit met een resultaat.",
    "kind": "eis",
    "knock_out": True,
    "weight": 5,
}


def written(folder: Path, *sheets: Sheet, fictitious: bool = True) -> ReadWorkbook:
    path = folder / "deep" / "book.xlsx"
    write_workbook(path, README, sheets, fictitious=fictitious, choices=CHOICES)
    assert [found.name for found in path.parent.iterdir()] == ["book.xlsx"]
    return load_workbook(path)


def cells(book: ReadWorkbook, sheet: str) -> list[list[object]]:
    return [list(row) for row in book[sheet].iter_rows(values_only=True)]


def test_sheets_stand_in_the_order_people_read_them(tmp_path):
    book = written(tmp_path, Sheet(REQUIREMENTS, [ROW]), Sheet(THEMES, []))
    assert book.sheetnames == ["Lees mij", "Eisen", "Thema's", "Keuzelijsten", "_marktscan"]
    assert book["_marktscan"].sheet_state == "hidden"


def test_a_row_lands_under_its_headings(tmp_path):
    heading, row = cells(written(tmp_path, Sheet(REQUIREMENTS, [ROW])), "Eisen")
    assert heading == [column.shown for column in REQUIREMENTS.columns]
    found = dict(zip(heading, row, strict=True))
    assert found["Eis-ID"] == "ARC-01"
    assert found["Knock-out"] == "ja"
    assert found["Gewicht"] == 5
    assert found["Norm"] is None


def test_amounts_and_dates_stay_amounts_and_dates(tmp_path):
    book = written(
        tmp_path,
        Sheet(
            PRICES,
            [
                {"kind": "Licentie", "quantity": Decimal(33_000), "one_off": Decimal("1234.50")},
                {"kind": "Opslag", "quantity": Decimal("1.5")},
            ],
        ),
        Sheet(DECISIONS, [{"joint_id": "ARC-01", "decided_on": date(2026, 9, 17)}]),
    )
    assert book["Kosten"]["E2"].value == 1234.5
    assert [book["Kosten"][f"D{row}"].number_format for row in (2, 3)] == ["#,##0", "#,##0.00"]
    assert book["Besluiten"]["K2"].value.date() == date(2026, 9, 17)
    assert book["Besluiten"]["K2"].number_format == "dd-mm-yyyy"


def test_text_never_becomes_a_formula_or_a_link(tmp_path):
    hostile = ("=HYPERLINK(A1)", "+1+1", "@SUM(A1)", "https://example.org", "{=1}", "1.10")
    book = written(tmp_path, Sheet(REQUIREMENTS, [ROW | {"id": text, "text": text} for text in hostile]))
    for row, text in enumerate(hostile, start=2):
        for cell in (book["Eisen"][f"A{row}"], book["Eisen"][f"C{row}"]):
            assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(), max_size=60))
def test_any_text_at_all_gives_a_workbook_that_opens(tmp_path, text):
    book = written(tmp_path, Sheet(REQUIREMENTS, [ROW | {"remark": text}]))
    assert book["Eisen"]["A2"].value == "ARC-01"


def test_control_characters_and_lone_surrogates_are_left_out(tmp_path):
    book = written(tmp_path, Sheet(REQUIREMENTS, [ROW | {"remark": "a\x00b\ud800c\ufffed\r\ne"}]))
    assert book["Eisen"]["P2"].value == "abcd\ne"


def test_a_choice_is_guarded_by_a_named_list_with_a_dutch_message(tmp_path):
    book = written(tmp_path, Sheet(REQUIREMENTS, [ROW]))
    rules = {str(rule.sqref): rule for rule in book["Eisen"].data_validations.dataValidation}
    kind = rules["F2:F502"]
    assert (kind.type, kind.formula1) == ("list", "lijst_soorten")
    assert kind.error == "Kies een waarde uit de lijst: eis, wens."
    assert "beoordelaars" in kind.prompt
    sheet, place = book.defined_names["lijst_soorten"].attr_text.split("!")
    values = [cell[0].value for cell in book[sheet][place.replace("$", "")]]
    assert values == ["eis", "wens"]


def test_numbers_are_guarded_too(tmp_path):
    book = written(tmp_path, Sheet(THEMES, []), Sheet(PRICES, []))
    weight = book["Thema's"].data_validations.dataValidation[0]
    assert (weight.type, weight.formula1, weight.formula2) == ("whole", "0", "100")
    assert any(rule.type == "decimal" for rule in book["Kosten"].data_validations.dataValidation)


def test_a_workbook_without_choices_has_no_sheet_of_choices(tmp_path):
    assert "Keuzelijsten" not in written(tmp_path, Sheet(VENDOR, [])).sheetnames


def test_what_people_fill_in_says_so_in_words_fill_and_border(tmp_path):
    book = written(tmp_path, Sheet(ANSWERS, [{"id": "ARC-01"}]))
    answer, question = book["Vragen"]["F2"], book["Vragen"]["C2"]
    assert book["Vragen"]["F1"].value == "Antwoord (invullen)"
    assert answer.fill.fgColor.rgb != question.fill.fgColor.rgb
    assert answer.border.left.style == "thin"


def test_a_sheet_is_ready_to_scroll_filter_and_print(tmp_path):
    sheet = written(tmp_path, Sheet(REQUIREMENTS, [ROW]))["Eisen"]
    assert sheet.freeze_panes == "B2"
    assert sheet.tables["tabel_eisen"].ref == "A1:P2"
    assert sheet.tables["tabel_eisen"].autoFilter is not None
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert not sheet.merged_cells.ranges


def test_every_printed_page_says_that_it_is_fictitious(tmp_path):
    book = written(tmp_path, Sheet(REQUIREMENTS, [ROW]))
    for name in book.sheetnames[:-1]:
        assert book[name].oddHeader.right.text.strip() == "Fictieve voorbeeldgegevens · voorbeeldinvulling"
    assert book["Lees mij"]["B2"].value.startswith("Fictieve voorbeeldgegevens.")
    assert book["Lees mij"]["B3"].value == "Voorbeeldinvulling."


def test_a_long_title_that_starts_with_digits_still_prints(tmp_path):
    readme = replace(README, title="2027: " + "eisen & wensen " * 20, owner="7" * 200)
    write_workbook(
        tmp_path / "long.xlsx", readme, [Sheet(REQUIREMENTS, [ROW])], fictitious=True, choices=CHOICES
    )
    header = load_workbook(tmp_path / "long.xlsx")["Eisen"].oddHeader.left
    assert header.size == 9
    assert header.text.strip().startswith("2027: eisen && wensen")


def test_a_real_workbook_does_not_call_itself_fictitious(tmp_path):
    book = written(tmp_path, Sheet(REQUIREMENTS, [ROW]), fictitious=False)
    assert book["Lees mij"]["B2"].value == "Voorbeeldinvulling."
    assert "Fictieve" not in book["Eisen"].oddHeader.right.text


def test_sheet_one_explains_every_column(tmp_path):
    book = written(tmp_path, *(Sheet(form, []) for form in FORMS))
    told = {row[0] for row in cells(book, "Lees mij")}
    assert {column.shown for form in FORMS for column in form.columns} <= told


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.sheet)
def test_every_column_has_a_text_and_every_list_exists(form):
    lists = {**standard_choices(), **CHOICES}
    assert all(column_text(form.sheet, column.name).endswith(".") for column in form.columns)
    assert all(lists[column.choices] for column in form.columns if column.choices)


def test_the_lists_are_the_words_of_the_domain():
    values = {name: tuple(choice.value for choice in found) for name, found in standard_choices().items()}
    assert values["typen"] == tuple(RequirementType)
    assert values["soorten"] == tuple(Kind)
    assert values["prioriteiten"] == tuple(Priority)
    assert values["besluiten"] == tuple(Decision)
    assert values["antwoorden"] == VENDOR_CODES
    assert values["niveaus"] == tuple(Level)
    assert values["gewichten"] == (1, 2, 3, 4, 5)


def test_the_same_input_gives_the_same_bytes(tmp_path):
    for name in ("one.xlsx", "two.xlsx"):
        write_workbook(
            tmp_path / name, README, [Sheet(REQUIREMENTS, [ROW])], fictitious=True, choices=CHOICES
        )
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_no_author_stands_in_the_properties(tmp_path):
    written(tmp_path, Sheet(VENDOR, []))
    with ZipFile(tmp_path / "deep" / "book.xlsx") as archive:
        core = archive.read("docProps/core.xml").decode()
    assert "<dc:creator></dc:creator>" in core


def test_the_stamp_stands_in_the_properties_and_on_the_hidden_sheet(tmp_path):
    book = written(tmp_path, Sheet(REQUIREMENTS, [ROW]))
    hidden = {str(name): value for name, value in cells(book, "_marktscan")}
    properties = {item.name: item.value for item in book.custom_doc_props.props}
    assert properties == {f"marktscan_{name}": value for name, value in hidden.items()}
    assert hidden["eigenaar"] == "Gemeente Diemen"
    changed = written(tmp_path, Sheet(REQUIREMENTS, [ROW | {"text": "Iets anders."}]))
    assert dict(cells(changed, "_marktscan"))["inhoud"] != hidden["inhoud"]

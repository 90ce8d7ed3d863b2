"""A form with something in it that who gets it may not read is not written, wherever in it that stands."""

import io
from dataclasses import replace
from decimal import Decimal

import pytest
from xlsxwriter import Workbook

from marktscan import outgoing, pipeline
from marktscan.cli.findings import exit_code
from marktscan.domain.classification import Audience, CellKind, Reader
from marktscan.domain.finding import Code, finding
from marktscan.domain.source import Source
from marktscan.forms import write_questionnaires
from marktscan.gate import MOST, Gate, Recipient
from marktscan.repair import write_repairs
from marktscan.wording.findings import text_of
from tests.audience.material import WORDS, whole

KADE = Recipient(Reader(Audience.VENDOR, "kade-zaken"), frozenset({"vendors/kade-zaken/answers.xlsx"}))
PUBLIC = Recipient(Reader(Audience.PUBLIC))
NAME = "Polder Componenten"
REMARK = "Ons team wil hier graag van af, maar dat zeggen wij pas na de zomer."
SECRETS = {
    "name": NAME,
    "slug": "polder",
    "price": "€ 100.006",
    "bare price": "100.006",
    "words": f"{WORDS} Polder Componenten B.V.",
    "contact": "Anna Smit",
    "assessor": "diemen-1",
    "remark": REMARK,
}


@pytest.fixture
def scan():
    """The small scan, in which a municipality says something that is not for vendors."""
    made = whole().scan
    first, *others = made.lists
    told = (replace(first.requirements[0], remark=REMARK), *first.requirements[1:])
    own = tuple(
        replace(item, vendor=replace(item.vendor, contact="Anna Smit"))
        if item.vendor.slug == "polder"
        else item
        for item in made.submissions
    )
    return replace(made, lists=(replace(first, requirements=told), *others), submissions=own)


def workbook(change) -> bytes:
    content = io.BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Vragen")
        sheet.write("A1", "Niets bijzonders")
        change(book, sheet)
    return content.getvalue()


def in_cell(book, sheet):
    sheet.write("B7", NAME)


def in_rich_text(book, sheet):
    sheet.write_rich_string("B7", "Pol", book.add_format({"bold": True}), "der Compo", "nenten")


def in_comment(book, sheet):
    sheet.write_comment("B7", NAME)


def in_author_of_comment(book, sheet):
    sheet.write_comment("B7", "Kijk", {"author": NAME})


def in_hidden_sheet(book, sheet):
    hidden = book.add_worksheet("Keuzes")
    hidden.very_hidden()
    hidden.write("A1", NAME)


def in_hidden_column(book, sheet):
    sheet.set_column("D:D", None, None, {"hidden": True})
    sheet.write("D1", NAME)


def in_name_of_sheet(book, sheet):
    book.add_worksheet(NAME)


def in_defined_name(book, sheet):
    book.define_name("Polder_Componenten", "=Vragen!$A$1")


def in_what_a_name_stands_for(book, sheet):
    book.define_name("Wie", f'="{NAME}"')


def in_property(book, sheet):
    book.set_properties({"company": NAME})


def in_own_property(book, sheet):
    book.set_custom_property("Voor", NAME)


def in_choice(book, sheet):
    sheet.data_validation("C1", {"validate": "list", "source": [NAME, "Geen"]})


def in_prompt(book, sheet):
    sheet.data_validation("C1", {"validate": "any", "input_title": "Let op", "input_message": NAME})


def in_footer(book, sheet):
    sheet.set_footer(f"&L{NAME}")


def in_link(book, sheet):
    sheet.write_url("B7", "https://example.nl/?q=Polder%20Componenten", string="hier")


def in_tip_of_link(book, sheet):
    sheet.write_url("B7", "https://example.nl", string="hier", tip=NAME)


def in_formula(book, sheet):
    sheet.write_formula("B7", f'=IF(A1="","{NAME}","")', value="")


def in_result_of_formula(book, sheet):
    sheet.write_formula("B7", "=A1", value=NAME)


def in_text_box(book, sheet):
    sheet.insert_textbox("D5", NAME)


PLACES = (
    in_cell,
    in_rich_text,
    in_comment,
    in_author_of_comment,
    in_hidden_sheet,
    in_hidden_column,
    in_name_of_sheet,
    in_defined_name,
    in_what_a_name_stands_for,
    in_property,
    in_own_property,
    in_choice,
    in_prompt,
    in_footer,
    in_link,
    in_tip_of_link,
    in_formula,
    in_result_of_formula,
    in_text_box,
)


def through(tmp_path, scan, content, recipient=KADE):
    gate = Gate(tmp_path, scan)
    path = tmp_path / "build/questionnaires/kade-zaken/answers.xlsx"
    path.unlink(missing_ok=True)
    gate.write(recipient, {path: content})
    assert path.exists() is (gate.passed.files == (path,)) is not bool(gate.passed.leaks)
    return gate.passed.leaks


@pytest.mark.parametrize("change", PLACES, ids=lambda change: change.__name__)
def test_no_place_in_a_workbook_hides_anything(tmp_path, scan, change):
    leaks = through(tmp_path, scan, workbook(change))
    assert {(item.code, item.source.file) for item in leaks} == {
        (Code.FORM_LEAK, "vendors/polder/answers.xlsx")
    }
    assert NAME not in str([text_of(item) for item in leaks])


def test_a_workbook_without_any_of_it_passes(tmp_path, scan):
    assert through(tmp_path, scan, workbook(lambda book, sheet: sheet.write("B7", "Kade Zaken B.V."))) == ()


@pytest.mark.parametrize("secret", SECRETS)
def test_every_kind_of_secret_holds_a_form_back(tmp_path, scan, secret):
    made = workbook(lambda book, sheet: sheet.write("B7", SECRETS[secret]))
    assert through(tmp_path, scan, made)


@pytest.mark.parametrize("size", ["12700", "38100", "50000", "16095"])
def test_numbers_that_only_programs_read_are_no_prices(tmp_path, scan, size):
    """The theme of every workbook has 50000 in it, and its window has a size."""
    priced = tuple(
        replace(item, prices=tuple(replace(line, one_off=Decimal(size)) for line in item.prices))
        for item in scan.submissions
    )
    told = replace(scan, submissions=priced)
    assert through(tmp_path, told, workbook(lambda book, sheet: None)) == ()
    assert through(tmp_path, told, workbook(lambda book, sheet: sheet.write("B7", int(size))), PUBLIC)


def test_a_file_that_cannot_be_searched_is_not_written(tmp_path, scan):
    (leak,) = through(tmp_path, scan, b"PK\x03\x04kapot")
    assert leak.source == Source("build/questionnaires/kade-zaken/answers.xlsx")


def test_an_assessor_who_judges_blind_gets_no_name_and_never_a_price(tmp_path, scan):
    judge = Recipient(
        Reader(Audience.MUNICIPALITY, "diemen"), unread=frozenset({CellKind.NAME, CellKind.PRICE})
    )
    assert through(tmp_path, scan, workbook(in_cell), judge)
    assert through(tmp_path, scan, workbook(lambda book, sheet: sheet.write("B7", "€ 100.006")), judge)
    seeing = Recipient(Reader(Audience.MUNICIPALITY, "diemen"))
    assert through(tmp_path, scan, workbook(in_cell), seeing) == ()


def planted(outcome, text):
    """The example in which the question everybody is asked first is explained with this text."""
    row, *others = outcome.scan.programme.rows
    told = {slug: replace(item, explanation=text) for slug, item in row.positions.items()}
    rows = (replace(row, positions=told), *others)
    return replace(outcome.scan, programme=replace(outcome.scan.programme, rows=rows))


def test_the_example_is_handed_out_whole(scan, outcome, tmp_path):
    assert write_questionnaires(tmp_path, outcome.scan).leaks == ()
    assert write_repairs(tmp_path, outcome.scan, outcome.findings, {}).leaks == ()


def test_what_one_vendor_wrote_is_not_asked_of_the_others(outcome, tmp_path):
    submission = outcome.scan.submissions[0]
    secret = max((a.explanation for a in submission.answers.values()), key=len)
    files, leaks = write_questionnaires(tmp_path, planted(outcome, secret))
    assert {path.parent.name for path in files} == {submission.vendor.slug} | {
        path.parent.name for path in files if path.name == "prices.xlsx"
    }
    assert len([path for path in files if path.name == "answers.xlsx"]) == 1
    assert {item.source.file for item in leaks} == {submission.answers_file}


@pytest.mark.parametrize("whose", ["gemeente", "beoordelaar", "andere leverancier"])
def test_who_asks_who_judges_and_who_else_is_asked_stays_out(outcome, tmp_path, whose):
    project = outcome.scan.project
    name = {
        "gemeente": project.municipalities[0].name,
        "beoordelaar": project.municipalities[0].assessors[0],
        "andere leverancier": sorted(project.invited)[0],
    }[whose]
    bare = replace(planted(outcome, f"Zie ook {name}."), submissions=())
    files, leaks = write_questionnaires(tmp_path, bare)
    assert {item.code for item in leaks} == {Code.FORM_LEAK}
    assert len(leaks) <= MOST * len(project.invited)
    kept = {path.parent.name for path in files if path.name == "answers.xlsx"}
    assert kept == ({name} if whose == "andere leverancier" else set())


def test_a_repair_workbook_with_words_of_another_is_not_written_and_the_run_fails(outcome, tmp_path):
    one, other = outcome.scan.submissions[:2]
    told = finding(
        Code.ANSWER_EMPTY, Source(one.answers_file, "Vragen", "F4"), requirement=other.vendor.name, vendor="x"
    )
    made = pipeline.Outcome((told,), outcome.scan)
    findings, files = outgoing.repair(tmp_path, made)
    assert files == ()
    assert Code.FORM_LEAK in {item.code for item in findings}
    assert exit_code(findings) == 1
    own = finding(
        Code.ANSWER_EMPTY, Source(one.answers_file, "Vragen", "F4"), requirement=one.vendor.name, vendor="x"
    )
    findings, files = outgoing.repair(tmp_path, pipeline.Outcome((own,), outcome.scan))
    assert len(files) == 1

"""One round for all vendors: the same for everyone, and silent about who asks what and how heavily."""

import json
import re
import shutil
from dataclasses import replace
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from marktscan.domain.project import Forms
from marktscan.example.answers import answer_rows
from marktscan.example.prices import price_rows as invented_prices
from marktscan.example.submission_files import invented_vendors
from marktscan.forms import round_findings, write_questionnaires
from marktscan.forms.questions import price_rows, question_rows
from marktscan.spreadsheets.books import open_book
from marktscan.spreadsheets.read_answers import read_answers
from marktscan.spreadsheets.read_prices import read_prices
from marktscan.spreadsheets.stamp import row_hash

pytestmark = pytest.mark.xdist_group("forms")  # read and written once, in one worker

SECRET = re.compile(
    r"aalsmeer|amstelveen|diemen|knock|moscow|weging|\bgewicht|\b(?:Must|Should|Could|Won't)\b",
    re.IGNORECASE,
)


def parts(path):
    """Every part of a workbook as text, with links and other marks left as they are."""
    with ZipFile(path) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def test_every_invited_vendor_gets_two_workbooks(scan, questionnaires):
    root, files = questionnaires
    assert [path.relative_to(root / "build/questionnaires").as_posix() for path in files] == [
        f"{slug}/{name}" for slug in sorted(scan.project.invited) for name in ("answers.xlsx", "prices.xlsx")
    ]


def test_no_part_says_who_asks_or_how_heavily(questionnaires):
    for path in questionnaires[1]:
        found = {name: SECRET.findall(text) for name, text in parts(path).items()}
        assert {name: words for name, words in found.items() if words} == {}


def test_vendors_differ_only_in_their_name(questionnaires):
    for name in ("answers.xlsx", "prices.xlsx"):
        files = [path for path in questionnaires[1] if path.name == name]
        seen = {
            tuple((part, text.replace(path.parent.name, "X")) for part, text in parts(path).items())
            for path in files
        }
        assert len(seen) == 1


def test_what_only_municipalities_may_know_stays_out(scan, tmp_path):
    marked = {
        slug: replace(row, reason="GEHEIM", owner="GEHEIM", remark="GEHEIM", demo="GEHEIM", norm="GEHEIM")
        for slug, row in scan.programme.rows[0].positions.items()
    }
    rows = (replace(scan.programme.rows[0], positions=marked), *scan.programme.rows[1:])
    told = replace(scan, programme=replace(scan.programme, rows=rows))
    for path in write_questionnaires(tmp_path, told).files:
        assert "GEHEIM" not in "".join(parts(path).values())


def test_a_named_contact_is_left_out(scan, tmp_path):
    project = replace(scan.project, forms=replace(scan.project.forms, contact="Inkoop Diemen"))
    for path in write_questionnaires(tmp_path, replace(scan, project=project)).files:
        assert "Diemen" not in "".join(parts(path).values())


def test_without_price_lines_there_is_no_price_sheet(scan, tmp_path):
    bare = replace(scan, project=replace(scan.project, forms=Forms()))
    assert {path.name for path in write_questionnaires(tmp_path, bare).files} == {"answers.xlsx"}


def test_the_example_vendors_answered_exactly_this_form(scan):
    asked = [tuple(row.values()) for row in question_rows(scan)]
    names = tuple(question_rows(scan)[0])
    assert [tuple(row[name] for name in names) for row in answer_rows("kade-zaken")] == asked
    given = [
        (row["kind"], row["municipality"], row["unit"], row["quantity"], row["optional"] == "ja")
        for row in invented_prices(invented_vendors()[0])
    ]
    assert given == [tuple(row.values()) for row in price_rows(scan.project)]


def test_it_reads_back_as_unanswered(scan, questionnaires):
    root, files = questionnaires
    book, found = open_book(root, files[0].relative_to(root).as_posix())
    answers, in_answers = read_answers(book)
    assert (*found, *in_answers) == ()
    assert list(answers) == [row.id for row in scan.programme.rows]
    assert {answer.code.value for answer in answers.values()} == {"O"}


def test_letters_become_names_again(scan, questionnaires):
    root, files = questionnaires
    book, _ = open_book(root, files[1].relative_to(root).as_posix())
    lines, found = read_prices(book, scan.project)
    assert found == ()
    assert [line.municipality for line in lines[:3]] == ["Aalsmeer", "Amstelveen", "Diemen"]


def test_the_stamp_names_round_vendor_and_every_row(scan, questionnaires):
    book = load_workbook(questionnaires[1][0])
    hidden = dict(book["_marktscan"].iter_rows(values_only=True))
    properties = {item.name: item.value for item in book.custom_doc_props.props}
    assert properties == {f"marktscan_{name}": value for name, value in hidden.items()}
    assert (hidden["ronde"], hidden["eigenaar"]) == ("1", "beemster-zaak")
    for row in scan.programme.rows:
        assert hidden[f"rij {row.id}"] == row_hash(row.id, row.text)


def test_a_row_hash_is_about_words_and_not_about_looks():
    assert row_hash("ARC-01", "Een “zaak”  sluit.") == row_hash(" ARC-01", 'Een "zaak" sluit.\n')
    assert row_hash("ARC-01", "Een zaak sluit.") != row_hash("ARC-02", "Een zaak sluit.")
    assert row_hash("ARC-01", "Een zaak sluit.") != row_hash("ARC-01", "Een zaak sluit niet.")


@pytest.fixture
def changed(scan):
    """The scan with another text for its first question."""
    first = replace(scan.programme.rows[0], text="Iets anders.")
    return replace(scan, programme=replace(scan.programme, rows=(first, *scan.programme.rows[1:])))


def test_a_round_stays_what_it_was(scan, changed, tmp_path):
    assert round_findings(tmp_path, scan) == ()
    write_questionnaires(tmp_path, scan)
    assert round_findings(tmp_path, scan) == ()
    (found,) = round_findings(tmp_path, changed)
    assert found.code.number == "P123"
    assert dict(found.facts) == {"round": "1", "next": "2", "changed": scan.programme.rows[0].id}


def test_the_next_round_may_be_different(scan, changed, tmp_path):
    write_questionnaires(tmp_path, scan)
    second = replace(changed, project=replace(changed.project, forms=replace(changed.project.forms, round=2)))
    assert round_findings(tmp_path, second) == ()


def test_many_changes_are_told_in_one_sentence(scan, tmp_path):
    write_questionnaires(tmp_path, scan)
    few = replace(scan, programme=replace(scan.programme, rows=scan.programme.rows[:-9]))
    (found,) = round_findings(tmp_path, few)
    assert dict(found.facts)["changed"].endswith(" en nog 4")


def test_a_record_is_written_once(scan, changed, tmp_path):
    write_questionnaires(tmp_path, scan)
    record = tmp_path / "rounds/round-1.json"
    kept = record.read_bytes()
    first = json.loads(kept)["questions"][scan.programme.rows[0].id]
    assert first["text"] == scan.programme.rows[0].text
    assert first["hash"] == row_hash(scan.programme.rows[0].id, scan.programme.rows[0].text)
    write_questionnaires(tmp_path, changed)
    assert record.read_bytes() == kept


def test_a_record_outlives_what_is_disposable(scan, changed, tmp_path):
    write_questionnaires(tmp_path, scan)
    shutil.rmtree(tmp_path / "build")
    assert [item.code.number for item in round_findings(tmp_path, changed)] == ["P123"]


@pytest.mark.parametrize(
    "content", ["{", "[]", "", '{"questions": [], "prices": 1}', '{"questions": {"A": 1}}']
)
def test_a_damaged_record_is_told_and_never_passed_over(scan, tmp_path, content):
    (tmp_path / "rounds").mkdir()
    (tmp_path / "rounds/round-1.json").write_text(content)
    (found,) = round_findings(tmp_path, scan)
    assert (found.code.number, found.source.file) == ("P124", "rounds/round-1.json")


def test_without_a_record_the_returned_stamps_say_what_was_asked(scan, changed, tmp_path):
    """The example's vendors returned this round: their stamps know every text."""
    assert {item.round for item in scan.submissions} == {1}
    assert round_findings(tmp_path, scan) == ()
    (found,) = round_findings(tmp_path, changed)
    assert dict(found.facts)["changed"] == scan.programme.rows[0].id
    fewer = replace(scan, programme=replace(scan.programme, rows=scan.programme.rows[1:]))
    (found,) = round_findings(tmp_path, fewer)
    assert dict(found.facts)["changed"] == scan.programme.rows[0].id


def test_stamps_of_another_round_say_nothing_about_this_one(scan, changed, tmp_path):
    others = tuple(replace(item, round=2) for item in scan.submissions)
    assert round_findings(tmp_path, replace(changed, submissions=others)) == ()


def test_the_same_round_gives_the_same_bytes(scan, questionnaires, tmp_path):
    for one, two in zip(questionnaires[1], write_questionnaires(tmp_path, scan).files, strict=True):
        assert one.read_bytes() == two.read_bytes()

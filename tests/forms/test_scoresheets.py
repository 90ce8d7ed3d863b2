"""What assessors get: the answers, and nothing that could sway them."""

import re
from dataclasses import replace
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from marktscan.domain.finding import Code
from marktscan.domain.scan import Submission
from marktscan.example.marks import mark_rows
from marktscan.example.submission_files import invented_assessors, invented_vendors
from marktscan.forms import consensus_waits_for, write_scoresheets
from marktscan.forms.disguise import ADDRESS_LEFT_OUT, AMOUNT_LEFT_OUT, disguise, shown_names
from marktscan.spreadsheets.books import open_book
from marktscan.spreadsheets.read_assessments import read_consensus, read_marks

pytestmark = pytest.mark.xdist_group("forms")  # read and written once, in one worker

NAMES = re.compile(r"kade|linde|beemster|polder\w*|rx.enterprise|zuiderzaak", re.IGNORECASE)


def rows(path, sheet):
    heading, *found = load_workbook(path)[sheet].iter_rows(values_only=True)
    return [dict(zip(heading, row, strict=True)) for row in found]


def text_of(path):
    """Everything in a workbook: cells, names, headers, properties and the stamp."""
    with ZipFile(path) as archive:
        return "\n".join(archive.read(name).decode("utf-8") for name in archive.namelist())


def test_there_is_one_per_assessor_and_vendor_and_one_to_agree_on(scan, scoresheets):
    root, files = scoresheets
    assessors = [name for item in scan.project.municipalities for name in item.assessors]
    expected = {f"{s.vendor.slug}/assessments/{a}.xlsx" for s in scan.submissions for a in assessors}
    expected |= {f"{s.vendor.slug}/consensus.xlsx" for s in scan.submissions}
    assert {path.relative_to(root / "build/scoresheets").as_posix() for path in files} == expected


def test_it_asks_what_the_example_filled_in(scoresheets):
    root, _ = scoresheets
    vendor, assessor = invented_vendors()[1], invented_assessors()[0]
    folder = root / "build/scoresheets" / vendor.slug / "assessments"
    asked = rows(folder / f"{assessor.slug}.xlsx", "Beoordeling")
    filled = mark_rows(vendor, assessor)
    assert [(row["Eis-ID"], row["Wat geeft u?"]) for row in asked] == [
        (row["id"], row["asked"]) for row in filled
    ]
    assert {row["Cijfer (invullen)"] for row in asked} == {None}
    assert [row["Antwoord"] or "" for row in asked] == [row["answer"] for row in filled]


def test_a_sheet_reads_back_as_not_yet_marked(scan, scoresheets):
    root, files = scoresheets
    sheet = next(path for path in files if path.parent.name == "assessments")
    book, found = open_book(root, sheet.relative_to(root).as_posix())
    marks, in_marks = read_marks(book, sheet.stem, scan.project.rules)
    assert (*found, *in_marks) == ()
    assert {mark.mark for mark in marks} == {None}


def test_consensus_shows_all_marks_and_keeps_what_was_agreed(scan, scoresheets):
    root, _ = scoresheets
    submission = next(s for s in scan.submissions if s.vendor.slug == "kade-zaken")
    path = root / "build/scoresheets/kade-zaken/consensus.xlsx"
    first = rows(path, "Consensus")[0]
    assert first["Cijfers"].startswith("aalsmeer-1: ")
    assert len(first["Cijfers"].splitlines()) == 6
    book, _ = open_book(root, path.relative_to(root).as_posix())
    read, found = read_consensus(book, scan.project.rules)
    assert found == ()
    agreed = {item.requirement: (item.mark, item.motivation) for item in read if item.mark is not None}
    assert agreed == {item.requirement: (item.mark, item.motivation) for item in submission.consensus}


def test_consensus_waits_until_everyone_has_marked(scan, tmp_path):
    late, *others = scan.submissions
    kept = tuple(mark for mark in late.marks if mark.assessor != "diemen-2")
    waiting = replace(scan, submissions=(replace(late, marks=kept), *others))
    (item,) = consensus_waits_for(waiting)
    assert (item.vendor, item.assessors) == (late.vendor.slug, ("diemen-2",))
    files = write_scoresheets(tmp_path, replace(waiting, submissions=waiting.submissions[:1])).files
    assert "consensus.xlsx" not in {path.name for path in files}


def test_a_vendor_whose_answers_cannot_be_used_gets_no_sheets(scan, tmp_path):
    lost = Submission(scan.submissions[0].vendor, "vendors/x/answers.xlsx", readable=False)
    assert write_scoresheets(tmp_path, replace(scan, submissions=(lost,))).files == ()


@pytest.fixture
def blind(scan):
    return replace(scan, project=replace(scan.project, forms=replace(scan.project.forms, blind=True)))


def test_blind_sheets_name_no_vendor_anywhere(blind, tmp_path):
    (key, *sheets), leaks = write_scoresheets(tmp_path, blind)
    assert leaks == ()
    assert {path.relative_to(tmp_path).parts[2] for path in sheets} == {
        f"leverancier-{letter}" for letter in "abcdef"
    }
    for path in sheets:
        assert NAMES.findall(text_of(path)) == []
    told = key.read_text(encoding="utf-8")
    assert "map vendors/kade-zaken" in told
    assert "Het herkent niet: een naam die daar niet bij staat" in told


def test_aliases_do_not_follow_the_alphabet_and_stay_the_same(blind):
    names = shown_names(blind)
    assert sorted(names.values()) == [f"Leverancier {letter}" for letter in "ABCDEF"]
    assert [names[slug] for slug in sorted(names)] != sorted(names.values())
    assert names == shown_names(blind)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kade Zaken doet dit.", "{kade} doet dit."),
        ("Zie www.kadezaken.nl/handleiding.", f"Zie {ADDRESS_LEFT_OUT}."),
        ("Zie https://docs.zs.example/a?b=1 en zs.io.", f"Zie {ADDRESS_LEFT_OUT} en {ADDRESS_LEFT_OUT}."),
        ("Mail info@zs.example, of bel.", f"Mail {ADDRESS_LEFT_OUT}, of bel."),
        ("Eis 3.2 (par. 4.1) in versie 2.0.", "Eis 3.2 (par. 4.1) in versie 2.0."),
        ("De Kajuit-suite en KZ2 doen dit.", "De {kade}-suite en {kade} doen dit."),
        ("Anders dan LINDE kan dit nu.", "Anders dan {linde} kan dit nu."),
        ("Een blinde zaak blijft een zaak.", "Een blinde zaak blijft een zaak."),
        ("Kost € 5.000 per jaar.", f"Kost {AMOUNT_LEFT_OUT} per jaar."),
        ("Kost EUR 12,50 of 300 euro.", f"Kost {AMOUNT_LEFT_OUT} of {AMOUNT_LEFT_OUT}."),
        ("In 2027, 3 weken.", "In 2027, 3 weken."),
    ],
)
def test_texts_are_scanned(blind, text, expected):
    forms = replace(blind.project.forms, also={"kade-zaken": ("Kajuit", "KZ2")})
    names = shown_names(blind)
    shown = disguise(replace(blind, project=replace(blind.project, forms=forms)), names)(text)
    assert shown == expected.format(kade=names["kade-zaken"], linde=names["linde-gemeentecloud"])


def test_names_stay_where_judging_is_open_but_amounts_do_not(scan):
    names = shown_names(scan)
    assert names["kade-zaken"] == "Kade Zaken"
    assert disguise(scan, names)("Kade Zaken, € 5") == f"Kade Zaken, {AMOUNT_LEFT_OUT}"


def test_no_sheet_shows_an_amount(scoresheets):
    for path in scoresheets[1]:
        assert re.findall(r"€\s?\d", text_of(path)) == []


def saying(scan, text, also=()):
    """The scan in which Kade Zaken has a contact, and explains its answer to every wish with this text."""
    kade = next(item for item in scan.submissions if item.vendor.slug == "kade-zaken")
    wishes = {row.id for row in scan.programme.rows if row.assessed}
    told = {
        row: replace(answer, explanation=text) if row in wishes else answer
        for row, answer in kade.answers.items()
    }
    contact = replace(kade.vendor, contact="Jolanda Kwikstaart, 06-12345678")
    forms = replace(scan.project.forms, also={"kade-zaken": also} if also else {})
    return replace(
        scan,
        project=replace(scan.project, forms=forms),
        submissions=(replace(kade, vendor=contact, answers=told), *scan.submissions[:1]),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Vraag het mevrouw Kwikstaart.",
        "Bel (06) 12 34 56 78.",
        "K-a-d-e Z-a-k-e-n doet dat.",
        "Ons pakket BeterKadeZaken doet dat.",
    ],
)
def test_a_blind_sheet_with_a_name_in_it_is_not_made_and_that_is_told(blind, tmp_path, text):
    made = saying(blind, text)
    (key, *sheets), leaks = write_scoresheets(tmp_path, made)
    assert key.name == "sleutel.txt"
    shown = shown_names(made)["kade-zaken"].lower().replace(" ", "-")
    judged = {path.parent.parent.name for path in sheets if path.parent.name == "assessments"}
    assert judged == {"leverancier-a", "leverancier-b"} - {shown}
    assert {item.code for item in leaks} == {Code.FORM_LEAK}
    assert {item.source.file for item in leaks} == {"vendors/kade-zaken/answers.xlsx"}


def test_a_name_among_the_others_is_taken_out_and_the_sheet_is_made(blind, tmp_path):
    made = saying(blind, "Vraag het mevrouw Kwikstaart.", also=("Kwikstaart",))
    files, leaks = write_scoresheets(tmp_path, made)
    assert leaks == ()
    assert all("Kwikstaart" not in text_of(path) for path in files if path.suffix == ".xlsx")


def test_who_judges_with_names_in_sight_gets_every_sheet(scan, tmp_path):
    assert write_scoresheets(tmp_path, saying(scan, "Vraag het mevrouw Kwikstaart.")).leaks == ()

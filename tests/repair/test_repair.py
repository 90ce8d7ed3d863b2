"""What goes back to who can mend it: everything to one place, nothing to the wrong one, nothing that runs."""

import re
import tomllib
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from scan_factory import project, requirement, requirement_list, scan, submission

from marktscan import outgoing, pipeline
from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.project import Deadlines, Forms
from marktscan.domain.scan import Scan
from marktscan.domain.sender import Role
from marktscan.domain.source import Source
from marktscan.repair import write_repairs
from marktscan.repair.letter import deadline
from marktscan.repair.senders import PROJECT, requests_by_sender

ANSWERS = "vendors/zaak/answers.xlsx"


def at(
    file: str = ANSWERS, sheet: str = "Vragen", cell: str = "F4", code: Code = Code.ANSWER_EMPTY
) -> Finding:
    return finding(code, Source(file, sheet, cell), requirement="ARC-01", vendor="Zaak")


def small(**changes: object) -> Scan:
    made = scan((requirement_list(requirement()),), submissions=(submission(),), of=project("aalsmeer"))
    return replace(made, **changes)  # type: ignore[arg-type]


def write(root: Path, *findings: Finding, of: Scan | None = None) -> dict[str, list[dict[str, object]]]:
    """The rows of the sheet Herstellen by file."""
    paths = write_repairs(root, of or small(), findings, {"zaak": "Leverancier A"}).files
    return {path.name: rows(path) for path in paths}


def rows(path: Path) -> list[dict[str, object]]:
    head, *body = openpyxl.load_workbook(path)["Herstellen"].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in body]


def letter(path: Path) -> list[str]:
    return [str(row[1] or "") for row in openpyxl.load_workbook(path)["Bericht"].iter_rows(values_only=True)]


def parts(path: Path) -> str:
    with ZipFile(path) as book:
        return "\n".join(book.read(name).decode("utf-8") for name in book.namelist())


@pytest.mark.parametrize(
    ("file", "code", "role", "slug"),
    [
        ("requirements/aalsmeer.xlsx", Code.TEXT_VAGUE, Role.MUNICIPALITY, "aalsmeer"),
        ("requirements/samenvoeging.xlsx", Code.DECISION_CONFLICT, Role.PROJECT, "projectgroep"),
        (ANSWERS, Code.ANSWER_EMPTY, Role.VENDOR, "zaak"),
        (ANSWERS, Code.CHOICE_UNKNOWN, Role.VENDOR, "zaak"),
        (ANSWERS, Code.ALMOST_ALL_STANDARD, Role.PROJECT, "projectgroep"),
        (ANSWERS, Code.FILE_LOCK, Role.PROJECT, "projectgroep"),
        ("vendors/zaak/prices.xlsx", Code.PRICE_LINE_EMPTY, Role.VENDOR, "zaak"),
        ("vendors/zaak/consensus.xlsx", Code.CONSENSUS_OFF_SCALE, Role.PROJECT, "projectgroep"),
        ("vendors/zaak/assessments/aalsmeer-1.xlsx", Code.MARK_MISSING, Role.ASSESSOR, "aalsmeer-1"),
        ("vendors/zaak/assessments/wie-dan.xlsx", Code.MARK_MISSING, Role.PROJECT, "projectgroep"),
        ("vendors/wie-dan/answers.xlsx", Code.ANSWER_EMPTY, Role.PROJECT, "projectgroep"),
        ("vendors/../x/answers.xlsx", Code.FILE_OUTSIDE, Role.PROJECT, "projectgroep"),
        ("marktscan.toml", Code.PROJECT_TO_VERIFY, Role.PROJECT, "projectgroep"),
    ],
)
def test_everything_goes_to_who_can_mend_it(file, code, role, slug):
    ((sender, _),) = requests_by_sender(small(), [at(file, code=code)]).items()
    assert (sender.role, sender.slug) == (role, slug)


def test_a_vendor_reads_words_for_a_vendor(tmp_path):
    not_allowed = finding(
        Code.NOT_APPLICABLE_NOT_ALLOWED,
        Source(ANSWERS, "Vragen", "F4"),
        requirement="ARC-01",
        vendor="Zaak",
        municipalities="Aalsmeer",
    )
    found = write(tmp_path, not_allowed)
    (row,) = found["herstel-zaak.xlsx"]
    assert row["Uitleg"] == "U antwoordt X (niet van toepassing) op ARC-01. Dat kan bij deze vraag niet."
    assert row["Wat u doet"] == "Kies S, C, P, R, M of N."
    assert (row["Bestand"], row["Werkblad"], row["Cel"]) == ("answers.xlsx", "Vragen", "F4")
    assert "Aalsmeer" not in parts(tmp_path / "build/repair/herstel-zaak.xlsx")


def test_errors_come_first(tmp_path):
    note = at(cell="A2", code=Code.VALUE_READ_AS)
    error = at(cell="F9", code=Code.ANSWER_UNKNOWN_CODE)
    found = write(tmp_path, note, at(cell="F4"), error)["herstel-zaak.xlsx"]
    assert [(row["Nr"], row["Soort"], row["Cel"]) for row in found] == [
        ("1", "fout", "F9"),
        ("2", "let op", "F4"),
        ("3", "gelezen als", "A2"),
    ]


def links(path: Path) -> list[str]:
    sheet = openpyxl.load_workbook(path)["Herstellen"]
    found = (cell.hyperlink for cell in sheet["E"][1:] if cell.hyperlink)
    return [f"{link.target}#{link.location}".replace("\\", "/") for link in found]


def test_the_cell_is_a_link(tmp_path):
    municipality = at("requirements/aalsmeer.xlsx", "Eisen", "C3", Code.TEXT_VAGUE)
    inside = at("requirements/samenvoeging.xlsx", "Besluiten", "F2", Code.DECISION_CONFLICT)
    write(tmp_path, at(), municipality, inside)
    folder = tmp_path / "build/repair"
    assert links(folder / "herstel-zaak.xlsx") == ["answers.xlsx#'Vragen'!F4"]
    assert links(folder / "herstel-aalsmeer.xlsx") == ["aalsmeer.xlsx#'Eisen'!C3"]
    assert links(folder / "herstel-projectgroep.xlsx") == [
        "../../requirements/samenvoeging.xlsx#'Besluiten'!F2"
    ]


@pytest.mark.parametrize(
    ("file", "sheet", "cell"),
    [
        (ANSWERS, "Vragen'!A1#http://example.org", "F4"),
        (ANSWERS, "[x.xlsx]Vragen", "F4"),
        (ANSWERS, "Vragen", ""),
        (ANSWERS, "Vragen", "regel 4"),
        ("vendors/zaak/answers.ods", "Vragen", "F4"),
    ],
)
def test_no_link_where_a_name_could_lead_elsewhere(tmp_path, file, sheet, cell):
    found = write(tmp_path, at(file, sheet, cell))
    assert links(tmp_path / "build/repair/herstel-zaak.xlsx") == []
    assert [row["Werkblad"] for row in found["herstel-zaak.xlsx"]] == [sheet]


def test_text_from_outside_runs_nowhere(tmp_path):
    hostile = '=HYPERLINK("http://example.org";"klik")'
    vendor = submission()
    vendor = replace(vendor, vendor=replace(vendor.vendor, name=f"{hostile}\nBcc: iedereen"))
    value = finding(Code.ANSWER_UNKNOWN_CODE, Source(ANSWERS, "=1+1", "F4"), requirement="@A", value=hostile)
    write(tmp_path, value, of=small(submissions=(vendor,)))
    path = tmp_path / "build/repair/herstel-zaak.xlsx"
    book = openpyxl.load_workbook(path)
    kinds = {
        c.data_type for name in ("Herstellen", "Bericht") for cells in book[name].iter_rows() for c in cells
    }
    assert "f" not in kinds
    assert [line for line in letter(path) if "Bcc" in line] == [f"Beste {hostile} Bcc: iedereen,"]


def test_no_two_senders_share_a_file(tmp_path):
    twin = replace(submission(), vendor=replace(submission().vendor, slug="aalsmeer"))
    found = write(
        tmp_path,
        at("requirements/aalsmeer.xlsx", "Eisen", "C3", Code.TEXT_VAGUE),
        at("vendors/aalsmeer/answers.xlsx"),
        of=small(submissions=(twin,)),
    )
    assert set(found) == {"herstel-aalsmeer-gemeente.xlsx", "herstel-aalsmeer-leverancier.xlsx"}


def test_who_has_nothing_to_mend_any_more_loses_the_old_workbook(tmp_path):
    own = tmp_path / "build/repair/notitie.xlsx"
    write(tmp_path, at())
    own.touch()
    assert write(tmp_path) == {}
    assert list(own.parent.iterdir()) == [own]


def test_the_same_findings_give_the_same_bytes(tmp_path):
    write(tmp_path, at())
    path = tmp_path / "build/repair/herstel-zaak.xlsx"
    before = path.read_bytes()
    write(tmp_path, at())
    assert path.read_bytes() == before


def test_an_assessor_who_judges_blind_reads_no_vendor_name(tmp_path):
    file = "vendors/zaak/assessments/aalsmeer-1.xlsx"
    found = write(tmp_path, at(file, "Beoordeling", "H4", Code.MARK_MISSING))
    (row,) = found["herstel-aalsmeer-1.xlsx"]
    assert row["Bestand"] == "beoordeling van Leverancier A"
    assert "zaak" not in parts(tmp_path / "build/repair/herstel-aalsmeer-1.xlsx").casefold()


def test_the_letter_can_be_sent_as_it_is(tmp_path):
    write(tmp_path, at(), at(cell="F5"), at(cell="F9", code=Code.ANSWER_UNKNOWN_CODE))
    assert letter(tmp_path / "build/repair/herstel-zaak.xlsx")[1:] == [
        "Proef: 3 punten om na te kijken",
        "Beste Zaak B.V.,",
        "",
        "Dit bericht gaat over answers.xlsx. Wilt u ons helpen met het volgende?",
        "1 punt moet u herstellen.",
        "2 punten vragen wij u na te kijken.",
        "",
        "Het gaat om:",
        "• Vraag niet beantwoord: 2 keer",
        "• Antwoord staat niet in de keuzelijst: 1 keer",
        "",
        "1. Open het bijgevoegde bestand herstel-zaak.xlsx. Op het blad Herstellen staat wat u kunt doen.",
        "2. Verbeter het in uw eigen bestand. Laat de nummers, de kolommen en de vragen staan.",
        "3. Stuur het terug onder dezelfde naam.",
        "",
        "Hebt u vragen? Neem dan contact op met: Projectleider marktverkenning.",
        "",
        "Met vriendelijke groet,",
        "Projectleider marktverkenning",
    ]


@pytest.mark.parametrize(("day", "named"), [(date(2026, 11, 22), False), (date(2026, 11, 23), True)])
def test_a_day_that_has_passed_is_not_asked_for(tmp_path, day, named):
    declared = project("aalsmeer", forms=Forms(deadlines=Deadlines(answers=day)))
    write(tmp_path, at(), of=small(project=declared))
    sentence = "\n".join(letter(tmp_path / "build/repair/herstel-zaak.xlsx"))
    assert ("uiterlijk op" in sentence) is named
    assert deadline(declared, PROJECT) is None


def sections() -> dict[str, dict[str, dict[str, str]]]:
    folder = files("marktscan.wording")
    return {
        name: tomllib.loads(folder.joinpath(name).read_text("utf-8")) for name in ("nl.toml", "repair.toml")
    }


def test_words_for_outside_use_only_facts_of_their_finding():
    texts = sections()
    for number, section in texts["repair.toml"].items():
        known = set(re.findall(r"{(\w+)}", " ".join(texts["nl.toml"][number].values())))
        used = set(re.findall(r"{(\w+)}", " ".join(section.values())))
        assert used <= known, number
        assert not used & {"vendor", "municipality", "municipalities", "assessor", "usual", "known"}, number


def test_every_finding_of_the_example_is_in_one_workbook(example_project, tmp_path):
    outcome = pipeline.check(example_project)
    scan_ = outcome.scan
    paths = write_repairs(tmp_path, scan_, outcome.findings, {}).files
    assert sum(len(rows(path)) for path in paths) == len(outcome.findings)
    places = {m.name for m in scan_.project.municipalities}
    for item in scan_.submissions:
        path = tmp_path / f"build/repair/herstel-{item.vendor.slug}.xlsx"
        others = {o.vendor.product for o in scan_.submissions if o is not item}
        assert [name for name in places | others if path.exists() and name in parts(path)] == []


def test_nothing_without_a_usable_project_file(tmp_path):
    (tmp_path / "marktscan.toml").write_text("nee")
    outcome = pipeline.check(tmp_path)
    assert outgoing.repair(tmp_path, outcome) == (outcome.findings, ())
    assert not (tmp_path / "build").exists()

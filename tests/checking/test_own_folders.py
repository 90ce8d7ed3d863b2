from dataclasses import replace
from pathlib import Path
from shutil import copy, copytree

import pytest
from scan_factory import answer, project, requirement, requirement_list, scan, submission
from scan_factory import consensus as agreed
from scan_factory import mark as given

from marktscan import pipeline
from marktscan.checking import own_folders
from marktscan.domain.answer import Vendor
from marktscan.domain.finding import Finding
from marktscan.domain.scan import Submission

EXAMPLE = Path(__file__).parent.parent.parent
LISTS = (requirement_list(requirement(), requirement("ARC-02", row=3)),)
RX = Vendor("rx", "Rx B.V.", "Rx.Enterprise")
PRICES = "vendors/zaak/prices.xlsx"
SHEET = "vendors/zaak/assessments/aalsmeer-1.xlsx"


def found(zaak: Submission, rx: Vendor = RX) -> list[Finding]:
    """What the checks say about these two vendors."""
    other = submission(answer(vendor="rx"), vendor="rx", answers_file="vendors/rx/answers.xlsx")
    both = (replace(other, vendor=rx), zaak)
    made = scan(LISTS, submissions=both, of=project("aalsmeer"))
    return [item for check in own_folders.CHECKS for item in check(made)]


def told(findings: list[Finding]) -> list[tuple[str, str, dict[str, str]]]:
    return [(item.code.name, item.source.file, dict(item.facts)) for item in findings]


@pytest.mark.parametrize("owner", ["rx", "Rx B.V.", "RX.enterprise"])
def test_a_form_of_another_vendor(owner: str) -> None:
    assert told(found(submission(answer(), owners={PRICES: owner}))) == [
        ("VENDOR_FORM_OF_OTHER", PRICES, {"vendor": "zaak", "other_vendor": "rx"})
    ]


@pytest.mark.parametrize("owner", ["zaak", "Zaak B.V.", "De vorige naam B.V.", "Beoordelaar aalsmeer-1", ""])
def test_a_form_of_its_own_vendor_also_when_the_vendor_has_another_name_now(owner: str) -> None:
    assert found(submission(answer(), owners={SHEET: owner})) == []


def test_a_name_that_two_vendors_share_says_nothing_of_whose_the_form_is() -> None:
    group = replace(RX, name="Zaak B.V.")
    assert found(submission(answer(), owners={PRICES: "Zaak B.V."}), rx=group) == []


def test_vendors_that_the_report_cannot_tell_apart() -> None:
    other = {"name": "Zaak", "other_file": "vendors/rx/answers.xlsx"}
    assert told(found(submission(answer()), rx=replace(RX, product=" zaak "))) == [
        ("VENDOR_NAMED_ALIKE", "vendors/zaak/answers.xlsx", other)
    ]


def test_marks_under_the_name_of_another_assessor() -> None:
    assert told(found(submission(answer(), owners={SHEET: "Beoordelaar aalsmeer-2"}))) == [
        ("MARKS_OF_OTHER", SHEET, {"other": "aalsmeer-2", "assessor": "aalsmeer-1"})
    ]


@pytest.mark.parametrize("seen", ["S", " s ", "", "onbekend"])
def test_who_marked_saw_this_answer_or_none(seen: str) -> None:
    assert found(submission(answer(), marks=(replace(given("ARC-01", 8), answer=seen),))) == []


def test_who_marked_saw_another_answer() -> None:
    marks = (replace(given("ARC-01", 8), answer="M"), replace(given("ARC-02", None, row=3), answer="M"))
    assert told(found(submission(answer(), answer("ARC-02", row=3), marks=marks))) == [
        (
            "MARKS_OF_OTHER_ANSWERS",
            SHEET,
            {"requirements": "ARC-01", "other_file": "vendors/zaak/answers.xlsx"},
        )
    ]


def test_marks_say_nothing_about_answers_that_cannot_be_read() -> None:
    unclear = answer(code="?")
    assert found(submission(unclear, marks=(replace(given("ARC-01", 8), answer="M"),))) == []
    assert found(submission(marks=(replace(given("ARC-01", 8), answer="M"),))) == []


@pytest.mark.parametrize(
    "shown", ["aalsmeer-1: 8\naalsmeer-2: 4", "aalsmeer-2: 10\nwij vonden: 3", "", "aalsmeer-1: 8,5"]
)
def test_a_consensus_about_these_marks(shown: str) -> None:
    own = (given("ARC-01", 8),)
    assert (
        found(submission(answer(), marks=own, consensus=(replace(agreed("ARC-01", 8), marks=shown),))) == []
    )


@pytest.mark.parametrize("shown", ["aalsmeer-1: 6", "diemen-1: 8\naalsmeer-1: geen"])
def test_a_consensus_about_other_marks(shown: str) -> None:
    own = (given("ARC-01", 8), given("ARC-02", 4, row=3))
    together = (
        replace(agreed("ARC-01", 8), marks=shown),
        replace(agreed("ARC-02", None, row=3), marks=shown),
    )
    assert told(found(submission(answer(), marks=own, consensus=together))) == [
        ("CONSENSUS_OF_OTHER_MARKS", "vendors/zaak/consensus.xlsx", {"requirements": "ARC-01"})
    ]


def test_files_of_the_example_in_the_wrong_folder(tmp_path: Path) -> None:
    copy(EXAMPLE / "marktscan.toml", tmp_path)
    for folder in ("requirements", "vendors"):
        copytree(EXAMPLE / folder, tmp_path / folder)
    rx, zuid = (tmp_path / "vendors" / name for name in ("rx-enterprise", "zuiderzaak"))
    kade, linde = (tmp_path / "vendors" / name for name in ("kade-zaken", "linde-gemeentecloud"))
    copy(zuid / "answers.xlsx", rx / "answers.xlsx")
    copy(kade / "prices.xlsx", linde / "prices.xlsx")
    copy(linde / "assessments/diemen-1.xlsx", kade / "assessments/diemen-1.xlsx")
    copy(zuid / "assessments/diemen-1.xlsx", zuid / "assessments/diemen-2.xlsx")
    copy(rx / "consensus.xlsx", linde / "consensus.xlsx")
    codes = {"VENDOR_FORM_OF_OTHER", "VENDOR_NAMED_ALIKE", "MARKS_OF_OTHER", "MARKS_OF_OTHER_ANSWERS"}
    codes |= {"CONSENSUS_OF_OTHER_MARKS"}
    outcome = pipeline.check(tmp_path)
    assert {(item.code.name, item.source.file) for item in outcome.findings if item.code.name in codes} == {
        ("VENDOR_NAMED_ALIKE", "vendors/zuiderzaak/answers.xlsx"),
        ("VENDOR_FORM_OF_OTHER", "vendors/linde-gemeentecloud/prices.xlsx"),
        ("MARKS_OF_OTHER", "vendors/zuiderzaak/assessments/diemen-2.xlsx"),
        ("MARKS_OF_OTHER_ANSWERS", "vendors/kade-zaken/assessments/diemen-1.xlsx"),
        *(
            ("CONSENSUS_OF_OTHER_MARKS", f"vendors/{name}/consensus.xlsx")
            for name in ("kade-zaken", "linde-gemeentecloud", "zuiderzaak")
        ),
        *(
            ("MARKS_OF_OTHER_ANSWERS", f"vendors/rx-enterprise/assessments/{name}.xlsx")
            for name in ("aalsmeer-1", "aalsmeer-2", "amstelveen-1", "amstelveen-2", "diemen-1", "diemen-2")
        ),
    }

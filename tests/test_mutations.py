"""After every kind of damage each answer of the example comes back right or is told: never silently wrong."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from random import Random

import pytest
from damage import KINDS, LOST, Damage
from returned_form import Returned, filled_in, put

from marktscan import pipeline
from marktscan.checking import questions
from marktscan.domain.answer import Answer
from marktscan.domain.finding import Code, Finding, Severity
from marktscan.domain.scan import Scan, Submission
from marktscan.domain.source import Origin
from marktscan.merging import on_this_round
from marktscan.spreadsheets.read_submissions import read_submissions

ROOT = Path(__file__).parent.parent
VENDORS = ("beemster-zaak", "rx-enterprise")
SEED = 20261101
NOWHERE = Origin("", "", 0)


@dataclass(frozen=True)
class Outcome:
    """How many answers came back right, were told, or are silently wrong (with what they became)."""

    right: int
    told: int
    wrong: tuple[str, ...]


@cache
def scan() -> Scan:
    outcome = pipeline.check(ROOT)
    assert outcome.scan is not None
    return outcome.scan


@cache
def form(vendor: str) -> Returned:
    return filled_in(ROOT / "vendors" / vendor / "answers.xlsx")


def read_back(root: Path, vendor: str) -> tuple[Submission, tuple[Finding, ...]]:
    """What reading and comparing with the programme make of one vendor's folder."""
    project = replace(scan().project, invited=(vendor,))
    submissions, in_files = read_submissions(root, project)
    compared, in_rounds = on_this_round(scan().programme, submissions, project.forms.round)
    judged = replace(scan(), submissions=compared)
    in_checks = [item for check in questions.CHECKS for item in check(judged)]
    return compared[0], (*in_files, *in_rounds, *in_checks)


@cache
def truth(vendor: str) -> dict[str, Answer]:
    """The answers as the undamaged file gives them."""
    (submission,) = (item for item in scan().submissions if item.vendor.slug == vendor)
    return dict(submission.answers)


def content(answer: Answer | None) -> Answer | None:
    """What an answer says, without where it stands or how the question reads."""
    return answer and replace(answer, origin=NOWHERE, text="", as_sent=None, available_text="")


def compare(vendor: str, submission: Submission, findings: tuple[Finding, ...]) -> Outcome:
    right, told, wrong = 0, 0, []
    serious = [item for item in findings if item.code.severity is not Severity.NOTE]
    for key, expected in truth(vendor).items():
        answer = submission.answers.get(key)
        if content(answer) == content(expected):
            right += 1
        elif any(is_about(item, key, answer) for item in serious):
            told += 1
        else:
            wrong.append(f"{key}: {content(answer)}")
    return Outcome(right, told, tuple(wrong))


def is_about(item: Finding, key: str, answer: Answer | None) -> bool:
    """Whether a finding names the requirement, its row, or why a whole file, sheet or column was not read."""
    if ("requirement", key) in item.facts or is_about_everything(item):
        return True
    row = answer and f"{answer.origin.row}"
    return bool(row) and item.source.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == row


def is_about_everything(item: Finding) -> bool:
    lost = item.code.severity is Severity.ERROR and item.code.number.startswith(("F1", "F2"))
    elsewhere = ("expected", "Leverancier") in item.facts
    return (lost and not elsewhere) or item.code is Code.COLUMN_LEFT_OUT


def damaged(root: Path, name: str, damage: Damage, vendor: str) -> Outcome:
    returned = deepcopy(form(vendor))
    damage(returned, Random(f"{SEED} {name} {vendor}"))  # noqa: S311 – the same damage every time
    folder = root / vendor.replace("-", "") / name.replace(" ", "-").replace(".", "")
    put(returned, folder / "vendors" / vendor)
    return compare(vendor, *read_back(folder, vendor))


def outcomes(root: Path, kinds: dict[str, Damage]) -> Iterator[tuple[str, Outcome]]:
    """Every kind once, and every second kind for a second vendor too."""
    for number, (name, damage) in enumerate(kinds.items()):
        for vendor in VENDORS[: 1 + number % 2]:
            yield f"{name} ({vendor})", damaged(root, name, damage, vendor)


def test_after_every_kind_of_damage_answers_are_right_or_told(tmp_path: Path) -> None:
    found = dict(outcomes(tmp_path, KINDS))
    wrong = {name: outcome.wrong for name, outcome in found.items() if outcome.wrong}
    right = sum(outcome.right for outcome in found.values())
    all_answers = right + sum(outcome.told for outcome in found.values())
    assert wrong == {}
    assert len(KINDS) >= 60
    assert all_answers >= 20_000
    assert right / all_answers >= 0.99


@pytest.mark.parametrize("name", LOST)
def test_a_form_that_cannot_be_read_is_told(tmp_path: Path, name: str) -> None:
    outcome = damaged(tmp_path, name, LOST[name], VENDORS[0])
    assert outcome.wrong == ()
    assert outcome.told > 0

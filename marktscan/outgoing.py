"""What goes out to people: proposals to decide about, forms to fill in, and what came back to be mended.

Each function runs the steps of the pipeline that it needs, each time from the inputs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from marktscan import pipeline
from marktscan.domain.finding import Finding, Severity
from marktscan.domain.frozen import Recorded
from marktscan.domain.progress import FormProgress
from marktscan.domain.proposal import Proposal
from marktscan.domain.waiting import Waiting
from marktscan.pipeline import Findings, Outcome, in_order


@dataclass(frozen=True, slots=True)
class Proposed:
    """What people can decide about: `file` is the workbook that was written, None when none was."""

    findings: Findings
    proposals: tuple[Proposal, ...] = ()
    file: Path | None = None


def propose(root: Path) -> Proposed:
    """Steps 1–2 for people: write what may be joined into build/, with every decision they took before.

    Nothing is written when the earlier decisions cannot all be read: people would save them away.
    """
    from marktscan import merging
    from marktscan.project_file import read_project
    from marktscan.spreadsheets.read_decisions import (
        is_still_open,
        loses_decisions,
        read_decisions,
        sheets_left_behind,
    )
    from marktscan.spreadsheets.read_requirements import read_requirements
    from marktscan.spreadsheets.write_proposals import write_proposals

    project, found = read_project(root)
    if project is None:
        return Proposed(found)
    lists, in_lists = read_requirements(root, project)
    decisions, in_decisions = read_decisions(root, project)
    told = (item for item in in_decisions if not is_still_open(item))
    findings = in_order((*found, *in_lists, *told, *sheets_left_behind(root)))
    if loses_decisions(in_decisions):
        return Proposed(findings)
    proposals = merging.propose(project, lists, decisions)
    return Proposed(findings, proposals, write_proposals(root, project, proposals))


@dataclass(frozen=True, slots=True)
class HandedOut:
    """The forms that were written. `findings` are those that kept it from happening, and then there are none,
    or those to look at before anything is sent.

    `waiting` says which vendors have no consensus workbook yet because assessors still have to mark.
    """

    findings: Findings
    files: tuple[Path, ...] = ()
    waiting: tuple[Waiting, ...] = ()


def questionnaire(root: Path) -> HandedOut:
    """Write one frozen round of questions and price sheets for all vendors into build/questionnaires."""
    from marktscan.checking.anonymity import is_hint
    from marktscan.forms import round_findings, write_questionnaires

    outcome = pipeline.check(root)
    blocking = tuple(filter(_keeps_from_asking, outcome.findings))
    if outcome.scan and not blocking:
        blocking = round_findings(root, outcome.scan)
    if outcome.scan is None or blocking:
        return HandedOut(blocking)
    files, leaks = write_questionnaires(root, outcome.scan)
    return HandedOut(in_order((*filter(is_hint, outcome.findings), *leaks)), files)


def scoresheets(root: Path) -> HandedOut:
    """Write a sheet per assessor and vendor into build/scoresheets, and a consensus where all have marked."""
    from marktscan.forms import consensus_waits_for, write_scoresheets

    outcome = pipeline.check(root)
    blocking = tuple(filter(_keeps_from_asking, outcome.findings))
    if outcome.scan is None or blocking:
        return HandedOut(blocking)
    files, leaks = write_scoresheets(root, outcome.scan)
    return HandedOut(leaks, files, consensus_waits_for(outcome.scan))


def _keeps_from_asking(item: Finding) -> bool:
    """Whether the questions themselves are not yet right; what vendors sent back does not matter here."""
    return item.code.severity is Severity.ERROR and not item.source.file.startswith("vendors")


def as_open_documents(files: Sequence[Path]) -> tuple[Path, ...] | None:
    """The workbooks among `files` also as .ods; None when LibreOffice is not on this machine."""
    from marktscan.spreadsheets.write_ods import office, write_ods

    program = office()
    return write_ods(program, [path for path in files if path.suffix == ".xlsx"]) if program else None


def instead_as_open_documents(files: Sequence[Path]) -> tuple[Path, ...] | None:
    """The files with each workbook as .ods instead, since a folder of inputs holds one of each.

    None when LibreOffice is not on this machine: then the workbooks stay as they are.
    """
    made = as_open_documents(files)
    if made is None:
        return None
    replaced = {path.with_suffix(".xlsx"): path for path in made}
    for workbook in replaced:
        workbook.unlink()
    return tuple(replaced.get(path, path) for path in files)


def repair(root: Path, outcome: Outcome) -> tuple[Findings, tuple[Path, ...]]:
    """Write into build/repair what each sender can mend; nothing without a usable project file.

    A workbook in which something leaks is not written, and that is told with the other findings.
    """
    if outcome.scan is None:
        return outcome.findings, ()
    from marktscan.forms.disguise import shown_names
    from marktscan.repair import write_repairs

    files, leaks = write_repairs(root, outcome.scan, outcome.findings, shown_names(outcome.scan))
    return in_order((*outcome.findings, *leaks)), files


@dataclass(frozen=True, slots=True)
class Status:
    """How far everybody is on `today`; None, with the reason in `findings`, without a usable project file.

    `rules` is the freeze with what was recorded since, None when the rules were not fixed.
    """

    findings: Findings
    today: date | None = None
    forms: tuple[FormProgress, ...] = ()
    rules: Recorded | None = None


def status(root: Path, today: date | None = None) -> Status:
    """How far every workbook is filled in; on the report's date when no other day is given."""
    from marktscan.freezing import recorded
    from marktscan.project_file import read_project
    from marktscan.spreadsheets.read_progress import read_progress

    project, found = read_project(root)
    if project is None:
        return Status(found)
    rules, in_record = recorded(root)
    forms = read_progress(root, project)
    return Status(in_order((*found, *in_record)), today or project.report_date, forms, rules)

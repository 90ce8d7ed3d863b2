"""The seven steps from filled-in spreadsheets to a report, readable aloud.

Every command runs the steps up to the one it needs, each time from the inputs. Libraries that are slow to
load are imported inside the step that needs them, so that `marktscan --help` starts at once.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from marktscan import delivery
from marktscan.domain.background import Background
from marktscan.domain.finding import Finding, Severity, place_order
from marktscan.domain.progress import FormProgress
from marktscan.domain.proposal import Proposal
from marktscan.domain.results import Results, Stress
from marktscan.domain.scan import Scan
from marktscan.domain.sureness import Sureness
from marktscan.domain.waiting import Waiting

BUILD = Path("build")
Findings = tuple[Finding, ...]
Progress = Callable[[str], None]
"""Called with the Dutch name of a step when it begins."""

STEPS = (
    "1 Eisen lezen",
    "2 Samenvoegen",
    "3 Leveranciers lezen",
    "4 Controleren",
    "5 Scores berekenen",
    "6 Zekerheid bepalen",
    "7 Rapporten maken",
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run found: `scan` is None when the project file cannot be used, the rest when not asked for."""

    findings: Findings
    scan: Scan | None = None
    results: Results | None = None
    stress: Stress | None = None
    reports: tuple[Path, ...] = ()
    background: Background | None = None


def _silent(step: str) -> None:
    """No progress shown."""


def check(root: Path, progress: Progress = _silent) -> Outcome:
    """Steps 1–4: read everything in the project folder `root`, merge it and judge it."""
    from marktscan.checking import check_all
    from marktscan.merging import merge, on_this_round
    from marktscan.project_file import read_project
    from marktscan.spreadsheets.inputs import input_files
    from marktscan.spreadsheets.read_decisions import read_decisions
    from marktscan.spreadsheets.read_requirements import read_requirements
    from marktscan.spreadsheets.read_submissions import read_submissions

    progress(STEPS[0])
    project, found = read_project(root)
    if project is None:
        return Outcome(found)
    lists, in_lists = read_requirements(root, project)

    progress(STEPS[1])
    decisions, in_decisions = read_decisions(root, project)
    programme, in_merging = merge(project, lists, decisions)

    progress(STEPS[2])
    read, in_submissions = read_submissions(root, project)
    submissions, in_rounds = on_this_round(programme, read, project.forms.round)

    progress(STEPS[3])
    scan = Scan(project, lists, decisions, programme, submissions, input_files(root))
    judged = check_all(scan)
    everything = (*found, *in_lists, *in_decisions, *in_merging, *in_submissions, *in_rounds, *judged)
    return Outcome(in_order(everything), scan)


def repair(root: Path, outcome: Outcome) -> tuple[Path, ...]:
    """Write into build/repair what each sender can mend; nothing without a usable project file."""
    if outcome.scan is None:
        return ()
    from marktscan.forms.disguise import shown_names
    from marktscan.repair import write_repairs

    return write_repairs(root, outcome.scan, outcome.findings, shown_names(outcome.scan))


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
    from marktscan.spreadsheets.read_decisions import is_still_open, loses_decisions, read_decisions
    from marktscan.spreadsheets.read_requirements import read_requirements
    from marktscan.spreadsheets.write_proposals import write_proposals

    project, found = read_project(root)
    if project is None:
        return Proposed(found)
    lists, in_lists = read_requirements(root, project)
    decisions, in_decisions = read_decisions(root, project)
    findings = in_order((*found, *in_lists, *(item for item in in_decisions if not is_still_open(item))))
    if loses_decisions(in_decisions):
        return Proposed(findings)
    proposals = merging.propose(project, lists, decisions)
    return Proposed(findings, proposals, write_proposals(root, project, proposals))


@dataclass(frozen=True, slots=True)
class Status:
    """How far everybody is on `today`; None, with the reason in `findings`, without a usable project file."""

    findings: Findings
    today: date | None = None
    forms: tuple[FormProgress, ...] = ()


def status(root: Path, today: date | None = None) -> Status:
    """How far every workbook is filled in; on the report's date when no other day is given."""
    from marktscan.project_file import read_project
    from marktscan.spreadsheets.read_progress import read_progress

    project, found = read_project(root)
    if project is None:
        return Status(found)
    return Status(found, today or project.report_date, read_progress(root, project))


@dataclass(frozen=True, slots=True)
class HandedOut:
    """The forms that were written. `findings` are those that kept it from happening, and then there are none.

    `waiting` says which vendors have no consensus workbook yet because assessors still have to mark.
    """

    findings: Findings
    files: tuple[Path, ...] = ()
    waiting: tuple[Waiting, ...] = ()


def questionnaire(root: Path) -> HandedOut:
    """Write one frozen round of questions and price sheets for all vendors into build/questionnaires."""
    from marktscan.forms import round_findings, write_questionnaires

    outcome = check(root)
    blocking = tuple(filter(_keeps_from_asking, outcome.findings))
    if outcome.scan and not blocking:
        blocking = round_findings(root, outcome.scan)
    if outcome.scan is None or blocking:
        return HandedOut(blocking)
    return HandedOut((), write_questionnaires(root, outcome.scan))


def scoresheets(root: Path) -> HandedOut:
    """Write a sheet per assessor and vendor into build/scoresheets, and a consensus where all have marked."""
    from marktscan.forms import consensus_waits_for, write_scoresheets

    outcome = check(root)
    blocking = tuple(filter(_keeps_from_asking, outcome.findings))
    if outcome.scan is None or blocking:
        return HandedOut(blocking)
    return HandedOut((), write_scoresheets(root, outcome.scan), consensus_waits_for(outcome.scan))


def _keeps_from_asking(item: Finding) -> bool:
    """Whether the questions themselves are not yet right; what vendors sent back does not matter here."""
    return item.code.severity is Severity.ERROR and not item.source.file.startswith("vendors")


def as_open_documents(files: Sequence[Path]) -> tuple[Path, ...] | None:
    """The workbooks among `files` also as .ods; None when LibreOffice is not on this machine."""
    from marktscan.spreadsheets.write_ods import office, write_ods

    program = office()
    return write_ods(program, [path for path in files if path.suffix == ".xlsx"]) if program else None


def score(root: Path, progress: Progress = _silent) -> Outcome:
    """Steps 1–6: also compute the scores and how sure they are."""
    outcome = check(root, progress)
    if outcome.scan is None:
        return outcome
    from marktscan.robustness import stress
    from marktscan.scoring import score_scan

    progress(STEPS[4])
    results, in_scores = score_scan(outcome.scan)
    progress(STEPS[5])
    return Outcome(
        in_order((*outcome.findings, *in_scores)),
        outcome.scan,
        results,
        stress(outcome.scan, results),
        background=background_of(outcome.scan, results),
    )


def background_of(scan: Scan, results: Results) -> Background:
    """What stands behind and beside the scores."""
    from marktscan.robustness.assessors import assessed
    from marktscan.robustness.together import together
    from marktscan.scoring.claims import claims
    from marktscan.scoring.costs import costs
    from marktscan.scoring.outlook import outlook

    return Background(
        outlook(scan, results),
        claims(scan, results),
        assessed(scan, results),
        together(scan, results),
        costs(scan, results),
    )


def report(root: Path, only: Sequence[str] = (), progress: Progress = _silent) -> Outcome:
    """Steps 1–7: also render the reports into build/reports; `only` names variants, all when empty.

    A project that cannot be scored leaves the previous reports as they are.
    """
    outcome = score(root, progress)
    if outcome.scan is None or outcome.results is None or outcome.stress is None:
        return outcome
    from marktscan.reporting import write_reports

    background = _with_sureness(outcome.background, outcome.scan, outcome.results)
    progress(STEPS[6])
    reports = write_reports(
        root, outcome.scan, outcome.results, outcome.stress, outcome.findings, only, progress, background
    )
    return replace(outcome, reports=reports)


def _with_sureness(background: Background | None, scan: Scan, results: Results) -> Background | None:
    return replace(background, sureness=sureness(scan, results)) if background else None


def sureness(scan: Scan, results: Results) -> Sureness:
    """How sure the outcome is: one change at a time, exactly, and all weights at once, simulated."""
    from marktscan.robustness.sureness import sureness as computed

    return computed(scan, results)


def results_workbook(root: Path, outcome: Outcome) -> Path | None:
    """Write all scores as formulas to build/results.xlsx; None without scores or with more than it holds."""
    from marktscan.scoring.asked import stated_weights
    from marktscan.spreadsheets.results import fits, write_results

    if outcome.scan is None or outcome.results is None or not fits(outcome.results):
        return None
    return write_results(root, outcome.scan, outcome.results, stated_weights(outcome.scan))


def begin(root: Path) -> delivery.Manifest:
    """The inputs before a run, with their hashes, and which outputs of the last run still hold."""
    from marktscan.reporting.version import program_version

    return delivery.begin(root, root / BUILD, program_version())


def deliver(
    root: Path, begun: delivery.Manifest, outcome: Outcome, made: Sequence[Path], record: bytes
) -> None:
    """Write beside what was `made`: `record` as results.json, the score table, and the manifest of it all.

    InputsChangedError when an input is not what it was when the run began; nothing without scores.
    """
    if outcome.results is None:
        return
    files = {delivery.RESULTS: record, delivery.SCORES: delivery.score_table_csv(outcome.results)}
    names = [path.relative_to(BUILD).as_posix() for path in made]
    delivery.deliver(root, root / BUILD, begun, names, files)


def verify(root: Path, folder: Path) -> delivery.Verification | None:
    """Whether the outputs in `folder` belong to the inputs in `root`; None without a manifest."""
    return delivery.verify(root, folder)


def can_render() -> bool:
    """Whether the libraries that make a PDF are on this machine."""
    from marktscan.reporting.engine import loads

    return loads()


def report_names(root: Path) -> tuple[str, ...]:
    """The reports this project has, for `only`; none when its project file cannot be used."""
    from marktscan.project_file import read_project
    from marktscan.reporting.variants import variants

    project, _ = read_project(root)
    return variants(project) if project else ()


def in_order(findings: Sequence[Finding]) -> Findings:
    """The findings by file, sheet, row and column, each once."""
    return tuple(sorted(dict.fromkeys(findings), key=place_order))

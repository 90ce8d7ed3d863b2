"""The seven steps from filled-in spreadsheets to a report, readable aloud.

Every command runs the steps up to the one it needs, each time from the inputs. Libraries that are slow to
load are imported inside the step that needs them, so that `marktscan --help` starts at once.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from marktscan.domain.background import Background
from marktscan.domain.conventions import SimulationRules
from marktscan.domain.costs import Costs
from marktscan.domain.finding import Finding, place_order
from marktscan.domain.frozen import HeldRules
from marktscan.domain.project import Project
from marktscan.domain.results import Results, Stress
from marktscan.domain.scan import Scan
from marktscan.domain.style import House
from marktscan.domain.sureness import PriceShares, Sureness

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
    rules: HeldRules | None = None


def _silent(step: str) -> None:
    """No progress shown."""


def check(root: Path, progress: Progress = _silent) -> Outcome:
    """Steps 1–4: read everything in the project folder `root`, merge it and judge it."""
    from marktscan.checking import check_all, without_follow_ons
    from marktscan.freezing import hold
    from marktscan.merging import merge, on_this_round, while_unread, with_declared_weights
    from marktscan.project_file import read_project
    from marktscan.spreadsheets.inputs import input_files
    from marktscan.spreadsheets.read_decisions import loses_decisions, read_decisions
    from marktscan.spreadsheets.read_requirements import read_requirements
    from marktscan.spreadsheets.read_submissions import read_submissions

    progress(STEPS[0])
    project, found = read_project(root)
    if project is None:
        return Outcome(found)
    lists, in_lists = with_declared_weights(project, *read_requirements(root, project))

    progress(STEPS[1])
    decisions, in_decisions = read_decisions(root, project)
    decided = bool(decisions) or not loses_decisions(in_decisions)
    programme, in_merging = merge(project, lists, decisions)

    progress(STEPS[2])
    read, in_submissions = read_submissions(root, project)
    submissions, in_rounds = on_this_round(programme, read, project.forms.round)

    progress(STEPS[3])
    in_programme = (*in_merging, *in_rounds)
    house, in_style = _house(root, project)
    scan = Scan(project, lists, decisions, programme, submissions, input_files(root), house, decided)
    judged = check_all(scan)
    rules, in_rules = hold(root, scan, read)
    in_reading = (
        *found,
        *in_lists,
        *in_decisions,
        *(in_programme if decided else while_unread(in_programme)),
        *in_submissions,
        *in_style,
        *_unprintable(scan),
    )
    told = without_follow_ons((*in_reading, *judged, *in_rules))
    return Outcome(in_order(told), scan, rules=rules)


def _house(root: Path, project: Project) -> tuple[House, Findings]:
    """The look of the reports, judged; without loading what judges it when nothing is declared."""
    if not project.declares_a_look and not (root / "templates").is_dir():
        return House(), ()
    from marktscan.reporting.style import read_house

    return read_house(root, project)


def _unprintable(scan: Scan) -> Findings:
    """Which texts the reports cannot print as they stand; without loading a font when all are common."""
    from marktscan.checking.characters import uncommon_texts

    texts = uncommon_texts(scan)
    if not texts:
        return ()
    from marktscan.reporting.style import replaced_characters

    return replaced_characters(texts)


def score(root: Path, progress: Progress = _silent) -> Outcome:
    """Steps 1–6: also compute the scores and how sure they are."""
    outcome = check(root, progress)
    if outcome.scan is None:
        return outcome
    from marktscan.robustness import stress
    from marktscan.scoring import score_scan
    from marktscan.scoring.ceilings import above_ceilings

    progress(STEPS[4])
    results, in_scores = score_scan(outcome.scan)
    background = background_of(outcome.scan, results)
    in_costs = above_ceilings(outcome.scan, background.costs)
    progress(STEPS[5])
    return Outcome(
        in_order((*outcome.findings, *in_scores, *in_costs)),
        outcome.scan,
        results,
        stress(outcome.scan, results),
        background=replace(background, rules=outcome.rules),
        rules=outcome.rules,
    )


def background_of(scan: Scan, results: Results) -> Background:
    """What stands behind and beside the scores."""
    from marktscan.robustness.assessors import assessed
    from marktscan.robustness.together import together
    from marktscan.scoring.claims import claims
    from marktscan.scoring.costs import costs
    from marktscan.scoring.outlook import outlook
    from marktscan.scoring.scenarios import scenarios
    from marktscan.scoring.weighings import weighings

    ahead = outlook(scan, results)
    return Background(
        ahead,
        claims(scan, results),
        assessed(scan, results),
        together(scan, results),
        costs(scan, results),
        scenarios=scenarios(scan, results, ahead),
        weighings=weighings(scan),
    )


def report(root: Path, only: Sequence[str] = (), progress: Progress = _silent) -> Outcome:
    """Steps 1–7: also render the reports into build/reports; `only` names variants, all when empty.

    A project that cannot be scored, or a template with an error, leaves the previous reports as they are. A
    report in which something leaks is not made, and told.
    """
    outcome = score(root, progress)
    if outcome.scan is None or outcome.results is None or outcome.stress is None:
        return outcome
    if not outcome.scan.house.sound:
        return Outcome(outcome.findings, outcome.scan)
    from marktscan.reporting.rendering.at_once import make_ready

    make_ready()
    from marktscan.reporting.style import BrokenTemplateError
    from marktscan.reporting.write import write_reports

    background = with_sureness(outcome.background, outcome.scan, outcome.results)
    progress(STEPS[6])
    try:
        reports, leaks = write_reports(
            root, outcome.scan, outcome.results, outcome.stress, outcome.findings, only, progress, background
        )
    except BrokenTemplateError as error:
        return Outcome(in_order((*outcome.findings, error.finding)), outcome.scan)
    return replace(outcome, reports=reports, findings=in_order((*outcome.findings, *leaks)))


def with_sureness(background: Background | None, scan: Scan, results: Results) -> Background | None:
    """The background with all that is drawn, which only reports show."""
    if background is None:
        return None
    prices = price_shares(background.costs, scan.project.simulation)
    return replace(background, sureness=sureness(scan, results), prices=prices)


def sureness(scan: Scan, results: Results) -> Sureness:
    """How sure the outcome is: one change at a time, exactly, and all weights at once, simulated."""
    from marktscan.robustness.sureness import sureness as computed

    return computed(scan, results)


def price_shares(costs: Costs, rules: SimulationRules) -> tuple[PriceShares, ...]:
    """How often who is cheapest, and beaten by nobody, when prices turn out otherwise."""
    from marktscan.robustness.price_draws import price_shares as computed

    return computed(costs, rules)


def in_order(findings: Sequence[Finding]) -> Findings:
    """The findings by file, sheet, row and column, each once."""
    return tuple(sorted(dict.fromkeys(findings), key=place_order))

"""What lies in build/ beside the reports, and the proof that all of it belongs to the inputs."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from marktscan import delivery, pipeline
from marktscan.pipeline import Outcome

if TYPE_CHECKING:
    from marktscan.audience import Material

BUILD = Path("build")


def results_workbook(root: Path, outcome: Outcome) -> Path | None:
    """Write scores and costs as formulas to build/results.xlsx; None without scores or with too many."""
    from marktscan.scoring.asked import stated_weights
    from marktscan.spreadsheets.results import fits, write_results

    costs = outcome.background.costs if outcome.background else None
    if outcome.scan is None or outcome.results is None or not fits(outcome.results, costs):
        return None
    return write_results(root, outcome.scan, outcome.results, stated_weights(outcome.scan), costs)


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
    seed = outcome.scan.project.simulation.seed if outcome.scan else None
    delivery.deliver(root, root / BUILD, replace(begun, seed=seed), names, files)


def with_data(root: Path, outcome: Outcome, record: Callable[[Outcome], bytes]) -> Outcome:
    """Also write the steering group's report with its data inside; `record` makes results.json of an outcome.

    The data are made from what its readers may have, and searched like every other file. The outcome comes
    back with that file, or with what leaked.
    """
    if outcome.scan is None or outcome.results is None or outcome.stress is None:
        return outcome
    from marktscan.audience import Material
    from marktscan.reporting.attaching import write_with_data

    background = pipeline.with_sureness(outcome.background, outcome.scan, outcome.results)
    whole = Material(outcome.scan, outcome.results, outcome.stress, outcome.findings, background)
    written = write_with_data(root, whole, lambda given: _data_of(given, outcome, record))
    findings = pipeline.in_order((*outcome.findings, *written.leaks))
    return replace(outcome, findings=findings, reports=(*outcome.reports, *written.files))


def _data_of(given: "Material", outcome: Outcome, record: Callable[[Outcome], bytes]) -> dict[str, bytes]:
    """The score table, the results and the workbook of what one reader may have."""
    shown = replace(
        outcome,
        scan=given.scan,
        results=given.results,
        stress=given.stress,
        findings=given.findings,
        background=given.background,
    )
    files = {delivery.RESULTS: record(shown), delivery.SCORES: delivery.score_table_csv(given.results)}
    with TemporaryDirectory() as folder:
        workbook = results_workbook(Path(folder), shown)
        if workbook:
            files[delivery.WORKBOOK] = (Path(folder) / workbook).read_bytes()
    return files


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

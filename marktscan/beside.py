"""What lies in build/ beside the reports, and the proof that all of it belongs to the inputs."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from marktscan import delivery
from marktscan.pipeline import Outcome

BUILD = Path("build")


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
    seed = outcome.scan.project.simulation.seed if outcome.scan else None
    delivery.deliver(root, root / BUILD, replace(begun, seed=seed), names, files)


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

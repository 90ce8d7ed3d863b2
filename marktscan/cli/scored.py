"""What several commands need first: a project that could be scored, and one of its vendors."""

from dataclasses import dataclass
from typing import Annotated

import typer

from marktscan.cli.options import known_name, project_folder
from marktscan.cli.progress import steps
from marktscan.cli.terminal import UsageError
from marktscan.domain.background import Background
from marktscan.domain.finding import Finding
from marktscan.domain.results import Results, Stress
from marktscan.domain.scan import Scan

OneVendor = Annotated[
    str,
    typer.Argument(
        metavar="LEVERANCIER", show_default=False, help="Alleen deze: de naam van de map onder vendors."
    ),
]


NO_STRESS = Stress((), ())


@dataclass(frozen=True, slots=True)
class Scored:
    """An outcome of which every part is there."""

    scan: Scan
    results: Results
    background: Background
    findings: tuple[Finding, ...]
    stress: Stress = NO_STRESS

    def vendors(self, only: str) -> tuple[str, ...]:
        """All vendors by slug, or the one asked for; UsageError when it is not there."""
        slugs = [submission.vendor.slug for submission in self.scan.submissions]
        return (known_name("De leverancier", only, slugs),) if only else tuple(sorted(slugs))


def scored(context: typer.Context, *, quiet: bool) -> Scored:
    """Run the steps up to the scores; UsageError when there are none."""
    from marktscan import pipeline

    root = project_folder(context)
    with steps(len(pipeline.STEPS) - 1, quiet=quiet) as progress:
        outcome = pipeline.score(root, progress)
    if outcome.scan is None or outcome.results is None or outcome.background is None:
        raise UsageError("Er zijn geen scores om op te bouwen. Bekijk de fouten met: marktscan check")
    stress = outcome.stress or NO_STRESS
    return Scored(outcome.scan, outcome.results, outcome.background, outcome.findings, stress)

"""`marktscan explain`: from a printed score down to the cells, so that it can be redone by hand."""

from typing import TYPE_CHECKING, Annotated

import typer

from marktscan.cli.findings import exit_code, summary
from marktscan.cli.options import AsJson, known_name, project_folder
from marktscan.cli.progress import steps
from marktscan.cli.terminal import UsageError, show, show_json

if TYPE_CHECKING:
    from marktscan.cli.derivation import Question
    from marktscan.domain.scan import Scan

Vendor = Annotated[str, typer.Argument(metavar="LEVERANCIER", help="De naam van de map onder vendors.")]
Requirement = Annotated[
    str,
    typer.Argument(metavar="EIS-ID", show_default=False, help="Alleen deze eis, met het gezamenlijke ID."),
]
Municipality = Annotated[
    str, typer.Option("--municipality", metavar="GEMEENTE", show_default=False, help="Alleen deze gemeente.")
]


def explain(
    context: typer.Context,
    vendor: Vendor,
    requirement: Requirement = "",
    municipality: Municipality = "",
    json: AsJson = False,
) -> int:
    """Leg een score uit, van de uitkomst tot aan de cellen."""
    from marktscan import pipeline
    from marktscan.cli import derivation, derivation_json

    root = project_folder(context)
    with steps(len(pipeline.STEPS) - 1, quiet=json) as progress:
        outcome = pipeline.score(root, progress)
    if outcome.scan is None or outcome.results is None:
        raise UsageError("Er zijn geen scores om uit te leggen. Bekijk de fouten met: marktscan check")
    question = _question(outcome.scan, vendor, requirement, municipality)
    if json:
        show_json(derivation_json.as_json(outcome.results, question))
    else:
        show(*derivation.lines(outcome.scan, outcome.results, question), summary(outcome.findings))
    return exit_code(outcome.findings)


def _question(scan: "Scan", vendor: str, requirement: str, municipality: str) -> "Question":
    """What is asked, with every name checked against the scan; UsageError for a name that is not there."""
    from marktscan.cli.derivation import Question

    slugs = [item.slug for item in scan.project.municipalities]
    chosen = {known_name("De gemeente", municipality, slugs)} if municipality else set(slugs)
    return Question(
        known_name("De leverancier", vendor, [submission.vendor.slug for submission in scan.submissions]),
        tuple(item for item in scan.project.municipalities if item.slug in chosen),
        known_name("De eis", requirement, [row.id for row in scan.programme.rows]) if requirement else "",
    )

"""The reports as files, each whole or not at all."""

from collections.abc import Callable, Sequence
from pathlib import Path

from marktscan.domain.finding import Finding
from marktscan.domain.results import Results, Stress
from marktscan.domain.scan import Scan
from marktscan.reporting.compose import compose
from marktscan.reporting.facts import Facts
from marktscan.reporting.html import render
from marktscan.reporting.variants import Variant, chosen

FOLDER = Path("build", "reports")


def write_reports(  # noqa: PLR0913, PLR0917 (the seven things a report is made from)
    root: Path,
    scan: Scan,
    results: Results,
    stress: Stress,
    findings: Sequence[Finding],
    only: Sequence[str],
    progress: Callable[[str], None],
) -> tuple[Path, ...]:
    """Write the chosen reports (all when `only` is empty) under `root`; their paths relative to it.

    UnknownVariantError before anything is written; a failure leaves the previous file of that report.
    """
    from marktscan.reporting.pdf import pdf

    written = []
    for variant in chosen(scan.project, tuple(only)):
        progress(f"7 Rapporten maken: {variant.name}")
        path = FOLDER / f"{variant.name}.pdf"
        _put(root / path, pdf(html_of(scan, results, stress, findings, variant)))
        written.append(path)
    return tuple(written)


def html_of(
    scan: Scan, results: Results, stress: Stress, findings: Sequence[Finding], variant: Variant
) -> str:
    """One report as HTML."""
    return render(compose(Facts(scan, results, stress, tuple(findings), variant)))


def _put(path: Path, content: bytes) -> None:
    """Write beside the file and move into place, so that a reader never meets half a report."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)

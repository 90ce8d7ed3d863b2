"""The reports as files, all of them or none."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from marktscan.audience import Material, Selection
from marktscan.domain.background import Background
from marktscan.domain.finding import Finding
from marktscan.domain.results import Results, Stress
from marktscan.domain.scan import Scan
from marktscan.files import put_all
from marktscan.reporting.compose import compose
from marktscan.reporting.edition import edition, what_if
from marktscan.reporting.facts import Facts
from marktscan.reporting.guard import Guard
from marktscan.reporting.html import render
from marktscan.reporting.rendering.at_once import rendered
from marktscan.reporting.variants import Variant, chosen
from marktscan.reporting.view import Page

FOLDER = Path("build", "reports")


class Written(NamedTuple):
    """The files that were written, and what leaked: those files were not."""

    files: tuple[Path, ...]
    leaks: tuple[Finding, ...] = ()


def write_reports(  # noqa: PLR0913, PLR0917 (the eight things a report is made from)
    root: Path,
    scan: Scan,
    results: Results,
    stress: Stress,
    findings: Sequence[Finding],
    only: Sequence[str],
    progress: Callable[[str], None],
    background: Background | None = None,
) -> Written:
    """Write the chosen reports (all when `only` is empty) under `root`; their paths relative to it.

    Each as PDF and as HTML edition, from the same page; a file in which something leaks is not written.
    UnknownVariantError before anything is written; a failure leaves all previous reports.
    """
    wanted = chosen(scan.project, tuple(only))
    guard = Guard(Selection(Material(scan, results, stress, tuple(findings), background)))
    composed: list[tuple[Facts, Page]] = []
    made: dict[Path, bytes] = {}
    for place, document in enumerate(rendered(_printed(guard, wanted, composed))):
        found, page = composed[place]
        name = found.variant.name
        progress(f"7 Rapporten maken: {name}")
        files = {f"{name}.pdf": document, f"{name}.html": edition(page, what_if(found)).encode()}
        made |= {FOLDER / file: content for file, content in guard.clean(found.variant, files).items()}
    put_all({root / path: content for path, content in made.items()})
    return Written(tuple(made), tuple(guard.findings))


def _printed(guard: Guard, wanted: Sequence[Variant], composed: list[tuple[Facts, Page]]) -> Iterator[str]:
    """Every report that may be made, as HTML: the first are rendered while the next are `composed`."""
    for variant in filter(guard.admits, wanted):
        facts = facts_of(guard.selection, variant)
        composed.append((facts, compose(facts)))
        yield render(composed[-1][1])


def html_of(  # noqa: PLR0913, PLR0917 (the six things a page is made from)
    scan: Scan,
    results: Results,
    stress: Stress,
    findings: Sequence[Finding],
    variant: Variant,
    background: Background | None = None,
) -> str:
    """One report as HTML."""
    return page_of(Selection(Material(scan, results, stress, tuple(findings), background)), variant)


def page_of(selection: Selection, variant: Variant) -> str:
    """One report as HTML, made from nothing but what its reader may have."""
    return render(compose(facts_of(selection, variant)))


def facts_of(selection: Selection, variant: Variant) -> Facts:
    """What the chapters of this report may speak of."""
    given = selection.material_for(variant.reader)
    return Facts(
        given.scan, given.results, given.stress, given.findings, variant, given.background, given.shown
    )

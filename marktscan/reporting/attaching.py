"""The steering group's report with its data inside, as PDF/A-3a: one file for who passes it on."""

from collections.abc import Callable, Mapping
from pathlib import Path

from marktscan.audience import Material, Selection
from marktscan.files import put_all
from marktscan.reporting.compose import compose
from marktscan.reporting.guard import Guard
from marktscan.reporting.html import render
from marktscan.reporting.variants import STEERING_GROUP, Variant
from marktscan.reporting.write import FOLDER, Written, facts_of

FILE = FOLDER / f"{STEERING_GROUP}-met-gegevens.pdf"
Data = Callable[[Material], Mapping[str, bytes]]
"""Makes the files that are attached, by name, from what the reader may have."""


def write_with_data(root: Path, whole: Material, data: Data) -> Written:
    """Write the report with what `data` makes for its readers; nothing when anything in it leaks."""
    from marktscan.reporting.pdf import pdf

    guard, variant = Guard(Selection(whole)), Variant(STEERING_GROUP)
    if not guard.admits(variant):
        return Written((), tuple(guard.findings))
    html = render(compose(facts_of(guard.selection, variant)))
    given = guard.selection.material_for(variant.reader)
    document = pdf(html, data(given), whole.scan.project.report_date)
    kept = guard.clean(variant, {FILE.name: document})
    put_all({root / FOLDER / name: content for name, content in kept.items()})
    return Written(tuple(FOLDER / name for name in kept), tuple(guard.findings))

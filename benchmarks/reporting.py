"""Reports from workbooks to PDF, and how soon the program starts."""

from pathlib import Path

from measure import PROJECT, WORK, Measurement, in_turn, on_one_processor, run

EMPTY_PROGRAM = """
import typer
app = typer.Typer()
@app.command()
def main() -> None:
    '''Nothing.'''
app()
"""
WEASYPRINT_ALONE = """
import sys
from pathlib import Path
from weasyprint import HTML
from marktscan.assets import templates
for page in sys.argv[1:]:
    HTML(string=Path(page).read_text(encoding="utf-8"), base_url=f"{templates().as_uri()}/").write_pdf(
        Path(page).with_suffix(".pdf"), pdf_variant="pdf/a-2a")
"""


def reporting() -> Measurement:
    """The whole run from workbooks to PDFs, beside WeasyPrint that gets the finished HTML."""
    pages = _pages()
    ours = on_one_processor(lambda: run("-m", "marktscan", "--project", PROJECT, "report", "--force"))
    theirs = on_one_processor(lambda: run("-c", WEASYPRINT_ALONE, *pages))
    return Measurement(f"marktscan report, {len(pages)} reports", ours, "WeasyPrint, same HTML", theirs, 1.2)


def starting() -> Measurement:
    """What `marktscan --help` takes beside a program of Typer's that does nothing."""
    times = in_turn(
        lambda: run("-m", "marktscan", "--help"),
        "empty typer program --help",
        lambda: run("-c", EMPTY_PROGRAM, "--help"),
    )
    return Measurement("marktscan --help", *times, 2.0)


def _pages() -> list[Path]:
    """The HTML of every report, as the run itself makes it."""
    from marktscan import pipeline
    from marktscan.reporting.variants import chosen
    from marktscan.reporting.write import html_of

    outcome = pipeline.score(PROJECT)
    if outcome.scan is None or outcome.results is None or outcome.stress is None:
        raise SystemExit("the example cannot be scored")
    pages = []
    for variant in chosen(outcome.scan.project, ()):
        page = WORK / f"{variant.name}.html"
        html = html_of(outcome.scan, outcome.results, outcome.stress, outcome.findings, variant)
        page.write_text(html, encoding="utf-8")
        pages.append(page)
    return pages

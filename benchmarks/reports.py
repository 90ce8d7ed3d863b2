"""One report beside WeasyPrint, Chromium and Typst; all reports at once, a second run, and long reports."""

import re
import shutil
import subprocess
import time
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

from measure import PROJECT, WORK, Measurement, in_turn, on_one_processor, run, seconds
from peers import peers
from reporting import WEASYPRINT_ALONE
from typst_page import typst_text

OURS = """
import sys
from pathlib import Path
from marktscan.reporting.pdf import pdf
for page in sys.argv[1:]:
    Path(page).with_suffix(".pdf").write_bytes(pdf(Path(page).read_text(encoding="utf-8")))
"""
AT_ONCE = """
import sys
from pathlib import Path
from marktscan.reporting.rendering.at_once import rendered
if __name__ == "__main__":
    list(rendered([Path(page).read_text(encoding="utf-8") for page in sys.argv[1:]]))
"""
TYPST = """
import sys
import typst
typst.compile(sys.argv[1], output=sys.argv[1] + ".pdf")
"""
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-pdf-header-footer",
)
ANNEX = "bijlage-eisen"
SHORT, LONG = 45, 350
"""Pages of a report without and with a long annex."""


def rendering() -> Measurement:
    """The joint report by us and by WeasyPrint alone, from the same HTML."""
    page = _joint()
    times = in_turn(
        lambda: run("-c", OURS, page),
        "WeasyPrint alone, same HTML",
        lambda: run("-c", WEASYPRINT_ALONE, page),
        tries=2,
    )
    return Measurement("one report from HTML to PDF", *times, 0.85)


def rendering_beside_chromium() -> Measurement:
    """The joint report beside a browser that prints the same page, by the clock on the wall.

    A browser works in many processes, of which the system tells the time of the first only.
    """
    page = _joint()
    ours = _on_the_wall(partial(run, "-c", OURS, page))
    theirs = _on_the_wall(partial(_print, page))
    return Measurement("one report from HTML to PDF", ours, "Chromium prints the same page", theirs, 2.5)


def rendering_beside_typst() -> Measurement:
    """The joint report beside a typesetter written in Rust, that gets the same words, tables and pictures.

    It makes no tags for a screen reader, no archive file and not our layout: so near do we want to come.
    """
    page, text = _joint(), _for_typst(_joint())
    times = in_turn(
        lambda: run("-c", OURS, page),
        "Typst, same content, no layout",
        lambda: run("-c", TYPST, text, python=peers()),
        tries=2,
    )
    return Measurement("one report from HTML to PDF", *times, 25.0)


def rendering_at_once() -> Measurement:
    """All reports on every processor there is beside one after another, by the clock on the wall."""
    pages = _all()
    together = _on_the_wall(partial(run, "-c", AT_ONCE, *pages))
    apart = _on_the_wall(partial(run, "-c", OURS, *pages))
    return Measurement(f"{len(pages)} reports at once", together, "one after another", apart, 0.5)


def reporting_at_once() -> Measurement:
    """All reports by one command beside a command for each, by the clock on the wall."""
    make = partial(run, "-m", "marktscan", "--project", PROJECT, "report", "--force")
    together = _on_the_wall(make)
    names = [page.stem for page in _all()]
    apart = sum(_on_the_wall(partial(make, "--only", name)) for name in names)
    return Measurement(f"marktscan report, {len(names)} reports", together, "a command for each", apart, 0.5)


def reporting_again() -> Measurement:
    """A second run without changes beside the first."""
    first = on_one_processor(lambda: run("-m", "marktscan", "--project", PROJECT, "report", "--force"))
    second = on_one_processor(lambda: run("-m", "marktscan", "--project", PROJECT, "report"))
    return Measurement("marktscan report, nothing changed", second, "the first run", first, 0.1)


def rendering_long() -> Measurement:
    """A page of a long report beside a page of a short one: what grows faster than its pages shows here."""
    short, long = _of_length(SHORT), _of_length(LONG)
    times = {page: seconds(partial(run, "-c", OURS, page)) for page in (short, long)}
    per_page = {page: times[page] / _pages_of(page) for page in times}
    what = f"a page of a report of {_pages_of(long)}"
    return Measurement(what, per_page[long], f"a page of one of {_pages_of(short)}", per_page[short], 1.15)


def _on_the_wall(call: Callable[[], object]) -> float:
    begin = time.perf_counter()
    call()
    return time.perf_counter() - begin


def _for_typst(page: Path) -> Path:
    """The text for Typst, with its pictures beside it."""
    text, pictures = typst_text(page.read_text(encoding="utf-8"))
    folder = page.parent / "typst"
    folder.mkdir(exist_ok=True)
    for place, picture in enumerate(pictures):
        (folder / f"{place}.svg").write_text(picture, encoding="utf-8")
    made = folder / "main.typ"
    made.write_text(text, encoding="utf-8")
    return made


def _print(page: Path) -> None:
    """Chromium as people would let it print; a report needs its style sheets beside it."""
    program = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if program is None:
        raise SystemExit("no Chromium on this machine")
    target = f"--print-to-pdf={page.with_suffix('.chromium.pdf')}"
    subprocess.run([program, *FLAGS, target, page.as_uri()], check=True, capture_output=True)


@cache
def _all() -> tuple[Path, ...]:
    """Every report as HTML, that finds its style sheets wherever it lies."""
    from marktscan import pipeline
    from marktscan.assets import templates
    from marktscan.audience import Material, Selection
    from marktscan.reporting.variants import chosen
    from marktscan.reporting.write import page_of

    scored = pipeline.score(PROJECT)
    if scored.scan is None or scored.results is None or scored.stress is None or scored.background is None:
        raise SystemExit("the example cannot be scored")
    material = Material(scored.scan, scored.results, scored.stress, scored.findings, scored.background)
    selection = Selection(material)
    made = []
    for variant in chosen(scored.scan.project, ()):
        html = page_of(selection, variant)
        page = WORK / "reports" / f"{variant.name}.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        base = f'<base href="{templates().as_uri()}/">'
        page.write_text(html.replace("<head>", f"<head>{base}", 1), encoding="utf-8")
        made.append(page)
    return tuple(made)


def _joint() -> Path:
    return next(page for page in _all() if page.stem == "stuurgroep")


@cache
def _of_length(pages: int) -> Path:
    """The joint report with its annex left out or repeated until it has about this many pages."""
    html = _joint().read_text(encoding="utf-8")
    start = html.index(f'<section class="chapter new-page annex" id="{ANNEX}"')
    end = html.index("<section", start + 1)
    annex = html[start:end]
    times = 0 if pages == SHORT else 1
    path = WORK / "reports" / f"of-{pages}.html"
    path.write_text(html[:start] + annex * times + html[end:], encoding="utf-8")
    run("-c", OURS, path)
    if times and (found := _pages_of(path)) < pages:
        repeated = "".join(_renamed(annex, copy) for copy in range(-(-(pages - found) // 60)))
        path.write_text(html[:end] + repeated + html[end:], encoding="utf-8")
        run("-c", OURS, path)
    return path


def _renamed(section: str, copy: int) -> str:
    """The section with other anchors, so that none stands twice in one page."""
    return re.sub(r'id="([^"]+)"', rf'id="\1-{copy}"', section)


def _pages_of(page: Path) -> int:
    """How many pages the PDF beside this HTML has."""
    import pikepdf

    with pikepdf.open(page.with_suffix(".pdf")) as file:
        return len(file.pages)

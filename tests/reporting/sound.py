"""What readers need of a finished report and no validator asks, as functions that name what is wrong."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf

from tests.reporting import opened

FILE_NAME = re.compile(r"\.(svg|png|jpe?g|gif|pdf|html)\b", re.IGNORECASE)
WORD = re.compile(r"[^\W_]")
ADDRESS = re.compile(r"#|://|^www\.|^[a-z]+(-[a-z]+)+$")
HEADINGS = ("/H1", "/H2", "/H3", "/H4", "/H5", "/H6")
FEWEST_WORDS = 4
NOBODY, ARTIFACT = -1, -2
"""In place of the number of a marked part: outside every part, and inside one that nobody reads."""
LANGUAGE = re.compile(r'\blang="([^"]*)"')
Point = tuple[float, float]


@dataclass
class Drawn:
    """What is drawn on a page: where text begins, where each marked part is, and text nobody reads."""

    texts: list[Point] = field(default_factory=list)
    points: dict[int, list[Point]] = field(default_factory=dict)
    artifacts: int = 0


def drawn(page: pikepdf.Page) -> Drawn:
    """Walk through the page once; a place is in points from its lower left corner."""
    found, matrices, open_marks = Drawn(), [pikepdf.Matrix()], [NOBODY]
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "q":
                matrices.append(matrices[-1])
            case "Q":
                matrices.pop()
            case "cm":
                matrices[-1] = pikepdf.Matrix(*map(float, operands)) @ matrices[-1]
            case "BMC":
                open_marks.append(ARTIFACT)
            case "BDC":
                open_marks.append(int(operands[1].MCID))
                found.points[open_marks[-1]] = []
            case "EMC":
                open_marks.pop()
            case "Tm":
                found.texts.append((pikepdf.Matrix(*map(float, operands)) @ matrices[-1]).shorthand[4:])
                found.artifacts += open_marks[-1] == ARTIFACT
            case "re" | "m":
                place = matrices[-1].transform((float(operands[0]), float(operands[1])))
                found.points.setdefault(open_marks[-1], []).append(place)
    return found


@dataclass(frozen=True)
class Opened:
    """One report: its file, its tag tree in reading order, and the HTML it was made from."""

    pdf: pikepdf.Pdf
    elements: list[Any]
    html: str

    @cached_property
    def pages(self) -> list[Drawn]:
        return [drawn(page) for page in self.pdf.pages]

    def tagged(self, *tags: str) -> list[Any]:
        return [element for element in self.elements if str(element.S) in tags]


def open_report(file: Path | bytes, html: str) -> Opened:
    pdf = pikepdf.open(BytesIO(file) if isinstance(file, bytes) else file)
    return Opened(pdf, opened.all_elements(pdf), html)


def heads_without_scope(report: Opened) -> list[str]:
    """Every heading of a table says what it heads."""
    scopes = [str(head.get("/A", {}).get("/Scope")) for head in report.tagged("/TH")]
    return [scope for scope in scopes if scope not in {"/Column", "/Row"}]


def tables_gained_or_lost(report: Opened) -> list[str]:
    """The PDF has as many tables as the HTML, with as many rows."""
    found = len(report.tagged("/Table")), len(report.tagged("/TR"))
    expected = report.html.count("<table"), report.html.count("<tr")
    return [] if found == expected else [f"{found} instead of {expected}"]


def strays(report: Opened) -> list[str]:
    """Everything outside the reading order is an artifact."""
    owned = opened.owned_marks(report.pdf)
    marked = [{mark for mark in page.points if mark >= 0} for page in report.pages]
    return [f"page {n}" for n, (a, b) in enumerate(zip(marked, owned, strict=True), 1) if a != b]


def pages_with_spoken_running_heads(report: Opened) -> list[str]:
    """On every page but the cover text stands outside the reading order: the running heads."""
    return [f"page {number}" for number, page in enumerate(report.pages[1:], 2) if not page.artifacts]


def fonts_left_out(report: Opened) -> list[str]:
    """Every font is in the file."""
    fonts = opened.fonts(report.pdf)
    return [str(f.BaseFont) for f in fonts if "/FontFile2" not in f.FontDescriptor] if fonts else ["none"]


def dumb_pictures(report: Opened) -> list[str]:
    """Every picture says in a sentence what it shows."""
    texts = [str(figure.get("/Alt", "")) for figure in report.tagged("/Figure")]
    return [text for text in texts if not _is_sentence(text) or FILE_NAME.search(text)]


def _is_sentence(text: str) -> bool:
    return len(text.split()) >= FEWEST_WORDS and text.endswith(".")


def skipped_headings(report: Opened) -> list[str]:
    """Headings go down one level at a time, from the one of the first level."""
    levels = [int(str(head.S)[2:]) for head in report.tagged(*HEADINGS)]
    skips = [f"{above} → {below}" for above, below in pairwise([0, *levels]) if below - above > 1]
    return skips if levels.count(1) == 1 else [*skips, f"{levels.count(1)} × H1"]


def other_languages(report: Opened) -> list[str]:
    """The document and everything in it is in Dutch."""
    declared = [str(report.pdf.Root.get("/Lang", "")), *LANGUAGE.findall(report.html)]
    tagged = [str(element.Lang) for element in report.elements if "/Lang" in element]
    return [language for language in (*declared, *tagged) if language != "nl"]


def links_without_words(report: Opened) -> list[str]:
    """Every link is described by words, not by an address."""
    texts = [str(link.get("/Contents", "")) for link in opened.links(report.pdf)]
    return [text for text in texts if not WORD.search(text) or ADDRESS.search(text)]


def dead_links(report: Opened) -> list[str]:
    """Every link in the report leads somewhere in it."""
    places = opened.places(report.pdf)
    inside = [str(link.Dest) for link in opened.links(report.pdf) if "/Dest" in link]
    return [name for name in inside if name not in places]


def wrong_bookmarks(report: Opened) -> list[str]:
    """The bookmarks are the headings, in the order of the pages."""
    bookmarks = opened.bookmarks(report.pdf)
    headings = len(report.tagged("/H1", "/H2", "/H3"))
    wrong = [f"{len(bookmarks)} instead of {headings}"] if len(bookmarks) != headings else []
    silent = [str(place) for title, place in bookmarks if not title.strip()]
    back = [f"{one} → {next_}" for (_, one), (_, next_) in pairwise(bookmarks) if one > next_]
    return [*wrong, *silent, *back]


def figures_elsewhere(report: Opened) -> list[str]:
    """Every figure says where it stands, and that is where it is drawn."""
    numbers = {page.objgen: number for number, page in enumerate(report.pdf.pages)}
    figures = report.tagged("/Figure")
    drawn = (report.pages[numbers[figure.Pg.objgen]] for figure in figures)
    return [str(f.get("/Alt", "")) for f, page in zip(figures, drawn, strict=True) if not _is_at(f, page)]


def _is_at(figure: Any, page: Drawn) -> bool:
    x1, y1, x2, y2 = map(float, figure.A.BBox)
    _, _, width, height = map(float, figure.Pg.MediaBox)
    points = [point for mark in _marks_of(figure) for point in page.points.get(mark, [])]
    inside = all(x1 - 1 <= x <= x2 + 1 and y1 - 1 <= y <= y2 + 1 for x, y in points)
    return 0 <= x1 < x2 <= width and 0 <= y1 < y2 <= height and bool(points) and inside


def _marks_of(figure: Any) -> list[int]:
    kids = figure.K if isinstance(figure.K, pikepdf.Array) else [figure.K]
    return [int(kid.MCID) if isinstance(kid, pikepdf.Dictionary) else int(kid) for kid in kids]


def text_outside_the_paper(report: Opened) -> list[str]:
    """No line of text begins beyond the edges of its page."""
    edges = [tuple(map(float, page.MediaBox)) for page in report.pdf.pages]
    return [
        f"page {number}: {x:.0f}, {y:.0f}"
        for number, (page, (_, _, width, height)) in enumerate(zip(report.pages, edges, strict=True), 1)
        for x, y in page.texts
        if not (0 <= x <= width and 0 <= y <= height)
    ]


ASSERTIONS: Mapping[str, Callable[[Opened], list[str]]] = {
    assertion.__name__: assertion
    for assertion in (
        heads_without_scope,
        tables_gained_or_lost,
        strays,
        pages_with_spoken_running_heads,
        fonts_left_out,
        dumb_pictures,
        skipped_headings,
        other_languages,
        links_without_words,
        dead_links,
        wrong_bookmarks,
        figures_elsewhere,
        text_outside_the_paper,
    )
}


def faults(report: Opened) -> dict[str, list[str]]:
    """Everything that is wrong with a report, by assertion."""
    found = {name: assertion(report) for name, assertion in ASSERTIONS.items()}
    return {name: wrong for name, wrong in found.items() if wrong}

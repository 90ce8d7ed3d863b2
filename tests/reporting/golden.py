"""Golden pictures: how the first page of every chapter looks, on a small scan that never changes.

`make goldens` draws them anew; look at what changed before you commit it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
from PIL import Image, ImageChops

from marktscan.reporting.compose import compose
from marktscan.reporting.html import render
from marktscan.reporting.pdf import pdf
from marktscan.reporting.view import Page
from tests.extreme import extremes
from tests.reporting import opened

FOLDER = Path(__file__).parents[1] / "golden"
SIZE = extremes.Size(3, 5, 14, strange=False)
RESOLUTION, INCH, GREYS = 40, 72, 16
TILE, UNLIKE, MOST = 12, 20, 0.02
"""Pixels along a tile, how many greys (of 256) two tiles may differ on average, and the share of tiles that
may differ more: letters a little wider or bolder stay far below it, a column that moves goes far beyond."""
CHAPTER = re.compile(r'<section class="chapter[^>]* id="([^"]+)"')
COVER, CONTENTS, OWN = "voorblad", "inhoud", "eigen-beeld"


@cache
def page(own: str = "") -> Page:
    """The report that is drawn, for all or for one municipality."""
    return compose(extremes.facts(SIZE, own))


def alone(anchor: str) -> Page:
    """The report with one chapter of its own only."""
    return replace(page(), chapters=tuple(p for p in page().chapters if p.chapter.anchor == anchor))


def pictures(html: str) -> dict[str, Image.Image]:
    """The cover, the contents and the first page of every kind of chapter, by its name."""
    made = pdf(html)
    with pikepdf.open(BytesIO(made)) as file:
        places = opened.places(file)
    anchors = filter(_is_kind, CHAPTER.findall(html))
    first = {COVER: 0, CONTENTS: 1} | {anchor: places[anchor][0] for anchor in anchors}
    with pypdfium2.PdfDocument(made) as document:
        return {name: _drawn(document[number]) for name, number in first.items()}


def _is_kind(anchor: str) -> bool:
    """Of the pages about packages two are drawn: the current system's and another's."""
    return not anchor.startswith("pakket-") or anchor in {"pakket-rx-enterprise", "pakket-pakket-1"}


def _drawn(sheet: pypdfium2.PdfPage) -> Image.Image:
    grey = sheet.render(scale=RESOLUTION / INCH, grayscale=True).to_pil()
    step = 256 // GREYS
    return grey.point([min(255, (level + step // 2) // step * step) for level in range(256)])


def golden(name: str) -> Image.Image:
    return Image.open(FOLDER / f"{name}.png").convert("L")


def unlike(one: Image.Image, other: Image.Image) -> float:
    """The share of tiles (0–1) in which two pages differ; all when their sizes do."""
    if one.size != other.size:
        return 1.0
    tiles = (one.width // TILE, one.height // TILE)
    small = [picture.resize(tiles, Image.Resampling.BOX) for picture in (one, other)]
    differences = ImageChops.difference(*small).histogram()
    return sum(differences[UNLIKE + 1 :]) / (tiles[0] * tiles[1])


def all_pictures() -> Iterator[tuple[str, Image.Image]]:
    """Every picture there is; of a municipality's report what no other report has."""
    yield from pictures(render(page())).items()
    own = page(extremes.slug(0))
    yield OWN, pictures(render(replace(own, chapters=own.chapters[:1])))[OWN]


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for name, picture in all_pictures():
        picture.save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()

"""One file with everything in it: text, style, letters and script. A browser may fetch nothing else."""

import re
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from markupsafe import Markup

from marktscan.assets import templates
from marktscan.reporting.edition.folding import folded
from marktscan.reporting.edition.fonts import font_faces
from marktscan.reporting.edition.logos import logo_of
from marktscan.reporting.edition.sorting import sortable
from marktscan.reporting.edition.what_if import WhatIf
from marktscan.reporting.html import folders_of, printed
from marktscan.reporting.view import Numbering, Page

SCREEN = "edition"
"""The folder, among templates, of what is for a screen only."""
TOKENS = "css/tokens.css"
STYLES = tuple(f"{SCREEN}/css/{name}.css" for name in ("page", "parts", "tables", "what_if"))
SCRIPTS = tuple(f"{SCREEN}/js/{name}.js" for name in ("contents", "regions", "sorting"))
TRIAL = tuple(
    f"{SCREEN}/js/{name}.js" for name in ("rational", "scoring", "tipping", "writing", "trial", "what_if")
)
"""Only where there are weights to try."""
ANNEX = "Bijlage "
_FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents."""

    number: str
    name: str
    target: str


def edition(page: Page, what_if: WhatIf | None = None) -> str:
    """The report as one HTML file; with `what_if` readers can try other weights."""
    folders = _folders(page)
    chapters, annexes = _split(page)
    body = printed(
        "main.html",
        folders,
        page=page,
        chapters=chapters,
        annexes=annexes,
        what_if=what_if,
        logos=tuple(map(logo_of, page.cover.logos)),
    )
    style, script = _style(page, body), _script(what_if)
    return printed(
        "base.html",
        folders,
        page=page,
        contents=_contents(chapters, annexes, what_if),
        what_if=what_if,
        body=_own(body),
        style=_own(style),
        script=_own(script),
        policy=_policy(style, script),
    )


def _folders(page: Page) -> tuple[Path, ...]:
    """Where templates lie: for a screen before for paper, the project's own before the product's."""
    every = folders_of(page)
    return (*(folder / SCREEN for folder in every), *every)


def _split(page: Page) -> tuple[tuple[Numbering, ...], tuple[Numbering, ...]]:
    """The chapters and the annexes, with tables that can be sorted and figures under their pictures."""
    places = tuple(map(sortable, folded(page.chapters)))
    return (
        tuple(place for place in places if not place.label.startswith(ANNEX)),
        tuple(place for place in places if place.label.startswith(ANNEX)),
    )


def _contents(
    chapters: Iterable[Numbering], annexes: Iterable[Numbering], what_if: WhatIf | None
) -> tuple[Entry, ...]:
    trial = (Entry("", "Proef: andere gewichten", "proef"),) if what_if else ()
    return (*map(_entry, chapters), *trial, *map(_entry, annexes))


def _entry(place: Numbering) -> Entry:
    return Entry(place.label.removeprefix(ANNEX), place.chapter.name, place.chapter.anchor)


def _style(page: Page, text: str) -> str:
    """The colours of the house, the letters this text needs, then the style sheets."""
    tokens = _FONT_FACE.sub("", _read(TOKENS))
    sheets = (page.house.sheets.get(name) or _read(name) for name in STYLES)
    own = "".join(f"--{name}: {colour}; " for name, colour in sorted(page.house.colours.items()))
    return "\n".join((tokens, f":root {{ {own}}}", font_faces(text), *sheets))


def _script(what_if: WhatIf | None) -> str:
    """All scripts as one, apart from everything else in the page."""
    parts = map(_read, SCRIPTS + (TRIAL if what_if else ()))
    return "\n".join(('(() => {\n"use strict";', *parts, "})();"))


@cache
def _read(name: str) -> str:
    return (templates() / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """What a browser may do: this style, this script and the letters inside; nothing else, from nowhere."""
    allowed = f"style-src {_hashed(style)}; script-src {_hashed(script)}; font-src data:; img-src data:"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _hashed(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode('ascii')}'"


def _own(text: str) -> Markup:
    """What the program itself wrote or already escaped."""
    return Markup(text)  # noqa: S704

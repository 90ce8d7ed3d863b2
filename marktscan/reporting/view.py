"""What a page is made of: text, tables and figures, decided by the chapters, printed by the templates."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar

from markupsafe import Markup

from marktscan.domain.style import House
from marktscan.reporting.charts import Chart

_FIGURE = re.compile(
    r"(?<![\w.,–-])[+−]?(?!(?:19|20)\d\d\b)(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?"
    r"(?:\N{NO-BREAK SPACE}%)?(?![\w–-]|\N{NO-BREAK SPACE}[a-z])"
)
"""A number by itself, with its sign and its percent: no date or year, no range, no part of a code."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an anchor in this report; `style` "figure" lets them look like a figure."""

    text: str
    target: str
    style: str = ""
    kind: ClassVar[str] = "link"

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Strong:
    """Words with weight; `style` "incumbent" colours the current system."""

    text: str
    style: str = ""
    kind: ClassVar[str] = "strong"

    def __str__(self) -> str:
        return self.text


Inline = str | Link | Strong
Text = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `style` is body, lead, sub or note."""

    text: Text
    style: str = "body"
    kind: ClassVar[str] = "paragraph"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the third level inside a chapter."""

    text: str
    anchor: str = ""
    style: str = ""
    kind: ClassVar[str] = "heading"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A short numbered list."""

    items: tuple[Text, ...]
    kind: ClassVar[str] = "numbered"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without numbers."""

    items: tuple[Text, ...]
    kind: ClassVar[str] = "bullets"


@dataclass(frozen=True, slots=True)
class Pairs:
    """Terms, each with its text."""

    items: tuple[tuple[str, Text], ...]
    kind: ClassVar[str] = "pairs"


@dataclass(frozen=True, slots=True)
class Steps:
    """What follows when, side by side."""

    items: tuple[tuple[str, str], ...]
    kind: ClassVar[str] = "steps"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; `header` makes it the heading of its row, `sort` is its place when its column is sorted."""

    text: Text
    style: str = ""
    header: bool = False
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading (None: a nameless gap), style, width in points (0: what is left).

    `full` is the heading in full, `sort` the kind of what it holds where readers can sort by it.
    """

    heading: str | None
    style: str = ""
    width: int = 0
    full: str = ""
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of as many cells as the table has columns."""

    cells: tuple[Cell, ...]
    style: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption and a heading on every column; `groups` is an extra line above the headings.

    `source` is the anchor of what its figures are made from, where its rows do not lead there themselves.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    subtitle: str = ""
    style: str = ""
    groups: tuple[str, ...] = ()
    anchor: str = ""
    source: str = ""
    kind: ClassVar[str] = "table"

    def __post_init__(self) -> None:
        """Refuse a table that a screen reader would misread."""
        if any(len(row.cells) != len(self.columns) for row in self.rows):
            raise ValueError(f"unequal cells per row in the table {self.caption!r}")

    @property
    def said(self) -> str:
        """The subtitle, as a sentence when something comes after it."""
        return f"{self.subtitle.removesuffix('.')}." if self.subtitle and self.source else self.subtitle


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture whose title is its finding; the alternative text stands inside the SVG.

    `numbers` are its figures: a link to a table beside it, or the table that the annex then shows; `beside`
    is that table where it folds out under the picture.
    """

    title: str
    subtitle: str
    chart: Chart
    numbers: Table | Link
    note: Text = ()
    beside: Table | None = None
    kind: ClassVar[str] = "figure"

    @property
    def said(self) -> str:
        """The subtitle as a sentence."""
        return f"{self.subtitle.removesuffix('.')}."

    @property
    def source(self) -> str:
        """Where its figures stand."""
        return self.numbers.target if isinstance(self.numbers, Link) else self.numbers.anchor


@dataclass(frozen=True, slots=True)
class Block:
    """Things that belong together, under a rule when `ruled`; `keep` holds them on one page."""

    parts: tuple["Part", ...]
    ruled: bool = True
    keep: bool = False
    new_page: bool = False
    kind: ClassVar[str] = "block"


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Columns of the grid: (twelfths, parts), together at most twelve."""

    columns: tuple[tuple[int, tuple["Part", ...]], ...]
    ruled: bool = True
    kind: ClassVar[str] = "side_by_side"


Part = Paragraph | Heading | Numbered | Bullets | Pairs | Steps | Table | Figure | Block | SideBySide


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: `name` is what it is about, `title` what was found; `anchor` is where links lead."""

    anchor: str
    name: str
    title: str
    parts: tuple[Part, ...]
    new_page: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class Numbering:
    """A chapter with its place in the report: "3" or "Bijlage A"."""

    label: str
    chapter: Chapter

    @property
    def kicker(self) -> str:
        """The line above the title."""
        return f"{self.label} {self.chapter.name}"


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page; `logos` are SVG, `bands` the colours of the municipalities.

    A `brief` report has so few chapters that its contents stand under the cover.
    """

    kicker: str
    title: str
    question: str
    facts: tuple[tuple[str, Text], ...]
    notices: tuple[Text, ...]
    logos: tuple[Markup, ...] = ()
    bands: tuple[str, ...] = ()
    brief: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A whole report, ready to print; `running`, `notice` and `owners` stand on every page."""

    title: str
    description: str
    author: str
    created: str
    running: str
    notice: str
    owners: str
    cover: Cover
    chapters: tuple[Numbering, ...]
    house: House = field(default_factory=House)


def paragraph(*text: Inline, style: str = "body") -> Paragraph:
    """A paragraph of these words."""
    return Paragraph(text, style)


def cell(*text: Inline, style: str = "") -> Cell:
    """A cell of these words."""
    return Cell(text, style)


def head(*text: Inline, style: str = "") -> Cell:
    """The heading of a row."""
    return Cell(text, style, header=True)


def led(by: Cell, target: str) -> Cell:
    """The cell with its figures leading to where they come from; words without a figure lead nowhere."""
    return replace(by, text=tuple(_led(word, target) for word in by.text))


def _led(word: Inline, target: str) -> Inline:
    figure = isinstance(word, str) and any(char.isdigit() for char in word)
    return Link(str(word), target, "figure") if figure else word


def traced(said: str, target: str) -> Text:
    """A sentence with its figures leading to where they come from; without a target as it is."""
    if not target:
        return (said,)
    words: list[Inline] = []
    end = 0
    for found in _FIGURE.finditer(said):
        words += [said[end : found.start()], Link(found[0], target, "figure")]
        end = found.end()
    return tuple(word for word in (*words, said[end:]) if word)


def joined(parts: Sequence[Text], between: str) -> Text:
    """Texts one after another with something between them."""
    return tuple(word for i, part in enumerate(parts) for word in ((between, *part) if i else part))

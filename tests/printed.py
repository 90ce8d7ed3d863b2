"""A report as it is printed: its tables as rows of words, to be held against figures from elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from html.parser import HTMLParser

from test_independent_recomputation import scored

from marktscan import pipeline
from marktscan.audience import Material, Selection
from marktscan.domain.background import Background
from marktscan.reporting.variants import chosen
from marktscan.reporting.write import page_of

Rows = list[list[str]]
OPENED = frozenset({"caption", "span", "td", "th", "svg", "style"})
"""Elements of which the reader must know that it is inside."""


@dataclass
class _Tables(HTMLParser):
    """The cells of every table under its caption; of two tables with one caption the first."""

    found: dict[str, Rows] = field(default_factory=dict)
    anchors: dict[str, Rows] = field(default_factory=dict)
    pictures: list[str] = field(default_factory=list)
    words: str = ""
    caption: str = ""
    open: list[str] = field(default_factory=list)
    rows: Rows = field(default_factory=list)
    anchor: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.rows, self.caption, self.anchor = [], "", ""
        elif tag == "span" and self.open == ["caption"]:
            self.anchor = self.anchor or dict(attrs).get("id") or ""
        elif tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            self.rows[-1].append("")
        if tag in OPENED:
            self.open.append(tag)
            self.pictures += [""] if tag == "svg" else []

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                pass
        if tag == "table":
            self.found.setdefault(" ".join(self.caption.split()), self.rows)
            self.anchors[self.anchor] = self.rows

    def handle_data(self, data: str) -> None:
        said = data.replace("\N{NO-BREAK SPACE}", " ")
        if self.open and self.open[-1] in {"td", "th"}:
            self.rows[-1][-1] += said
        elif self.open[:2] == ["caption", "span"] and not self.rows:
            self.caption += f" {said}" if self.caption else said
        if "svg" in self.open:
            self.pictures[-1] += f" {said}"
        elif "style" not in self.open:
            self.words += said


@dataclass(frozen=True)
class Printed:
    """One report: the words outside pictures, every table with its headings, the words of each picture."""

    words: str
    by_caption: Mapping[str, Rows]
    by_anchor: Mapping[str, Rows]
    pictures: list[str]

    def table(self, start: str) -> Rows:
        """The rows of the one table whose caption begins like this, without the headings."""
        (found,) = (rows for caption, rows in self.by_caption.items() if caption.startswith(start))
        return found[1:]


@cache
def background() -> Background:
    """What stands behind the outcome of the example, with how sure it is."""
    outcome = scored()
    found = pipeline.with_sureness(outcome.background, outcome.scan, outcome.results)
    assert found is not None
    return found


@cache
def page(variant: str) -> str:
    """A report of the example as HTML."""
    return page_from(scored(), background(), variant)


def page_from(outcome: pipeline.Outcome, behind: Background, variant: str) -> str:
    """A report of any project as HTML."""
    material = Material(outcome.scan, outcome.results, outcome.stress, outcome.findings, behind)
    (wanted,) = chosen(outcome.scan.project, (variant,))
    return page_of(Selection(material), wanted)


@cache
def printed(variant: str) -> Printed:
    """A report of the example."""
    return read(page(variant))


def read(html: str) -> Printed:
    """The words and tables of a report."""
    reader = _Tables()
    reader.feed(html)
    return Printed(" ".join(reader.words.split()), reader.found, reader.anchors, reader.pictures)


def dutch(value: Fraction | int, decimals: int = 1) -> str:
    """A number as a Dutch reader expects it, a half rounded away from zero."""
    units = int(abs(Fraction(value)) * 10**decimals + Fraction(1, 2))
    whole, part = divmod(units, 10**decimals)
    said = f"{whole:,}".replace(",", ".") + (f",{part:0{decimals}}" if decimals else "")
    return f"−{said}" if value < 0 and units else said


def signed(value: Fraction, decimals: int = 1) -> str:
    """The same with a plus before what is more than nothing."""
    said = dutch(value, decimals)
    return f"+{said}" if value > 0 and said != dutch(0, decimals) else said


def percent(share: Fraction, decimals: int = 0) -> str:
    """A share (0–1) in percents."""
    return f"{dutch(100 * share, decimals)} %"

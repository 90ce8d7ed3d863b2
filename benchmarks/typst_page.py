"""A report as Typst text: the same headings, paragraphs, lists, tables and pictures, without our layout."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

_SVG = re.compile(r"<svg.*?</svg>", re.DOTALL)
_SPECIAL = re.compile(r"([\\#$*_`<>@\[\]~=/+-])")
_MARKS = {"h1": "= ", "h2": "== ", "h3": "=== ", "p": "", "li": "- ", "dt": "", "dd": "", "caption": "=== "}
_HEAD = (
    '#set page(paper: "a4", margin: 1.8cm)\n#set text(size: 8.5pt, lang: "nl")\n#set table(stroke: 0.4pt)\n'
)


@dataclass
class _Reader(HTMLParser):
    """Collects Typst text; what stands outside a known element is left out."""

    made: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    row: list[str] = field(default_factory=list)
    table: list[list[str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin anew at every block; a picture stands where it stood."""
        if tag in _MARKS or tag in {"td", "th", "section"}:
            self.words = []
        elif tag == "table":
            self.table = []
        elif tag == "tr":
            self.row = []
        elif tag == "img":
            self.made.append(f'#image("{dict(attrs)["src"]}")\n')

    def handle_data(self, data: str) -> None:
        """Words with what Typst would read as markup escaped."""
        self.words.append(_SPECIAL.sub(r"\\\1", " ".join(data.split())))

    def handle_endtag(self, tag: str) -> None:
        """Write a block, keep a cell, close a table."""
        said = " ".join(filter(None, self.words))
        if tag in _MARKS and said:
            self.made.append(f"{_MARKS[tag]}{said}\n")
        elif tag in {"td", "th"}:
            self.row.append(f"[{said}]")
        elif tag == "tr":
            self.table.append(self.row)
        elif tag == "table":
            self.made.append(_table(self.table))


def _table(rows: list[list[str]]) -> str:
    columns = max(map(len, rows), default=1)
    cells = ",\n".join(", ".join([*row, *["[]"] * (columns - len(row))]) for row in rows)
    return f"#table(columns: ({'1fr, ' * columns}), {cells})\n"


def typst_text(html: str) -> tuple[str, list[str]]:
    """The page as Typst text, and its pictures: the first is called 0.svg."""
    pictures: list[str] = []

    def kept(found: re.Match[str]) -> str:
        pictures.append(found[0])
        return f'<img src="{len(pictures) - 1}.svg">'

    reader = _Reader()
    reader.feed(_SVG.sub(kept, html))
    return _HEAD + "\n".join(reader.made), pictures

"""A report as a reader with a screen reader meets it: headings, tables, links and pictures."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "link", "col", "br"})


@dataclass
class Table:
    """One table: what its caption says, cells per row and headings without a scope."""

    caption: str = ""
    rows: list[int] = field(default_factory=list)
    spans: int = 0
    unscoped: int = 0


@dataclass
class Page(HTMLParser):
    """What the tests look at; `open` are the elements that are not closed yet."""

    headings: list[tuple[int, str]] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    elements: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    text: str = ""
    pictures: int = 0
    spoken: int = 0

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.elements.append(tag)
        if tag not in VOID:
            self.open.append(tag)
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag == "a":
            self.links.append(str(given.get("href")))
        if tag in {"h1", "h2", "h3"}:
            self.headings.append((int(tag[1]), ""))
        if tag == "svg":
            self.pictures += 1
        if tag == "title" and "svg" in self.open:
            self.spoken += 1
        self._table(tag, given)

    def _table(self, tag: str, given: dict[str, str | None]) -> None:
        if tag == "table":
            self.tables.append(Table())
        elif tag == "tr":
            self.tables[-1].rows.append(0)
        elif tag in {"td", "th"}:
            self.tables[-1].rows[-1] += 1
            self.tables[-1].unscoped += tag == "th" and "scope" not in given
            self.tables[-1].spans += "colspan" in given or "rowspan" in given

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if "svg" not in self.open:
            self.text += data
        if self.open and self.open[-1] in {"h1", "h2", "h3"}:
            level, said = self.headings[-1]
            self.headings[-1] = (level, said + data)
        if "caption" in self.open:
            self.tables[-1].caption += data


def read(html: str) -> Page:
    """The page of one document."""
    page = Page()
    page.feed(html)
    return page

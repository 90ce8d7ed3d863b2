"""What a page lacks for readers who do not see it: a report with that is no lawful file (PDF/UA, WCAG)."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_WITHOUT_END = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
_UNREAD = frozenset({"script", "style", "template"})


@dataclass
class _Table:
    """Cells per row, and what its elements say of themselves."""

    cells: list[int] = field(default_factory=list)
    headings: int = 0
    unscoped: int = 0
    spans: int = 0
    caption: str = ""

    def problems(self) -> Iterator[str]:
        """What this table lacks."""
        if not self.caption.strip():
            yield "een tabel heeft geen bijschrift (caption)"
        if not self.headings:
            yield "een tabel heeft geen koppen (th)"
        if self.unscoped:
            yield "een kop in een tabel zegt niet waar hij bij hoort (scope)"
        if self.spans:
            yield "in een tabel zijn cellen samengevoegd (colspan of rowspan)"
        elif len(set(self.cells)) > 1:
            yield "in een tabel hebben niet alle rijen evenveel cellen"


@dataclass
class _Named:
    """A link or a picture, with the words a screen reader has for it."""

    tag: str
    words: str = ""


@dataclass
class _Page(HTMLParser):
    """The page as a screen reader meets it; `inside` are the elements that are not closed yet."""

    levels: list[int] = field(default_factory=list)
    tables: list[_Table] = field(default_factory=list)
    named: list[_Named] = field(default_factory=list)
    ids: Counter[str] = field(default_factory=Counter)
    language: str = ""
    inside: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what matters, outside scripts and styles."""
        given = {name: value or "" for name, value in attrs}
        if not _UNREAD.intersection(self.inside):
            self._note(tag, given)
        if tag not in _WITHOUT_END:
            self.inside.append(tag)

    def _note(self, tag: str, given: Mapping[str, str]) -> None:
        self.ids.update([given["id"]] if given.get("id") else [])
        if tag == "html":
            self.language = given.get("lang", "")
        elif tag in _HEADINGS:
            self.levels.append(int(tag[1]))
        elif tag in {"a", "img", "svg"}:
            self.named.append(_Named(tag, given.get("alt" if tag == "img" else "aria-label", "")))
        elif tag == "table":
            self.tables.append(_Table())
        elif self.tables:
            self._in_table(tag, given)

    def _in_table(self, tag: str, given: Mapping[str, str]) -> None:
        table = self.tables[-1]
        if tag == "tr":
            table.cells.append(0)
        elif tag in {"td", "th"} and table.cells:
            table.cells[-1] += 1
            table.headings += tag == "th"
            table.unscoped += tag == "th" and "scope" not in given
            table.spans += "colspan" in given or "rowspan" in given

    def handle_endtag(self, tag: str) -> None:
        """Close the element, and those in it that were left open."""
        if tag in self.inside:
            while self.inside.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Words go to the caption, link or picture that they stand in."""
        if "caption" in self.inside and self.tables:
            self.tables[-1].caption += data
        if "a" in self.inside or ("svg" in self.inside and "title" in self.inside):
            self.named[-1].words += data


def problems(html: str) -> tuple[str, ...]:
    """What is missing, each once, as the second half of a Dutch sentence; nothing for an accessible page."""
    page = _Page()
    page.feed(html)
    return tuple(dict.fromkeys(_problems(page)))


def _problems(page: _Page) -> Iterator[str]:
    if not page.language:
        yield "er staat niet in welke taal het rapport is (lang)"
    for before, level in zip([0, *page.levels], page.levels, strict=False):
        if level > before + 1:
            yield f"een kop slaat een niveau over (h{level} na {f'h{before}' if before else 'het begin'})"
    for table in page.tables:
        yield from table.problems()
    for found in page.named:
        if not found.words.strip():
            what = "een koppeling" if found.tag == "a" else "een plaatje"
            yield f"{what} heeft geen woorden voor wie niet ziet ({found.tag})"
    if any(times > 1 for times in page.ids.values()):
        yield "dezelfde id staat meer dan een keer in het rapport"

"""Where the figures of a finished page lead: a walk along every number that is printed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "link", "col", "br", "img"})
MOST_HOPS = 4
CELL = re.compile(
    r"![A-Z]{1,2}\d+|Cellen uit \S+, blad \w+|marktscan\.toml|rules/\w+\.json|vendors/[\w-]+/assessments/$"
)
"""What stops a search: a cell, a setting, the record of the rules, or, where a cell would say who gave which
mark, the folder of the assessors."""
NUMBER = re.compile(r"(?<![\w.,])[+−]?\d[\d.]*(?:,\d+)?")
MONTH = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|jan|feb|mrt|apr|jun|jul|aug|sep|okt|nov|dec)"
)
DECLARED = re.compile(
    "|".join(
        (
            r"\b[A-Z]{3}-\d+(?:-[A-Z])?",  # the id of a requirement
            rf"(?:\d{{1,2}} )?{MONTH} \d{{4}}",  # a date or a month in words
            r"\d{1,2}-\d{1,2}-\d{4}|(?:Q\d|kw \d|\de helft) \d{4}",  # a date or period as it was typed
            r"0–100|0 tot 100|van de 100|hoogstens 100",  # the scale of scores
            r"versie \d+\.\d+|concept \d+\.\d+|marktscan \d+\.\d+\.\d+",  # versions
            r"\b[0-9a-f]{64}\b|SHA-256",  # fingerprints
            r"“[^”]*”",  # the words of a municipality
            r"van 1 tot 5|onder 45, vanaf 45, 60, 70 en 80",  # the scale of weights, and the tints
            r"vendors/\S+\.xlsx|\bbeoordelaar-\d+",  # a file, and who is not named
            r"levert het 0 punten op|Bij allebei is 1 volledig|niet € 0\b",  # what a word means
        )
    )
)
"""Numbers that are no figures: nobody computes them."""
FINDINGS = "bijlage-bevindingen"
"""The chapter with a title that counts its own rows; test_independent_findings.py counts them too."""
TITLES = frozenset({"h1", "h2", "h3", "caption"})
"""What repeats figures in the part it stands above."""
HOLDERS = frozenset({"tr", "p", "li", "dd", "figure", "table"})
"""What a reader takes in as one: a link in it leads away from every figure in it."""


@dataclass
class Node:
    """An element with what is inside it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    inside: list["Node | str"] = field(default_factory=list, repr=False)
    parent: "Node | None" = field(default=None, repr=False)

    @property
    def text(self) -> str:
        return "".join(item if isinstance(item, str) else item.text for item in self.inside)

    def elements(self) -> Iterator["Node"]:
        yield self
        for item in self.inside:
            if isinstance(item, Node):
                yield from item.elements()

    def above(self) -> Iterator["Node"]:
        at: Node | None = self
        while at is not None:
            yield at
            at = at.parent

    def within(self, tag: str) -> "Node | None":
        return next((node for node in self.above() if node.tag == tag), None)


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.at = Node("root")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs}, parent=self.at)
        self.at.inside.append(node)
        if tag not in VOID:
            self.at = node

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.at.inside.append(Node(tag, parent=self.at))

    def handle_endtag(self, tag: str) -> None:
        found = self.at.within(tag)
        if found is not None and found.parent is not None:
            self.at = found.parent

    def handle_data(self, data: str) -> None:
        self.at.inside.append(data)


@dataclass
class Leads:
    """A page on which every link is followed."""

    root: Node
    targets: dict[str, Node]

    def astray(self) -> list[str]:
        """Every number that is no declared kind and leads nowhere, with its chapter and what it stands in."""
        held = [(node, text, self._leads(node)) for node, text in self._figures()]
        traced = {number for _, text, leads in held if leads for number in NUMBER.findall(text)}
        return [
            f"{_chapter(node)} · {node.tag} · {text}"
            for node, text, leads in held
            if not leads and not (_title(node) and (set(NUMBER.findall(text)) <= traced or self._below(node)))
        ]

    def _figures(self) -> Iterator[tuple[Node, str]]:
        """Every piece of text with a figure in it, in order, with the element it stands in."""
        for node in self.root.elements():
            if not _skipped(node):
                for item in node.inside:
                    said = DECLARED.sub("", _plain(item)) if isinstance(item, str) else ""
                    if NUMBER.search(said):
                        yield node, said.strip()

    def _leads(self, node: Node) -> bool:
        """Whether the figure itself, or what it stands in, leads to a cell or a setting."""
        if link := node.within("a"):
            return self._ends(link.attributes["href"][1:])
        holders = [item for item in node.above() if item.tag in HOLDERS]
        return any(self._arrives(item, MOST_HOPS) for item in holders if not _whole(item, node))

    def _below(self, title: Node) -> bool:
        """Whether what stands right under a heading leads on."""
        around = title.parent.inside if title.parent and title.tag == "h3" else []
        later = (
            [item for item in around[around.index(title) + 1 :] if isinstance(item, Node)] if around else []
        )
        return bool(later) and self._arrives(later[0], MOST_HOPS)

    def _ends(self, target: str, hops: int = MOST_HOPS) -> bool:
        found = self.targets.get(target)
        return found is not None and hops > 0 and self._arrives(found, hops)

    def _arrives(self, node: Node, hops: int) -> bool:
        """Whether it names a cell, or links to what does; a row also through the caption of its table."""
        place = around(node)
        table = place.within("table")
        caption = [c for c in table.inside if isinstance(c, Node) and c.tag == "caption"] if table else []
        if any(CELL.search(said.text) for said in (place, *caption)):
            return True
        links = {e.attributes.get("href", "") for of in (place, *caption) for e in of.elements()}
        return any(self._ends(link[1:], hops - 1) for link in sorted(links) if link.startswith("#"))


def around(node: Node) -> Node:
    """What an anchor stands for: the row of its cell, the table of its caption, all under its heading."""
    if node.within("caption"):
        return node.within("table") or node
    heading = node.tag in {"h2", "h3"} and node.parent
    return node.within("tr") or heading or node


def _whole(holder: Node, node: Node) -> bool:
    """A table as a whole says nothing about one of its rows, only about its caption."""
    return holder.tag == "table" and node.within("caption") is None


def _title(node: Node) -> bool:
    return any(item.tag in TITLES for item in node.above())


def _skipped(node: Node) -> bool:
    """What is no running text: styles, contents, chapter numbers and the numbers of a list."""
    if node.tag in {"style", "script", "title", "b", "head"} or (node.tag, _chapter(node)) == (
        "h2",
        FINDINGS,
    ):
        return True
    around = [(item.tag, item.attributes.get("class", "")) for item in node.above()]
    return any(
        tag in {"head", "style", "header"} or {"kicker", "contents"} & set(name.split())
        for tag, name in around
    )


def _chapter(node: Node) -> str:
    section = node.within("section")
    return section.attributes.get("id", "") if section else ""


def _plain(words: str) -> str:
    return words.replace("\N{NO-BREAK SPACE}", " ")


def leads(html: str) -> Leads:
    """The page of one report."""
    tree = _Tree()
    tree.feed(html)
    named = {node.attributes["id"]: node for node in tree.root.elements() if "id" in node.attributes}
    return Leads(tree.root, named)

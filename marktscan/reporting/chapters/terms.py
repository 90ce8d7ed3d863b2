"""Annex: the words of this report."""

from collections.abc import Sequence
from dataclasses import replace

from marktscan.reporting.facts import Facts
from marktscan.reporting.view import Chapter, Column, Row, Table, cell, head
from marktscan.wording.glossary import glossary

ANCHOR = "bijlage-begrippen"


def terms(facts: Facts) -> Chapter:
    """The glossary whole; `only_used` leaves out what a report does not say."""
    columns = (Column("Begrip", width=114), Column("Betekenis"))
    rows = tuple(Row((head(term.word, style="strong"), cell(term.meaning))) for term in glossary())
    table = Table("Begrippen in dit rapport", columns, rows)
    return Chapter(ANCHOR, "Begrippen", "Wat de woorden in dit rapport betekenen", (table,))


def only_used(groups: Sequence[tuple[Chapter, ...]], *beside: object) -> list[tuple[Chapter, ...]]:
    """These groups of chapters, the glossary without words that neither they nor `beside` hold anywhere.

    A word counts wherever its letters stand, so that plurals and compounds are found too.
    """
    others = [chapter for group in groups for chapter in group if chapter.anchor != ANCHOR]
    said = f"{others!r}{beside!r}".casefold()
    return [tuple(_used(c, said) if c.anchor == ANCHOR else c for c in group) for group in groups]


def _used(chapter: Chapter, said: str) -> Chapter:
    (table,) = (part for part in chapter.parts if isinstance(part, Table))
    rows = tuple(row for row in table.rows if str(row.cells[0].text[0]).casefold() in said)
    return replace(chapter, parts=(replace(table, rows=rows),))

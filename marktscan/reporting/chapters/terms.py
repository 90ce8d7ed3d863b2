"""Annex: the words of this report."""

from marktscan.reporting.facts import Facts
from marktscan.reporting.view import Chapter, Column, Row, Table, cell, head
from marktscan.wording.glossary import glossary

ANCHOR = "bijlage-begrippen"


def terms(facts: Facts) -> Chapter:
    """The glossary, the same in every report."""
    columns = (Column("Begrip", width=114), Column("Betekenis"))
    rows = tuple(Row((head(term.word, style="strong"), cell(term.meaning))) for term in glossary())
    table = Table("Begrippen in dit rapport", columns, rows)
    return Chapter(ANCHOR, "Begrippen", "Wat de woorden in dit rapport betekenen", (table,))

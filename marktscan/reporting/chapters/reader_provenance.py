"""Annex of the reports for outside: from which files, as far as the reader may know them."""

from marktscan.reporting.chapters.provenance import ANCHOR
from marktscan.reporting.facts import Facts
from marktscan.reporting.version import program_version
from marktscan.reporting.view import Chapter, Column, Row, Table, cell, head, paragraph
from marktscan.wording.formats import date_long


def reader_provenance(facts: Facts) -> Chapter:
    """The inputs a reader may know, with their SHA-256, and the version of the program."""
    columns = (Column("Bestand", width=224), Column("SHA-256"))
    rows = tuple(Row((head(item.file), cell(item.sha256, style="code"))) for item in facts.scan.inputs)
    words = (
        f"Dit rapport is gemaakt met marktscan {program_version()} uit meer bestanden dan hier staan. "
        "De andere zijn alleen voor de gemeenten. De SHA-256 is een vingerafdruk van de inhoud: is een teken "
        "in het bestand anders, dan is de vingerafdruk anders. "
        f"Datum van het rapport: {date_long(facts.project.report_date)}."
    )
    table = Table("Vingerafdruk van de bestanden die u mag kennen", columns, rows, style="fingerprints")
    title = "Waaruit dit rapport is gemaakt"
    return Chapter(ANCHOR, "Herkomst", title, (paragraph(words), table), style="annex")

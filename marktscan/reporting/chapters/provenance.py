"""Annex: from which files, by which program, so that anybody can make the same report again."""

from marktscan.reporting.facts import Facts
from marktscan.reporting.language import counted
from marktscan.reporting.version import program_version
from marktscan.reporting.view import Chapter, Column, Row, Table, cell, head, paragraph
from marktscan.wording.formats import date_long

ANCHOR = "bijlage-herkomst"


def provenance(facts: Facts) -> Chapter:
    """Every input with its SHA-256, and the version of the program."""
    inputs = facts.scan.inputs
    amount = counted(len(inputs), "bestand", "bestanden")
    title = f"Alle cijfers komen uit {amount}" if inputs else "Er zijn geen invoerbestanden"
    columns = (Column("Bestand", width=186), Column("SHA-256"))
    rows = tuple(Row((head(item.file), cell(item.sha256, style="code"))) for item in inputs)
    words = (
        f"Dit rapport is gemaakt met marktscan {program_version()} uit {amount}. "
        "Wie dezelfde bestanden heeft, maakt hetzelfde rapport: er is geen toeval in gebruikt. "
        "De SHA-256 is een vingerafdruk van de inhoud; "
        "is een teken in het bestand anders, dan is de vingerafdruk anders. Datum van het rapport: "
        f"{date_long(facts.project.report_date)}."
    )
    table = Table("Vingerafdruk van elk invoerbestand", columns, rows, style="fingerprints")
    return Chapter(ANCHOR, "Herkomst", title, (paragraph(words), table), style="annex")

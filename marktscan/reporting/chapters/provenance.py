"""Annex: from which files, by which program, so that anybody can make the same report again."""

from marktscan.reporting.anchors import Figures
from marktscan.reporting.chapters.origins import origins
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import counted
from marktscan.reporting.version import program_version
from marktscan.reporting.view import Chapter, Column, Row, Table, cell, head, paragraph, traced
from marktscan.wording.formats import date_long, thousands

ANCHOR = "bijlage-herkomst"
_FILES = "vingerafdrukken"


def provenance(facts: Facts) -> Chapter:
    """Every input with its SHA-256, and the version of the program."""
    inputs = sorted(facts.scan.inputs, key=lambda item: item.file)
    amount = counted(len(inputs), "bestand", "bestanden")
    title = f"Alle cijfers komen uit {amount}" if inputs else "Er zijn geen invoerbestanden"
    columns = (Column("Bestand", width=224), Column("SHA-256"))
    rows = tuple(Row((head(item.file), cell(item.sha256, style="code"))) for item in inputs)
    words = (
        f"Dit rapport is gemaakt met marktscan {program_version()} uit ",
        *traced(amount, _FILES if inputs else ""),
        ". Wie dezelfde bestanden heeft, maakt hetzelfde rapport. ",
        *traced(_seed(facts), facts.origin(Figures.DRAWS)),
        "De SHA-256 is een vingerafdruk van de inhoud; "
        "is een teken in het bestand anders, dan is de vingerafdruk anders. Datum van het rapport: "
        f"{date_long(facts.project.report_date)}.",
    )
    table = Table("Vingerafdruk van elk invoerbestand", columns, rows, style="fingerprints", anchor=_FILES)
    return Chapter(ANCHOR, "Herkomst", title, (paragraph(*words), origins(facts), table), style="annex")


def _seed(facts: Facts) -> str:
    """Where the draws of the simulation come from, when there was one."""
    found = facts.background.sureness if facts.background else None
    if found is None or not found.simulated:
        return "Er is niets geloot. "
    rules = facts.project.simulation
    return (
        f"De simulatie lootte {thousands(rules.draws)} keer met startgetal {rules.seed}; met dat getal komen "
        "er dezelfde lotingen uit. "
    )

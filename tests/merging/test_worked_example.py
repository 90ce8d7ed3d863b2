"""Three workbooks and the decisions about them become one programme: to follow with a pencil."""

from pathlib import Path

from markdown_workbook import write_markdown
from scan_factory import project

from marktscan.merging import merge
from marktscan.spreadsheets.read_decisions import read_decisions
from marktscan.spreadsheets.read_requirements import read_requirements
from marktscan.wording.findings import text_of

AALSMEER = """
    | Eis-ID | Thema | Eis                                  | Soort | Gewicht | Norm |
    |--------|-------|--------------------------------------|-------|---------|------|
    | ZTC-01 | ZTC   | Beheer maakt zelf zaaktypen.         | eis   | 3       |      |
    | ZTC-02 | ZTC   | Een zaaktype heeft versies.          | eis   | 3       |      |
    | ARC-01 | ARC   | Overdracht volgt de norm.            | eis   | 4       | MDTO |
    | ARC-02 | ARC   | Vernietigen vraagt twee mensen.      | eis   | 5       |      |
    | ARC-03 | ARC   | De gegevens staan in Nederland.      | eis   | 2       |      |
"""
AMSTELVEEN = """
    | Eis-ID | Thema | Eis                                  | Soort | Gewicht | Norm |
    |--------|-------|--------------------------------------|-------|---------|------|
    | ZTC-01 | ZTC   | Beheer maakt zelf  zaaktypen.        | eis   | 3       |      |
    | ZTC-02 | ZTC   | Een zaaktype heeft versies.          | wens  | 3       |      |
    | ARC-01 | ARC   | Overdracht volgt de norm.            | eis   | 4       | TMLO |
    | ARC-09 | ARC   | Twee mensen keuren vernietigen goed. | eis   | 5       |      |
    | ARC-03 | ARC   | De gegevens staan in de EER.         | eis   | 2       |      |
"""
DIEMEN = """
    | Eis-ID | Thema | Eis                                  | Soort | Gewicht | Norm |
    |--------|-------|--------------------------------------|-------|---------|------|
    | ZTC-01 | ZTC   | Beheer maakt zelf zaaktypen.         | eis   | 3       |      |
    | ZTC-02 | ZTC   | Een zaaktype heeft versies.          | eis   | 3       |      |
    | ARC-01 | ARC   | Overdracht volgt de norm.            | eis   | 4       | MDTO |
    | ARC-04 | ARC   | De zaak toont een tijdlijn.          | eis   | 1       |      |
"""
THEMES = """
    | Thema | Gewicht |
    |-------|---------|
    | ZTC   | 60      |
    | ARC   | 40      |
"""
DECISIONS = """
    | Gezamenlijk ID | ID Aalsmeer | ID Amstelveen | ID Diemen | Besluit    | Gekozen tekst       | Door |
    |----------------|-------------|---------------|-----------|------------|---------------------|------|
    | ARC-20         | ARC-02      | ARC-09        |           | zelfde eis | Vernietig met twee. | Team |
"""


def test_programme_of_three_workbooks(tmp_path: Path) -> None:
    for name, rows in (("aalsmeer", AALSMEER), ("amstelveen", AMSTELVEEN), ("diemen", DIEMEN)):
        write_markdown(tmp_path / "requirements" / f"{name}.xlsx", {"Eisen": rows, "Thema's": THEMES})
    write_markdown(tmp_path / "requirements" / "samenvoeging.xlsx", {"Besluiten": DECISIONS})

    lists, _ = read_requirements(tmp_path, project())
    decisions, _ = read_decisions(tmp_path, project())
    programme, findings = merge(project(), lists, decisions)

    assert [(row.id, str(row.status), " ".join(row.positions), row.text) for row in programme.rows] == [
        ("ZTC-01", "gelijk", "aalsmeer amstelveen diemen", "Beheer maakt zelf zaaktypen."),
        ("ZTC-02", "zelfde eis ander gewicht", "aalsmeer amstelveen diemen", "Een zaaktype heeft versies."),
        ("ARC-01", "andere norm", "aalsmeer amstelveen diemen", "Overdracht volgt de norm."),
        ("ARC-03-A", "alleen bij", "aalsmeer", "De gegevens staan in Nederland."),
        ("ARC-03-B", "alleen bij", "amstelveen", "De gegevens staan in de EER."),
        ("ARC-04", "alleen bij", "diemen", "De zaak toont een tijdlijn."),
        ("ARC-20", "alleen bij", "aalsmeer amstelveen", "Vernietig met twee."),
    ]
    (found,) = findings
    assert str(found.source) == "requirements/aalsmeer.xlsx · Eisen!C6"
    assert text_of(found).explanation == (
        "Eis ARC-03 heeft bij Aalsmeer een andere tekst dan bij Amstelveen "
        "(requirements/amstelveen.xlsx · Eisen!C6). Zolang er geen besluit is, zijn het aparte eisen."
    )

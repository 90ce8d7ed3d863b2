"""What the tests of importing share: build a source, bring it in, and read back what was written."""

from collections.abc import Mapping
from pathlib import Path

from markdown_workbook import write_markdown
from scan_factory import project

from marktscan.domain.finding import Code, Finding
from marktscan.domain.requirement import RequirementList
from marktscan.importing import Imported, bring_in, mapping_text, write_taken
from marktscan.importing.read_mapping import read_mapping
from marktscan.spreadsheets.read_requirements import read_requirements

Sheets = str | Mapping[str, str]


def brought_in(tmp_path: Path, sheets: Sheets, first_row: int = 1) -> Imported:
    """The proposal for a source of Markdown tables, carried out."""
    named = {"Blad1": sheets} if isinstance(sheets, str) else sheets
    return counted(bring_in(write_markdown(tmp_path / "lijst.xlsx", named, first_row)))


def counted(imported: Imported) -> Imported:
    """The same, after seeing that no row is missing, that each row that was left has its finding, and that
    the mapping as a file says the same."""
    taken = imported.taken
    assert imported.mapping is not None, imported.findings
    assert taken.rows_in == len(taken.rows) + len(taken.left)
    assert {row.reason for row in taken.left} <= set(imported.findings)
    text = mapping_text(imported.mapping, imported.grids, "lijst.xlsx", "lijst-mapping.toml")
    assert read_mapping(text, "lijst-mapping.toml", imported.grids) == (imported.mapping, ())
    return imported


def rows(imported: Imported, *names: str) -> list[tuple[object, ...]]:
    """These fields of every requirement that was taken over; an empty text for one without value."""
    return [tuple(row.get(name, "") for name in names) for row in imported.taken.rows]


def told(imported: Imported, code: Code) -> list[str]:
    """The cells a finding is about."""
    return [item.source.cell for item in imported.findings if item.code is code]


def facts(imported: Imported, code: Code) -> list[dict[str, str]]:
    """What the findings with this code say."""
    return [dict(item.facts) for item in imported.findings if item.code is code]


def read_back(tmp_path: Path, imported: Imported) -> tuple[RequirementList, tuple[Finding, ...]]:
    """What marktscan reads in the workbook that was written from a source."""
    write_taken(tmp_path / "requirements" / "aalsmeer.xlsx", "lijst.xlsx", imported.taken)
    lists, findings = read_requirements(tmp_path, project("aalsmeer"))
    return lists[0], findings

"""Whether each municipality's requirements can be asked and weighed."""

import re
from collections.abc import Iterator

from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.requirement import Kind, Priority, Requirement
from marktscan.domain.scan import Scan
from marktscan.domain.source import Source

_ID = re.compile(r"[A-Z]{2,}-[0-9]{2,}[a-z]?")


def all_requirements(scan: Scan) -> Iterator[Requirement]:
    """Every row of every municipality."""
    return (row for item in scan.lists for row in item.requirements)


def list_has_requirements(scan: Scan) -> Iterator[Finding]:
    """A workbook that can be read holds at least one requirement."""
    for item in scan.lists:
        if item.readable and not item.requirements:
            name = scan.project.municipality(item.municipality).name
            yield finding(Code.NO_REQUIREMENTS, Source(item.file), municipality=name)


def requirement_has_text(scan: Scan) -> Iterator[Finding]:
    """A requirement has a text."""
    for row in all_requirements(scan):
        if not row.text:
            yield finding(Code.REQUIREMENT_WITHOUT_TEXT, row.origin.cell("text"), requirement=row.id)


def theme_is_declared(scan: Scan) -> Iterator[Finding]:
    """The theme of a requirement is one of the project's."""
    known = [theme.code for theme in scan.project.themes]
    for row in all_requirements(scan):
        if row.theme not in known:
            yield finding(
                Code.REQUIREMENT_UNKNOWN_THEME,
                row.origin.cell("theme"),
                requirement=row.id,
                theme=row.theme,
                known=", ".join(known),
            )


def id_keeps_its_form(scan: Scan) -> Iterator[Finding]:
    """An id is letters, a hyphen and digits, which no spreadsheet program turns into something else."""
    for row in all_requirements(scan):
        if not _ID.fullmatch(row.id):
            yield finding(Code.ID_FORM, row.origin.cell("id"), requirement=row.id, theme=row.theme)


def _knock_outs(scan: Scan) -> Iterator[Requirement]:
    return (row for row in all_requirements(scan) if row.knock_out)


def knock_out_is_demand(scan: Scan) -> Iterator[Finding]:
    """A knock-out is an eis, never a wens."""
    for row in _knock_outs(scan):
        if row.kind is Kind.WISH:
            yield finding(Code.KNOCK_OUT_WISH, row.origin.cell("knock_out"), requirement=row.id)


def knock_out_is_must(scan: Scan) -> Iterator[Finding]:
    """A knock-out has priority Must."""
    for row in _knock_outs(scan):
        if row.kind is Kind.DEMAND and row.priority not in {Priority.MUST, None}:
            yield finding(
                Code.KNOCK_OUT_NOT_MUST,
                row.origin.cell("priority"),
                requirement=row.id,
                priority=row.priority,
            )


def knock_out_asks_evidence(scan: Scan) -> Iterator[Finding]:
    """A knock-out says which evidence is asked."""
    for row in _knock_outs(scan):
        if not row.evidence:
            yield finding(Code.KNOCK_OUT_WITHOUT_EVIDENCE, row.origin.cell("evidence"), requirement=row.id)


CHECKS = (
    list_has_requirements,
    requirement_has_text,
    theme_is_declared,
    id_keeps_its_form,
    knock_out_is_demand,
    knock_out_is_must,
    knock_out_asks_evidence,
)

"""Annex: everything the program noticed while reading and checking."""

from collections.abc import Sequence
from itertools import groupby

from marktscan.domain.finding import Finding, Severity
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import capital, counted, lower_first
from marktscan.reporting.view import Chapter, Column, Part, Row, Strong, Table, cell, head, paragraph
from marktscan.wording.findings import text_of
from marktscan.wording.formats import list_of

ANCHOR = "bijlage-bevindingen"
_HEADINGS = {
    Severity.ERROR: "Fouten",
    Severity.WARNING: "Om naar te kijken",
    Severity.NOTE: "Anders gelezen dan geschreven",
}
_PLACES = 4
_ASSESSMENTS = "/assessments/"


def findings(facts: Facts) -> Chapter:
    """The findings by severity; the same finding in many cells is one row."""
    shown = _shown(facts)
    parts: list[Part] = [] if shown else [paragraph("Er is niets gevonden om te melden.")]
    for severity, heading in _HEADINGS.items():
        own = [item for item in shown if item.code.severity is severity]
        if own:
            parts.append(_table(heading, own))
    return Chapter(ANCHOR, "Bevindingen", _title(shown), tuple(parts), style="annex")


def _shown(facts: Facts) -> list[Finding]:
    """What this reader may see: not what stands in another municipality's workbook."""
    own = facts.own
    if own is None:
        return list(facts.findings)
    others = {facts.scan.list_of(m.slug).file for m in facts.municipalities if m.slug != own.slug}
    return [item for item in facts.findings if item.source.file not in others]


def _title(found: Sequence[Finding]) -> str:
    if not found:
        return "Geen bevindingen"
    errors = sum(item.code.severity is Severity.ERROR for item in found)
    rest = len(found) - errors
    others = counted(rest, "andere bevinding", "andere bevindingen")
    return capital(f"{counted(errors, 'fout', 'fouten')} en {others}")


def _table(heading: str, found: Sequence[Finding]) -> Table:
    def kind(item: Finding) -> tuple[str, str, str]:
        file, _, assessor = item.source.file.partition(_ASSESSMENTS)
        return item.code.number, file, "" if assessor else item.source.sheet

    rows = [_row(list(same)) for _, same in groupby(sorted(found, key=kind), key=kind)]
    columns = (Column("Code", width=36), Column("Wat er is en wat te doen"), Column("Waar", width=170))
    return Table(heading, columns, tuple(rows))


def _row(same: Sequence[Finding]) -> Row:
    said = text_of(same[0])
    more = f" En nog {len(same) - 1} keer in dezelfde map of hetzelfde werkblad." if len(same) > 1 else ""
    return Row(
        (
            head(same[0].code.number),
            cell(
                Strong(_sentence(said.title)),
                f" {_sentence(said.explanation)} ",
                f"Wat te doen: {lower_first(_sentence(said.action))}{more}",
            ),
            cell(_place(same)),
        )
    )


def _sentence(words: str) -> str:
    return words if words.endswith((".", "?", "!")) else f"{words}."


def _place(same: Sequence[Finding]) -> str:
    """Where it stands; of an assessor's workbook only the folder, because findings may speak of marks."""
    source = same[0].source
    if _ASSESSMENTS in source.file:
        return source.file[: source.file.index(_ASSESSMENTS)] + _ASSESSMENTS
    cells = list(dict.fromkeys(item.source.cell for item in same if item.source.cell))
    if not cells:
        return str(source)
    rest = len(cells) - _PLACES
    shown = f"{', '.join(cells[:_PLACES])} en {rest} andere" if rest > 1 else list_of(cells)
    return f"{source.file} · {source.sheet}!{shown}"

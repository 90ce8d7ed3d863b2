"""The frozen rules for people: one page of text per subject, in the words of the project."""

from collections.abc import Iterator, Sequence

from marktscan.domain.frozen import Freeze
from marktscan.domain.project import Project
from marktscan.domain.requirement import Requirement, RequirementList
from marktscan.domain.scan import Scan
from marktscan.freezing.rules import DECISIONS
from marktscan.wording.formats import date_long
from marktscan.wording.rule_values import in_words

SUBJECTS = {
    "project": "Data",
    "municipalities": "Beoordelaars per gemeente",
    "vendors": "Wie is uitgenodigd",
    "keys": "Verdeelsleutels: hoe zwaar elke gemeente samen telt",
    "points": "Punten per antwoord en per cijfer",
    "rules": "Regels",
    "promises": "Hoe een belofte weegt",
    "assessors": "Beoordelaars en bewijs",
    "simulation": "De simulatie",
    "forms": "De vragenlijst",
    "price_sheet": "Het prijsblad",
    "costs": "Kosten",
    "tender": "Regels voor een latere aanbesteding",
    "themes": "Thema's",
}


def summary(freeze: Freeze, scan: Scan) -> str:
    """All rules as text, each under the name it has in marktscan.toml."""
    return "\n".join((*_head(freeze, scan.project), *_declared(freeze), *_lists(scan), *_decided(freeze), ""))


def _head(freeze: Freeze, project: Project) -> Iterator[str]:
    yield f"# Vastgestelde regels: {_one_line(project.title)}"
    yield ""
    yield from ("Fictieve voorbeeldgegevens.", "") if project.fictitious else ()
    yield f"Vastgesteld op {date_long(freeze.day)} door {_one_line(freeze.by)}."
    yield f"Vingerafdruk: `{freeze.sha256}`."
    yield "Zet deze in het verslag van uw overleg: dan kan niemand het bestand ongemerkt vervangen."
    yield ""
    if freeze.answers:
        yield (
            f"**Er lagen al bestanden van leveranciers** ({len(freeze.answers)}) toen de regels werden "
            f"vastgesteld. Reden: {_one_line(freeze.reason)}"
        )
    else:
        yield "Er lagen nog geen antwoorden toen de regels werden vastgesteld."
    yield ""
    yield "Dit bestand is om te lezen. Het programma rekent met `vastgesteld.json`. Verander geen van beide."


def _declared(freeze: Freeze) -> Iterator[str]:
    for subject, title in SUBJECTS.items():
        rows = [(path, text) for path, text in freeze.rules.items() if path[0] == subject]
        if rows:
            yield from ("", f"## {title}", "")
            yield from _table(
                ("Regel", "Waarde"), [(_cell(".".join(p)), _cell(in_words(t))) for p, t in rows]
            )


def _lists(scan: Scan) -> Iterator[str]:
    for item in scan.lists:
        name = scan.project.municipality(item.municipality).name
        yield from ("", f"## {_one_line(name)}: gewicht van de thema's", "")
        yield from _table(
            ("Thema", "Gewicht"), [(_cell(row.theme), _number(row.weight)) for row in item.theme_weights]
        )
        yield from ("", f"## {_one_line(name)}: eisen", "")
        yield from _requirements(item)


def _requirements(item: RequirementList) -> Iterator[str]:
    head = ("Eis", "Thema", "Soort", "Prioriteit", "Knock-out", "Gewicht", "N.v.t. mag", "Tekst")
    yield from _table(head, [_requirement(row) for row in item.requirements])


def _requirement(row: Requirement) -> tuple[str, ...]:
    return (
        _cell(row.id),
        _cell(row.theme),
        row.kind.value,
        row.priority.value if row.priority else "",
        _yes(row.knock_out),
        _number(row.weight),
        _yes(row.not_applicable_allowed),
        _cell(row.text),
    )


def _decided(freeze: Freeze) -> Iterator[str]:
    rows = [(path, text) for path, text in freeze.rules.items() if path[0] == DECISIONS]
    if rows:
        yield from ("", "## Samenvoegen", "")
        yield from _table(
            ("Besluit", "Wat", "Waarde"),
            [(_cell(path[1]), _cell(".".join(path[2:])), _cell(in_words(text))) for path, text in rows],
        )


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _yes(value: bool) -> str:
    return "ja" if value else "nee"


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _cell(text: str) -> str:
    """Text that stays inside its cell."""
    return _one_line(text).replace("|", "\\|")


def _one_line(text: str) -> str:
    return " ".join(text.split())

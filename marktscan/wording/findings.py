"""The sentences of a finding: what is there, what was expected and what to do about it."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from marktscan.domain.finding import Code, Finding

LONGEST_FACT = 120
"""Characters of a fact that are shown; a cell may hold a whole page."""

_UNSEEN = re.compile(
    r"[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\uffff]+"
)

_OUR_FOLDERS = frozenset(
    {
        Code.FILE_LOCK,
        Code.FILE_COPY,
        Code.FILE_UNEXPECTED,
        Code.FILE_OUTSIDE,
        Code.FOLDER_NAME,
        Code.FILE_SIMILAR,
        Code.FILES_DIFFER,
        Code.FILES_SAME,
    }
)
_FAMILIES = {
    "P": "Projectbestand",
    "F": "Bestanden, werkbladen en cellen",
    "R": "Eisen van een gemeente",
    "M": "Samenvoegen",
    "A": "Leveranciers en hun antwoorden",
    "K": "Kosten",
    "B": "Beoordelingen",
    "I": "Bestaande lijsten overnemen",
    "V": "Vastgestelde regels",
    "O": "Oefenen met de regels",
    "H": "Huisstijl van het rapport",
    "L": "Wat een lezer niet mag zien",
}
_TABLE_HEAD = "| Code | Soort | Bevinding | Uitleg | Wat u doet |\n| --- | --- | --- | --- | --- |\n"
_ABOUT = """# Bevindingen

Alle bevindingen die het programma kan geven. Bij elke staan het bestand, het werkblad en de cel.
**Fout**: los dit op, want de uitkomst klopt anders niet. **Let op**: kijk of dit zo bedoeld is.
**Gelezen als**: de inhoud is anders gelezen dan hij er staat; u hoeft niets te doen als de lezing klopt.
Tussen ‹ en › staat wat het programma invult vanuit uw bestanden.
"""


@dataclass(frozen=True, slots=True)
class FindingText:
    """What a reader sees of one finding."""

    title: str
    explanation: str
    action: str


class _Facts(dict[str, str]):
    """The facts by name; one that is not given shows as dots, because a message must never fail."""

    def __missing__(self, name: str) -> str:
        return "…"


def text_of(finding: Finding) -> FindingText:
    """The sentences of this finding with its facts filled in."""
    return _filled(_sentences()[finding.code.number], _facts(finding))


def _facts(finding: Finding) -> _Facts:
    """The facts on one line each; what follows is given as the number of a finding, and told by its title."""
    told = {name: _presentable(value) for name, value in finding.facts}
    if number := told.get("follows"):
        told["follows"] = _sentences()[number].title
    return _Facts(told)


def sent_text_of(finding: Finding) -> FindingText | None:
    """The sentences for the vendor or assessor who can mend it; None when it is not for outside.

    A file or cell that cannot be read is told in the words everybody gets, unless it is about our folders.
    """
    number = finding.code.number
    if section := _contents("repair.toml").get(number):
        return _filled(FindingText(**section), _facts(finding))
    return text_of(finding) if number.startswith("F") and finding.code not in _OUR_FOLDERS else None


def findings_page() -> str:
    """docs/findings.md: every finding the program knows, by subject."""
    return "\n".join((_ABOUT, *(_family(letter, name) for letter, name in _FAMILIES.items())))


def _family(letter: str, name: str) -> str:
    head = f"## {letter}: {name}\n\n{_TABLE_HEAD}"
    rows = (_row(code) for code in sorted(Code, key=lambda c: c.number) if code.number.startswith(letter))
    return head + "".join(rows)


def _row(code: Code) -> str:
    names = _Facts({name: f"‹{noun}›" for name, noun in _contents("facts.toml").items()})
    text = _filled(_sentences()[code.number], names)
    return f"| {code.number} | {code.severity} | {text.title} | {text.explanation} | {text.action} |\n"


def _filled(text: FindingText, facts: Mapping[str, str]) -> FindingText:
    return FindingText(
        text.title.format_map(facts), text.explanation.format_map(facts), text.action.format_map(facts)
    )


@cache
def _sentences() -> dict[str, FindingText]:
    """The sentences by number."""
    return {number: FindingText(**section) for number, section in _contents("nl.toml").items()}


@cache
def _contents(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))


def _presentable(fact: str) -> str:
    """A fact as one short line: text from outside may be long or hold characters nobody can see."""
    line = _UNSEEN.sub(" ", fact).strip()
    return line if len(line) <= LONGEST_FACT else f"{line[: LONGEST_FACT - 1].rstrip()}…"

"""Whether what vendors read keeps quiet about which municipality asks it."""

import re
from collections.abc import Collection, Iterator

from marktscan.checking.requirements import all_requirements
from marktscan.checking.texts import whole_word
from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.programme import JointRequirement
from marktscan.domain.project import Municipality
from marktscan.domain.scan import Scan
from marktscan.domain.source import Origin, Source

SHORTEST_HINT = 3
"""Letters at the start of a number that can stand for a name."""
SHORTEST_INSIDE = 5
"""Letters of a name that nobody writes by chance inside another word."""


def text_names_no_municipality(scan: Scan) -> Iterator[Finding]:
    """What vendors read does not tell which municipality asks it."""
    names = {item.name: whole_word(item.name) for item in scan.project.municipalities}
    for requirement, origin, field, text in _read_by_vendors(scan):
        for municipality, name in names.items():
            if name.search(text):
                facts = {"requirement": requirement, "municipality": municipality}
                yield finding(Code.TEXT_NAMES_MUNICIPALITY, origin.cell(field), **facts)


def _read_by_vendors(scan: Scan) -> Iterator[tuple[str, Origin, str, str]]:
    """Every text that goes into a questionnaire: the id of its row, where that was read, and the field."""
    for row in all_requirements(scan):
        for field, text in (("text", row.text), ("explanation", row.explanation), ("evidence", row.evidence)):
            yield row.id, row.origin, field, text
    for decision in scan.decisions:
        yield decision.joint_id, decision.origin, "text", decision.text


def id_names_no_municipality(scan: Scan) -> Iterator[Finding]:
    """The number that vendors read does not tell either which municipality asks it."""
    themes = {theme.code for theme in scan.project.themes}
    for row in scan.programme.rows:
        for item in scan.project.municipalities:
            if code := _told_by(row, item, themes):
                yield finding(code, _place_of_id(row), requirement=row.id, municipality=item.name)


def _told_by(row: JointRequirement, item: Municipality, themes: Collection[str]) -> Code | None:
    """Whether the number holds the name, or begins as the name of the only municipality that asks it."""
    name, (first, *others) = _letters(item.name), (*_words(row.id), "")
    if name in {first, *others} or (len(name) >= SHORTEST_INSIDE and name in _letters(row.id)):
        return Code.ID_NAMES_MUNICIPALITY
    is_start = len(first) >= SHORTEST_HINT and name.startswith(first) and first.upper() not in themes
    return Code.ID_HINTS_AT_MUNICIPALITY if is_start and row.positions.keys() == {item.slug} else None


def is_hint(item: Finding) -> bool:
    """Whether a finding only says that a number may betray a municipality: people decide before they send."""
    return item.code is Code.ID_HINTS_AT_MUNICIPALITY


def _words(own_id: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", own_id.casefold())


def _letters(text: str) -> str:
    return "".join(_words(text))


def _place_of_id(row: JointRequirement) -> Source:
    """The cell in which people gave a joint requirement its number."""
    if row.decision and row.decision.joint_id == row.id:
        return row.decision.origin.cell("joint_id")
    return next(iter(row.positions.values())).origin.cell("id")


CHECKS = (text_names_no_municipality, id_names_no_municipality)

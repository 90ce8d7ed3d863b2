"""Whether a text that should name a function or a body names a person all the same."""

import re

from marktscan.domain.project import Project

_WORD = re.compile(r"[^\W\d_]+")
_PARTS = re.compile(r"[,;:()/]|\s[-–]\s")
_PARTICLES = frozenset(
    {"van", "de", "den", "der", "het", "in", "op", "te", "ten", "ter", "la", "le", "el", "bin", "von", "du"}
    | {"d", "t", "s", "v", "vd"}
)
_ADDRESSED = re.compile(r"\b(?:mevrouw|mevr|mw|meneer|heer|dhr)\b\.?\s+[^\W\d_]", re.IGNORECASE)
_PERSONAL_ADDRESS = re.compile(r"(?<![\w.-])(?:[a-z]\.)+[a-z]+(?:[.-][a-z]+)*@", re.IGNORECASE)


def is_a_person(name: str) -> bool:
    """Whether it is written as people's names are: Anna Smit, J. van der Berg."""
    parts = _WORD.findall(name)
    return len(parts) > 1 and all(part[0].isupper() or part in _PARTICLES for part in parts)


def contact_is_a_person(project: Project) -> bool:
    """Whether the contact is one, beside words of the project: "Inkoop Diemen" is none.

    Somebody is named as "Anna Smit, projectleider", as "mevrouw Smit" or by an address as a.smit@diemen.nl.
    """
    contact = project.forms.contact
    own = set(_WORD.findall(" ".join((project.title, *(m.name for m in project.municipalities))).lower()))
    kept = _WORD.sub(lambda found: "" if found[0].lower() in own else found[0], contact)
    named = any(map(is_a_person, _PARTS.split(kept)))
    return named or any(pattern.search(contact) for pattern in (_ADDRESSED, _PERSONAL_ADDRESS))

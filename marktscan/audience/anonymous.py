"""Nobody by name: who gave which mark is in no report, nor in the name of a file, nor who is to be asked."""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from hashlib import sha256
from typing import Any

from marktscan.audience.material import Material
from marktscan.audience.persons import contact_is_a_person
from marktscan.domain.finding import Finding
from marktscan.domain.scan import Scan

_FOLDER = "/assessments/"


def anonymous(material: Material) -> Material:
    """The same, in which no assessor has a name, nor who is to be asked where that is a person."""
    names = aliases(material.scan)
    return replace(
        material,
        scan=_without_contact(renamed(material.scan, names)),
        results=renamed(material.results, names),
        background=renamed(material.background, names),
        findings=tuple(_finding(item, names) for item in material.findings),
    )


def _without_contact(scan: Scan) -> Scan:
    project = scan.project
    if not contact_is_a_person(project):
        return scan
    return replace(scan, project=replace(project, forms=replace(project.forms, contact="")))


def aliases(scan: Scan) -> dict[str, str]:
    """What each assessor, and each of their files, is called instead; the order says nothing about names.

    It follows from the bytes of all marks together: who knows the names and a report cannot try them out.
    """
    seal = "|".join(sorted(item.seal for item in scan.inputs if _FOLDER in item.file)) or scan.project.title
    files = {item.file for item in scan.inputs} | {m.origin.file for s in scan.submissions for m in s.marks}
    marked = {mark.assessor for s in scan.submissions for mark in s.marks}
    slugs = marked | {name for m in scan.project.municipalities for name in m.assessors}
    shuffled = sorted(slugs, key=lambda slug: sha256(f"{seal}|{slug}".encode()).hexdigest())
    named = {slug: f"beoordelaar-{place}" for place, slug in enumerate(shuffled, start=1)}
    return named | {file: _file(file, named) for file in files if _FOLDER in file}


def _file(file: str, named: Mapping[str, str]) -> str:
    folder, _, name = file.rpartition("/")
    stem, dot, kind = name.partition(".")
    return f"{folder}/{named.get(stem, stem)}{dot}{kind}"


def _finding(item: Finding, names: Mapping[str, str]) -> Finding:
    """A finding may name several assessors in one fact."""
    if not names:
        return item
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(names, reverse=True)))})(?![\w-])")
    facts = tuple((name, pattern.sub(lambda found: names[found[0]], text)) for name, text in item.facts)
    return replace(item, source=renamed(item.source, names), facts=facts)


def renamed(value: Any, names: Mapping[str, str]) -> Any:  # noqa: ANN401 (whatever the domain holds)
    """The value with every text that is exactly such a name replaced, however deep it lies."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, tuple):
        inner = tuple(renamed(item, names) for item in value)
        return value if all(a is b for a, b in zip(inner, value, strict=True)) else inner
    if isinstance(value, Mapping):
        return {renamed(key, names): renamed(item, names) for key, item in value.items()}
    return _of_dataclass(value, names) if is_dataclass(value) and not isinstance(value, type) else value


def _of_dataclass(value: Any, names: Mapping[str, str]) -> Any:  # noqa: ANN401 (whatever the domain holds)
    inner = {item.name: getattr(value, item.name) for item in fields(value)}
    changed = {name: new for name, old in inner.items() if (new := renamed(old, names)) is not old}
    return replace(value, **changed) if changed else value

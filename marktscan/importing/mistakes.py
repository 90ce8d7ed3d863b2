"""Collects what is wrong in a mapping file, each with its line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.source import Source
from marktscan.importing.mapping import FIELDS
from marktscan.importing.toml_lines import KeyPath, nearest_line

Content = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Mistakes:
    """The findings about one mapping file; the checks below give what they could read."""

    file: str
    lines: Mapping[KeyPath, int]
    found: list[Finding] = field(default_factory=list)

    def mistake(self, code: Code, path: KeyPath, **facts: object) -> None:
        """Add a finding about the key at `path`."""
        line = nearest_line(self.lines, path)
        self.found.append(finding(code, Source(self.file, cell=f"regel {line}"), line=line, **facts))

    def wrong(self, path: KeyPath, value: object, expected: str) -> None:
        """The value at `path` is not what belongs there."""
        key = ".".join(part for part in path if isinstance(part, str))
        self.mistake(Code.MAPPING_WRONG_VALUE, path, key=key, value=value, expected=expected)

    def unknown_keys(self, content: Content, known: Iterable[str], path: KeyPath = ()) -> None:
        """Tell every key that does not exist."""
        names = tuple(known)
        for key in content:
            if key not in names:
                near = get_close_matches(key, names, n=1, cutoff=0.5)
                self.mistake(Code.MAPPING_UNKNOWN_KEY, (*path, key), key=key, known=", ".join(near or names))

    def fields(self, content: Content, path: KeyPath) -> dict[str, Any]:
        """The values by field; a heading that is not a column of the form is told."""
        self.unknown_keys(content, FIELDS, path)
        return {FIELDS[heading]: value for heading, value in content.items() if heading in FIELDS}

    def group(self, content: Content, key: str, path: KeyPath = ()) -> Content:
        """A table of keys, empty when it is absent."""
        value = content.get(key, {})
        if isinstance(value, dict):
            return value
        self.wrong((*path, key), value, f"een groep regels onder [{key}]")
        return {}

    def texts(self, content: Content, key: str, path: KeyPath) -> tuple[str, ...]:
        """A list of texts, empty when it is absent."""
        value = content.get(key, [])
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        self.wrong((*path, key), value, 'een lijst van teksten, zoals ["A", "B"]')
        return ()

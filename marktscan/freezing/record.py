"""The record of the freeze on disk: written once, readable by any program, with a hash over all it says."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from marktscan.domain.frozen import Amendment, Freeze, Recorded, RulePath

FOLDER = "rules"
RECORD = f"{FOLDER}/vastgesteld.json"
SUMMARY = f"{FOLDER}/vastgesteld.md"
AMENDMENTS = f"{FOLDER}/wijzigingen.json"
LARGEST = 64 * 2**20
"""Bytes: no record is larger."""
_NEXT = ",\n"
_UNREADABLE = (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError)


class DamagedError(Exception):
    """A file of the record is there and cannot be read as one; `file` is its path in the project."""

    def __init__(self, file: str) -> None:
        super().__init__(f"{file} is damaged")
        self.file = file


def sealed(freeze: Freeze) -> Freeze:
    """The freeze with its hashes: one over the rules alone, one over everything it says."""
    whole = replace(freeze, rules_sha256=_hash(_pairs(freeze.rules)))
    return replace(whole, sha256=_hash(_content(whole)))


def chained(amendment: Amendment, before: str) -> Amendment:
    """The amendment with its hash, which takes in the hash of what was recorded just before it."""
    return replace(amendment, sha256=_hash([before, _amended(amendment)]))


def links_hold(freeze: Freeze, amendments: tuple[Amendment, ...]) -> bool:
    """Whether no amendment was changed, taken out or put in between."""
    before = [freeze.sha256, *(item.sha256 for item in amendments)]
    return all(chained(item, link) == item for item, link in zip(amendments, before, strict=False))


def is_whole(freeze: Freeze) -> bool:
    """Whether the record still says what it said when it was written."""
    return sealed(freeze) == freeze


def is_trusted(found: Recorded) -> bool:
    """Whether nothing of it was changed after it was written."""
    return is_whole(found.freeze) and links_hold(found.freeze, found.amendments)


def record_bytes(freeze: Freeze) -> bytes:
    """The record as a file; the same freeze gives the same bytes."""
    return _file({**_content(freeze), "sha256": freeze.sha256})


def amendments_bytes(amendments: tuple[Amendment, ...]) -> bytes:
    """All amendments as a file, oldest first."""
    return _file({"amendments": [{**_amended(item), "sha256": item.sha256} for item in amendments]})


def read_freeze(root: Path) -> Freeze | None:
    """The record in a project; None when there is none, DamagedError when it cannot be read."""
    value = _read(root, RECORD)
    try:
        return None if value is None else _freeze(value)
    except _UNREADABLE as error:
        raise DamagedError(RECORD) from error


def read_amendments(root: Path) -> tuple[Amendment, ...]:
    """What was recorded since, oldest first; DamagedError when it cannot be read."""
    value = _read(root, AMENDMENTS)
    try:
        return () if value is None else tuple(map(_amendment, value["amendments"]))
    except _UNREADABLE as error:
        raise DamagedError(AMENDMENTS) from error


def _read(root: Path, file: str) -> dict[str, Any] | None:
    path = root / file
    if not path.exists():
        return None
    try:
        if path.stat().st_size > LARGEST:
            raise ValueError("larger than any record")
        return dict(json.loads(path.read_bytes()))
    except _UNREADABLE as error:
        raise DamagedError(file) from error


def _freeze(value: Mapping[str, Any]) -> Freeze:
    return Freeze(
        by=_text(value["by"]),
        day=date.fromisoformat(value["day"]),
        reason=_text(value["reason"]),
        rules={tuple(map(_text, path)): _text(text) for path, text in value["rules"]},
        rules_sha256=_text(value["rules_sha256"]),
        files={_text(file): _text(digest) for file, digest in value["files"].items()},
        answers=tuple(map(_text, value["answers"])),
        sha256=_text(value["sha256"]),
    )


def _amendment(value: Mapping[str, Any]) -> Amendment:
    return Amendment(
        rule=tuple(map(_text, value["rule"])),
        before=_optional(value["before"]),
        after=_optional(value["after"]),
        reason=_text(value["reason"]),
        by=_text(value["by"]),
        day=date.fromisoformat(value["day"]),
        sha256=_text(value["sha256"]),
    )


def _content(freeze: Freeze) -> dict[str, object]:
    return {
        "by": freeze.by,
        "day": freeze.day.isoformat(),
        "reason": freeze.reason,
        "answers": list(freeze.answers),
        "files": dict(freeze.files),
        "rules_sha256": freeze.rules_sha256,
        "rules": _pairs(freeze.rules),
    }


def _pairs(rules: Mapping[RulePath, str]) -> list[object]:
    return [[list(path), text] for path, text in rules.items()]


def _amended(item: Amendment) -> dict[str, object]:
    return {
        "rule": list(item.rule),
        "before": item.before,
        "after": item.after,
        "reason": item.reason,
        "by": item.by,
        "day": item.day.isoformat(),
    }


def _hash(value: object) -> str:
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return sha256(text.encode("ascii")).hexdigest()


def _file(value: Mapping[str, object]) -> bytes:
    """JSON with a line per rule, so that two versions can be compared by eye."""
    parts = (f"{json.dumps(name)}: {_lines(item)}" for name, item in value.items())
    return "\n".join(("{", _NEXT.join(parts), "}", "")).encode("utf-8", "surrogatepass")


def _lines(item: object) -> str:
    if not isinstance(item, list) or not item:
        return json.dumps(item, ensure_ascii=False)
    return "\n".join(("[", _NEXT.join(json.dumps(one, ensure_ascii=False) for one in item), "]"))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("text expected")
    return value


def _optional(value: object) -> str | None:
    return None if value is None else _text(value)

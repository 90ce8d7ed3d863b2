"""Write the record: the freeze once, amendments as they come."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from marktscan.domain.frozen import Amendment, Freeze, RulePath, RuleValues, rule_name
from marktscan.domain.scan import Scan
from marktscan.files import put_all
from marktscan.freezing.record import (
    AMENDMENTS,
    RECORD,
    SUMMARY,
    amendments_bytes,
    chained,
    record_bytes,
    sealed,
)
from marktscan.freezing.rules import rules_of
from marktscan.freezing.summary import summary

EVERYTHING = "alles"
"""In the place of a rule's name: all that differs."""


def freeze_of(scan: Scan, by: str, day: date, reason: str = "") -> Freeze:
    """The rules of a scan as they are now, with the files they come from and the answers already there."""
    hashes = {item.file: item.sha256 for item in scan.inputs}
    answers = tuple(file for file in hashes if file.startswith("vendors/"))
    files = {file: digest for file, digest in hashes.items() if file not in answers}
    return sealed(Freeze(by, day, reason, rules_of(scan), "", files, answers))


def write_freeze(root: Path, freeze: Freeze, scan: Scan) -> tuple[Path, ...]:
    """Write the record, and beside it the rules for people to read; names the files in the project."""
    text = summary(freeze, scan).encode("utf-8")
    return _put(root, {RECORD: record_bytes(freeze), SUMMARY: text})


def write_amendments(root: Path, amendments: tuple[Amendment, ...]) -> tuple[Path, ...]:
    """Write all amendments, oldest first."""
    return _put(root, {AMENDMENTS: amendments_bytes(amendments)})


def with_amendments(
    freeze: Freeze, before: tuple[Amendment, ...], new: Sequence[Amendment]
) -> tuple[Amendment, ...]:
    """What was recorded and what is recorded now, each linked to the one before it."""
    all_of_them = list(before)
    for item in new:
        link = all_of_them[-1].sha256 if all_of_them else freeze.sha256
        all_of_them.append(chained(item, link))
    return tuple(all_of_them)


def named(name: str, changed: Sequence[RulePath]) -> tuple[RulePath, ...]:
    """Those of the changed rules that a name means: the rule itself, or all that begin with it."""
    if name == EVERYTHING:
        return tuple(changed)
    return tuple(path for path in changed if f"{rule_name(path)}.".startswith(f"{name}."))


def changed_rules(agreed: RuleValues, today: RuleValues) -> tuple[RulePath, ...]:
    """Every rule that has another value than was agreed."""
    return tuple(path for path in {**today, **agreed} if agreed.get(path) != today.get(path))


def _put(root: Path, files: dict[str, bytes]) -> tuple[Path, ...]:
    put_all({root / name: content for name, content in files.items()})
    return tuple(map(Path, files))

"""Fix the rules before the first answer is opened, and record every change of them afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from marktscan import pipeline
from marktscan.domain.finding import Finding, Severity
from marktscan.domain.frozen import Amendment, Freeze
from marktscan.pipeline import Findings


@dataclass(frozen=True, slots=True)
class Fixing:
    """Who fixes or changes rules, when, and why; a reason for the freeze is only there with answers."""

    by: str
    day: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Fixed:
    """The freeze and its files; None and none when the `findings` kept it from happening."""

    findings: Findings
    freeze: Freeze | None = None
    files: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Amended:
    """What was recorded now; nothing with the reason in `findings`, or when a name is `unknown`.

    That is a name of no rule that differs; `differing` are the names of all that do.
    """

    findings: Findings
    amendments: tuple[Amendment, ...] = ()
    files: tuple[Path, ...] = ()
    unknown: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()


class AlreadyFixedError(Exception):
    """There is a record, whole or damaged: it is never written twice."""


class AnswersThereError(Exception):
    """Files of vendors are there and no reason was given to fix the rules all the same."""

    def __init__(self, files: Sequence[str]) -> None:
        super().__init__(f"{len(files)} files of vendors are there")
        self.files = tuple(files)


class NotFixedError(Exception):
    """There is no freeze that an amendment could be added to."""


def freeze(root: Path, fixing: Fixing) -> Fixed:
    """Write the record of all rules; nothing is written while the rules themselves hold an error.

    AlreadyFixedError when there is one, AnswersThereError when answers are there and no reason is given.
    """
    from marktscan.freezing import FOLDER, freeze_of, write_freeze

    if any((root / FOLDER).glob("*.json")):
        raise AlreadyFixedError
    outcome = pipeline.check(root)
    blocking = tuple(item for item in outcome.findings if _is_in_the_rules(item))
    if outcome.scan is None or blocking:
        return Fixed(blocking)
    fixed = freeze_of(outcome.scan, fixing.by, fixing.day, fixing.reason)
    if fixed.answers and not fixing.reason:
        raise AnswersThereError(fixed.answers)
    return Fixed((), fixed, write_freeze(root, fixed, outcome.scan))


def amend(root: Path, names: Sequence[str], fixing: Fixing) -> Amended:
    """Record how the rules with these names are today; a name may be the beginning of several.

    NotFixedError when there is no record that can be read and trusted.
    """
    from marktscan.freezing import recorded
    from marktscan.freezing.amend import amendments_for, changed_rules, means, with_amendments
    from marktscan.freezing.record import is_trusted
    from marktscan.freezing.write import write_amendments

    found, _ = recorded(root)
    if found is None or not is_trusted(found):
        raise NotFixedError
    outcome = pipeline.check(root)
    if outcome.scan is None:
        return Amended(outcome.findings)
    changed = changed_rules(found, outcome.scan)
    if unknown := tuple(name for name in names if not any(means(name, item) for item in changed)):
        return Amended((), unknown=unknown, differing=tuple(item.name for item in changed))
    new = amendments_for(names, changed, Amendment((), None, None, fixing.reason, fixing.by, fixing.day))
    everything = with_amendments(found, new)
    return Amended((), everything[-len(new) :], write_amendments(root, everything))


def _is_in_the_rules(item: Finding) -> bool:
    """Whether an error is in what would be fixed; what vendors sent does not matter here."""
    return item.code.severity is Severity.ERROR and not item.source.file.startswith("vendors")

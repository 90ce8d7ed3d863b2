"""The outcome under other rules, computed once for every set of rules that is tried."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from marktscan.domain.frozen import Effect, RulePath, RuleValues
from marktscan.freezing.effects import Picture, effect, picture
from marktscan.freezing.restore import AsRead, scan_under

MOST_LINES = 60_000
"""Lines of scores that may be computed to tell every change apart: beyond it they are only told together."""


@dataclass(frozen=True)
class Trial:
    """The answers as read, with the rules of today to compare with."""

    read: AsRead
    today: RuleValues
    _tried: list[tuple[RuleValues, Effect | None]] = field(default_factory=list)

    @cached_property
    def now(self) -> Picture:
        """The outcome as it is."""
        return picture(self.read.scan)

    def since(self, rules: RuleValues) -> Effect | None:
        """What changed from the outcome under these rules to that of today."""
        for tried, found in self._tried:
            if tried == rules:
                return found
        before = scan_under(rules, self.read)
        found = None if before is None else effect(picture(before), self.now)
        self._tried.append((rules, found))
        return found

    def of(self, parts: Sequence[RulePath], before: RuleValues) -> Effect | None:
        """What these parts do alone: all else as today, only they as before."""
        rules = {**self.today, **{part: before[part] for part in parts if part in before}}
        for part in parts:
            if part not in before:
                rules.pop(part, None)
        return self.since(rules)

    @property
    def most(self) -> int:
        """How many changes can be told apart in a second or so."""
        asked = sum(len(item.requirements) for item in self.read.scan.lists)
        return MOST_LINES // max(1, asked * len(self.read.scan.submissions))

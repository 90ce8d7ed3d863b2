"""Record a change of the rules: which rule, from what to what, by whom and why."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from marktscan.domain.frozen import Amendment, Recorded, RulePath, rule_name
from marktscan.domain.scan import Scan
from marktscan.freezing.differences import agreed_rules
from marktscan.freezing.hold import comparable
from marktscan.freezing.record import chained
from marktscan.freezing.rules import rules_of

EVERYTHING = "alles"
"""In the place of a name: all that differs."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A rule that has another value than what was agreed; None is a rule that is not there."""

    rule: RulePath
    before: str | None
    after: str | None

    @property
    def name(self) -> str:
        """As people type it."""
        return rule_name(self.rule)


def changed_rules(found: Recorded, scan: Scan) -> tuple[Changed, ...]:
    """Every rule that differs from what was agreed, each cell of a row by itself."""
    today = rules_of(scan)
    agreed = comparable(agreed_rules(found.freeze.rules, found.amendments), scan)
    return tuple(
        Changed(path, agreed.get(path), today.get(path))
        for path in {**today, **agreed}
        if agreed.get(path) != today.get(path)
    )


def means(name: str, item: Changed) -> bool:
    """A name means the rule itself, and all rules that begin with it."""
    return name == EVERYTHING or f"{item.name}.".startswith(f"{name}.")


def amendments_for(
    names: Sequence[str], changed: Sequence[Changed], form: Amendment
) -> tuple[Amendment, ...]:
    """An amendment like `form` for each changed rule that one of the names means."""
    return tuple(
        replace(form, rule=item.rule, before=item.before, after=item.after)
        for item in changed
        if any(means(name, item) for name in names)
    )


def with_amendments(found: Recorded, new: Sequence[Amendment]) -> tuple[Amendment, ...]:
    """What was recorded and what is recorded now, each linked to the one before it."""
    everything = list(found.amendments)
    for item in new:
        link = everything[-1].sha256 if everything else found.freeze.sha256
        everything.append(chained(item, link))
    return tuple(everything)

"""Which rules differ from what was agreed, and where each stands today."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from marktscan.domain.frozen import Amendment, RulePath, RuleValues
from marktscan.domain.programme import MergeDecision
from marktscan.domain.requirement import Requirement, RequirementList, ThemeWeight
from marktscan.domain.scan import Scan
from marktscan.domain.source import Source
from marktscan.freezing.restore import DECISION_FILE
from marktscan.freezing.rules import DECISIONS, REQUIREMENTS, ROWS_OF, THEMES, firsts
from marktscan.project_file.declarations import Declarations

ROWS = {REQUIREMENTS: 3, DECISIONS: 2}
"""How many names lead to a row of a workbook, whose cells are rules."""
COLUMNS = {
    "tekst": "text",
    "thema": "theme",
    "soort": "kind",
    "prioriteit": "priority",
    "knock-out": "knock_out",
    "gewicht": "weight",
    "nvt": "not_applicable_allowed",
    "besluit": "decision",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One change to tell: a rule, or a row that came or went with all its `parts`."""

    rule: RulePath
    parts: tuple[RulePath, ...]


def agreed_rules(frozen: RuleValues, amendments: Sequence[Amendment]) -> dict[RulePath, str]:
    """The rules as fixed, with everything that was recorded since."""
    agreed = dict(frozen)
    for item in amendments:
        if item.after is None:
            agreed.pop(item.rule, None)
        else:
            agreed[item.rule] = item.after
    return agreed


def differences(agreed: RuleValues, today: RuleValues) -> tuple[Difference, ...]:
    """What differs, in the order of the rules of today; a row that came or went is one difference."""
    before, after = _rows(agreed), _rows(today)
    found: dict[RulePath, list[RulePath]] = {}
    for path in (*today, *(path for path in agreed if path not in today)):
        if agreed.get(path) != today.get(path):
            row = _row(path)
            found.setdefault(row if row and (row in before) != (row in after) else path, []).append(path)
    return tuple(Difference(rule, tuple(parts)) for rule, parts in found.items())


def text_of_difference(item: Difference, rules: RuleValues) -> str | None:
    """What the rule says here, of a whole row its text; None when it is not there."""
    return rules.get(item.rule) or rules.get((*item.rule, "tekst"))


def _rows(rules: RuleValues) -> set[RulePath | None]:
    return {_row(path) for path in rules}


def _row(path: RulePath) -> RulePath | None:
    length = ROWS.get(path[0])
    return path[:length] if length else None


@dataclass(frozen=True)
class Places:
    """Where every rule of today stands."""

    scan: Scan
    declarations: Declarations

    def of(self, rule: RulePath) -> Source:
        """The cell or the line; for what is not there any more the sheet it stood on."""
        if rule[0] == THEMES:
            return self._cell(rule[1], self._themes.get(rule[1:3]), "weight", "Thema's")
        if rule[0] == REQUIREMENTS:
            return self._cell(
                rule[1], self._requirements.get(rule[1:3]), COLUMNS.get(rule[-1], "id"), "Eisen"
            )
        if rule[0] == DECISIONS:
            decision = self._decisions.get(rule[1])
            column = f"id_{rule[-1]}" if rule[2:3] == (ROWS_OF,) else COLUMNS.get(rule[-1], "joint_id")
            return decision.origin.cell(column) if decision else Source(DECISION_FILE, "Besluiten")
        return self.declarations.place(rule)

    def _cell(self, slug: str, row: Requirement | ThemeWeight | None, column: str, sheet: str) -> Source:
        return row.origin.cell(column) if row else Source(f"requirements/{slug}.xlsx", sheet)

    @cached_property
    def _requirements(self) -> dict[RulePath, Requirement]:
        return {(row.municipality, row.id): row for item in self.scan.lists for row in _first(item)}

    @cached_property
    def _themes(self) -> dict[RulePath, ThemeWeight]:
        return {
            (item.municipality, code): row
            for item in self.scan.lists
            for code, row in firsts(item.theme_weights, "theme").items()
        }

    @cached_property
    def _decisions(self) -> Mapping[str, MergeDecision]:
        return firsts(self.scan.decisions, "joint_id")


def _first(item: RequirementList) -> Iterable[Requirement]:
    return firsts(item.requirements, "id").values()

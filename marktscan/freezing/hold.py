"""Hold the rules of today against the freeze: what differs, whether it was recorded, and what it does."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.frozen import (
    AmendedRule,
    Amendment,
    Effect,
    Freeze,
    HeldRules,
    Recorded,
    RuleChange,
    RulePath,
    RuleValues,
    rule_name,
)
from marktscan.domain.scan import Scan, Submission
from marktscan.domain.source import Source
from marktscan.freezing.differences import (
    Difference,
    Places,
    agreed_rules,
    differences,
    text_of_difference,
)
from marktscan.freezing.record import (
    AMENDMENTS,
    RECORD,
    DamagedError,
    is_whole,
    links_hold,
    read_amendments,
    read_freeze,
)
from marktscan.freezing.restore import NOT_USABLE, AsRead
from marktscan.freezing.rules import DECISIONS, REQUIREMENTS, THEMES, Rules, rules_of
from marktscan.project_file.declarations import declarations
from marktscan.wording.effects import effect_in_words
from marktscan.wording.formats import date_long
from marktscan.wording.rule_values import in_words

if TYPE_CHECKING:
    from marktscan.freezing.trial import Trial

Findings = tuple[Finding, ...]


def recorded(root: Path) -> tuple[Recorded | None, Findings]:
    """The freeze with its amendments; None when nothing was fixed or it cannot be read, the findings say."""
    try:
        freeze, amendments = read_freeze(root), read_amendments(root)
    except DamagedError as error:
        return None, (finding(Code.FREEZE_UNREADABLE, Source(error.file)),)
    if freeze is None:
        return None, (finding(Code.FREEZE_MISSING, Source(AMENDMENTS)),) if amendments else ()
    return Recorded(freeze, amendments), tuple(_of_record(freeze, amendments))


def hold(root: Path, scan: Scan, submissions: tuple[Submission, ...]) -> tuple[HeldRules | None, Findings]:
    """The rules of today beside what was fixed; None without a record that can be read.

    `submissions` are as read, before they were compared with what is asked.
    """
    found, findings = recorded(root)
    if found is None:
        return None, findings
    try:
        read = AsRead(scan, declarations(root, scan.project.source.file), submissions)
        held = _held(found, read)
    except NOT_USABLE:
        return None, (*findings, finding(Code.FREEZE_UNREADABLE, Source(RECORD)))
    return held, (*findings, *_of_changes(held, _names(scan, submissions)))


def comparable(rules: RuleValues, scan: Scan) -> Rules:
    """The rules without those of sheets that cannot be read today: about those nothing can be said."""
    lists = [item for item in scan.lists if item.readable]
    readable: dict[RulePath, set[str]] = {
        (REQUIREMENTS,): {item.municipality for item in lists},
        (THEMES,): {item.municipality for item in lists if item.weighed or item.theme_weights},
    }
    unsaid = None if scan.decided else (DECISIONS,)
    return {
        path: text
        for path, text in rules.items()
        if path[:1] != unsaid and readable.get(path[:1], set(path[1:2])).issuperset(path[1:2])
    }


def _of_record(freeze: Freeze, amendments: tuple[Amendment, ...]) -> Iterator[Finding]:
    if not is_whole(freeze):
        yield finding(Code.FREEZE_CHANGED, Source(RECORD))
    elif not links_hold(freeze, amendments):
        yield finding(Code.AMENDMENTS_CHANGED, Source(AMENDMENTS))
    if freeze.answers:
        yield finding(
            Code.FREEZE_AFTER_ANSWERS, Source(RECORD), count=len(freeze.answers), reason=freeze.reason
        )


def _held(found: Recorded, read: AsRead) -> HeldRules:
    today = rules_of(read.scan)
    agreed = agreed_rules(found.freeze.rules, found.amendments)
    changed = differences(comparable(agreed, read.scan), today)
    if not changed and not found.amendments:
        return HeldRules(found.freeze)
    from marktscan.freezing.trial import Trial

    trial = Trial(read, today)
    return HeldRules(
        found.freeze,
        tuple(_amended(found.amendments, trial)),
        tuple(_changes(changed, agreed, found.amendments, trial)),
        together=trial.since(agreed) if changed else None,
        since=trial.since(found.freeze.rules),
    )


def _amended(amendments: Sequence[Amendment], trial: "Trial") -> Iterator[AmendedRule]:
    """All that was recorded; the effect only of what still holds."""
    last = {item.rule: item for item in amendments}
    for place, item in enumerate(amendments):
        holds = last[item.rule] is item and trial.today.get(item.rule) == item.after
        before = {} if item.before is None else {item.rule: item.before}
        yield AmendedRule(item, trial.of((item.rule,), before) if holds and place < trial.most else None)


def _changes(
    found: Sequence[Difference],
    agreed: RuleValues,
    amendments: Sequence[Amendment],
    trial: "Trial",
) -> Iterator[RuleChange]:
    places = Places(trial.read.scan, trial.read.declarations)
    last = {item.rule: item for item in amendments}
    for number, item in enumerate(found):
        yield RuleChange(
            item.rule,
            text_of_difference(item, agreed),
            text_of_difference(item, trial.today),
            places.of(item.rule),
            last.get(item.parts[0]),
            trial.of(item.parts, agreed) if number < trial.most else None,
        )


def _names(scan: Scan, submissions: tuple[Submission, ...]) -> dict[str, str]:
    """What people call vendors and rankings."""
    return {
        **{s.vendor.slug: s.vendor.product or s.vendor.slug for s in submissions},
        **{m.slug: m.name for m in scan.project.municipalities},
        **{f"key:{key.code}": f"samen, {key.name.lower()}" for key in scan.project.keys},
    }


def _of_changes(held: HeldRules, names: Mapping[str, str]) -> Iterator[Finding]:
    for change in held.changes:
        yield _of_change(change, held.freeze, names)
    if len(held.changes) > 1:
        count, effect = len(held.changes), _told(held.together, names)
        yield finding(Code.RULES_CHANGED, Source(RECORD), count=count, effect=effect)


def _of_change(change: RuleChange, freeze: Freeze, names: Mapping[str, str]) -> Finding:
    facts = {
        "rule": rule_name(change.rule),
        "since": _since(change.agreed, freeze),
        "effect": _told(change.effect, names),
    }
    if change.after is None:
        return finding(Code.RULE_REMOVED, change.source, before=in_words(change.before), **facts)
    if change.before is None:
        return finding(Code.RULE_ADDED, change.source, after=in_words(change.after), **facts)
    before, after = in_words(change.before), in_words(change.after)
    return finding(Code.RULE_CHANGED, change.source, before=before, after=after, **facts)


def _told(effect: Effect | None, names: Mapping[str, str]) -> str:
    """Without the full stop, which the sentence around it has."""
    return effect_in_words(effect, names).removesuffix(".")


def _since(agreed: Amendment | None, freeze: Freeze) -> str:
    if agreed is None:
        return f"bij de vaststelling op {date_long(freeze.day)}"
    return f"bij de wijziging van {date_long(agreed.day)} door {agreed.by}"

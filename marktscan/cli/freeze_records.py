"""The frozen rules as JSON; see docs/json.md."""

from marktscan.cli.scores import exact
from marktscan.domain.frozen import (
    AmendedRule,
    Amendment,
    Effect,
    HeldRules,
    RuleChange,
    Stand,
    rule_name,
)
from marktscan.fixing import Amended, Fixed


def fixed(made: Fixed) -> dict[str, object]:
    """What was fixed now."""
    freeze = made.freeze
    return {
        "frozen": freeze is not None,
        "sha256": freeze.sha256 if freeze else None,
        "rules": len(freeze.rules) if freeze else 0,
        "answers": list(freeze.answers) if freeze else [],
        "files": [file.as_posix() for file in made.files],
    }


def amended(made: Amended) -> dict[str, object]:
    """What was recorded now."""
    return {
        "amendments": [_amendment(item) for item in made.amendments],
        "files": [file.as_posix() for file in made.files],
    }


def held(rules: HeldRules | None) -> dict[str, object] | None:
    """The freeze held against today; None when nothing was fixed."""
    if rules is None:
        return None
    return {
        "by": rules.freeze.by,
        "date": rules.freeze.day.isoformat(),
        "reason": rules.freeze.reason,
        "sha256": rules.freeze.sha256,
        "rules_sha256": rules.freeze.rules_sha256,
        "answers": list(rules.freeze.answers),
        "amendments": [_amended_rule(item) for item in rules.amendments],
        "changes": [_changed(item) for item in rules.changes],
        "together": _effect(rules.together),
        "since": _effect(rules.since),
    }


def _amended_rule(item: AmendedRule) -> dict[str, object]:
    return {**_amendment(item.amendment), "effect": _effect(item.effect)}


def _amendment(item: Amendment) -> dict[str, object]:
    return {
        "rule": rule_name(item.rule),
        "before": item.before,
        "after": item.after,
        "by": item.by,
        "date": item.day.isoformat(),
        "reason": item.reason,
        "sha256": item.sha256,
    }


def _changed(item: RuleChange) -> dict[str, object]:
    return {
        "rule": rule_name(item.rule),
        "before": item.before,
        "after": item.after,
        "file": item.source.file,
        "sheet": item.source.sheet,
        "cell": item.source.cell,
        "effect": _effect(item.effect),
    }


def _effect(effect: Effect | None) -> dict[str, object] | None:
    if effect is None:
        return None
    return {
        "moves": [
            {
                "measure": move.measure.value,
                "ranking": move.ranking,
                "vendor": move.vendor,
                "stand_before": _stand(move.before),
                "stand_after": _stand(move.after),
            }
            for move in effect.moves
        ],
        "first_places": [
            {
                "measure": item.measure.value,
                "ranking": item.ranking,
                "first_before": list(item.before),
                "first_after": list(item.after),
            }
            for item in effect.firsts
        ],
    }


def _stand(stand: Stand) -> dict[str, object]:
    return {"rank": stand.rank, "outcome_exact": exact(stand.outcome), "knock_out": stand.knock_out}

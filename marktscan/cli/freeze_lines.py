"""The frozen rules on the screen: what was fixed, what changed since, and what that does."""

from collections.abc import Iterator, Mapping, Sequence

from marktscan.cli.terminal import columns
from marktscan.domain.frozen import (
    HeldRules,
    Measure,
    Move,
    Stand,
    rule_name,
)
from marktscan.fixing import Amended, Fixed
from marktscan.wording.effects import effect_in_words, ranking_name
from marktscan.wording.formats import date_long, euro, number, thousands
from marktscan.wording.rule_values import in_words

HEADER = ("wat", "waar", "leverancier", "plaats was", "nu", "punten was", "nu", "knock-out")
RIGHT = (3, 4, 5, 6)
MOST_MOVES = 40
"""Rows on the screen; JSON has all."""


def told_fixed(made: Fixed) -> Iterator[str]:
    """What was fixed, and what to do with the fingerprint."""
    if made.freeze is None:
        return
    amount = thousands(len(made.freeze.rules))
    yield f"Vastgesteld op {date_long(made.freeze.day)} door {made.freeze.by}: {amount} regels."
    yield from (f"Gemaakt: {file.as_posix()}" for file in made.files)
    if made.freeze.answers:
        yield f"Er waren al {len(made.freeze.answers)} bestanden van leveranciers. Dat staat in het bestand."
    yield f"Vingerafdruk: {made.freeze.sha256}"
    yield "Zet de vingerafdruk in het verslag van uw overleg, en bewaar de map rules bij het project."


def told_amended(made: Amended) -> Iterator[str]:
    """What was recorded now."""
    for item in made.amendments:
        yield f"Vastgelegd: {_change(item.rule, item.before, item.after)}"
    yield from (f"Gemaakt: {file.as_posix()}" for file in made.files)


def told_held(held: HeldRules, names: Mapping[str, str]) -> Iterator[str]:
    """The freeze, what was recorded since, what was not, and what all of it does.

    `names` are what people call vendors and rankings.
    """
    freeze = held.freeze
    yield f"Regels vastgesteld op {date_long(freeze.day)} door {freeze.by}. Vingerafdruk: {freeze.sha256}"
    for item in held.amendments:
        own = item.amendment
        yield from ("", f"Gewijzigd op {date_long(own.day)} door {own.by}: {own.reason}")
        yield f"  {_change(own.rule, own.before, own.after)}"
        yield from (f"  {effect_in_words(item.effect, names)}" for _ in [0] if item.effect)
    for change in held.changes:
        told = _change(change.rule, change.before, change.after)
        yield from ("", f"Niet vastgelegd: {told} ({change.source})")
        yield f"  {effect_in_words(change.effect, names)}"
    yield from ("", *_since(held, names))


def _change(rule: Sequence[str], before: str | None, after: str | None) -> str:
    return f"{rule_name(tuple(rule))}: {in_words(before)} → {in_words(after)}"


def _since(held: HeldRules, names: Mapping[str, str]) -> Iterator[str]:
    if not held.changes and not held.amendments:
        yield "Er is sindsdien geen regel veranderd."
    elif held.since is None:
        yield "Wat de uitkomst onder de vastgestelde regels was, is niet te berekenen."
    elif not held.since.moves:
        yield "De veranderingen samen: geen plaats, score of bedrag verandert."
    else:
        yield "Alle veranderingen sinds de vaststelling samen:"
        shown = sorted(held.since.moves, key=_order)[:MOST_MOVES]
        yield from columns(HEADER, (_row(move, names) for move in shown), RIGHT)
        more = len(held.since.moves) - MOST_MOVES
        yield from (f"… en {more} rijen meer; met --json krijgt u ze alle." for _ in [0] if more > 0)


def _order(move: Move) -> tuple[int, bool, str, int]:
    """Ranking by ranking, the joint ones first, from the best place down."""
    joint = move.ranking.startswith("key:")
    return list(Measure).index(move.measure), not joint, move.ranking, move.after.rank or 0


def _row(move: Move, names: Mapping[str, str]) -> tuple[str, ...]:
    kinds = (move.before.knock_out, move.after.knock_out)
    return (
        move.measure,
        ranking_name(move.ranking, names),
        names.get(move.vendor, move.vendor),
        _rank(move.before),
        _rank(move.after),
        _outcome(move.measure, move.before),
        _outcome(move.measure, move.after),
        "" if kinds[0] == kinds[1] else " → ".join(kind or "–" for kind in kinds),
    )


def _rank(stand: Stand) -> str:
    return "–" if stand.rank is None else str(stand.rank)


def _outcome(measure: Measure, stand: Stand) -> str:
    if stand.outcome is None:
        return "–"
    return euro(stand.outcome) if measure is Measure.COSTS else number(stand.outcome, 2)

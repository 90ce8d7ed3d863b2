"""What a change of rules does to the outcome, in one short sentence."""

from collections.abc import Mapping
from types import MappingProxyType

from marktscan.domain.frozen import Effect, FirstPlace, Measure, Move
from marktscan.wording.formats import list_of, points

NO_NAMES: Mapping[str, str] = MappingProxyType({})
APART = "Het effect is alleen samen met de andere wijzigingen te bepalen."
SCORES = (Measure.NOW, Measure.WEIGHED)


def effect_in_words(effect: Effect | None, names: Mapping[str, str] = NO_NAMES) -> str:
    """Which first place changes, else the widest move of a score, else that all stays as it is.

    `names` are what people call vendors and rankings. Amounts are never told here: they are confidential.
    """
    if effect is None:
        return APART
    if effect.firsts:
        same = [item for item in effect.firsts if item.measure is effect.firsts[0].measure]
        return _first(same[0], len(same) - 1, names)
    scores = [move for move in effect.moves if move.measure in SCORES and move.points]
    if scores:
        return f"Geen eerste plaats verandert. {_widest(scores[0], names)}"
    if effect.moves:
        kinds = list_of(list(dict.fromkeys(_moved(move) for move in effect.moves)))
        return f"Geen score en geen eerste plaats verandert, wel: {kinds}."
    return "Geen plaats, score of bedrag verandert."


def ranking_name(ranking: str, names: Mapping[str, str] = NO_NAMES) -> str:
    """The ranking in words: a key as "samen (gelijk)", who is not among the names as one that has left."""
    if ranking in names:
        return names[ranking]
    if ranking.startswith("key:"):
        return f"samen ({ranking.removeprefix('key:')})"
    return f"{ranking} (doet niet meer mee)" if names else ranking


def _first(item: FirstPlace, more: int, names: Mapping[str, str]) -> str:
    others = f" En zo nog {more} keer." if more else ""
    was, now = (
        list_of([names.get(vendor, vendor) for vendor in first]) or "niemand"
        for first in (item.before, item.after)
    )
    kind = "" if item.measure is Measure.NOW else f", {item.measure}"
    return f"Eerste plaats {ranking_name(item.ranking, names)}{kind}: was {was}, is {now}.{others}"


def _widest(move: Move, names: Mapping[str, str]) -> str:
    kind = "" if move.measure is Measure.NOW else f" ({move.measure})"
    shift = points(move.points, 2)
    who, where = names.get(move.vendor, move.vendor), ranking_name(move.ranking, names)
    return f"Grootste verschil{kind}: {shift} punt voor {who}, {where}."


def _moved(move: Move) -> str:
    """What moves without a score that does."""
    if move.measure in SCORES:
        return "knock-outs"
    return "de kosten" if move.measure is Measure.COSTS else str(move.measure)

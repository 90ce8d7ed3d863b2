"""What the promises make of the answer, when each comes true on its date; empty for who may not see them."""

from collections.abc import Sequence

from marktscan.domain.outlook import Comparison
from marktscan.reporting.facts import Facts
from marktscan.wording.formats import list_of, number


def at_the_start(facts: Facts, ranking: str) -> str:
    """What the current system and the best of the market come to at the start if every promise is kept.

    `ranking` is named as in domain.outlook. Empty where nothing was promised for before the start, or where
    there is nobody to compare.
    """
    own = _until_the_start(facts, ranking)
    if not _anything_changes(own):
        return ""
    name, now, then = facts.product(facts.project.incumbent), own[0], own[-1]
    best = list_of([facts.product(vendor) for vendor in then.market])
    said = (
        f"Komt elke belofte op tijd uit, dan haalt {name} bij de start van het contract "
        f"{number(then.incumbent)} punten en de beste van de markt, {best}, {number(then.best)}."
    )
    if now.best < then.incumbent < then.best:
        said += " Dat is meer dan de markt nu biedt, niet meer dan zij dan biedt."
    return said


def always_behind(facts: Facts) -> bool:
    """Whether the market is ahead at the start too, under every key, with every promise of everybody kept."""
    found = _starts(facts)
    return bool(found) and all(item.lead < 0 for item in found)


def caught_up(facts: Facts) -> bool:
    """Whether the current system is level or ahead at the start, under every key, with every promise kept."""
    found = _starts(facts)
    return bool(found) and all(item.lead >= 0 for item in found)


def _starts(facts: Facts) -> list[Comparison]:
    """The comparison at the start under each key; nothing where no promise changes anything before it."""
    each = [_until_the_start(facts, f"key:{key.code}") for key in facts.project.keys]
    if not all(each) or not any(_anything_changes(own) for own in each):
        return []
    return [own[-1] for own in each]


def _until_the_start(facts: Facts, ranking: str) -> list[Comparison]:
    found = facts.background.outlook.comparisons if facts.background else ()
    return [item for item in found if item.ranking == ranking and item.day <= facts.project.go_live]


def _anything_changes(own: Sequence[Comparison]) -> bool:
    return bool(own) and (own[0].incumbent, own[0].best) != (own[-1].incumbent, own[-1].best)

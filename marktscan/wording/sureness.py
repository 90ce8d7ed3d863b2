"""How sure the outcome is, in sentences: the words follow from the rules of the method, never from taste."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from marktscan.domain.sureness import Shift, Words
from marktscan.wording.formats import NO_BREAK_SPACE, list_of, number, percentage, thousands

Names = Mapping[str, str]
"""How people call what the program calls by a slug."""

ALMOST_ALL = Fraction(199, 200)
"""Above this share rounding would print all draws."""
NO_CHANCE = "Dat is geen kans dat dit pakket het beste is."
NOT_LIKELY = "Dat zegt niet hoe de prijzen echt zullen uitvallen."


def share_of_draws(share: Fraction, *, brief: bool = False) -> str:
    """A share of draws in words that claim no more than draws can prove: never all of them.

    `brief` has signs for those words, for a table whose columns are as narrow as a figure.
    """
    more, less = (f">{NO_BREAK_SPACE}", f"<{NO_BREAK_SPACE}") if brief else ("meer dan ", "minder dan ")
    if share > ALMOST_ALL:
        return f"{more}{percentage(Fraction(99, 100))}"
    if 0 < share < 1 - ALMOST_ALL:
        return f"{less}{percentage(Fraction(1, 100))}"
    return percentage(share)


def often_first(draws: int, vendor: str, share: Fraction) -> str:
    """How often a vendor is first around the stated weights; that this is no chance must stand beside it."""
    said = f"rond de eigen weging staat {vendor} in {share_of_draws(share)} bovenaan"
    return f"Bij {thousands(draws)} varianten {said}."


def least_shift(shift: Shift, vendors: Names) -> str:
    """What it takes before a rival comes level."""
    first, rival = vendors[shift.first], vendors[shift.rival]
    if shift.least is None:
        return f"Met geen enkele verdeling van het gewicht komt {rival} naast {first}."
    if shift.least == 0:
        return f"{rival} staat nu al naast {first}."
    return (
        f"Pas als u ten minste {number(100 * shift.least)} procentpunt van het gewicht anders verdeelt, "
        f"komt {rival} naast {first}."
    )


def leading(words: Words, vendors: Names) -> str:
    """Whether somebody clearly leads."""
    if words.clear is None:
        return "Geen enkel pakket is een duidelijke koploper."
    return f"{vendors[words.clear]} is een duidelijke koploper."


def _ground(words: Words, *, several: bool) -> str:
    """What the word rests on, where it is given."""
    if words.clear is None:
        return ""
    where = "in elke gemeente " if several else ""
    return (
        f"Het staat {where}bovenaan bij ten minste 80 % van de varianten. Dat blijft zo zolang er "
        "minder dan 10 procentpunt gewicht verschuift."
    )


def verdicts(words: Words, vendors: Names, municipalities: Names) -> Iterator[str]:
    """The words of the method, a sentence for each."""
    yield " ".join(filter(None, (leading(words, vendors), _ground(words, several=len(municipalities) > 1))))
    for level in words.level:
        yield (
            f"In {municipalities[level.municipality]} zijn {vendors[level.first]} en {vendors[level.second]} "
            "gelijk: het verschil is te klein of te onzeker."
        )
    if words.provisional:
        places = list_of([municipalities[name] for name in words.provisional])
        yield f"Voorlopig is de rangorde in {places}: er is nog te weinig beantwoord."

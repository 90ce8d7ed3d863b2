"""Small words around figures: counts, enumerations that stay short, capitals."""

from collections.abc import Sequence

from marktscan.wording.formats import list_of, number

_WORDS = (
    "geen",
    "één",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
)

_LOOSE = " .,;:·–"
"""What does not stand before an ellipsis."""
_LEADING = frozenset(
    {"aan", "alle", "als", "bij", "dat", "de", "deze", "die", "dit", "door", "een", "eigen", "elke", "en"}
    | {"het", "hij", "hun", "in", "is", "kan", "kunnen", "maar", "met", "nadat", "naar", "of", "om", "omdat"}
    | {"op", "over", "per", "te", "tot", "tussen", "u", "uit", "van", "via", "voor", "voordat", "vóór"}
    | {"waarbij", "waarin", "waarop", "wordt", "worden", "ze", "zijn", "zonder"}
)
"""Words that only lead to what comes after them; a denial is none of these."""
_WAITING = ("bare", "eerde", "elijke", "ende", "ige", "ische", "loze", "zame")
"""How an adjective ends before its noun."""


def count(amount: int) -> str:
    """A count in words up to twelve: drie, 14; nothing is "geen"."""
    return _WORDS[amount] if amount < len(_WORDS) else number(amount, 0)


def counted(amount: int, one: str, more: str) -> str:
    """A count with its noun: één eis, drie eisen, geen eisen."""
    return f"{count(amount)} {one if amount == 1 else more}"


def capital(sentence: str) -> str:
    """The sentence with its first letter as a capital, which takes no accent: Eén."""
    first = "E" if sentence.startswith("é") else sentence[:1].upper()
    return first + sentence[1:]


def some_of(words: Sequence[str], most: int = 3) -> str:
    """An enumeration cut off after `most`: A, B, C en 4 andere."""
    if len(words) <= most + 1:
        return list_of(words)
    return f"{', '.join(words[:most])} en {number(len(words) - most, 0)} andere"


def verb(amount: int, one: str, more: str) -> str:
    """The form of a verb that goes with this many."""
    return one if amount == 1 else more


def shortened(text: str, most: int) -> str:
    """The text in at most this many characters; cut after a word that can end it, with an ellipsis."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    words = (cut[: cut.rfind(" ")] if " " in cut else cut).rstrip(_LOOSE)
    return f"{_ended(words) or cut}…"


def _ended(words: str) -> str:
    """The words up to the last that asks for no other."""
    before, _, last = words.rpartition(" ")
    waits = last.casefold() in _LEADING or last.endswith(("-", *_WAITING))
    return _ended(before.rstrip(_LOOSE)) if before and waits else words


def lower_first(name: str) -> str:
    """A name inside a sentence: the first letter small, unless its first word is an abbreviation."""
    first = name.split(" ", 1)[0]
    return name if any(c.isupper() for c in first[1:]) else name[:1].lower() + name[1:]

"""In which order printed values stand: numbers, dates and words as Dutch readers write them."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from unicodedata import combining, normalize

from marktscan.wording.formats import MINUS, MONTHS, NO_BREAK_SPACE, SHORT_MONTHS

NOTHING = frozenset({"", "–", "geen", "geen score", "niemand", "n.v.t.", "onbekend"})
"""What stands where there is no value."""
LAST = "-"
"""The place of a cell without a value: after all others, whichever way a column is sorted."""
TEXT = "text"
Key = tuple[object, ...]

_MONTHS = {name: place for names in (MONTHS, SHORT_MONTHS) for place, name in enumerate(names, 1)}
_NUMBER = re.compile(
    rf"(?P<beyond>meer dan |minder dan |tot )?(?:€ )?(?P<sign>[+{MINUS}-])?"
    r"(?P<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<part>\d+))?(?=$|[ –])"
)
_DATE = re.compile(
    rf"(?:(?P<day>\d{{1,2}})[ -])?(?P<month>\d{{1,2}}|{'|'.join(_MONTHS)})[ -](?P<year>\d{{4}})$"
)
_BEYOND = {"meer dan ": 1, "minder dan ": -1}


def order(values: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """What a column holds (date, number or text) and the place of each value in it, from low to high.

    Equal values share a place, so that sorting leaves them as they stood.
    """
    texts = [" ".join(value.replace(NO_BREAK_SPACE, " ").split()) for value in values]
    present = [text for text in texts if text.casefold() not in NOTHING]
    kind, key = next(
        (kind, key) for kind, key in _KINDS.items() if kind == TEXT or (present and all(map(key, present)))
    )
    places = {found: str(place) for place, found in enumerate(sorted({key(text) for text in present}))}
    return kind, tuple(places[key(text)] if text in present else LAST for text in texts)


def _number(text: str) -> Key:
    """The number a text begins with; nothing when it begins with something else."""
    found = _NUMBER.match(text)
    if not found:
        return ()
    size = Decimal(f"{found['whole'].replace('.', '')}.{found['part'] or 0}")
    negative = found["sign"] in {MINUS, "-"}
    return (-size if negative else size, _BEYOND.get(found["beyond"] or "", 0))


def _date(text: str) -> Key:
    """Year, month and day; a month stands before its first day."""
    found = _DATE.match(text.casefold())
    if not found:
        return ()
    month = found["month"]
    return (int(found["year"]), int(_MONTHS.get(month, month)), int(found["day"] or 0))


def _words(text: str) -> Key:
    """Words as in a Dutch index: capitals and accents count last, figures inside by their size."""
    plain = "".join(char for char in normalize("NFKD", text.casefold()) if not combining(char))
    parts = re.split(r"(\d+)", plain)
    return (tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts), text)


_KINDS: dict[str, Callable[[str], Key]] = {"date": _date, "number": _number, TEXT: _words}

"""Text as people type and paste it: cleaned, and compared without what the eye does not see."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from difflib import get_close_matches
from functools import lru_cache

CellValue = str | int | float | bool | date | datetime | time | timedelta | None
"""What openpyxl gives for a cell."""

_UNSEEN = r"\u00ad\u200b-\u200f\u061c\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff"
_CONTROL = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TURNING = re.compile(r"[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_REMOVED = re.compile(f"[{_UNSEEN}{_CONTROL}]")
_UNCLEAN = re.compile(f"[{_UNSEEN}{_CONTROL}\\r\\u00a0]|_x")
_BLANK = re.compile(f"(?:[\\s{_UNSEEN}{_CONTROL}]|_x[0-9A-Fa-f]{{4}}_)*")
_PLAIN_MARKS = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "‚": "'",
        "´": "'",
        "`": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "‐": "-",
        "‑": "-",
        "‒": "-",
    }
    | {"–": "-", "—": "-", "−": "-"}
)
_FILLERS = re.compile(r"[\u115f\u1160\u17b4\u17b5\u180e\u3164\uffa0\ufe00-\ufe0f\U000e0000-\U000e0fff]")
"""What stands for nothing, or only says how the letter before it looks: part of a text, never of an id."""
_LOOK_ALIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТУХасеорхуѕіј" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
    "ABESIJKMHOPCTYXaceopxysij" + "ABEZHIKMNOPTYXo",
)
"""Letters of Cyrillic and Greek that nobody can tell from ours."""
_BRACKETED = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_ERRORS = frozenset(
    (
        *("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!", "#FIELD!"),
        *("#LEEG!", "#DEEL/0!", "#WAARDE!", "#VERW!", "#NAAM?", "#GETAL!", "#N/B", "#OVERLOOP!", "#BEREKEN!"),
    )
)
_OFFICE_ERROR = re.compile(r"Err:\d{3}")
_EXCEL_DIGITS = ".15g"
"""Excel shows at most fifteen digits; what lies behind them is noise of binary fractions."""


def clean(text: str) -> str:
    """Free text without characters that nobody sees; line ends and quotes stay as typed."""
    if _UNCLEAN.search(text):
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")
        text = _REMOVED.sub("", text)
    return text.strip()


def is_turned(text: str) -> bool:
    """Whether something in it turns the direction of reading or steers a screen: not what it seems to say."""
    if not _UNCLEAN.search(text):
        return False
    return _TURNING.search(_ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)) is not None


def clean_id(text: str) -> str:
    """An id or code as it was meant: one line, plain quotes and hyphens, single spaces."""
    cleaned = clean(text)
    if not cleaned.isascii() or "`" in cleaned:
        bare = _FILLERS.sub("", cleaned)
        cleaned = unicodedata.normalize("NFKC", bare).translate(_PLAIN_MARKS)
    return " ".join(cleaned.split())


def in_our_letters(text: str) -> str:
    """A code with letters of other alphabets replaced by those they look like."""
    return text if text.isascii() else text.translate(_LOOK_ALIKE)


@lru_cache(maxsize=4096)
def key_of(text: str) -> str:
    """What two spellings of the same word share: letters and digits only, without case and brackets."""
    bare = _BRACKETED.sub(" ", clean_id(text)).casefold()
    return "".join(letter for letter in bare if letter.isalnum())


def nearest(text: str, known: Iterable[str]) -> str:
    """The known text that `text` was probably meant to be, or nothing."""
    by_key = {key_of(item): item for item in known}
    near = get_close_matches(key_of(text), by_key, n=1, cutoff=0.75)
    return by_key[near[0]] if near else ""


def number_text(value: int | float) -> str:
    """A number in full, with a point: 1234.5 → "1234.5", 12.0 → "12"."""
    shown = str(value) if isinstance(value, int) else format(value, _EXCEL_DIGITS)
    return shown.removesuffix(".0")


def dutch_number(number: Decimal) -> str:
    """A number in full, with a comma: 1234.50 → "1234,50"."""
    return f"{number:f}".replace(".", ",")


def percentage_text(value: int | float) -> str:
    """A number as a sheet shows it in a cell for percentages: 0.35 → "35 %"."""
    return f"{dutch_number(Decimal(number_text(value * 100)))} %"


def shown(value: object) -> str:
    """A cell's value as a Dutch reader sees it in the sheet."""
    match value:
        case None:
            return ""
        case bool():
            return "WAAR" if value else "ONWAAR"
        case int() | float():
            return number_text(value).replace(".", ",")
        case date():
            return f"{value.day}-{value.month}-{value.year}"
    return str(value)


def is_error(text: str) -> bool:
    """Whether a text is what a spreadsheet shows for an error, in English or Dutch."""
    return text in _ERRORS or _OFFICE_ERROR.fullmatch(text) is not None


def is_blank(value: object) -> bool:
    """Whether a cell holds nothing a person can see."""
    return value is None or (isinstance(value, str) and _BLANK.fullmatch(value) is not None)

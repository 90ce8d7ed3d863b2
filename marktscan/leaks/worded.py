"""Numbers in words, as digits: "honderdtwaalfduizend euro" is 112000 euro, "twaalf ton" is 12 ton."""

import re

_UNITS = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_TEENS = ("dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien")
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_VALUES = {word: value for value, word in enumerate((*_UNITS, *_TEENS), start=1)} | {
    word: 10 * value for value, word in enumerate(_TENS, start=2)
}
_HUNDRED, _THOUSAND = "honderd", "duizend"
_ONE = "|".join(sorted((*_VALUES, "één", _HUNDRED, _THOUSAND), key=len, reverse=True))
_WORD = re.compile(_ONE)
_NUMBER = re.compile(rf"\b(?:{_ONE})(?:(?:[\s-]?[eë]n)?[\s-]{{0,2}}(?:{_ONE}))*\b")
_SCALED = re.compile(r"\s(?:ton|mln|miljoen)\b")
_HALF = re.compile(r"\banderhalf(?=\smiljoen)|\banderhalve(?=\ston)")
_LARGE, _TON = (_HUNDRED, _THOUSAND, "miljoen"), re.compile(r"ton(?<=\bton)\b")


def in_digits(text: str) -> str:
    """The text, in small letters, with those numbers as digits that say how large something is."""
    if not any(word in text for word in _LARGE) and not _TON.search(text):
        return text
    return _NUMBER.sub(_digits, _HALF.sub("1,5", text))


def _digits(found: re.Match[str]) -> str:
    """A single word stays ("3 duizend", "een zaak") unless it counts millions or tons."""
    parts = _WORD.findall(found[0])
    large = len(parts) > 1 and {_HUNDRED, _THOUSAND} & set(parts)
    return str(_value(parts)) if large or _SCALED.match(found.string, found.end()) else found[0]


def _value(parts: list[str]) -> int:
    total = last = 0
    for part in parts:
        if part == _THOUSAND:
            total, last = total + max(last, 1) * 1000, 0
        elif part == _HUNDRED:
            last = max(last, 1) * 100
        else:
            last += _VALUES.get(part, 1)
    return total + last

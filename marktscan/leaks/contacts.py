"""Addresses and telephone numbers, each in one form however it was written."""

import re
from collections.abc import Iterator

from marktscan.leaks.plain import plain

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NINE = r"(\d(?:[\s().-]{0,3}\d){8})(?!\d)"
_FROM_ABROAD, _AT_HOME = r"(?:(?<=\+)|(?<=0)0)31[\s.-]*(?:\(0\))?", r"(?:(?<=0)|(?<=\()0)"
_PHONE = re.compile(rf"[+0(](?<![\w.,+].)(?:{_FROM_ABROAD}|{_AT_HOME})[\s.-]*{_NINE}")
_DIGITS = re.compile(r"\d[\d\s().-]{7,}\d")
"""So many digits near one another may be a telephone number."""
_BROKEN = re.compile(r"(?<=[@.\-])\s*\n\s*|\s*\n\s*(?=[@.])")


def contacts(text: str) -> Iterator[str]:
    """Every e-mail address, and the nine digits that every Dutch telephone number ends in."""
    if "@" not in text and not _DIGITS.search(text):
        return
    joined = _BROKEN.sub("", plain(text))
    if "@" in joined:
        yield from _EMAIL.findall(joined)
    yield from (re.sub(r"\D", "", digits) for digits in _PHONE.findall(joined))

"""Texts as an assessor may read them: without amounts, and without vendors' names where judging is blind."""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping

from marktscan.domain.answer import Vendor
from marktscan.domain.project import letter
from marktscan.domain.scan import Scan

AMOUNT_LEFT_OUT, ADDRESS_LEFT_OUT = "[bedrag weggelaten]", "[adres weggelaten]"
_AMOUNT = re.compile(
    r"(?:€|\bEUR\b)\s?\d[\d.,]*(?:[ \u00a0]?(?:miljoen|mln|duizend))?-?|\b\d[\d.,]*\s?(?:euro|EUR)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?:https?://|www\.)[^\s<>\"']*[\w/]"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:nl|com|eu|org|net|io|be)\b(?:/[^\s<>\"']*[\w/])?",
    re.IGNORECASE,
)
"""An e-mail address, or one of the web: nearly every one gives a vendor away, whatever its name."""
_WORD = re.compile(r"[^\W\d_]{4,}")
"""A word long enough to give a vendor away."""
_EVERYDAY = frozenset(
    {"leverancier", "voorbeeld", "software", "groep", "holding", "nederland", "group", "systems"}
)
"""Words in names of companies that give nobody away."""

Disguise = Callable[[str], str]


def shown_names(scan: Scan) -> dict[str, str]:
    """What each vendor is called on the sheets of assessors, by slug."""
    vendors = [submission.vendor for submission in scan.submissions]
    if not scan.project.forms.blind:
        return {vendor.slug: vendor.product or vendor.name for vendor in vendors}
    shuffled = sorted(vendors, key=lambda vendor: _draw(scan.project.title, vendor.slug))
    return {vendor.slug: f"Leverancier {letter(place)}" for place, vendor in enumerate(shuffled)}


def _draw(title: str, slug: str) -> str:
    """An order that says nothing about names, the same at every run."""
    return hashlib.sha256(f"{title}|{slug}".encode()).hexdigest()


def disguise(scan: Scan, aliases: Mapping[str, str]) -> Disguise:
    """A function that gives a text as an assessor may read it."""
    names = dict(_giveaways(scan, aliases)) if scan.project.forms.blind else {}
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})\w*", re.IGNORECASE)

    def disguised(text: str) -> str:
        if names:
            text = _ADDRESS.sub(ADDRESS_LEFT_OUT, text)
            text = pattern.sub(lambda match: _alias(match[0].casefold(), names), text)
        return _AMOUNT.sub(AMOUNT_LEFT_OUT, text)

    return disguised


def _alias(found: str, names: Mapping[str, str]) -> str:
    """The alias behind the longest name that the found word begins with."""
    return names[max((name for name in names if found.startswith(name)), key=len)]


def _giveaways(scan: Scan, aliases: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Every name and every telling word, casefolded, with the alias to put in its place."""
    common = {word.casefold() for row in scan.programme.rows for word in _WORD.findall(row.text)}
    for submission in scan.submissions:
        vendor = submission.vendor
        for name in (*_names(vendor), *scan.project.forms.also.get(vendor.slug, ())):
            yield name.casefold(), aliases[vendor.slug]
            for word in _WORD.findall(name):
                if word.casefold() not in common | _EVERYDAY:
                    yield word.casefold(), aliases[vendor.slug]


def _names(vendor: Vendor) -> Iterator[str]:
    """How a vendor can be named; what stands in brackets is no part of a name."""
    for name in (vendor.name, vendor.product, vendor.slug):
        if bare := re.sub(r"\([^)]*\)", "", name).strip():
            yield bare

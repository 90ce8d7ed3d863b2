"""Whether the texts of requirements can be answered and verified: a lint with few false alarms."""

import re
from collections.abc import Iterator, Mapping

from marktscan.checking.requirements import all_requirements
from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.scan import Scan

VAGUE = (
    "gebruikersvriendelijk",
    "gebruikersvriendelijke",
    "gebruiksvriendelijk",
    "gebruiksvriendelijke",
    "gebruiksgemak",
    "intuïtief",
    "intuïtieve",
    "gemakkelijk",
    "gemakkelijke",
    "makkelijk",
    "makkelijke",
    "eenvoudig",
    "eenvoudige",
    "overzichtelijk",
    "overzichtelijke",
    "flexibel",
    "flexibele",
    "modern",
    "moderne",
    "state-of-the-art",
    "toekomstbestendig",
    "toekomstbestendige",
    "toekomstvast",
    "adequaat",
    "adequate",
    "optimaal",
    "optimale",
    "naadloos",
    "naadloze",
    "robuust",
    "robuuste",
    "snel",
    "snelle",
    "zo snel mogelijk",
    "zo veel mogelijk",
    "zoveel mogelijk",
    "waar mogelijk",
    "indien mogelijk",
    "in principe",
    "bij voorkeur",
    "desgewenst",
    "enzovoort",
    "enz.",
    "etc.",
    "e.d.",
)
_VAGUE = re.compile(
    rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(VAGUE, key=len, reverse=True)))})(?!\w)", re.IGNORECASE
)
_CLAUSE_WORDS = 3
"""Words from which a part of a text says something by itself."""
_SENTENCE_END = re.compile(r"\n|(?<=[.])\s+(?=[A-Z])")
_ADDITION = re.compile(r"\b(?:tevens|alsmede|bovendien)\b", re.IGNORECASE)
_OBLIGATION = re.compile(r"\b(?:moet|moeten|dient|dienen|kan|kunnen|wordt|worden)\b", re.IGNORECASE)


def text_is_measurable(scan: Scan) -> Iterator[Finding]:
    """A requirement has no words of which nobody can establish whether they are true."""
    for row in all_requirements(scan):
        for word in dict.fromkeys(match.casefold() for match in _VAGUE.findall(row.text)):
            yield finding(Code.TEXT_VAGUE, row.origin.cell("text"), requirement=row.id, word=word)


def text_is_one_requirement(scan: Scan) -> Iterator[Finding]:
    """A row asks one thing."""
    for row in all_requirements(scan):
        if _is_bundle(row.text):
            yield finding(Code.TEXT_BUNDLED, row.origin.cell("text"), requirement=row.id)


def _is_bundle(text: str) -> bool:
    """Whether the text adds up conditions, or has several parts that each ask something."""
    parts = [part for part in text.split(";") if len(part.split()) >= _CLAUSE_WORDS]
    obliging = [part for part in _SENTENCE_END.split(text) if _OBLIGATION.search(part)]
    return len(parts) > 1 or len(obliging) > 1 or _ADDITION.search(text) is not None


def text_has_no_brand(scan: Scan) -> Iterator[Finding]:
    """What vendors read names no brand, unless an equal is welcome."""
    names = {brand: whole_word(brand, re.IGNORECASE) for brand in scan.project.brands}
    for row in all_requirements(scan):
        for field, text in (("text", row.text), ("explanation", row.explanation)):
            for brand in _brands(names, text):
                yield finding(Code.TEXT_BRAND, row.origin.cell(field), requirement=row.id, brand=brand)


def _brands(names: Mapping[str, re.Pattern[str]], text: str) -> list[str]:
    found = [brand for brand, name in names.items() if name.search(text)]
    return [] if "gelijkwaardig" in text.casefold() else found


def whole_word(name: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """The name where it is no part of another word."""
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", flags)


CHECKS = (text_is_measurable, text_is_one_requirement, text_has_no_brand)

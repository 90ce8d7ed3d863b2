"""What other people's headings and values mean, from synonyms.toml."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from itertools import combinations
from typing import Any

from marktscan.spreadsheets.texts import clean_id, key_of

LONGEST_HEADING = 80
"""Characters; a longer text is content."""
WEAK, PART, NEAR = 0.8, 0.8, 0.85
"""What a match is worth that is a weak synonym, a part of the heading, or nearly the same."""

_MARKS = re.compile(
    r"[(\[]\s*(?:(en|eng|english|engels)|nl|ned|nederlands|dutch)\s*[)\]]"
    r"|\b(?:(english|engels(?:e tekst)?)|nederlands(?:e tekst)?|dutch)\b",
    re.IGNORECASE,
)
_SHORT_MARKS = re.compile(r"(?<!\w)(?:(EN|ENG)|NL|NED)(?!\w)")


class Language(StrEnum):
    """In which of two languages something stands."""

    DUTCH = "nl"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a heading fits a field (0–1), and in which language the synonym is."""

    score: float
    language: Language


@cache
def _texts() -> Mapping[str, Any]:
    text = files("marktscan.importing").joinpath("synonyms.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def choice_fields() -> tuple[str, ...]:
    """The fields with a closed list of values."""
    return tuple(_texts()["values"])


@cache
def words(name: str) -> frozenset[str]:
    """One of the lists of words, compared without case and punctuation."""
    return frozenset(map(value_key, _texts()["words"][name]))


@lru_cache(maxsize=65_536)
def value_key(text: str) -> str:
    """What spellings of the same value share; what stands between brackets counts, unlike in a heading."""
    plain = clean_id(text).casefold()
    return "".join(letter for letter in plain if letter.isalnum()) or plain


@cache
def _meanings(field: str) -> Mapping[str, str]:
    entries = _texts()["values"][field].items()
    return {value_key(text): meaning for meaning, texts in entries for text in (meaning, *texts)}


def meaning_of(field: str, text: str) -> str:
    """What a value means in a field ("eis, knock-out"); nothing when it is not known."""
    return _meanings(field).get(value_key(text), "")


def own_meanings(field: str) -> tuple[str, ...]:
    """The values a field can have, as they are written in a mapping."""
    return tuple(_texts()["values"][field])


def heading_key(text: str) -> str:
    """What spellings of the same heading share; a heading without letters is compared as it is."""
    return key_of(text) or clean_id(text)


@cache
def _synonyms() -> Mapping[str, Mapping[str, Fit]]:
    """The fields by heading key."""
    known: dict[str, dict[str, Fit]] = {}
    for field, rank, language, text in _entries():
        fit = Fit(WEAK if rank == "weak" else 1.0, Language(language))
        known.setdefault(heading_key(text), {}).setdefault(field, fit)
    return known


def _entries() -> Iterator[tuple[str, str, str, str]]:
    for field, ranks in _texts()["headings"].items():
        for rank, languages in ranks.items():
            for language, texts in languages.items():
                yield from ((field, rank, language, text) for text in texts)


@cache
def _keys_by_initial() -> Mapping[str, list[str]]:
    """The heading keys by first letter, which people seldom get wrong: comparing with all takes long."""
    keys: dict[str, list[str]] = {}
    for key in _synonyms():
        keys.setdefault(key[:1], []).append(key)
    return keys


def marked_language(heading: str) -> Language | None:
    """The language a heading names ("Eis (EN)")."""
    marks = [*_MARKS.finditer(heading), *_SHORT_MARKS.finditer(heading)]
    if not marks:
        return None
    return Language.ENGLISH if any(any(mark.groups()) for mark in marks) else Language.DUTCH


@lru_cache(maxsize=4096)
def certain_fits(heading: str) -> Mapping[str, Fit]:
    """The fields this heading names, in full or in part."""
    if len(heading) > LONGEST_HEADING:
        return {}
    bare = _SHORT_MARKS.sub(" ", _MARKS.sub(" ", heading))
    return _synonyms().get(heading_key(bare)) or _partial_fits(bare)


def _partial_fits(heading: str) -> Mapping[str, Fit]:
    """The fields named by some adjacent words of the heading, the longest phrase first."""
    bare = re.findall(r"[^\W_]+", clean_id(heading))
    phrases = sorted(combinations(range(len(bare) + 1), 2), key=lambda ends: ends[0] - ends[1])
    found: dict[str, Fit] = {}
    for start, end in phrases:
        for field, fit in _synonyms().get("".join(bare[start:end]).casefold(), {}).items():
            found.setdefault(field, Fit(fit.score * PART, fit.language))
    return found


@lru_cache(maxsize=4096)
def fits(heading: str) -> Mapping[str, Fit]:
    """The fields this heading names, or nearly names."""
    if certain := certain_fits(heading):
        return certain
    key = heading_key(heading)
    alike = _keys_by_initial().get(key[:1], []) if len(heading) <= LONGEST_HEADING else []
    near = get_close_matches(key, alike, n=1, cutoff=NEAR)
    return {
        field: Fit(fit.score * SequenceMatcher(None, key, match).ratio() * PART, fit.language)
        for match in near
        for field, fit in _synonyms()[match].items()
    }


def written_language(texts: list[str]) -> Language | None:
    """The language most of these texts are in, by their most frequent words; None when that is not clear."""
    spoken = [word for text in texts for word in re.findall(r"[a-z]+", text.casefold())]
    english = sum(word in words("frequent_english") for word in spoken)
    dutch = sum(word in words("frequent_dutch") for word in spoken)
    if english == dutch:
        return None
    return Language.ENGLISH if english > dutch else Language.DUTCH

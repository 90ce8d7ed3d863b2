"""How hard a Dutch text is to read: Douma's formula of 1960, for words and syllables counted by rule.

R = 206,84 − 0,93 · words per sentence − 0,77 · syllables per 100 words. 60 to 70 is ordinary Dutch (B1),
above it is easier. W.H. Douma, De leesbaarheid van landbouwbladen, Wageningen 1960.
"""

import re
from dataclasses import dataclass

ORDINARY = 60
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_WORD = re.compile(r"[A-Za-zÀ-ÿ’'][A-Za-zÀ-ÿ’'-]*")
_CODE = re.compile(r"\b[A-Z]{3}-\d+(-[A-Z])?\b")
_LONG = re.compile(r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|au|ou|[aeiouy]")
_TREMA = re.compile(r"(?=[äëïöü])")
_PLAIN = str.maketrans("áàâäéèêëíìîïóòôöúùûüÿ", "aaaaeeeeiiiioooouuuuy")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text in figures."""

    sentences: tuple[int, ...]
    """Words in every sentence."""
    syllables: int

    @property
    def words(self) -> int:
        """All words."""
        return sum(self.sentences)

    @property
    def mean(self) -> float:
        """Words per sentence."""
        return self.words / len(self.sentences)

    @property
    def longest(self) -> int:
        """Words in the longest sentence."""
        return max(self.sentences)

    @property
    def ease(self) -> float:
        """Douma's figure: higher is easier."""
        return 206.84 - 0.93 * self.mean - 77 * self.syllables / self.words


def reading(texts: list[str], names: list[str]) -> Reading:
    """The figures of texts that each end a sentence; a name counts as one word of one syllable."""
    spelled = "\n".join(texts)
    for name in sorted(names, key=len, reverse=True):
        spelled = spelled.replace(name, "naam")
    spelled = _CODE.sub("eis", spelled)
    found = [_WORD.findall(sentence) for sentence in _SENTENCE.split(spelled)]
    sentences = [words for words in found if words]
    return Reading(
        tuple(len(words) for words in sentences),
        sum(syllables(word) for words in sentences for word in words),
    )


def syllables(word: str) -> int:
    """Groups of vowels that sound as one; a trema begins a new one. At least one."""
    parts = (part.translate(_PLAIN) for part in _TREMA.split(word.lower()))
    return max(sum(len(_LONG.findall(part)) for part in parts), 1)

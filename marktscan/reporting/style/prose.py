"""Texts that a group may replace by its own: plain paragraphs in a file, an empty line between them."""

import re
from collections.abc import Mapping
from functools import cache

from marktscan.assets import templates

FOLDER, SUFFIX = "prose", ".txt"
LONGEST = 4_000
"""Characters; an introduction of more than a page belongs in a chapter."""
_EMPTY_LINE = re.compile(r"\n\s*\n")


def prose(name: str, own: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The paragraphs under this name: the project's own, else the product's."""
    return own[name] if name in own else product_prose()[name]


@cache
def product_prose() -> Mapping[str, tuple[str, ...]]:
    """The texts the product comes with, by name."""
    files = (templates() / FOLDER).glob(f"*{SUFFIX}")
    return {path.stem: paragraphs(path.read_text(encoding="utf-8")) for path in sorted(files)}


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text, each on one line; a text without letters has none."""
    return tuple(" ".join(part.split()) for part in _EMPTY_LINE.split(text) if part.strip())

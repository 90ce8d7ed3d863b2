"""How the reports look: what the project declares, and what of it can be used."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from marktscan.domain.source import Source

TOKENS = (
    "accent",
    "ink",
    "grey",
    "mark",
    "hair",
    "paper",
    "incumbent",
    "incumbent-tint",
    "fail",
    "t1",
    "t2",
    "t3",
    "t4",
    "t5",
    "met",
    "conditional",
    "to-verify",
    "failed",
    "weight",
)
"""The colours of the house style, by the names that templates/css/tokens.css gives them."""


@dataclass(frozen=True, slots=True)
class Declared:
    """A text as it stands in a file, with its place; nobody has judged it yet."""

    value: str
    source: Source


@dataclass(frozen=True, slots=True)
class Style:
    """What the project file says about the look: colours by token, and who signs at the foot of a page."""

    colours: Mapping[str, Declared] = field(default_factory=dict)
    owners: str = ""


@dataclass(frozen=True, slots=True)
class House:
    """The look that is used, judged: whatever could not be used is left out, and the default stands.

    `colours` are those that differ from the product's, by token; `accents` and `logos` (SVG text) are those
    of municipalities, by slug; `folder` holds the project's own templates, None when it has none; `sheets`
    are its own style sheets, by name; `prose` are its own texts as paragraphs, by name. A house that is not
    `sound` has a template with an error: nothing is rendered.
    """

    colours: Mapping[str, str] = field(default_factory=dict)
    accents: Mapping[str, str] = field(default_factory=dict)
    logos: Mapping[str, str] = field(default_factory=dict)
    folder: Path | None = None
    sheets: Mapping[str, str] = field(default_factory=dict)
    prose: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sound: bool = True

"""Names of places in the report that links lead to: letters, figures and hyphens only."""

import re
from enum import StrEnum

COSTS = "kosten"
"""The chapter with costs beside quality."""
JOINT = "samen"
"""All municipalities together, where others are named by their slug."""
_OTHER = re.compile(r"[^A-Za-z0-9-]")


class Figures(StrEnum):
    """Kinds of figures; each has a row in the annex that names the cells it is made from, and how."""

    SCORES = "scores"
    COVERAGE = "beantwoord"
    DIFFERENCES = "verschillen"
    REQUIREMENTS = "eisen"
    ANSWERS = "antwoorden"
    KNOCK_OUTS = "knock-outs"
    PROMISES = "beloften"
    OVER_TIME = "verloop"
    SCENARIOS = "scenarios"
    PROOF = "bewijs"
    MARKS = "cijfers"
    TIPPING = "omslagpunten"
    DRAWS = "simulatie"
    TOGETHER = "samen"
    TENDER = "aanbesteding"
    RULES = "regels"
    SETTINGS = "afspraken"


def figures_anchor(kind: Figures) -> str:
    """Where the annex says what figures of this kind are made from."""
    return f"herkomst-{kind}"


def requirement_anchor(requirement: str) -> str:
    """Where a joint requirement stands in the annex."""
    return f"eis-{_plain(requirement)}"


def theme_anchor(theme: str) -> str:
    """Where the requirements of a theme begin in the annex."""
    return f"thema-{_plain(theme)}"


def score_anchor(municipality: str, theme: str = "") -> str:
    """Where a score stands in the annex: of a theme, or the whole."""
    return "-".join(filter(None, ("score", _plain(municipality), _plain(theme))))


def key_anchor(key: str) -> str:
    """Where the joint scores under a key stand in the annex."""
    return f"score-{JOINT}-sleutel-{_plain(key)}"


def cost_anchor(vendor: str, part: str) -> str:
    """Where a part of what a vendor costs is added up in the annex."""
    return f"{COSTS}-{_plain(vendor)}-{part}"


def vendor_anchor(vendor: str) -> str:
    """Where the page of a vendor begins."""
    return f"pakket-{_plain(vendor)}"


def _plain(name: str) -> str:
    """The name with every other character written as its number, so that two names never meet."""
    return _OTHER.sub(lambda found: f"_{ord(found[0]):x}_", name)

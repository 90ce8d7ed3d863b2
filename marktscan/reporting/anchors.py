"""Names of places in the report that links lead to: letters, figures and hyphens only."""

import re

COSTS = "kosten"
"""The chapter with costs beside quality."""
_OTHER = re.compile(r"[^A-Za-z0-9-]")


def requirement_anchor(requirement: str) -> str:
    """Where a joint requirement stands in the annex."""
    return f"eis-{_plain(requirement)}"


def vendor_anchor(vendor: str) -> str:
    """Where the page of a vendor begins."""
    return f"pakket-{_plain(vendor)}"


def _plain(name: str) -> str:
    """The name with every other character written as its number, so that two names never meet."""
    return _OTHER.sub(lambda found: f"_{ord(found[0]):x}_", name)

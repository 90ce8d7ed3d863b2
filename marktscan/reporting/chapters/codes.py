"""The requirements that a reader of two pages meets by their code only, with what they ask."""

import re

from marktscan.domain.results import KnockOutState
from marktscan.reporting.anchors import requirement_anchor
from marktscan.reporting.chapters.decisions import decisions
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import shortened
from marktscan.reporting.view import Link, Part, Text, paragraph

_MOST, _LONGEST = 5, 54
"""Requirements that fit, and characters that stand on one line behind a code."""
_LEAD = "Wat de genoemde eisen vragen:"
_WORD = re.compile(r"[^\s,;:.]+")


def codes_in_short(facts: Facts) -> tuple[Part, ...]:
    """Hard requirements on which somebody fails, then those a college is asked about; none: nothing."""
    rows = [row.id for row in facts.scan.programme.rows]
    asked = {word for _, text in decisions(facts) for part in text for word in _WORD.findall(str(part))}
    failed = {k.requirement for k in facts.results.knock_outs if k.state is KnockOutState.FAILED}
    found = [row for row in rows if row in failed] + [row for row in rows if row in asked - failed]
    if not found:
        return ()
    lines = (paragraph(*_in_short(facts, row), style="note") for row in found[:_MOST])
    return (paragraph(_LEAD, style="note"), *lines)


def _in_short(facts: Facts, row: str) -> Text:
    return (
        Link(row, requirement_anchor(row)),
        f" {shortened(facts.text_of(row), _LONGEST).removesuffix('.')}",
    )

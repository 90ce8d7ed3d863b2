"""Whether the decisions in samenvoeging.xlsx are complete."""

from collections.abc import Iterator

from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.programme import Decision, JointRequirement
from marktscan.domain.scan import Scan
from marktscan.domain.text import comparable


def decision_has_a_name(scan: Scan) -> Iterator[Finding]:
    """A decision says who took it."""
    for decision in scan.decisions:
        if decision.decision is not None and not decision.decided_by:
            yield finding(
                Code.DECISION_WITHOUT_NAME, decision.origin.cell("decided_by"), joint_id=decision.joint_id
            )


def conflict_is_known(scan: Scan) -> Iterator[Finding]:
    """A conflict that people recorded is told to everyone who reads the outcome."""
    for decision in scan.decisions:
        if decision.decision is Decision.CONFLICT:
            yield finding(
                Code.DECISION_CONFLICT, decision.origin.cell("decision"), joint_id=decision.joint_id
            )


def joined_texts_are_chosen(scan: Scan) -> Iterator[Finding]:
    """Rows with different texts that are one requirement have a chosen text."""
    for row in scan.programme.rows:
        decision = row.decision
        if decision and decision.decision is Decision.SAME and not decision.text and _texts_differ(row):
            yield finding(
                Code.DECISION_WITHOUT_TEXT,
                decision.origin.cell("text"),
                joint_id=row.id,
                municipality=scan.project.municipality(next(iter(row.positions))).name,
            )


def _texts_differ(row: JointRequirement) -> bool:
    return len({comparable(position.text) for position in row.positions.values()}) > 1


CHECKS = (decision_has_a_name, conflict_is_known, joined_texts_are_chosen)

"""Whether the decisions in samenvoeging.xlsx are complete."""

from collections.abc import Iterator

from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.programme import Decision, JointRequirement
from marktscan.domain.scan import Scan
from marktscan.domain.source import Source
from marktscan.domain.text import comparable


def there_is_something_to_join(scan: Scan) -> Iterator[Finding]:
    """At least two municipalities hold the scan together."""
    if len(scan.project.municipalities) == 1:
        place = Source(scan.project.source.file, "municipalities")
        yield finding(Code.MUNICIPALITY_ONE, place, municipality=scan.project.municipalities[0].name)


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


def decision_is_about_these_texts(scan: Scan) -> Iterator[Finding]:
    """People look again at a decision when a municipality changed its text afterwards."""
    rows = {(item.municipality, row.id): row for item in scan.lists for row in item.requirements}
    for decision in (item for item in scan.decisions if item.decision is not None):
        for slug, own_id in decision.ids.items():
            row = rows.get((slug, own_id))
            if row is not None and not decision.was_about(row):
                yield finding(
                    Code.DECISION_TEXT_CHANGED,
                    decision.origin.cell(f"text_{slug}"),
                    joint_id=decision.joint_id,
                    requirement=own_id,
                    municipality=scan.project.municipality(slug).name,
                )


def noted_change_is_looked_at(scan: Scan) -> Iterator[Finding]:
    """What changed after a decision is looked at, and then no longer noted."""
    for decision in scan.decisions:
        if decision.decision is not None and decision.changes_noted:
            place = decision.origin.cell("changes_noted")
            yield finding(Code.DECISION_TO_REVIEW, place, joint_id=decision.joint_id)


def _texts_differ(row: JointRequirement) -> bool:
    return len({comparable(position.text) for position in row.positions.values()}) > 1


CHECKS = (
    there_is_something_to_join,
    decision_has_a_name,
    conflict_is_known,
    joined_texts_are_chosen,
    decision_is_about_these_texts,
    noted_change_is_looked_at,
)

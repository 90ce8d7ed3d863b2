"""All promises of the current system on their dates."""

from collections.abc import Sequence

from marktscan.domain.answer import Answer
from marktscan.reporting.anchors import requirement_anchor
from marktscan.reporting.chapters.answers import (
    COMMITMENTS,
)
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import shortened
from marktscan.reporting.view import (
    Column,
    Link,
    Row,
    Table,
    cell,
    head,
)
from marktscan.wording.formats import list_of

PROMISES = "huidig-systeem-beloften"
_LONGEST = 110


def promise_table(facts: Facts, answers: Sequence[Answer]) -> Table:
    """Every promise with its date, commitment and who needs it as a knock-out."""
    columns = (
        Column("Eis", width=46),
        Column("Wat", width=0),
        Column("Beschikbaar", width=66),
        Column("Toezegging", width=68),
        Column("Knock-out bij", width=84),
    )
    rows = tuple(_promise_row(facts, answer) for answer in answers)
    return Table("Alle beloften op datum", columns, rows, style="spaced", anchor=PROMISES)


def _promise_row(facts: Facts, answer: Answer) -> Row:
    late = answer.available is not None and answer.available > facts.project.go_live
    when = answer.available_text or "geen datum"
    return Row(
        (
            head(Link(answer.requirement, requirement_anchor(answer.requirement))),
            cell(shortened(facts.text_of(answer.requirement), _LONGEST)),
            cell(f"{when} (na de start)" if late else when),
            cell(COMMITMENTS[answer.committed]),
            cell(knock_out_at(facts, answer.requirement) or "–"),
        )
    )


def knock_out_at(facts: Facts, requirement: str) -> str:
    """The municipalities that hold this requirement as a knock-out."""
    positions = facts.requirement(requirement).positions
    names = [m.name for m in facts.municipalities if m.slug in positions and positions[m.slug].knock_out]
    return "alle gemeenten" if len(names) == len(facts.municipalities) > 1 else list_of(names)

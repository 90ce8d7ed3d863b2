"""Tables of knock-outs, used by several chapters: symbol and word in every cell, a tint only for trouble."""

from collections.abc import Sequence

from marktscan.domain.results import KnockOut, KnockOutState
from marktscan.domain.scan import Submission
from marktscan.reporting.anchors import COSTS, requirement_anchor
from marktscan.reporting.facts import Facts
from marktscan.reporting.view import Cell, Column, Link, Row, Table, Text, cell, head, joined

SYMBOLS = {
    KnockOutState.MET: "✓",
    KnockOutState.CONDITIONAL: "○",
    KnockOutState.TO_VERIFY: "?",
    KnockOutState.FAILED: "✘",
}
STYLES = {
    KnockOutState.MET: "met",
    KnockOutState.CONDITIONAL: "conditional",
    KnockOutState.TO_VERIFY: "to-verify",
    KnockOutState.FAILED: "failed",
}
_SHOWN_IDS = 2


def matrix(facts: Facts, caption: str, subtitle: str, *, brief: bool = False) -> Table:
    """Vendors × municipalities and together: the strictest state and the rows behind it.

    `brief` names one row at most, and only where something is wrong or to be verified.
    """
    names = [m.name for m in facts.municipalities]
    together = ["Samen"] if len(names) > 1 else []
    return Table(
        caption,
        (Column("Pakket", width=92), *(Column(name) for name in (*names, *together))),
        tuple(_row(facts, s, bool(together), brief) for s in facts.submissions),
        subtitle,
        "matrix",
    )


def _row(facts: Facts, submission: Submission, together: bool, brief: bool) -> Row:
    vendor = submission.vendor.slug
    own = [
        state_cell(facts, vendor, facts.ranking(m.slug).of(vendor).knock_out, m.slug, brief=brief)
        for m in facts.municipalities
    ]
    joint = [state_cell(facts, vendor, facts.joint_of(vendor).knock_out, brief=brief)] if together else []
    style = "incumbent" if facts.is_incumbent(vendor) else ""
    return Row((head(facts.product(submission.vendor.slug)), *own, *joint), style)


def state_cell(
    facts: Facts, vendor: str, state: KnockOutState, municipality: str = "", *, brief: bool = False
) -> Cell:
    """The state with its symbol and the first rows that cause it."""
    worst = [k for k in facts.knock_outs(vendor, municipality) if k.state is state]
    said = f"{SYMBOLS[state]}\N{NO-BREAK SPACE}{state.value}"
    links = (
        () if brief and state is KnockOutState.CONDITIONAL else row_links(worst, 1 if brief else _SHOWN_IDS)
    )
    ceiling = _ceiling_link(facts, vendor, state, municipality)
    causes = joined([cause for cause in (ceiling, links) if cause], ", ")
    return cell(f"{said}: " if causes else said, *causes, style=STYLES[state])


def _ceiling_link(facts: Facts, vendor: str, state: KnockOutState, municipality: str) -> Text:
    """The way to the costs when a ceiling is a cause; who stays under it needs no cause."""
    if state is KnockOutState.MET or not facts.ceilings_of(vendor, state, municipality):
        return ()
    return (Link("plafond", COSTS),)


def row_links(knock_outs: Sequence[KnockOut], most: int) -> Text:
    """The requirements as links into the annex, so many at most and then how many more."""
    ids = sorted({k.requirement for k in knock_outs})
    links: list[Text] = [(Link(i, requirement_anchor(i)),) for i in ids[:most]]
    rest = len(ids) - most
    return (*joined(links, ", "), *((f" +{rest}",) if rest > 0 else ()))

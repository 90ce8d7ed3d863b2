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
_WITH_WORDS = 5
"""Municipalities beside each other with words in their cells."""
_NARROW = 30


def matrix(
    facts: Facts,
    caption: str,
    subtitle: str,
    *,
    brief: bool = False,
    only: Sequence[Submission] | None = None,
) -> Table:
    """Vendors (all, or `only` some) × municipalities and together: the strictest state and what causes it.

    `brief` names one cause at most, and only where something is wrong or to be verified. With more
    municipalities than fit beside each other a cell is a symbol alone.
    """
    names = [m.name for m in facts.municipalities]
    together = ["Samen"] if len(names) > 1 else []
    narrow = len(names) > _WITH_WORDS
    columns = (
        Column(f"{name[:3]}.", width=_NARROW, full=name) if narrow else Column(name)
        for name in (*names, *together)
    )
    return Table(
        caption,
        (Column("Pakket", width=0 if narrow else 92), *columns),
        tuple(
            _row(facts, s, together=bool(together), brief=brief, narrow=narrow)
            for s in (facts.submissions if only is None else only)
        ),
        f"{subtitle} {_key()}" if narrow else subtitle,
        "matrix",
    )


def _key() -> str:
    """What the symbols mean."""
    return f"{', '.join(f'{symbol} {state.value}' for state, symbol in SYMBOLS.items())}."


def _row(facts: Facts, submission: Submission, *, together: bool, brief: bool, narrow: bool) -> Row:
    vendor = submission.vendor.slug
    states = {m.slug: facts.ranking(m.slug).of(vendor).knock_out for m in facts.municipalities}
    if together:
        states[""] = facts.joint_of(vendor).knock_out
    cells = (
        cell(SYMBOLS[state], style=STYLES[state])
        if narrow
        else state_cell(facts, vendor, state, municipality, brief=brief)
        for municipality, state in states.items()
    )
    style = "incumbent" if facts.is_incumbent(vendor) else ""
    return Row((head(facts.product(vendor)), *cells), style)


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
    found = [cause for cause in (ceiling, links) if cause]
    causes = joined(found[:1] if brief else found, ", ")
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

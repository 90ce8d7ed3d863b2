"""What is left of the costs when prices turn out otherwise: a small table in the chapter on costs."""

from collections.abc import Sequence

from marktscan.domain.sureness import PriceShares
from marktscan.reporting.anchors import Figures
from marktscan.reporting.chapters.cost_tables import whose
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import some_of, verb
from marktscan.reporting.view import Column, Part, Row, Table, cell, head, paragraph
from marktscan.wording.formats import thousands
from marktscan.wording.sureness import NOT_LIKELY, share_of_draws

TOO_FEW = (
    "Wat er gebeurt als prijzen anders uitvallen, is pas te zeggen als van twee pakketten alle bedragen "
    "en een score bekend zijn."
)


def other_prices(facts: Facts) -> tuple[Part, ...]:
    """How often each complete offer is the cheapest, and unbeaten; nothing when it was not drawn."""
    drawn = facts.background.prices if facts.background else None
    if drawn is None:
        return ()
    own = [shares for shares in drawn if shares.ranking == facts.view]
    return (_table(facts, own),) if own else (paragraph(TOO_FEW, style="note"),)


def _table(facts: Facts, own: Sequence[PriceShares]) -> Table:
    columns = (
        Column("Pakket", width=126),
        Column("Het goedkoopst", "num gap"),
        Column("Door niemand verslagen", "num gap"),
    )
    rows = tuple(
        Row(
            (
                head(facts.product(shares.vendor)),
                *(
                    cell(share_of_draws(share), style="num gap")
                    for share in (shares.cheapest, shares.efficient)
                ),
            )
        )
        for shares in own
    )
    return Table(
        _title(facts, own),
        columns,
        rows,
        _explained(facts),
        "keep spaced",
        source=facts.origin(Figures.DRAWS),
    )


def _title(facts: Facts, own: Sequence[PriceShares]) -> str:
    """The finding: who is the cheapest most often."""
    most = max(shares.cheapest for shares in own)
    names = sorted(facts.product(shares.vendor) for shares in own if shares.cheapest == most)
    return (
        f"Als prijzen anders uitvallen, {verb(len(names), 'is', 'zijn')} {some_of(names)} "
        f"in {share_of_draws(most)} het goedkoopst"
    )


def _explained(facts: Facts) -> str:
    rules = facts.project.simulation
    return (
        f"Deel van {thousands(rules.draws)} varianten waarin de prijzen van elk pakket tot een kwart hoger "
        f"of lager uitvallen, voor {whose(facts)}, startgetal {rules.seed}. Verslagen: een ander pakket is "
        "ten minste even goed en kost niet meer. Alleen pakketten waarvan alle bedragen er zijn. "
        f"{NOT_LIKELY}"
    )

"""What no weighing turns round: one package nowhere higher than another, on no theme."""

from collections import defaultdict
from collections.abc import Iterator

from marktscan.reporting.anchors import Figures
from marktscan.reporting.chapters.alone import concerns, where
from marktscan.reporting.facts import Facts
from marktscan.reporting.view import Column, Part, Row, Table, cell, head


def dominance(facts: Facts) -> Iterator[Part]:
    """A row for every pair, with the rankings in which it holds; nothing when there is none."""
    found = facts.background.sureness if facts.background else None
    pairs: dict[tuple[str, str], list[str]] = defaultdict(list)
    for item in found.dominance if found else ():
        if concerns(facts, item.ranking):
            pairs[item.over, item.vendor].append(item.ranking)
    if not pairs:
        return
    columns = (
        Column("Pakket", width=120),
        Column("Komt nooit boven", width=120),
        Column("In de rangorde van"),
    )
    rows = tuple(
        Row((head(facts.product(over)), cell(facts.product(vendor)), cell(where(facts, rankings))))
        for (over, vendor), rankings in pairs.items()
    )
    yield Table(
        "Wat bij geen enkele weging van de thema’s verandert",
        columns,
        rows,
        "Het eerste pakket staat daar met de antwoorden van nu op geen enkel thema hoger dan het tweede.",
        "spaced",
        source=facts.origin(Figures.TIPPING),
    )

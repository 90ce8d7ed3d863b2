"""Rankings as bars, used by the summary and the result chapters."""

from collections.abc import Sequence

from marktscan.domain.results import KnockOutState, Ranking, VendorScore
from marktscan.reporting.charts import Bar, BarColumn
from marktscan.reporting.facts import Facts
from marktscan.wording.formats import number

NO_SCORE = "geen score"


def column(facts: Facts, title: str, ranking: Ranking, most: int = 0) -> BarColumn:
    """One ranking: highest first, those without a score last; not more than `most`, the incumbent always."""
    return BarColumn(title, tuple(_bar(facts, entry) for entry in shown(facts, ranking, most)))


def shown(facts: Facts, ranking: Ranking, most: int) -> tuple[VendorScore, ...]:
    """The first `most` of a ranking (all when 0), of which the last gives its place to the incumbent."""
    first = ranking.entries[: most or None]
    own = [e for e in ranking.entries[len(first) :] if facts.is_incumbent(e.vendor)]
    return (*first[: len(first) - len(own)], *own)


def _bar(facts: Facts, entry: VendorScore) -> Bar:
    return Bar(
        label=facts.product(entry.vendor),
        value=NO_SCORE if entry.low is None else number(entry.low),
        length=entry.low,
        reach=entry.high,
        subject=facts.is_incumbent(entry.vendor),
        best=entry.rank == 1,
        failed=entry.knock_out is KnockOutState.FAILED,
    )


def spoken(facts: Facts, title: str, entries: Sequence[VendorScore]) -> str:
    """One ranking in words, for the text alternative."""
    return f"{title}: {', '.join(_spoken(facts, e) for e in entries) or 'geen pakketten'}."


def _spoken(facts: Facts, entry: VendorScore) -> str:
    return f"{facts.product(entry.vendor)} {NO_SCORE if entry.low is None else number(entry.low)}"

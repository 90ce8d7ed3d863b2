"""First chapter after the summary in a municipality's own report: its ranking, weights and differences."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

from marktscan.domain.project import Municipality, Theme
from marktscan.reporting import verdict
from marktscan.reporting.anchors import Figures, requirement_anchor, score_anchor
from marktscan.reporting.chapters.decisions import conflicts, decisions
from marktscan.reporting.chapters.outcome import ranking_table, reading, regret_part
from marktscan.reporting.chapters.requirements import ANCHOR as REQUIREMENTS
from marktscan.reporting.chapters.themes import weights_of
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import counted, shortened, verb
from marktscan.reporting.promised import at_the_start
from marktscan.reporting.view import (
    Chapter,
    Column,
    Heading,
    Link,
    Pairs,
    Part,
    Row,
    Table,
    cell,
    head,
    paragraph,
    traced,
)
from marktscan.wording.formats import number, percentage, points

ANCHOR = "eigen-beeld"
_LONGEST = 84
_MOST = 18
"""Requirements that fit on the page of this table; the chapter on requirements has all."""


def own_view(facts: Facts) -> Chapter | None:
    """The view of the municipality this report is for; nothing in the joint report."""
    own = facts.own
    if own is None:
        return None
    parts: tuple[Part, ...] = (
        paragraph(*traced(reading(facts, (own,)), facts.origin(Figures.SETTINGS))),
        ranking_table(facts, own),
        *_with_promises(facts, own),
        *((regret_part(facts),) if facts.several and facts.comparable else ()),
        Heading("Uw besluit", style="next"),
        Pairs(decisions(facts)),
        _weights(facts, own),
        *_differences(facts, own),
    )
    return Chapter(ANCHOR, f"Het beeld van {own.name}", _title(facts, own), parts, new_page=True)


def _with_promises(facts: Facts, own: Municipality) -> tuple[Part, ...]:
    promised = at_the_start(facts, own.slug)
    return (paragraph(*traced(promised, facts.origin(Figures.OVER_TIME))),) if promised else ()


def _title(facts: Facts, own: Municipality) -> str:
    """Its own first, and what the joint first would cost it."""
    ranking = facts.ranking(own.slug)
    if not ranking.scored:
        return f"{own.name} heeft nog geen uitslag"
    first = verdict.first_places(ranking)
    said = f"{verdict.leaders(facts, ranking)} {verb(len(first), 'staat', 'staan')} in {own.name} bovenaan"
    if not facts.several:
        return said
    joint = [e.vendor for e in verdict.first_places(facts.joint)]
    given_up = max(r.by_municipality[own.slug] for r in facts.results.regrets if r.vendor in joint)
    if not given_up:
        return f"{said}; de gezamenlijke eerste kost geen punten"
    names = verdict.leaders(facts, facts.joint)
    return f"{said}; samen {names}, dat kost {number(given_up)} punten"


def _alone(facts: Facts, own: Municipality) -> list[str]:
    """Its requirements that at least one other municipality does not have."""
    everywhere = len(facts.municipalities)
    rows = facts.scan.programme.rows
    return [row.id for row in rows if own.slug in row.positions and len(row.positions) < everywhere]


def _weights(facts: Facts, own: Municipality) -> Table:
    """Own weight per theme beside the mean of the others, widest difference first."""
    others = [weights_of(facts, m.slug) for m in facts.municipalities if m != own]
    mine = weights_of(facts, own.slug)
    compared = [_Weight(t.name, _share(mine, t), _mean([_share(o, t) for o in others])) for t in facts.themes]
    ordered = sorted(compared, key=lambda w: -abs(w.difference))
    beside = (Column("Gemiddelde van de andere", "num gap", 132), Column("Verschil", "num", 66))
    columns = (Column("Thema"), Column(own.name, "num gap", 84), *(beside if others else ()))
    body = tuple(_weight_row(weight, alone=not others) for weight in ordered)
    subtitle = "Procent van de score per thema; grootste verschil eerst."
    said = subtitle if others else "Procent van de score."
    return Table("Uw gewichten", columns, body, said, "keep spaced", source=score_anchor(own.slug))


@dataclass(frozen=True, slots=True)
class _Weight:
    """The share (0–1) of a theme in one municipality and on average in the others."""

    theme: str
    own: Fraction
    others: Fraction

    @property
    def difference(self) -> Fraction:
        """Positive when the municipality finds it more important."""
        return self.own - self.others


def _weight_row(weight: _Weight, *, alone: bool) -> Row:
    own = (head(weight.theme), cell(percentage(weight.own), style="num gap strong"))
    beside = (
        cell(percentage(weight.others), style="num gap"),
        cell(points(100 * weight.difference, 0), style="num"),
    )
    return Row(own if alone else (*own, *beside))


def _share(weights: Mapping[str, Fraction], theme: Theme) -> Fraction:
    return weights.get(theme.code, Fraction(0))


def _mean(values: list[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values) if values else Fraction(0)


def _differences(facts: Facts, own: Municipality) -> tuple[Part, ...]:
    """The requirements in which it stands apart: conflicting, or not asked by everybody."""
    at_odds = conflicts(facts, own.slug)
    alone = [row for row in _alone(facts, own) if row not in at_odds]
    wanted = dict.fromkeys(at_odds, "strijdig") | dict.fromkeys(alone, "niet bij elke gemeente")
    if not wanted:
        return ()
    columns = (Column("Eis", width=52), Column("Wat"), Column("Waarin anders", width=114))
    rows = tuple(
        Row((head(Link(i, requirement_anchor(i))), cell(shortened(facts.text_of(i), _LONGEST)), cell(how)))
        for i, how in islice(wanted.items(), _MOST)
    )
    table = Table("Waarin u van de andere verschilt", columns, rows, style="spaced")
    rest = len(wanted) - len(rows)
    if not rest:
        return (table,)
    said = counted(rest, "andere eis staat", "andere eisen staan")
    return (table, paragraph(f"Nog {said} in het hoofdstuk ", Link("Eisen", REQUIREMENTS), ".", style="note"))

"""The scores of one package per municipality, beside the best of the others, as a picture."""

from collections.abc import Iterator
from dataclasses import replace

from marktscan.reporting.anchors import Figures
from marktscan.reporting.chapters.bars import NO_SCORE
from marktscan.reporting.chapters.numbers import numbers
from marktscan.reporting.charts import (
    Axis,
    Dot,
    DotRow,
    Shape,
    axis_for,
    dot_plot,
)
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import counted
from marktscan.reporting.view import (
    Block,
    Figure,
    Part,
    Table,
    paragraph,
)
from marktscan.wording.formats import number

_NAMED = 4
"""Municipalities of whose promises the figures fit in the picture; with more the page would be two."""


def score_dots(facts: Facts, vendor: str) -> tuple[Part, ...]:
    """The vendor and the first (or, when it is first, the next) in every municipality."""
    if facts.joint_of(vendor).low is None:
        return (paragraph("Dit pakket heeft geen score."),)
    rows = tuple(DotRow(m.name, _dots_of(facts, vendor, m.slug)) for m in facts.municipalities)
    axis = axis_for([dot.position for row in rows for dot in row.dots])
    spoken = "; ".join(
        f"{r.title}: {', '.join(f'{d.label} {d.value}' for d in r.dots if d.label)}" for r in rows
    )
    chart = dot_plot(_uncrowded(rows), axis, alt=f"{_score(facts)}. {spoken}.")
    with_promises = any(dot.shape is Shape.PROMISED for row in rows for dot in row.dots)
    subtitle = _dots_subtitle(facts, axis, with_promises=with_promises)
    return (
        Block(
            (Figure(_dots_title(facts, vendor), subtitle, chart, _dot_numbers(facts)),),
            ruled=False,
        ),
    )


def _uncrowded(rows: tuple[DotRow, ...]) -> tuple[DotRow, ...]:
    """Of many municipalities only what is now is named; the figures of promises stand behind the picture."""
    if len(rows) <= _NAMED:
        return rows
    return tuple(replace(row, dots=tuple(map(_unnamed, row.dots))) for row in rows)


def _unnamed(dot: Dot) -> Dot:
    return replace(dot, label="", value="") if dot.shape is Shape.PROMISED else dot


def _dots_subtitle(facts: Facts, axis: Axis, *, with_promises: bool) -> str:
    begin = "" if axis.low == 0 else f"; as vanaf {axis.low}"
    rival = ". Vierkant: beste andere" if len(facts.joint.scored) > 1 else ""
    if with_promises:
        own = "Rond: nu; streep: gewogen; open: alles geleverd"
        return f"{_score(facts)}, 0–100{begin}. {own}{rival}"
    return f"{_score(facts)}, 0–100, {facts.basis}{begin}. Rond: dit pakket{rival}"


def _score(facts: Facts) -> str:
    return "Score per gemeente" if facts.several else "Score"


def _dots_of(facts: Facts, vendor: str, municipality: str) -> tuple[Dot, ...]:
    ranking = facts.ranking(municipality)
    own = ranking.of(vendor)
    rival = next((e for e in ranking.scored if e.vendor != vendor), None)
    dots = [Dot(facts.product(vendor), number(own.low or 0), own.low or 0, Shape.SUBJECT)]
    dots.extend(_promised_dots(facts, vendor, municipality))
    if rival is not None and rival.low is not None:
        dots.append(Dot(facts.product(rival.vendor), number(rival.low), rival.low))
    return tuple(dots)


def _promised_dots(facts: Facts, vendor: str, municipality: str) -> Iterator[Dot]:
    """The score with promises weighed and with all of them delivered, where that makes a difference."""
    if facts.background is None:
        return
    outlook = facts.background.outlook
    now = facts.ranking(municipality).of(vendor).low
    weighed = outlook.weighed.municipalities[municipality].of(vendor).low
    delivered = outlook.delivered.municipalities[municipality].of(vendor).low
    if now is not None and weighed is not None and delivered is not None and delivered > now:
        yield Dot("", "", weighed, Shape.WEIGHED)
        value = f"{number(delivered)} (gewogen {number(weighed)})"
        yield Dot("geleverd", value, delivered, Shape.PROMISED)


def _dot_numbers(facts: Facts) -> Table:
    """The score of every package in every municipality: now, with weighed and with delivered promises."""
    names = [m.name for m in facts.municipalities]
    headings = ("Pakket", *names)
    rows = (
        (facts.product(s.vendor.slug), *(_three(facts, s.vendor.slug, m.slug) for m in facts.municipalities))
        for s in facts.submissions
    )
    return numbers(
        "scores",
        f"{_score(facts)}: nu / gewogen / alles geleverd",
        headings,
        rows,
        source=facts.origin(Figures.OVER_TIME),
    )


def _three(facts: Facts, vendor: str, municipality: str) -> str:
    return " / ".join(_figures(facts, vendor, municipality)) or NO_SCORE


def _figures(facts: Facts, vendor: str, municipality: str) -> Iterator[str]:
    outlook = facts.background.outlook if facts.background else None
    rankings = [facts.ranking(municipality)]
    if outlook:
        rankings += [found.municipalities[municipality] for found in (outlook.weighed, outlook.delivered)]
    yield from (number(low) for ranking in rankings if (low := ranking.of(vendor).low) is not None)


def _dots_title(facts: Facts, vendor: str) -> str:
    ranks = [facts.ranking(m.slug).of(vendor).rank for m in facts.municipalities]
    first = sum(rank == 1 for rank in ranks)
    name = facts.product(vendor)
    if len(facts.joint.scored) == 1:
        return f"{name} haalt {_reached(facts, vendor)} punten"
    if not facts.several:
        return f"{name} staat in {facts.whole} {'' if first else 'niet '}bovenaan"
    if first == len(ranks):
        return f"{name} staat in elke gemeente bovenaan"
    if first:
        return f"{name} staat in {counted(first, 'gemeente', 'gemeenten')} bovenaan"
    return f"{name} staat in geen enkele gemeente bovenaan"


def _reached(facts: Facts, vendor: str) -> str:
    """The score of a package that has no other beside it, from the lowest municipality to the highest."""
    scores = [facts.ranking(m.slug).of(vendor).low or 0 for m in facts.municipalities]
    lowest, highest = number(min(scores)), number(max(scores))
    return lowest if lowest == highest else f"{lowest} tot {highest}"

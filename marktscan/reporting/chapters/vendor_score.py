"""Chapter for one vendor: its own scores, per theme beside the best of the others without a name."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from marktscan.domain.classification import CellKind, Classification
from marktscan.domain.project import Theme
from marktscan.domain.results import VendorScore
from marktscan.reporting.chapters.numbers import numbers
from marktscan.reporting.charts import Bar, BarColumn, ranked_bars
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import lower_first
from marktscan.reporting.view import (
    Block,
    Cell,
    Chapter,
    Column,
    Figure,
    Part,
    Row,
    Table,
    cell,
    head,
    paragraph,
)
from marktscan.wording.formats import number, percentage, points

ANCHOR = "score"
_HALF = 240
_ROUNDED_LAST = (
    "Het verschil is eerst berekend en daarna pas afgerond. Daarom kan het 1 punt schelen met wat u zelf "
    "uitrekent."
)


def vendor_score(facts: Facts) -> Chapter | None:
    """The score per municipality and together, and per theme; None without a score."""
    entry = _entry(facts)
    if entry is None or entry.low is None:
        return None
    themes = [theme for theme in facts.themes if entry.theme(theme.code)]
    return Chapter(
        ANCHOR,
        "Uw score",
        _title(facts, entry, themes),
        (paragraph(_reading(facts)), _totals(facts), *_themes(facts, entry, themes)),
    )


def _entry(facts: Facts) -> VendorScore | None:
    return next((e for e in facts.joint.entries if e.vendor == facts.variant.vendor), None)


def _title(facts: Facts, entry: VendorScore, themes: list[Theme]) -> str:
    ordered = sorted(themes, key=lambda theme: _low(entry, theme))
    if not ordered or _low(entry, ordered[0]) == _low(entry, ordered[-1]):
        return f"Uw score {'samen ' if facts.several else ''}is {number(entry.low or 0)}"
    high, low = (facts.short(ordered[place]) for place in (-1, 0))
    return f"U scoort het hoogst op {high}, het laagst op {low}"


def _low(entry: VendorScore, theme: Theme) -> Fraction:
    found = entry.theme(theme.code)
    return found.low if found else Fraction(0)


def _reading(facts: Facts) -> str:
    said = f"Elke score loopt van 0 tot 100; {facts.basis}. "
    best = "De beste score van een ander staat er alleen als niemand kan zien van wie die is."
    if facts.unknown:
        said += "Nog niet alles is bekend of beoordeeld: uw score kan hoger worden. "
    if _weights_are_open(facts):
        return said + best
    sealed = (
        "Hoe zwaar een eis telt, is nog niet openbaar. Daarom staat hier niet hoe uw score is opgebouwd uit "
        "losse eisen, en ontbreekt een thema als daaruit het gewicht van één eis zou volgen. "
    )
    return said + sealed + best


def _totals(facts: Facts) -> Table:
    rankings = [(m.name, facts.ranking(m.slug)) for m in facts.municipalities]
    joint = [(f"Samen, {lower_first(key.name)}", facts.results.joint[key.code]) for key in facts.project.keys]
    entries = [
        (name, ranking.of(facts.variant.vendor))
        for name, ranking in (*rankings, *(joint if facts.several else []))
    ]
    open_ = _weights_are_open(facts)
    columns = (
        Column("Gemeente"),
        Column("Uw score", "num gap", 84),
        *((Column("Kan nog worden", "num gap", 96), Column("Beantwoord", "num", 84)) if open_ else ()),
    )
    rows = tuple(Row((head(name), *_figures(entry, open_=open_))) for name, entry in entries)
    subtitle = "Kan nog worden: als alles wat wij nog niet weten, meevalt. Beantwoord: deel van het gewicht."
    title = f"Uw score{' per gemeente en samen' if facts.several else ''}"
    return Table(title, columns, rows, subtitle if open_ else "", "keep spaced")


def _figures(entry: VendorScore, *, open_: bool) -> tuple[Cell, ...]:
    low, high = entry.low or Fraction(0), entry.high or Fraction(0)
    said = "–" if high == low else f"tot {number(high)}"
    more = (cell(said, style="num gap"), cell(percentage(entry.coverage), style="num")) if open_ else ()
    return (cell(number(low), style="num gap strong"), *more)


def _weights_are_open(facts: Facts) -> bool:
    return facts.project.classification.of(CellKind.WEIGHT) is Classification.PUBLIC


def _themes(facts: Facts, entry: VendorScore, themes: list[Theme]) -> tuple[Part, ...]:
    best = facts.shown.best
    if not themes:
        return ()
    bars = [_bar(theme.name, _low(entry, theme), best.get(theme.code)) for theme in themes]
    half = -(-len(bars) // 2)
    columns = [BarColumn("", tuple(part)) for part in (bars[:half], bars[half:]) if part]
    spoken = "; ".join(f"{bar.label} {bar.value}" for bar in bars)
    chart = ranked_bars(columns, alt=f"Uw score per thema: {spoken}.", width=_HALF * len(columns) + 12)
    title = _compared(entry, themes, best)
    mark = ". Streep: het beste van de andere" if best else ""
    subtitle = f"Score per thema, 0–100, {facts.whole}{mark}"
    figure = Figure(title, subtitle, chart, _numbers(facts, entry, themes))
    return (Block((figure,)),)


def _bar(name: str, own: Fraction, best: Fraction | None) -> Bar:
    said = number(own, 0) if best is None else f"{number(own, 0)}, beste {number(best, 0)}"
    return Bar(name, said, own, marker=best)


def _compared(entry: VendorScore, themes: list[Theme], best: Mapping[str, Fraction]) -> str:
    ahead = sum(_low(entry, theme) >= best[theme.code] for theme in themes if theme.code in best)
    having = sum(theme.code in best for theme in themes)
    if not having:
        return "Uw score per thema"
    if not ahead:
        return "Op elk thema haalt een ander meer dan u"
    return f"Op {number(ahead, 0)} van de {number(having, 0)} thema’s haalt niemand meer dan u"


def _numbers(facts: Facts, entry: VendorScore, themes: list[Theme]) -> Table:
    """The figures behind the picture."""
    caption = "Uw score per thema en het beste van de andere pakketten, zonder naam"
    headings = ("Thema", "Uw score", "Beste van de andere", "Verschil")
    table = numbers("score", caption, headings, (_row(facts, entry, theme) for theme in themes))
    return replace(table, subtitle=_ROUNDED_LAST)


def _row(facts: Facts, entry: VendorScore, theme: Theme) -> tuple[str, ...]:
    own, best = _low(entry, theme), facts.shown.best.get(theme.code)
    compared = ("–", "–") if best is None else (number(best, 0), points(own - best, 0))
    return (theme.name, number(own, 0), *compared)

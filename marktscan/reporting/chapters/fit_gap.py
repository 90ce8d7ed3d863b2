"""Chapter: themes × vendors as a heat map that is a real table, rows by spread."""

from collections.abc import Sequence
from fractions import Fraction

from marktscan.domain.project import Theme
from marktscan.domain.results import Ranking, VendorScore
from marktscan.reporting.anchors import score_anchor, theme_anchor
from marktscan.reporting.chapters.themes import ThemeRow, theme_rows, weights_of
from marktscan.reporting.chapters.widths import name_width
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import capital, counted, some_of, verb
from marktscan.reporting.view import (
    Cell,
    Chapter,
    Column,
    Heading,
    Link,
    Paragraph,
    Part,
    Row,
    SideBySide,
    Table,
    cell,
    head,
    led,
    paragraph,
    traced,
)
from marktscan.wording.formats import date_long, list_of, number, percentage

ANCHOR = "fit-gap"
_SHADES = ((80, "b5"), (70, "b4"), (60, "b3"), (45, "b2"), (0, "b1"))
_BAR_STEPS = 20
_TELLING = 2
_NAMED = 3
_ROOMY = 7


def fit_gap(facts: Facts) -> Chapter:
    """The heat map with what it shows in words."""
    rows = theme_rows(facts)
    return Chapter(
        ANCHOR,
        "Fit-gap per thema",
        _title(facts, rows),
        (heat_map(facts, rows), _in_words(facts, rows)),
        new_page=True,
    )


def _title(facts: Facts, rows: Sequence[ThemeRow]) -> str:
    if len(facts.joint.scored) < _TELLING:
        return "Er zijn geen twee pakketten om per thema te vergelijken"
    if not any(row.spread for row in rows):
        return "Op geen enkel thema verschillen de pakketten"
    widest = [facts.short(row.theme) for row in rows[:_TELLING] if row.spread]
    return capital(f"{list_of(widest)} {verb(len(widest), 'verschilt', 'verschillen')} het meest")


def heat_map(facts: Facts, rows: Sequence[ThemeRow]) -> Table:
    """Themes × vendors; weights as bars, the incumbent apart from the market."""
    columns = _columns(facts)
    body = [*(_theme_row(facts, row) for row in rows), *_totals(facts)]
    best = " Onderstreept: de hoogste score in de rij." if facts.comparable else ""
    subtitle = (
        f"Score per thema, 0–100, {facts.weighing}. {capital(facts.basis)}. "
        f"Peildatum {date_long(facts.project.reference_date)}.{best}"
    )
    return Table("Punten per thema", columns, tuple(body), subtitle, "heat", _groups(facts))


def _columns(facts: Facts) -> tuple[Column, ...]:
    weights = (Column(f"{m.name[:3]}.", "weight", 22, m.name) for m in facts.municipalities)
    gap = Column(None, "space", 6)
    own = (
        (
            Column(
                facts.brief(facts.incumbent.vendor.slug),
                "mid incumbent",
                name_width(facts.brief(facts.incumbent.vendor.slug)),
            ),
            gap,
        )
        if facts.incumbent
        else ()
    )
    market = (Column(facts.brief(s.vendor.slug), "mid") for s in facts.market)
    return (
        Column("Thema", width=_theme_width(facts)),
        *weights,
        gap,
        *own,
        *market,
        Column("Verschil", "num", 34),
    )


def _theme_width(facts: Facts) -> int:
    """Narrower when there are many packages."""
    return 98 if len(facts.submissions) <= _ROOMY else 84


def _groups(facts: Facts) -> tuple[str, ...]:
    weights = ("Gewicht in %", *("" for _ in facts.municipalities[1:]))
    own = ("Nu in gebruik", "") if facts.incumbent else ()
    market = ("Op de markt", *("" for _ in facts.market[1:])) if facts.market else ()
    return ("", *weights, "", *own, *market, "")


def _theme_row(facts: Facts, row: ThemeRow) -> Row:
    best = max(row.known, default=None) if facts.comparable else None
    weights = (
        led(_weight(facts, m.slug, row.theme.code), score_anchor(m.slug, row.theme.code))
        for m in facts.municipalities
    )
    target = facts.joint_anchor(row.theme.code)
    shades = {s.vendor.slug: led(shade(row.score(s.vendor.slug), best), target) for s in facts.submissions}
    return Row(
        (
            head(Link(row.theme.name, theme_anchor(row.theme.code), "figure")),
            *weights,
            *_arranged(facts, shades),
            cell(number(row.spread, 0) if facts.comparable else "–", style="num"),
        )
    )


def _arranged(facts: Facts, cells: dict[str, Cell]) -> tuple[Cell, ...]:
    """The vendors' cells in their columns, with the gaps between."""
    gap = cell(style="space")
    own = (cells[facts.incumbent.vendor.slug], gap) if facts.incumbent else ()
    return (gap, *own, *(cells[s.vendor.slug] for s in facts.market))


def shade(score: Fraction | None, best: Fraction | None) -> Cell:
    """A score on its tint, underlined when it is the best of its row."""
    if score is None:
        return cell("–", style="shade")
    tint = next(style for bound, style in _SHADES if score >= bound)
    return cell(number(score, 0), style=f"shade {tint}{' best' if score == best else ''}")


def _weight(facts: Facts, municipality: str, theme: str) -> Cell:
    share = weights_of(facts, municipality).get(theme, Fraction(0))
    widest = max(
        (w for m in facts.municipalities for w in weights_of(facts, m.slug).values()), default=Fraction(1)
    )
    step = (_BAR_STEPS * share / widest).__ceil__()
    return cell(number(100 * share, 0), style=f"weight w{step}" if step else "weight")


def _totals(facts: Facts) -> tuple[Row, ...]:
    names = [(m.name, facts.ranking(m.slug), score_anchor(m.slug)) for m in facts.municipalities]
    joint = ("Samen", facts.joint, facts.joint_anchor())
    return tuple(
        _total(facts, name, ranking, target, "total first" if i == 0 else "total")
        for i, (name, ranking, target) in enumerate((*names, joint) if len(names) > 1 else names)
    )


def _total(facts: Facts, name: str, ranking: Ranking, target: str, style: str) -> Row:
    known = [e.low for e in ranking.scored if e.low is not None]
    best = max(known, default=None) if facts.comparable else None
    cells = {entry.vendor: led(_total_cell(entry, best), target) for entry in ranking.entries}
    spread = number(max(known) - min(known)) if facts.comparable and known else "–"
    blanks = (cell(style="weight") for _ in facts.municipalities)
    return Row((head(f"Totaal {name}"), *blanks, *_arranged(facts, cells), cell(spread, style="num")), style)


def _total_cell(entry: VendorScore, best: Fraction | None) -> Cell:
    if entry.low is None:
        return cell("–", style="shade")
    return cell(number(entry.low), style="shade best" if entry.low == best else "shade")


def _in_words(facts: Facts, rows: Sequence[ThemeRow]) -> SideBySide:
    places = (_own_places(facts, rows),) if facts.comparable else ()
    columns = (_widest(facts, rows), *places, _weighed_apart(facts))
    return SideBySide(tuple((4, part) for part in columns))


def _widest(facts: Facts, rows: Sequence[ThemeRow]) -> tuple[Part, ...]:
    apart = [row for row in rows if row.spread][:_NAMED]
    if len(facts.joint.scored) < _TELLING:
        return (Heading("Niets te vergelijken"), paragraph("Er zijn geen twee pakketten met een score."))
    if not apart:
        return (Heading("Geen verschil"), paragraph("Op elk thema halen de pakketten evenveel punten."))
    named = list_of([f"{facts.short(row.theme)} ({number(row.spread, 0)} punten)" for row in apart])
    return (
        Heading("Grootste verschillen"),
        paragraph(*traced(f"De pakketten liggen het verst uit elkaar bij {named}.", ANCHOR)),
    )


def _own_places(facts: Facts, rows: Sequence[ThemeRow]) -> tuple[Part, ...]:
    """On how many themes the incumbent has the highest and the lowest score."""
    if facts.incumbent_score is None:
        return (
            Heading("Geen huidig systeem"),
            paragraph("Van het huidige systeem zijn geen bruikbare antwoorden."),
        )
    name, vendor = facts.product(facts.incumbent_score.vendor), facts.incumbent_score.vendor
    apart = [row for row in rows if row.spread]
    if not apart:
        return (
            Heading(f"{name}: nergens verschil"),
            paragraph("Er is geen thema waarop de pakketten verschillen."),
        )
    best = [facts.short(row.theme) for row in apart if row.score(vendor) == max(row.known)]
    worst = [facts.short(row.theme) for row in apart if row.score(vendor) == min(row.known)]
    return (
        Heading(f"{name}: {counted(len(best), 'thema', 'thema’s') if best else 'nergens'} bovenaan"),
        paragraph(
            *traced(f"{_places('De hoogste score', best)} {_places('De laagste score', worst)}", ANCHOR)
        ),
    )


def _places(what: str, themes: Sequence[str]) -> str:
    if not themes:
        return f"{what} heeft het op geen enkel thema."
    return f"{what} heeft het bij {some_of(themes)}."


def _weighed_apart(facts: Facts) -> tuple[Part, ...]:
    """The theme whose weight differs most between the municipalities."""
    gaps = [(_shares(facts, theme), theme) for theme in facts.themes]
    shares, theme = max(gaps, key=lambda gap: max(gap[0].values()) - min(gap[0].values()), default=({}, None))
    if theme is None or not facts.several:
        return (_legend(),)
    if len(set(shares.values())) <= 1:
        said = "Elk thema weegt in elke gemeente even zwaar."
        return (Heading("Gemeenten wegen gelijk"), paragraph(said), _legend())
    shown = shares if len(shares) <= _NAMED else _ends(shares)
    said = list_of([f"{percentage(share)} in {name}" for name, share in shown.items()])
    return (
        Heading("Gemeenten wegen anders"),
        paragraph(*traced(f"{theme.name} telt mee voor {said}.", ANCHOR)),
        _legend(),
    )


def _ends(shares: dict[str, Fraction]) -> dict[str, Fraction]:
    """The lowest and the highest of many."""
    ordered = sorted(shares, key=lambda name: (shares[name], name))
    return {name: shares[name] for name in (ordered[0], ordered[-1])}


def _shares(facts: Facts, theme: Theme) -> dict[str, Fraction]:
    return {m.name: weights_of(facts, m.slug).get(theme.code, Fraction(0)) for m in facts.municipalities}


def _legend() -> Paragraph:
    return paragraph("Tinten van licht naar donker: onder 45, vanaf 45, 60, 70 en 80 punten.", style="note")

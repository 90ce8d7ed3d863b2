"""Chapters for everybody: the order per municipality and together, and how packages do per theme."""

from collections.abc import Iterator
from fractions import Fraction

from marktscan.domain.results import KnockOutState, Ranking, VendorScore
from marktscan.reporting import verdict
from marktscan.reporting.chapters.fit_gap import shade
from marktscan.reporting.chapters.knock_out_tables import STYLES, SYMBOLS
from marktscan.reporting.chapters.outcome import joint_cell, joint_title, score_cell
from marktscan.reporting.chapters.themes import ThemeRow, theme_rows
from marktscan.reporting.chapters.titles import results_title
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import capital, lower_first, verb
from marktscan.reporting.view import Cell, Chapter, Column, Part, Row, Table, cell, head, paragraph
from marktscan.wording.formats import list_of, number

ANCHOR, THEMES = "uitslag", "themas"
_TELLING = 2


def public_outcome(facts: Facts) -> Chapter:
    """Who stands where, in every municipality and under every key."""
    tables = tuple(_table(facts, m.name, m.slug, facts.ranking(m.slug)) for m in facts.municipalities)
    joint = (_joint(facts),) if facts.several else ()
    return Chapter(
        ANCHOR,
        "De uitkomst",
        results_title(facts),
        (paragraph(_reading(facts)), *tables, *joint),
        new_page=True,
    )


def _reading(facts: Facts) -> str:
    hidden = any(
        (m.slug, s.vendor.slug) not in facts.shown.knock_outs
        for m in facts.municipalities
        for s in facts.submissions
    )
    each = "Elke" if facts.several else "De"
    said = (
        f"{each} gemeente telt met eigen eisen en gewichten. Een knock-out is een eis die een pakket zeker "
        "moet halen. Wie daar niet aan voldoet, zou in een aanbesteding afvallen. Hier valt niemand af. "
        "Kosten tellen hier niet mee, ook niet als knock-out."
    )
    why = " ‘Niet openbaar’: de uitkomst rust op een antwoord dat de leverancier vertrouwelijk noemt."
    return f"{said}{why if hidden else ''}"


def _table(facts: Facts, name: str, place: str, ranking: Ranking) -> Table:
    columns = (
        Column("Plaats", "num gap", 44),
        Column("Pakket", width=150),
        Column("Score", "num gap", 54),
        *((Column("Kan worden", "num gap", 72),) if facts.unknown else ()),
        Column("Knock-outs"),
    )
    rows = tuple(_row(facts, place, entry) for entry in ranking.entries)
    return Table(_caption(facts, name, ranking), columns, rows, style="keep spaced matrix-last")


def _joint(facts: Facts) -> Table:
    """Every key side by side, and the strictest state over all municipalities."""
    columns = (
        Column("Pakket", width=150),
        *(Column(key.name, "num gap") for key in facts.project.keys),
        Column("Knock-outs", width=130),
    )
    rows = tuple(
        Row(
            (
                head(facts.product(s.vendor.slug)),
                *(joint_cell(facts.results.joint[key.code].of(s.vendor.slug)) for key in facts.project.keys),
                _state(facts.shown.knock_outs.get(("", s.vendor.slug))),
            )
        )
        for s in facts.submissions
    )
    subtitle = "Score, met de plaats tussen haakjes. Onder elke sleutel tellen de gemeenten anders mee."
    return Table(joint_title(facts), columns, rows, subtitle, "keep spaced matrix-last")


def _caption(facts: Facts, name: str, ranking: Ranking) -> str:
    if not ranking.scored:
        return f"{name}: nog geen uitslag"
    several = len(verdict.first_places(ranking)) > 1
    provisional = " (voorlopig)" if ranking.provisional else ""
    return f"{name}: {verdict.leaders(facts, ranking)} {'samen ' * several}bovenaan{provisional}"


def _row(facts: Facts, place: str, entry: VendorScore) -> Row:
    return Row(
        (
            cell("–" if entry.rank is None else number(entry.rank, 0), style="num gap"),
            head(facts.product(entry.vendor)),
            score_cell(entry),
            *((_reach(entry),) if facts.unknown else ()),
            _state(facts.shown.knock_outs.get((place, entry.vendor))),
        )
    )


def _reach(entry: VendorScore) -> Cell:
    if entry.low is None or entry.high is None or entry.high == entry.low:
        return cell("–", style="num gap quiet")
    return cell(f"tot {number(entry.high)}", style="num gap")


def _state(state: KnockOutState | None) -> Cell:
    if state is None:
        return cell("niet openbaar", style="none")
    return cell(f"{SYMBOLS[state]}\N{NO-BREAK SPACE}{state.value}", style=STYLES[state])


def public_themes(facts: Facts) -> Chapter | None:
    """Themes × packages, all drawn alike; None without a theme that may be shown."""
    rows = [row for row in theme_rows(facts) if row.known]
    if not rows:
        return None
    key = f", {lower_first(facts.base_key.name)}" if facts.several else ""
    subtitle = f"Score per thema, 0–100, {facts.whole}{key}. Onderstreept: de hoogste in de rij."
    columns = (Column("Thema", width=132), *(Column(name, "mid") for name in _names(facts)))
    table = Table("Punten per thema", columns, tuple(_theme(facts, row) for row in rows), subtitle, "heat")
    return Chapter(
        THEMES, "Waar het verschil zit", _title(facts, rows), (table, *_notes(facts, rows)), new_page=True
    )


def _names(facts: Facts) -> Iterator[str]:
    return (facts.brief(s.vendor.slug) for s in facts.submissions)


def _title(facts: Facts, rows: list[ThemeRow]) -> str:
    if len(facts.joint.scored) < _TELLING:
        return "Er zijn geen twee pakketten om per thema te vergelijken"
    widest = [facts.short(row.theme) for row in rows[:_TELLING] if row.spread]
    if not widest:
        return "De pakketten verschillen op geen enkel thema"
    return capital(f"{list_of(widest)} {verb(len(widest), 'verschilt', 'verschillen')} het meest")


def _theme(facts: Facts, row: ThemeRow) -> Row:
    best: Fraction | None = max(row.known, default=None)
    shades = (shade(row.score(s.vendor.slug), best) for s in facts.submissions)
    return Row((head(row.theme.name), *shades))


def _notes(facts: Facts, rows: list[ThemeRow]) -> tuple[Part, ...]:
    hidden = any(
        score is None
        for row in rows
        for vendor, score in row.scores
        if facts.joint_of(vendor).low is not None
    )
    tints = "Tinten van licht naar donker: onder 45, vanaf 45, 60, 70 en 80 punten."
    why = " Een streepje: dat cijfer zou een vertrouwelijk antwoord verraden." if hidden else ""
    return (paragraph(f"{tints}{why}", style="note"),)

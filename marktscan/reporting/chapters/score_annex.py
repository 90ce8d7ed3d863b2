"""Annex: every score, theme by theme, with the weight it has and the cell that weight came from."""

from fractions import Fraction

from marktscan.domain.project import JointKey, Municipality, Theme
from marktscan.domain.results import Ranking
from marktscan.reporting.anchors import JOINT, Figures, key_anchor, score_anchor, theme_anchor
from marktscan.reporting.chapters.agreement import agreement_table
from marktscan.reporting.chapters.themes import joint_weights, weights_of
from marktscan.reporting.chapters.widths import name_width
from marktscan.reporting.facts import Facts
from marktscan.reporting.view import Cell, Chapter, Column, Link, Part, Row, Table, cell, head, paragraph
from marktscan.wording.formats import number, percentage

ANCHOR = "bijlage-scores"
_WEIGHT = 82
_NARROWEST = 34
NONE = "–"


def score_annex(facts: Facts) -> Chapter:
    """A table per municipality, then joint; figures all over the report lead here, so it is always there.

    Of the only municipality everything joint is its own, and stands there (see `Facts.joint_anchor`).
    """
    own = tuple(_table(facts, m) for m in facts.municipalities)
    said = (
        "Een score is de som van gewicht maal punten per thema. Een thema leidt naar de eisen en antwoorden "
        "waar zijn punten uit komen; achter het gewicht staat de cel waar het uit komt."
    )
    joint = (_joint(facts),) if facts.several else ()
    parts: tuple[Part, ...] = (paragraph(said), *own, *joint, *agreement_table(facts))
    title = "Elke score per thema, met het gewicht en de cel" if facts.scored else "Er zijn nog geen scores"
    return Chapter(ANCHOR, "Scores per thema", title, parts, style="annex figures")


def _columns(facts: Facts, weight: str) -> tuple[Column, ...]:
    names = (facts.brief(s.vendor.slug) for s in facts.submissions)
    wide = (Column(name, "num", max(name_width(name), _NARROWEST)) for name in names)
    return (Column("Thema"), Column(weight, width=_WEIGHT), *wide)


def _table(facts: Facts, municipality: Municipality) -> Table:
    ranking = facts.ranking(municipality.slug)
    rows = [_theme_row(facts, municipality, theme, ranking) for theme in facts.themes]
    total = _total_row(facts, "Score", ranking, score_anchor(municipality.slug))
    file = facts.scan.list_of(municipality.slug).file
    subtitle = f"Punten, 0–100, {facts.basis}. Gewichten uit {file}"
    caption = f"{municipality.name}: score per thema"
    return Table(
        caption,
        _columns(facts, "Gewicht"),
        (*rows, total),
        subtitle,
        "keep",
        source=facts.origin(Figures.SCORES),
    )


def _theme_row(facts: Facts, municipality: Municipality, theme: Theme, ranking: Ranking) -> Row:
    share = weights_of(facts, municipality.slug).get(theme.code, Fraction(0))
    return Row(
        (
            head(Link(theme.name, theme_anchor(theme.code))),
            cell(f"{percentage(share, 1)} {_place(facts, municipality, theme)}".rstrip()),
            *(_points(ranking, s.vendor.slug, theme) for s in facts.submissions),
        ),
        anchor=score_anchor(municipality.slug, theme.code),
    )


def _place(facts: Facts, municipality: Municipality, theme: Theme) -> str:
    """The cell of the weight, on its sheet."""
    own = facts.scan.list_of(municipality.slug).theme_weights
    places = (w.origin.cell("weight") for w in own if w.theme == theme.code)
    return next((f"({place.sheet}!{place.cell})" for place in places), "")


def _points(ranking: Ranking, vendor: str, theme: Theme) -> Cell:
    entry = ranking.of(vendor)
    found = None if entry.low is None else entry.theme(theme.code)
    if found is None:
        return cell(NONE, style="num")
    return cell(
        number(found.low) if found.low == found.high else f"{number(found.low)}–{number(found.high)}",
        style="num",
    )


def _total_row(facts: Facts, name: str, ranking: Ranking, anchor: str) -> Row:
    scores = [ranking.of(s.vendor.slug).low for s in facts.submissions]
    cells = (cell(NONE if low is None else number(low), style="num strong") for low in scores)
    return Row((head(name, style="strong"), cell("100 %" if facts.scored else NONE), *cells), anchor=anchor)


def _joint(facts: Facts) -> Table:
    """Joint under the first key theme by theme, then the score under every key."""
    weights = joint_weights(facts, facts.base_key)
    rows = [_joint_row(facts, theme, weights[theme.code]) for theme in facts.themes]
    totals = [_key_row(facts, key) for key in facts.project.keys]
    return Table(
        "Samen: score per thema",
        _columns(facts, "Gewicht"),
        (*rows, *totals),
        f"Punten, 0–100, {facts.basis}. Per thema onder de sleutel ‘{facts.base_key.name}’",
        "keep",
        source=facts.origin(Figures.SCORES),
    )


def _joint_row(facts: Facts, theme: Theme, weight: Fraction) -> Row:
    return Row(
        (
            head(Link(theme.name, theme_anchor(theme.code))),
            cell(percentage(weight, 1)),
            *(_points(facts.joint, s.vendor.slug, theme) for s in facts.submissions),
        ),
        anchor=score_anchor(JOINT, theme.code),
    )


def _key_row(facts: Facts, key: JointKey) -> Row:
    ranking = facts.results.joint[key.code]
    return _total_row(facts, f"Score, {key.name}", ranking, key_anchor(key.code))

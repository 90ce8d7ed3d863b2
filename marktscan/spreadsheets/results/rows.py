"""Alle scores: every answer of every vendor for every municipality."""

from marktscan.domain.requirement import Kind
from marktscan.domain.results import Contribution, State
from marktscan.spreadsheets.results.cells import Cell, Heading, Live, Shown, Table, place
from marktscan.spreadsheets.results.layout import (
    HUNDRED,
    REQUIREMENT,
    ROW_POINTS,
    ROW_SHARE,
    ROW_WEIGHT,
    ROWS,
    THEME_ROWS,
    THEME_SHARE,
    THEMES,
    Layout,
)


def all_rows(layout: Layout) -> Table:
    """The sheet: points × the part of the score that a row decides."""
    headings = (
        Heading("Gemeente", 14),
        Heading("Leverancier", 22),
        Heading("Thema", 9),
        Heading("Eis-ID", 11),
        Heading("Antwoord", 10),
        Heading("Toestand", 22),
        Heading("Punten", 10, Shown.POINTS),
        Heading("Hoogste punten", 12, Shown.POINTS),
        Heading("Gewicht", 10, Shown.WHOLE),
        Heading("Deel van de score", 12, Shown.PERCENT),
        Heading("Bijdrage aan de score", 14, Shown.POINTS),
        Heading("Reden", 60),
    )
    kinds = {
        (slug, row.id): own.kind for row in layout.scan.programme.rows for slug, own in row.positions.items()
    }
    rows = [
        _row(layout, number, c, kinds.get((c.municipality, c.requirement)))
        for number, c in enumerate(layout.contributions)
    ]
    return Table(ROWS, headings, rows, frozen=4)


def _row(layout: Layout, number: int, row: Contribution, kind: Kind | None) -> list[Cell]:
    share = _share_of_row(layout, number, row)
    score = f"={place(ROWS, number, ROW_SHARE)}*{place(ROWS, number, ROW_POINTS)}"
    return [
        layout.rankings[row.municipality][0],
        layout.product[row.vendor],
        row.theme,
        row.requirement,
        row.code.value,
        row.state.value,
        _points(layout, row, kind),
        _highest(number, row),
        _weight(layout, row),
        share,
        Live(score, row.score),
        row.reason,
    ]


def _points(layout: Layout, row: Contribution, kind: Kind | None) -> Cell:
    """The points of an answer to an eis come from Gewichten; those of a wens are the assessors'."""
    points = HUNDRED * row.low
    if row.state is State.ANSWERED and kind is Kind.DEMAND:
        return Live(f"={layout.answer_points(row.code, row.municipality)}", points)
    return points


def _highest(number: int, row: Contribution) -> Cell:
    """What is unknown may still be worth more; the rest is what it is."""
    if row.high != row.low:
        return HUNDRED * row.high
    return Live(f"={place(ROWS, number, ROW_POINTS)}", HUNDRED * row.high)


def _weight(layout: Layout, row: Contribution) -> Cell:
    """A granted n.v.t. has no weight: the rest of the theme shares it."""
    if row.state is State.GRANTED:
        return 0
    return Live(f"={layout.weight(REQUIREMENT, row.requirement, row.municipality)}", row.raw_weight)


def _share_of_row(layout: Layout, number: int, row: Contribution) -> Cell:
    """The part of the whole score this row decides; none where its theme is not declared."""
    theme = layout.theme_places.get((row.municipality, row.vendor, row.theme))
    if theme is None:
        return 0
    share, whole = (place(THEMES, theme, column) for column in (THEME_SHARE, THEME_ROWS))
    return Live(f"=IF({whole}=0,0,{share}*{place(ROWS, number, ROW_WEIGHT)}/{whole})", row.weight)

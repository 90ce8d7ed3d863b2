"""Scores per thema: the rows of a theme added up."""

from collections.abc import Iterator
from fractions import Fraction

from marktscan.domain.results import Contribution, State, ThemeScore
from marktscan.spreadsheets.results.cells import Cell, Heading, Live, Shown, Table, place, span
from marktscan.spreadsheets.results.layout import (
    HUNDRED,
    ROW_HIGHEST,
    ROW_POINTS,
    ROW_WEIGHT,
    ROWS,
    THEME,
    THEME_COUNTS,
    THEME_ROWS,
    THEME_WEIGHT,
    THEMES,
    Layout,
    ThemeKey,
)


def themes(layout: Layout) -> Table:
    """The sheet: weight, part of the score and score of every theme."""
    headings = (
        Heading("Gemeente", 14),
        Heading("Leverancier", 22),
        Heading("Thema", 9),
        Heading("Naam van het thema", 40),
        Heading("Gewicht thema", 10, Shown.WHOLE),
        Heading("Gewicht van de eisen", 12, Shown.WHOLE),
        Heading("Telt mee", 10, Shown.WHOLE),
        Heading("Deel van de score", 12, Shown.PERCENT),
        Heading("Score", 10, Shown.POINTS),
        Heading("Hoogste score", 12, Shown.POINTS),
    )
    names = {theme.code: theme.name for theme in layout.scan.project.themes}
    return Table(
        THEMES, headings, [_theme(layout, key, names[key[2]]) for key in layout.theme_rows], frozen=3
    )


def _theme(layout: Layout, key: ThemeKey, name: str) -> list[Cell]:
    municipality, vendor, theme = key
    found = layout.results.municipalities[municipality].of(vendor).theme(theme)
    stated = layout.stated.get(municipality, {}).get(theme, 0)
    return [
        layout.rankings[municipality][0],
        layout.product[vendor],
        theme,
        name,
        Live(f"={layout.weight(THEME, theme, municipality)}", stated),
        *_theme_weights(layout, key, found, stated),
        *_theme_scores(layout, key, found),
    ]


def _theme_weights(layout: Layout, key: ThemeKey, found: ThemeScore | None, stated: int) -> Iterator[Cell]:
    """The weight of the rows, what the theme then counts for, and its part of the whole."""
    row = layout.theme_places[key]
    first, last = layout.theme_rows[key]
    own, rows, counts = (place(THEMES, row, n) for n in (THEME_WEIGHT, THEME_ROWS, THEME_COUNTS))
    block = layout.vendor_blocks[key[:2]]
    everything = span(THEMES, (block[0], THEME_COUNTS), (block[1], THEME_COUNTS))
    counted = sum(_counted(c) for c in layout.contributions[first : last + 1])
    yield Live(f"=SUM({span(ROWS, (first, ROW_WEIGHT), (last, ROW_WEIGHT))})", counted)
    yield Live(f"=IF({rows}=0,0,{own})", stated if found else 0)
    yield Live(f"=IF(SUM({everything})=0,0,{counts}/SUM({everything}))", found.weight if found else 0)


def _counted(row: Contribution) -> int:
    return 0 if row.state is State.GRANTED else row.raw_weight


def _theme_scores(layout: Layout, key: ThemeKey, found: ThemeScore | None) -> Iterator[Cell]:
    """Σ weight × points over the weight, low and high; empty where no row has weight."""
    first, last = layout.theme_rows[key]
    rows = layout.contributions[first : last + 1]
    whole = place(THEMES, layout.theme_places[key], THEME_ROWS)
    own = span(ROWS, (first, ROW_WEIGHT), (last, ROW_WEIGHT))
    for column, values in ((ROW_POINTS, [c.low for c in rows]), (ROW_HIGHEST, [c.high for c in rows])):
        points = span(ROWS, (first, column), (last, column))
        total = sum(_counted(c) for c in rows)
        summed = sum((_counted(c) * v for c, v in zip(rows, values, strict=True)), Fraction(0))
        formula = f'=IF({whole}=0,"",SUMPRODUCT({own},{points})/{whole})'
        yield Live(formula, HUNDRED * summed / total if total else "")

"""Gewichten: everything people may change."""

from collections.abc import Iterator
from fractions import Fraction
from math import lcm

from marktscan.domain.project import JointKey
from marktscan.spreadsheets.results.cells import Cell, Heading, Setting, Shown, Table
from marktscan.spreadsheets.results.layout import KEY, POINTS, REQUIREMENT, THEME, WEIGHTS, Layout


def weights(layout: Layout) -> Table:
    """The sheet: a row per theme, key, answer and requirement, a column per municipality."""
    names = [layout.rankings[slug][0] for slug in layout.municipalities]
    headings = [Heading("Soort", 15), Heading("Code", 12), Heading("Omschrijving", 60)]
    headings += [Heading(name, 14, Shown.WHOLE) for name in names]
    return Table(WEIGHTS, headings, list(_weight_rows(layout)), frozen=3)


def _weight_rows(layout: Layout) -> Iterator[list[Cell]]:
    project, slugs = layout.scan.project, layout.municipalities
    for theme in project.themes:
        stated = (Setting(layout.stated.get(slug, {}).get(theme.code, 0)) for slug in slugs)
        yield [THEME, theme.code, theme.name, *stated]
    for key in project.keys:
        yield [KEY, key.code, key.name, *map(Setting, _whole_shares(key, slugs))]
    for code, points in project.rules.answer_points.items():
        yield [
            POINTS,
            code.value,
            "punten (0–100) van dit antwoord op een eis",
            *[Setting(points)] * len(slugs),
        ]
    raw = {(c.municipality, c.requirement): c.raw_weight for c in layout.contributions}
    for row in layout.scan.programme.rows:
        own = (raw.get((slug, row.id)) for slug in slugs)
        yield [
            REQUIREMENT,
            row.id,
            row.text,
            *(None if weight is None else Setting(weight) for weight in own),
        ]


def _whole_shares(key: JointKey, slugs: tuple[str, ...]) -> list[int]:
    """The shares of a key as the smallest whole numbers in the same proportions."""
    unit = lcm(*(share.denominator for share in key.shares.values()))
    return [int(key.shares.get(slug, Fraction(0)) * unit) for slug in slugs]

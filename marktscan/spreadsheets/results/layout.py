"""Where everything stands in the result workbook, decided before a formula points at it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from marktscan.domain.answer import AnswerCode
from marktscan.domain.results import Contribution, Ranking, Results
from marktscan.domain.scan import Scan
from marktscan.spreadsheets.results.cells import place, span

RANKINGS, THEMES, ROWS, WEIGHTS, CHECK = (
    "Ranglijst",
    "Scores per thema",
    "Alle scores",
    "Gewichten",
    "Controle",
)
"""The sheets, in the order of the workbook after Leeswijzer."""
THEME, KEY, POINTS, REQUIREMENT = "thema", "verdeelsleutel", "punten", "eis of wens"
"""The kinds of weight on Gewichten."""
FIRST_MUNICIPALITY = 3
"""The column of Gewichten in which the municipalities begin."""
RANK_PLACE, RANK_SCORE, RANK_HIGHEST = 2, 3, 4
"""Columns of Ranglijst that formulas point at."""
THEME_WEIGHT, THEME_ROWS, THEME_COUNTS, THEME_SHARE, THEME_SCORE, THEME_HIGHEST = range(4, 10)
"""Columns of Scores per thema: the last six."""
ROW_POINTS, ROW_HIGHEST, ROW_WEIGHT, ROW_SHARE = range(6, 10)
"""Columns of Alle scores that formulas point at."""
HUNDRED = 100
"""Values stand on 0–1, points on 0–100."""

Block = tuple[int, int]
"""The first and the last row of something, counted from 0."""
ThemeKey = tuple[str, str, str]
"""Municipality, vendor, theme."""


@dataclass(frozen=True)
class Layout:
    """The scan and its outcome with the place of every row. `stated` are theme weights by municipality."""

    scan: Scan
    results: Results
    stated: Mapping[str, Mapping[str, int]]

    @cached_property
    def municipalities(self) -> tuple[str, ...]:
        """Slugs in alphabetical order: the columns of Gewichten."""
        return tuple(sorted(self.results.municipalities))

    @cached_property
    def rankings(self) -> dict[str, tuple[str, Ranking]]:
        """Title and ranking by name, the municipalities first; a joint one is named "key:" and its code."""
        names = {m.slug: m.name for m in self.scan.project.municipalities}
        own = {slug: (names[slug], self.results.municipalities[slug]) for slug in self.municipalities}
        joint = {
            f"key:{key.code}": (f"Samen: {key.name}", self.results.joint[key.code])
            for key in self.scan.project.keys
        }
        return {**own, **joint}

    @cached_property
    def product(self) -> dict[str, str]:
        """What each vendor is known by."""
        return {s.vendor.slug: s.vendor.product or s.vendor.slug for s in self.scan.submissions}

    @cached_property
    def contributions(self) -> tuple[Contribution, ...]:
        """All rows, so that those of one vendor on one theme in one municipality stand together."""
        order = {theme.code: number for number, theme in enumerate(self.scan.project.themes)}
        return tuple(
            sorted(
                self.results.contributions,
                key=lambda c: (c.municipality, c.vendor, order.get(c.theme, len(order)), c.theme),
            )
        )

    @cached_property
    def theme_rows(self) -> dict[ThemeKey, Block]:
        """The rows of Alle scores behind each row of Scores per thema; declared themes only."""
        declared = {theme.code for theme in self.scan.project.themes}
        numbered = enumerate(self.contributions)
        blocks = groupby(numbered, key=lambda item: (item[1].municipality, item[1].vendor, item[1].theme))
        found = {key: [number for number, _ in rows] for key, rows in blocks if key[2] in declared}
        return {key: (numbers[0], numbers[-1]) for key, numbers in found.items()}

    @cached_property
    def theme_places(self) -> dict[ThemeKey, int]:
        """The row of Scores per thema."""
        return {key: row for row, key in enumerate(self.theme_rows)}

    @cached_property
    def vendor_blocks(self) -> dict[tuple[str, str], Block]:
        """The rows of Scores per thema behind one score of one municipality."""
        blocks = groupby(self.theme_places.items(), key=lambda item: item[0][:2])
        found = {(key[0], key[1]): [row for _, row in rows] for key, rows in blocks}
        return {key: (rows[0], rows[-1]) for key, rows in found.items()}

    @cached_property
    def ranking_places(self) -> dict[tuple[str, str], int]:
        """The row of Ranglijst by ranking and vendor."""
        keys = [(name, entry.vendor) for name, (_, found) in self.rankings.items() for entry in found.entries]
        return {key: row for row, key in enumerate(keys)}

    @cached_property
    def weight_places(self) -> dict[tuple[str, str], int]:
        """The row of Gewichten by kind and code."""
        return {key: row for row, key in enumerate(self._weights())}

    def _weights(self) -> Sequence[tuple[str, str]]:
        project = self.scan.project
        return (
            *((THEME, theme.code) for theme in project.themes),
            *((KEY, key.code) for key in project.keys),
            *((POINTS, code.value) for code in project.rules.answer_points),
            *((REQUIREMENT, row.id) for row in self.scan.programme.rows),
        )

    def weight(self, kind: str, code: str, municipality: str) -> str:
        """The cell of one weight."""
        column = FIRST_MUNICIPALITY + self.municipalities.index(municipality)
        return place(WEIGHTS, self.weight_places[kind, code], column)

    def key_weights(self, code: str) -> str:
        """The cells of all weights of a joint key."""
        row = self.weight_places[KEY, code]
        return span(
            WEIGHTS,
            (row, FIRST_MUNICIPALITY),
            (row, FIRST_MUNICIPALITY + len(self.municipalities) - 1),
        )

    def answer_points(self, code: AnswerCode, municipality: str) -> str:
        """The cell with what an answer is worth."""
        return self.weight(POINTS, code.value, municipality)

"""The simulated bids of one round as offers under the declared rules of a tender."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from marktscan.domain.conventions import TenderRules
from marktscan.domain.project import letter
from marktscan.domain.results import KnockOutState, ThemeScore, VendorScore
from marktscan.domain.tender import Bid
from marktscan.rehearsal.bids import Amounts
from marktscan.rehearsal.exact import Scores, Whole
from marktscan.rehearsal.orders import Flags
from marktscan.scoring.awards import quality_points

WHOLE = ""
"""A theme that stands for all of them, where none is needed apart."""


@dataclass(frozen=True, slots=True)
class Market:
    """All rounds: joint scores with the weights (shares) of themes, prices, and who fails what is hard.

    A price above `ceiling` (euro) takes no part; `answers` are scores (0–100) on single requirements, which
    may break a tie.
    """

    rules: TenderRules
    ceiling: Decimal | None
    scores: Scores
    weights: Mapping[str, Fraction]
    prices: Amounts
    failed: Flags
    answers: Mapping[str, Whole] = field(default_factory=dict)

    def bids(self, number: int) -> list[Bid]:
        """The bids of one round that may take part, named A, B, C."""
        made = (self._bid(number, place, price) for place, price in enumerate(self.prices[number].tolist()))
        return [bid for bid in made if bid]

    def _bid(self, number: int, place: int, price: int) -> Bid | None:
        too_dear = self.ceiling is not None and price > self.ceiling
        if too_dear or (self.rules.strict and self.failed[number, place].any()):
            return None
        points = self.quality(number, place)
        themes = {code: self.theme(code, number, place) for code in self._apart}
        low = (themes[code] < least for code, least in self.rules.minimum_themes.items() if code in themes)
        if points < self.rules.minimum_quality or any(low):
            return None
        answers = {code: scores[number, place] for code, scores in self.answers.items()}
        return Bid(letter(place), points, Decimal(price), {**answers, **themes})

    def quality(self, number: int, place: int) -> Fraction:
        """The points for quality of one bid in one round."""
        return quality_points(self.rules, self._entry(number, place))

    def theme(self, code: str, number: int, place: int) -> Fraction:
        """The score (0–100) of one bid on one theme."""
        return Fraction(self.scores.themes[code][number, place], self.scores.unit) / self.weights[code]

    @property
    def _apart(self) -> tuple[str, ...]:
        """The themes that can break a tie or have a minimum."""
        named = (*self.rules.tie_break, *self.rules.minimum_themes)
        return tuple(code for code in dict.fromkeys(named) if code in self.scores.themes)

    def _entry(self, number: int, place: int) -> VendorScore:
        """A bid as the scan would score it; themes by themselves only when they are rounded by themselves."""
        if self.rules.theme_decimals is None:
            low = self._whole(number, place)
            themes: tuple[ThemeScore, ...] = (ThemeScore(WHOLE, Fraction(1), low, low),)
        else:
            themes = tuple(self._theme_score(code, number, place) for code in self.scores.themes)
        return VendorScore(letter(place), None, None, None, Fraction(1), KnockOutState.MET, themes)

    def _whole(self, number: int, place: int) -> Fraction:
        return Fraction(sum(part[number, place] for part in self.scores.themes.values()), self.scores.unit)

    def _theme_score(self, code: str, number: int, place: int) -> ThemeScore:
        low = self.theme(code, number, place)
        return ThemeScore(code, self.weights[code], low, low)

"""Joint scores per theme: per vendor, their spread, and one vendor beside the best of the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from marktscan.domain.project import JointKey, Theme
from marktscan.domain.results import VendorScore
from marktscan.reporting.charts import Chart, Pair, Score, dumbbell
from marktscan.reporting.facts import Facts
from marktscan.wording.formats import list_of, number, points


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """One theme with the joint score per vendor (0–100, None without) and their spread."""

    theme: Theme
    scores: tuple[tuple[str, Fraction | None], ...]

    @property
    def known(self) -> tuple[Fraction, ...]:
        """The scores there are."""
        return tuple(score for _, score in self.scores if score is not None)

    @property
    def spread(self) -> Fraction:
        """Highest minus lowest."""
        return max(self.known) - min(self.known) if self.known else Fraction(0)

    def score(self, vendor: str) -> Fraction | None:
        """One vendor's score."""
        return dict(self.scores)[vendor]


@dataclass(frozen=True, slots=True)
class Compared:
    """One theme of one vendor beside the best of all others; `rivals` share that best."""

    theme: Theme
    own: Fraction
    best: Fraction
    rivals: tuple[str, ...]

    @property
    def difference(self) -> Fraction:
        """Positive when the vendor is ahead."""
        return self.own - self.best


def theme_rows(facts: Facts) -> tuple[ThemeRow, ...]:
    """Every theme, widest spread first; equal spreads in the order of the project file."""
    rows = (ThemeRow(theme, _scores(facts, theme)) for theme in facts.themes)
    return tuple(sorted(rows, key=lambda row: -row.spread))


def _scores(facts: Facts, theme: Theme) -> tuple[tuple[str, Fraction | None], ...]:
    return tuple((s.vendor.slug, _score(facts.joint_of(s.vendor.slug), theme)) for s in facts.submissions)


def _score(entry: VendorScore, theme: Theme) -> Fraction | None:
    found = None if entry.low is None else entry.theme(theme.code)
    return None if found is None else found.low


def compared(facts: Facts, vendor: str) -> tuple[Compared, ...]:
    """The themes on which this vendor and at least one other have a score, furthest behind first."""
    found = (_compared(row, vendor) for row in theme_rows(facts))
    return tuple(sorted((c for c in found if c is not None), key=lambda c: c.difference))


def _compared(row: ThemeRow, vendor: str) -> Compared | None:
    own = row.score(vendor)
    others = {v: score for v, score in row.scores if v != vendor and score is not None}
    if own is None or not others:
        return None
    best = max(others.values())
    return Compared(row.theme, own, best, tuple(v for v, score in others.items() if score == best))


def greatest(found: Sequence[Compared], most: int) -> tuple[Compared, ...]:
    """The widest differences, either way, in order of difference."""
    widest = sorted(found, key=lambda c: -abs(c.difference))[:most]
    return tuple(sorted(widest, key=lambda c: c.difference))


def difference_chart(facts: Facts, vendor: str, found: Sequence[Compared], width: int = 240) -> Chart:
    """The vendor (round) and the best of the others (square) per theme."""
    pairs = [_pair(facts, vendor, c, first=i == 0) for i, c in enumerate(found)]
    name = facts.product(vendor)
    spoken = "; ".join(
        f"{c.theme.name}: {name} {number(c.own, 0)}, {rivals(facts, c)} {number(c.best, 0)}" for c in found
    )
    return dumbbell(pairs, alt=f"Grootste verschillen. {spoken}.", width=width)


def _pair(facts: Facts, vendor: str, found: Compared, first: bool) -> Pair:
    own = Score(facts.product(vendor) if first else "", number(found.own, 0), found.own)
    best = Score(rivals(facts, found), number(found.best, 0), found.best)
    return Pair(found.theme.name, points(found.difference, 0), own, best)


def rivals(facts: Facts, found: Compared) -> str:
    """Who has the best score of the others; more than two are counted."""
    names = sorted(map(facts.product, found.rivals), key=str.casefold)
    return list_of(names) if len(names) == 1 else f"{len(names)} pakketten"


def weights_of(facts: Facts, municipality: str) -> dict[str, Fraction]:
    """The share (0–1) each theme carries in a municipality, as its own workbook says it."""
    given = {w.theme: w.weight or 0 for w in facts.scan.list_of(municipality).theme_weights}
    total = sum(given.values())
    return {theme: Fraction(weight, total) for theme, weight in given.items()} if total else {}


def joint_weights(facts: Facts, key: JointKey) -> dict[str, Fraction]:
    """The share (0–1) each theme carries for all together under a key."""
    own = {slug: weights_of(facts, slug) for slug in key.shares}
    return {
        theme.code: sum(
            (share * own[slug].get(theme.code, 0) for slug, share in key.shares.items()), Fraction(0)
        )
        for theme in facts.themes
    }

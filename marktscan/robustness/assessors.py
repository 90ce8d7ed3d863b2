"""How far assessors agree within each theme (method, section 5)."""

import math
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from marktscan.domain.agreement import Assessed, Spread, ThemeAgreement
from marktscan.domain.project import Rules
from marktscan.domain.results import Results
from marktscan.domain.scan import Scan
from marktscan.robustness.agreement import krippendorff_alpha
from marktscan.scoring.agenda import agenda
from marktscan.scoring.spreads import leniency, spreads, step_of


def assessed(scan: Scan, results: Results) -> Assessed:
    """What the marks tell: how far apart, what to talk about, how mild, how much agreement per theme."""
    found = spreads(scan)
    return Assessed(
        spreads=found,
        agenda=agenda(scan, results, found),
        leniency=leniency(found, scan.project.rules),
        themes=tuple(agreement_by_theme(scan, found)),
    )


def agreement_by_theme(scan: Scan, found: Sequence[Spread]) -> Iterator[ThemeAgreement]:
    """The agreement within every theme in which anything was marked, in the order of the project."""
    for theme in scan.project.themes:
        within = [spread for spread in found if spread.theme == theme.code]
        if within:
            yield _agreement(theme.code, within, scan.project.rules)


def six_decimals(value: float) -> Fraction | None:
    """A measure of agreement as a fraction of six decimals; None for nan, where there is nothing to say."""
    return None if math.isnan(value) else Fraction(f"{value:.6f}")


def _agreement(theme: str, within: Sequence[Spread], rules: Rules) -> ThemeAgreement:
    apart = [abs(step_of(a, rules) - step_of(b, rules)) for s in within for a, b in combinations(s.marks, 2)]
    alpha = six_decimals(krippendorff_alpha(_ratings(within, rules), "ordinal")) if apart else None
    return ThemeAgreement(theme, alpha, len(apart), sum(steps <= 1 for steps in apart))


def _ratings(within: Sequence[Spread], rules: Rules) -> list[list[float]]:
    """A row per assessor with the place on the scale of each mark; nan where there is none."""
    assessors = sorted({mark.assessor for spread in within for mark in spread.marks})
    return [list(_row(assessor, within, rules)) for assessor in assessors]


def _row(assessor: str, within: Iterable[Spread], rules: Rules) -> Iterator[float]:
    for spread in within:
        own = [step_of(mark, rules) for mark in spread.marks if mark.assessor == assessor]
        yield float(own[0]) if own else math.nan

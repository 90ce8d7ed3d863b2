"""Agreement per theme, on examples where it can be counted by hand."""

from fractions import Fraction

import pytest
from scoring.scans import requirements, scan, submission

from marktscan.domain.agreement import Assessed
from marktscan.robustness.agreement import krippendorff_alpha
from marktscan.robustness.assessors import assessed, six_decimals
from marktscan.scoring import score_scan

AALSMEER = requirements(
    "aalsmeer",
    "ARC 50, ZTC 50",
    """
    | id | thema | soort | gewicht | bijzonder |
    |---|---|---|---|---|
    | ARC-01 | ARC | wens | 1 | |
    | ARC-02 | ARC | wens | 1 | |
    | ZTC-01 | ZTC | wens | 1 | |
    """,
)


def _assessed(*marks: str) -> Assessed:
    vendors = [
        submission(name, "ARC-01 S, ARC-02 S, ZTC-01 S", given)
        for name, given in zip(("noord", "oost"), marks, strict=False)
    ]
    of = scan([AALSMEER], vendors)
    return assessed(of, score_scan(of)[0])


def test_agreement_per_theme_with_a_mark_missing():
    """
    | | a-1 | a-2 | a-3 | paren | hoogstens één trede |
    |---|---|---|---|---|---|
    | Noord ARC-01 | 10 | 8 | 4 | 3 | 10–8 |
    | Noord ARC-02 | 6 | 6 | – | 1 | 6–6 |
    | Oost ARC-01 | 2 | 8 | 2 | 3 | 2–2 |
    """
    found = _assessed(
        "a-1 ARC-01 10, a-2 ARC-01 8, a-3 ARC-01 4, a-1 ARC-02 6, a-2 ARC-02 6",
        "a-1 ARC-01 2, a-2 ARC-01 8, a-3 ARC-01 2",
    )
    [theme] = found.themes
    assert (theme.theme, theme.pairs, theme.near, theme.share_near) == ("ARC", 7, 3, Fraction(3, 7))
    nan = float("nan")
    alpha = krippendorff_alpha([[10, 6, 2], [8, 6, 8], [4, nan, 2]], "ordinal")
    assert float(theme.alpha) == pytest.approx(alpha, abs=1e-6)


def test_full_agreement_and_nothing_to_compare():
    same = _assessed("a-1 ARC-01 8, a-2 ARC-01 8, a-1 ARC-02 2, a-2 ARC-02 2").themes[0]
    assert (same.alpha, same.share_near) == (1, 1)
    alone = _assessed("a-1 ARC-01 8, a-1 ZTC-01 4").themes
    assert [(theme.theme, theme.alpha, theme.share_near) for theme in alone] == [
        ("ARC", None, None),
        ("ZTC", None, None),
    ]
    equal = _assessed("a-1 ARC-01 8, a-2 ARC-01 8").themes[0]
    assert (equal.alpha, equal.share_near) == (None, 1)


def test_no_marks_yet_and_no_vendors():
    empty = Assessed((), (), (), ())
    assert (_assessed(""), _assessed()) == (empty, empty)


def test_a_measure_of_agreement_is_never_printed_as_nan():
    assert (six_decimals(float("nan")), six_decimals(0.1234567)) == (None, Fraction("0.123457"))

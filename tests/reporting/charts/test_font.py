"""Characters and widths of the report's own font."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marktscan.reporting.charts import missing_glyphs, printable
from marktscan.reporting.charts.font import LABEL, STRONG, one_line, width


def test_widths_are_exact_sums_of_the_advances_in_the_font() -> None:
    assert width("", LABEL) == 0
    assert width("Kade", LABEL) == width("Ka", LABEL) + width("de", LABEL)
    assert width("□", LABEL) == Fraction(17, 2) * 600 / 1000


def test_semibold_is_wider() -> None:
    assert width("Rx.Enterprise", STRONG) > width("Rx.Enterprise", LABEL)


def test_an_unknown_character_is_as_wide_as_its_substitute() -> None:
    assert width("汉", LABEL) == width("□", LABEL)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("één ĳ € → ✓ ✘ ‑ …", "één ĳ € → ✓ ✘ ‑ …"),
        ("e\u0301e\u0301n", "één"),
        ("klaar \U0001f600", "klaar □"),
        ("\u2764\ufe0f", "❤" if not missing_glyphs("❤") else "□"),
        ("\U0001f468\u200d\U0001f469", "□□"),
        ("汉字", "□□"),
        ("a\x00b\x1b[0m", "a□b□[0m"),
        ("a\u2028b\x0bc", "a b c"),
        ("regel\n\ttwee", "regel\n\ttwee"),
        ("omgekeerd \u202ec", "omgekeerd □c"),
        ("los \ud800", "los □"),
    ],
)
def test_what_the_font_lacks_is_shown_as_a_box(written: str, shown: str) -> None:
    assert printable(written) == shown


def test_missing_characters_are_named_once_in_order() -> None:
    assert missing_glyphs("b\U0001f600 a汉\U0001f600 ok □") == ("\U0001f600", "汉")


def test_a_label_is_one_line() -> None:
    assert one_line("  twee\n\t regels ") == "twee regels"


@settings(max_examples=100)
@given(st.text())
def test_printable_text_has_nothing_missing_and_stays_as_it_is(text: str) -> None:
    assert missing_glyphs(printable(text)) == ()
    assert printable(printable(text)) == printable(text)

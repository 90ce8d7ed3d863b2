"""Shortening and wrapping by measured widths."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from marktscan.reporting.charts.font import LABEL, width
from marktscan.reporting.charts.labels import caption, fit, wrap
from tests.reporting.charts.invented import LONG, labels

rooms = st.integers(30, 300).map(Fraction)


def test_a_label_that_fits_stays_whole() -> None:
    assert fit("Linde Gemeentecloud", Fraction(100), LABEL) == "Linde Gemeentecloud"


def test_a_long_label_ends_in_an_ellipsis() -> None:
    assert fit("Linde Gemeentecloud", Fraction(60), LABEL) == "Linde Gemeen…"


def test_an_ellipsis_follows_a_letter_not_a_space() -> None:
    assert fit("Linde Gemeentecloud", width("Linde …", LABEL), LABEL) == "Linde…"


def test_only_the_name_of_a_caption_is_shortened() -> None:
    assert caption("Linde Gemeentecloud", "82", Fraction(60), LABEL) == "Linde Gem… 82"


def test_a_caption_without_room_for_a_name_is_its_figure() -> None:
    assert caption("Linde", "minder dan 1 %", Fraction(65), LABEL) == "minder dan 1 %"


def test_a_caption_may_lack_name_or_figure() -> None:
    assert caption("", "82", Fraction(60), LABEL) == "82"
    assert caption("Linde", "", Fraction(60), LABEL) == "Linde"


def test_words_wrap_and_the_rest_is_shortened() -> None:
    lines = wrap("Koppelvlak voor zaaktypen en berichten", Fraction(60), LABEL, 2)
    assert lines == ("Koppelvlak voor", "zaaktypen en…")


def test_a_word_wider_than_the_room_is_broken() -> None:
    first, *_, last = wrap(LONG, Fraction(60), LABEL, 3)
    assert first.endswith("-")
    assert last.endswith("…")


def test_no_text_is_no_lines() -> None:
    assert wrap(" ", Fraction(60), LABEL, 3) == ()


@settings(max_examples=60)
@given(labels, labels, rooms)
def test_no_label_is_wider_than_its_room(name: str, value: str, room: Fraction) -> None:
    lines = (fit(name, room, LABEL), caption(name, value, room, LABEL), *wrap(name, room, LABEL, 3))
    assert all(width(line, LABEL) <= room for line in lines)
    assert len(wrap(name, room, LABEL, 3)) <= 3

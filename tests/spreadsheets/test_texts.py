from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marktscan.spreadsheets.amounts import TwoReadings, read_amount
from marktscan.spreadsheets.periods import read_period
from marktscan.spreadsheets.texts import (
    clean,
    clean_id,
    in_our_letters,
    is_blank,
    key_of,
    nearest,
    number_text,
    shown,
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("ARC-03", "ARC-03"),
        (" ARC-03\u00a0", "ARC-03"),
        ("ARC\u200b-03", "ARC-03"),
        ("ARC-03_x000D_", "ARC-03"),
        ("ARC–03", "ARC-03"),
        ("ARC\u201103", "ARC-03"),
        ("ＡＲＣ-03", "ARC-03"),
        ("ARC-03\ufe0f\u3164\u180e\U000e0041", "ARC-03"),
        ("Won’t", "Won't"),
        ("zelfde \n eis", "zelfde eis"),
    ],
)
def test_an_id_is_read_without_what_nobody_sees(written: str, meant: str) -> None:
    assert clean_id(written) == meant


def test_letters_of_another_alphabet_are_read_as_they_look() -> None:
    assert in_our_letters("\u0410R\u0421-\u041e3 \u0391\u0392 \u0405") == "ARC-O3 AB S"
    assert in_our_letters("Жé-03") == "Жé-03"


def test_free_text_keeps_its_lines_and_quotes() -> None:
    assert clean("  “Ja”, zei hij.\r\nMaar\x07 niet\u00a0nu.\ufeff ") == "“Ja”, zei hij.\nMaar niet nu."


@given(st.text())
def test_cleaning_twice_is_cleaning_once_for_ids(text: str) -> None:
    once = clean_id(text.replace("_x", ""))
    assert clean_id(once) == once


@pytest.mark.parametrize(
    "heading", ["Eis-ID", "EIS ID", "eis‑id *", "Eis-ID (invullen)", "Eis-ID:", "[x] Eis–ID"]
)
def test_spellings_of_a_heading_share_a_key(heading: str) -> None:
    assert key_of(heading) == "eisid"


def test_a_misspelling_finds_its_nearest_word() -> None:
    assert nearest("Antwoort", ("Uitleg", "Antwoord")) == "Antwoord"
    assert nearest("Postcode", ("Uitleg", "Antwoord")) == ""


def test_values_are_shown_as_a_dutch_reader_sees_them() -> None:
    values = (None, True, False, 3, 3.0, 3.5, date(2027, 7, 1), datetime(2027, 7, 1, 12), "tekst")
    assert [shown(value) for value in values] == [
        *("", "WAAR", "ONWAAR", "3", "3", "3,5", "1-7-2027", "1-7-2027", "tekst")
    ]


def test_the_noise_of_binary_fractions_is_not_shown() -> None:
    assert number_text(0.1 + 0.2) == "0.3"
    assert number_text(1234.5) == "1234.5"


@pytest.mark.parametrize("value", [None, "", "  ", "\u200b", "\u00a0\n", "_x000D_"])
def test_what_shows_nothing_is_blank(value: str | None) -> None:
    assert is_blank(value)
    assert not is_blank("-")
    assert not is_blank(0)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("3,5", "3.5"),
        ("3.5", "3.5"),
        ("€ 1.250,00", "1250.00"),
        ("€ 1.250,-", "1250"),
        ("€1.250,-", "1250"),
        ("1.250,--", "1250"),
        ("1.250,- euro", "1250"),
        ("-1.250,-", "-1250"),
        ("€ 1 250,-", "1250"),
        ("€ 1.250.000,-", "1250000"),
        ("€ 1250,-", "1250"),
        ("€ 0,-", "0"),
        ("€ 12.500.000", "12500000"),
        ("1,250.75", "1250.75"),
        ("1 250 000,5", "1250000.5"),
        ("1250 euro", "1250"),
        ("-250", "-250"),
        ("€ -250,50", "-250.50"),
        ("− 250", "-250"),
        ("0.125", "0.125"),
        ("1234,567", "1234.567"),
        ("35 %", None),
        ("n.v.t.", None),
        ("12 tot 15", None),
        ("--5", None),
        ("1.25.0", None),
        ("1.25,-", None),
        ("0.250,-", None),
        ("1,250,-", None),
        ("3,50,-", None),
        ("1.250,00,-", None),
    ],
)
def test_numbers_typed_as_text(written: str, number: str | None) -> None:
    assert read_amount(written) == (None if number is None else Decimal(number))


@pytest.mark.parametrize("written", ["1.234", "1,234", "€ 12.500", "€1.250", "1.250 euro"])
def test_a_number_with_two_readings_is_refused(written: str) -> None:
    assert isinstance(read_amount(written), TwoReadings)


def test_both_readings_of_a_doubtful_number_are_named() -> None:
    assert read_amount("-1.234") == TwoReadings(decimal="-1,234", thousands="-1234")


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_a_dutch_amount_is_read_back_exactly(amount: Decimal) -> None:
    written = f"{amount:,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    assert read_amount(f"€ {written}") == amount


@given(st.integers(min_value=0, max_value=10**9))
def test_whole_euros_are_read_back_exactly(amount: int) -> None:
    written = f"{amount:,}".replace(",", ".")
    assert read_amount(f"€ {written},-") == read_amount(f"{written},--") == amount


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2027-07-01", date(2027, 7, 1)),
        ("1-7-2027", date(2027, 7, 1)),
        ("01/07/2027", date(2027, 7, 1)),
        ("1.7.2027", date(2027, 7, 1)),
        ("1 juli 2027", date(2027, 7, 1)),
        ("juli 2027", date(2027, 7, 31)),
        ("feb. 2028", date(2028, 2, 29)),
        ("Mrt 2027", date(2027, 3, 31)),
        ("sept 2027", date(2027, 9, 30)),
        ("07-2027", date(2027, 7, 31)),
        ("2027/7", date(2027, 7, 31)),
        ("Q3 2027", date(2027, 9, 30)),
        ("2027 Q3", date(2027, 9, 30)),
        ("2027-Q4", date(2027, 12, 31)),
        ("K1 2027", date(2027, 3, 31)),
        ("2e kwartaal 2027", date(2027, 6, 30)),
        ("derde kwartaal van 2027", date(2027, 9, 30)),
        ("kwartaal 4 2027", date(2027, 12, 31)),
        ("H1 2027", date(2027, 6, 30)),
        ("tweede helft 2027", date(2027, 12, 31)),
        ("1e halfjaar 2027", date(2027, 6, 30)),
        ("2027", date(2027, 12, 31)),
    ],
)
def test_a_date_or_period_typed_as_text_means_its_last_day(written: str, day: date) -> None:
    assert read_period(written) == day


@pytest.mark.parametrize(
    "written",
    [
        "eind 2027",
        "medio 2027",
        "31-2-2027",
        "13-2027",
        "7-13-2027",
        "1-7-27",
        "volgende release",
        "2027-2028",
    ],
)
def test_what_is_not_one_clear_day_or_period_is_not_read(written: str) -> None:
    assert read_period(written) is None

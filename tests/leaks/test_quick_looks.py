"""What is looked for only where something tells of it, is found as if it were looked for everywhere."""

import re
import sys
from collections.abc import Iterator
from string import ascii_lowercase

import pytest

from marktscan.leaks import contacts, numerals, periods
from marktscan.leaks.plain import folded
from marktscan.leaks.rare_words import names_in
from tests.leaks.drawn import TEXTS, drawn

NUMBERS = (
    *(
        "0",
        "1",
        "12",
        "123",
        "1.234",
        "12345",
        "1,50",
        "2027",
        ".",
        ",",
        "'",
        "’",
        "-",
        " ",
        "\N{NO-BREAK SPACE}",
    ),
    *("\n", "\n\n", "€", "€ ", "k€ ", "keuro ", "euro ", "eur", "_", "%", ":", " mln", "k", "m", "x", "A5"),
    *(
        "prijs",
        "prijs: ",
        "som",
        "kosten",
        "licentie_",
        "totaal ",
        "meerprijs",
        "korting",
        " per jaar",
        "p.j.",
    ),
    *("twaalf ", "honderd", "duizend", "ton", "tonen", " anderhalve ton", "een miljoen"),
)
DAYS = (
    *(
        "0",
        "1",
        "3",
        "12",
        "31",
        "20",
        "27",
        "2027",
        "13",
        "00",
        ".",
        "-",
        "/",
        ",",
        " ",
        "\n",
        "'",
        "(",
        "ste ",
        "e ",
    ),
    *(
        "mei",
        "mei ",
        "jan",
        "sept.",
        "maart",
        "maar ",
        "december",
        "gemeente ",
        "q",
        "Q3",
        "kw",
        "k3",
        "kwartaal ",
    ),
    *("h2", "helft", "half jaar", "eerste ", "derde ", "iv ", "van ", "t/m ", "en ", "x", "20270930"),
)
PHONES = (
    "+",
    "0",
    "00",
    "31",
    "(",
    "(0)",
    "6",
    "-",
    " ",
    ".",
    ",",
    "3456",
    "612345678",
    "\n",
    "x",
    "+31 ",
    "0031",
)
WORDS = (
    "Wij ",
    "kiezen ",
    "Kroonsluis",
    "T-9981",
    "t-9981",
    "B12",
    " ",
    ". ",
    "-",
    "iPad",
    "é",
    "É",
    "ǅ",
    "²",
    "a1",
)


def spans(found: Iterator[re.Match[str]]) -> list[tuple[int, int]]:
    return [match.span() for match in found]


def test_letters_are_folded_as_a_pattern_that_ignores_case_does() -> None:
    every = [chr(code) for code in range(sys.maxunicode + 1)]
    same = [folded(sign) for sign in every]
    assert set(map(len, same)) == {1}
    for letter in f"{ascii_lowercase}éë":
        pattern = re.compile(letter, re.IGNORECASE)
        alike = set(pattern.findall("".join(every)))
        assert alike == {sign for sign, small in zip(every, same, strict=True) if small == letter}


def test_numerals_are_those_of_the_pattern_by_itself() -> None:
    found = 0
    for text in drawn(NUMBERS):
        expected = spans(numerals._NUMERAL.finditer(text))
        assert spans(numerals._written(text)) == expected, text
        found += len(expected)
    assert found > TEXTS / 2


def test_a_number_is_priced_by_what_stands_before_it_as_read_backwards() -> None:
    before = re.compile(rf"\b\w*(?:{'|'.join(numerals._PRICE)})\b[^\n\d]{{0,15}}$")
    told = []
    for text in drawn(NUMBERS):
        prices = numerals._prices(text)
        for found in numerals._NUMERAL.finditer(text):
            line = text[max(found.start() - 40, 0) : found.start()].removesuffix("\n").rpartition("\n")[2]
            behind = numerals._PRICED_AFTER.match(text, found.end()) is not None
            told.append(behind or bool(line and before.search(line)))
            assert numerals._is_priced(text, found, prices) is told[-1], text
    assert min(told.count(True), told.count(False)) > TEXTS / 10


def test_parts_of_a_year_stand_only_where_something_tells_of_them() -> None:
    parts = [text for text in drawn(DAYS) if periods._PART.search(text)]
    assert len(parts) > TEXTS / 10
    assert [text for text in parts if not periods._OF_A_PART.search(text)] == []


@pytest.mark.parametrize(
    ("quick", "by_itself"),
    [
        ("_MONTH_YEAR", r"(?<![\w./-])(0?[1-9]|1[0-2])(?:[-/]|(?<=0\d)\.)20(\d\d)(?![-/]?\w)"),
        ("_YEAR_MONTH", r"(?<![\w./-])20(\d\d)[-/](0?[1-9]|1[0-2])(?![-/]?\w)"),
        ("_DAY", r"(?<![\w-])(\d{1,2})([-/.])(\d{1,2})\2(?:20|['’]|(?<!\.))(\d\d)\b(?!-)"),
        ("_ISO", r"(?<![\d-])20(\d\d)(-?)(\d\d)\2(\d\d)(?!\d)"),
    ],
)
def test_dates_in_figures_are_those_of_the_pattern_that_looks_back_first(quick: str, by_itself: str) -> None:
    figures = (
        *(
            "0",
            "9",
            "12",
            "13",
            "31",
            "-",
            ".",
            "/",
            " ",
            " ",
            "'",
            "x",
            "2027",
            "-2027",
            "20-3",
            "1.2.",
            "1/2/",
        ),
        *("1-2-2027", "2027-09-30", "20270930", "3/4/'27", "09.2027", "9/2027", "2027-9"),
    )
    found = 0
    for text in drawn(figures):
        expected = list(re.compile(by_itself).finditer(text))
        read = [
            match
            for match in getattr(periods, quick).finditer(text)
            if quick != "_MONTH_YEAR" or 1 <= int(match[1]) <= 12
        ]
        assert [(m.span(), m.groups()) for m in read] == [(m.span(), m.groups()) for m in expected], text
        found += len(expected)
    assert found > 50


def test_telephone_numbers_are_those_of_the_pattern_that_looks_back_first() -> None:
    looking_back = re.compile(rf"(?<![\w.,+])(?:(?:\+|00)31[\s.-]*(?:\(0\))?|\(?0)[\s.-]*{contacts._NINE}")
    found = 0
    for text in drawn(PHONES):
        expected = spans(looking_back.finditer(text))
        assert spans(contacts._PHONE.finditer(text)) == expected, text
        found += len(expected)
    assert found > 200


def test_a_word_in_small_letters_is_no_name_and_no_code() -> None:
    for text in drawn(WORDS):
        assert {
            name for word in text.split() if word.isalpha() and word.islower() for name in names_in(word)
        } == set()
    assert names_in("Wij kiezen t-9981 en kroonsluis") == {"t-9981"}

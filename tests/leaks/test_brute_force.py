"""What is looked up in a clever way is what would be found by trying every place, one after another."""

import random

import pytest

from marktscan.domain.source import Source
from marktscan.leaks import hits
from marktscan.leaks.amounts import amounts, telling_amounts
from marktscan.leaks.plain import squashed
from marktscan.leaks.search import TEXT
from marktscan.leaks.secret_texts import LENGTH, STRIDE, runs_of
from tests.leaks.finished import secrets

ALPHABET = "abcde "
PRICED = (
    "De prijs: 1.200\nprijs\n1300\nEen korting van 15 %, € 14,- en 16 euro, k€ 17 of 18 per jaar. "
    "Totaal  2027\n19"
)


def drawn(seed: int, length: int) -> str:
    """Letters in which the same few come back, so that nearly-hits are common."""
    choose = random.Random(seed)  # noqa: S311 (nothing is kept secret with it)
    return "".join(choose.choices(ALPHABET, k=length))


def copy(seed: int) -> tuple[str, str]:
    """A text that is secret, and a part of it."""
    choose = random.Random(seed)  # noqa: S311 (nothing is kept secret with it)
    secret = drawn(seed, choose.randrange(40, 200))
    begin = choose.randrange(len(secret))
    return secret, secret[begin : begin + choose.randrange(20, 60)]


@pytest.mark.parametrize("seed", range(60))
def test_runs_are_found_wherever_they_stand_and_nowhere_else(seed: int) -> None:
    secret, copied = copy(seed)
    sources = {
        run: Source("vendors/polder/answers.xlsx", "Vragen", f"G{place}")
        for place, run in enumerate(sorted(runs_of(squashed(secret), STRIDE)))
    }
    text = f"{drawn(seed + 1000, seed)}{copied}{drawn(seed + 2000, 9)}"
    letters = squashed(text)
    expected = {source for run, source in sources.items() if run in letters}
    found = {hit.source for hit in hits(secrets(runs=sources), "", text.encode()) if hit.what == TEXT}
    assert found == expected


def test_the_texts_drawn_for_this_hold_runs_and_nearly_runs() -> None:
    """Else the test before this one would pass without looking."""
    assert LENGTH < 40 + STRIDE
    held = []
    for seed in range(60):
        secret, copied = copy(seed)
        held.append(any(run in squashed(copied) for run in runs_of(squashed(secret), STRIDE)))
    assert 10 < sum(held) < 50


def test_of_the_named_numbers_none_is_left_out() -> None:
    every = tuple(amounts(PRICED))
    named = tuple(amounts(PRICED, named=True))
    assert named == tuple(amount for amount in every if amount.euro or amount.percent)
    assert 0 < len(named) < len(every)


def test_words_of_price_count_on_the_same_line_and_right_above() -> None:
    priced = [int(amount.value) for amount in amounts(PRICED) if amount.priced]
    assert priced == [1200, 1300, 15, 18, 2027]


PIECES = (
    *(
        "0",
        "1",
        "7",
        "12",
        "123",
        "1234",
        "12345",
        "1.234",
        "1,50",
        "2027",
        ".",
        ",",
        " ",
        "\n",
        "€ ",
        "k€ ",
        "%",
        "-",
    ),
    *(" euro", " mln", "k", " per jaar", "prijs: ", "Totaal ", "korting ", "x", ",-"),
)


@pytest.mark.parametrize("named", [False, True])
@pytest.mark.parametrize("seed", range(200))
def test_the_amounts_that_tell_are_all_amounts_but_those_that_tell_nothing(seed: int, named: bool) -> None:
    choose = random.Random(seed)  # noqa: S311 (nothing is kept secret with it)
    text = "".join(choose.choices(PIECES, k=30))
    every = amounts(text, named=named)
    telling = dict.fromkeys(found for found in every if found.is_telling())
    assert list(dict.fromkeys(telling_amounts(text, named=named))) == list(telling)


def test_texts_are_drawn_in_which_some_amounts_tell_and_some_do_not() -> None:
    texts = ["".join(random.Random(seed).choices(PIECES, k=30)) for seed in range(200)]  # noqa: S311
    told = [found.is_telling() for text in texts for found in amounts(text)]
    assert min(told.count(True), told.count(False)) > 100

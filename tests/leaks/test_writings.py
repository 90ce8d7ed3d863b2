"""How many ways there are to write a name, an amount or a text, and what only looks like a leak."""

from decimal import Decimal

import pytest

from marktscan.leaks import hits
from marktscan.leaks.amounts import rows_of
from marktscan.leaks.plain import squashed
from marktscan.leaks.secret_texts import STRIDE, runs_of
from tests.leaks.finished import OTHER, PRICE, secrets

PROMISE = "Wij leveren de koppeling met het archief voor de zomer, maar alleen als drie gemeenten tekenen."


def found(text: str, **changes: object) -> bool:
    return bool(hits(secrets(**changes), "", text.encode()))


@pytest.mark.parametrize(
    "text",
    [
        "Zuiderzaak Café",
        "ZUIDERZAAK CAFE",
        "zuiderzaak-cafe",
        "ZuiderzaakCafé",
        "Zuider-\nzaak Café",
        "Z u i d e r z a a k  C a f é",
        "Zuiderzaak\N{NO-BREAK SPACE}Cafe\N{COMBINING ACUTE ACCENT}",
        "Zui\N{SOFT HYPHEN}derzaak Café",
        "deZuiderzaakCafégroep",
    ],
)
def test_a_name_is_found_in_any_writing(text: str) -> None:
    assert found(f"Het pakket {text} valt op.")


def test_a_short_name_is_a_word_and_not_a_part_of_one() -> None:
    short = {"names": {"kade": OTHER}}
    assert found("Volgens KADE kan dat.", **short)
    assert not found("De kaders zijn arcade.", **short)


def test_a_name_with_a_figure_is_found_as_it_is_written_and_not_in_a_row_of_a_table() -> None:
    person = {"names": {"diemen-1": OTHER}}
    assert found("assessments/diemen-1.xlsx", **person)
    assert found("DIEMEN_1", **person)
    assert not found("Diemen\n1", **person)


def test_a_name_in_words_the_reader_wrote_is_no_leak_and_beside_them_it_is() -> None:
    own = {"allowed": squashed("Wij koppelen met Zuiderzaak Café via een standaard.")}
    assert not found("Wij koppelen met Zuiderzaak Café via een…", **own)
    assert found("Zuiderzaak Café haalt 78 punten.", **own)


@pytest.mark.parametrize(
    "text",
    [
        "1.234.567",
        "1234567",
        "1 234 567",
        "1'234'567",
        "1,234,567.00",
        "€ 1.234.567,00",
        "EUR 1234567,-",
        "€ 1,2 mln.",
        "1,23 miljoen",
        "1.235 duizend",
        "€ 1.235k",
        "1.234.\n567",
        "1234567 €",
        "k€ 1.235",
        "€ 12,3 ton",
        "1,235 mln",
        "1,235 mljn. euro",
        "1.235 keuro",
        "kEUR 1.235",
        "T€ 1.235",
        "EUR1234567",
        "1\N{THIN SPACE}234\N{THIN SPACE}567",
        "1\N{FIGURE SPACE}234\N{FIGURE SPACE}567",
        "1\N{NARROW NO-BREAK SPACE}234\N{NARROW NO-BREAK SPACE}567",
        "1.\N{SOFT HYPHEN}234.\N{ZERO WIDTH SPACE}567",
        "twaalf ton",
    ],
)
def test_an_amount_is_found_in_every_notation(text: str) -> None:
    assert found(f"Het totaal is {text} over acht jaar.", amounts=((Decimal("1234567"), PRICE),))


@pytest.mark.parametrize(
    "text",
    [
        "112 duizend euro",
        "€ 112k",
        "EUR 112 000",
        "112.000,-",
        "112.000,--",
        "0,112 mln",
        "1,12 ton",
        "honderdtwaalfduizend",
        "Honderd twaalf duizend euro",
        "honderdentwaalf-\nduizend",
        "honderd\N{LATIN SMALL LETTER E WITH DIAERESIS}ntwaalfduizend",
    ],
)
def test_an_amount_in_words_or_shortened_is_found(text: str) -> None:
    assert found(f"Het totaal is {text} over acht jaar.", amounts=((Decimal(112_000), PRICE),))


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("anderhalf miljoen", 1_500_000),
        ("vierentachtighonderd euro", 8_400),
        ("drieëntwintigduizend vierhonderd vijf", 23_405),
        ("EENENTWINTIGDUIZEND", 21_000),
    ],
)
def test_numbers_in_words_are_read(text: str, amount: int) -> None:
    assert found(f"Dat kost {text}.", amounts=((Decimal(amount), PRICE),))


@pytest.mark.parametrize("text", ["een van de twaalf", "twee, drie of vier", "duizenden zaken", "112 ton"])
def test_other_words_for_numbers_are_no_leak(text: str) -> None:
    prices = {"amounts": tuple((Decimal(n), PRICE) for n in (12, 24, 1000, 112_000))}
    assert not found(f"Er zijn {text} geteld.", **prices)


def test_a_shortened_amount_in_euro_is_money_although_the_number_is_known() -> None:
    known = {"amounts": ((Decimal(33_000), PRICE),), "known": frozenset({Decimal(33_000)})}
    assert found("33 duizend euro", **known)
    assert not found("33 duizend inwoners", **known)


@pytest.mark.parametrize("text", ["€ 0,1 mln", "€ 1 ton", "0,1 miljoen euro"])
def test_a_rough_amount_in_euro_is_found_and_without_euro_it_is_a_number_of_something(text: str) -> None:
    secret = {"amounts": ((Decimal(112_000), PRICE),)}
    assert found(f"Het totaal is {text}.", **secret)
    assert not found("Er zijn 0,1 miljoen zaken.", **secret)
    assert not found(f"Het totaal is {text}.", **secret, money=frozenset({Decimal(112_000)}))


@pytest.mark.parametrize("text", ["1.234.568", "12.345.670", "1,3 mln.", "versie 1.234", "1,2", "1"])
def test_another_amount_is_no_leak(text: str) -> None:
    assert not found(f"Het totaal is {text} over acht jaar.", amounts=((Decimal("1234567"), PRICE),))


def test_a_small_amount_is_found_where_it_is_said_to_be_money() -> None:
    small = {"amounts": ((Decimal(450), PRICE), (Decimal("36.50"), PRICE))}
    assert found("Het kost € 450 per jaar.", **small)
    assert found("Per medewerker 36,50", **small)
    assert not found("Op bladzijde 450 staat meer.", **small)
    assert not found("Een leeg vak is niet € 0, en € 36 is iets anders.", **small)


@pytest.mark.parametrize(
    "text",
    [
        "1.234",
        "1'234",
        "prijs: 1234",
        "Het abonnement kost 1234.",
        "1234 per jaar",
        "1234 p.j.",
        "1.234,-",
        "1234,00",
        "3,47",
        "3,47 per inwoner",
        "k€ 1,2",
        "prijs 1.200",
        "€ 0,62",
        "0,62 per inwoner",
    ],
)
def test_a_small_amount_is_found_by_its_writing_or_by_the_words_around_it(text: str) -> None:
    prices = {"amounts": tuple((Decimal(n), PRICE) for n in ("1234", "3.47", "1200", "0.62"))}
    assert found(f"Er staat: {text} en meer", **prices)


@pytest.mark.parametrize(
    "text",
    ["1234", "artikel 1234", "1234 punten", "versie 3.47", "1235", "3,48", "2026-1234", "1.200", "0,62"],
)
def test_a_bare_small_number_may_be_anything(text: str) -> None:
    prices = {"amounts": tuple((Decimal(n), PRICE) for n in ("1234", "3.47", "1200", "0.62"))}
    assert not found(f"Er staat: {text} en meer", **prices)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Klantportaal\n8400\n", True),
        ("Klantportaal: 8400 en", True),
        ("KLANTPORTAAL 8.400", True),
        ("Hosting en\nbeveiliging | 0,62", True),
        ("Klantportaal\n84001", False),
        ("Klantportaal met 8400 zaken", False),
        ("Klantportaal\n2027", False),
        ("Klantportaal\n8400 %", False),
        ("Zuiderzaak\n8400", False),
    ],
)
def test_a_bare_number_right_behind_what_has_a_price_is_its_price(text: str, *, expected: bool) -> None:
    prices = {"amounts": tuple((Decimal(n), PRICE) for n in ("8400", "0.62", "2027"))}
    rows = rows_of(("Klantportaal", "Hosting en beveiliging"))
    assert found(f"Er staat {text}", **prices, rows=rows) is expected
    assert not found(
        f"Er staat {text}", **prices, rows=rows, known=frozenset({Decimal(8400), Decimal("0.62")})
    )


def test_a_year_beside_a_price_is_a_year() -> None:
    price = {"amounts": ((Decimal(2027), PRICE),)}
    assert not found("De kosten van 2027 volgen.", **price)
    assert found("De kosten: € 2027", **price)


def test_a_number_the_reader_may_know_is_no_leak_unless_it_is_called_money() -> None:
    both = {"amounts": ((Decimal(33_000), PRICE),)}
    inhabitants = frozenset({Decimal(33_000)})
    assert found("33.000", **both)
    assert not found("33.000 inwoners", **both, known=inhabitants)
    assert found("€ 33.000", **both, known=inhabitants)
    assert not found("€ 33.000", **both, known=inhabitants, money=inhabitants)


def test_a_round_percentage_is_found_as_a_discount() -> None:
    share = {"percentages": {Decimal(15): PRICE}, "amounts": ()}
    assert found("Wij geven 15 % korting.", **share)
    assert found("een korting van 15%", **share)
    assert not found("In 15 % van de trekkingen", **share)


@pytest.mark.parametrize("text", ["12,5 %", "12,5%", "12,5 procent", "12.5 pct"])
def test_a_percentage_is_found_with_its_sign(text: str) -> None:
    share = {"percentages": {Decimal("12.5"): PRICE}, "amounts": ()}
    assert found(f"Een korting van {text} op alles.", **share)
    assert not found("Een score van 12,5 punten.", **share)


def runs(text: str) -> dict[str, object]:
    return {"runs": dict.fromkeys(runs_of(squashed(text), STRIDE), OTHER)}


@pytest.mark.parametrize("begin", range(0, 30, 3))
def test_seven_words_in_a_row_are_found_wherever_they_begin(begin: int) -> None:
    assert found(f"Zij schreven: {PROMISE[begin : begin + 52]}", **runs(PROMISE))


def test_a_text_is_found_across_line_ends_and_hyphens() -> None:
    assert found(PROMISE.replace(" ", "\n").replace("koppeling", "kop-\npeling"), **runs(PROMISE))


def test_a_few_words_in_common_are_no_leak() -> None:
    assert not found("Wij leveren de koppeling in het najaar, ook zonder drie gemeenten.", **runs(PROMISE))

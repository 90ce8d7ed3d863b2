from decimal import Decimal

import pytest
from scan_factory import price, project, requirement, requirement_list, scan, submission

from marktscan.checking.prices import CHECKS
from marktscan.domain.answer import PriceLine
from marktscan.domain.finding import Finding
from marktscan.domain.project import Forms, PriceKind, PriceSheet

LISTS = tuple(requirement_list(requirement("ARC-01", slug)) for slug in ("aalsmeer", "diemen"))


def found(*lines: PriceLine, others: tuple[PriceLine, ...] = ()) -> list[Finding]:
    vendors = [submission(prices=lines)]
    vendors += [submission(vendor=f"v{n}", prices=(line,)) for n, line in enumerate(others)]
    made = scan(LISTS, submissions=tuple(vendors))
    return [item for check in CHECKS for item in check(made)]


def places(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(item.code.name, item.source.cell) for item in findings]


def euro(**changes: object) -> PriceLine:
    return price(**{"yearly": Decimal(100), **changes})  # type: ignore[arg-type]


def test_complete_line() -> None:
    assert found(euro(unit="inwoner", quantity=Decimal(33000))) == []


def test_no_prices() -> None:
    (item,) = found()
    assert (item.code.name, str(item.source)) == ("PRICES_MISSING", "vendors/zaak/prices.xlsx")


def test_no_prices_file_names_where_it_should_lie() -> None:
    (item,) = CHECKS[0](scan(LISTS, submissions=(submission(prices_file=""),)))
    assert str(item.source) == "vendors/zaak/prices.xlsx"


@pytest.mark.parametrize(
    ("line", "code", "cell"),
    [
        (price(), "PRICE_LINE_EMPTY", "E2"),
        (euro(yearly=Decimal(-5)), "PRICE_NEGATIVE", "F2"),
        (euro(one_off=Decimal("-0.50")), "PRICE_NEGATIVE", "E2"),
        (euro(unit="gebruiker"), "PRICE_WITHOUT_QUANTITY", "D2"),
        (euro(municipality="Ouder-Amstel"), "PRICE_MUNICIPALITY_UNKNOWN", "B2"),
    ],
)
def test_line_that_is_not_in_order(line: PriceLine, code: str, cell: str) -> None:
    assert places(found(line)) == [(code, cell)]


def test_zero_is_an_amount() -> None:
    assert found(euro(yearly=Decimal(0))) == []


def test_amounts_are_shown_with_a_comma() -> None:
    (item,) = found(euro(yearly=Decimal("-1200.50")))
    assert dict(item.facts)["amount"] == "-1200,5"


def test_line_twice() -> None:
    (item,) = found(euro(), euro(kind="LICENTIE", row=7))
    assert (item.code.name, item.source.cell) == ("PRICE_LINE_DOUBLE", "A7")
    assert dict(item.facts)["first"] == "vendors/zaak/prices.xlsx · Kosten!A2"


def test_line_for_one_municipality_only() -> None:
    (item,) = found(euro(municipality="Aalsmeer"))
    assert (item.code.name, dict(item.facts)["municipality"]) == ("PRICE_MUNICIPALITY_MISSING", "Diemen")


def test_line_for_every_municipality_by_name_or_slug() -> None:
    assert found(euro(municipality="Aalsmeer"), euro(municipality="diemen", row=3)) == []


def counted(quantity: int, vendor: str = "zaak") -> PriceLine:
    return euro(unit="gebruiker", quantity=Decimal(quantity), vendor=vendor)


def test_quantity_other_than_most_vendors_use() -> None:
    (item,) = found(counted(300), others=(counted(250, "v0"), counted(250, "v1")))
    assert (item.code.name, str(item.source)) == (
        "PRICE_QUANTITY_DIFFERS",
        "vendors/zaak/prices.xlsx · Kosten!D2",
    )
    assert dict(item.facts) == {"kind": "Licentie", "vendor": "Zaak", "quantity": "300", "usual": "250"}


def test_nobody_is_usual_when_two_differ() -> None:
    assert found(counted(300), others=(counted(250, "v0"),)) == []


def asked(*lines: PriceLine) -> list[Finding]:
    """What is found when the project asked 5 licences of Aalsmeer, and extra storage as an option."""
    kinds = (PriceKind("Licentie", "stuk", "stuks"), PriceKind("Opslag", "stuk", "stuks", optional=True))
    sheet = PriceSheet(kinds, {"stuks": {"aalsmeer": 5}})
    lists = (requirement_list(requirement("ARC-01", "aalsmeer")),)
    of = project("aalsmeer", forms=Forms(price_sheet=sheet))
    made = scan(lists, submissions=(submission(prices=lines),), of=of)
    return [item for check in CHECKS for item in check(made)]


def test_a_kind_that_was_asked_is_missing_unless_it_is_an_option() -> None:
    (item,) = asked(euro(kind="Opslag", optional=True))
    assert (item.code.name, dict(item.facts)["kind"]) == ("PRICE_KIND_MISSING", "Licentie")


def test_who_asks_decides_what_is_an_option() -> None:
    (item,) = asked(euro(optional=True))
    assert (item.code.name, item.source.cell) == ("PRICE_OPTION_DIFFERS", "G2")
    assert (dict(item.facts)["said"], dict(item.facts)["asked"]) == ("ja", "nee")


def test_the_quantity_that_was_asked_holds() -> None:
    (item,) = asked(euro(quantity=Decimal(4), municipality="Aalsmeer"))
    assert (item.code.name, dict(item.facts)["usual"]) == ("PRICE_QUANTITY_DIFFERS", "5")

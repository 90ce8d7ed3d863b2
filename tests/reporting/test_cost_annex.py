"""The annex with costs: every amount leads to a row in it, and every row can be redone from what it says."""

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from marktscan import pipeline
from marktscan.domain.answer import PriceLine
from marktscan.domain.conventions import CostRules, InternalCost
from marktscan.domain.project import Forms, PriceKind, PriceSheet
from marktscan.domain.source import Origin
from marktscan.pipeline import background_of
from marktscan.reporting.chapters.cost_annex import cost_annex
from marktscan.reporting.chapters.costs import cost_chapter
from marktscan.reporting.facts import Facts
from marktscan.reporting.variants import Variant
from marktscan.reporting.view import Chapter, Paragraph, Row, Table
from tests.reporting import small
from tests.reporting.test_costs import facts as without_quantities
from tests.reporting.test_score_annex import figures

STEERING = Variant("stuurgroep")
DIEMEN = Variant("gemeente-diemen", "diemen")
COLUMNS = {"kind": "A", "quantity": "D", "one_off": "E", "yearly": "F"}
SLUGS = ("aalsmeer", "amstelveen", "diemen")
RULES = CostRules(
    years=2,
    indexation=Decimal("0.1"),
    exit=("Vertrek",),
    internal=(InternalCost("Uren", dict(zip(SLUGS, map(Decimal, (5, 5, 7)), strict=True))),),
)
SHEET = PriceSheet(
    (PriceKind("Licentie", "per inwoner", "inwoners"),),
    {"inwoners": {"aalsmeer": 10, "amstelveen": 20, "diemen": 30}},
)


def line(row: int, kind: str, municipality: str, prices: str, quantity: int | None = None) -> PriceLine:
    """Prices as "1,50 once and "- 2" a year; a hyphen is an empty cell."""
    once, a_year = (None if price == "-" else Decimal(price) for price in prices.split())
    origin = Origin("vendors/polder/prices.xlsx", "Kosten", row, COLUMNS)
    units = Decimal(quantity) if quantity else None
    return PriceLine(kind, "stuk", units, once, a_year, kind == "Extra", False, origin, municipality)


def facts(variant: Variant = STEERING, *lines: PriceLine) -> Facts:
    given = small.scan(small.project(costs=RULES, forms=Forms(price_sheet=SHEET)))
    vendors = (replace(s, prices=lines if s.vendor.slug == "polder" else ()) for s in given.submissions)
    given = replace(given, submissions=tuple(vendors))
    results = small.results(given)
    return Facts(given, results, small.NO_STRESS, (), variant, background_of(given, results))


LINES = (
    line(2, "Licentie", "Aalsmeer", "0 1.5"),
    line(3, "Licentie", "Amstelveen", "0 1.5"),
    line(4, "Licentie", "Diemen", "0 1.25"),
    line(5, "Inrichting", "", "1000 -", 3),
    line(6, "Vertrek", "Diemen", "0 -", 1),
    line(7, "Extra", "Diemen", "4 2", 2),
)


def chapter(of: Facts) -> Chapter:
    made = cost_annex(of)
    assert made is not None
    return made


def rows(made: Chapter, caption: str) -> list[Row]:
    (found,) = [part for part in made.parts if isinstance(part, Table) and part.caption.startswith(caption)]
    return list(found.rows)


def said(row: Row) -> list[str]:
    words = ["".join(getattr(word, "text", word) for word in cell.text) for cell in row.cells]
    return [word.replace("\N{NO-BREAK SPACE}", " ") for word in words]


def test_every_line_with_its_price_its_cells_and_what_it_comes_to() -> None:
    """Paid 1 + 1,1 = 2,1 times: 10 × 1,50 × 2,1 = 31,50. Diemen has a price and so a row of its own."""
    assert [said(row) for row in rows(chapter(facts(STEERING, *LINES)), "Polder")] == [
        ["Inrichting × 3", "1.000,00", "E5", "–", "–", "–", "3.000,00"],
        ["Eenmalig", "", "", "–", "–", "–", "3.000,00"],
        ["Licentie × inwoners", "1,50 per jaar", "F2–F3", "31,50", "63,00", "–", "94,50"],
        ["Licentie × inwoners", "1,25 per jaar", "F4", "–", "–", "78,75", "78,75"],
        ["Jaarlijks, hele periode", "", "", "31,50", "63,00", "78,75", "173,25"],
        ["Vertrek", "0,00", "E6", "–", "–", "0,00", "0,00"],
        ["Vertrek", "", "", "–", "–", "0,00", "0,00"],
        ["Uren", "eenmalig", "zie boven", "5,00", "5,00", "7,00", "17,00"],
        ["Eigen kosten", "", "", "5,00", "5,00", "7,00", "17,00"],
        ["Vertrek: regel ontbreekt", "–", "", "ontbreekt", "ontbreekt", "–", "ontbreekt"],
        ["Totaal", "", "", "≥ 36,50", "≥ 68,00", "≥ 85,75", "≥ 3.190,25"],
        ["Extra × 2", "4,00", "E7", "–", "–", "8,00", "8,00"],
        ["Extra × 2", "2,00 per jaar", "F7", "–", "–", "8,40", "8,40"],
        ["Opties, niet in het totaal", "", "", "–", "–", "16,40", "16,40"],
    ]


def test_a_municipality_has_its_own_lines_only() -> None:
    made = chapter(facts(DIEMEN, *LINES))
    assert [said(row) for row in rows(made, "Wat de gemeenten")] == [
        ["inwoners", "30", "price_sheet.volumes.inwoners"],
        ["Uren, euro eenmalig", "7,00", "costs.internal"],
    ]
    own = [said(row) for row in rows(made, "Polder")]
    assert ["Licentie × inwoners", "1,25 per jaar", "F4", "78,75"] in own
    assert ["Inrichting: alleen een prijs voor alle gemeenten samen", "–", "E5", "ontbreekt"] in own
    assert ["Totaal", "", "", "≥ 85,75"] in own


def explained(made: Chapter) -> str:
    """The paragraph that says how a line is computed."""
    words = made.parts[0]
    assert isinstance(words, Paragraph)
    return "".join(map(str, words.text))


def test_the_number_that_yearly_amounts_are_multiplied_by_is_printed() -> None:
    text = explained(chapter(facts(STEERING, *LINES)))
    assert "aantal × prijs × 2,1: 2 jaar, met elk jaar 10,0\xa0% erbij." in text


@pytest.mark.parametrize("variant", [STEERING, DIEMEN], ids=lambda v: v.name)
def test_every_amount_in_the_chapter_leads_to_a_row_that_is_there(variant: Variant) -> None:
    for of in (facts(variant, *LINES), without_quantities(variant)):
        shown = cost_chapter(of)
        assert shown is not None
        links = [link for link in figures(shown) if link.target.startswith("kosten-")]
        found = {row.anchor for part in chapter(of).parts if isinstance(part, Table) for row in part.rows}
        assert len(links) > 5
        assert {link.target for link in links} <= found


def test_who_may_not_see_prices_has_no_such_annex() -> None:
    assert cost_annex(facts(Variant("openbaar"), *LINES)) is None
    assert cost_annex(facts(Variant("leverancier-polder", vendor="polder"), *LINES)) is None
    assert cost_annex(facts()) is None
    assert cost_annex(replace(facts(STEERING, *LINES), background=None)) is None


def amount(text: str) -> Decimal:
    """What is printed, as a number; a hyphen adds nothing."""
    digits = text.removeprefix("≥ ").removesuffix(" per jaar").replace(".", "").replace(",", ".")
    return Decimal(0) if digits == "–" else Decimal(digits)


class Calculator:
    """What a reader has: the factor, and by name what the municipalities declared."""

    def __init__(self, made: Chapter) -> None:
        self.factor = amount(explained(made).split("prijs × ")[1].split(":")[0])
        declared = map(said, rows(made, "Wat de gemeenten"))
        self.declared = {name: list(map(amount, numbers)) for name, *numbers, _ in declared}

    def redone(self, name: str, price: str, place: int) -> Decimal:
        """One amount of one line: quantity × price, and × factor when it is yearly."""
        times = self.factor if price.endswith("per jaar") else Decimal(1)
        own = [
            numbers for label, numbers in self.declared.items() if label.startswith(f"{name}, euro {price}")
        ]
        each = own[0][place] if own else amount(price) * self._units(name)[place]
        return (each * times).quantize(Decimal("0.01"), ROUND_HALF_UP)

    def _units(self, name: str) -> list[Decimal]:
        _, _, unit = name.partition(" × ")
        return self.declared[unit] if unit else [Decimal(1)] * 3


def test_the_whole_example_can_be_redone_from_what_is_printed(example_project: Path) -> None:
    """With the printed factor, quantities and prices only: every line, sum and total, to the cent."""
    outcome = pipeline.score(example_project)
    assert outcome.scan is not None
    assert outcome.results is not None
    assert outcome.stress is not None
    made = chapter(Facts(outcome.scan, outcome.results, outcome.stress, (), STEERING, outcome.background))
    reader = Calculator(made)
    for table in made.parts[2:]:
        assert isinstance(table, Table)
        sums, running = [], [Decimal(0)] * 4
        for name, price, _, *amounts in map(said, table.rows):
            found = list(map(amount, amounts)) if "ontbreekt" not in amounts else []
            if not price:
                whole = [sum(column) for column in zip(*sums, strict=True)] if name == "Totaal" else running
                assert found == whole, (table.caption, name)
                sums, running = [*sums, running], [Decimal(0)] * 4
            elif found:
                assert found[:3] == [reader.redone(name, price, place) for place in range(3)], name
                assert sum(found[:3]) == found[3]
                running = [a + b for a, b in zip(running, found, strict=True)]

"""Chapter Kosten naast kwaliteit: what it says, and who may not read it."""

from dataclasses import replace
from decimal import Decimal

from marktscan.domain.answer import PriceLine
from marktscan.domain.conventions import TOGETHER, CostRules
from marktscan.domain.source import Origin
from marktscan.pipeline import background_of
from marktscan.reporting.chapters.costs import cost_chapter
from marktscan.reporting.facts import Facts
from marktscan.reporting.variants import Variant
from marktscan.reporting.view import Bullets, Chapter, Figure, Paragraph, Table
from tests.reporting import small

PRICES = {"kade-zaken": 900, "polder": 400, "rx-enterprise": 500}


def lines(vendor: str, yearly: int | None) -> tuple[PriceLine, ...]:
    place = Origin(f"vendors/{vendor}/prices.xlsx", "Kosten", 2)
    amounts = [*[Decimal(yearly or 0)] * 2, None if yearly == 900 else Decimal(yearly or 0)]
    names = ("Aalsmeer", "Amstelveen", "Diemen")
    return tuple(
        PriceLine("Licentie", "", None, None, amount, False, True, place, name)
        for name, amount in zip(names, amounts, strict=True)
    )


def facts(variant: Variant, priced: bool = True) -> Facts:
    """Three packages over two years; of Kade Zaken the price for Diemen is missing."""
    given = small.scan(small.project(costs=CostRules(years=2, ceilings={TOGETHER: Decimal(2500)})))
    if priced:
        vendors = [replace(s, prices=lines(s.vendor.slug, PRICES[s.vendor.slug])) for s in given.submissions]
        given = replace(given, submissions=tuple(vendors))
    results = small.results(given)
    return Facts(given, results, small.NO_STRESS, (), variant, background_of(given, results))


def chapter(variant: Variant = Variant("stuurgroep"), priced: bool = True) -> Chapter:  # noqa: B008 (frozen)
    made = cost_chapter(facts(variant, priced))
    assert made is not None
    return made


def tables(made: Chapter) -> dict[str, list[list[str]]]:
    return {
        part.caption: [["".join(map(str, cell.text)) for cell in row.cells] for row in part.rows]
        for part in made.parts
        if isinstance(part, Table)
    }


def said(made: Chapter) -> str:
    words = [word for part in made.parts if isinstance(part, Paragraph) for word in part.text]
    words += [
        word for part in made.parts if isinstance(part, Bullets) for item in part.items for word in item
    ]
    return " ".join(map(str, words)).replace("\N{NO-BREAK SPACE}", " ")


def test_totals_stand_beside_points_and_a_missing_price_makes_a_lower_bound() -> None:
    made = chapter()
    rows = tables(made)["Waaruit de kosten bestaan"]
    assert [row[:2] for row in rows] == [
        ["Polder Componenten", "2.400"],
        ["Rx.Enterprise", "3.000"],
        ["Kade Zaken", "≥ 3.600"],
    ]
    assert tables(made)["Kosten per gemeente"][0] == ["Kade Zaken", "1.800", "1.800", "onbekend", "≥ 3.600"]
    assert "Kade Zaken: Licentie – niet ingevuld (Diemen)." in said(made)


def test_the_title_names_what_no_complete_offer_beats() -> None:
    made = chapter()
    assert made.title == (
        "Geen ander pakket is beter voor hetzelfde geld dan Polder Componenten en Rx.Enterprise"
    )
    (figure,) = [part for part in made.parts if isinstance(part, Figure)]
    assert "Kade Zaken: ten minste € 3.600" in figure.chart.alt


def test_the_ceiling_is_told_with_who_is_above_it() -> None:
    text = said(chapter())
    assert "Het plafond voor alle gemeenten samen is € 2.500. Dat is een knock-out." in text
    assert "Erboven: Kade Zaken en Rx.Enterprise." in text


def test_a_municipality_reads_its_own_costs() -> None:
    made = chapter(Variant("gemeente-aalsmeer", "aalsmeer"))
    assert list(tables(made)) == ["Waaruit de kosten bestaan"]
    rows = tables(made)["Waaruit de kosten bestaan"]
    assert rows[0][:2] == ["Polder Componenten", "800"]
    assert "Plafond" not in str(made.parts)


def test_without_prices_costs_are_unknown() -> None:
    made = chapter(priced=False)
    assert made.title == "Kosten zijn nog onbekend"
    assert "€" not in said(made)


def test_nobody_else_reads_prices() -> None:
    assert cost_chapter(facts(Variant("openbaar"))) is None
    assert cost_chapter(replace(facts(Variant("stuurgroep")), background=None)) is None

"""Chapter Kosten naast kwaliteit: what it says, and who may not read it."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from marktscan.audience import Material, Selection
from marktscan.domain.answer import PriceLine
from marktscan.domain.conventions import TOGETHER, CostRules, SimulationRules
from marktscan.domain.results import KnockOutState
from marktscan.domain.source import Origin
from marktscan.domain.sureness import PriceShares
from marktscan.pipeline import background_of, price_shares
from marktscan.reporting import verdict
from marktscan.reporting.chapters.costs import cost_chapter
from marktscan.reporting.chapters.knock_outs import knock_outs
from marktscan.reporting.chapters.price_shares import TOO_FEW, other_prices
from marktscan.reporting.chapters.titles import knock_out_title
from marktscan.reporting.facts import Facts
from marktscan.reporting.variants import Variant
from marktscan.reporting.view import Bullets, Chapter, Figure, Paragraph, Table
from marktscan.reporting.write import facts_of
from tests.reporting import small

CEILING = MappingProxyType({TOGETHER: Decimal(2500)})
PRICES = {"kade-zaken": 900, "polder": 400, "rx-enterprise": 500}


def lines(vendor: str, yearly: int | None) -> tuple[PriceLine, ...]:
    place = Origin(f"vendors/{vendor}/prices.xlsx", "Kosten", 2)
    amounts = [*[Decimal(yearly or 0)] * 2, None if yearly == 900 else Decimal(yearly or 0)]
    names = ("Aalsmeer", "Amstelveen", "Diemen")
    return tuple(
        PriceLine("Licentie", "", None, None, amount, False, True, place, name)
        for name, amount in zip(names, amounts, strict=True)
    )


def facts(variant: Variant, priced: bool = True, ceilings: Mapping[str, Decimal] = CEILING) -> Facts:
    """Three packages over two years; of Kade Zaken the price for Diemen is missing."""
    given = small.scan(small.project(costs=CostRules(years=2, ceilings=ceilings)))
    if priced:
        vendors = [replace(s, prices=lines(s.vendor.slug, PRICES[s.vendor.slug])) for s in given.submissions]
        given = replace(given, submissions=tuple(vendors))
    results = small.results(given)
    return Facts(given, results, small.NO_STRESS, (), variant, background_of(given, results))


def chapter(variant: Variant = Variant("stuurgroep"), priced: bool = True) -> Chapter:  # noqa: B008 (frozen)
    made = cost_chapter(facts(variant, priced))
    assert made is not None
    return made


def plain(word: object) -> str:
    """What is printed of a word."""
    return str(getattr(word, "text", word))


def tables(made: Chapter) -> dict[str, list[list[str]]]:
    return {
        part.caption: [["".join(map(plain, cell.text)) for cell in row.cells] for row in part.rows]
        for part in made.parts
        if isinstance(part, Table)
    }


def said(made: Chapter) -> str:
    texts = [part.text for part in made.parts if isinstance(part, Paragraph)]
    texts += [item for part in made.parts if isinstance(part, Bullets) for item in part.items]
    return " ".join("".join(map(str, text)) for text in texts).replace("\N{NO-BREAK SPACE}", " ")


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


def test_the_bandwidth_goes_from_the_lowest_to_the_highest() -> None:
    assert (
        "Drie pakketten met een prijs liggen tussen € 2.400 zonder opties en € 3.600 met alle opties. "
        "Er ontbreken nog bedragen."
    ) in said(chapter())


def test_the_title_names_what_no_complete_offer_beats() -> None:
    made = chapter()
    assert made.title == (
        "Geen ander pakket is beter voor hetzelfde geld dan Polder Componenten en Rx.Enterprise"
    )
    (figure,) = [part for part in made.parts if isinstance(part, Figure)]
    assert "Kade Zaken: ten minste € 3.600" in figure.chart.alt


def test_a_title_does_not_name_more_packages_than_fit_in_it() -> None:
    better_is_dearer = {name: 100 * at for at, name in enumerate("abcd", 1)}
    assert _title_of(better_is_dearer) == "Geen enkel pakket is beter voor hetzelfde geld dan een ander"
    beaten = {**better_is_dearer, "e": 600}
    assert _title_of(beaten) == "Bij vier pakketten is niets beter voor hetzelfde geld"
    three = {**better_is_dearer, "d": 50}
    assert _title_of(three) == "Geen ander pakket is beter voor hetzelfde geld dan D"


def _title_of(prices: Mapping[str, int]) -> str:
    """The title where a later name has more answers that work, but e as many as a."""
    working = {"a": 1, "b": 2, "c": 5, "d": 7, "e": 1}
    answers = {name: "S" * working[name] + "N" * (10 - working[name]) for name in prices}
    given = small.scan(small.project(costs=CostRules(years=2)), answers=answers)
    vendors = [replace(s, prices=lines(s.vendor.slug, prices[s.vendor.slug])) for s in given.submissions]
    given = replace(given, submissions=tuple(vendors))
    results = small.results(given)
    made = cost_chapter(
        Facts(given, results, small.NO_STRESS, (), Variant("stuurgroep"), background_of(given, results))
    )
    assert made is not None
    return made.title


def test_the_ceiling_is_told_with_who_is_above_it() -> None:
    text = said(chapter())
    assert "Het plafond voor alle gemeenten samen is € 2.500. Dat is een knock-out." in text
    assert "Erboven: Kade Zaken en Rx.Enterprise." in text


def test_a_ceiling_is_a_knock_out_in_the_matrix_and_in_the_title() -> None:
    """Polder costs 2.400, Rx.Enterprise 3.000 and Kade Zaken at least 3.600; the ceiling is 2.500."""
    of = facts(Variant("stuurgroep"))
    made = tables(knock_outs(of))
    together = {row[0]: row[-1].replace("\N{NO-BREAK SPACE}", " ") for row in made["Per gemeente"]}
    assert "✘ voldoet niet: " in together["Rx.Enterprise"]
    assert "plafond" in together["Rx.Enterprise"]
    assert "plafond" not in together["Polder Componenten"]
    row = made["Welke knock-out welk pakket kost"][-1]
    assert [text.replace("\N{NO-BREAK SPACE}", " ") for text in row[1:]] == [
        "De kosten zijn over twee jaar niet meer dan € 2.500.",
        "samen",
        "✘ nee",
        "✓ ja",
        "✘ nee",
    ]
    assert "Kade Zaken en Rx.Enterprise" in knock_out_title(of)


def test_a_ceiling_of_one_municipality_holds_there_and_together() -> None:
    """Kade Zaken has no price for Diemen: it is still to verify there."""
    of = facts(Variant("stuurgroep"), ceilings={"diemen": Decimal(900)})
    states = {slug: of.ranking(slug).of("rx-enterprise").knock_out for slug in ("aalsmeer", "diemen")}
    assert states["diemen"] is KnockOutState.FAILED
    assert states["aalsmeer"] is of.results.municipalities["aalsmeer"].of("rx-enterprise").knock_out
    assert of.joint_of("rx-enterprise").knock_out is KnockOutState.FAILED
    assert [check.vendor for check in of.ceilings_of("kade-zaken", KnockOutState.TO_VERIFY)] == ["kade-zaken"]


def test_a_ceiling_holds_under_every_key() -> None:
    of = facts(Variant("stuurgroep"))
    states = {of.joint_under(key).of("rx-enterprise").knock_out for key in of.project.keys}
    assert states == {KnockOutState.FAILED}
    assert len(of.project.keys) > 1


def test_who_may_not_see_prices_sees_no_ceiling() -> None:
    of = facts(Variant("openbaar"))
    assert of.ceilings == ()
    assert of.joint == of.results.joint[of.base_key.code]
    assert "plafond" not in str(knock_outs(of)).casefold()


def test_the_condition_of_the_first_place_names_the_ceiling() -> None:
    of = facts(Variant("stuurgroep"), ceilings={TOGETHER: Decimal(1)})
    assert "komt boven het plafond." in verdict.condition(of)
    unpriced = facts(Variant("stuurgroep"), priced=False, ceilings={TOGETHER: Decimal(10**6)})
    assert all(e.knock_out is not KnockOutState.MET for e in unpriced.joint.entries)


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


def drawn(of: Facts) -> Facts:
    """The same with prices that turned out otherwise."""
    assert of.background is not None
    prices = price_shares(of.background.costs, SimulationRules(draws=400, seed=7))
    return replace(of, background=replace(of.background, prices=prices))


def test_when_prices_turn_out_otherwise_the_title_names_who_is_cheapest_most_often() -> None:
    """Polder costs 2.400 and Rx.Enterprise 3.000; of Kade Zaken an amount is missing, so it takes no part."""
    (table,) = other_prices(drawn(facts(Variant("stuurgroep"))))
    assert isinstance(table, Table)
    polder, incumbent = ([str(cell.text[0]) for cell in row.cells] for row in table.rows)
    assert table.caption.replace("\N{NO-BREAK SPACE}", " ") == (
        f"Als prijzen anders uitvallen, is Polder Componenten in {polder[1]} het goedkoopst"
    ).replace("\N{NO-BREAK SPACE}", " ")
    assert [polder[0], incumbent[0]] == ["Polder Componenten", "Rx.Enterprise"]
    assert "voor alle gemeenten samen" in table.subtitle
    assert "kans" not in table.caption + table.subtitle


def test_each_report_shows_the_prices_of_its_own_ranking() -> None:
    own = PriceShares("aalsmeer", "polder", Fraction(1), Fraction(1, 4))
    joint = PriceShares("key:gelijk", "polder", Fraction(0), Fraction(0))
    of = facts(Variant("gemeente-aalsmeer", "aalsmeer"))
    assert of.background is not None
    of = replace(of, background=replace(of.background, prices=(joint, own)))
    (table,) = other_prices(of)
    assert isinstance(table, Table)
    shown = [str(cell.text[0]).replace("\N{NO-BREAK SPACE}", " ") for cell in table.rows[0].cells]
    assert shown == ["Polder Componenten", "meer dan 99 %", "25 %"]


def test_with_fewer_than_two_complete_offers_nothing_is_drawn() -> None:
    assert TOO_FEW in str(other_prices(drawn(facts(Variant("stuurgroep"), priced=False))))
    assert other_prices(facts(Variant("stuurgroep"))) == ()


def test_what_was_drawn_of_prices_goes_to_nobody_outside() -> None:
    of = drawn(facts(Variant("stuurgroep")))
    whole = Selection(Material(of.scan, of.results, of.stress, (), of.background))
    for outside in (Variant("openbaar"), Variant("leverancier-polder", vendor="polder")):
        given = facts_of(whole, outside)
        assert given.background is None or given.background.prices is None
    inside = facts_of(whole, Variant("gemeente-diemen", "diemen"))
    assert inside.background is not None
    assert inside.background.prices


def test_nobody_else_reads_prices() -> None:
    assert cost_chapter(facts(Variant("openbaar"))) is None
    assert cost_chapter(replace(facts(Variant("stuurgroep")), background=None)) is None

"""Costs of small price sheets, written as tables: every total can be checked with a pocket calculator."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scoring.scans import asked, rows, scan, submission

from marktscan.domain.answer import PriceLine
from marktscan.domain.conventions import TOGETHER, CostRules, InternalCost
from marktscan.domain.costs import Costs, CostTotal, GapReason, Worth
from marktscan.domain.finding import Code
from marktscan.domain.project import Forms, PriceKind, PriceSheet
from marktscan.domain.results import KnockOutState
from marktscan.domain.scan import Scan
from marktscan.domain.source import Origin
from marktscan.scoring import score_scan
from marktscan.scoring.ceilings import above_ceilings
from marktscan.scoring.costs import costs
from marktscan.scoring.frontier import field_of

HEAD = "| kostensoort | gemeente | eenheid | aantal | eenmalig | per jaar | optie |\n" + "|---" * 7 + "|\n"
LISTS = [asked(slug, "ARC 100", "ARC-01 eis 1") for slug in ("aalsmeer", "diemen")]
NO_SHEET = PriceSheet()
ONE_YEAR = CostRules(years=1)
WHOLE = "| Licentie | Aalsmeer | | | | 100 | |\n| Licentie | Diemen | | | | 200 | |"


def amount(cell: str) -> Decimal | None:
    return Decimal(cell) if cell else None


def price_lines(table: str) -> tuple[PriceLine, ...]:
    columns = {"kind": "A", "municipality": "B", "unit": "C", "quantity": "D", "one_off": "E", "yearly": "F"}
    return tuple(
        PriceLine(
            row["kostensoort"],
            row["eenheid"],
            amount(row["aantal"]),
            amount(row["eenmalig"]),
            amount(row["per jaar"]),
            row["optie"] == "ja",
            False,
            Origin("vendors/noord/prices.xlsx", "Kosten", number, columns),
            row["gemeente"],
        )
        for number, row in rows(HEAD + table)
    )


def made(rules: CostRules, sheet: PriceSheet = NO_SHEET, **tables: str) -> Scan:
    """A scan of two municipalities in which each vendor answers C and has the prices of its table."""
    answers = {"noord": "ARC-01 C", "oost": "ARC-01 S", "zuid": "ARC-01 P"}
    vendors = [
        replace(submission(name, answers[name]), prices=price_lines(table) if table else ())
        for name, table in tables.items()
    ]
    of = scan(LISTS, vendors)
    return replace(of, project=replace(of.project, costs=rules, forms=Forms(price_sheet=sheet)))


def costed(of: Scan) -> Costs:
    return costs(of, score_scan(of)[0])


def one(table: str, rules: CostRules = ONE_YEAR, sheet: PriceSheet = NO_SHEET) -> Costs:
    return costed(made(rules, sheet, noord=table))


def told(total: CostTotal) -> tuple[Decimal | None, list[tuple[str, str, GapReason]]]:
    return total.total, [(gap.kind, gap.municipality, gap.reason) for gap in total.gaps]


def test_a_price_per_unit_over_three_years_with_indexation() -> None:
    # 10 × 5 once, and 10 × 100 a year: 1.000 + 1.020 + 1.040,40
    table = (
        "| Licentie | Aalsmeer | per stuk | 10 | 5 | 100 | |\n| Licentie | Diemen | per stuk | 1 | 0 | 0 | |"
    )
    own = one(table, CostRules(years=3, indexation=Decimal("0.02"))).of("noord").totals["aalsmeer"]
    assert (own.one_off, own.yearly, own.total) == (50, Decimal("3060.40"), Decimal("3110.40"))
    assert own.complete


def test_growth_is_the_number_of_first_years_paid() -> None:
    assert CostRules(years=4).growth == 4
    assert CostRules(years=2, indexation=Decimal("0.1")).growth == Decimal("2.1")


def test_one_off_yearly_exit_and_own_costs_stand_apart_and_options_beside_the_total() -> None:
    rules = CostRules(
        years=2,
        exit=("exit",),
        internal=(InternalCost("Uren", {"aalsmeer": Decimal(7), "diemen": Decimal(8)}),),
    )
    own = one(
        "| Licentie | | | | 10 | 100 | |\n| Exit | | | | 30 | 1 | |\n| Extra | | | | 500 | 500 | ja |", rules
    )
    total = own.of("noord").totals[TOGETHER]
    assert (total.one_off, total.yearly, total.exit, total.internal) == (10, 200, 32, 15)
    assert (total.options, total.total, total.complete) == (1500, 257, True)


@pytest.mark.parametrize(
    ("line", "reason", "municipality"),
    [
        ("| Opleiding | Diemen | | | | | |", GapReason.EMPTY, "diemen"),
        ("| Opleiding | Diemen | | | -5 | 100 | |", GapReason.NEGATIVE, "diemen"),
        ("| Opleiding | Diemen | | -2 | 5 | | |", GapReason.NEGATIVE, "diemen"),
        ("| Opleiding | Diemen | per uur | | 5 | | |", GapReason.NO_QUANTITY, "diemen"),
        ("| Licentie | Diemen | | | 5 | | |", GapReason.DOUBLE, "diemen"),
        ("| Opleiding | Ouder-Amstel | | | 5 | | |", GapReason.UNKNOWN_MUNICIPALITY, ""),
    ],
)
def test_what_cannot_be_counted_makes_the_total_a_lower_bound(
    line: str, reason: GapReason, municipality: str
) -> None:
    found = one(f"{WHOLE}\n{line}").of("noord").totals[TOGETHER]
    assert found.total == 300
    assert (line.split("|")[1].strip(), municipality, reason) in told(found)[1]
    assert not found.complete


def test_a_price_for_one_of_two_municipalities_misses_the_other() -> None:
    found = one(f"{WHOLE}\n| Opleiding | Aalsmeer | | | 50 | | |").of("noord").totals
    assert told(found["aalsmeer"]) == (150, [])
    assert told(found["diemen"]) == (200, [("Opleiding", "diemen", GapReason.ABSENT)])
    assert told(found[TOGETHER]) == (350, [("Opleiding", "diemen", GapReason.ABSENT)])


def test_a_price_for_all_together_is_in_no_own_total() -> None:
    found = one(f"{WHOLE}\n| Project | | | | 1000 | | |").of("noord").totals
    assert told(found["aalsmeer"]) == (100, [("Project", "", GapReason.SHARED)])
    assert told(found[TOGETHER]) == (1300, [])


def test_an_option_that_is_not_filled_in_is_not_missing() -> None:
    found = one(f"{WHOLE}\n| Extra | Aalsmeer | | | | | ja |").of("noord").totals[TOGETHER]
    assert told(found) == (300, [])


def test_without_a_price_the_total_is_unknown_and_not_what_the_municipality_spends_itself() -> None:
    rules = CostRules(internal=(InternalCost("Uren", {"aalsmeer": Decimal(7)}),))
    found = one("", rules).of("noord").totals[TOGETHER]
    assert told(found) == (None, [("", "", GapReason.NO_PRICES), ("Uren", "diemen", GapReason.EMPTY)])


def test_own_costs_go_with_the_vendors_they_name() -> None:
    rules = CostRules(
        years=1, internal=(InternalCost("Uren", yearly={"aalsmeer": Decimal(7)}, vendors=("oost",)),)
    )
    found = costed(made(rules, noord=WHOLE, oost=WHOLE))
    assert [item.totals["aalsmeer"].internal for item in found.vendors] == [0, 7]


SHEET = PriceSheet(
    (PriceKind("Licentie", "per stuk", "stuks"), PriceKind("Extra", "vast", "stuks", optional=True)),
    {"stuks": {"aalsmeer": 3, "diemen": 4}},
)


def test_quantities_and_options_are_as_asked_whatever_the_sheet_says() -> None:
    table = (
        "| Licentie | Aalsmeer | per stuk | 1 | 10 | | ja |\n| Licentie | Diemen | per stuk | | 10 | | |\n"
        "| Extra | Aalsmeer | | 1 | 1 | | nee |"
    )
    found = one(table, sheet=SHEET).of("noord").totals[TOGETHER]
    assert (told(found), found.options) == ((70, []), 3)


def test_a_line_that_everybody_was_asked_for_is_missing_when_it_is_not_there() -> None:
    found = one("| Anders | | | | 10 | | |", sheet=SHEET).of("noord").totals[TOGETHER]
    gaps = [("Licentie", "aalsmeer", GapReason.ABSENT), ("Licentie", "diemen", GapReason.ABSENT)]
    assert told(found) == (10, gaps)


def test_a_ceiling_is_a_knock_out_and_a_lower_bound_under_it_is_still_to_verify() -> None:
    rules = CostRules(years=1, ceilings={TOGETHER: Decimal(300)})
    tables = {
        "noord": WHOLE,
        "oost": WHOLE.replace("200", "201"),
        "zuid": "| Licentie | Diemen | | | 1 | | |",
    }
    states = {item.vendor: item.state for item in costed(made(rules, **tables)).ceilings}
    assert states == {
        "noord": KnockOutState.MET,
        "oost": KnockOutState.FAILED,
        "zuid": KnockOutState.TO_VERIFY,
    }


def test_a_ceiling_per_municipality_holds_for_its_own_total() -> None:
    rules = CostRules(years=1, ceilings={"aalsmeer": Decimal(100), "diemen": Decimal(199)})
    found = costed(made(rules, noord=WHOLE, zuid="")).ceilings
    assert [(item.vendor, item.scope, item.amount, item.state) for item in found] == [
        ("noord", "aalsmeer", 100, KnockOutState.MET),
        ("noord", "diemen", 200, KnockOutState.FAILED),
        ("zuid", "aalsmeer", None, KnockOutState.TO_VERIFY),
        ("zuid", "diemen", None, KnockOutState.TO_VERIFY),
    ]


def test_a_ceiling_may_hold_for_some_kinds_of_cost_only() -> None:
    """Deel 1 en 2 tellen: 100 + 60; licentie en optie niet. Bij Oost is deel 2 leeg, bij Zuid alles."""
    rules = CostRules(years=1, ceilings={TOGETHER: Decimal(159)}, under_ceiling=("Deel 1", "deel 2"))
    parts = "| Deel 1 | | | | 100 | | |\n| Deel 2 | | | | 60 | | |\n| Licentie | | | | | 900 | |"
    tables = {
        "noord": f"{parts}\n| Extra | | | | 500 | | ja |",
        "oost": parts.replace("60", ""),
        "zuid": "| Licentie | | | | | 900 | |",
    }
    found = {item.vendor: (item.amount, item.state) for item in costed(made(rules, **tables)).ceilings}
    assert found == {
        "noord": (160, KnockOutState.FAILED),
        "oost": (100, KnockOutState.TO_VERIFY),
        "zuid": (None, KnockOutState.TO_VERIFY),
    }
    exact = replace(rules, ceilings={TOGETHER: Decimal(160)})
    assert costed(made(exact, noord=parts)).ceilings[0].state is KnockOutState.MET


def test_who_comes_above_a_ceiling_is_told_and_when_all_do_the_ceiling_is() -> None:
    rules = CostRules(years=1, ceilings={TOGETHER: Decimal(300), "diemen": Decimal(150)})
    of = made(rules, noord=WHOLE, zuid=WHOLE.replace("200", "201"))
    found = above_ceilings(of, costed(of))
    assert [(item.code, dict(item.facts)) for item in found] == [
        (Code.CEILING_ALL_FAIL, {"municipality": "Diemen"}),
        (Code.COSTS_ABOVE_CEILING, {"vendor": "ZUID", "municipality": "alle gemeenten samen"}),
    ]
    unknown = made(rules, noord="", zuid="")
    assert list(above_ceilings(unknown, costed(unknown))) == []
    nobody = made(rules)
    assert list(above_ceilings(nobody, costed(nobody))) == []


def test_the_frontier_and_what_a_point_costs_along_it() -> None:
    # noord 90 points for 300, oost 100 for 500, zuid 70 for 400: zuid is beaten; 200 more for 10 points
    dear, middle = WHOLE.replace("200", "400"), WHOLE.replace("200", "300")
    found = costed(made(CostRules(years=1), noord=WHOLE, oost=dear, zuid=middle)).frontier("key:gelijk")
    assert [(p.vendor, p.cost, p.quality, p.worth) for p in found.places] == [
        ("noord", 300, 90, Worth.EFFICIENT),
        ("zuid", 400, 70, Worth.DOMINATED),
        ("oost", 500, 100, Worth.EFFICIENT),
    ]
    assert [(s.cheaper, s.better, s.euro_per_point) for s in found.steps] == [("noord", "oost", 20)]


def test_a_lower_bound_beats_nobody_for_certain() -> None:
    partly = "| Licentie | Aalsmeer | | | | 10 | |"
    found = costed(made(CostRules(years=1), noord=WHOLE, oost=partly, zuid="")).frontier("key:gelijk")
    assert [(p.vendor, p.worth) for p in found.places] == [
        ("oost", Worth.OPEN),
        ("noord", Worth.OPEN),
        ("zuid", Worth.UNKNOWN),
    ]
    assert found.steps == ()


POINTS = st.lists(st.tuples(st.integers(0, 4).map(Decimal), st.integers(0, 4).map(Fraction)), max_size=8)


@given(POINTS, st.tuples(st.integers(0, 4).map(Decimal), st.integers(0, 4).map(Fraction)))
def test_a_field_beats_what_one_of_its_offers_beats(
    offers: list[tuple[Decimal, Fraction]], point: tuple[Decimal, Fraction]
) -> None:
    """One offer beats another that is no cheaper and no better, unless they are equal."""
    one_by_one = any(c <= point[0] and q >= point[1] and (c, q) != point for c, q in offers)
    assert field_of(offers).beats(point) == one_by_one


def test_equal_offers_make_no_step() -> None:
    of = made(CostRules(years=1), noord=WHOLE, oost=WHOLE)
    same = replace(
        of, submissions=tuple(replace(s, answers=of.submissions[0].answers) for s in of.submissions)
    )
    found = costed(same).frontier("key:gelijk")
    assert [p.worth for p in found.places] == [Worth.EFFICIENT, Worth.EFFICIENT]
    assert found.steps == ()


def test_only_complete_offers_under_the_ceiling_take_part_in_what_a_tender_would_do() -> None:
    rules = CostRules(years=1, ceilings={TOGETHER: Decimal(400)})
    dear, partly = WHOLE.replace("200", "400"), "| Licentie | Aalsmeer | | | | 10 | |"
    for others in ({"oost": dear}, {"oost": partly}, {"oost": ""}):
        linear = costed(made(rules, noord=WHOLE, **others)).awards[0]
        assert [(offer.vendor, offer.outcome) for offer in linear.offers] == [("noord", 63 + 30)]


def test_no_vendor_at_all() -> None:
    found = costed(made(CostRules()))
    assert (found.vendors, [item.places for item in found.frontiers]) == ((), [(), (), ()])


@settings(max_examples=30)
@given(st.lists(st.integers(0, 10**9), min_size=2, max_size=2), st.integers(1, 30))
def test_together_is_the_sum_of_the_municipalities_to_the_cent(cents: list[int], years: int) -> None:
    amounts = [Decimal(value) / 100 for value in cents]
    table = "\n".join(
        f"| Licentie | {name} | | | {value} | {value} | |"
        for name, value in zip(("Aalsmeer", "Diemen"), amounts, strict=True)
    )
    rules = CostRules(years=years, indexation=Decimal("0.03"))
    totals = one(table, rules).of("noord").totals
    assert totals[TOGETHER].total == (totals["aalsmeer"].total or 0) + (totals["diemen"].total or 0)


def test_an_amount_that_no_budget_can_hold_breaks_nothing() -> None:
    own = one("| Licentie | | | | 1E+400 | | |").of("noord").totals[TOGETHER]
    assert own.total == Decimal("1E+400")

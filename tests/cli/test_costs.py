from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from cli.scored_scan import scored_outcome

from marktscan.domain.answer import PriceLine
from marktscan.domain.conventions import CostRules, PriceFormula, TenderRules
from marktscan.domain.source import Origin
from marktscan.domain.tender import Bid
from marktscan.pipeline import Outcome
from marktscan.scoring.costs import costs
from marktscan.scoring.tender import award

OFFERS = (("a", 68, 150), ("b", 60, 120), ("c", 20, 100))


def line(kind: str, yearly: int | None, optional: bool = False) -> PriceLine:
    place = Origin("vendors/noord/prices.xlsx", "Kosten", 2, {"kind": "A", "one_off": "E", "yearly": "F"})
    amount = None if yearly is None else Decimal(yearly)
    return PriceLine(kind, "", None, None, amount, optional, False, place)


def priced_outcome() -> Outcome:
    """Noord misses a price, oost is complete and has an option; costs over two years."""
    made = scored_outcome()
    prices = {
        "noord": (line("Licentie", 1000), line("Opleiding", None)),
        "oost": (line("Licentie", 500), line("Extra", 40, optional=True)),
    }
    submissions = tuple(replace(s, prices=prices[s.vendor.slug]) for s in made.scan.submissions)
    rules = CostRules(years=2, ceilings={"samen": Decimal(2500)})
    scan = replace(made.scan, project=replace(made.scan.project, costs=rules), submissions=submissions)
    background = replace(made.background, costs=costs(scan, made.results))
    return replace(made, scan=scan, background=background)


def test_totals_that_miss_a_line_are_a_lower_bound(run, outcome):
    outcome(priced_outcome())
    code, text, _ = run("costs")
    assert code == 0
    lines = text.replace("\N{NO-BREAK SPACE}", " ").splitlines()
    assert lines[0] == "Over 2 jaar. Jaarlijkse kosten stijgen elk jaar na het eerste met 0,0 %."
    start = lines.index("Samen")
    assert lines[start + 2].split() == [
        "noord",
        "ten",
        "minste",
        "€",
        "2.000",
        "–",
        "€",
        "2.000",
        "–",
        "–",
        "–",
        "1",
    ]
    assert lines[start + 3].split() == [
        "oost",
        "€",
        "1.000",
        "€",
        "0",
        "€",
        "1.000",
        "€",
        "0",
        "€",
        "0",
        "€",
        "80",
    ]
    assert "Bandbreedte samen: € 1.000 zonder opties tot € 2.000 met alle opties." in lines
    assert "Samen  noord        € 2.500  te verifiëren: het totaal is niet compleet" in lines
    assert "Samen  oost         € 2.500  voldoet" in lines


def test_one_vendor_line_by_line(run, outcome):
    outcome(priced_outcome())
    _, text, _ = run("costs", "noord")
    lines = text.replace("\N{NO-BREAK SPACE}", " ").splitlines()
    assert "Licentie     samen     aanbod       1       € 0   € 1.000       € 2.000  Kosten!F2" in lines
    assert "Opleiding    samen     niet ingevuld  vendors/noord/prices.xlsx · Kosten!A2" in lines
    assert "Samen: ten minste € 2.000, opties niet meegeteld (€ 0)." in lines


def test_without_prices_the_costs_are_unknown(run, outcome):
    outcome(scored_outcome())
    _, text, _ = run("costs", "oost")
    assert "Samen: onbekend, opties niet meegeteld (€ 0)." in text.replace("\N{NO-BREAK SPACE}", " ")


def test_scores_show_no_money(run, outcome):
    outcome(priced_outcome())
    assert "€" not in run("score")[1]


def test_json(run_json, outcome):
    outcome(priced_outcome())
    code, value = run_json("costs", "noord")
    assert code == 0
    assert (value["years"], value["indexation"], list(value["costs"])) == (2, "0", ["noord"])
    total = value["costs"]["noord"]["totals"]["samen"]
    assert (total["total"], total["complete"]) == ("2000.00", False)
    (missing,) = total["missing"]
    assert (missing["kind"], missing["reason"]) == ("Opleiding", "niet ingevuld")
    assert value["costs"]["noord"]["lines"][0]["total"] == "2000.00"
    assert value["ceilings"] == [
        {
            "scope": "samen",
            "vendor": "noord",
            "ceiling": "2500",
            "amount": "2000.00",
            "state": "te verifiëren",
        }
    ]
    assert value["bandwidth"]["samen"] == {
        "lowest": "1000.00",
        "highest": "2000.00",
        "offers": 2,
        "incomplete": 1,
        "unknown": 0,
    }
    assert value["left_out"] == [{"vendor": "noord", "reasons": ["kosten niet compleet"]}]
    (joint,) = [item for name, item in value["frontiers"].items() if name == "key:gelijk"]
    assert [(place["vendor"], place["cost"], place["worth"]) for place in joint["places"]] == [
        ("oost", "1000.00", "op de grens"),
        ("noord", "2000.00", "nog niet te zeggen"),
    ]


def test_what_a_later_tender_would_do(run, run_json, outcome):
    outcome(tendered())
    lines = run("costs")[1].replace("\N{NO-BREAK SPACE}", " ").splitlines()
    start = lines.index("Formule: lineair (gekozen)")
    rows = [" ".join(line.split()) for line in lines[start + 2 : start + 5]]
    assert rows == ["1 b 24 84,0 84,0–90,0", "2 a 15 83,0 83,0–91,0", "3 c 30 50,0 gelijk"]
    assert "Zonder c wordt eerste: a." in lines
    assert "Doet niet mee: noord (kosten niet compleet)." in lines
    assert "Bij een gelijke uitkomst beslist de laagste prijs, dan het lot." in lines
    tender = run_json("costs")[1]["tender"]
    assert [offer["first_without"] for offer in tender[0]["offers"]] == [["a"], ["b"], ["a"]]


def test_a_lot_decides_where_no_rule_does(run, outcome):
    outcome(tendered((("a", 60, 100), ("b", 60, 100))))
    assert "Het lot beslist tussen a en b." in run("costs")[1].splitlines()


def tendered(offers: tuple[tuple[str, int, int], ...] = OFFERS) -> Outcome:
    """The published example in which a hopeless third offer turns the order round, or other offers."""
    made = priced_outcome()
    rules = TenderRules()
    bids = [Bid(name, Fraction(quality), Decimal(price)) for name, quality, price in offers]
    awards = tuple(award(bids, formula, rules) for formula in (PriceFormula.LINEAR, PriceFormula.RATIO))
    return replace(
        made, background=replace(made.background, costs=replace(made.background.costs, awards=awards))
    )

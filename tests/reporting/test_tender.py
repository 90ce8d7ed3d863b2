"""Chapter Een latere aanbesteding: the published example in which a hopeless third offer decides."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from marktscan.domain.conventions import PriceFormula, Rounding, TenderRules
from marktscan.domain.tender import Bid, LeftOut, OutReason
from marktscan.reporting.chapters import tender_formulas
from marktscan.reporting.chapters.tender import tender
from marktscan.reporting.facts import Facts
from marktscan.reporting.variants import Variant
from marktscan.reporting.view import Block, Chapter, Link, Pairs, Paragraph, Part, Table
from marktscan.scoring.awards import awards
from tests.reporting import small
from tests.reporting.test_costs import facts

BIDS = (("rx-enterprise", 68, 150), ("polder", 60, 120), ("kade-zaken", 20, 100))
RULES = TenderRules(minimum_quality=10, minimum_themes={"ARC": 5}, strict=True, theme_decimals=1)


def with_bids(*bids: tuple[str, int, int], rules: TenderRules = RULES, variant: str = "stuurgroep") -> Facts:
    """The small scan, in which these offers take part and nobody else does."""
    of = facts(Variant(variant, variant.removeprefix("gemeente-") if "gemeente" in variant else ""))
    offered = [Bid(vendor, Fraction(quality), Decimal(price)) for vendor, quality, price in bids]
    assert of.background is not None
    costs = replace(
        of.background.costs,
        awards=awards(rules, offered),
        left_out=(LeftOut("kade-zaken", (OutReason.INCOMPLETE, OutReason.OVER_CEILING)),),
    )
    project = replace(of.project, tender=rules)
    return replace(of, scan=replace(of.scan, project=project), background=replace(of.background, costs=costs))


def chapter(of: Facts) -> Chapter:
    made = tender(of)
    assert made is not None
    return made


def parts(made: Chapter) -> list[Part]:
    """Everything in the chapter, also what is held together."""
    held = [part.parts if isinstance(part, Block) else (part,) for part in made.parts]
    return [part for several in held for part in several]


def tables(made: Chapter) -> dict[str, list[list[str]]]:
    return {
        part.caption: [["".join(map(str, cell.text)) for cell in row.cells] for row in part.rows]
        for part in parts(made)
        if isinstance(part, Table)
    }


def pairs(made: Chapter) -> dict[str, str]:
    [found] = [part for part in made.parts if isinstance(part, Pairs)]
    return {term: "".join(map(str, text)).replace("\N{NO-BREAK SPACE}", " ") for term, text in found.items}


def test_a_hopeless_offer_turns_the_order_round_and_the_table_says_so() -> None:
    # 68 + 15 = 83, 60 + 24 = 84, 20 + 30 = 50; without the third 68 + 22,5 → 23 = 91 and 60 + 30 = 90
    made = chapter(with_bids(*BIDS))
    found = tables(made)
    assert found["Uitkomst: lineair"] == [
        ["Polder Componenten", "1", "60,0", "24", "84,0", "84,0–90,0"],
        ["Rx.Enterprise", "2", "68,0", "15", "83,0", "83,0–91,0"],
        ["Kade Zaken", "3", "20,0", "30", "50,0", "gelijk"],
    ]
    assert found["Eén bod minder: lineair"] == [
        ["Kade Zaken", "Rx.Enterprise", "Rx.Enterprise 83,0 → 91,0; Polder 84,0 → 90,0"],
        ["Polder Componenten", "Rx.Enterprise", "niets"],
    ]
    table = next(p for p in parts(made) if isinstance(p, Table) and p.caption == "Eén bod minder: lineair")
    assert table.subtitle == "Zonder het andere bod verandert er niets."
    assert found["Wie eerste zou worden"][0] == [
        "Lineair (gekozen)",
        "Polder Componenten",
        "Kade Zaken: dan Rx.Enterprise",
    ]


def test_where_one_offer_decides_a_sentence_says_so_under_its_table() -> None:
    """Of 60 at 120 and 68 at 240 the first sets the price: without it 68 + 30 = 98."""
    made = chapter(with_bids(("polder", 60, 120), ("rx-enterprise", 68, 240)))
    block = next(part for part in made.parts if isinstance(part, Block))
    assert isinstance(block.parts[-1], Paragraph)
    said = "".join(map(str, block.parts[-1].text))
    assert said == (
        "Alleen zonder Polder Componenten verandert er iets. Dan is Rx.Enterprise eerste. De uitkomst gaat "
        "bij Rx.Enterprise van 68,0 naar 98,0."
    )
    assert "Eén bod minder: lineair" not in tables(made)


def test_the_sentence_names_the_first_few_that_move_and_counts_the_rest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tender_formulas, "_FEW", 1)
    made = chapter(with_bids(("polder", 90, 100), ("rx-enterprise", 50, 130), ("kade-zaken", 1, 140)))
    said = ["".join(map(str, part.text)) for part in parts(made) if isinstance(part, Paragraph)]
    assert (
        "Alleen zonder Polder Componenten verandert er iets. Dan is Rx.Enterprise eerste. De uitkomst gaat "
        "bij Rx.Enterprise van 71,0 naar 80,0. Nog één andere uitkomst verschuift."
    ) in said


def test_of_many_that_move_the_first_few_are_named_and_the_rest_is_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tender_formulas, "_FEW", 1)
    row = tables(chapter(with_bids(*BIDS)))["Eén bod minder: lineair"][0]
    assert row[2] == "Rx.Enterprise 83,0 → 91,0; en nog 1"


def test_every_formula_that_can_be_used_has_its_own_warning() -> None:
    rules = TenderRules(
        lowest=Decimal(100),
        highest=Decimal(200),
        half_points_factor=Decimal("1.5"),
        value_per_point=Decimal(2),
    )
    made = chapter(with_bids(*BIDS, rules=rules))
    warnings = [
        "".join(map(str, part.text))
        for part in parts(made)
        if isinstance(part, Paragraph) and "Let op" in "".join(map(str, part.text))
    ]
    assert len(set(warnings)) == len(PriceFormula)
    assert any("1,5 keer zo duur: de helft daarvan." in text for text in warnings)
    # gunnen op waarde: 150 − 68×2, 120 − 60×2, 100 − 20×2
    assert [row[4] for row in tables(made)["Uitkomst: op waarde"]] == ["0", "14", "60"]
    assert made.title == "Met een andere prijsformule komt een ander pakket bovenaan"


def test_where_no_outcome_moves_one_sentence_says_so() -> None:
    """Fixed bounds: 68 + 15, 60 + 24 and 20 + 30 whoever else offers."""
    rules = TenderRules(PriceFormula.ABSOLUTE, lowest=Decimal(100), highest=Decimal(200))
    made = chapter(with_bids(*BIDS, rules=rules))
    said = ["".join(map(str, part.text)) for part in parts(made) if isinstance(part, Paragraph)]
    assert (
        "Valt één bod weg, dan verschuift geen enkele uitkomst. "
        "Zonder Polder Componenten is Rx.Enterprise eerste."
    ) in said
    assert "Eén bod minder: absoluut" not in tables(made)
    assert "Eén bod minder: lineair" in tables(made)


def test_the_declared_rules_stand_in_words_with_who_takes_no_part() -> None:
    told = pairs(chapter(with_bids(*BIDS)))
    assert told["Afronding"] == (
        "Punten per thema op één decimaal en voor prijs op hele punten; een half punt gaat naar boven."
    )
    assert told["Gelijke uitkomst"] == "Dan beslist de laagste prijs, dan het lot."
    assert told["Minimum"] == (
        "Kwaliteit 10 punten; score per thema: Archivering en duurzame toegankelijkheid 5; "
        "een knock-out sluit uit."
    )
    assert told["Doet niet mee"] == "Kade Zaken (kosten niet compleet en boven het plafond)."
    cut = TenderRules(rounding=Rounding.CUT_OFF, tie_break=("kwaliteit", "ARC"))
    told = pairs(chapter(with_bids(*BIDS, rules=cut)))
    assert told["Afronding"] == "Punten voor prijs op hele punten; wat meer is, valt weg."
    assert told["Gelijke uitkomst"] == (
        "Dan beslist het hoogste aantal punten voor kwaliteit, dan de hoogste score op Archivering en "
        "duurzame toegankelijkheid."
    )
    assert "Minimum" not in told


def test_a_requirement_that_breaks_a_tie_leads_to_its_row_in_the_annex() -> None:
    made = chapter(with_bids(*BIDS, rules=TenderRules(tie_break=("prijs", "ZTC-02", "loting"))))
    [found] = [part for part in made.parts if isinstance(part, Pairs)]
    text = dict(found.items)["Gelijke uitkomst"]
    assert [word for word in text if isinstance(word, Link)] == [Link("ZTC-02", "eis-ZTC-02")]
    assert "".join(getattr(word, "text", word) for word in text) == (
        "Dan beslist de laagste prijs, dan de hoogste score op ZTC-02, dan het lot."
    )


def test_where_no_rule_parts_the_first_a_lot_decides() -> None:
    even = chapter(with_bids(("polder", 60, 100), ("rx-enterprise", 60, 100)))
    first = tables(even)["Wie eerste zou worden"][0][1]
    assert first == "Polder Componenten en Rx.Enterprise (het lot beslist)"


def test_one_offer_and_none() -> None:
    alone = chapter(with_bids(BIDS[0]))
    assert alone.title == "Alleen Rx.Enterprise kan meedoen aan een proef met tenderregels"
    assert tables(alone) == {}
    nobody = chapter(with_bids())
    assert nobody.title == "Geen aanbieding kan meedoen aan een proef met tenderregels"
    assert tables(nobody) == {}


def test_only_the_joint_report_of_the_municipalities_has_it() -> None:
    assert tender(with_bids(*BIDS, variant="openbaar")) is None
    assert tender(with_bids(*BIDS, variant="gemeente-diemen")) is None
    without_vendors = replace(with_bids(), scan=small.scan())
    assert without_vendors.background is not None
    empty = replace(without_vendors.background.costs, awards=(), left_out=())
    assert (
        tender(replace(without_vendors, background=replace(without_vendors.background, costs=empty))) is None
    )

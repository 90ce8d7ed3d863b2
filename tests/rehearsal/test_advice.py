"""What a dry run gives reason to look at."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from rehearsal.trial_scan import DIEMEN, HEAD, trial_scan
from scoring.scans import RULES, requirements, scan

from marktscan.domain.answer import AnswerCode
from marktscan.domain.conventions import PriceFormula, Rounding, TenderRules
from marktscan.domain.project import JointKey, MarkLevel, Theme
from marktscan.domain.rehearsal import Plan, Rehearsed
from marktscan.domain.scan import Scan
from marktscan.project_file.declarations import Declarations
from marktscan.rehearsal import advice, assumed, rehearse
from marktscan.wording.findings import text_of

NOWHERE = Declarations("marktscan.toml", {}, {})


def told(made: Scan, found: Rehearsed | None = None, **plan: int) -> dict[str, str]:
    """The explanations by number."""
    chosen = Plan(**{"rounds": 60, "vendors": 3, "seed": 3, **plan})
    found = found or rehearse(made, chosen, assumed(made.project))
    return {item.code.number: text_of(item).explanation for item in advice(made, found, NOWHERE)}


def with_marks(*levels: tuple[int, int]) -> Scan:
    made = trial_scan()
    marks = tuple(MarkLevel(mark, points, "") for mark, points in levels)
    return replace(made, project=replace(made.project, rules=replace(RULES, marks=marks)))


def test_marks_that_are_worth_the_same_or_less_are_told():
    found = told(with_marks((10, 100), (8, 60), (6, 60), (4, 70), (0, 0)))
    assert found["O407"].startswith("De cijfers 6 en 8 zijn alle 60 punten waard.")
    assert found["O408"].startswith("Het cijfer 6 is 60 punten waard, minder dan het lagere cijfer 4.")
    assert not told(with_marks((10, 100), (8, 80), (6, 60), (2, 20), (0, 0))).keys() & {"O407", "O408"}


def test_answers_that_are_worth_the_same_are_told_except_nothing():
    made = trial_scan(answer_points={**RULES.answer_points, AnswerCode.CONFIGURATION: 100})
    assert told(made)["O409"].startswith("De antwoorden S en C zijn alle 100 punten waard.")
    assert "O409" not in told(trial_scan())


def test_a_tie_break_without_a_lot_and_one_that_never_decides():
    found = told(trial_scan(TenderRules(tie_break=("prijs", "kwaliteit"))))
    assert found["O406"].startswith("Bij tie_break staat kwaliteit na prijs.")
    assert "O405" in found
    assert not told(trial_scan(TenderRules(tie_break=("kwaliteit", "prijs", "loting")))).keys() & {
        "O405",
        "O406",
    }


def test_a_requirement_that_weighs_nothing_breaks_no_tie():
    """ARC-03 and ZTC-02 are hard or a Won't; what does not exist at all is told by check."""
    found = told(trial_scan(TenderRules(tie_break=("ARC-01", "ARC-03", "ARC-09", "loting"))))
    assert found["O411"].startswith("Bij tie_break staat ARC-03.")
    assert "O411" not in told(trial_scan(TenderRules(tie_break=("ARC-01", "ARC-09", "loting"))))


def test_a_theme_that_weighs_nothing_breaks_no_tie_either():
    """WOO has no requirement and no weight; ARC and ZTC do."""
    made = trial_scan(TenderRules(tie_break=("ARC", "WOO", "ZTC", "loting")))
    themes = (*made.project.themes, Theme("WOO", "Openbaarheid"))
    found = told(replace(made, project=replace(made.project, themes=themes)))
    assert found["O411"].startswith("Bij tie_break staat WOO.")
    assert "O411" not in told(trial_scan(TenderRules(tie_break=("ARC", "ZTC", "loting"))))


def test_a_formula_without_its_values_is_told():
    assert "absoluut" in told(trial_scan(TenderRules(formula=PriceFormula.ABSOLUTE)))["O404"]


def test_a_municipality_that_a_key_leaves_out_is_told():
    made = trial_scan()
    key = JointKey("een", "Alleen Diemen", {"aalsmeer": Fraction(0), "diemen": Fraction(1)})
    made = replace(made, project=replace(made.project, keys=(key,)))
    assert told(made)["O203"].startswith(
        "Onder de verdeelsleutel Alleen Diemen telt Aalsmeer voor niets mee."
    )


def test_one_bid_is_told():
    found = told(trial_scan(), vendors=1)
    assert found["O410"].startswith("Er is met 1 aanbieding per ronde gerekend.")
    assert found.keys() <= {"O410", "O301", "O302"}


def test_ties_and_differences_that_print_alike():
    """One municipality that asks one thing: equal answers tie, and there is nothing else."""
    alone = requirements("diemen", "ARC 100", f"{HEAD}| ARC-01 | ARC | eis | 1 | |")
    found = told(scan([alone], []))
    assert "samen (gelijk)" in found["O101"]
    assert "O102" not in found
    fine = rehearse(trial_scan(), Plan(60, 3, 3), assumed(trial_scan().project))
    hidden = replace(fine, ties=(replace(fine.ties[0], hidden_by_print=Fraction(1, 50)),))
    assert told(trial_scan(), hidden)["O102"].startswith("In 2,0")


def test_a_theme_and_a_requirement_that_cannot_turn_an_order():
    """ARC-01 moves in steps of 10 × 99; ZTC-01 at weight 1 of 1.000 gives less: it can only part equals."""
    rules = {"answer_points": {AnswerCode.STANDARD: 100, **dict.fromkeys(list(RULES.answer_points)[1:], 0)}}
    small = requirements(
        "diemen", "ARC 99, ZTC 1", f"{HEAD}| ARC-01 | ARC | eis | 1 | |\n| ZTC-01 | ZTC | eis | 1 | |"
    )
    found = told(scan([small], [], **rules))
    assert found["O201"].startswith("Het thema ZTC geeft hoogstens 1,00 punten verschil")
    assert found["O202"].endswith("Aantal: 1. Eisen: ZTC-01.")


def test_hard_requirements_that_empty_the_field():
    rows = "".join(f"\n| ARC-{n} | ARC | eis | 1 | KO |" for n in range(40))
    many = requirements("diemen", "ARC 100", f"{HEAD}| ARC-99 | ARC | eis | 1 | |{rows}")
    made = scan([many], [])
    assert "alle 40 knock-outs" in told(made)["O301"]
    one = requirements(
        "diemen", "ARC 100", f"{HEAD}| ARC-99 | ARC | eis | 1 | |\n| ARC-01 | ARC | eis | 1 | KO |"
    )
    assert "O302" in told(scan([one], []))
    none = requirements("diemen", "ARC 100", f"{HEAD}| ARC-99 | ARC | eis | 1 | |")
    assert not told(scan([none], [])).keys() & {"O301", "O302"}


def test_a_ceiling_or_a_minimum_that_can_keep_everybody_out():
    of_quality = told(trial_scan(TenderRules(minimum_quality=71)))["O303"]
    assert of_quality.startswith("In 100 % van de rondes mag geen enkele aanbieding meedoen door deze grens:")
    assert of_quality.endswith(": minimum 71 voor kwaliteit.")
    of_theme = told(trial_scan(TenderRules(minimum_themes={"ARC": 100})))["O303"]
    assert "minimum 100 voor " in of_theme
    low = trial_scan()
    costs = replace(low.project.costs, ceilings={"samen": Decimal(1)})
    dear = replace(low, project=replace(low.project, costs=costs))
    prices = replace(assumed(dear.project), lowest=Decimal(1000), highest=Decimal(1000))
    assert told(dear, rehearse(dear, Plan(60, 3, 3), prices))["O303"].endswith("plafond € 1.")
    assert "O303" not in told(trial_scan())


def trial_with(rules: TenderRules, **changes: object) -> dict[str, str]:
    made = trial_scan(rules)
    found = rehearse(made, Plan(60, 4, 3), assumed(made.project))
    return told(made, replace(found, tender=replace(found.tender, **changes)))


def test_what_a_tender_shows():
    quiet = {
        name: Fraction(0) for name in ("ties", "lots", "rounding_flips", "half_flips", "reversals", "none")
    }
    even = {**quiet, "price_part": Fraction(3, 10), "declared_part": Fraction(3, 10)}
    assert not {
        n for n in trial_with(TenderRules(), **even) if n in {"O103", "O104", "O105", "O106", "O402", "O403"}
    }
    loud = {**even, **{name: Fraction(1, 8) for name in quiet}, "price_part": Fraction(1, 2)}
    found = trial_with(TenderRules(rounding=Rounding.HALF_EVEN), **loud)
    words = {number: text.replace("\N{NO-BREAK SPACE}", " ") for number, text in found.items()}
    assert words["O103"].startswith("In 13 % van de rondes hebben twee of meer")
    assert "op 0 cijfers achter de komma" in words["O104"]
    assert "Nu: naar even" in words["O105"]
    assert "(lineair)" in words["O106"]
    assert words["O402"].startswith("13 % van de aanbiedingen krijgt 0 punten")
    assert words["O403"].startswith("Op papier is prijs 30 % van de punten. In de proef maakt prijs 50 % van")


def test_the_ratio_formula_leaves_everybody_points():
    found = told(trial_scan(TenderRules(formula=PriceFormula.RATIO)))
    assert "van de 30 prijspunten" in found["O401"]
    wide = TenderRules(formula=PriceFormula.ABSOLUTE, lowest=Decimal(10), highest=Decimal(10**9))
    assert "O401" not in told(trial_scan(wide))


def test_without_weights_there_is_nothing_to_try():
    empty = requirements("diemen", "ARC 100", HEAD)
    made = scan([empty], [])
    assert rehearse(made, Plan(5, 3, 1), assumed(made.project)) is None


def test_one_municipality_without_hard_requirements():
    lone = requirements(
        "diemen", "ARC 100", f"{HEAD}| ARC-01 | ARC | eis | 1 | |\n| ARC-02 | ARC | wens | 1 | |"
    )
    found = rehearse(scan([lone], []), Plan(20, 3, 1), assumed(scan([lone], []).project))
    assert found.hard.items == ()
    assert found.hard.rounds_without_anyone == 0
    assert {item.ranking for item in found.ties} == {"diemen", "key:gelijk"}
    assert [item.changes_first for item in found.themes] == [0, 0]


def test_without_a_joint_score_there_is_no_tender():
    empty = requirements("aalsmeer", "ARC 100", HEAD)
    made = scan([empty, DIEMEN], [])
    found = rehearse(made, Plan(20, 3, 1), assumed(made.project))
    assert found.tender is None
    assert {item.ranking for item in found.ties} == {"diemen"}


@settings(max_examples=10)
@given(st.integers(0, 2**32), st.integers(1, 12), st.integers(1, 4))
def test_the_same_seed_tells_the_same(seed, rounds, vendors):
    made, plan = trial_scan(), Plan(rounds, vendors, seed)
    one, two = (rehearse(made, plan, assumed(made.project)) for _ in range(2))
    assert one == two
    assert all(0 <= item.at_first <= 1 for item in one.ties)
    assert one.hard.rounds_without_anyone <= 1

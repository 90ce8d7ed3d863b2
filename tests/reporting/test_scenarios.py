"""Scenarios in the report: every criterion for each, and nothing said that is not known."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from marktscan.domain.conventions import TOGETHER, CostRules
from marktscan.domain.scan import Scan
from marktscan.domain.scenario import Scenario, ScenarioKind
from marktscan.pipeline import background_of
from marktscan.reporting.chapters.scenarios import scenario_parts
from marktscan.reporting.facts import Facts
from marktscan.reporting.variants import Variant
from marktscan.reporting.view import Block, Figure, Heading, Part, Table
from tests.reporting import small
from tests.reporting.wide import facts

NOTHING = Scenario("Niets doen", ScenarioKind.NOTHING, "rx-enterprise", "Het blijft zoals het is.")
DEVELOP = Scenario("Verder bouwen", ScenarioKind.DEVELOP, "rx-enterprise", "Beloften komen later.")
PHASED = Scenario(
    "In stappen", ScenarioKind.PHASED, "kade-zaken", "Twee systemen.", starts={"diemen": date(2029, 1, 1)}
)
SPLIT = Scenario("Delen", ScenarioKind.COMPONENTS, "rx-enterprise", "Meer.", {"ARC": "kade-zaken"})
ABSENT = Scenario("Ander", ScenarioKind.TOGETHER, "west", "Onbekend.")


def _parts(*declared: Scenario, own: str = "", made: Scan | None = None) -> tuple[Part, ...]:
    given = made or small.scan(small.project(scenarios=declared))
    results = small.results(given)
    variant = Variant(f"gemeente-{own}" if own else "stuurgroep", own)
    return scenario_parts(Facts(given, results, small.NO_STRESS, (), variant, background_of(given, results)))


def _rows(parts: tuple[Part, ...]) -> dict[str, list[str]]:
    table = next(part for part in parts if isinstance(part, Table))
    said = [["".join(map(str, cell.text)) for cell in row.cells] for row in table.rows]
    return {first: rest for first, *rest in said}


def test_every_scenario_stands_on_the_same_criteria() -> None:
    rows = _rows(_parts(NOTHING, DEVELOP, PHASED, SPLIT))
    assert rows["Soort"] == ["niets doen", "doorontwikkelen", "gefaseerd vervangen", "componenten"]
    assert rows["Wie het draagt"][3] == "Rx.Enterprise; archivering: Kade Zaken"
    assert rows["Begin"][0] == "–"
    assert rows["Begin"][2] == "Aalsmeer jul\xa02028; Amstelveen jul\xa02028; Diemen jan\xa02029"
    assert rows["Punten nu"][0] == rows["Punten nu"][1] == rows["Bij de start, alles op tijd"][0]
    assert rows["Risico’s"][0] == "Het blijft zoals het is."
    assert rows["Kosten"] == ["niet bekend"] * 4


def test_nothing_is_said_of_a_package_without_answers() -> None:
    rows = _rows(_parts(ABSENT))
    assert rows["Wie het draagt"] == ["west"]
    assert rows["Punten nu"] == rows["Grootste spijt nu"] == rows["Kosten"] == ["niet bekend"]
    assert rows["Knock-outs"] == ["?\xa0te verifiëren"]
    assert not any(isinstance(part, Block) for part in _parts(ABSENT))


def test_a_municipality_reads_its_own_points_and_regret() -> None:
    own, joint = _rows(_parts(DEVELOP, own="diemen")), _rows(_parts(DEVELOP))
    assert own["Punten nu"] != joint["Punten nu"]
    assert own["Grootste spijt nu"][0].endswith("(Diemen)")


def test_the_title_names_who_has_most_points_now_and_then() -> None:
    blocks = [part for part in _parts(NOTHING, DEVELOP, PHASED) if isinstance(part, Block)]
    figure = blocks[0].parts[0]
    assert isinstance(figure, Figure)
    assert figure.title == "In stappen: de meeste punten, nu en met alle beloften bij de start"


def test_more_than_five_stand_in_tables_of_five() -> None:
    many = [replace(DEVELOP, name=f"Weg {number}") for number in range(7)]
    tables = [part for part in _parts(*many) if isinstance(part, Table)]
    assert [len(table.columns) for table in tables] == [6, 3]


def test_without_scenarios_a_sentence_says_so() -> None:
    (block,) = _parts()
    assert isinstance(block, Block)
    assert isinstance(block.parts[0], Heading)


def test_costs_above_a_ceiling_are_a_knock_out_of_a_scenario_too() -> None:
    """As in the chapter on knock-outs; where nobody knows the costs that is still to verify."""
    above = CostRules(years=2, ceilings={TOGETHER: Decimal(1)})
    given = facts(
        {"rx-enterprise": "S" * 10, "kade-zaken": "S" * 10},
        prices={"kade-zaken": 900},
        costs=above,
        scenarios=(PHASED, SPLIT),
    )
    states = _rows(scenario_parts(given))["Knock-outs"]
    assert states == ["✘\xa0voldoet niet", "?\xa0te verifiëren"]
    joint = given.joint.of("kade-zaken").knock_out
    assert states[0].endswith(joint.value)

"""Scenarios on the same criteria: an example to redo by hand, and what cannot be known."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from scoring.scans import scan, submission
from scoring.test_outlook import AALSMEER, NOORD, OOST

from marktscan.domain.results import KnockOutState
from marktscan.domain.scan import Scan
from marktscan.domain.scenario import Scenario, ScenarioKind, ScenarioOutcome
from marktscan.scoring import score_scan
from marktscan.scoring.outlook import outlook
from marktscan.scoring.scenarios import scenarios


def _scan(*declared: Scenario, **changes: object) -> Scan:
    made = scan([AALSMEER], [NOORD, OOST])
    project = replace(made.project, incumbent="noord", scenarios=declared)
    return replace(made, project=project, **changes)


def _computed(made: Scan) -> ScenarioOutcome:
    results = score_scan(made)[0]
    return scenarios(made, results, outlook(made, results))[0]


def _scenario(kind: ScenarioKind, vendor: str, **more: Mapping[str, object]) -> Scenario:
    return Scenario(kind.value, kind, vendor, "risico", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("declared", "now", "at_start", "still_open", "regret"),
    [
        # ARC 60: noord has 1 of 4 parts now, promises the other 3 in 2027; ZTC 40 is promised without a date
        (_scenario(ScenarioKind.NOTHING, "noord"), 15, 15, 0, 18),
        (_scenario(ScenarioKind.DEVELOP, "noord"), 15, 60, Fraction(17, 20), 18),
        # oost: ARC 55 now, ZTC promised for the last day of 2028, after the start
        (_scenario(ScenarioKind.TOGETHER, "oost"), 33, 33, Fraction(2, 5), 0),
        (
            _scenario(ScenarioKind.PHASED, "oost", starts={"aalsmeer": date(2029, 1, 1)}),
            33,
            73,
            Fraction(2, 5),
            0,
        ),
        (_scenario(ScenarioKind.COMPONENTS, "noord", themes={"ARC": "oost"}), 33, 33, Fraction(2, 5), 0),
        (_scenario(ScenarioKind.COMPONENTS, "oost", themes={"ARC": "noord"}), 15, 60, Fraction(17, 20), 18),
    ],
)
def test_every_theme_counts_by_its_carrier(
    declared: Scenario, now: int, at_start: int, still_open: Fraction, regret: int
) -> None:
    found = _computed(_scan(declared))
    fit = found.fits["aalsmeer"]
    assert (fit.now, fit.at_start, fit.open) == (now, at_start, still_open)
    assert found.regrets == {"aalsmeer": regret}
    assert found.fits[f"key:{_scan().project.keys[0].code}"] == fit


def test_weighed_promises_are_those_of_the_method() -> None:
    made = _scan(_scenario(ScenarioKind.DEVELOP, "noord"))
    results = score_scan(made)[0]
    weighed = outlook(made, results).weighed.municipalities["aalsmeer"].of("noord").low
    assert _computed(made).fits["aalsmeer"].weighed == weighed
    assert weighed is not None
    assert weighed > 15


def test_a_combination_above_every_package_gives_up_nothing() -> None:
    noord = submission("noord", "ARC-01 N, ARC-02 N, ZTC-01 S, ZTC-02 S")
    made = scan([AALSMEER], [noord, OOST])
    declared = _scenario(ScenarioKind.COMPONENTS, "oost", themes={"ZTC": "noord"})
    found = _computed(replace(made, project=replace(made.project, scenarios=(declared,))))
    assert (found.fits["aalsmeer"].now, found.regrets["aalsmeer"]) == (33 + 40, 0)


def test_hard_requirements_are_judged_by_who_carries_their_theme() -> None:
    carried = _scenario(ScenarioKind.COMPONENTS, "oost", themes={"ZTC": "noord"})
    assert _computed(_scan(carried)).knock_out is KnockOutState.CONDITIONAL
    alone = _scenario(ScenarioKind.TOGETHER, "oost")
    assert _computed(_scan(alone)).knock_out is KnockOutState.MET


def test_a_vendor_without_answers_leaves_its_scenario_open() -> None:
    declared = _scenario(ScenarioKind.TOGETHER, "west")
    found = _computed(_scan(declared))
    assert (found.fits, found.regrets, found.knock_out) == ({}, {}, KnockOutState.TO_VERIFY)


def test_weights_that_make_no_whole_give_no_score() -> None:
    """A theme granted to one vendor gives its weight away there, so that themes of two do not add up."""
    granted = replace(NOORD, answers={})
    made = _scan(_scenario(ScenarioKind.COMPONENTS, "oost", themes={"ARC": "noord"}))
    rows = tuple(replace(r, not_applicable_allowed=r.theme == "ZTC") for r in AALSMEER.requirements)
    answers = {
        id_: replace(answer, code=type(answer.code).NOT_APPLICABLE) if id_.startswith("ZTC") else answer
        for id_, answer in NOORD.answers.items()
    }
    made = replace(
        scan([replace(AALSMEER, requirements=rows)], [replace(granted, answers=answers), OOST]),
        project=made.project,
    )
    assert _computed(made).fits == {}

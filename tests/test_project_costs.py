"""[costs] and [tender] of marktscan.toml: defaults, a project's own rules, and what cannot be."""

from decimal import Decimal
from pathlib import Path

import pytest
from test_project_file import place, read

from marktscan.domain.conventions import (
    CostRules,
    InternalCost,
    PriceFormula,
    Rounding,
    TenderRules,
)
from marktscan.domain.finding import Code
from marktscan.domain.project import Weights

OWN = """
[costs]
years = 4
indexation = 0.03
exit = ["Exit"]
ceilings = { samen = 250000, aalsmeer = 1000.50 }

[[costs.internal]]
kind = "Uren"
vendors = ["rx"]
one_off = { aalsmeer = 5 }

[tender]
formula = "lineair"
quality = 70
price = 30
decimals = 0
rounding = "naar even"
tie_break = ["prijs", "ARC", "loting"]
lowest = 100
highest = 200
theme_decimals = 2
quality_decimals = 0
minimum_quality = 42
minimum_themes = { ARC = 60 }
strict = true
"""
WITH_OWN = ("[[themes]]", f"{OWN}\n[[themes]]")


def test_without_them_the_defaults_hold(tmp_path: Path) -> None:
    project, findings = read(tmp_path)
    assert findings == ()
    assert project is not None
    assert (project.costs, project.tender) == (CostRules(), TenderRules())


def test_the_project_declares_its_own_as_exact_decimals(tmp_path: Path) -> None:
    project, findings = read(tmp_path, WITH_OWN)
    assert findings == ()
    assert project is not None
    assert project.costs == CostRules(
        years=4,
        indexation=Decimal("0.03"),
        exit=("Exit",),
        ceilings={"samen": Decimal(250000), "aalsmeer": Decimal("1000.50")},
        internal=(InternalCost("Uren", {"aalsmeer": Decimal(5)}, {}, ("rx",)),),
    )
    assert project.tender == TenderRules(
        PriceFormula.LINEAR,
        rounding=Rounding.HALF_EVEN,
        tie_break=("prijs", "ARC", "loting"),
        lowest=Decimal(100),
        highest=Decimal(200),
        theme_decimals=2,
        quality_decimals=0,
        minimum_quality=42,
        minimum_themes={"ARC": 60},
        strict=True,
    )


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("years = 4", "years = 0", Code.PROJECT_WRONG_TYPE, "years"),
        ("indexation = 0.03", "indexation = 3", Code.PROJECT_POINTS_RANGE, "indexation"),
        ("samen = 250000", "samen = -1", Code.PROJECT_WRONG_TYPE, "ceilings"),
        ("samen = 250000", "utrecht = 1", Code.PROJECT_UNKNOWN_KEY, "ceilings"),
        ('vendors = ["rx"]', 'vendors = ["niemand"]', Code.PROJECT_UNKNOWN_KEY, 'vendors = ["n'),
        ("one_off = { aalsmeer = 5 }", "one_off = { utrecht = 5 }", Code.PROJECT_UNKNOWN_KEY, "one_off"),
        ('formula = "lineair"', 'formula = "raden"', Code.PROJECT_WRONG_TYPE, "formula"),
        ('rounding = "naar even"', 'rounding = "omlaag"', Code.PROJECT_WRONG_TYPE, "rounding"),
        ("decimals = 0", "decimals = 9", Code.PROJECT_WRONG_TYPE, "decimals"),
        (
            "minimum_themes = { ARC = 60 }",
            "minimum_themes = { ARK = 60 }",
            Code.PROJECT_SIMILAR_KEY,
            "minimum_t",
        ),
        ("minimum_quality = 42", "minimum_quality = 142", Code.PROJECT_POINTS_RANGE, "minimum_q"),
        ("strict = true", 'strict = "ja"', Code.PROJECT_WRONG_TYPE, "strict"),
        ("years = 4", 'years = 4\nunder_ceiling = ["Deel 1"]', Code.PROJECT_UNKNOWN_KEY, "under_ceiling"),
        ("highest = 200", "highest = 100", Code.PROJECT_WRONG_TYPE, "highest"),
        ("highest = 200", "half_points_factor = 1", Code.PROJECT_WRONG_TYPE, "half_points"),
    ],
)
def test_each_mistake_is_told_at_its_line(tmp_path: Path, old: str, new: str, code: Code, line: str) -> None:
    project, findings = read(tmp_path, WITH_OWN, (old, new))
    assert project is None
    assert [(item.code, item.source.cell) for item in findings] == [(code, place(tmp_path, line))]


SHEET = """
[price_sheet]
lines = [{ kind = "Exit", unit = "vast", volume = "vast" }]

[price_sheet.volumes]
vast = { aalsmeer = 1, diemen = 1 }
"""


def test_kinds_of_cost_are_those_of_the_price_sheet(tmp_path: Path) -> None:
    asked = ("[[themes]]", f"{SHEET}{OWN}\n[[themes]]")
    assert read(tmp_path, asked)[1] == ()
    _, findings = read(
        tmp_path, asked, ('exit = ["Exit"]', 'exit = ["Exit"]\nunder_ceiling = ["Exit", "Uren"]')
    )
    assert findings == ()
    _, findings = read(tmp_path, asked, ('exit = ["Exit"]', 'exit = ["Exitt"]'))
    assert [item.code for item in findings] == [Code.PROJECT_SIMILAR_KEY]


WEIGHTS = """
[weights.alle.themes]
ARC = 15

[weights.diemen.requirements]
"ARC-01" = 3
"""


def test_weights_may_be_declared_for_everyone_and_for_one(tmp_path: Path) -> None:
    project, findings = read(tmp_path, ("[[themes]]", f"{WEIGHTS}\n[[themes]]"))
    assert findings == ()
    assert project is not None
    assert project.declared_weights("aalsmeer") == Weights({"ARC": 15})
    assert project.declared_weights("diemen") == Weights({"ARC": 15}, {"ARC-01": 3})


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("weights.alle", "weights.utrecht", Code.PROJECT_UNKNOWN_KEY, "[weights.utrecht"),
        ("ARC = 15", "XYZ = 15", Code.PROJECT_UNKNOWN_KEY, "XYZ"),
        ("ARC = 15", "ARC = -1", Code.PROJECT_WRONG_TYPE, "ARC"),
        ("ARC = 15", "ARC = 0", Code.PROJECT_WRONG_TYPE, "[weights.alle"),
        ('"ARC-01" = 3', '"ARC-01" = "veel"', Code.PROJECT_WRONG_TYPE, '"ARC-01"'),
    ],
)
def test_a_weight_that_cannot_be_is_told(tmp_path: Path, old: str, new: str, code: Code, line: str) -> None:
    project, findings = read(tmp_path, ("[[themes]]", f"{WEIGHTS}\n[[themes]]"), (old, new))
    assert project is None
    assert [(item.code, item.source.cell) for item in findings] == [(code, place(tmp_path, line))]

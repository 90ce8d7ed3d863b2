"""Weights in marktscan.toml stand in the place of those in the workbooks, for everyone or for one."""

from dataclasses import replace

import scan_factory as make

from marktscan.checking.themes import CHECKS
from marktscan.domain.finding import Code, finding
from marktscan.domain.project import Project, Weights
from marktscan.domain.requirement import RequirementList
from marktscan.domain.source import Source
from marktscan.merging import with_declared_weights

AALSMEER = make.requirement_list(make.requirement("ARC-01"), make.requirement("ZTC-01", row=3))
DIEMEN = make.requirement_list(
    make.requirement("ARC-01", "diemen"), make.requirement("ZTC-01", "diemen", row=3)
)


def project(**weights: Weights) -> Project:
    return make.project("aalsmeer", "diemen", weights=weights)


def themes(item: RequirementList) -> dict[str, int | None]:
    return {theme.theme: theme.weight for theme in item.theme_weights}


def test_without_declared_weights_the_workbooks_hold() -> None:
    told = finding(Code.WEIGHT_MISSING, AALSMEER.requirements[0].origin.cell("weight"), requirement="ARC-01")
    assert with_declared_weights(project(), [AALSMEER, DIEMEN], [told]) == ((AALSMEER, DIEMEN), (told,))


def test_everyone_has_the_declared_weights_and_one_may_have_its_own() -> None:
    of = project(
        alle=Weights({"ARC": 15, "ZTC": 10}, {"ARC-01": 5}),
        diemen=Weights({"ARC": 1, "ZTC": 2}, {"ZTC-01": 4}),
    )
    (aalsmeer, diemen), _ = with_declared_weights(of, [AALSMEER, DIEMEN], [])
    assert [themes(aalsmeer), themes(diemen)] == [{"ARC": 15, "ZTC": 10}, {"ARC": 1, "ZTC": 2}]
    assert [row.weight for row in aalsmeer.requirements] == [5, 3]
    assert [row.weight for row in diemen.requirements] == [5, 4]


def test_a_declared_weight_points_into_the_project_file_and_the_rest_of_the_row_stays() -> None:
    of = project(alle=Weights({"ARC": 15}, {"ARC-01": 5}))
    (aalsmeer, _), _ = with_declared_weights(of, [AALSMEER, DIEMEN], [])
    origin = aalsmeer.requirements[0].origin
    assert origin.cell("weight") == Source("marktscan.toml", "weights.alle.requirements", "ARC-01")
    assert origin.cell("id") == AALSMEER.requirements[0].origin.cell("id")
    place = aalsmeer.theme_weights[0].origin.cell("weight")
    assert str(place) == "marktscan.toml · weights.alle.themes!ARC"


def test_a_cell_that_says_otherwise_is_told_and_an_empty_one_need_not_be_filled() -> None:
    empty = replace(AALSMEER.requirements[0], weight=None)
    lists = [replace(AALSMEER, requirements=(empty, AALSMEER.requirements[1])), DIEMEN]
    missing = finding(Code.WEIGHT_MISSING, empty.origin.cell("weight"), requirement="ARC-01")
    other = finding(Code.WEIGHT_MISSING, AALSMEER.requirements[1].origin.cell("weight"), requirement="ZTC-01")
    of = project(alle=Weights({"ARC": 90, "ZTC": 20}, {"ARC-01": 4}))
    _, found = with_declared_weights(of, lists, [missing, other])
    told = [(item.code, item.source.file, dict(item.facts)) for item in found]
    assert told == [
        (Code.WEIGHT_MISSING, "requirements/aalsmeer.xlsx", {"requirement": "ZTC-01"}),
        (Code.WEIGHT_NOT_THAT, "requirements/aalsmeer.xlsx", {"name": "ZTC", "weight": "10", "said": "20"}),
        (Code.WEIGHT_NOT_THAT, "requirements/diemen.xlsx", {"name": "ARC-01", "weight": "3", "said": "4"}),
        (Code.WEIGHT_NOT_THAT, "requirements/diemen.xlsx", {"name": "ZTC", "weight": "10", "said": "20"}),
    ]


def test_a_weight_for_a_requirement_that_nobody_has_is_an_error_unless_a_list_is_unread() -> None:
    of = project(alle=Weights(requirements={"ARC-02": 5}), diemen=Weights(requirements={"ZTC-02": 1}))
    found = with_declared_weights(of, [AALSMEER, DIEMEN], [])[1]
    assert [(item.code, dict(item.facts)["requirement"]) for item in found] == [
        (Code.WEIGHT_FOR_NOTHING, "ARC-02"),
        (Code.WEIGHT_FOR_NOTHING, "ZTC-02"),
    ]
    unread = replace(AALSMEER, readable=False, requirements=(), theme_weights=())
    (kept, _), found = with_declared_weights(of, [unread, DIEMEN], [])
    assert [dict(item.facts)["requirement"] for item in found] == ["ZTC-02"]
    assert kept == unread


def test_declared_weights_of_themes_need_not_be_a_hundred_but_every_theme_in_use_needs_one() -> None:
    of = project(alle=Weights({"ARC": 15}))
    lists, found = with_declared_weights(of, [AALSMEER], [])
    scan = make.scan(lists, of=replace(of, municipalities=of.municipalities[:1]))
    told = [item for check in CHECKS for item in check(scan)]
    assert [(item.code, str(item.source)) for item in told] == [
        (Code.THEME_WITHOUT_WEIGHT, "marktscan.toml · weights.alle.themes")
    ]
    assert [item.code for item in found] == [Code.WEIGHT_NOT_THAT]

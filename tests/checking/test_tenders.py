"""What may break a tie: a way, a theme, or a requirement of the joint programme."""

from dataclasses import replace

from scan_factory import project, requirement, requirement_list, scan

from marktscan.checking import tenders
from marktscan.domain.conventions import TenderRules
from marktscan.domain.requirement import RequirementList

LIST = requirement_list(requirement("ARC-01"))


def found(*ways: str, given: RequirementList = LIST) -> list[tuple[str, str, str]]:
    of = replace(project("aalsmeer"), tender=TenderRules(tie_break=ways))
    return [
        (item.code.name, str(item.source), dict(item.facts)["value"])
        for check in tenders.CHECKS
        for item in check(scan((given,), of=of))
    ]


def test_a_way_a_theme_and_a_requirement_are_known() -> None:
    assert found("prijs", "kwaliteit", "ARC", "ARC-01", "loting") == []


def test_what_does_not_exist_is_told_once() -> None:
    said = ("TIE_BREAK_UNKNOWN", "marktscan.toml · tender!tie_break", "ARC-09")
    assert found("prijs", "ARC-09", "ARC-09", "loting") == [said]


def test_while_a_list_cannot_be_read_nobody_knows_what_exists() -> None:
    assert found("ARC-09", given=replace(LIST, readable=False)) == []

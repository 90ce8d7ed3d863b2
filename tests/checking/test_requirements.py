from collections.abc import Callable, Iterator

import pytest
from scan_factory import project, requirement, requirement_list, scan, theme_weight

from marktscan.checking import requirements, texts, themes
from marktscan.domain.finding import Finding
from marktscan.domain.requirement import Kind, Priority, Requirement, RequirementList
from marktscan.domain.scan import Scan

Check = Callable[[Scan], Iterator[Finding]]


def places(check: Check, *lists: RequirementList) -> list[tuple[str, str]]:
    return [(item.code.name, str(item.source)) for item in check(scan(lists))]


def facts(check: Check, row: Requirement) -> list[dict[str, str]]:
    return [dict(item.facts) for item in check(scan((requirement_list(row),)))]


FILE = "requirements/aalsmeer.xlsx"


@pytest.mark.parametrize(
    ("check", "row", "code", "cell"),
    [
        (requirements.requirement_has_text, requirement(text=""), "REQUIREMENT_WITHOUT_TEXT", "C2"),
        (requirements.theme_is_declared, requirement(theme="XYZ"), "REQUIREMENT_UNKNOWN_THEME", "B2"),
        (requirements.id_keeps_its_form, requirement("12a"), "ID_FORM", "A2"),
        (requirements.id_keeps_its_form, requirement("A2"), "ID_FORM", "A2"),
        (
            requirements.knock_out_is_demand,
            requirement(knock_out=True, kind=Kind.WISH),
            "KNOCK_OUT_WISH",
            "H2",
        ),
        (
            requirements.knock_out_is_must,
            requirement(knock_out=True, priority=Priority.SHOULD),
            "KNOCK_OUT_NOT_MUST",
            "G2",
        ),
        (
            requirements.knock_out_asks_evidence,
            requirement(knock_out=True),
            "KNOCK_OUT_WITHOUT_EVIDENCE",
            "K2",
        ),
    ],
)
def test_row_that_is_not_in_order(check: Check, row: Requirement, code: str, cell: str) -> None:
    assert places(check, requirement_list(row)) == [(code, f"{FILE} · Eisen!{cell}")]


@pytest.mark.parametrize("check", requirements.CHECKS)
def test_row_that_is_in_order(check: Check) -> None:
    rows = (
        requirement("KOP-01a", theme="ARC", knock_out=True, evidence="demo"),
        requirement("ARC-03", row=3),
    )
    assert places(check, requirement_list(*rows)) == []


def test_knock_out_wish_is_told_once() -> None:
    row = requirement(knock_out=True, kind=Kind.WISH, priority=Priority.SHOULD)
    assert places(requirements.knock_out_is_must, requirement_list(row)) == []


def test_empty_list() -> None:
    empty = RequirementList("aalsmeer", FILE, readable=True)
    unreadable = RequirementList("diemen", "requirements/diemen.xlsx", readable=False)
    found = places(requirements.list_has_requirements, empty, unreadable)
    assert found == [("NO_REQUIREMENTS", FILE)]


def test_theme_weights_of_90() -> None:
    rows = requirement_list(requirement(), weights={"ARC": 60, "ZTC": 30})
    (found,) = themes.weights_add_up(scan((rows,)))
    assert str(found.source) == f"{FILE} · Thema's"
    assert dict(found.facts) == {"municipality": "Aalsmeer", "total": "90"}


@pytest.mark.parametrize("weights", [{"ARC": 60, "ZTC": 40}, {}])
def test_weights_that_are_100_or_absent_altogether(weights: dict[str, int]) -> None:
    assert places(themes.weights_add_up, requirement_list(requirement(), weights=weights)) == []


@pytest.mark.parametrize(
    ("weights", "place"),
    [
        ({}, FILE),
        ({"ZTC": 100}, f"{FILE} · Thema's"),
        ({"ARC": None, "ZTC": 100}, f"{FILE} · Thema's!C2"),
    ],
)
def test_theme_in_use_without_weight(weights: dict[str, int | None], place: str) -> None:
    rows = requirement_list(requirement(), weights=weights)
    assert places(themes.theme_in_use_has_weight, rows) == [("THEME_WITHOUT_WEIGHT", place)]


def test_weight_zero_is_a_weight() -> None:
    rows = requirement_list(requirement(), weights={"ARC": 0, "ZTC": 100})
    assert places(themes.theme_in_use_has_weight, rows) == []


@pytest.mark.parametrize(
    "row",
    [
        requirement("ZTC-01"),
        requirement(priority=Priority.WONT),
        requirement(knock_out=True),
        requirement(weight=None),
    ],
)
def test_weighted_theme_in_which_nothing_counts(row: Requirement) -> None:
    rows = requirement_list(row, weights={"ARC": 100})
    assert places(themes.weighted_theme_is_in_use, rows) == [("THEME_EMPTY", f"{FILE} · Thema's!C2")]


def test_weighted_theme_in_which_something_counts() -> None:
    rows = requirement_list(requirement(), weights={"ARC": 100, "ZTC": 0})
    assert places(themes.weighted_theme_is_in_use, rows) == []


def test_negative_weight() -> None:
    rows = requirement_list(requirement(), weights={"ARC": 110, "ZTC": -10})
    assert places(themes.weight_is_not_negative, rows) == [("THEME_WEIGHT_NEGATIVE", f"{FILE} · Thema's!C3")]
    assert places(themes.weights_add_up, rows) == []


def test_theme_twice() -> None:
    weights = tuple(theme_weight("aalsmeer", "ARC", 100, row) for row in (2, 5))
    rows = RequirementList("aalsmeer", FILE, True, (requirement(),), weights)
    (found,) = themes.theme_stands_once(scan((rows,)))
    assert (found.code.name, found.source.cell) == ("THEME_DOUBLE", "A5")
    assert dict(found.facts)["first"] == f"{FILE} · Thema's!A2"
    assert places(themes.weights_add_up, rows) == []


def test_weight_for_a_theme_that_does_not_exist() -> None:
    rows = requirement_list(requirement(), weights={"ARC": 90, "ARX": 10})
    (found,) = themes.weighted_theme_is_declared(scan((rows,)))
    assert (found.code.name, found.source.cell) == ("THEME_UNKNOWN", "A3")
    assert dict(found.facts)["known"] == "ZTC, ARC"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Het scherm is gebruiksvriendelijk.", ["gebruiksvriendelijk"]),
        ("Zoeken gaat Snel, zo snel mogelijk en snel.", ["snel", "zo snel mogelijk"]),
        ("Het systeem toont status, termijn, etc.", ["etc."]),
        ("De versnelde procedure heeft een eigen termijn van 5 dagen.", []),
    ],
)
def test_vague_words(text: str, words: list[str]) -> None:
    assert [found["word"] for found in facts(texts.text_is_measurable, requirement(text=text))] == words


@pytest.mark.parametrize(
    ("text", "bundled"),
    [
        ("Documenten hebben versies; eerdere versies blijven raadpleegbaar.", True),
        ("Een zaak kan worden gesloten. Documenten moeten dan definitief zijn.", True),
        ("Een zaak kan worden gesloten en tevens heropend.", True),
        ("- zaken kunnen worden gesloten\n- zaken kunnen worden heropend", True),
        ("Een zaak kan worden gesloten. Sluiten betekent hier: de status is eind.", False),
        ("Zoeken kan op naam, adres en zaaknummer (BSN; KvK).", False),
        ("Het systeem toont per zaak de status, de termijn en de behandelaar.", False),
    ],
)
def test_several_requirements_in_one_row(text: str, bundled: bool) -> None:
    assert bool(facts(texts.text_is_one_requirement, requirement(text=text))) is bundled


def test_brand_in_text_and_explanation() -> None:
    row = requirement(text="Mail komt uit outlook.", explanation="Nu Rx.Enterprise, straks Outlooks.")
    found = list(texts.text_has_no_brand(scan((requirement_list(row),))))
    assert [(dict(item.facts)["brand"], item.source.cell) for item in found] == [
        ("Outlook", "C2"),
        ("Rx.Enterprise", "D2"),
    ]


def test_brand_or_equal_is_allowed() -> None:
    row = requirement(text="Mail komt uit Outlook of een gelijkwaardig programma.")
    assert places(texts.text_has_no_brand, requirement_list(row)) == []


def test_project_without_brands_has_none_to_find() -> None:
    row = requirement(text="Mail komt uit Outlook.")
    lists = (requirement_list(row),)
    assert list(texts.text_has_no_brand(scan(lists, of=project("aalsmeer", brands=())))) == []

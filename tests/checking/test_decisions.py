from scan_factory import decision, requirement, requirement_list, scan

from marktscan.checking.decisions import CHECKS
from marktscan.domain.finding import Finding
from marktscan.domain.programme import Decision, MergeDecision


def found(item: MergeDecision, text: str = "Anders.") -> list[Finding]:
    lists = (
        requirement_list(requirement("ARC-01", "aalsmeer")),
        requirement_list(requirement("ARC-01", "diemen", text=text)),
    )
    made = scan(lists, (item,))
    return [finding for check in CHECKS for finding in check(made)]


def places(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(item.code.name, str(item.source)) for item in findings]


BOTH = {"aalsmeer": "ARC-01", "diemen": "ARC-01"}
SHEET = "requirements/samenvoeging.xlsx · Besluiten"


def test_complete_decision() -> None:
    assert found(decision("ARC-01", Decision.SAME, text="Gekozen.", **BOTH)) == []


def test_decision_by_nobody() -> None:
    nameless = decision("ARC-01", Decision.SAME, text="Gekozen.", by="", **BOTH)
    assert places(found(nameless)) == [("DECISION_WITHOUT_NAME", f"{SHEET}!L2")]


def test_decision_still_to_take_needs_no_name() -> None:
    assert found(decision("ARC-01", None, by="", **BOTH)) == []


def test_different_texts_without_a_chosen_one() -> None:
    (item,) = found(decision("ARC-21", Decision.SAME, **BOTH))
    assert places([item]) == [("DECISION_WITHOUT_TEXT", f"{SHEET}!K2")]
    assert dict(item.facts) == {"joint_id": "ARC-21", "municipality": "Aalsmeer"}


def test_same_text_needs_no_choice() -> None:
    same = requirement("ARC-01").text
    assert found(decision("ARC-01", Decision.SAME, **BOTH), text=f"{same} ") == []


def test_conflict_is_told() -> None:
    assert places(found(decision("ARC-01", Decision.CONFLICT, **BOTH))) == [
        ("DECISION_CONFLICT", f"{SHEET}!J2")
    ]

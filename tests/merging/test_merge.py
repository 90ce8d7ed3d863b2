"""Worked examples of merging: each shows what the municipalities wrote and what is asked together."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scan_factory import decision, project, requirement, requirement_list

from marktscan.domain.finding import Code
from marktscan.domain.programme import Decision, Programme, Status
from marktscan.domain.requirement import Kind, Priority, Requirement, RequirementList
from marktscan.merging import merge

A, B, C = "aalsmeer", "amstelveen", "diemen"


def lists(*rows: Requirement) -> tuple[RequirementList, ...]:
    """The lists of all three municipalities, filled with these rows."""
    return tuple(
        requirement_list(*(row for row in rows if row.municipality == slug), municipality=slug)
        if any(row.municipality == slug for row in rows)
        else RequirementList(slug, f"requirements/{slug}.xlsx", True)
        for slug in (A, B, C)
    )


def shared(own_id: str = "ARC-01", **changes: object) -> tuple[Requirement, ...]:
    """The same row at all three."""
    return tuple(requirement(own_id, slug, **changes) for slug in (A, B, C))


def merged(*rows: Requirement, decisions: tuple = ()) -> tuple[Programme, list[Code]]:
    programme, findings = merge(project(), lists(*rows), decisions)
    return programme, [item.code for item in findings]


def as_rows(programme: Programme) -> list[tuple[str, str, dict[str, str]]]:
    return [(row.id, str(row.status), {s: r.id for s, r in row.positions.items()}) for row in programme.rows]


def test_equal_id_and_text_is_one_requirement() -> None:
    programme, codes = merged(*shared())
    assert as_rows(programme) == [("ARC-01", "gelijk", {A: "ARC-01", B: "ARC-01", C: "ARC-01"})]
    assert codes == []


def test_only_spaces_and_typography_differ() -> None:
    a, b, c = "De “zaak” is  vindbaar.", 'De "zaak" is vindbaar.', 'De\n"zaak" is vindbaar. '
    rows = [requirement("ARC-01", slug, text=text) for slug, text in ((A, a), (B, b), (C, c))]
    programme, codes = merged(*rows)
    assert [row.status for row in programme.rows] == [Status.EQUAL]
    assert codes == []


def test_equal_id_with_other_text_stays_apart_until_people_decide() -> None:
    rows = (
        requirement("ARC-01", A, text="Bewaren kan 5 jaar."),
        requirement("ARC-01", C, text="Bewaren kan 20 jaar."),
    )
    programme, findings = merge(project(), lists(*rows), ())
    assert as_rows(programme) == [
        ("ARC-01-A", "alleen bij", {A: "ARC-01"}),
        ("ARC-01-B", "alleen bij", {C: "ARC-01"}),
    ]
    assert [row.text for row in programme.rows] == ["Bewaren kan 5 jaar.", "Bewaren kan 20 jaar."]
    (found,) = findings
    assert found.code is Code.DECISION_MISSING
    assert str(found.source) == "requirements/aalsmeer.xlsx · Eisen!C2"
    assert dict(found.facts)["other_place"] == "requirements/diemen.xlsx · Eisen!C2"


def test_only_rows_with_equal_id_and_equal_text_join_by_themselves() -> None:
    rows = (
        requirement("ARC-01", A, text="Bewaren kan 5 jaar."),
        requirement("ARC-01", B, text="Bewaren kan 20 jaar."),
        requirement("ARC-01", C, text="Bewaren  kan 5 jaar."),
    )
    programme, codes = merged(*rows)
    assert as_rows(programme) == [
        ("ARC-01-A", "alleen bij", {A: "ARC-01", C: "ARC-01"}),
        ("ARC-01-B", "alleen bij", {B: "ARC-01"}),
    ]
    assert codes == [Code.DECISION_MISSING]


def test_same_joins_other_ids_under_the_joint_id_with_the_chosen_text() -> None:
    rows = (requirement("ARC-01", A), requirement("ARC-07", C))
    same = decision("ARC-21", Decision.SAME, text="De gekozen tekst.", aalsmeer="ARC-01", diemen="ARC-07")
    programme, codes = merged(*rows, decisions=(same,))
    (row,) = programme.rows
    assert (row.id, row.text, row.status, row.decision) == (
        "ARC-21",
        "De gekozen tekst.",
        Status.PARTIAL,
        same,
    )
    assert codes == []


def test_separate_keeps_rows_with_one_id_apart() -> None:
    rows = (requirement("ARC-01", A, text="Een."), requirement("ARC-01", C, text="Twee."))
    decisions = (
        decision("ARC-01", Decision.SEPARATE, aalsmeer="ARC-01"),
        decision("ARC-31", Decision.SEPARATE, row=3, diemen="ARC-01"),
    )
    programme, codes = merged(*rows, decisions=decisions)
    assert as_rows(programme) == [
        ("ARC-01", "alleen bij", {A: "ARC-01"}),
        ("ARC-31", "alleen bij", {C: "ARC-01"}),
    ]
    assert codes == []


def test_separate_in_one_row_gives_each_municipality_its_own_id() -> None:
    rows = (requirement("ARC-01", A, text="Een."), requirement("ARC-01", C, text="Twee."))
    apart = decision("ARC-01", Decision.SEPARATE, aalsmeer="ARC-01", diemen="ARC-01")
    programme, _ = merged(*rows, decisions=(apart,))
    assert [row.id for row in programme.rows] == ["ARC-01-A", "ARC-01-B"]


def test_separate_for_one_municipality_leaves_the_others_joined() -> None:
    apart = decision("ARC-31", Decision.SEPARATE, diemen="ARC-01")
    programme, codes = merged(*shared(), decisions=(apart,))
    assert as_rows(programme) == [
        ("ARC-01", "alleen bij", {A: "ARC-01", B: "ARC-01"}),
        ("ARC-31", "alleen bij", {C: "ARC-01"}),
    ]
    assert codes == []


def test_joint_id_of_a_decision_that_others_use_as_own_id() -> None:
    apart = decision("ARC-01", Decision.SEPARATE, diemen="ARC-01")
    programme, findings = merge(project(), lists(*shared()), (apart,))
    assert as_rows(programme) == [
        ("ARC-01", "alleen bij", {C: "ARC-01"}),
        ("ARC-01-2", "alleen bij", {A: "ARC-01", B: "ARC-01"}),
    ]
    (found,) = findings
    assert found.code is Code.DECISION_JOINT_ID_DOUBLE
    assert dict(found.facts) == {"joint_id": "ARC-01", "new_id": "ARC-01-2"}
    assert str(found.source) == "requirements/aalsmeer.xlsx · Eisen!A2"


def test_new_id_is_free_too() -> None:
    rows = (requirement("ARC-01", A), requirement("ARC-01-2", B), requirement("ARC-02", C))
    taken = decision("ARC-01", Decision.SEPARATE, diemen="ARC-02")
    programme, _ = merged(*rows, decisions=(taken,))
    assert [row.id for row in programme.rows] == ["ARC-01", "ARC-01-2", "ARC-01-3"]


def test_two_decisions_with_one_joint_id() -> None:
    rows = (requirement("ARC-01", A), requirement("ARC-02", A, 3))
    decisions = (
        decision("ARC-09", Decision.SAME, aalsmeer="ARC-01"),
        decision("ARC-09", Decision.SAME, row=3, aalsmeer="ARC-02"),
    )
    programme, findings = merge(project(), lists(*rows), decisions)
    assert [row.id for row in programme.rows] == ["ARC-09", "ARC-09-2"]
    assert [str(item.source) for item in findings] == ["requirements/samenvoeging.xlsx · Besluiten!A3"]


def test_conflict_is_one_row_that_is_called_so() -> None:
    conflict = decision("ARC-01", Decision.CONFLICT, aalsmeer="ARC-01", diemen="ARC-01")
    programme, codes = merged(requirement("ARC-01", A), requirement("ARC-01", C), decisions=(conflict,))
    assert [row.status for row in programme.rows] == [Status.CONFLICT]
    assert codes == []


def test_decision_that_was_not_taken_changes_nothing() -> None:
    empty = decision("ARC-21", None, aalsmeer="ARC-01", diemen="ARC-07")
    programme, _ = merged(requirement("ARC-01", A), requirement("ARC-07", C), decisions=(empty,))
    assert [row.id for row in programme.rows] == ["ARC-01", "ARC-07"]


def test_decision_about_an_unknown_id() -> None:
    wrong = decision("ARC-21", Decision.SAME, aalsmeer="ARC-01", diemen="ARC-99")
    programme, findings = merge(project(), lists(requirement("ARC-01", A)), (wrong,))
    assert as_rows(programme) == [("ARC-21", "alleen bij", {A: "ARC-01"})]
    (found,) = findings
    assert found.code is Code.DECISION_UNKNOWN_ID
    assert str(found.source) == "requirements/samenvoeging.xlsx · Besluiten!D2"


def test_unreadable_list_does_not_make_its_ids_unknown() -> None:
    unreadable = RequirementList(C, "requirements/diemen.xlsx", readable=False)
    same = decision("ARC-21", Decision.SAME, aalsmeer="ARC-01", diemen="ARC-07")
    _, findings = merge(project(), (requirement_list(requirement()), unreadable), (same,))
    assert findings == ()


def test_first_of_two_decisions_about_a_row_holds() -> None:
    decisions = (
        decision("ARC-21", Decision.SAME, aalsmeer="ARC-01"),
        decision("ARC-22", Decision.SAME, row=3, aalsmeer="ARC-01"),
    )
    programme, findings = merge(project(), lists(requirement()), decisions)
    assert [row.id for row in programme.rows] == ["ARC-21"]
    (found,) = findings
    assert (found.code, found.source.cell) == (Code.DECISION_DOUBLE, "B3")
    assert dict(found.facts)["first"] == "requirements/samenvoeging.xlsx · Besluiten!B2"


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({}, Status.EQUAL),
        ({"remark": "anders"}, Status.EQUAL),
        ({"weight": 5}, Status.OTHER_WEIGHT),
        ({"priority": Priority.SHOULD}, Status.OTHER_WEIGHT),
        ({"kind": Kind.WISH}, Status.OTHER_WEIGHT),
        ({"knock_out": True}, Status.OTHER_WEIGHT),
        ({"norm": "MDTO", "weight": 5}, Status.OTHER_NORM),
    ],
)
def test_strictest_difference_names_the_status(changes: dict[str, object], status: Status) -> None:
    a, b, _ = shared()
    programme, _ = merged(a, b, requirement("ARC-01", C, **changes))
    assert [row.status for row in programme.rows] == [status]


def test_themes_differ() -> None:
    a, b, _ = shared()
    programme, findings = merge(project(), lists(a, b, requirement("ARC-01", C, theme="ZTC")), ())
    assert [row.theme for row in programme.rows] == ["ARC"]
    (found,) = findings
    assert found.code is Code.DECISION_THEME_DIFFERS
    assert str(found.source) == "requirements/diemen.xlsx · Eisen!B2"
    assert dict(found.facts)["other_place"] == "requirements/aalsmeer.xlsx · Eisen!B2"


def test_unknown_theme_of_one_does_not_take_the_requirement_from_all() -> None:
    _, b, c = shared()
    programme, (found,) = merge(project(), lists(requirement("ARC-01", A, theme="XYZ"), b, c), ())
    assert [row.theme for row in programme.rows] == ["ARC"]
    assert str(found.source) == "requirements/aalsmeer.xlsx · Eisen!B2"


HUGE = f"ARC-{'9' * 5000}"
"""More digits than Python turns into a number."""


def test_themes_then_ids_as_people_count() -> None:
    rows = [requirement(own_id) for own_id in ("XXX-01", "ARC-10", "ARC-9", "ZTC-01", "ARC-9a", HUGE)]
    programme, _ = merged(*rows)
    assert [row.id for row in programme.rows] == ["ZTC-01", "ARC-9", "ARC-9a", "ARC-10", HUGE, "XXX-01"]


LONG = "Het systeem berekent de wettelijke termijn en toont de resterende dagen per zaak."


def test_nearly_the_same_text_under_another_id() -> None:
    rows = (
        requirement("ARC-01", A, text=LONG),
        requirement("ARC-08", C, text=LONG.replace("dagen", "tijd")),
    )
    _, findings = merge(project(), lists(*rows), ())
    (found,) = findings
    assert found.code is Code.NEARLY_THE_SAME
    assert dict(found.facts)["other_place"] == "requirements/diemen.xlsx · Eisen!C2"


def test_one_municipality_that_holds_both_told_them_apart() -> None:
    rows = (requirement("ARC-01", A, text=LONG), requirement("ARC-08", A, 3, text=LONG + " Altijd."))
    assert merged(*rows)[1] == []


def test_a_decision_ends_the_likeness() -> None:
    rows = (requirement("ARC-01", A, text=LONG), requirement("ARC-08", C, text=LONG + " Altijd."))
    apart = decision("ARC-08", Decision.SEPARATE, diemen="ARC-08")
    assert merged(*rows, decisions=(apart,))[1] == []


def test_short_texts_that_share_words_are_not_alike() -> None:
    rows = (
        requirement("ARC-01", A, text="Idem voor de Zaken API."),
        requirement("ARC-08", C, text="Idem voor de Besluiten API."),
    )
    assert merged(*rows)[1] == []


IDS = ("ARC-01", "ARC-02", "ARC-10", "ZTC-01")
TEXTS = ("Een zaak heeft een status.", "Een document heeft versies.", "Zoeken werkt in één scherm.")
row_sets = st.dictionaries(st.sampled_from(IDS), st.sampled_from(TEXTS))
decision_rows = st.lists(
    st.tuples(
        st.sampled_from((*IDS, "ARC-50")),
        st.sampled_from((*Decision, None)),
        st.dictionaries(st.sampled_from((A, B, C)), st.sampled_from((*IDS, "ARC-99"))),
    ),
    max_size=4,
)


def drawn_lists(drawn: tuple[dict[str, str], ...]) -> tuple[RequirementList, ...]:
    rows = [
        requirement(own_id, slug, row, text=text)
        for slug, texts in zip((A, B, C), drawn, strict=True)
        for row, (own_id, text) in enumerate(texts.items(), start=2)
    ]
    return lists(*rows)


@settings(max_examples=60)
@given(st.tuples(row_sets, row_sets, row_sets), decision_rows)
def test_every_row_is_in_exactly_one_requirement_in_any_order(
    drawn: tuple[dict[str, str], ...], decided: list[tuple[str, Decision | None, dict[str, str]]]
) -> None:
    given_lists = drawn_lists(drawn)
    decisions = tuple(decision(i, d, row, **ids) for row, (i, d, ids) in enumerate(decided, start=2))
    programme, findings = merge(project(), given_lists, decisions)

    held = [(slug, row.id) for joint in programme.rows for slug, row in joint.positions.items()]
    asked = [(item.municipality, row.id) for item in given_lists for row in item.requirements]
    assert sorted(held) == sorted(asked)
    assert len({row.id for row in programme.rows}) == len(programme.rows)
    for order in permutations(given_lists):
        assert merge(project(), order, decisions) == (programme, findings)


@settings(max_examples=60)
@given(row_sets)
def test_merging_with_itself_is_itself(texts: dict[str, str]) -> None:
    alone, _ = merge(project(A), drawn_lists((texts, {}, {}))[:1], ())
    together, findings = merge(project(), drawn_lists((texts, texts, texts)), ())
    assert [(row.id, row.theme, row.text, row.status) for row in together.rows] == [
        (row.id, row.theme, row.text, row.status) for row in alone.rows
    ]
    assert findings == ()

"""Worked examples of proposals: what the municipalities wrote and what people get to decide about."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scan_factory import decision, project, requirement, requirement_list

from marktscan.domain.programme import Decision
from marktscan.domain.proposal import Change, ChangeKind, Likeness, Proposal, Reason
from marktscan.domain.requirement import Requirement, RequirementList
from marktscan.merging import merge, propose

A, B, C = "aalsmeer", "amstelveen", "diemen"
SEARCH = "Een medewerker zoekt zaken op naam, adres en zaaknummer."


def lists(*rows: Requirement) -> tuple[RequirementList, ...]:
    return tuple(
        requirement_list(*(row for row in rows if row.municipality == slug), municipality=slug, weights={})
        for slug in (A, B, C)
    )


def proposed(*rows: Requirement, decisions: tuple = ()) -> tuple[Proposal, ...]:
    return propose(project(), lists(*rows), decisions)


def told(proposal: Proposal) -> tuple[str, dict[str, str], Reason, Likeness | None]:
    ids = {slug: row.id for slug, row in proposal.positions.items()}
    return proposal.joint_id, ids, proposal.reason, proposal.likeness


@pytest.mark.parametrize(
    ("own", "other", "expected"),
    [
        (("ARC-01", SEARCH), ("ARC-01", SEARCH + " "), None),
        (("ARC-01", SEARCH), ("ARC-01", "Bewaren kan twintig jaar."), (Reason.SAME_ID, Likeness.HARDLY)),
        (("ARC-01", SEARCH), ("ZOE-9", SEARCH), (Reason.SAME_TEXT, Likeness.EQUAL)),
        (
            ("ARC-01", SEARCH),
            ("ZOE-9", "Een medewerker zoekt zaken op naam en zaaknummer."),
            (Reason.ALIKE, Likeness.NEARLY),
        ),
        (("ARC-01", SEARCH), ("ZOE-9", "Brieven krijgen het logo van de gemeente."), None),
    ],
)
def test_reasons(own: tuple, other: tuple, expected: tuple | None) -> None:
    rows = (requirement(own[0], A, text=own[1]), requirement(other[0], C, text=other[1]))
    assert [told(item)[2:] for item in proposed(*rows)] == ([expected] if expected else [])


def test_same_norm_in_one_theme() -> None:
    a = requirement("ARC-01", A, norm="BIO2; NIS2", text="Inloggen kan alleen met twee factoren.")
    c = requirement("ARC-07", C, norm="bio2", text="Inloggen met twee factoren kan ook buiten kantoor.")
    assert [told(item) for item in proposed(a, c)] == [
        ("ARC-01", {A: "ARC-01", C: "ARC-07"}, Reason.SAME_NORM, Likeness.PARTLY)
    ]
    assert proposed(a, replace(c, norm="AVG")) == ()
    assert proposed(a, replace(c, theme="ZTC")) == ()


def test_rows_without_text_are_not_alike() -> None:
    assert proposed(requirement("ARC-01", A, text=""), requirement("ARC-02", C, text="")) == ()


def test_the_most_alike_row_is_chosen_and_no_municipality_comes_twice() -> None:
    rows = (
        requirement("ARC-01", A, text=SEARCH),
        requirement("ARC-05", C, text=SEARCH.replace("adres", "postcode")),
        requirement("ARC-06", C, row=3, text=SEARCH),
    )
    assert [told(item)[1] for item in proposed(*rows)] == [{A: "ARC-01", C: "ARC-06"}]


def test_three_municipalities_under_the_id_that_most_use() -> None:
    rows = (
        requirement("AAL-01", A, text=SEARCH),
        requirement("ARC-01", B, text=SEARCH),
        requirement("ARC-01", C, text=SEARCH),
    )
    assert [told(item)[0] for item in proposed(*rows)] == ["ARC-01"]


def test_a_joint_id_that_people_gave_away_is_not_proposed_again() -> None:
    rows = (requirement("ARC-01", A, text="Een."), requirement("ARC-01", B, text="Twee."))
    given = decision("ARC-01", Decision.SEPARATE, diemen="ARC-02")
    assert [told(item)[0] for item in proposed(*rows, decisions=(given,))] == ["ARC-01-2", "ARC-01"]


@pytest.mark.parametrize("order", list(permutations((A, B, C))))
def test_the_order_of_the_lists_does_not_matter(order: tuple[str, ...]) -> None:
    rows = (
        requirement("AAL-01", A, text=SEARCH),
        requirement("ARC-01", B, text=SEARCH),
        requirement("ARC-02", C, text=SEARCH.replace("adres", "postcode")),
    )
    shuffled = sorted(lists(*rows), key=lambda item: order.index(item.municipality))
    assert propose(project(), shuffled, ()) == proposed(*rows)


def decided(kind: Decision | None = Decision.SAME, text: str = SEARCH, **ids: str):
    return replace(decision("ARC-01", kind, text=text, **ids), texts=dict.fromkeys(ids, SEARCH))


def test_a_decision_is_kept_as_it_is() -> None:
    same = decided(aalsmeer="ARC-01", diemen="ZOE-9")
    rows = (requirement("ARC-01", A, text=SEARCH), requirement("ZOE-9", C, text=SEARCH))
    (item,) = proposed(*rows, decisions=(same,))
    assert (item.decision, item.changes, item.to_review) == (same, (), False)


def test_changed_text_is_shown_with_what_it_was() -> None:
    same = decided(aalsmeer="ARC-01", diemen="ZOE-9")
    rows = (requirement("ARC-01", A, text=SEARCH), requirement("ZOE-9", C, text="Nieuw."))
    (item,) = proposed(*rows, decisions=(same,))
    assert item.changes == (Change(ChangeKind.TEXT, C, "ZOE-9", SEARCH, "Nieuw."),)
    assert item.to_review


def test_a_row_that_is_gone_is_shown_unless_its_list_cannot_be_read() -> None:
    same = decided(aalsmeer="ARC-01", diemen="ZOE-9")
    (item,) = proposed(requirement("ARC-01", A, text=SEARCH), decisions=(same,))
    assert item.changes == (Change(ChangeKind.GONE, C, "ZOE-9", SEARCH),)
    unreadable = (*lists(requirement("ARC-01", A, text=SEARCH))[:2], RequirementList(C, "diemen.xlsx", False))
    (item,) = propose(project(), unreadable, (same,))
    assert item.changes == ()


@pytest.mark.parametrize("own_id", ["ARC-01", "AMS-7"])
def test_a_row_that_came_later_is_shown(own_id: str) -> None:
    same = decided(aalsmeer="ARC-01", diemen="ZOE-9")
    rows = (
        requirement("ARC-01", A, text=SEARCH),
        requirement(own_id, B, text=SEARCH),
        requirement("ZOE-9", C, text=SEARCH),
    )
    (item,) = proposed(*rows, decisions=(same,))
    assert item.changes == (Change(ChangeKind.NEW, B, own_id, now=SEARCH),)


def test_what_was_set_apart_does_not_get_newcomers() -> None:
    apart = decided(Decision.SEPARATE, aalsmeer="ARC-01")
    rows = (requirement("ARC-01", A, text=SEARCH), requirement("ARC-01", C, text=SEARCH))
    (item,) = proposed(*rows, decisions=(apart,))
    assert item.changes == ()


def test_open_comes_before_review_and_review_before_done() -> None:
    done = decided(aalsmeer="ARC-01")
    review = replace(done, joint_id="ARC-02", ids={A: "ARC-02"}, changes_noted="Er is iets veranderd.")
    still_open = replace(done, joint_id="ARC-03", ids={A: "ARC-03"}, decision=None)
    rows = tuple(requirement(f"ARC-0{n}", A, row=n, text=SEARCH) for n in (1, 2, 3))
    order = [item.joint_id for item in proposed(*rows, decisions=(done, review, still_open))]
    assert order == ["ARC-03", "ARC-02", "ARC-01"]


def test_a_proposal_joins_nothing() -> None:
    rows = (requirement("ARC-01", A, text=SEARCH), requirement("ZOE-9", C, text=SEARCH))
    (item,) = proposed(*rows)
    undecided = replace(decided(None, aalsmeer="ARC-01", diemen="ZOE-9"), joint_id=item.joint_id)
    for decisions in ((), (undecided,)):
        programme, _ = merge(project(), lists(*rows), decisions)
        assert [row.id for row in programme.rows] == ["ARC-01", "ZOE-9"]


words = st.sampled_from(("zoekt", "zaken", "bewaart", "naam", "adres", "stukken", "snel"))
some_rows = st.lists(
    st.tuples(
        st.sampled_from((A, B, C)), st.integers(1, 5), st.lists(words, min_size=1, max_size=5).map(" ".join)
    ),
    max_size=12,
    unique_by=lambda row: row[:2],
)


@settings(max_examples=60)
@given(some_rows, st.integers(0, 3))
def test_whatever_the_lists_no_row_is_proposed_twice_and_nothing_decided_changes(drawn, taken: int) -> None:
    rows = tuple(requirement(f"ARC-0{number}", slug, text=text) for slug, number, text in drawn)
    decisions = tuple(
        decision(f"BES-0{place}", Decision.SAME, **{row.municipality: row.id})
        for place, row in enumerate(rows[:taken])
    )
    found = proposed(*rows, decisions=decisions)
    keys = [(slug, row.id) for item in found for slug, row in item.positions.items()]
    assert len(keys) == len(set(keys))
    assert len({item.joint_id for item in found}) == len(found)
    kept = [item.decision for item in found if item.decision]
    assert sorted(kept, key=lambda item: item.joint_id) == list(decisions)
    for item in found:
        fresh = item.decision is None
        assert not fresh or (len(item.positions) > 1 and item.reason is not Reason.EQUAL)

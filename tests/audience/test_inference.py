"""What follows from what is shown, on examples small enough to compute by heart."""

from fractions import Fraction

from marktscan.audience.inference import Quantity, follows, relation
from marktscan.audience.relations import theme_relations

TOTAL, A, B, C = ("total",), ("a",), ("b",), ("c",)
SUM = relation("total = a + b + c", (TOTAL, A, B, C))
OF = ("score", "diemen", "kade", "ARC")
ONE, TWO, THREE = (("value", "kade", f"ARC-0{n}") for n in (1, 2, 3))


def test_a_total_with_one_withheld_addend_gives_that_addend() -> None:
    assert follows([SUM], [TOTAL, A, B]) == {C: SUM}


def test_a_total_with_two_withheld_addends_gives_none() -> None:
    assert follows([SUM], [TOTAL, A]) == {}


def test_addends_without_their_total_give_the_total() -> None:
    assert follows([SUM], [A, B, C]) == {TOTAL: SUM}


def test_what_follows_first_makes_more_follow() -> None:
    twice = relation("d = 2 × c", (C, ("d",)))
    assert set(follows([twice, SUM], [TOTAL, A, B])) == {C, ("d",)}


def test_a_system_is_solved_when_there_are_as_many_equations_as_unknowns() -> None:
    weights = [("weight", n) for n in "xyz"]
    assert set(follows([relation("scores", (A, B, *weights), 3)], [A, B])) == set(weights)
    assert follows([relation("scores", (A, B, *weights), 2)], [A, B]) == {}


def given(*worth: int) -> dict[tuple[str, ...], Fraction]:
    return {name: Fraction(points, 100) for name, points in zip((ONE, TWO, THREE), worth, strict=False)}


def from_theme(share: Fraction, *worth: int, known: tuple[tuple[str, ...], ...] = ()) -> set[tuple[str, ...]]:
    relations = theme_relations("diemen", OF, share, given(*worth))
    return set(follows(relations, (OF, *known)))


def test_a_theme_with_one_requirement_gives_its_answer() -> None:
    assert from_theme(Fraction(9, 10), 90) == {ONE}


def test_a_theme_score_at_the_end_of_the_scale_gives_every_answer() -> None:
    assert {ONE, TWO, THREE} <= from_theme(Fraction(1), 100, 100, 100)
    assert {ONE, TWO} <= from_theme(Fraction(0), 0, 0)


def test_a_theme_score_of_answers_in_between_gives_none() -> None:
    assert from_theme(Fraction(7, 10), 100, 90, 40) == set()


def test_who_knows_the_answers_knows_a_weight_when_one_answer_differs_from_all_others() -> None:
    found = from_theme(Fraction(7, 10), 100, 100, 0, known=(ONE, TWO, THREE))
    assert ("weight", "diemen", "ARC-03") in found


def test_who_knows_the_answers_knows_no_weight_when_three_kinds_are_mixed() -> None:
    found = from_theme(Fraction(7, 10), 100, 90, 0, known=(ONE, TWO, THREE))
    assert not any(name[0] == "weight" for name in found)


def test_what_follows_at_once_comes_in_the_order_of_names_whatever_the_order_of_sets() -> None:
    weights: list[Quantity] = [("weight", name) for name in "zyxwv"]
    found = follows([relation("scores", (A, *weights), 5)], [A])
    assert list(found) == sorted(weights)

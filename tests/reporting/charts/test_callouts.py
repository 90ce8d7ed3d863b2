"""The rule by which labels around a line are placed."""

from fractions import Fraction

from marktscan.reporting.charts.callouts import INDENT, Callout, Placed, arrange, lanes

RIGHT = Fraction(300)


def at(name: str, x: int, end: int | None = None) -> Callout:
    return Callout(name, "", Fraction(x), Fraction(x if end is None else end))


def placed(*callouts: Callout, last_at_edge: bool = False) -> dict[str, Placed]:
    return {place.label: place for place in arrange(callouts, Fraction(0), RIGHT, last_at_edge)}


def test_a_label_with_room_stands_above_its_mark() -> None:
    place = placed(at("Kade", 100))["Kade"]
    assert (place.below, place.lane, place.stem) == (False, 0, 100)


def test_a_label_at_the_right_edge_moves_in() -> None:
    place = placed(at("Kade", 299))["Kade"]
    assert place.at_edge == RIGHT
    assert not place.below


def test_a_close_neighbour_goes_below() -> None:
    found = placed(at("Kade Zaken", 100), at("Linde", 110))
    assert found["Kade Zaken"].below
    assert not found["Linde"].below


def test_a_crowd_is_shared_between_both_sides() -> None:
    found = arrange([at(f"Pakket {n}", 150 + n) for n in range(8)], Fraction(0), RIGHT)
    assert (lanes(found, below=False), lanes(found, below=True)) == (4, 4)


def test_above_the_leftmost_of_a_crowd_goes_highest_below_the_rightmost_deepest() -> None:
    found = arrange([at(f"Pakket {n}", 150 + n) for n in range(8)], Fraction(0), RIGHT)
    above = sorted((place for place in found if not place.below), key=lambda place: place.stem)
    below = sorted((place for place in found if place.below), key=lambda place: place.stem)
    assert [place.lane for place in above] == [3, 2, 1, 0]
    assert [place.lane for place in below] == [0, 1, 2, 3]


def test_a_crowd_at_the_left_edge_stays_above() -> None:
    found = arrange([at(f"Pakket {n}", n) for n in range(3)], Fraction(0), RIGHT)
    assert not any(place.below for place in found)


def test_labels_stay_whole_while_they_fit() -> None:
    name = "Kade Zaken met een lange naam en nog meer"
    assert name in placed(at(name, 0))


def test_labels_are_shortened_to_half_the_room_where_whole_ones_collide() -> None:
    found = arrange([at("m" * 40, 150), at("w" * 40, 151)], Fraction(0), RIGHT)
    assert all(place.label.endswith("…") and place.wide <= RIGHT / 2 for place in found)


def test_the_last_of_several_may_be_set_at_the_edge() -> None:
    found = placed(at("Kade", 0, 100), at("Linde", 100, 300), last_at_edge=True)
    assert found["Linde"].at_edge == RIGHT
    assert placed(at("Kade", 0, 300), last_at_edge=True)["Kade"].at_edge is None


def test_no_stem_touches_the_first_letter_of_the_label_at_the_edge() -> None:
    last = at("X Niet van toepassing", 290, 300)
    wide = placed(at("S", 0, 10), last, last_at_edge=True)["X Niet van toepassing"].wide
    for start in range(int(RIGHT - wide) - 8, int(RIGHT - wide) + 8):
        found = arrange([at("R Belofte", start, 280), last], Fraction(0), RIGHT, last_at_edge=True)
        edge = next(place for place in found if place.at_edge is not None)
        stems = [place.stem for place in found if place.lane and not place.below]
        assert all(edge.left - stem >= INDENT for stem in stems)


def test_nothing_to_place() -> None:
    assert arrange([], Fraction(0), RIGHT) == ()
    assert lanes((), below=True) == 0

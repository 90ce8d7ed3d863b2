"""Step 6 on small scans: where first place tips, and what leaving one vendor out does."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from scoring.drawn import scans
from scoring.scans import requirements, scan, submission

from marktscan.domain.requirement import RequirementList, ThemeWeight
from marktscan.domain.results import Results, Stress, TippingPoint
from marktscan.domain.scan import Scan, Submission
from marktscan.robustness import stress
from marktscan.robustness.profiles import named, profiles
from marktscan.scoring import score_scan
from marktscan.scoring.asked import theme_shares

FEW = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
TABLE = """
    | id | thema | soort | gewicht | bijzonder |
    |---|---|---|---|---|
    | ARC-01 | ARC | eis | 1 | nvt |
    | DVL-01 | DVL | eis | 1 | |
    """


def _list(slug: str, themes: str) -> RequirementList:
    return requirements(slug, themes, TABLE)


def _stress(lists: list[RequirementList], *vendors: Submission, **keys: str) -> Stress:
    drawn = scan(lists, vendors, keys or None)
    return stress(drawn, score_scan(drawn)[0])


def _bounds(point: TippingPoint) -> tuple[Fraction | None, str, Fraction | None, str]:
    return point.lower, point.lower_vendor, point.upper, point.upper_vendor


A = submission("a", "ARC-01 C, DVL-01 M")  # 90 and 40
B = submission("b", "ARC-01 P, DVL-01 S")  # 70 and 100
C = submission("c", "ARC-01 M, DVL-01 S")  # 40 and 100


def test_first_place_holds_within_an_interval_around_the_weight():
    """A 80, B 76, C 52 bij ARC 0,8. A − B: t = 3/4. A − C: 50t − 60(1 − t) = 0, t = 6/11. B komt eerder."""
    points = _stress([_list("aalsmeer", "ARC 80, DVL 20")], A, B, C).tipping_points
    assert [(p.municipality, p.theme, p.weight) for p in points] == [
        ("aalsmeer", "ARC", Fraction(4, 5)),
        ("aalsmeer", "DVL", Fraction(1, 5)),
        ("key:gelijk", "ARC", Fraction(4, 5)),
        ("key:gelijk", "DVL", Fraction(1, 5)),
    ]
    assert _bounds(points[0]) == (Fraction(3, 4), "b", None, "")
    assert _bounds(points[1]) == (None, "", Fraction(1, 4), "b")


def test_a_joint_tipping_point_mixes_the_weights_of_the_municipalities():
    """
    Aalsmeer weegt ARC 0,9, Diemen 0,7: even zwaar is dat samen 0,8, met dezelfde waarden. Het omslagpunt
    blijft dus 3/4, terwijl A in Diemen (0,7 × 20 − 0,3 × 60 = −4) achter B staat.
    """
    lists = [_list("aalsmeer", "ARC 90, DVL 10"), _list("diemen", "ARC 70, DVL 30")]
    points = {(p.municipality, p.theme): p for p in _stress(lists, A, B).tipping_points}
    assert points["key:gelijk", "ARC"].weight == Fraction(4, 5)
    assert _bounds(points["key:gelijk", "ARC"]) == (Fraction(3, 4), "b", None, "")
    assert _bounds(points["diemen", "ARC"]) == (None, "", Fraction(3, 4), "a")


def test_a_shared_first_place_ends_at_the_weight_itself():
    points = _stress([_list("aalsmeer", "ARC 75, DVL 25")], A, B).tipping_points
    assert _bounds(points[0]) == (Fraction(3, 4), "b", None, "")


def test_one_vendor_or_one_theme_has_nothing_to_tip():
    assert {_bounds(p) for p in _stress([_list("aalsmeer", "ARC 75, DVL 25")], A).tipping_points} == {
        (None, "", None, "")
    }
    assert {_bounds(p) for p in _stress([_list("aalsmeer", "ARC 75")], A, B).tipping_points} == {
        (None, "", None, "")
    }


def test_where_nobody_has_a_score_there_is_no_tipping_point():
    broken = RequirementList("diemen", "requirements/diemen.xlsx", readable=False)
    found = _stress([_list("aalsmeer", "ARC 80, DVL 20"), broken], A, B)
    assert {p.municipality for p in found.tipping_points} == {"aalsmeer"}
    assert {row.first for row in found.leave_one_out if row.ranking == "key:gelijk"} == {()}
    assert _stress([_list("aalsmeer", "ARC 80, DVL 20")]) == Stress((), ())


def test_a_theme_granted_as_a_whole_counts_as_the_vendors_own_score():
    """D heeft ARC als n.v.t. en haalt 100 op DVL: met elk gewicht 100. A haalt op ARC hoogstens 90."""
    points = _stress([_list("aalsmeer", "ARC 80, DVL 20")], A, submission("d", "ARC-01 X, DVL-01 S"))
    assert {_bounds(p) for p in points.tipping_points} == {(None, "", None, "")}


def test_leaving_the_first_one_out_moves_first_place_but_no_score():
    found = _stress([_list("aalsmeer", "ARC 80, DVL 20")], A, B, C).leave_one_out
    own = [row for row in found if row.ranking == "aalsmeer"]
    assert [(row.vendor, row.first, row.first_changed) for row in own] == [
        ("a", ("b",), True),
        ("b", ("a",), False),
        ("c", ("a",), False),
    ]
    assert not any(row.scores_changed for row in found)


@FEW
@given(scans())
def test_every_score_is_weight_times_value_in_its_profile(drawn: Scan):
    results, _ = score_scan(drawn)
    for name, profile in profiles(drawn, results).items():
        for vendor, values in profile.values.items():
            total = sum(weight * values[code] for code, weight in profile.weights.items())
            assert total == named(results.municipalities, results.joint)[name].of(vendor).low


@FEW
@given(scans(least_vendors=2))
def test_scoring_again_at_a_tipping_point_ties_the_first_two(drawn: Scan):
    """With the weights of the bound put into the workbook, both come out level: no closed form involved."""
    results, _ = score_scan(drawn)
    if any(len(entry.themes) != len(_most(results, name)) for name, entry in _own(results)):
        return  # a theme granted as a whole: see the module for what it then counts as
    for point in stress(drawn, results).tipping_points:
        if point.municipality in results.municipalities:
            first = results.municipalities[point.municipality].entries[0].vendor
            for bound, rival in ((point.lower, point.lower_vendor), (point.upper, point.upper_vendor)):
                if bound is not None:
                    again = score_scan(_moved(drawn, point, bound))[0].municipalities[point.municipality]
                    assert again.of(first).low == again.of(rival).low
                    assert again.of(first).rank == 1


def _own(results: Results) -> list:
    return [(name, entry) for name, found in results.municipalities.items() for entry in found.scored]


def _most(results: Results, name: str) -> tuple:
    return max((entry.themes for entry in results.municipalities[name].scored), key=len)


def _moved(drawn: Scan, point: TippingPoint, share: Fraction) -> Scan:
    """The scan with the weight of one theme moved to this share among the themes that count."""
    item = drawn.list_of(point.municipality)
    counting = theme_shares(drawn, item)
    others = sum(r.weight for r in item.theme_weights if r.theme in counting and r.theme != point.theme)
    wanted = share / (1 - share) * others
    weights = tuple(_scaled(row, point.theme, wanted) for row in item.theme_weights)
    lists = (other for other in drawn.lists if other is not item)
    return replace(drawn, lists=(*lists, replace(item, theme_weights=weights)))


def _scaled(row: ThemeWeight, theme: str, wanted: Fraction) -> ThemeWeight:
    """All weights times the denominator of the wanted one, so that it too is a whole number."""
    if row.theme == theme:
        return replace(row, weight=wanted.numerator)
    return replace(row, weight=row.weight * wanted.denominator)

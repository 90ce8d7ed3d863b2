"""When joint first place changes with the key, and how far the rankings agree."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from scoring.drawn import scans
from scoring.scans import requirements, scan, submission

from marktscan.domain.agreement import Together
from marktscan.domain.project import JointKey
from marktscan.domain.scan import Scan
from marktscan.robustness.together import together
from marktscan.scoring import rankings_of, score_scan

HEAD = "| id | thema | soort | gewicht | bijzonder |\n|---|---|---|---|---|\n"


def _list(slug: str, id_: str):
    return requirements(slug, "ARC 100", f"{HEAD}| {id_} | ARC | eis | 1 | |")


AALSMEER, DIEMEN = _list("aalsmeer", "ARC-01"), _list("diemen", "ARC-02")
NOORD = submission("noord", "ARC-01 S, ARC-02 M")
OOST = submission("oost", "ARC-01 P, ARC-02 C")


def _together(of: Scan) -> Together:
    return together(of, score_scan(of)[0])


def test_the_share_at_which_joint_first_place_changes():
    """Aalsmeer: Noord 100, Oost 70; Diemen: Noord 40, Oost 90. Level where 30·λ = 50·(1 − λ): λ = 5/8."""
    found = _together(scan([AALSMEER, DIEMEN], [NOORD, OOST]))
    told = [
        (p.municipality, p.share, p.lower, p.lower_vendor, p.upper, p.upper_vendor)
        for p in found.tipping_points
    ]
    assert told == [
        ("aalsmeer", Fraction(1, 2), None, "", Fraction(5, 8), "noord"),
        ("diemen", Fraction(1, 2), Fraction(3, 8), "noord", None, ""),
    ]


def test_opposite_rankings_equal_rankings_and_mid_ranks():
    opposite = _together(scan([AALSMEER, DIEMEN], [NOORD, OOST])).concordance
    assert opposite is not None
    assert (opposite.municipalities, opposite.vendors, opposite.w, opposite.mean_correlation) == (2, 2, 0, -1)
    same = _together(scan([AALSMEER, DIEMEN], [submission("a", "ARC-01 S, ARC-02 S"), OOST])).concordance
    assert same is not None
    assert (same.w, same.mean_correlation) == (1, 1)
    west = submission("west", "ARC-01 P, ARC-02 M")
    ties = _together(scan([AALSMEER, DIEMEN], [NOORD, OOST, west])).concordance
    assert ties is not None
    # ranks 1, 2½, 2½ and 2½, 1, 2½: sums 3½, 3½, 5 around 4: S = 3/2; W = 12·S ÷ (2²·24 − 2·(6 + 6)) = 18/72
    assert ties.w == Fraction(1, 4)


def test_one_municipality_one_vendor_all_equal_or_nobody_scored():
    level = [submission("a", "ARC-01 S, ARC-02 S"), submission("b", "ARC-01 S, ARC-02 S")]
    for lists, vendors in (
        ([AALSMEER], [NOORD, OOST]),
        ([AALSMEER, DIEMEN], [NOORD]),
        ([AALSMEER, DIEMEN], level),
        ([AALSMEER, DIEMEN], [replace(NOORD, readable=False)]),
        ([AALSMEER, DIEMEN], []),
    ):
        found = _together(scan(lists, vendors))
        assert found.concordance is None
        assert all(point.lower is point.upper is None for point in found.tipping_points)


def test_a_vendor_without_a_score_somewhere_gives_no_tipping_point():
    """Under a key in which Diemen counts for nothing, Noord has a joint score without one in Diemen."""
    lists = [AALSMEER, requirements("diemen", "ARC 100", f"{HEAD}| ARC-02 | ARC | eis | 1 | nvt |")]
    found = _together(
        scan(lists, [submission("noord", "ARC-01 S, ARC-02 X"), OOST], {"een": "aalsmeer 1, diemen 0"})
    )
    assert found.tipping_points == ()


@settings(max_examples=40)
@given(scans(least_vendors=2))
def test_scoring_again_at_the_tipping_share_gives_a_tie(of: Scan):
    results = score_scan(of)[0]
    for point in together(of, results).tipping_points:
        for share, rival in ((point.lower, point.lower_vendor), (point.upper, point.upper_vendor)):
            if share is not None:
                key = _with_share(of.project.keys[0], point.municipality, share)
                again = rankings_of(replace(of, project=replace(of.project, keys=(key,))))[1][key.code]
                first = results.joint[key.code].entries[0].vendor
                assert again.of(first).low == again.of(rival).low


def _with_share(key: JointKey, municipality: str, share: Fraction) -> JointKey:
    """The key with another share for one municipality; the others keep their proportions."""
    rest = 1 - key.shares[municipality]
    others = {slug: (1 - share) * old / rest for slug, old in key.shares.items()}
    return replace(key, shares={**others, municipality: share})

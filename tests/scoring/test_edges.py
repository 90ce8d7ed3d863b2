"""What cannot be scored stays in the list without a score; nothing divides by zero."""

from dataclasses import replace
from fractions import Fraction

from scoring.scans import requirements, scan, submission

from marktscan.domain.requirement import RequirementList
from marktscan.domain.results import KnockOutState, Results
from marktscan.domain.scan import Submission
from marktscan.scoring import score_scan, score_table

TABLE = """
    | id | thema | soort | gewicht | bijzonder |
    |---|---|---|---|---|
    | ARC-01 | ARC | eis | 2 | nvt |
    | DVL-01 | DVL | wens | 3 | |
    | ZTC-01 | ZTC | eis | 1 | KO |
    """
AALSMEER = requirements("aalsmeer", "ARC 60, DVL 40", TABLE)
DIEMEN = requirements("diemen", "ARC 60, DVL 40", TABLE)
NOORD = submission("noord", "ARC-01 S, DVL-01 C, ZTC-01 S", "a-1 DVL-01 8")
OOST = submission("oost", "ARC-01 C, DVL-01 C, ZTC-01 S", "a-1 DVL-01 8")


def _scored(results: Results, name: str) -> list[tuple[str, int | None, Fraction | None]]:
    ranking = results.municipalities.get(name) or results.joint[name]
    return [(entry.vendor, entry.rank, entry.low) for entry in ranking.entries]


def _unreadable(vendor: Submission) -> Submission:
    return replace(vendor, readable=False, answers={}, marks=(), consensus=())


def test_without_vendors_the_rankings_are_empty():
    results, findings = score_scan(scan([AALSMEER], []))
    assert _scored(results, "aalsmeer") == []
    assert results.regrets == results.contributions == results.knock_outs == findings == ()
    assert list(score_table(scan([AALSMEER], [])).columns[:2]) == ["municipality", "vendor"]


def test_one_vendor_is_first_without_regret():
    results, _ = score_scan(scan([AALSMEER], [NOORD]))
    assert _scored(results, "aalsmeer") == [("noord", 1, 92)]
    assert [(regret.vendor, regret.greatest) for regret in results.regrets] == [("noord", 0)]


def test_equal_scores_share_a_rank_in_the_order_of_the_alphabet():
    vendors = [replace(NOORD, vendor=replace(NOORD.vendor, slug=slug)) for slug in ("c", "b")]
    worse = replace(OOST, vendor=replace(OOST.vendor, slug="a"))
    results, _ = score_scan(scan([AALSMEER], [*vendors, worse]))
    assert [entry[:2] for entry in _scored(results, "aalsmeer")] == [("b", 1), ("c", 1), ("a", 3)]


def test_a_vendor_whose_answers_cannot_be_used_stays_in_every_list():
    results, _ = score_scan(scan([AALSMEER], [_unreadable(NOORD), OOST]))
    assert _scored(results, "aalsmeer") == [("oost", 1, 86), ("noord", None, None)]
    assert _scored(results, "gelijk") == [("oost", 1, 86), ("noord", None, None)]
    assert results.municipalities["aalsmeer"].of("noord").knock_out is KnockOutState.TO_VERIFY
    assert [k.reason for k in results.knock_outs if k.vendor == "noord"] == ["antwoorden niet bruikbaar"]
    assert [regret.vendor for regret in results.regrets] == ["oost"]
    assert {row.vendor for row in results.contributions} == {"oost"}
    assert not results.municipalities["aalsmeer"].provisional


def test_without_a_readable_list_nobody_has_a_score_there_nor_jointly():
    broken = RequirementList("diemen", "requirements/diemen.xlsx", readable=False)
    results, _ = score_scan(scan([AALSMEER, broken], [NOORD, OOST]))
    assert _scored(results, "diemen") == [("noord", None, None), ("oost", None, None)]
    assert _scored(results, "gelijk") == [("noord", None, None), ("oost", None, None)]
    assert _scored(results, "aalsmeer")[0] == ("noord", 1, 92)
    assert results.joint["gelijk"].of("noord").knock_out is KnockOutState.TO_VERIFY
    assert results.regrets == ()


def test_a_key_that_leaves_a_municipality_out_does_not_need_its_list():
    broken = RequirementList("diemen", "requirements/diemen.xlsx", readable=False)
    keys = {"alleen": "aalsmeer 1, diemen 0"}
    results, _ = score_scan(scan([AALSMEER, broken], [NOORD], keys))
    assert _scored(results, "alleen") == [("noord", 1, 92)]


def test_a_list_without_any_weight_gives_no_score():
    for themes in ("ARC 0, DVL 0", "", "ZTC 100"):  # ZTC holds only a knock-out
        item = requirements("aalsmeer", themes, TABLE)
        results, findings = score_scan(scan([item], [NOORD]))
        assert _scored(results, "aalsmeer") == [("noord", None, None)]
        assert results.contributions == findings == ()


def test_a_theme_without_weight_leaves_the_others_whole():
    results, _ = score_scan(scan([requirements("aalsmeer", "ARC 60", TABLE)], [OOST]))
    assert _scored(results, "aalsmeer") == [("oost", 1, 90)]
    reasons = {row.requirement: (row.reason, row.weight) for row in results.contributions}
    assert reasons["DVL-01"] == ("één cijfer: 8; het thema heeft geen gewicht", 0)


def test_everything_granted_gives_no_score():
    table = """
        | id | thema | soort | gewicht | bijzonder |
        |---|---|---|---|---|
        | ARC-01 | ARC | eis | 2 | nvt |
        """
    item = requirements("aalsmeer", "ARC 100", table)
    results, _ = score_scan(scan([item], [submission("noord", "ARC-01 X")]))
    assert _scored(results, "aalsmeer") == [("noord", None, None)]


def test_no_marks_at_all_leave_a_wish_between_0_and_100():
    results, _ = score_scan(scan([AALSMEER], [replace(NOORD, marks=())]))
    entry = results.municipalities["aalsmeer"].of("noord")
    assert (entry.low, entry.high, entry.coverage) == (60, 100, Fraction(3, 5))


def test_a_weight_that_cannot_be_read_does_not_count():
    table = TABLE.replace("| DVL-01 | DVL | wens | 3 |", "| DVL-01 | DVL | wens | |")
    results, _ = score_scan(scan([requirements("aalsmeer", "ARC 60, DVL 40", table)], [OOST]))
    assert _scored(results, "aalsmeer") == [("oost", 1, 90)]
    reasons = {row.requirement: row.reason for row in results.contributions}
    assert reasons["DVL-01"] == "één cijfer: 8; zonder leesbaar gewicht: weegt niet mee"


def test_so_many_marks_that_a_sum_passes_64_bits_stay_exact():
    """The least common multiple of 1 to 43 is above 2^63."""
    ids = [f"DVL-{number:02}" for number in range(1, 44)]
    table = "| id | thema | soort | gewicht | bijzonder |\n|---|---|---|---|---|\n"
    rows = "\n".join(f"| {id_} | DVL | wens | 5 | |" for id_ in ids)
    answers = ", ".join(f"{id_} S" for id_ in ids)
    marks = ", ".join(
        f"a-{assessor} {id_} {10 if assessor == 0 else 6}"
        for count, id_ in enumerate(ids, start=1)
        for assessor in range(count)
    )
    small = scan([requirements("aalsmeer", "DVL 100", table + rows)], [submission("noord", answers, marks)])
    expected = sum(Fraction(100 + 60 * (count - 1), count) for count in range(1, 44)) / 43
    assert str(score_table(small).dtypes["points_low"]) == "object"
    assert score_scan(small)[0].municipalities["aalsmeer"].of("noord").low == expected

"""Dumbbells: the subject round, the best square, labels on the outer sides."""

from marktscan.reporting.charts import Chart, Pair, Score, dumbbell, palette
from tests.reporting.charts.drawn import SVG, Box, parsed, rects, texts, words


def drawn(subject: int | None, best: int | None, *, label: str = "") -> Chart:
    pair = Pair("Openbaarheid", "−45", Score(label, str(subject), subject), Score("Linde", str(best), best))
    return dumbbell([pair], alt="x")


def labels(chart: Chart) -> dict[str, Box]:
    return dict(texts(chart))


def circles(chart: Chart) -> int:
    return len(list(parsed(chart).iter(f"{SVG}circle")))


def test_theme_and_difference_stand_above_the_marks() -> None:
    assert words(drawn(38, 83)) == ["Openbaarheid", "−45", "38", "Linde 83"]


def test_the_lower_score_has_its_label_left() -> None:
    found = labels(drawn(38, 83))
    assert found["38"].right < found["Linde 83"].left


def test_a_subject_that_leads_has_its_label_right() -> None:
    found = labels(drawn(85, 66))
    assert found["Linde 66"].right < found["85"].left


def test_the_scale_moves_in_for_a_long_label_at_the_edge() -> None:
    assert labels(drawn(0, 100, label="Rx.Enterprise"))["Rx.Enterprise 0"].left >= 0


def test_a_missing_score_leaves_the_other_mark() -> None:
    chart = drawn(None, 83)
    assert circles(chart) == 0
    assert len(rects(chart, palette.MARKET)) == 1


def test_two_missing_scores_leave_the_words() -> None:
    assert words(drawn(None, None)) == ["Openbaarheid", "−45"]


def test_equal_scores_show_both_marks() -> None:
    (square,) = rects(drawn(83, 83), palette.MARKET)
    assert square.right - square.left == 12


def test_no_pairs_is_an_empty_picture() -> None:
    assert dumbbell([], alt="x").height == 0

"""Courses over time: stairs that rise on their dates, every name at its own height."""

from fractions import Fraction

from marktscan.reporting.charts import Axis, Chart, Course, Day, course_chart, palette
from tests.reporting.charts.drawn import lines, words

AXIS = Axis(60, 80, 10)
DAYS = (Day("nov 2026: peildatum", 0), Day("jul 2028: start contract", 100))


def drawn(*courses: Course, days: tuple[Day, ...] = DAYS) -> Chart:
    return course_chart(courses, days, AXIS, alt="x", width=260)


def stairs(chart: Chart, colour: str) -> list[tuple[Fraction, ...]]:
    return [tuple(Fraction(end) for end in ends) for found, ends in lines(chart) if found == colour]


def test_a_course_rises_on_its_date_and_runs_on_to_the_end() -> None:
    """From 60 (bottom, y = 174) to 80 (top, y = 6) halfway; the line starts at x = 20 and ends at 120."""
    chart = drawn(Course("Rx", "80,0", 60, ((50, 80),), subject=True))
    assert stairs(chart, palette.SUBJECT) == [(20, 174, 70, 174), (70, 174, 70, 6), (70, 6, 120, 6)]


def test_a_package_without_promises_is_one_level_line() -> None:
    chart = drawn(Course("Kade", "70,0", 70))
    assert stairs(chart, palette.MARKET_BAR) == [(20, 90, 120, 90)]


def test_names_with_equal_ends_stand_apart_and_inside() -> None:
    same = [Course(name, "60,0", 60) for name in "ABC"]
    chart = drawn(*same)
    heights = [ends[3] for ends in stairs(chart, palette.LEADER) if ends[0] == 120 and ends[2] == 130]
    assert heights == [152, 163, 174]


def test_days_and_scores_are_named_and_names_of_near_days_do_not_touch() -> None:
    chart = drawn(Course("Kade", "70,0", 70), days=(DAYS[0], Day("start", 1), Day("", 100)))
    assert words(chart) == ["60", "70", "80", "nov 2026: peildatum", "start", "Kade 70,0"]

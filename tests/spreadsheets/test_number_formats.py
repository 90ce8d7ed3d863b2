from datetime import date, datetime, time

import pytest

from marktscan.spreadsheets.number_formats import as_shown


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (1.1, "0.00", "1.10"),
        (1.1, "General", "1.1"),
        (1.1, "", "1.1"),
        (1.0, "0", "1"),
        (7, '"ARC-"00', "ARC-07"),
        (12, "0000", "0012"),
        (110, r"0\.00", "1.10"),
        (12345, "00-00", "123-45"),
        (1234.5, "#,##0.00", "1234.50"),
        (1.005, "0.00", "1.01"),
        (3, "0.##", "3"),
        (3.5, "0.##", "3.5"),
        (3, '0.0" m"', "3.0 m"),
        (0.35, "0%", "35%"),
        (-3, "0;(0)", "(3)"),
        (-3, "0", "-3"),
        (5, "[$€-413] 0", "€ 5"),
        (5, "[Red]0_)", "5"),
        (0, "#", "0"),
        (4, ";;;", "4"),
        (10, "[>5]0", "10"),
        (2, "@", "2"),
        (12, "# ?/?", "12"),
        (1e20, "0.00", "1e+20"),
        (float("inf"), "0", "inf"),
        (True, "0", "WAAR"),
        ("1.10", "0.0", "1.10"),
        (time(9, 30), "h:mm", "09:30:00"),
        (date(2026, 1, 2), "dd-mm-yyyy", "02-01-2026"),
        (datetime(2026, 1, 2), "d-mmm", "2-jan"),
        (datetime(2026, 1, 2), "d-mmm-yy", "2-jan-26"),
        (datetime(2026, 1, 2), "mm-dd-yy", "2-1-2026"),
        (datetime(2026, 1, 2), "General", "2-1-2026"),
        (datetime(2026, 1, 2, 13, 4, 5), "yyyy-mm-dd hh:mm:ss", "2026-01-02 13:04:05"),
        (datetime(2026, 1, 2), '"week" d\\.m[$-413]/yyyy;@', "week 2.1/2026"),
    ],
)
def test_a_number_shows_as_in_the_sheet(value, number_format, text):
    assert as_shown(value, number_format) == text

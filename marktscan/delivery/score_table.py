"""The score table as a text file for spreadsheet programs, in which no cell is a formula."""

import csv
from collections.abc import Iterator
from fractions import Fraction
from io import StringIO

from marktscan.domain.results import Contribution, Results
from marktscan.wording.formats import number

DECIMALS = 6
HEADINGS = (
    "Gemeente",
    "Leverancier",
    "Thema",
    "Eis-ID",
    "Antwoord",
    "Toestand",
    "Punten",
    "Hoogste punten",
    "Gewicht",
    "Deel van de score",
    "Bijdrage aan de score",
    "Reden",
    "Cellen",
)
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def score_table_csv(results: Results) -> bytes:
    """A row per municipality × vendor × requirement, with the cells behind it, in UTF-8 with a mark."""
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADINGS)
    writer.writerows(_row(contribution) for contribution in results.contributions)
    return text.getvalue().encode("utf-8-sig")


def _row(row: Contribution) -> Iterator[str]:
    yield from map(_harmless, (row.municipality, row.vendor, row.theme, row.requirement))
    yield from (row.code.value, row.state.value)
    yield from (_decimal(100 * row.low), _decimal(100 * row.high), str(row.raw_weight))
    yield from (_decimal(row.weight), _decimal(row.score))
    yield _harmless(row.reason)
    yield _harmless(" | ".join(map(str, row.sources)))


def _decimal(value: Fraction) -> str:
    return number(value, DECIMALS)


def _harmless(text: str) -> str:
    """Text that a spreadsheet program would carry out as a formula gets an apostrophe before it."""
    return f"'{text}" if text.startswith(_STARTS_A_FORMULA) else text

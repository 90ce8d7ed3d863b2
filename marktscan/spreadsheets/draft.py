"""A workbook in the making: what every sheet needs while it is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter import Workbook

from marktscan.spreadsheets.choices import Choice
from marktscan.spreadsheets.look import Look, Print


@dataclass(frozen=True, slots=True)
class Draft:
    """The open workbook with its look, the texts of every printed page and the choice lists by name.

    A `locked` workbook takes words only where they are asked.
    """

    book: Workbook
    look: Look
    texts: Print
    choices: Mapping[str, Sequence[Choice]]
    locked: bool = False

"""Writes one round of the questionnaire and the price sheet: the same for every vendor but for its name."""

from collections.abc import Sequence
from pathlib import Path

from marktscan.domain.project import Project
from marktscan.domain.scan import Scan
from marktscan.forms.questions import price_rows, question_rows, vendor_rows
from marktscan.forms.readmes import answers_readme, prices_readme
from marktscan.forms.rounds import record_round
from marktscan.spreadsheets.columns import ANSWERS, PRICES, VENDOR
from marktscan.spreadsheets.sheet import Row, Sheet
from marktscan.spreadsheets.write import ReadMe, write_workbook

FOLDER = "build/questionnaires"


def write_questionnaires(root: Path, scan: Scan) -> tuple[Path, ...]:
    """Write answers.xlsx and prices.xlsx for every invited vendor, and remember what this round asks.

    There is no prices.xlsx when the project file declares no price lines.
    """
    project = scan.project
    questions = question_rows(scan)
    written = []
    for slug in sorted(project.invited):
        for name, (readme, sheets) in _workbooks(project, slug, questions).items():
            written.append(root / FOLDER / slug / name)
            write_workbook(written[-1], readme, sheets, fictitious=project.fictitious)
    record_round(root, scan)
    return tuple(written)


def _workbooks(
    project: Project, vendor: str, questions: list[Row]
) -> dict[str, tuple[ReadMe, Sequence[Sheet]]]:
    """What one vendor gets, by name of the file."""
    answers = (Sheet(VENDOR, vendor_rows()), Sheet(ANSWERS, questions))
    made: dict[str, tuple[ReadMe, Sequence[Sheet]]] = {
        "answers.xlsx": (answers_readme(project, vendor, len(questions)), answers)
    }
    if prices := price_rows(project):
        made["prices.xlsx"] = (prices_readme(project, vendor), (Sheet(PRICES, prices),))
    return made

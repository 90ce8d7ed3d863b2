"""Writes one round of the questionnaire and the price sheet: the same for every vendor but for its name."""

from collections.abc import Sequence
from pathlib import Path

from marktscan.domain.classification import Audience, Reader
from marktscan.domain.project import Project
from marktscan.domain.scan import Scan
from marktscan.forms.questions import price_rows, question_rows, vendor_rows
from marktscan.forms.readmes import answers_readme, prices_readme
from marktscan.forms.rounds import record_round
from marktscan.gate import Gate, Passed, Recipient
from marktscan.spreadsheets.columns import ANSWERS, PRICES, VENDOR
from marktscan.spreadsheets.sheet import Row, Sheet
from marktscan.spreadsheets.write import ReadMe, workbook

FOLDER = "build/questionnaires"


def write_questionnaires(root: Path, scan: Scan) -> Passed:
    """Write answers.xlsx and prices.xlsx for every invited vendor, and remember what this round asks.

    There is no prices.xlsx when the project file declares no price lines. A workbook in which something
    leaks is not written.
    """
    project, gate = scan.project, Gate(root, scan)
    questions = question_rows(scan)
    for slug in sorted(project.invited):
        made = _workbooks(project, slug, questions).items()
        files = {
            root / FOLDER / slug / name: workbook(readme, sheets, fictitious=project.fictitious)
            for name, (readme, sheets) in made
        }
        gate.write(_recipient(slug, questions), files)
    if gate.passed.files:
        record_round(root, scan)
    return gate.passed


def _recipient(vendor: str, questions: Sequence[Row]) -> Recipient:
    """A vendor that is asked these questions, and is not told by whom."""
    asked = "\n".join(str(text) for row in questions for text in row.values())
    return Recipient(Reader(Audience.VENDOR, vendor), asked=asked, knows_who_asks=False)


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

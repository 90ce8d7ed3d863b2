"""Making what people fill in, and bringing in what they have."""

from measure import PROJECT, TRIES, WORK, Measurement, run, seconds

FORMS = """
import sys, time
from pathlib import Path
from marktscan import pipeline
from marktscan.example.requirement_files import write_requirements
from marktscan.forms import write_questionnaires, write_scoresheets
scan, target = pipeline.check(Path(sys.argv[1])).scan, Path(sys.argv[2])
begun = time.process_time()
lists = write_requirements(target)
made = *lists, *write_questionnaires(target, scan).files, *write_scoresheets(target, scan).files
print(time.process_time() - begun, len(made))
"""


def handing_out() -> Measurement:
    """All forms of the example: lists of requirements, questionnaires, price and score sheets, consensus.

    Every time by a new process, as people make them: what was read once helps nobody the next time.
    """
    tries = [run("-c", FORMS, PROJECT, WORK / "forms").split() for _ in range(TRIES)]
    best = min(float(took) for took, _ in tries)
    return Measurement(f"write {tries[0][1]} forms", best, "three seconds", 3.0, 1.0)


def importing() -> Measurement:
    """A list of 3,000 rows with formulas as ids, crosses and sections, from the command to the workbook."""
    from xlsxwriter import Workbook

    path = WORK / "list.xlsx"
    with Workbook(path) as book:
        sheet = book.add_worksheet("PvE")
        two = book.add_format({"num_format": "0.00"})
        sheet.write_row(0, 0, ("Nr", "Onderdeel", "Eis", "Must", "Should", "Could", "Won't", "E/W", "Bron"))
        for row in range(1, 3001):
            sheet.write_formula(row, 0, "=ROW()/100", two, (row + 1) / 100)
            sheet.write_row(row, 1, (f"Onderdeel {row // 100}", f"Het systeem bewaart gegeven {row}."))
            sheet.write(row, 3 + row % 4, "x")
            sheet.write_row(row, 7, ("EW"[row % 2], "Archiefwet"))
    target = WORK / "list-marktscan.xlsx"

    def ours() -> None:
        target.unlink(missing_ok=True)
        run("-m", "marktscan", "import", path, "--yes", "--json")

    best = min(seconds(ours) for _ in range(TRIES))
    if not target.is_file():
        raise SystemExit("the list was not brought in")
    return Measurement("import a list of 3000 rows", best, "three seconds", 3.0, 1.0)

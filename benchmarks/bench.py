"""How fast the scan is, as ratios against named peers measured in the same run: `make bench`.

Times are of the processor, the best of a few tries taken in turn with the peer, because machines are noisy
(on Windows, which does not tell the processor's time of a child, they are of the clock). Writes only under
build/.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build" / "bench"
PROJECT = WORK / "example"
QUESTIONNAIRE = PROJECT / "vendors" / "rx-enterprise" / "answers.xlsx"
TRIES = 5
OFTEN = 20

EMPTY_PROGRAM = """
import typer
app = typer.Typer()
@app.command()
def main() -> None:
    '''Nothing.'''
app()
"""
STEPS_OF_SCORE = """
import sys, time
from pathlib import Path
from marktscan import pipeline
begun = []
pipeline.score(Path(sys.argv[1]), lambda step: begun.append((step[0], time.process_time())))
ends = [moment for _, moment in begun[1:]] + [time.process_time()]
print(sum(end - moment for (number, moment), end in zip(begun, ends) if number in "2456"))
"""
STRESS = """
import sys, time
from pathlib import Path
from marktscan import pipeline
outcome = pipeline.score(Path(sys.argv[1]))
begun = time.process_time()
pipeline.sureness(outcome.scan, outcome.results)
print(time.process_time() - begun)
"""
SMAA = """
import sys, time
import numpy as np
from marktscan.robustness import acceptability, uniform_weights
vendors, criteria, draws = map(int, sys.argv[1:])
values = np.random.default_rng(1).random((vendors, criteria))
def ours():
    acceptability(values, uniform_weights(draws, criteria, 1))
def floor():
    np.sort(np.random.default_rng(1).standard_exponential((draws, criteria)) @ values.T, axis=1)
def best(call):
    times = []
    for _ in range(7):
        begun = time.process_time()
        call()
        times.append(time.process_time() - begun)
    return min(times)
print(best(ours), best(floor))
"""
WEASYPRINT_ALONE = """
import sys
from pathlib import Path
from weasyprint import HTML
from marktscan.assets import templates
for page in sys.argv[1:]:
    HTML(string=Path(page).read_text(encoding="utf-8"), base_url=f"{templates().as_uri()}/").write_pdf(
        Path(page).with_suffix(".pdf"), pdf_variant="pdf/a-2a")
"""


@dataclass(frozen=True)
class Measurement:
    """Seconds of ours beside seconds of a peer; the ratio may be at most `target`."""

    what: str
    ours: float
    peer_name: str
    peer: float
    target: float

    @property
    def ratio(self) -> float:
        return self.ours / self.peer

    @property
    def line(self) -> str:
        verdict = "ok" if self.ratio <= self.target else "MISSED"
        return (
            f"{self.what:<36} {self.ours:>7.3f} s  {self.peer_name:<34} {self.peer:>7.3f} s"
            f"  {self.ratio:>5.2f} ≤ {self.target:.2f}  {verdict}"
        )


def reading() -> Measurement:
    """Every workbook with addresses, notes and hidden rows, beside openpyxl that only loads them."""
    from openpyxl import load_workbook

    from marktscan.project_file import read_project
    from marktscan.spreadsheets.read_decisions import read_decisions
    from marktscan.spreadsheets.read_requirements import read_requirements
    from marktscan.spreadsheets.read_submissions import read_submissions

    project, _ = read_project(PROJECT)
    if project is None:
        raise SystemExit("the example's marktscan.toml cannot be read")
    workbooks = sorted(PROJECT.rglob("*.xlsx"))

    def ours() -> None:
        for read in (read_requirements, read_decisions, read_submissions):
            read(PROJECT, project)

    def bare() -> None:
        for workbook in workbooks:
            load_workbook(workbook)

    return Measurement(
        f"read {len(workbooks)} workbooks", *_in_turn(ours, "openpyxl.load_workbook", bare), 1.3
    )


def looking_first() -> Measurement:
    """The look at a questionnaire's bytes before it is parsed, beside the whole reading of it."""
    from marktscan.spreadsheets.preflight import obstacle

    data = QUESTIONNAIRE.read_bytes()
    times = _in_turn(_often(lambda: obstacle(data)), "reading it", _often(_read_questionnaire))
    return Measurement(f"preflight of a questionnaire, {OFTEN} ×", *times, 0.1)


def reading_one() -> Measurement:
    """One returned questionnaire, with its addresses, notes and stamp, beside openpyxl that only loads it."""
    from openpyxl import load_workbook

    bare = _often(lambda: load_workbook(QUESTIONNAIRE))
    times = _in_turn(_often(_read_questionnaire), "openpyxl.load_workbook", bare)
    return Measurement(f"read a questionnaire, {OFTEN} ×", *times, 1.5)


def _often(call: Callable[[], object]) -> Callable[[], None]:
    """The same work so often that the clock can tell how long it takes."""

    def work() -> None:
        for _ in range(OFTEN):
            call()

    return work


def _read_questionnaire() -> None:
    from marktscan.spreadsheets.books import open_book
    from marktscan.spreadsheets.read_answers import read_answers, read_vendor

    book, _ = open_book(QUESTIONNAIRE.parent, QUESTIONNAIRE.name)
    if book is None:
        raise SystemExit("the questionnaire cannot be read")
    read_vendor(book, QUESTIONNAIRE.parent.name)
    read_answers(book)


def computing() -> Measurement:
    """Merging, checking, scoring and stress of the whole example, with the libraries they load."""
    ours = min(float(_run("-c", STEPS_OF_SCORE, PROJECT)) for _ in range(TRIES))
    return Measurement("merge, check, score, stress", ours, "one second", 1.0, 1.0)


def handing_out() -> Measurement:
    """All forms of the example: lists of requirements, questionnaires, price and score sheets, consensus."""
    from marktscan import pipeline
    from marktscan.example.requirement_files import write_requirements
    from marktscan.forms import write_questionnaires, write_scoresheets

    scan = pipeline.check(PROJECT).scan
    if scan is None:
        raise SystemExit("the example cannot be read")
    files: list[Path] = []

    def ours() -> None:
        files[:] = (
            *write_requirements(WORK / "forms"),
            *write_questionnaires(WORK / "forms", scan),
            *write_scoresheets(WORK / "forms", scan),
        )

    seconds = min(_seconds(ours) for _ in range(TRIES))
    return Measurement(f"write {len(files)} forms", seconds, "three seconds", 3.0, 1.0)


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
        _run("-m", "marktscan", "import", path, "--yes", "--json")

    seconds = min(_seconds(ours) for _ in range(TRIES))
    if not target.is_file():
        raise SystemExit("the list was not brought in")
    return Measurement("import a list of 3000 rows", seconds, "three seconds", 3.0, 1.0)


def stressing() -> Measurement:
    """How sure the example is: 100.000 draws of the weights in four scenarios, and all closed forms."""
    ours = min(float(_run("-c", STRESS, PROJECT)) for _ in range(TRIES))
    return Measurement("stress with 100.000 draws", ours, "three seconds", 3.0, 1.0)


def weighing_few() -> Measurement:
    """SMAA-2 of 20 vendors on 300 criteria beside what no program can do without."""
    return _smaa(20, 300)


def weighing_many() -> Measurement:
    """The same of 60 vendors on 1.000 criteria."""
    return _smaa(60, 1000)


def _smaa(vendors: int, criteria: int) -> Measurement:
    ours, floor = map(float, _run("-c", SMAA, vendors, criteria, 10_000).split())
    return Measurement(f"SMAA-2, {vendors} × {criteria}", ours, "random numbers, product, sort", floor, 1.5)


def reporting() -> Measurement:
    """The whole run from workbooks to PDFs, beside WeasyPrint that gets the finished HTML."""
    pages = _pages()
    times = _in_turn(
        lambda: _run("-m", "marktscan", "--project", PROJECT, "report"),
        "WeasyPrint, same HTML",
        lambda: _run("-c", WEASYPRINT_ALONE, *pages),
        tries=1,
    )
    return Measurement(f"marktscan report, {len(pages)} reports", *times, 1.2)


def starting() -> Measurement:
    """What `marktscan --help` takes beside a program of Typer's that does nothing."""
    times = _in_turn(
        lambda: _run("-m", "marktscan", "--help"),
        "empty typer program --help",
        lambda: _run("-c", EMPTY_PROGRAM, "--help"),
    )
    return Measurement("marktscan --help", *times, 2.0)


def main() -> int:
    """Print the table; exit code 1 when a target is missed."""
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # ours and the peers alike
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    _run("-m", "marktscan", "example", PROJECT)
    missed = 0
    measures = (
        starting,
        looking_first,
        reading_one,
        reading,
        handing_out,
        importing,
        computing,
        stressing,
        weighing_few,
        weighing_many,
        reporting,
    )
    for measure in measures:
        measurement = measure()
        sys.stdout.write(measurement.line + "\n")
        sys.stdout.flush()
        missed += measurement.ratio > measurement.target
    return int(missed > 0)


def _pages() -> list[Path]:
    """The HTML of every report, as the run itself makes it."""
    from marktscan import pipeline
    from marktscan.reporting import chosen, html_of

    outcome = pipeline.score(PROJECT)
    if outcome.scan is None or outcome.results is None or outcome.stress is None:
        raise SystemExit("the example cannot be scored")
    pages = []
    for variant in chosen(outcome.scan.project, ()):
        page = WORK / f"{variant.name}.html"
        html = html_of(outcome.scan, outcome.results, outcome.stress, outcome.findings, variant)
        page.write_text(html, encoding="utf-8")
        pages.append(page)
    return pages


def _in_turn(
    ours: Callable[[], object], name: str, peer: Callable[[], object], tries: int = TRIES
) -> tuple[float, str, float]:
    """The best time of each, taken in turn so that noise strikes both alike."""
    times = [(_seconds(ours), _seconds(peer)) for _ in range(tries)]
    return min(mine for mine, _ in times), name, min(theirs for _, theirs in times)


def _seconds(call: Callable[[], object]) -> float:
    begin = _clock()
    call()
    return _clock() - begin


def _clock() -> float:
    """Seconds of the processor spent by this process and by the children that have ended."""
    return time.perf_counter() if os.name == "nt" else sum(os.times()[:4])


def _run(*words: object) -> str:
    """Run Python on these words; exit code 1 only says that there are findings."""
    command = [sys.executable, *map(str, words)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, encoding="utf-8")
    if done.returncode not in {0, 1}:
        raise SystemExit(done.stderr)
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())

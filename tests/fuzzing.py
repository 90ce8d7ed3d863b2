"""Damage workbooks at random and read them, within bounds of memory and time: `make fuzz`.

    python tests/fuzzing.py SECONDS SEED

Every kind of workbook has its turn: answers most often, then prices, marks, agreed marks, requirements and
decisions, old Excel files, and each of them as a list to bring in. Every file must end as what it holds or as
findings; each that raises, or takes too long, is named.
"""

import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from damage import KINDS  # noqa: E402 – found by the line above
from open_document import open_document  # noqa: E402
from returned_form import Returned, as_bytes, filled_in, opened  # noqa: E402

from marktscan import merging  # noqa: E402
from marktscan.domain.finding import Finding  # noqa: E402
from marktscan.domain.project import Project  # noqa: E402
from marktscan.importing import bring_in, mapping_text, write_taken  # noqa: E402
from marktscan.importing.read_mapping import read_mapping  # noqa: E402
from marktscan.project_file import read_project  # noqa: E402
from marktscan.spreadsheets.read_decisions import read_decisions, sheets_left_behind  # noqa: E402
from marktscan.spreadsheets.read_progress import read_progress  # noqa: E402
from marktscan.spreadsheets.read_requirements import read_requirements  # noqa: E402
from marktscan.spreadsheets.read_submissions import read_submissions  # noqa: E402
from marktscan.spreadsheets.write_proposals import write_proposals  # noqa: E402

VENDOR = "zuiderzaak"
ANSWERS = f"vendors/{VENDOR}/answers.xlsx"
OTHERS = {
    f"vendors/{VENDOR}/prices.xlsx": "Kosten",
    f"vendors/{VENDOR}/assessments/diemen-1.xlsx": "Beoordeling",
    f"vendors/{VENDOR}/consensus.xlsx": "Consensus",
    "requirements/diemen.xlsx": "Eisen",
    "requirements/samenvoeging.xlsx": "Besluiten",
}
"""The other workbooks that come back, with the sheet to damage."""
OLD = tuple(ROOT / "tests/spreadsheets" / name for name in ("answers.xls", "odd.xls"))
SHARE_OF_ANSWERS, SHARE_OF_OLD, SHARE_OF_IMPORTS = 0.5, 0.03, 0.25
MOST_MEMORY = 1024**3
MOST_SECONDS, FEWEST = 20, 50
SHARE_OF_KINDS = 0.3
SHARE_OF_OTHERS = 12
"""One in so many files is read in a process of its own, which takes a while to start."""
TEXTS = (
    *("", "=1+1", "#N/A", "S", "1.234", "€ 5", "2027-13-45", "\u0000", "x" * 40_000, "_x000D_", "ja, mits"),
    *("9" * 400, "1e999", "-0", "NaN", "\u202e", "𝕊", "<a>&amp;", "../../x", "'S", '"', "\t\n"),
)
XML = (
    *(
        b"<!DOCTYPE x>",
        b"<!ENTITY a 'b'>",
        b"</c>",
        b"<c/>",
        b'r="XFD1048576"',
        b'r="A0"',
        b't="s"',
        b't="b"',
    ),
    *(
        b't="e"',
        b"<v>999999999</v>",
        b"<v></v>",
        b"<v>-1</v>",
        b"<f>1+",
        b"&#0;",
        b"&lol;",
        b"\xff\xfe",
        b"<",
    ),
    *(b's="9999"', b'<mergeCell ref="A1:B2"/>', b"1e400", b'ref="A1:ZZZ9"', b"xmlns=''", b"]]>", b"<!--"),
)


@dataclass
class Report:
    """What a run found: how many files, the slowest, and what went wrong."""

    files: int = 0
    slowest: float = 0.0
    memory: int = 0
    failures: list[str] = field(default_factory=list)


def bytes_changed(data: bytes, draw: Random) -> bytes:
    """A few bytes replaced, left out, doubled or put in, or the rest cut off."""
    for _ in range(draw.randint(1, 8)):
        at, length = draw.randrange(len(data) + 1), draw.randint(1, 60)
        piece = draw.choice((draw.randbytes(length), b"", data[at : at + length] * 2, draw.choice(XML)))
        data = data[:at] + piece + data[at + draw.choice((0, len(piece), length)) :]
    return data[: draw.randrange(len(data) + 1)] if draw.random() < 0.1 else data


def part_changed(data: bytes, draw: Random) -> bytes:
    """One part of the zip file changed, left out or doubled, the others whole."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        names = old.namelist()
        which = draw.choice(names)
        for name in names:
            part = old.read(name)
            if name == which and draw.random() < 0.1:
                continue
            new.writestr(name, _in_xml(part, draw) if name == which else part)
    return out.getvalue()


def _in_xml(part: bytes, draw: Random) -> bytes:
    """Changes at the borders of elements and attributes, which keep a parser going longer than noise does."""
    for _ in range(draw.randint(1, 12)):
        marks = [at for at, byte in enumerate(part) if byte in b"<>\"' "] or [0]
        begin = draw.choice(marks)
        end = begin + draw.choice((0, 1, 5, 40))
        part = part[:begin] + draw.choice((*XML, b"", part[begin : begin + 200])) + part[end:]
    return part


def cells_changed(form: Returned, draw: Random) -> None:
    """Cells anywhere with anything in them."""
    for _ in range(draw.randint(1, 40)):
        row = draw.choice(form.rows)
        if row:
            row[draw.randrange(len(row))] = draw.choice((*TEXTS, None, 5, -1.5, 1e300, True))


def damaged(draw: Random) -> tuple[str, bytes]:
    """A file to be read, with its path in the project."""
    if draw.random() < SHARE_OF_OLD:
        data = bytes_changed(draw.choice(OLD).read_bytes(), draw)
        return ANSWERS.replace(".xlsx", ".xls"), data
    file = ANSWERS if draw.random() < SHARE_OF_ANSWERS else draw.choice(sorted(OTHERS))
    folder = file.rpartition("/")[0]
    form = filled_in(ROOT / file) if file == ANSWERS else opened(ROOT / file, OTHERS[file])
    form.rows = form.rows[: draw.choice((3, 30))]
    cells_changed(form, draw)
    if file == ANSWERS and draw.random() < SHARE_OF_KINDS:
        with suppress(ValueError, IndexError, TypeError, AttributeError, StopIteration):  # too little is left
            KINDS[draw.choice(sorted(KINDS))](form, draw)
    is_other = draw.randrange(SHARE_OF_OTHERS) == 0
    data = open_document(form) if is_other else as_bytes(form)
    name = f"{Path(form.name).stem}.ods" if is_other else form.name
    change: Callable[[bytes, Random], bytes] = draw.choice(
        (bytes_changed, part_changed, lambda data, _: data)
    )
    try:
        return f"{folder}/{name}", change(data, draw)
    except (
        BadZipFile,
        ValueError,
        IndexError,
    ):  # no zip file, or an empty one: noise is all that can be done
        return f"{folder}/{name}", bytes_changed(data, draw)


def read(root: Path, file: str, data: bytes, project: Project) -> None:
    """Read the file the way it is read where it lies; whatever is raised is a fault of the program."""
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    if file.startswith("vendors"):
        submissions, findings = read_submissions(root, project)
        assert submissions
    elif Path(file).stem == "samenvoeging":
        findings = _decided(root, project)
    else:
        lists, findings = read_requirements(root, project)
        assert len(lists) == len(project.municipalities)
    assert all(item.source.file for item in findings)
    assert read_progress(root, project)


def _decided(root: Path, project: Project) -> tuple[Finding, ...]:
    """Decisions, and the proposal that is made of them."""
    decisions, findings = read_decisions(root, project)
    proposals = merging.propose(project, (), decisions)
    assert write_proposals(root, project, proposals).is_file()
    return (*findings, *sheets_left_behind(root))


def take_over(path: Path) -> None:
    """Bring the file in as a list of requirements: every row counts, and the mapping says it all."""
    imported = bring_in(path)
    assert imported.mapping or imported.findings
    if imported.mapping:
        text = mapping_text(imported.mapping, imported.grids, path.name, "mapping.toml")
        assert read_mapping(text, "mapping.toml", imported.grids) == (imported.mapping, ())
        write_taken(path.with_name("overgenomen.xlsx"), path.name, imported.taken)


def run(seconds: float, seed: int) -> Report:
    """Read damaged files for so many seconds, and fifty at least; the same ones for the same seed."""
    report, end = Report(), time.monotonic() + seconds
    project, _ = read_project(ROOT)
    assert project is not None
    with TemporaryDirectory() as folder:
        while time.monotonic() < end or report.files < FEWEST:
            draw = Random(f"{seed} {report.files}")  # noqa: S311 – the same files every time
            file, data = damaged(draw)
            begin = time.process_time()
            try:
                read(Path(folder), file, data, project)
                if draw.random() < SHARE_OF_IMPORTS:
                    take_over(Path(folder) / file)
            except Exception as problem:
                report.failures.append(f"file {report.files} ({file}): {problem!r}")
            for left in Path(folder).rglob("*.*"):
                left.unlink()
            report.slowest = max(report.slowest, time.process_time() - begin)
            report.files += 1
    report.memory = most_memory()
    return report


def most_memory() -> int:
    """The most bytes this process, or one it started, ever held; 0 where the system does not say."""
    try:
        import resource
    except ImportError:
        return 0
    unit = 1 if sys.platform == "darwin" else 1024
    return unit * max(
        resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )


def main() -> int:
    """Print what was found; exit code 1 when a file broke the program or its bounds."""
    report = run(float(sys.argv[1]), int(sys.argv[2]))
    megabytes = report.memory // 1024**2
    sys.stdout.write(f"{report.files} files, slowest {report.slowest:.2f} s, most memory {megabytes} MB\n")
    sys.stdout.writelines(f"{failure}\n" for failure in report.failures)
    return int(bool(report.failures) or report.memory > MOST_MEMORY or report.slowest > MOST_SECONDS)


if __name__ == "__main__":
    sys.exit(main())

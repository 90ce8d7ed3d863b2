"""Read the folder of every vendor: answers, prices, marks and consensus."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from marktscan.domain.answer import Answer, Vendor
from marktscan.domain.assessment import Mark
from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.project import Project, is_slug
from marktscan.domain.scan import Submission
from marktscan.domain.source import Source
from marktscan.spreadsheets.books import Book, open_book
from marktscan.spreadsheets.collection import without_collection
from marktscan.spreadsheets.folders import candidates, entries, is_inside, look_around
from marktscan.spreadsheets.read_answers import read_answers, read_vendor
from marktscan.spreadsheets.read_assessments import read_consensus, read_marks
from marktscan.spreadsheets.read_prices import read_prices
from marktscan.spreadsheets.versions import Line, Version, agreed_answers, agreed_lines

FOLDER = "vendors"
ANSWERS_FILE, PRICES_FILE, CONSENSUS_FILE = "answers.xlsx", "prices.xlsx", "consensus.xlsx"
ASSESSMENTS = "assessments"

Findings = tuple[Finding, ...]


def read_submissions(root: Path, project: Project) -> tuple[tuple[Submission, ...], Findings]:
    """One submission per vendor, by slug: every folder in vendors/, and who was invited but has none."""
    slugs, found = _vendor_folders(root)
    found += _absent(project, slugs)
    submissions = []
    for slug in sorted({*slugs, *project.invited}):
        submission, in_folder = _read_submission(root, project, slug)
        submissions.append(submission)
        found += in_folder
    return tuple(submissions), found


def _vendor_folders(root: Path) -> tuple[tuple[str, ...], Findings]:
    """The folders that can be a vendor, and findings about everything else in vendors/."""
    folders = {path.name for path in entries(root / FOLDER) if path.is_dir() and is_inside(root, path)}
    slugs = {name for name in folders if is_slug(name)}
    misnamed = sorted(name for name in folders - slugs if not name.startswith("."))
    named = tuple(finding(Code.FOLDER_NAME, Source(f"{FOLDER}/{name}"), name=name) for name in misnamed)
    return tuple(slugs), (*look_around(root, FOLDER, files=(), folders=folders), *named)


def _absent(project: Project, slugs: tuple[str, ...]) -> Findings:
    """Who was invited and has no folder; when nobody has one, that is told once."""
    if not slugs:
        return (finding(Code.VENDORS_EMPTY, Source(FOLDER)),)
    absent = sorted(set(project.invited) - set(slugs))
    return tuple(finding(Code.VENDOR_MISSING, Source(f"{FOLDER}/{slug}"), vendor=slug) for slug in absent)


class _Answers(NamedTuple):
    """What one file of a vendor says; `answers` is None when they cannot be found in it."""

    file: str
    vendor: Vendor
    answers: Mapping[str, Answer] | None
    round: int
    asked: Mapping[str, str]
    owner: str


@without_collection()
def _read_submission(root: Path, project: Project, slug: str) -> tuple[Submission, Findings]:
    folder = f"{FOLDER}/{slug}"
    if not is_inside(root, root / folder) or not (root / folder).is_dir():
        return Submission(Vendor(slug, slug, ""), f"{folder}/{ANSWERS_FILE}", readable=False), ()
    files = {name: candidates(root, folder, name) for name in (ANSWERS_FILE, PRICES_FILE, CONSENSUS_FILE)}
    expected = set(files).union(*files.values())
    around = tuple(look_around(root, folder, expected, (ASSESSMENTS,)))
    submission, in_answers = _answered(root, folder, slug, files[ANSWERS_FILE])
    prices, in_prices = _lines(root, folder, files[PRICES_FILE], lambda book: read_prices(book, project))
    consensus, in_consensus = _lines(
        root, folder, files[CONSENSUS_FILE], lambda book: read_consensus(book, project.rules)
    )
    marks, in_marks = _all_marks(root, project, folder)
    versions = (prices, consensus, *marks)
    full = replace(
        submission,
        prices=prices.content if prices else (),
        prices_file=prices.file if prices else "",
        marks=tuple(mark for version in marks for mark in version.content),
        consensus=consensus.content if consensus else (),
        owners={**submission.owners, **{item.file: item.owner for item in versions if item and item.owner}},
    )
    return full, (*around, *in_answers, *in_prices, *in_consensus, *in_marks)


def _answered(root: Path, folder: str, slug: str, names: tuple[str, ...]) -> tuple[Submission, Findings]:
    """The vendor with its answers; not readable when they are missing or cannot be used at all."""
    unknown = Submission(Vendor(slug, slug, ""), f"{folder}/{ANSWERS_FILE}", readable=False)
    if not names:
        missing = finding(Code.VENDOR_WITHOUT_ANSWERS, Source(unknown.answers_file), vendor=slug)
        return unknown, (missing,)
    found: list[Finding] = []
    read = []
    for name in names:
        item, in_file = _answers_in(root, f"{folder}/{name}", slug)
        found.extend(in_file)
        read.extend([item] if item else [])
    if not read:
        return replace(unknown, answers_file=f"{folder}/{names[0]}"), tuple(found)
    submission, in_versions = _agreed(read)
    return submission, (*found, *in_versions)


def _answers_in(root: Path, file: str, slug: str) -> tuple[_Answers | None, Findings]:
    book, in_file = open_book(root, file)
    if book is None:
        return None, in_file
    vendor, in_vendor = read_vendor(book, slug)
    answers, in_answers = read_answers(book)
    stamp = book.stamp
    asked = stamp.rows if stamp else {}
    read = _Answers(file, vendor, answers, stamp.round if stamp else 0, asked, book.owner)
    return read, (*in_file, *in_vendor, *in_answers)


def _agreed(read: list[_Answers]) -> tuple[Submission, Findings]:
    """One submission from the files a vendor has; those without answers only matter when all are."""
    usable = [item for item in read if item.answers is not None] or read
    first = usable[0]
    versions = [Version(item.file, item.answers or {}) for item in usable]
    answers, found = agreed_answers(versions)
    named = next((item.vendor for item in usable if item.vendor.name != item.vendor.slug), first.vendor)
    readable = first.answers is not None
    owners = {first.file: first.owner} if first.owner else {}
    return Submission(
        named, first.file, readable, answers, round=first.round, asked=first.asked, owners=owners
    ), found if readable else ()


def _lines(
    root: Path,
    folder: str,
    names: tuple[str, ...],
    read: Callable[[Book], tuple[tuple[Line, ...], Findings]],
) -> tuple[Version[tuple[Line, ...]] | None, Findings]:
    """What a workbook holds that need not be there; None when it is not, or cannot be opened."""
    found: list[Finding] = []
    versions = []
    for name in names:
        book, in_file = open_book(root, f"{folder}/{name}")
        found.extend(in_file)
        if book is not None:
            lines, in_book = read(book)
            versions.append(Version(book.file, lines, book.owner))
            found.extend(in_book)
    if not versions:
        return None, tuple(found)
    agreed, in_versions = agreed_lines(versions)
    return agreed, (*found, *in_versions)


def _all_marks(root: Path, project: Project, folder: str) -> tuple[list[Version[tuple[Mark, ...]]], Findings]:
    """The marks of every assessor who left a workbook, by name of the file."""
    inside = f"{folder}/{ASSESSMENTS}"
    expected = {assessor for municipality in project.municipalities for assessor in municipality.assessors}
    stems = {Path(path.name).stem for path in entries(root / inside) if is_slug(Path(path.name).stem)}
    files = {stem: candidates(root, inside, f"{stem}.xlsx") for stem in sorted(stems)}
    known = {f"{assessor}.xlsx" for assessor in expected}.union(*files.values())
    found = list(look_around(root, inside, known))
    marks: list[Version[tuple[Mark, ...]]] = []
    for assessor, names in files.items():
        read = partial(read_marks, assessor=assessor, rules=project.rules)
        version, in_files = _lines(root, inside, names, read)
        marks.extend([version] if version else [])
        found.extend(in_files)
    return marks, tuple(found)

"""Read the folder of every vendor: answers, prices, marks and consensus."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from marktscan.domain.answer import Vendor
from marktscan.domain.assessment import Mark
from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.project import Project, is_slug
from marktscan.domain.scan import Submission
from marktscan.domain.source import Source
from marktscan.spreadsheets.books import Book, open_book
from marktscan.spreadsheets.folders import entries, is_inside, look_around
from marktscan.spreadsheets.read_answers import read_answers, read_vendor
from marktscan.spreadsheets.read_assessments import read_consensus, read_marks
from marktscan.spreadsheets.read_prices import read_prices

FOLDER = "vendors"
ANSWERS_FILE, PRICES_FILE, CONSENSUS_FILE = "answers.xlsx", "prices.xlsx", "consensus.xlsx"
ASSESSMENTS = "assessments"

Findings = tuple[Finding, ...]
Items = TypeVar("Items")


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


def _read_submission(root: Path, project: Project, slug: str) -> tuple[Submission, Findings]:
    folder = f"{FOLDER}/{slug}"
    if not is_inside(root, root / folder) or not (root / folder).is_dir():
        return Submission(Vendor(slug, slug, ""), f"{folder}/{ANSWERS_FILE}", readable=False), ()
    expected = (ANSWERS_FILE, PRICES_FILE, CONSENSUS_FILE)
    around = tuple(look_around(root, folder, expected, (ASSESSMENTS,)))
    submission, in_answers = _answered(root, folder, slug)
    prices, in_prices = _optional(root, f"{folder}/{PRICES_FILE}", lambda book: read_prices(book, project))
    consensus, in_consensus = _optional(
        root, f"{folder}/{CONSENSUS_FILE}", lambda book: read_consensus(book, project.rules)
    )
    marks, in_marks = _all_marks(root, project, folder)
    full = replace(
        submission,
        prices=prices or (),
        prices_file="" if prices is None else f"{folder}/{PRICES_FILE}",
        marks=marks,
        consensus=consensus or (),
    )
    return full, (*around, *in_answers, *in_prices, *in_consensus, *in_marks)


def _answered(root: Path, folder: str, slug: str) -> tuple[Submission, Findings]:
    """The vendor with its answers; not readable when they are missing or cannot be used at all."""
    file = f"{folder}/{ANSWERS_FILE}"
    unknown = Submission(Vendor(slug, slug, ""), file, readable=False)
    book, in_file = open_book(root, file)
    if book is None and _missing(in_file):
        return unknown, (finding(Code.VENDOR_WITHOUT_ANSWERS, Source(file), vendor=slug),)
    if book is None:
        return unknown, in_file
    vendor, in_vendor = read_vendor(book, slug)
    answers, in_answers = read_answers(book)
    submission = Submission(vendor, file, readable=answers is not None, answers=answers or {})
    return submission, (*in_vendor, *in_answers)


def _optional(
    root: Path, file: str, read: Callable[[Book], tuple[Items, Findings]]
) -> tuple[Items | None, Findings]:
    """What a workbook holds that need not be there; None when it is not, or cannot be opened."""
    book, in_file = open_book(root, file)
    if book is None:
        return None, () if _missing(in_file) else in_file
    return read(book)


def _missing(in_file: Findings) -> bool:
    return any(item.code is Code.FILE_MISSING for item in in_file)


def _all_marks(root: Path, project: Project, folder: str) -> tuple[tuple[Mark, ...], Findings]:
    """The marks of every assessor who left a workbook, by name of the file."""
    inside = f"{folder}/{ASSESSMENTS}"
    names = [path.name for path in entries(root / inside) if _is_assessment(root, path)]
    marks: list[Mark] = []
    expected = {f"{assessor}.xlsx" for m in project.municipalities for assessor in m.assessors}
    found = list(look_around(root, inside, expected.union(names)))
    for name in names:
        book, in_file = open_book(root, f"{inside}/{name}")
        found.extend(in_file)
        if book is not None:
            read, in_marks = read_marks(book, name.removesuffix(".xlsx"), project.rules)
            marks.extend(read)
            found.extend(in_marks)
    return tuple(marks), tuple(found)


def _is_assessment(root: Path, path: Path) -> bool:
    return path.suffix == ".xlsx" and is_slug(path.stem) and is_inside(root, path)

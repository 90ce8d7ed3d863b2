"""Whether every form that came back lies where it belongs: a file in the wrong folder counts for another."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from marktscan.checking.vendors import shown
from marktscan.domain.answer import VENDOR_CODES, AnswerCode, Vendor
from marktscan.domain.assessment import Consensus, Mark
from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.scan import Scan, Submission
from marktscan.domain.source import Source
from marktscan.domain.text import comparable

_OF_ASSESSOR = "Beoordelaar "
_MARK = re.compile(r"^(\S+): (-?\d{1,9}|geen)$", re.MULTILINE)
"""How a consensus sheet shows what one assessor gave."""
_SHOWN = 3
"""Requirements that one sentence names."""


def form_is_of_its_vendor(scan: Scan) -> Iterator[Finding]:
    """A form that was made for one vendor does not lie in the folder of another."""
    for submission in scan.submissions:
        own = _names(submission.vendor)
        others = [item.vendor for item in scan.submissions if item is not submission]
        for file, owner in submission.owners.items():
            made_for = [vendor for vendor in others if _plain(owner) in _names(vendor) - own]
            if len(made_for) == 1:
                facts = {"vendor": submission.vendor.slug, "other_vendor": made_for[0].slug}
                yield finding(Code.VENDOR_FORM_OF_OTHER, Source(file), **facts)


def vendors_differ_in_name(scan: Scan) -> Iterator[Finding]:
    """No two vendors are shown by the same name."""
    first: dict[str, Submission] = {}
    for submission in scan.submissions:
        name = shown(submission.vendor)
        known = first.setdefault(_plain(name), submission)
        if known is not submission:
            place = Source(submission.answers_file)
            yield finding(Code.VENDOR_NAMED_ALIKE, place, name=name, other_file=known.answers_file)


def marks_are_of_their_assessor(scan: Scan) -> Iterator[Finding]:
    """A sheet that was made for one assessor does not bear the name of another."""
    for submission in scan.submissions:
        for file, owner in submission.owners.items():
            named = PurePosixPath(file).stem
            made_for = owner.removeprefix(_OF_ASSESSOR)
            if made_for not in {owner, named}:
                yield finding(Code.MARKS_OF_OTHER, Source(file), other=made_for, assessor=named)


def marks_are_about_these_answers(scan: Scan) -> Iterator[Finding]:
    """Who marked saw the answers that count."""
    for submission in scan.submissions:
        differ: dict[str, list[str]] = {}
        for mark in submission.marks if submission.readable else ():
            if mark.mark is not None and _saw_another_answer(submission, mark):
                differ.setdefault(mark.origin.file, []).append(mark.requirement)
        for file, ids in differ.items():
            facts = {"requirements": _named(ids), "other_file": submission.answers_file}
            yield finding(Code.MARKS_OF_OTHER_ANSWERS, Source(file), **facts)


def consensus_is_about_these_marks(scan: Scan) -> Iterator[Finding]:
    """What was agreed on is about the marks that the assessors gave this vendor."""
    for submission in scan.submissions:
        given = {(mark.requirement, mark.assessor): mark.mark for mark in submission.marks}
        agreed = [item for item in submission.consensus if item.mark is not None]
        differ = [item for item in agreed if _about_other_marks(item, given)]
        if differ:
            names = _named([item.requirement for item in differ])
            yield finding(Code.CONSENSUS_OF_OTHER_MARKS, Source(differ[0].origin.file), requirements=names)


def _about_other_marks(item: Consensus, given: Mapping[tuple[str, str], int | None]) -> bool:
    """Whether the sheet shows an assessor's mark that is another now; who gave none at all is passed over."""
    for assessor, mark in _MARK.findall(item.marks):
        place = item.requirement, assessor
        if place in given and given[place] != (None if mark == "geen" else int(mark)):
            return True
    return False


def _named(ids: Sequence[str]) -> str:
    more = f" en nog {len(ids) - _SHOWN}" if len(ids) > _SHOWN else ""
    return ", ".join(ids[:_SHOWN]) + more


def _saw_another_answer(submission: Submission, mark: Mark) -> bool:
    answer = submission.answers.get(mark.requirement)
    if answer is None or answer.code is AnswerCode.UNCLEAR:
        return False
    return mark.answer.strip().upper() in {code.value for code in VENDOR_CODES} - {answer.code.value}


def _names(vendor: Vendor) -> set[str]:
    """What a form can call its vendor."""
    return {_plain(name) for name in (vendor.slug, vendor.name, vendor.product) if name}


def _plain(name: str) -> str:
    return comparable(name).casefold()


CHECKS = (
    form_is_of_its_vendor,
    vendors_differ_in_name,
    marks_are_of_their_assessor,
    marks_are_about_these_answers,
    consensus_is_about_these_marks,
)

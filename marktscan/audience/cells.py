"""Every cell with a value, and its class: that of its kind, or stricter where a vendor says confidential."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from marktscan.domain.answer import Answer, PriceLine
from marktscan.domain.assessment import Consensus, Mark
from marktscan.domain.classification import Cell, CellKind, Classification, ClassificationRules
from marktscan.domain.requirement import Requirement, RequirementList, ThemeWeight
from marktscan.domain.scan import Scan, Submission
from marktscan.domain.source import Source

ASKED = ("text", "explanation", "norm", "evidence")
REMARKS = ("remark", "reason", "demo")
WORDS = ("explanation", "evidence", "surcharge", "confidential_reason")
NAMES = ("name", "product", "slug")
AMOUNTS = ("one_off", "yearly")


@dataclass(frozen=True, slots=True)
class _Owner:
    """Whose cells these are, and the rules they are classified by."""

    slug: str
    rules: ClassificationRules
    confidential: bool = False

    def cell(self, kind: CellKind, value: str | Decimal, source: Source) -> Cell:
        """One cell; what is public by its kind is not when its owner calls it confidential."""
        usual = self.rules.of(kind)
        stricter = self.confidential and usual is Classification.PUBLIC
        return Cell(kind, Classification.CONFIDENTIAL if stricter else usual, self.slug, value, source)

    def texts(self, row: Requirement | Answer, names: tuple[str, ...], kind: CellKind) -> Iterator[Cell]:
        """The fields of a row that say something."""
        for name in names:
            if text := getattr(row, name):
                yield self.cell(kind, text, row.origin.cell(name))


def cells(scan: Scan) -> Iterator[Cell]:
    """All cells that say something, of municipalities first, then of every vendor."""
    rules = scan.project.classification
    for own in scan.lists:
        yield from _of_list(own, _Owner(own.municipality, rules))
    for submission in scan.submissions:
        yield from _of_vendor(submission, rules)
    for slug, names in scan.project.forms.also.items():
        owner, line = _Owner(slug, rules), scan.project.source
        yield from (owner.cell(CellKind.NAME, name, line) for name in names)


def _of_list(own: RequirementList, owner: _Owner) -> Iterator[Cell]:
    for row in own.requirements:
        yield from owner.texts(row, ASKED, CellKind.QUESTION)
        yield from owner.texts(row, REMARKS, CellKind.REMARK)
        yield from owner.texts(row, ("owner",), CellKind.PERSON)
    weighed: tuple[Requirement | ThemeWeight, ...] = (*own.requirements, *own.theme_weights)
    for item in weighed:
        if item.weight is not None:
            yield owner.cell(CellKind.WEIGHT, Decimal(item.weight), item.origin.cell("weight"))


def _of_vendor(submission: Submission, rules: ClassificationRules) -> Iterator[Cell]:
    vendor = submission.vendor
    owner, sheet = _Owner(vendor.slug, rules), Source(submission.answers_file, "Leverancier")
    yield from (owner.cell(CellKind.NAME, getattr(vendor, name), sheet) for name in NAMES)
    if vendor.contact:
        yield owner.cell(CellKind.PERSON, vendor.contact, sheet)
    for answer in submission.answers.values():
        yield from answer_cells(answer, vendor.slug, rules)
    for line in submission.prices:
        yield from price_cells(line, vendor.slug, rules)
    yield from _judgements(submission, owner)


def answer_cells(answer: Answer, vendor: str, rules: ClassificationRules) -> Iterator[Cell]:
    """One answer: its code, what is promised, and the vendor's own words."""
    owner = _Owner(vendor, rules, answer.confidential)
    yield owner.cell(CellKind.ANSWER, answer.code.value, answer.origin.cell("code"))
    if answer.available_text:
        yield owner.cell(CellKind.ROADMAP, answer.available_text, answer.origin.cell("available"))
    yield from owner.texts(answer, WORDS, CellKind.EXPLANATION)


def price_cells(line: PriceLine, vendor: str, rules: ClassificationRules) -> Iterator[Cell]:
    """The amounts of one line of the price sheet."""
    owner = _Owner(vendor, rules, line.confidential)
    for name in AMOUNTS:
        if (amount := getattr(line, name)) is not None:
            yield owner.cell(CellKind.PRICE, amount, line.origin.cell(name))


def _judgements(submission: Submission, owner: _Owner) -> Iterator[Cell]:
    all_given: tuple[Mark | Consensus, ...] = (*submission.marks, *submission.consensus)
    for given in all_given:
        if given.motivation:
            yield owner.cell(CellKind.MARK, given.motivation, given.origin.cell("motivation"))
    for assessor, file in dict.fromkeys((mark.assessor, mark.origin.file) for mark in submission.marks):
        yield owner.cell(CellKind.PERSON, assessor, Source(file))

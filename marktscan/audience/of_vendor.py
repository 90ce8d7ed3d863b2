"""For one vendor: its own answers and prices as they were read, its own scores, and nothing of others."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from marktscan.audience.cells import answer_cells, cells, price_cells
from marktscan.audience.material import UNTOLD, UNTOLD_COVERAGE, Material, Shown
from marktscan.audience.of_project import for_one_vendor
from marktscan.domain.answer import Answer, Vendor
from marktscan.domain.classification import Cell, CellKind, Classification, ClassificationRules, Reader
from marktscan.domain.finding import Finding
from marktscan.domain.programme import JointRequirement, Programme, Status
from marktscan.domain.project import Project
from marktscan.domain.requirement import RequirementList
from marktscan.domain.results import Ranking, Results, Stress, VendorScore
from marktscan.domain.scan import Scan, Submission

_FIELD = {"code": "code", "available": "available_text"}
_BLANK = {"available_text": {"available": None, "available_text": "", "committed": None}}


def for_vendor(nameless: Material, reader: Reader) -> Material:
    """What this vendor may read of the scan."""
    scan, slug = nameless.scan, reader.slug
    absent = Submission(Vendor(slug, slug, slug), f"vendors/{slug}/answers.xlsx", False)
    own = next((s for s in scan.submissions if s.vendor.slug == slug), absent)
    given = _submission(own, reader, scan.project.classification)
    return Material(
        scan=Scan(
            for_one_vendor(scan.project, slug),
            tuple(RequirementList(item.municipality, item.file, item.readable) for item in scan.lists),
            (),
            asked(scan),
            (given,),
            tuple(item for item in scan.inputs if item.file in {own.answers_file, own.prices_file}),
            scan.house,
        ),
        results=_results(nameless.results, slug, scan.project),
        stress=Stress((), ()),
        findings=tuple(_findings(nameless.findings, own)),
        shown=Shown(best=dict(_bests(nameless, slug)), left_out=left_out(scan, reader)),
    )


def asked(scan: Scan) -> Programme:
    """The questions as they were sent: not who asks them, how heavily or how hard.

    Without their texts where questions are not public; a vendor has those in its own questionnaire.
    """
    is_open = scan.project.classification.of(CellKind.QUESTION) is Classification.PUBLIC
    return Programme(
        tuple(
            JointRequirement(row.id, row.theme, row.text if is_open else "", Status.EQUAL, {})
            for row in scan.programme.rows
        )
    )


def left_out(scan: Scan, reader: Reader) -> dict[CellKind, int]:
    """How many cells of each kind the reader may not read."""
    return dict(Counter(cell.kind for cell in cells(scan) if not reader.may_read(cell)))


def _submission(own: Submission, reader: Reader, rules: ClassificationRules) -> Submission:
    vendor = own.vendor.slug
    answers = (kept_answer(answer, vendor, reader, rules) for answer in own.answers.values())
    prices = (p for p in own.prices if all(map(reader.may_read, price_cells(p, vendor, rules))))
    return Submission(
        Vendor(vendor, own.vendor.name, own.vendor.product),
        own.answers_file,
        own.readable,
        {answer.requirement: answer for answer in answers if answer},
        tuple(prices),
        own.prices_file,
    )


def kept_answer(answer: Answer, vendor: str, reader: Reader, rules: ClassificationRules) -> Answer | None:
    """The answer without the fields the reader may not read; None when that is the answer itself."""
    code, *others = answer_cells(answer, vendor, rules)
    if not reader.may_read(code):
        return None
    unread = [cell for cell in others if not reader.may_read(cell)]
    blank: dict[str, object] = {}
    for name in (_field(answer, cell) for cell in unread):
        blank |= _BLANK.get(name, {name: ""})
    return replace(answer, **blank)  # type: ignore[arg-type]


def _field(answer: Answer, cell: Cell) -> str:
    """The field of the answer that a cell holds."""
    names = ("available_text", "explanation", "evidence", "surcharge", "confidential_reason")
    columns = {"available_text": "available"}
    return next(
        name
        for name in names
        if getattr(answer, name) == cell.value and answer.origin.cell(columns.get(name, name)) == cell.source
    )


def _results(results: Results, slug: str, project: Project) -> Results:
    def own(ranking: Ranking) -> Ranking:
        return _own(ranking, slug, project)

    return Results(
        {name: own(ranking) for name, ranking in results.municipalities.items()},
        {code: own(ranking) for code, ranking in results.joint.items()},
        (),
        (),
        (),
    )


def _own(ranking: Ranking, slug: str, project: Project) -> Ranking:
    """The vendor's own entry without its place, which tells how many others there are.

    While weights are sealed also without coverage, and without how high an interval reaches (None where
    there is one): of a vendor with one open answer both tell its weight.
    """
    own = [replace(e, rank=None, knock_out=UNTOLD) for e in ranking.entries if e.vendor == slug]
    floor = Fraction(project.rules.coverage, 100)
    provisional = any(entry.coverage < floor for entry in own)
    sealed = project.classification.of(CellKind.WEIGHT) is not Classification.PUBLIC
    return Ranking(tuple(map(_sealed, own)) if sealed else tuple(own), provisional)


def _sealed(entry: VendorScore) -> VendorScore:
    themes = tuple(replace(theme, high=theme.low) for theme in entry.themes)
    high = entry.low if entry.high == entry.low else None
    return replace(entry, coverage=UNTOLD_COVERAGE, high=high, themes=themes)


def _findings(findings: tuple[Finding, ...], own: Submission) -> Iterator[Finding]:
    files = {own.answers_file, own.prices_file}
    return (item for item in findings if item.source.file in files)


def _bests(whole: Material, slug: str) -> Iterator[tuple[str, Fraction]]:
    """The best of the others per theme, where there are enough of them to hide among."""
    ranking = whole.results.joint[whole.scan.project.keys[0].code]
    fewest = whole.scan.project.classification.smallest_group
    for theme in whole.scan.project.themes:
        scores = [found.low for e in ranking.scored if e.vendor != slug and (found := e.theme(theme.code))]
        if len(scores) >= fewest:
            yield theme.code, max(scores)

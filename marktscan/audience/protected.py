"""Which figures a reader may not have, and which it has: what inference is checked between."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from marktscan.audience.cells import answer_cells
from marktscan.audience.cost_relations import PARTS, price
from marktscan.audience.inference import Quantity, Relation, follows, reasons
from marktscan.audience.material import UNTOLD_COVERAGE, Material
from marktscan.audience.relations import score
from marktscan.domain.classification import Audience, Cell, CellKind, Reader
from marktscan.domain.conventions import TOGETHER
from marktscan.domain.costs import Costs
from marktscan.domain.results import Ranking
from marktscan.domain.scan import Scan, Submission
from marktscan.domain.source import Source

_NOWHERE = Source("")
_KINDS = {"weight": CellKind.WEIGHT, "mark": CellKind.MARK, "price": CellKind.PRICE}


@dataclass(frozen=True, slots=True)
class Protection:
    """What none of these readers may have of a scan; with several, somebody who reads both reports."""

    scan: Scan
    readers: tuple[Reader, ...]

    @property
    def applies(self) -> bool:
        """Whether there is anything to protect: the municipalities may have every figure."""
        return all(reader.audience in {Audience.VENDOR, Audience.PUBLIC} for reader in self.readers)

    def covers(self, quantity: Quantity) -> bool:
        """Whether this figure is protected; weights are the municipalities' own, the rest is a vendor's."""
        return all(self._covers(quantity, reader) for reader in self.readers)

    def _covers(self, quantity: Quantity, reader: Reader) -> bool:
        what, *whose = quantity
        if what in _KINDS:
            return not self._may_read(reader, _KINDS[what], "" if what == "weight" else whose[0])
        if what == "value":
            return not self._may_read_answer(reader, *whose)
        others = reader.audience is Audience.VENDOR and what in {"score", "knock-out"}
        return others and whose[1] != reader.slug

    def _may_read(self, reader: Reader, kind: CellKind, owner: str) -> bool:
        usual = self.scan.project.classification.of(kind)
        return reader.may_read(Cell(kind, usual, owner, "", _NOWHERE))

    def _may_read_answer(self, reader: Reader, vendor: str, requirement: str) -> bool:
        submission = next(s for s in self.scan.submissions if s.vendor.slug == vendor)
        answer = submission.answers.get(requirement)
        if answer is None:
            return self._may_read(reader, CellKind.ANSWER, vendor)
        code, *_ = answer_cells(answer, vendor, self.scan.project.classification)
        return reader.may_read(code)

    def source(self, quantity: Quantity) -> Source:
        """A cell behind a figure: an answer, else the file of the vendor or the project."""
        by_slug = {s.vendor.slug: s for s in self.scan.submissions}
        submission = next((by_slug[name] for name in quantity[1:] if name in by_slug), None)
        if submission is None:
            return self.scan.project.source
        if quantity[0] == "price":
            return Source(submission.prices_file or submission.answers_file)
        answer = submission.answers.get(quantity[-1])
        return answer.origin.cell("code") if answer else Source(submission.answers_file)


def inferred(
    protection: Protection, have: Collection[Quantity], relations: Sequence[Relation]
) -> dict[Quantity, tuple[Relation, ...]]:
    """Every protected figure among those a reader has (without relations) or that follows from them.

    What the reader may have is taken as known: weights where they are public, and answers everybody may read.
    """
    if not protection.applies:
        return {}
    every = {q for one in relations for q in one.all if q[0] in {"weight", "value", "mark"}}
    may_know = (q for q in sorted(every) if not protection.covers(q))
    found = follows(relations, (*have, *may_know))
    protected = filter(protection.covers, (*dict.fromkeys(have), *found))
    return {quantity: tuple(reasons(quantity, found)) for quantity in protected}


def own_facts(scan: Scan, vendor: str) -> Iterator[Quantity]:
    """What a vendor knows of itself, whatever it is given."""
    for submission in scan.submissions:
        if submission.vendor.slug == vendor:
            yield from _facts(submission, scan)


def known(given: Material, reader: Reader) -> Iterator[Quantity]:
    """Every figure that stands in what a reader is given, whether a chapter prints it or not."""
    for slug, ranking in given.results.municipalities.items():
        yield from _scores(slug, ranking)
    for code, ranking in given.results.joint.items():
        yield from _scores(f"key:{code}", ranking)
    yield from (("weight", row.municipality, row.requirement) for row in given.results.contributions)
    for own in given.scan.lists:
        yield from (("weight", own.municipality, item.theme) for item in own.theme_weights)
    for submission in given.scan.submissions:
        yield from _facts(submission, given.scan)
        yield from (("mark", submission.vendor.slug, mark.requirement) for mark in submission.marks)
    yield from (("knock-out", place, vendor) for place, vendor in given.shown.knock_outs)
    yield from (("best", reader.slug, theme) for theme in given.shown.best)
    if given.shown.bandwidth:
        yield from (("bandwidth", bound) for bound in ("lowest", "highest"))
    if given.background:
        yield from _costs(given.background.costs)


def _facts(submission: Submission, scan: Scan) -> Iterator[Quantity]:
    slug = submission.vendor.slug
    if submission.answers:
        yield "answers", slug
    yield from (("value", slug, row) for row in submission.answers)
    if submission.prices:
        yield from _prices(slug, [m.slug for m in scan.project.municipalities])


def _scores(name: str, ranking: Ranking) -> Iterator[Quantity]:
    for entry in ranking.scored:
        yield score(name, entry.vendor)
        if entry.coverage != UNTOLD_COVERAGE:
            yield "coverage", name, entry.vendor
        if entry.high not in {None, entry.low}:
            yield "reach", name, entry.vendor
        yield from (score(name, entry.vendor, theme.theme) for theme in entry.themes)


def _prices(vendor: str, municipalities: Iterable[str]) -> Iterator[Quantity]:
    for scope in (*municipalities, TOGETHER):
        yield from (price(vendor, scope, part) for part in ("", *PARTS))


def _costs(costs: Costs) -> Iterator[Quantity]:
    for item in costs.vendors:
        yield from _prices(item.vendor, [scope for scope in item.totals if scope != TOGETHER])
    for award in costs.awards:
        for offer in award.offers:
            yield price(offer.vendor, TOGETHER)
            yield "points", award.formula.value, offer.vendor
            yield "outcome", award.formula.value, offer.vendor

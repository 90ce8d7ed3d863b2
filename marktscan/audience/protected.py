"""Which figures a reader may not have, and which it has: what inference is checked between."""

from collections.abc import Iterable, Iterator, Sequence
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
from marktscan.domain.scan import Scan
from marktscan.domain.source import Source

_NOWHERE = Source("")
_KINDS = {"weight": CellKind.WEIGHT, "mark": CellKind.MARK, "price": CellKind.PRICE}


@dataclass(frozen=True, slots=True)
class Protection:
    """What one reader may not have of a scan."""

    scan: Scan
    reader: Reader

    @property
    def applies(self) -> bool:
        """Whether there is anything to protect: the municipalities may have every figure."""
        return self.reader.audience in {Audience.VENDOR, Audience.PUBLIC}

    def covers(self, quantity: Quantity) -> bool:
        """Whether this figure is protected; weights are the municipalities' own, the rest is a vendor's."""
        what, *whose = quantity
        if what in _KINDS:
            return not self._may_read(_KINDS[what], "" if what == "weight" else whose[0])
        if what == "value":
            return not self._may_read_answer(*whose)
        others = self.reader.audience is Audience.VENDOR and what in {"score", "knock-out"}
        return others and whose[1] != self.reader.slug

    def _may_read(self, kind: CellKind, owner: str) -> bool:
        usual = self.scan.project.classification.of(kind)
        return self.reader.may_read(Cell(kind, usual, owner, "", _NOWHERE))

    def _may_read_answer(self, vendor: str, requirement: str) -> bool:
        submission = next(s for s in self.scan.submissions if s.vendor.slug == vendor)
        answer = submission.answers.get(requirement)
        if answer is None:
            return self._may_read(CellKind.ANSWER, vendor)
        code, *_ = answer_cells(answer, vendor, self.scan.project.classification)
        return self.reader.may_read(code)

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
    protection: Protection, given: Material, relations: Sequence[Relation]
) -> dict[Quantity, tuple[Relation, ...]]:
    """Every protected figure that stands in what a reader is given (without relations) or follows from it."""
    if not protection.applies:
        return {}
    weights = (q for one in relations for q in one.members if q[0] == "weight" and not protection.covers(q))
    have = tuple(known(given, protection.reader))
    found = follows(relations, (*have, *weights))
    protected = filter(protection.covers, (*dict.fromkeys(have), *found))
    return {quantity: tuple(reasons(quantity, found)) for quantity in protected}


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
        if submission.answers:
            yield "answers", submission.vendor.slug
        yield from (("value", submission.vendor.slug, row) for row in submission.answers)
        yield from (("mark", submission.vendor.slug, mark.requirement) for mark in submission.marks)
        if submission.prices:
            yield from _prices(submission.vendor.slug, [m.slug for m in given.scan.project.municipalities])
    yield from (("knock-out", place, vendor) for place, vendor in given.shown.knock_outs)
    yield from (("best", reader.slug, theme) for theme in given.shown.best)
    if given.shown.bandwidth:
        yield from (("bandwidth", bound) for bound in ("lowest", "highest"))
    if given.background:
        yield from _costs(given.background.costs)


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

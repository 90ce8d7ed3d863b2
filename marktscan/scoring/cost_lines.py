"""From price sheets to lines that count and gaps that do not: a line without a price is never € 0."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from marktscan.domain.answer import PriceLine
from marktscan.domain.conventions import InternalCost
from marktscan.domain.costs import VOLUMES, CostGap, CostLine, CostPart, GapReason, Quoted
from marktscan.domain.project import PriceKind, Project
from marktscan.domain.scan import Submission
from marktscan.domain.source import Source

Priced = CostLine | CostGap
NOTHING = Decimal(0)
_CENT = Decimal("0.01")
_MOST_DIGITS = 20
"""Before the decimal mark: no budget has more, and Decimal counts no further than 28 digits."""


def to_the_cent(amount: Decimal) -> Decimal:
    """Half up; an amount that no budget can hold stays as it is."""
    return amount.quantize(_CENT, ROUND_HALF_UP) if amount.adjusted() < _MOST_DIGITS else amount


def priced_lines(project: Project, submission: Submission) -> tuple[Priced, ...]:
    """Every line of one vendor, counted or not, in the order of its sheet, and what it left out."""
    if not submission.prices:
        place = Source(submission.prices_file)
        return (CostGap("", "", GapReason.NO_PRICES, place), *_own(project, submission.vendor.slug))
    pricing = _pricing(project)
    seen: set[tuple[str, str]] = set()
    lines = [pricing.price(line, seen) for line in submission.prices]
    absent = pricing.absent(submission, lines)
    return (*lines, *absent, *_own(project, submission.vendor.slug))


def _pricing(project: Project) -> "_Pricing":
    names = {name.casefold(): m.slug for m in project.municipalities for name in (m.name, m.slug)}
    asked = {line.kind.casefold(): line for line in reversed(project.forms.price_sheet.lines)}
    leaving = frozenset(kind.casefold() for kind in project.costs.exit)
    return _Pricing(project, names, asked, leaving, project.costs.growth)


@dataclass(frozen=True, slots=True)
class _Pricing:
    """How this project prices a line: municipalities by how they may be written, what was asked by kind, the
    kinds of cost of leaving, and how many first years are paid."""

    project: Project
    names: Mapping[str, str]
    asked: Mapping[str, PriceKind]
    leaving: frozenset[str]
    growth: Decimal

    def price(self, line: PriceLine, seen: set[tuple[str, str]]) -> Priced:
        """The line, or why it does not count; `seen` remembers what was priced before."""
        slug = self._slug(line.municipality)
        quantity = self._quantity(line, slug or "")
        reason = _reason(line, slug, quantity.value if quantity else None, seen)
        if reason or quantity is None:
            place = line.origin.cell("kind")
            return CostGap(line.kind, slug or "", reason or GapReason.NO_QUANTITY, place)
        return self._counted(line, slug or "", quantity)

    def _counted(self, line: PriceLine, slug: str, quantity: Quoted) -> CostLine:
        kind = line.kind.casefold()
        asked = self.asked.get(kind)
        yearly = quantity.value * (line.yearly or NOTHING)
        return CostLine(
            kind=line.kind,
            municipality=slug,
            part=CostPart.EXIT if kind in self.leaving else CostPart.OFFER,
            optional=asked.optional if asked else line.optional,
            quantity=quantity,
            one_off_price=_quoted(line.one_off, line.origin.cell("one_off")),
            yearly_price=_quoted(line.yearly, line.origin.cell("yearly")),
            one_off=to_the_cent(quantity.value * (line.one_off or NOTHING)),
            yearly=yearly,
            over_period=to_the_cent(yearly * self.growth),
        )

    def absent(self, submission: Submission, lines: Iterable[Priced]) -> Iterator[CostGap]:
        """What was asked of everybody, or priced for another municipality, and is not there for one."""
        priced = list(lines)
        shared = {item.kind.casefold() for item in priced if not item.municipality}
        there = {(item.kind.casefold(), item.municipality) for item in priced}
        place = Source(submission.prices_file)
        for kind in dict.fromkeys((*self._must_have(), *_kinds(submission, priced))):
            for slug in sorted(m.slug for m in self.project.municipalities):
                if kind.casefold() not in shared and (kind.casefold(), slug) not in there:
                    yield CostGap(kind, slug, GapReason.ABSENT, place)

    def _must_have(self) -> tuple[str, ...]:
        return tuple(line.kind for line in self.project.forms.price_sheet.lines if not line.optional)

    def _slug(self, written: str) -> str | None:
        """The municipality of a line: empty when it is for all together, None when it takes no part."""
        return self.names.get(written.casefold()) if written else ""

    def _quantity(self, line: PriceLine, slug: str) -> Quoted | None:
        """The units the project declared, else those in the sheet; a fixed amount is one unit."""
        asked = self.asked.get(line.kind.casefold())
        if asked and slug:
            place = Source(self.project.source.file, f"{VOLUMES}{asked.volume}", slug)
            return Quoted(Decimal(self.project.forms.price_sheet.volumes[asked.volume][slug]), place)
        fixed = Decimal(1) if not line.unit else None
        return _quoted(fixed if line.quantity is None else line.quantity, line.origin.cell("quantity"))


def _quoted(value: Decimal | None, source: Source) -> Quoted | None:
    """What stands in a cell; None when it is empty."""
    return None if value is None else Quoted(value, source)


def _reason(
    line: PriceLine, slug: str | None, quantity: Decimal | None, seen: set[tuple[str, str]]
) -> GapReason | None:
    """Why a line does not count; None when it does."""
    if slug is None:
        return GapReason.UNKNOWN_MUNICIPALITY
    key = line.kind.casefold(), slug
    if key in seen:
        return GapReason.DOUBLE
    seen.add(key)
    if line.one_off is None and line.yearly is None:
        return GapReason.EMPTY
    if min(line.one_off or NOTHING, line.yearly or NOTHING, quantity or NOTHING) < 0:
        return GapReason.NEGATIVE
    return GapReason.NO_QUANTITY if quantity is None else None


def _kinds(submission: Submission, lines: Iterable[Priced]) -> tuple[str, ...]:
    """The kinds of cost that this vendor prices per municipality and that are no option."""
    options = {line.kind.casefold() for line in submission.prices if line.optional}
    return tuple(line.kind for line in lines if line.municipality and line.kind.casefold() not in options)


def _own(project: Project, vendor: str) -> Iterator[Priced]:
    """What the municipalities spend themselves with this vendor, by the project file."""
    for item in project.costs.internal:
        if not item.vendors or vendor in item.vendors:
            for slug in sorted(m.slug for m in project.municipalities):
                yield _own_line(project, item, slug)


def _own_line(project: Project, item: InternalCost, slug: str) -> Priced:
    if slug not in item.one_off and slug not in item.yearly:
        return CostGap(item.kind, slug, GapReason.EMPTY, project.source)
    yearly = item.yearly.get(slug, NOTHING)
    place = Source(project.source.file, "costs.internal", item.kind)
    return CostLine(
        kind=item.kind,
        municipality=slug,
        part=CostPart.INTERNAL,
        optional=False,
        quantity=Quoted(Decimal(1), place),
        one_off_price=_quoted(item.one_off.get(slug), place),
        yearly_price=_quoted(item.yearly.get(slug), place),
        one_off=item.one_off.get(slug, NOTHING),
        yearly=yearly,
        over_period=to_the_cent(yearly * project.costs.growth),
    )

"""Whether prices are complete and comparable between vendors."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal

from marktscan.checking.vendors import folder, shown
from marktscan.domain.answer import PriceLine
from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.project import Project
from marktscan.domain.scan import Scan, Submission
from marktscan.domain.source import Source

LineKey = tuple[str, str]
"""Kind of cost and municipality, both casefolded: what a price line is for."""
_YES_NO = {True: "ja", False: "nee"}


def _lines(scan: Scan) -> Iterator[tuple[Submission, PriceLine]]:
    return ((submission, line) for submission in scan.submissions for line in submission.prices)


def vendor_has_prices(scan: Scan) -> Iterator[Finding]:
    """A vendor that answers gives prices."""
    for submission in scan.submissions:
        if submission.readable and not submission.prices:
            place = Source(submission.prices_file or f"{folder(submission)}/prices.xlsx")
            yield finding(Code.PRICES_MISSING, place, vendor=shown(submission.vendor))


def price_is_filled_in(scan: Scan) -> Iterator[Finding]:
    """A price line holds an amount; empty is not zero."""
    for submission, line in _lines(scan):
        if line.one_off is None and line.yearly is None:
            place = line.origin.cell("one_off")
            yield finding(Code.PRICE_LINE_EMPTY, place, kind=line.kind, vendor=shown(submission.vendor))


def price_is_not_negative(scan: Scan) -> Iterator[Finding]:
    """An amount is 0 or more."""
    for _, line in _lines(scan):
        for field, amount in (("one_off", line.one_off), ("yearly", line.yearly)):
            if amount is not None and amount < 0:
                place = line.origin.cell(field)
                yield finding(Code.PRICE_NEGATIVE, place, kind=line.kind, amount=_written(amount))


def price_per_unit_has_a_quantity(scan: Scan) -> Iterator[Finding]:
    """A price per unit says how many units, unless the project does."""
    asked = _asked_quantities(scan.project)
    for _, line in _lines(scan):
        if line.unit and line.quantity is None and _key(line) not in asked:
            place = line.origin.cell("quantity")
            yield finding(Code.PRICE_WITHOUT_QUANTITY, place, kind=line.kind, unit=line.unit)


def price_stands_once(scan: Scan) -> Iterator[Finding]:
    """A vendor prices each kind of cost once per municipality."""
    for submission in scan.submissions:
        seen: dict[LineKey, PriceLine] = {}
        for line in submission.prices:
            first = seen.setdefault(_key(line), line)
            if first is not line:
                yield finding(
                    Code.PRICE_LINE_DOUBLE,
                    line.origin.cell("municipality" if "municipality" in line.origin.absent else "kind"),
                    kind=line.kind,
                    vendor=shown(submission.vendor),
                    first=first.origin.cell("kind"),
                )


def price_is_there_for_everyone(scan: Scan) -> Iterator[Finding]:
    """What is priced per municipality is priced for every municipality."""
    everyone = _municipality_names(scan.project)
    for submission in scan.submissions:
        by_kind: dict[str, list[PriceLine]] = defaultdict(list)
        for line in submission.prices:
            if line.municipality.casefold() in everyone:
                by_kind[line.kind.casefold()].append(line)
        for lines in by_kind.values():
            yield from _absent(scan.project, shown(submission.vendor), lines)


def _absent(project: Project, vendor: str, lines: list[PriceLine]) -> Iterator[Finding]:
    everyone = _municipality_names(project)
    priced = {everyone[line.municipality.casefold()] for line in lines}
    for municipality in project.municipalities:
        if municipality.name not in priced:
            yield finding(
                Code.PRICE_MUNICIPALITY_MISSING,
                lines[0].origin.cell("municipality"),
                kind=lines[0].kind,
                vendor=vendor,
                municipality=municipality.name,
            )


def priced_municipality_takes_part(scan: Scan) -> Iterator[Finding]:
    """A price is for a municipality that takes part, or for all together."""
    everyone = _municipality_names(scan.project)
    for _, line in _lines(scan):
        if line.municipality and line.municipality.casefold() not in everyone:
            yield finding(
                Code.PRICE_MUNICIPALITY_UNKNOWN,
                line.origin.cell("municipality"),
                kind=line.kind,
                municipality=line.municipality,
                known=", ".join(municipality.name for municipality in scan.project.municipalities),
            )


def _municipality_names(project: Project) -> dict[str, str]:
    """The name of each municipality by how a price line may write it: its name or its slug, casefolded."""
    return {
        written.casefold(): municipality.name
        for municipality in project.municipalities
        for written in (municipality.name, municipality.slug)
    }


def quantity_is_as_given(scan: Scan) -> Iterator[Finding]:
    """All vendors calculate with the quantity asked for; where none was, with the one most of them use."""
    usual = {**_usual_quantities(scan), **_asked_quantities(scan.project)}
    for submission, line in _lines(scan):
        expected = usual.get(_key(line), line.quantity)
        if line.quantity is not None and expected is not None and line.quantity != expected:
            yield finding(
                Code.PRICE_QUANTITY_DIFFERS,
                line.origin.cell("quantity"),
                kind=line.kind,
                vendor=shown(submission.vendor),
                quantity=_written(line.quantity),
                usual=_written(expected),
            )


def _asked_quantities(project: Project) -> dict[LineKey, Decimal]:
    """The quantity the project gave, by what the line is for."""
    sheet = project.forms.price_sheet
    return {
        (line.kind.casefold(), municipality.name.casefold()): Decimal(units[municipality.slug])
        for line in sheet.lines
        for units in (sheet.volumes[line.volume],)
        for municipality in project.municipalities
    }


def _usual_quantities(scan: Scan) -> dict[LineKey, Decimal]:
    """The quantity that more than half of the vendors' lines give, by what the line is for."""
    given: dict[LineKey, Counter[Decimal]] = defaultdict(Counter)
    for _, line in _lines(scan):
        if line.quantity is not None:
            given[_key(line)][line.quantity] += 1
    most = ((key, *counts.most_common(1)[0], counts.total()) for key, counts in given.items())
    return {key: quantity for key, quantity, count, total in most if 2 * count > total}


def every_kind_asked_is_priced(scan: Scan) -> Iterator[Finding]:
    """A vendor that gives prices has a line for every kind of cost that was asked and is no option."""
    asked = [line.kind for line in scan.project.forms.price_sheet.lines if not line.optional]
    for submission in scan.submissions:
        priced = {line.kind.casefold() for line in submission.prices}
        missing = (kind for kind in asked if priced and kind.casefold() not in priced)
        for kind in missing:
            place = Source(submission.prices_file)
            yield finding(Code.PRICE_KIND_MISSING, place, kind=kind, vendor=shown(submission.vendor))


def option_is_as_asked(scan: Scan) -> Iterator[Finding]:
    """What is an option is decided by who asks, not by who offers."""
    asked = {line.kind.casefold(): line.optional for line in scan.project.forms.price_sheet.lines}
    for submission, line in _lines(scan):
        if line.optional != asked.get(line.kind.casefold(), line.optional):
            yield finding(
                Code.PRICE_OPTION_DIFFERS,
                line.origin.cell("optional"),
                kind=line.kind,
                vendor=shown(submission.vendor),
                said=_YES_NO[line.optional],
                asked=_YES_NO[not line.optional],
            )


def _key(line: PriceLine) -> LineKey:
    return line.kind.casefold(), line.municipality.casefold()


def _written(number: Decimal) -> str:
    """Without trailing zeros or exponent, with a decimal comma."""
    plain = f"{number:f}"
    return (plain.rstrip("0").rstrip(".") if "." in plain else plain).replace(".", ",")


CHECKS = (
    vendor_has_prices,
    price_is_filled_in,
    price_is_not_negative,
    price_per_unit_has_a_quantity,
    price_stands_once,
    price_is_there_for_everyone,
    priced_municipality_takes_part,
    quantity_is_as_given,
    every_kind_asked_is_priced,
    option_is_as_asked,
)

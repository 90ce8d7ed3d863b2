"""Promises on the screen."""

from collections import Counter
from collections.abc import Iterator

from marktscan.cli.scored import Scored
from marktscan.cli.terminal import columns
from marktscan.domain.outlook import Comparison, Outlook, Promise, Standing
from marktscan.wording.formats import date_long, number, percentage, points

NOTHING = "–"


def overview(found: Scored) -> Iterator[str]:
    """All vendors, then the current system beside the market, then hard requirements that are promised."""
    outlook, project = found.background.outlook, found.scan.project
    yield (
        f"Beloften (antwoord R). Peildatum {date_long(project.reference_date)}, "
        f"start van het contract {date_long(project.go_live)}."
    )
    key = project.keys[0]
    yield f"Punten zijn punten in de gezamenlijke score, verdeelsleutel: {key.name}."
    yield ""
    header = ("leverancier", "beloften", "tellen gewogen mee", "meeste op één datum", "beloften", "punten")
    rows = [_row(outlook, vendor, f"key:{key.code}") for vendor in found.vendors("")]
    yield from columns(header, rows, right=(1, 2, 4, 5))
    yield from _beside_the_market(found, f"key:{key.code}")
    yield from _knock_outs(found)


def of_vendor(found: Scored, vendor: str) -> Iterator[str]:
    """One vendor: its score from date to date, and every promise."""
    promises = [promise for promise in found.background.outlook.promises if promise.vendor == vendor]
    yield f"Beloften van {vendor}: {len(promises)}"
    if promises:
        yield from ("", *_over_time(found, vendor), "", "Elke belofte")
        header = ("eis", "voor", "hoe zeker", "stand", "telt mee", "punten")
        base = f"key:{found.scan.project.keys[0].code}"
        yield from columns(header, (_promise(promise, base) for promise in promises), right=(4, 5))


def _row(outlook: Outlook, vendor: str, base: str) -> tuple[str, ...]:
    own = Counter(promise.standing for promise in outlook.promises if promise.vendor == vendor)
    release = outlook.greatest_release(vendor)
    if release is None:
        return vendor, str(own.total()), str(own[Standing.WEIGHED]), NOTHING, "", ""
    gain = release.gains.get(base)
    return (
        vendor,
        str(own.total()),
        str(own[Standing.WEIGHED]),
        date_long(release.available),
        str(len(release.requirements)),
        NOTHING if gain is None else points(gain),
    )


def _beside_the_market(found: Scored, base: str) -> Iterator[str]:
    """The dates on which the current system or the best of the market changes."""
    own = [item for item in found.background.outlook.comparisons if item.ranking == base]
    if own:
        yield from ("", "Het huidige systeem naast de markt, als elke belofte op haar datum uitkomt")
        header = ("vanaf", found.scan.project.incumbent, "beste van de markt", "verschil", "wie")
        yield from columns(header, map(_comparison, _changes(own)), right=(1, 2, 3))


def _changes(own: list[Comparison]) -> Iterator[Comparison]:
    before = None
    for item in own:
        if (item.incumbent, item.best, item.market) != before:
            yield item
        before = item.incumbent, item.best, item.market


def _comparison(item: Comparison) -> tuple[str, ...]:
    scores = number(item.incumbent), number(item.best), points(item.lead)
    return date_long(item.day), *scores, ", ".join(item.market)


def _knock_outs(found: Scored) -> Iterator[str]:
    promised = found.background.outlook.knock_outs
    if promised:
        yield from ("", "Knock-outs waarop een belofte staat")
        header = ("gemeente", "leverancier", "eis", "beloofd voor", "stand", "reden")
        yield from columns(
            header,
            (
                (
                    found.scan.project.municipality(item.knock_out.municipality).name,
                    item.knock_out.vendor,
                    item.knock_out.requirement,
                    date_long(item.available) if item.available else NOTHING,
                    item.knock_out.state.value,
                    item.knock_out.reason,
                )
                for item in promised
            ),
        )


def _over_time(found: Scored, vendor: str) -> Iterator[str]:
    """A line per date with the score in every ranking and what is due."""
    project, outlook = found.scan.project, found.background.outlook
    names = {m.slug: m.name.lower() for m in sorted(project.municipalities, key=lambda m: m.slug)}
    names |= {f"key:{key.code}": f"samen: {key.code}" for key in project.keys}
    curves = [(name, curve) for code, name in names.items() if (curve := outlook.curve(code, vendor))]
    if not curves:
        yield "Geen score, dus ook geen verloop in de tijd."
        return
    due = {step.available: step.requirements for step in curves[0][1].steps}
    days = {project.reference_date: (), **due}
    header = ("vanaf", *(name for name, _ in curves), "dan beloofd")
    rows = [
        (date_long(day), *(number(curve.at(day)) for _, curve in curves), ", ".join(ids))
        for day, ids in days.items()
    ]
    yield from columns(header, rows, right=range(1, len(curves) + 1))


def _promise(promise: Promise, base: str) -> tuple[str, ...]:
    gain = promise.gains.get(base)
    return (
        promise.requirement,
        date_long(promise.available) if promise.available else NOTHING,
        promise.credibility.value,
        promise.standing.value,
        percentage(promise.factor, 1),
        NOTHING if gain is None else points(gain),
    )

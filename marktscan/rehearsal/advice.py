"""What a dry run gives reason to look at, each with its place and what to do."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from marktscan.domain.conventions import BY_LOT, BY_PRICE, BY_QUALITY, PriceFormula, TenderRules
from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.project import Project
from marktscan.domain.rehearsal import HardRequirements, Rehearsed, TenderTrial
from marktscan.domain.scan import Scan
from marktscan.domain.source import Source
from marktscan.project_file.declarations import Declarations
from marktscan.scoring.notices import tie_break_weightless
from marktscan.scoring.tender import can_be_used
from marktscan.wording.effects import ranking_name
from marktscan.wording.formats import list_of, number, percentage
from marktscan.wording.tender import bound_name

RARE = Fraction(1, 100)
"""What happens in fewer rounds than this is in the table and no reason for advice."""
OFTEN = Fraction(1, 20)
"""Nobody left, or a hard requirement that alone takes away a bid, this often is reason to look again."""
MUCH = Fraction(1, 10)
"""By so much price may weigh otherwise than on paper, or so many bids get nothing for their price."""
FLOOR = Fraction(1, 4)
"""The part of the price points that everybody keeps before it is told: this formula alone never gives 0."""
NAMED = 8
"""Requirements named in one sentence."""


def advice(scan: Scan, found: Rehearsed, declarations: Declarations) -> tuple[Finding, ...]:
    """Everything to look at, the rules as declared first."""
    return (
        *_declared(scan.project, declarations),
        *_weightless(scan, declarations),
        *_orders(found, declarations),
        *_weights(scan, found, declarations),
        *_hard(scan, found.hard),
        *_bounds(scan.project, found, declarations),
        *_tender(scan.project.tender, found.tender, declarations),
    )


def _declared(project: Project, places: Declarations) -> Iterator[Finding]:
    """What the rules show before anything is drawn."""
    yield from _marks(project, places)
    yield from _answers(project, places)
    rules = project.tender
    ways, place = rules.tie_break, places.place(("tender", "tie_break"))
    if BY_LOT not in ways:
        yield finding(Code.TIE_BREAK_OPEN, place)
    if BY_PRICE in ways and BY_QUALITY in ways[ways.index(BY_PRICE) :]:
        yield finding(Code.TIE_BREAK_IDLE, place, idle=BY_QUALITY, before=BY_PRICE)
    if not can_be_used(rules.formula, rules):
        yield finding(
            Code.FORMULA_LACKS_VALUE, places.place(("tender", "formula")), formula=rules.formula.value
        )
    for key in project.keys:
        for slug, share in key.shares.items():
            if not share:
                name, place = project.municipality(slug).name, places.place(("keys", key.code, "weights"))
                yield finding(Code.KEY_LEAVES_OUT, place, key=key.name, municipality=name)


def _weightless(scan: Scan, places: Declarations) -> Iterator[Finding]:
    """A theme or requirement that should break ties, and that weighs nothing."""
    place = places.place(("tender", "tie_break"))
    yield from (replace(item, source=place) for item in tie_break_weightless(scan))


def _marks(project: Project, places: Declarations) -> Iterator[Finding]:
    points = dict(sorted(project.rules.mark_points().items()))
    for lower, mark in pairwise(points):
        if points[mark] < points[lower]:
            place = places.place(("points", "marks", str(mark)))
            yield finding(Code.MARKS_FALL, place, mark=mark, points=points[mark], lower=lower)
    for worth, same in _alike(points).items():
        place = places.place(("points", "marks", str(same[-1])))
        yield finding(Code.MARKS_ALIKE, place, marks=list_of([str(mark) for mark in same]), points=worth)


def _answers(project: Project, places: Declarations) -> Iterator[Finding]:
    """Answers that offer something; that a promise and nothing are both worth 0 is how it should be."""
    points = {code.value: worth for code, worth in project.rules.answer_points.items() if worth}
    for worth, same in _alike(points).items():
        place = places.place(("points", "answers", str(same[0])))
        yield finding(Code.ANSWERS_ALIKE, place, codes=list_of([str(code) for code in same]), points=worth)


def _alike(points: Mapping[str, int] | Mapping[int, int]) -> dict[int, list[object]]:
    """What is worth the same, by what it is worth."""
    same: dict[int, list[object]] = {}
    for name, worth in points.items():
        same.setdefault(worth, []).append(name)
    return {worth: names for worth, names in same.items() if len(names) > 1}


def _orders(found: Rehearsed, places: Declarations) -> Iterator[Finding]:
    scales, file = places.place(("points", "marks")), Source(places.file)
    if found.plan.vendors == 1:
        yield finding(Code.ONE_BID, file, count=1)
    for item in found.ties:
        ranking = ranking_name(item.ranking)
        if item.at_first >= RARE:
            yield finding(Code.TIE_AT_FIRST, scales, percent=_percent(item.at_first), ranking=ranking)
        if item.hidden_by_print >= RARE:
            share = _percent(item.hidden_by_print)
            yield finding(Code.DIFFERENCE_NOT_PRINTED, file, percent=share, ranking=ranking)


def _weights(scan: Scan, found: Rehearsed, places: Declarations) -> Iterator[Finding]:
    for item in found.themes:
        if item.idle:
            facts = {"theme": item.theme, "most": number(item.most, 2), "ranking": ranking_name(item.ranking)}
            yield finding(Code.THEME_IDLE, Source(places.file), **facts)
    for municipality in scan.project.municipalities:
        idle = [item.requirement for item in found.idle if item.municipality == municipality.slug]
        if idle:
            yield finding(
                Code.REQUIREMENTS_IDLE,
                Source(scan.list_of(municipality.slug).file, "Eisen"),
                count=len(idle),
                municipality=municipality.name,
                requirements=_some(idle),
            )


def _hard(scan: Scan, hard: HardRequirements) -> Iterator[Finding]:
    if hard.rounds_without_anyone >= OFTEN:
        share, file = _percent(hard.rounds_without_anyone), scan.lists[0].file
        yield finding(Code.NOBODY_LEFT, Source(file, "Eisen"), percent=share, count=len(hard.items))
    worst = max(hard.items, key=lambda item: item.alone, default=None)
    if worst and worst.alone >= OFTEN:
        row = scan.programme.by_id()[worst.requirement]
        asked = next(position for position in row.positions.values() if position.knock_out)
        yield finding(
            Code.HARD_REQUIREMENT_COSTS,
            asked.origin.cell("knock_out"),
            requirement=worst.requirement,
            fails=_percent(worst.fails),
            alone=_percent(worst.alone),
        )


def _bounds(project: Project, found: Rehearsed, places: Declarations) -> Iterator[Finding]:
    for item in found.bounds:
        if item.leaves_nobody >= OFTEN:
            share, place = _percent(item.leaves_nobody), places.place(item.rule)
            yield finding(
                Code.BOUND_LEAVES_NOBODY, place, percent=share, bound=bound_name(item.rule, project)
            )


def _tender(rules: TenderRules, trial: TenderTrial | None, places: Declarations) -> Iterator[Finding]:
    if trial is None:
        return
    formula, decimals = places.place(("tender", "formula")), places.place(("tender", "decimals"))
    if trial.ties >= RARE:
        facts = {"percent": _percent(trial.ties), "lots": _percent(trial.lots)}
        yield finding(Code.TENDER_TIES, places.place(("tender", "tie_break")), **facts)
    if trial.rounding_flips >= RARE:
        share = _percent(trial.rounding_flips)
        yield finding(Code.ROUNDING_DECIDES, decimals, percent=share, decimals=rules.decimals)
    if trial.half_flips:
        share, place = _percent(trial.half_flips), places.place(("tender", "rounding"))
        yield finding(Code.HALF_DECIDES, place, percent=share, rounding=rules.rounding.value)
    if trial.reversals:
        share = _percent(trial.reversals)
        yield finding(Code.CHEAPEST_DECIDES, formula, percent=share, formula=rules.formula.value)
    yield from _price(rules, trial, places)


def _price(rules: TenderRules, trial: TenderTrial, places: Declarations) -> Iterator[Finding]:
    formula, points = places.place(("tender", "formula")), places.place(("tender", "price"))
    if rules.formula is PriceFormula.RATIO and trial.least >= FLOOR * rules.price > 0:
        least = number(trial.least, rules.decimals)
        yield finding(Code.PRICE_FLOOR, formula, least=least, price=rules.price)
    if rules.price and trial.most and trial.none >= MUCH:
        yield finding(Code.PRICE_NOTHING, formula, percent=_percent(trial.none))
    if abs(trial.price_part - trial.declared_part) >= MUCH:
        facts = {"declared": _percent(trial.declared_part), "found": _percent(trial.price_part)}
        yield finding(Code.PRICE_WEIGHT, points, **facts)


def _percent(share: Fraction) -> str:
    """Whole percentages, except where that would hide that it happens."""
    return percentage(share, 0 if share >= MUCH or not share else 1)


def _some(names: Sequence[str]) -> str:
    more = len(names) - NAMED
    return f"{', '.join(names[:NAMED])}{f' en nog {more}' if more > 0 else ''}"

"""What Python itself prints when other weights stand in the workbooks."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from random import Random

from marktscan.domain.requirement import RequirementList
from marktscan.domain.results import Ranking, Results, TippingPoint, VendorScore
from marktscan.domain.scan import Scan
from marktscan.reporting.facts import Facts
from marktscan.robustness.profiles import named
from marktscan.robustness.tipping import tipping_points
from marktscan.scoring import rankings_of
from marktscan.wording.formats import number, percentage, points
from tests.reporting import small

Weights = Mapping[str, Mapping[str, int]]
"""By municipality and theme."""


def with_weights(scan: Scan, weights: Weights) -> Scan:
    """The scan as if these weights stood in the workbooks."""

    def own(item: RequirementList) -> RequirementList:
        given = weights[item.municipality]
        rows = (replace(row, weight=given.get(row.theme, row.weight)) for row in item.theme_weights)
        return replace(item, theme_weights=tuple(rows))

    return replace(scan, lists=tuple(map(own, scan.lists)))


class Expected:
    """What Python makes of other weights."""

    def __init__(self, facts: Facts, weights: Weights) -> None:
        scan = with_weights(facts.scan, weights)
        municipalities, joint = rankings_of(scan)
        results = Results(municipalities, joint, (), (), ())
        self.facts = facts
        self.rankings = named(municipalities, joint)
        self.before = named(facts.results.municipalities, facts.results.joint)
        self.tipping = tipping_points(scan, results)

    def ranking(self, name: str) -> list[list[str]]:
        return [self._row(entry, self.before[name]) for entry in self.rankings[name].entries]

    def _row(self, entry: VendorScore, before: Ranking) -> list[str]:
        then = before.of(entry.vendor)
        product = self.facts.product(entry.vendor)
        agreed = "geen" if then.low is None else f"{number(then.low)} ({then.rank})"
        if entry.low is None or entry.high is None:
            return ["–", product, "geen", agreed, "–"]
        reach = f" tot {number(entry.high)}" if entry.high != entry.low else ""
        moved = "–" if then.low is None else points(entry.low - then.low)
        return [str(entry.rank), product, f"{number(entry.low)}{reach}", agreed, moved]

    def turning(self, name: str) -> list[list[str]]:
        return [self._turn(point) for point in self.tipping if point.municipality == name]

    def _turn(self, point: TippingPoint) -> list[str]:
        theme = self.facts.project.theme(point.theme).name
        lower = self._bound("onder", point.lower, point.lower_vendor)
        return [
            theme,
            percentage(point.weight, 1),
            lower,
            self._bound("boven", point.upper, point.upper_vendor),
        ]

    def _bound(self, side: str, bound: Fraction | None, vendor: str) -> str:
        return "–" if bound is None else f"{side} {percentage(bound, 1)}: {self.facts.brief(vendor)}"


def drawn(scan: Scan, count: int) -> Iterator[dict[str, dict[str, int]]]:
    """Weights of every kind: ordinary, all alike, mostly nothing, very uneven."""
    draw = Random(20261123)  # noqa: S311 (the same weights every time)
    kinds = (
        lambda: draw.randint(0, 40),
        lambda: 7,
        lambda: draw.choice((0, 0, 5)),
        lambda: draw.choice((1, 1000)),
    )
    for place in range(count):
        weigh = kinds[place % len(kinds)]
        yield {item.municipality: {row.theme: weigh() for row in item.theme_weights} for item in scan.lists}


def labelled(facts: Facts, weights: Weights) -> list[list[object]]:
    """The weights by what the label of their field begins with."""
    return [
        [f"{facts.project.theme(theme).name}, {facts.project.municipality(slug).name},", weight]
        for slug, own in weights.items()
        for theme, weight in own.items()
    ]


def views(facts: Facts) -> dict[str, str]:
    """What a reader can choose, with the name of that ranking."""
    own = {m.name: m.slug for m in facts.project.municipalities}
    return own | {
        f"Samen, {key.name[0].lower()}{key.name[1:]}": f"key:{key.code}" for key in facts.project.keys
    }


def unknown_and_granted() -> Scan:
    """Nobody was reminded, so what is not answered may still be worth anything; one theme may be skipped."""
    rules = replace(small.project().rules, reminder_sent=False)
    made = small.scan(
        small.project(rules=rules), {"halve": "S?OO??PSC?", "hele": "XXXSSSPSCS", "derde": "SMPNSSRSCS"}
    )

    def allowed(item: RequirementList) -> RequirementList:
        rows = (replace(row, not_applicable_allowed=row.theme == "ZTC") for row in item.requirements)
        return replace(item, requirements=tuple(rows))

    rows = tuple(
        replace(
            row,
            positions={
                m: replace(p, not_applicable_allowed=row.theme == "ZTC") for m, p in row.positions.items()
            },
        )
        for row in made.programme.rows
    )
    lists = tuple(map(allowed, made.lists))
    return replace(made, lists=lists, programme=replace(made.programme, rows=rows))

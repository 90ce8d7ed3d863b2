"""The try-out prints what the program prints when a municipality writes those weights in its workbook."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest

from marktscan.domain.requirement import RequirementList
from marktscan.domain.results import Ranking, Results, TippingPoint, VendorScore
from marktscan.domain.scan import Scan
from marktscan.reporting.facts import Facts
from marktscan.robustness.tipping import named, tipping_points
from marktscan.scoring import rankings_of
from marktscan.wording.formats import number, percentage, points
from tests.reporting import small
from tests.reporting.edition.browser import CONTRAST, PHONE, opened
from tests.reporting.edition.made import edition_of, facts_of, many_vendors

pytestmark = pytest.mark.xdist_group("browser")
Weights = Mapping[str, Mapping[str, int]]
"""By municipality and theme."""
SHOWN = """([views, weights]) => {
  const select = document.getElementById("proef-keuze");
  const choose = (view) => { select.value = view; select.dispatchEvent(new Event("change")); };
  choose(views[views.length - 1]);
  for (const input of document.querySelectorAll("#proef-invoer input[type=number]")) {
    const [, weight] = weights.find(([label]) => input.ariaLabel.startsWith(label)) ?? [];
    if (weight === undefined || Number(input.value) === weight) continue;
    input.value = weight;
    input.dispatchEvent(new Event("input"));
  }
  const rows = (id) => [...document.querySelectorAll(`#${id} tbody tr`)]
    .map((row) => [...row.cells].map((cell) => cell.textContent));
  return views.map((view) => { choose(view); return [rows("proef-rangorde"), rows("proef-omslag")]; });
}"""
"""Fill in these weights by the beginning of their label, then read both tables of every ranking."""


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


SCANS = {
    "three vendors": small.scan,
    "nine vendors, two the same": many_vendors,
    "unknown and granted": unknown_and_granted,
    "without readable answers": lambda: small.scan(others=[small.unreadable("stil")]),
}


@pytest.mark.parametrize("name", SCANS)
def test_every_figure_is_the_figure_of_the_program(browser, tmp_path, name):
    facts = facts_of(SCANS[name]())
    path = tmp_path / "edition.html"
    path.write_text(edition_of(facts.scan), encoding="utf-8")
    compared = 0
    with opened(browser, path) as edition:
        for weights in drawn(facts.scan, 24):
            expected = Expected(facts, weights)
            shown = edition.page.evaluate(SHOWN, [list(views(facts)), labelled(facts, weights)])
            for (label, ranking), (rows, turning) in zip(views(facts).items(), shown, strict=True):
                assert [row[:5] for row in rows] == expected.ranking(ranking), (label, weights)
                assert turning == expected.turning(ranking), (label, weights)
                compared += len(rows) + len(turning)
        assert edition.complaints == []
    assert compared > 600


def test_the_example_agrees_at_its_own_weights_and_at_others(browser, editions):
    """What is shown before anybody changes a weight is the outcome of the report."""
    facts = facts_of(small.scan())
    stated = {
        item.municipality: {r.theme: r.weight or 0 for r in item.theme_weights} for item in facts.scan.lists
    }
    with opened(browser, editions["stuurgroep"]) as edition:
        shown = edition.page.evaluate(SHOWN, [list(views(facts)), []])
        for ranking, (rows, turning) in zip(views(facts).values(), shown, strict=True):
            assert [row[:5] for row in rows] == Expected(facts, stated).ranking(ranking)
            assert [row[4] for row in rows] == ["0,0"] * len(rows)
            assert turning == Expected(facts, stated).turning(ranking)


def test_a_reader_changes_a_weight_with_the_keyboard_and_goes_back(browser, editions):
    with opened(browser, editions["stuurgroep"], PHONE) as edition:
        page = edition.page
        stand = page.locator("#proef-stand")
        before = stand.text_content()
        assert before.endswith("Alle gewichten zijn zoals afgesproken.")
        assert edition.texts("#melding") == [""], "nothing is said before anything is done"
        page.locator("#proef-keuze").select_option("Diemen")
        field = page.get_by_role(
            "spinbutton", name="Koppelingen en standaarden, Diemen, afgesproken 40", exact=True
        )
        slider = page.get_by_role("slider", name="Koppelingen en standaarden, Diemen, afgesproken 40, schuif")
        field.press("ArrowUp")
        assert slider.input_value() == "41"
        slider.press("ArrowLeft")
        slider.press("ArrowLeft")
        assert field.input_value() == "39"
        assert stand.text_content().endswith("Anders dan afgesproken: 1 in Diemen.")
        edition.until(lambda: edition.texts("#melding") != [""])
        assert stand.text_content().startswith(edition.texts("#melding")[0])
        assert edition.violations(CONTRAST) == []
        page.get_by_role("button", name="Terug naar de afgesproken gewichten").press("Enter")
        assert stand.text_content().endswith("Alle gewichten zijn zoals afgesproken.")
        page.locator("#proef-keuze").select_option(index=len(views(facts_of(small.scan()))) - 2)
        assert stand.text_content() == before
        assert not edition.too_wide


@pytest.mark.parametrize("typed", ["", "-3", "2.5", "1001", "1e9"])
def test_a_weight_that_is_none_is_marked_and_changes_nothing(browser, editions, typed):
    with opened(browser, editions["stuurgroep"]) as edition:
        table = edition.page.locator("#proef-rangorde").inner_text()
        field = edition.page.locator("#proef-invoer input[type=number]").first
        field.press("ControlOrMeta+a")
        field.press("Delete")
        field.press_sequentially(typed)
        assert field.get_attribute("aria-invalid") == "true"
        if not typed:
            assert edition.page.locator("#proef-rangorde").inner_text() == table


def test_only_the_steering_group_can_try_weights(editions):
    having = [name for name, path in editions.items() if 'id="proef"' in path.read_text(encoding="utf-8")]
    assert having == ["stuurgroep"]

"""The try-out prints what the program prints when a municipality writes those weights in its workbook."""

import pytest

from tests.reporting import small
from tests.reporting.edition.browser import CONTRAST, PHONE, opened
from tests.reporting.edition.made import edition_of, facts_of, many_vendors
from tests.reporting.edition.weighed import Expected, drawn, labelled, unknown_and_granted, views

pytestmark = pytest.mark.xdist_group("browser")
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

"""Sorting as a reader does it: with a mouse or a keyboard, and told in words."""

import pytest

from tests.reporting.edition.browser import CONTRAST, opened
from tests.reporting.edition.made import edition_of, many_vendors

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture(scope="module")
def wide(tmp_path_factory):
    path = tmp_path_factory.mktemp("sorteren") / "edition.html"
    path.write_text(edition_of(many_vendors()), encoding="utf-8")
    return path


def test_a_ranking_can_be_read_in_three_orders(browser, wide):
    with opened(browser, wide) as edition:
        table = edition.page.locator("#uitslag table").first
        names = table.locator("tbody th")
        button = table.get_by_role("button", name="Score")
        heading = table.locator("thead th", has=edition.page.get_by_role("button", name="Score"))
        scores = table.locator("tbody tr td:nth-of-type(2)")
        stated, high_first = names.all_text_contents(), scores.all_text_contents()

        button.click()
        assert heading.get_attribute("aria-sort") == "descending"
        assert names.all_text_contents() == stated, "a ranking stands from high to low already"
        assert edition.texts("#melding") == ["Gesorteerd op Score, hoog naar laag."]

        button.press("Enter")
        assert heading.get_attribute("aria-sort") == "ascending"
        assert scores.all_text_contents() == sorted(
            high_first, key=lambda text: float(text.replace(",", "."))
        )
        assert edition.texts("#melding") == ["Gesorteerd op Score, laag naar hoog."]

        button.press("Space")
        assert heading.get_attribute("aria-sort") is None
        assert names.all_text_contents() == stated
        assert edition.violations(CONTRAST) == []
        assert edition.complaints == []


def test_equal_values_keep_their_order(browser, wide):
    with opened(browser, wide) as edition:
        table = edition.page.locator("#uitslag table").first
        rows = table.locator("tbody tr")
        names = rows.locator("th").all_text_contents()
        ranks = dict(zip(names, rows.locator("td:first-child").all_text_contents(), strict=True))
        shared = [name for name in ranks if list(ranks.values()).count(ranks[name]) > 1]
        assert len(shared) >= 2, "the example has offers that share a rank"
        table.get_by_role("button", name="Plaats").click()
        turned = [name for name in table.locator("tbody th").all_text_contents() if name in shared]
        assert turned == shared


def test_totals_stay_at_the_foot(browser, wide):
    with opened(browser, wide) as edition:
        table = edition.page.locator("table.heat")
        foot = table.locator("tr.total th").all_text_contents()
        table.get_by_role("button", name="Thema").click()
        assert table.locator("tbody th").all_text_contents()[-len(foot) :] == foot
        themes = table.locator("tbody tr:not(.total) th").all_text_contents()
        assert themes == sorted(themes)


def test_one_column_at_a_time_says_it_is_sorted(browser, wide):
    with opened(browser, wide) as edition:
        table = edition.page.locator("#uitslag table").first
        for name in ("Score", "Pakket"):
            table.get_by_role("button", name=name).click()
        assert table.locator("[aria-sort]").all_text_contents() == ["Pakket"]

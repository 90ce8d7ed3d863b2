"""The figures of a picture, as a reader opens them."""

import pytest

from tests.reporting.edition.browser import CONTRAST, PHONE, opened

pytestmark = pytest.mark.xdist_group("browser")


def test_the_link_at_a_picture_opens_its_figures(browser, editions):
    with opened(browser, editions["stuurgroep"]) as edition:
        table = edition.page.locator("#cijfers-antwoorden")
        assert not table.is_visible()
        edition.page.locator('a[href="#cijfers-antwoorden"]').first.click()
        assert table.is_visible()
        assert edition.complaints == []


def test_opened_figures_are_accessible_and_fit_a_phone(browser, editions):
    with opened(browser, editions["stuurgroep"], PHONE) as edition:
        for summary in edition.page.locator("details.numbers summary").all():
            summary.click()
        assert not edition.too_wide
        assert edition.violations(CONTRAST) == []

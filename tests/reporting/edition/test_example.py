"""The editions of the example: whole reports, of which the annex alone has hundreds of tables."""

import pytest

from tests.reporting.edition.browser import CONTRAST, PHONE, opened

BEFORE_THE_ANNEXES = "section.chapter:not(.annex)"


@pytest.mark.xdist_group("reports")
def test_the_editions_of_the_example_are_accessible_and_fit_a_phone(browser, example_reports):
    """Of the municipalities, whose reports differ in names only, axe looks at one.

    It looks under every letter of what is read first; annexes, with hundreds of tables alike, have their
    colours looked at on a small scan.
    """
    for name, pdf in example_reports.files.items():
        path = pdf.with_suffix(".html")
        with opened(browser, path, PHONE) as edition:
            assert not edition.too_wide, name
            assert edition.lost_links == []
            assert edition.requests == [path.as_uri()]
            assert edition.complaints == []
            if not name.startswith("gemeente-") or name == "gemeente-diemen":
                assert edition.violations(CONTRAST) == []
            if name in {"stuurgroep", "openbaar", "leverancier-rx-enterprise"}:
                assert edition.violations(rules=[CONTRAST], within=BEFORE_THE_ANNEXES) == []

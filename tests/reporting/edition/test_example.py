"""The editions of the example: whole reports, of which the annex alone has hundreds of tables."""

import pytest

from tests.reporting.edition.browser import CONTRAST, PHONE, opened


@pytest.mark.xdist_group("reports")
def test_the_editions_of_the_example_are_accessible_and_fit_a_phone(browser, example_reports):
    """Of the municipalities, whose reports differ in names only, axe looks at one."""
    for name, pdf in example_reports.files.items():
        path = pdf.with_suffix(".html")
        with opened(browser, path, PHONE) as edition:
            assert not edition.too_wide, name
            assert edition.lost_links == []
            assert edition.requests == [path.as_uri()]
            assert edition.complaints == []
            if not name.startswith("gemeente-") or name == "gemeente-diemen":
                assert edition.violations(CONTRAST) == []

"""One browser and one set of editions for all tests here; who uses them is in the xdist_group "browser"."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from marktscan.reporting.variants import variants
from tests.reporting import small
from tests.reporting.edition.browser import started
from tests.reporting.edition.made import edition_of


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with started() as browser:
        yield browser


@pytest.fixture(scope="session")
def editions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every edition of the small scan, by variant."""
    folder = tmp_path_factory.mktemp("edities")
    scan = small.scan()
    made = {name: folder / f"{name}.html" for name in variants(scan.project)}
    for name, path in made.items():
        path.write_text(edition_of(scan, name), encoding="utf-8")
    return made

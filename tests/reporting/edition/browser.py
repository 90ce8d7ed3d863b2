"""Chromium without a window, and what it says of a page: errors, requests, violations of accessibility."""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DESKTOP, PHONE = (1280, 900), (320, 640)
PATIENCE = 180_000
"""Milliseconds for a busy machine; a test that fails for another reason does not wait for them."""
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CONTRAST = "color-contrast"
"""The one slow rule: it looks under every letter."""
_RUN = """async ([tags, without, within]) => {
  const rules = Object.fromEntries(without.map((id) => [id, { enabled: false }]));
  const found = await axe.run(within, { runOnly: tags, rules, resultTypes: ["violations"] });
  const shown = ({ html }) => html.slice(0, 200);
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(shown).join(" ")}`);
}"""

_LOST = """[...document.links].filter((link) => !document.getElementById(link.hash.slice(1)))
  .map((link) => link.href)"""


def program() -> str:
    """Where Chromium is; skips the test when it is not, but never in CI."""
    found = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if found is None and not os.environ.get("CI"):
        pytest.skip("Chromium is not on this machine; install it with: sudo apt-get install chromium")
    assert found, "CI needs Chromium: tools/bootstrap.py --dev installs it"
    return found


@contextmanager
def started() -> Iterator[Browser]:
    """A browser that reaches nothing by itself."""
    path = program()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS), timeout=PATIENCE)
        yield browser
        browser.close()


@dataclass
class Opened:
    """A page, with all it complained of and everything it asked for."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def violations(self, *without: str, rules: Sequence[str] = RULES, within: str = "html") -> list[str]:
        """What axe has against the page as it is now, by these (sets of) rules; `without` are left out."""
        self.page.evaluate(AXE)
        found: list[str] = self.page.evaluate(_RUN, [list(rules), list(without), within])
        return found

    @property
    def lost_links(self) -> list[str]:
        """Links that lead nowhere."""
        found: list[str] = self.page.evaluate(_LOST)
        return found

    @property
    def too_wide(self) -> bool:
        """Whether the page as a whole scrolls sideways."""
        return bool(self.page.evaluate("document.documentElement.scrollWidth > innerWidth"))

    def until(self, condition: Callable[[], object]) -> None:
        """Wait, at most ten seconds, until this holds."""
        for _ in range(100):
            if condition():
                return
            self.page.wait_for_timeout(100)
        raise AssertionError("waited for what did not come")

    def texts(self, selector: str) -> list[str]:
        """The text of every element found."""
        found: list[str] = self.page.locator(selector).all_text_contents()
        return found


@contextmanager
def opened(browser: Browser, path: Path, size: tuple[int, int] = DESKTOP, **options: Any) -> Iterator[Opened]:
    """A file as a reader opens it, in a browser window of this size."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **options)
    context.set_default_timeout(PATIENCE)
    result = Opened(context.new_page())
    result.page.on("console", lambda message: result.complaints.append(message.text))
    result.page.on("pageerror", lambda error: result.complaints.append(str(error)))
    result.page.on("request", lambda request: result.requests.append(request.url))
    result.page.goto(path.as_uri())
    yield result
    context.close()

"""What axe, the browser itself and a reader with a keyboard or a phone have against an edition: nothing."""

from dataclasses import replace

import pytest
from markupsafe import Markup

from marktscan.domain.source import Source
from marktscan.domain.style import Declared, House
from marktscan.reporting.compose import compose
from marktscan.reporting.edition import edition, what_if
from marktscan.reporting.style.logos import read_logo
from tests.reporting import small
from tests.reporting.edition.browser import CONTRAST, DESKTOP, PHONE, opened
from tests.reporting.edition.made import HOSTILE, edition_of, facts_of

pytestmark = pytest.mark.xdist_group("browser")
BAD = """<!DOCTYPE html><html><head><title>Slecht</title></head><body><main>
<h1>Kop</h1><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><p style="color:#bbb">Te licht</p>
<input type="number"><div style="width:3000px">Te breed</div>
<script>missing()</script></main></body></html>"""
LOGO = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><style>.a{fill:#7a1f00}</style>
<rect class="a" width="60" height="20"/></svg>"""
BROKEN_CODES = """[...document.querySelectorAll('th.id, a[href^="#eis-"]')].filter((code) => {
  const words = document.createRange();
  words.selectNodeContents(code);
  return words.getClientRects().length > 1;
}).map((code) => code.textContent)"""
CODES = "document.querySelectorAll('th.id, a[href^=\"#eis-\"]').length"
PLACES = "document.querySelector('#bijlage-herkomst tbody td:last-child').offsetWidth"
SCORES_IN_SIGHT = """[...document.querySelectorAll("table.matrix-last")].map((table) => {
  const heading = [...table.querySelectorAll("thead th")].find((th) => th.textContent.startsWith("Score"));
  const box = table.parentElement.getBoundingClientRect();
  return !heading || heading.getBoundingClientRect().right <= box.right;
})"""
NAME_AFTER_SCROLLING = """(() => {
  const name = document.querySelector("table.heat tbody th"), box = name.closest(".scroll");
  box.scrollLeft = 150;
  return name.getBoundingClientRect().left - box.getBoundingClientRect().left;
})()"""
STEPS_IN_ONE_ROW = """(() => {
  const list = document.querySelector(".steps"), step = list.firstElementChild;
  while (list.childElementCount < 4) list.append(step.cloneNode(true));
  return new Set([...list.children].map((item) => item.getBoundingClientRect().top)).size === 1;
})()"""
SCROLLS_AND_STOPS = """[...document.querySelectorAll(".scroll")]
  .map((box) => [box.scrollWidth > box.clientWidth, box.tabIndex === 0])"""


def test_every_edition_is_accessible_fits_a_phone_and_asks_for_nothing(browser, editions):
    for path in editions.values():
        with opened(browser, path, PHONE) as edition:
            assert edition.violations(CONTRAST) == []
            assert not edition.too_wide
            edition.page.set_viewport_size({"width": DESKTOP[0], "height": DESKTOP[1]})
            assert not edition.too_wide
            assert edition.lost_links == []
            assert edition.requests == [path.as_uri()]
            assert edition.complaints == []


@pytest.mark.parametrize("name", ["stuurgroep", "leverancier-kade-zaken"])
def test_the_code_of_a_requirement_stays_on_one_line_on_a_phone(browser, editions, name):
    with opened(browser, editions[name], PHONE) as edition:
        assert edition.page.evaluate(CODES) >= len(small.ROWS)
        assert edition.page.evaluate(BROKEN_CODES) == []


def test_places_in_workbooks_have_room_on_a_phone(browser, editions):
    with opened(browser, editions["stuurgroep"], PHONE) as edition:
        assert edition.page.evaluate(PLACES) >= 200
        assert not edition.too_wide


@pytest.mark.parametrize("name", ["stuurgroep", "openbaar"])
def test_a_score_is_seen_on_a_phone_without_scrolling(browser, editions, name):
    with opened(browser, editions[name], PHONE) as edition:
        seen = edition.page.evaluate(SCORES_IN_SIGHT)
        assert seen
        assert all(seen)


def test_a_theme_keeps_its_name_on_a_phone_while_its_points_scroll(browser, editions):
    with opened(browser, editions["stuurgroep"], PHONE) as edition:
        assert edition.page.evaluate(NAME_AFTER_SCROLLING) == pytest.approx(0, abs=4)


def test_four_steps_stand_in_one_row_on_a_desktop(browser, editions):
    with opened(browser, editions["openbaar"], DESKTOP) as edition:
        assert edition.page.evaluate(STEPS_IN_ONE_ROW)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_letter_stands_out_by_day_and_by_night(browser, editions, scheme):
    with opened(browser, editions["stuurgroep"], color_scheme=scheme) as edition:
        assert edition.violations(rules=[CONTRAST]) == []


def test_a_bad_page_fails(browser, tmp_path):
    path = tmp_path / "slecht.html"
    path.write_text(BAD, encoding="utf-8")
    with opened(browser, path, PHONE) as page:
        found = {violation.split(":")[0] for violation in page.violations()}
        assert {"image-alt", CONTRAST, "label", "html-has-lang"} <= found
        assert page.too_wide
        assert page.complaints == ["missing is not defined"]


def test_the_policy_of_an_edition_stops_what_is_not_its_own(browser, editions, tmp_path):
    path = tmp_path / "aangepast.html"
    text = editions["stuurgroep"].read_text(encoding="utf-8")
    path.write_text(text.replace("</main>", '<img src="other.png"><script>alert(1)</script></main>'), "utf-8")
    with opened(browser, path) as edition:
        assert all("Content Security Policy" in complaint for complaint in edition.complaints)
        assert len(edition.complaints) == 2


def test_text_of_vendors_stays_text(browser, tmp_path):
    hostile = small.submission("boos", "SSSSSSSSSS", small.project(), product=f"Boos {HOSTILE}", text=HOSTILE)
    path = tmp_path / "boos.html"
    path.write_text(edition_of(small.scan(others=[hostile])), encoding="utf-8")
    with opened(browser, path, PHONE) as edition:
        assert edition.complaints == []
        assert edition.requests == [path.as_uri()]
        assert edition.page.locator("main img, main script, a[href^='javascript']").count() == 0
        assert edition.violations(CONTRAST) == []
        assert not edition.too_wide
        assert "</script><script>alert(1)</script>" in edition.page.locator("#proef-rangorde").inner_text()


def test_a_keyboard_reaches_everything(browser, editions):
    with opened(browser, editions["stuurgroep"], PHONE) as edition:
        keyboard, page = edition.page.keyboard, edition.page
        focused = "document.activeElement"
        keyboard.press("Tab")
        assert page.evaluate(f"{focused}.textContent") == "Naar de tekst"
        keyboard.press("Enter")
        assert page.evaluate(f"{focused}.id") == "tekst"
        stops = []
        for _ in range(60):
            keyboard.press("Tab")
            stops.append(page.evaluate(f"{focused}.tagName + '.' + {focused}.className"))
        assert {"A.", "BUTTON.", "DIV.scroll", "DIV.scroll picture"} <= set(stops)
        assert page.evaluate(f"getComputedStyle({focused}).outlineStyle") != "none"


def test_what_is_wide_scrolls_with_the_arrow_keys_and_has_a_name(browser, editions):
    with opened(browser, editions["stuurgroep"], PHONE) as edition:
        box = edition.page.locator("#uitslag .scroll").first
        assert box.get_attribute("aria-label") == box.locator("caption .h").text_content()
        box.focus()
        edition.page.keyboard.press("ArrowRight")
        edition.until(lambda: box.evaluate("(box) => box.scrollLeft") > 0)


def test_the_keyboard_stops_only_at_what_scrolls(browser, editions):
    with opened(browser, editions["stuurgroep"]) as edition:
        boxes = edition.page.evaluate(SCROLLS_AND_STOPS)
        assert all(scrolls == stops for scrolls, stops in boxes)
        assert [False, False] in boxes


def test_the_contents_are_folded_on_a_phone_and_show_the_chapter_on_a_screen(browser, editions):
    with opened(browser, editions["stuurgroep"], PHONE) as edition:
        contents = edition.page.locator("nav.contents")
        assert not contents.locator("a").first.is_visible()
        contents.locator("summary").click()
        contents.get_by_role("link", name="Hoe zeker").click()
        assert edition.page.url.endswith("#zekerheid")
        assert not contents.locator("a").first.is_visible()
        edition.page.set_viewport_size({"width": DESKTOP[0], "height": DESKTOP[1]})
        contents.get_by_role("link", name="Hoe zeker").click()
        edition.page.locator("nav a[aria-current][href='#zekerheid']").wait_for()


def test_without_javascript_everything_but_the_extras_is_there(browser, editions):
    with opened(browser, editions["stuurgroep"], PHONE, java_script_enabled=False) as edition:
        assert edition.page.locator("nav.contents a").first.is_visible()
        assert edition.page.get_by_text("De proef werkt alleen met JavaScript").is_visible()
        assert not edition.page.locator("#proef-keuze").is_visible()
        assert edition.page.locator("thead button").count() == 0


def test_a_house_style_with_logos_is_shown_by_day_and_by_night(browser, tmp_path):
    """Colours of a municipality are dark enough for paper; at night lighter ones take over."""
    logo = Declared("diemen.svg", Source("marktscan.toml"))
    (tmp_path / "logos").mkdir()
    (tmp_path / "logos/diemen.svg").write_text(LOGO, encoding="utf-8")
    svg, _ = read_logo(tmp_path, "diemen", "Diemen", logo)
    facts = facts_of(small.scan())
    page = compose(facts)
    house = House(colours={"incumbent": "#4a0d4f", "accent": "#7a1f00", "fail": "#8a0000"})
    logos = (Markup(svg),)  # noqa: S704 (judged above)
    cover = replace(page.cover, logos=logos, bands=("#7a1f00", "#4a0d4f"))
    path = tmp_path / "huisstijl.html"
    path.write_text(edition(replace(page, house=house, cover=cover), what_if(facts)), encoding="utf-8")
    for scheme in ("light", "dark"):
        with opened(browser, path, color_scheme=scheme) as shown:
            picture = shown.page.get_by_role("img", name="Logo van de gemeente Diemen.")
            assert picture.bounding_box()["width"] > 50
            for part in (".cover", "#samenvatting", "#uitslag"):
                assert shown.violations(rules=[CONTRAST, "image-alt"], within=part) == []
            assert shown.complaints == []

"""The file itself: whole, the same every time, and harmless whatever vendors write."""

import json
import re
from base64 import b64decode, b64encode
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from html import unescape
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from marktscan.domain.answer import PriceLine
from marktscan.domain.conventions import TOGETHER, CostRules
from marktscan.domain.source import Origin
from marktscan.domain.style import House
from marktscan.reporting.compose import compose
from marktscan.reporting.edition import edition, fonts, what_if
from marktscan.reporting.html import render
from tests.reporting import page, small
from tests.reporting.edition.made import HOSTILE, edition_of, facts_of

ON_PAPER_ONLY = {"Inhoud", "De cijfers waaruit de figuren zijn getekend"}
ADDRESS = re.compile(r"""(?:\b(?:src|href)=["']?|url\(["']?|@import )(?!#|data:)([^"')>\s]+)""")


@pytest.fixture(scope="module")
def text() -> str:
    return edition_of(small.scan())


def test_everything_is_inside_the_file(text):
    assert ADDRESS.findall(text) == []
    assert not {"iframe", "object", "embed", "form", "base"} & set(page.read(text).elements)


def test_the_policy_allows_exactly_this_style_and_this_script(text):
    policy = unescape(re.search(r'Content-Security-Policy" content="([^"]+)"', text)[1])
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert rules["font-src"] == rules["img-src"] == "data:"
    for rule, element in (("style-src", "style"), ("script-src", "script")):
        (inside,) = re.findall(rf"<{element}>(.*?)</{element}>", text, re.DOTALL)
        assert rules[rule] == f"'sha256-{b64encode(sha256(inside.encode()).digest()).decode()}'"
    assert not re.search(r"<[^>]* (?:style|on\w+)=", text.replace("<script>", "")), (
        "a policy would stop these"
    )


def test_the_same_report_gives_the_same_bytes(text):
    fonts._letters.cache_clear()
    assert edition_of(small.scan()) == text


def test_an_edition_says_what_the_report_on_paper_says():
    facts = facts_of(small.scan())
    paper, screen = page.read(render(compose(facts))), page.read(edition(compose(facts)))
    assert [said for level, said in screen.headings] == [
        said for _, said in paper.headings if said not in ON_PAPER_ONLY
    ]
    assert by_caption(screen) == by_caption(paper)
    assert sum(t.unscoped + t.spans for t in screen.tables) == 0
    assert screen.pictures == screen.spoken == paper.pictures
    assert screen.ids.count("samenvatting") == 1
    assert set(paper.links) - {"#bijlage-cijfers"} <= set(screen.links)
    assert len(screen.ids) == len(set(screen.ids))


@pytest.mark.parametrize("name", ["stuurgroep", "gemeente-diemen", "leverancier-polder", "openbaar"])
def test_language_title_and_description_are_those_of_the_report(name):
    text = edition_of(small.scan(), name)
    assert text.startswith('<!DOCTYPE html>\n<html lang="nl">')
    assert re.search(r"<title>[^<]{20,}</title>", text)
    assert '<meta name="dcterms.created" content="2026-11-23">' in text


def test_data_cannot_leave_its_element():
    product = f"</script><script>alert(1)</script> & \u2028 {HOSTILE}"
    hostile = small.submission("boos", "SSSSSSSSSS", small.project(), product=product)
    found = what_if(facts_of(small.scan(others=[hostile])))
    assert not set("<>&\u2028") & set(found.data)
    names = [vendor["name"] for vendor in json.loads(found.data)["vendors"]]
    assert any("</script><script>alert(1)</script>" in name for name in names)
    assert "😀" not in found.data, "a character that the letters lack is shown as a box here too"


def test_weights_and_values_are_exact_in_the_data():
    facts = facts_of(small.scan())
    record = json.loads(what_if(facts).data)
    (diemen,) = (town for town in record["municipalities"] if town["slug"] == "diemen")
    assert diemen["weights"] == [["ZTC", 10], ["ARC", 20], ["WOO", 30], ["KOP", 40]]
    exact = facts.ranking("diemen").of("polder").theme("ZTC").low
    assert diemen["values"]["polder"]["ZTC"][0] == f"{exact.numerator}/{exact.denominator}"
    assert not re.search(r"\d\.\d", found := json.dumps(record)), f"no decimal fraction in {found[:80]}"


def test_who_is_above_a_ceiling_fails_in_every_ranking_of_all_together():
    given = small.scan(small.project(costs=CostRules(years=2, ceilings={TOGETHER: Decimal(1)})))
    place = Origin("vendors/x/prices.xlsx", "Kosten", 2)
    line = PriceLine("Licentie", "", None, None, Decimal(100), False, True, place, "Aalsmeer")
    priced = tuple(replace(s, prices=(line,)) for s in given.submissions)
    record = json.loads(what_if(facts_of(replace(given, submissions=priced))).data)
    said = {state for key in record["keys"] for state in key["knockOuts"].values()}
    assert said == {"✘\N{NO-BREAK SPACE}voldoet niet"}


def test_without_scores_there_is_nothing_to_try():
    silent = small.scan(answers={}, others=[small.unreadable("stil")])
    assert what_if(facts_of(silent)) is None
    assert "proef-gegevens" not in edition_of(silent)


def test_letters_are_those_of_the_text_and_carry_their_licence_not_the_name():
    (first, _) = re.findall(r"base64,([^\"]+)", fonts.font_faces("Ω"))
    with TTFont(BytesIO(b64decode(first))) as font:
        characters = {chr(code) for code in font.getBestCmap()}
        assert fonts.ALWAYS - {"\n", "\r", "\t", "\x0b", "\x0c"} <= characters
        assert "Ω" in characters and "Ж" not in characters
        names = {record.nameID: str(record) for record in font["name"].names}
    assert "SIL Open Font License" in names[13]
    assert "Source" not in names[1] + names[4] + names[6]


def test_a_report_with_hundreds_of_kilobytes_of_letters_is_not_needed(text):
    assert sum(map(len, re.findall(r"base64,([^\"]+)", text))) < 60_000


def test_a_house_style_colours_the_screen_too():
    dressed = replace(compose(facts_of(small.scan())), house=House(colours={"incumbent": "#123456"}))
    assert "--incumbent: #123456; " in edition(dressed)


def test_a_project_can_have_templates_and_styles_of_its_own_for_a_screen(tmp_path):
    """Of its own files, those for a screen come before those for paper."""
    folder = tmp_path / "templates"
    for name, words in (
        ("edition/chapters/masthead.html", "<p>Eigen kop op het scherm</p>"),
        ("chapters/masthead.html", "<p>Eigen kop op papier</p>"),
        ("chapters/conclusie.html", "<section id='conclusie'><h2>Eigen conclusie</h2></section>"),
        ("base.html", "alleen voor papier"),
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(words, encoding="utf-8")
    sheets = {"edition/css/what_if.css": ".what-if { color: inherit }"}
    house = House(folder=folder, sheets=sheets)
    made = edition(replace(compose(facts_of(small.scan())), house=house))
    assert "Eigen kop op het scherm" in made and "Eigen conclusie" in made
    assert "papier</p>" not in made and made.startswith("<!DOCTYPE html>")
    assert sheets["edition/css/what_if.css"] in made and "The try-out" not in made


def by_caption(found):
    """Every table once, wherever it stands: on paper the figures of pictures stand in an annex."""
    return sorted((t.caption, t.rows) for t in found.tables)


def test_the_figures_of_a_picture_fold_out_under_it_and_are_there_once(text):
    behind = re.findall(r'<details class="numbers">(.*?)</details>', text, re.DOTALL)
    ids = [re.search(r'id="(cijfers-[^"]+|omslagpunten-[^"]+)"', part)[1] for part in behind]
    assert "cijfers-antwoorden" in ids
    assert len(ids) == len(set(ids))
    assert 'id="bijlage-cijfers"' not in text
    assert {link[1:] for link in page.read(text).links} <= set(page.read(text).ids)

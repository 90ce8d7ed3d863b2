"""Templates, style sheets and texts of a project's own: what replaces what, and what is told."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from marktscan.assets import templates
from marktscan.audience import Material, Selection
from marktscan.domain.finding import Code, Finding
from marktscan.domain.scan import Scan
from marktscan.domain.style import Declared, House, Style
from marktscan.reporting.compose import compose
from marktscan.reporting.style import BrokenTemplateError, read_house
from marktscan.reporting.style.own import CHAPTERS, VENDOR
from marktscan.reporting.variants import chosen
from marktscan.reporting.write import facts_of, html_of
from tests.extreme import extremes
from tests.reporting import page, small
from tests.reporting.style.test_colours import HERE
from tests.reporting.style.test_logos import SQUARE, svg

INCUMBENT = "#7a1fa2"


def put(root: Path, name: str, content: str | bytes) -> Path:
    path = root / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def house_of(root: Path) -> tuple[House, tuple[Finding, ...]]:
    return read_house(root, small.project())


def dressed(root: Path, made: Scan | None = None) -> Scan:
    made = made or small.scan()
    return replace(made, house=read_house(root, made.project)[0])


def html(made: Scan, name: str = "stuurgroep") -> str:
    (variant,) = chosen(made.project, (name,))
    return html_of(made, small.results(made), small.NO_STRESS, (), variant)


def test_a_project_without_a_look_of_its_own_has_the_common_one(tmp_path: Path) -> None:
    assert house_of(tmp_path) == (House(), ())


def test_in_a_clone_the_templates_are_the_products() -> None:
    assert house_of(templates().parent) == (House(), ())


def test_the_products_own_files_copied_as_they_are_change_nothing_and_are_not_judged(tmp_path: Path) -> None:
    shutil.copytree(templates(), tmp_path / "templates")
    assert house_of(tmp_path) == (House(), ())
    put(tmp_path, "edition/js/contents.js", "// van ons")
    assert [item.source.file for item in house_of(tmp_path)[1]] == ["templates/edition/js/contents.js"]


def test_a_template_of_a_chapter_replaces_that_chapter_only(tmp_path: Path) -> None:
    put(tmp_path, "chapters/aanpak.html", '<section id="{{ chapter.anchor }}"><h2>Onze aanpak</h2></section>')
    made = html(dressed(tmp_path))
    headings = [said for level, said in page.read(made).headings if level == 2]
    assert "Onze aanpak" in headings
    assert len(headings) == len([1 for level, _ in page.read(html(small.scan())).headings if level == 2])


def test_a_macro_and_the_contents_can_be_replaced_too(tmp_path: Path) -> None:
    put(tmp_path, "chapters/contents.html", '<p id="inhoud">{{ page.chapters | length }} hoofdstukken</p>')
    assert "hoofdstukken</p>" in html(dressed(tmp_path))


@pytest.mark.parametrize("name", ["cover", "masthead", "contents", "chapter"])
def test_what_is_printed_beside_chapters_can_be_replaced_too(tmp_path: Path, name: str) -> None:
    file = f"chapters/{name}.html"
    own = (templates() / file).read_text(encoding="utf-8")
    put(tmp_path, file, f"{own}<!-- eigen -->")
    house, found = house_of(tmp_path)
    assert (house.folder, found) == (tmp_path / "templates", ())


def test_an_own_text_replaces_the_products_and_an_introduction_comes_first(tmp_path: Path) -> None:
    put(tmp_path, "prose/leeswijzer-score.txt", "Eerst <b>dit</b>\nop één regel.\n\n  \nDan {{ dat }}.")
    put(tmp_path, "prose/kosten.txt", "staat niet in dit rapport")
    put(tmp_path, "prose/aanpak.txt", "Zo pakten wij het aan.")
    made = html(dressed(tmp_path))
    assert '<p class="body">Eerst &lt;b&gt;dit&lt;/b&gt; op één regel.</p>' in made
    assert "Dan {{ dat }}." in made
    assert "Elke score loopt van 0 tot 100" not in made
    assert made.index("Zo pakten wij het aan.") < made.index("Wat elke gemeente vraagt")


def test_an_own_style_sheet_is_used_instead_of_the_products(tmp_path: Path) -> None:
    put(tmp_path, "css/print.css", "h2 { font-size: 30pt }")
    made = html(dressed(tmp_path))
    assert "<style>h2 { font-size: 30pt }</style>" in made
    assert 'href="css/print.css"' not in made


def test_colours_reach_the_page_and_every_picture_but_no_words(tmp_path: Path) -> None:
    look = Style({"incumbent": Declared(INCUMBENT, HERE)}, owners="De Groep")
    question = 'Is "#005F99" een kleur?'
    made = html(dressed(tmp_path, small.scan(small.project(style=look, question=question))))
    assert f"--incumbent: {INCUMBENT};" in made
    assert f'fill="{INCUMBENT}"' in made
    assert '="#005F99"' not in made
    assert "#005F99" in page.read(made).text
    assert 'data-owners="De Groep"' in made


def test_logos_and_colours_of_municipalities_stand_on_the_cover(tmp_path: Path) -> None:
    (tmp_path / "logos").mkdir()
    (tmp_path / "logos/d.svg").write_text(svg(SQUARE), encoding="utf-8")
    own = tuple(
        replace(m, colour=Declared(colour, HERE), logo=Declared("d.svg", HERE))
        for m, colour in zip(small.project().municipalities, ("#7a1fa2", "#00695c", "#8d2f00"), strict=True)
    )
    made = dressed(tmp_path, small.scan(small.project(municipalities=own)))
    joint, diemen = html(made), html(made, "gemeente-diemen")
    assert joint.count("Logo van de gemeente") == 3 and joint.count("<i style=") == 3
    assert "--accent" not in joint
    assert diemen.count("Logo van de gemeente Diemen.") == 1 == diemen.count("Logo van de gemeente")
    assert "--accent: #8d2f00;" in diemen and "<i style=" not in diemen


@pytest.mark.parametrize(
    ("name", "content", "line", "problem"),
    [
        ("chapters/aanpak.html", "<p>\n{% if %}\n", 2, "de opbouw klopt niet"),
        ("chapters/aanpak.html", "<p>\n\n{{ hoofdstuk.titel }}", 3, 'de naam "hoofdstuk" bestaat hier niet'),
        ("chapters/aanpak.html", "{{ chapter.titel }}", 1, 'de naam "titel" bestaat hier niet'),
        ("chapters/aanpak.html", "\n{% include 'weg.html' %}", 2, 'het sjabloon "weg.html" bestaat niet'),
        ("chapters/aanpak.html", "{{ 1 / 0 }}", 1, "deze regel kan niet worden uitgevoerd"),
        ("chapters/chapter.html", "{{ ''.__class__.__mro__ }}", 1, "deze regel kan niet"),
        ("chapters/cover.html", "\n\n{{ cover.tittel }}", 3, 'de naam "tittel" bestaat hier niet'),
        ("macros/table.html", "{% macro tafel(view) %}{% endmacro %}", 3, "de naam "),
        ("base.html", "{% for x in page %}", 1, "de opbouw klopt niet"),
        ("edition/what_if.html", "\n{{ what_if.gewichten }}", 2, 'de naam "gewichten" bestaat'),
    ],
)
def test_a_template_with_an_error_is_told_with_its_line_and_nothing_is_rendered(
    tmp_path: Path, name: str, content: str, line: int, problem: str
) -> None:
    put(tmp_path, name, content)
    house, (found,) = house_of(tmp_path)
    assert not house.sound
    assert found.code is Code.TEMPLATE_ERROR
    facts = dict(found.facts)
    assert facts["problem"].startswith(problem)
    if name != "macros/table.html":  # where it is asked for, not where it should have been
        assert (found.source.file, found.source.cell) == (f"templates/{name}", f"regel {line}")


def test_a_template_without_what_blind_readers_need_is_told_once_and_nothing_is_rendered(
    tmp_path: Path,
) -> None:
    bare = '<section id="{{ chapter.anchor }}"><h2>Kop</h2><table><tr><td>1</td></tr></table></section>'
    put(tmp_path, "chapters/aanpak.html", bare)
    put(tmp_path, "chapters/chapter.html", bare)
    house, found = house_of(tmp_path)
    assert not house.sound
    assert {item.code for item in found} == {Code.TEMPLATE_INACCESSIBLE}
    assert len(found) == len({item.facts for item in found}) == 2  # no caption, no headings
    assert {item.source.file for item in found} == {"templates/chapters/aanpak.html"}


def test_a_template_that_all_chapters_use_is_blamed_before_a_chapter(tmp_path: Path) -> None:
    put(tmp_path, "chapters/aanpak.html", '<section id="{{ chapter.anchor }}"><h2>Kop</h2></section>')
    base = (templates() / "base.html").read_text(encoding="utf-8")
    put(tmp_path, "base.html", base.replace('lang="nl"', ""))
    _, (found,) = house_of(tmp_path)
    assert found.source.file == "templates/base.html"
    assert "welke taal" in dict(found.facts)["problem"]


def test_an_error_that_only_the_real_data_brings_out_is_told_the_same_way(tmp_path: Path) -> None:
    put(
        tmp_path,
        "chapters/aanpak.html",
        '<section id="aanpak"></section>\n{% if page.author != "Gemeente" %}{{ mis }}{% endif %}',
    )
    house, found = house_of(tmp_path)
    assert house.sound and found == ()
    with pytest.raises(BrokenTemplateError) as raised:
        html(dressed(tmp_path))
    assert raised.value.finding.source.cell == "regel 2"


def test_an_error_of_the_program_itself_is_no_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("marktscan.reporting.html.environment", lambda *folders: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        html(small.scan())


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("chapters/aanpk.html", Code.TEMPLATE_SIMILAR),
        ("prose/leeswijzer-scores.txt", Code.TEMPLATE_SIMILAR),
        ("zomaar.docx", Code.TEMPLATE_UNUSED),
        ("fonts/SourceSans3_400Regular.ttf", Code.TEMPLATE_UNUSED),
    ],
)
def test_a_file_that_replaces_nothing_is_told(tmp_path: Path, name: str, code: Code) -> None:
    put(tmp_path, name, "x")
    house, (found,) = house_of(tmp_path)
    assert (found.code, found.source.file, house.sound) == (code, f"templates/{name}", True)


def test_a_vendors_page_can_be_replaced(tmp_path: Path) -> None:
    put(tmp_path, "chapters/pakket-kade-zaken.html", '<section id="{{ chapter.anchor }}"></section>')
    assert house_of(tmp_path)[1] == ()


def test_every_chapter_of_every_report_can_be_replaced() -> None:
    found = extremes.facts(extremes.Size(3, 5, 14, strange=False))
    everything = Selection(Material(found.scan, found.results, found.stress, (), found.background))
    anchors = {
        place.chapter.anchor
        for variant in chosen(found.project, ())
        for place in compose(facts_of(everything, variant)).chapters
    }
    assert {name for name in anchors if not VENDOR.fullmatch(name)} == set(CHAPTERS)


def test_files_of_an_editor_do_not_count(tmp_path: Path) -> None:
    put(tmp_path, "chapters/.aanpak.html.swp", "x")
    put(tmp_path, "chapters/~aanpak.html", "x")
    assert house_of(tmp_path) == (House(), ())


@pytest.mark.parametrize("name", ["chapters/aanpak.html", "css/print.css", "prose/aanpak.txt"])
def test_a_file_that_is_no_text_stops_the_reports(tmp_path: Path, name: str) -> None:
    put(tmp_path, name, b"\xff\xfe\x00")
    house, (found,) = house_of(tmp_path)
    assert (found.code, found.source.file, house.sound) == (
        Code.TEMPLATE_UNREADABLE,
        f"templates/{name}",
        False,
    )


def test_a_text_that_is_too_long_is_not_used(tmp_path: Path) -> None:
    put(tmp_path, "prose/aanpak.txt", "woord " * 1_000)
    house, (found,) = house_of(tmp_path)
    assert (house.prose, found.code) == ({}, Code.PROSE_TOO_LONG)


def test_a_rule_that_cannot_be_read_is_told_with_its_line(tmp_path: Path) -> None:
    put(tmp_path, "css/print.css", "p { color: red }\n\nh2 { kleur: rood }\n")
    house, (found,) = house_of(tmp_path)
    assert (found.code, found.source.cell, house.sound) == (Code.STYLESHEET_ERROR, "regel 3", True)


@pytest.mark.parametrize("rule", ["p { background: URL(http://x.nl/a.png) }", "@import 'x.css';", "</style>"])
def test_a_style_sheet_that_reaches_out_stops_the_reports(tmp_path: Path, rule: str) -> None:
    put(tmp_path, "css/print.css", f"/* url(in een opmerking mag) */\n{rule}")
    house, found = house_of(tmp_path)
    assert {item.code for item in found} == {Code.STYLESHEET_OUTSIDE}
    assert found[0].source.cell == "regel 2"
    assert not house.sound


def test_a_link_to_templates_elsewhere_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elders.html"
    elsewhere.write_text("geheim", encoding="utf-8")
    (tmp_path / "templates/chapters").mkdir(parents=True)
    (tmp_path / "templates/chapters/aanpak.html").symlink_to(elsewhere)
    house, found = house_of(tmp_path)
    assert [item.code for item in found] == [Code.TEMPLATE_SIMILAR]
    assert house.folder is None


def test_the_products_own_style_sheets_have_no_faults() -> None:
    from marktscan.reporting.style.sheets import _complaints

    sheet = (templates() / "css/print.css").read_text(encoding="utf-8")
    assert list(_complaints(sheet)) == []

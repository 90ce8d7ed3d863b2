"""Colours a project declares: used when everybody can read them, told with their line when not."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from marktscan.assets import templates
from marktscan.domain.finding import Code
from marktscan.domain.source import Source
from marktscan.domain.style import TOKENS, Declared, Style
from marktscan.reporting.charts import palette
from marktscan.reporting.charts.palette import contrast
from marktscan.reporting.style import read_house
from marktscan.reporting.style.colours import PAIRS, declared_in, product_colours, usable
from tests.reporting import small

HERE = Source("marktscan.toml", cell="regel 7")


def given(**colours: str) -> dict[str, Declared]:
    return {name.replace("_", "-"): Declared(value, HERE) for name, value in colours.items()}


def test_the_product_has_every_token_and_keeps_its_own_rules() -> None:
    sheet = (templates() / "css/tokens.css").read_text(encoding="utf-8")
    assert set(re.findall(r"--([a-z0-9-]+):", sheet)) == set(TOKENS)
    colours = product_colours()
    assert [p for p in PAIRS if contrast(colours[p.one], colours[p.other]) < p.least] == []


@pytest.mark.parametrize(("written", "used"), [("#7A1FA2", "#7a1fa2"), (" #519 ", "#551199")])
def test_a_readable_colour_is_used(written: str, used: str) -> None:
    assert usable(given(accent=written)) == ({"accent": used}, ())


@pytest.mark.parametrize("written", ["paars", "rgb(1,2,3)", "#12345", "#12345g", "12345a", "#7a1fa2; }"])
def test_what_is_no_colour_is_told_and_not_used(written: str) -> None:
    colours, (found,) = usable(given(accent=written))
    assert colours == {}
    assert (found.code, found.source) == (Code.COLOUR_UNKNOWN, HERE)


@pytest.mark.parametrize(
    ("token", "colour", "beside", "reached"),
    [
        ("accent", "#777777", "#ffffff", "4,4"),  # 4.48, the best known near miss
        ("grey", "#ffff00", "#ffffff", "1,0"),
        ("mark", "#a0a0a0", "#ffffff", "2,6"),
        ("t3", "#2171b5", "#1a1a1a", "3,3"),
        ("t4", "#6baed6", "#ffffff", "2,4"),
        ("failed", "#a33f00", "#1a1a1a", "2,7"),
    ],
)
def test_too_little_contrast_is_told_with_what_it_is(
    token: str, colour: str, beside: str, reached: str
) -> None:
    colours, (found, *_) = usable({token: Declared(colour, HERE)})
    assert colours == {}
    assert (found.code, found.source) == (Code.COLOUR_CONTRAST, HERE)
    assert dict(found.facts).items() >= {"value": colour, "beside": beside, "found": reached}.items()


def test_steps_of_the_scale_differ_in_black_and_white() -> None:
    same = given(t2="#f5faff")
    assert usable(same)[0] == {}
    assert usable(same)[1][0].code is Code.COLOUR_CONTRAST


def test_one_bad_colour_leaves_the_others() -> None:
    colours, found = usable(given(accent="#eeeeee", incumbent="#7a1fa2"))
    assert colours == {"incumbent": "#7a1fa2"}
    assert len(found) == 1


def test_a_dark_paper_with_light_ink_needs_everything_else_to_follow() -> None:
    colours, found = usable(given(paper="#101010"))
    assert colours == {} and found


def test_colours_in_an_own_style_sheet_have_their_line_and_comments_do_not_count() -> None:
    sheet = "/* --accent: #000;\n*/\n:root {\n  --accent: #eee;\n  --acent: #000 }\n"
    colours, (made_up,) = declared_in(sheet, "templates/css/tokens.css")
    assert colours == {"accent": Declared("#eee", Source("templates/css/tokens.css", cell="regel 4"))}
    assert made_up.code is Code.COLOUR_NAME
    assert made_up.source.cell == "regel 5"


def test_the_project_file_comes_before_the_style_sheet(tmp_path: Path) -> None:
    sheet = tmp_path / "templates/css/tokens.css"
    sheet.parent.mkdir(parents=True)
    sheet.write_text(":root { --accent: #004400; --fail: #440000 }", encoding="utf-8")
    made = small.project(style=Style({"accent": Declared("#000044", HERE)}))
    assert read_house(tmp_path, made)[0].colours == {"accent": "#000044", "fail": "#440000"}


def test_a_municipality_whose_colour_is_too_light_gets_the_common_one(tmp_path: Path) -> None:
    first, second, third = small.project().municipalities
    own = (
        replace(first, colour=Declared("#d0d0d0", HERE)),
        replace(second, colour=Declared("#7a1fa2", HERE)),
        replace(third, colour=Declared("groen", HERE)),
    )
    house, found = read_house(tmp_path, small.project(municipalities=own))
    assert house.accents == {"amstelveen": "#7a1fa2"}
    assert house.sound
    assert [item.code for item in found] == [Code.COLOUR_CONTRAST, Code.COLOUR_UNKNOWN]


def test_pictures_are_drawn_in_the_products_colours() -> None:
    """The colours of a house stand in for those of tokens.css: a picture must use the same ones."""
    product = set(product_colours().values())
    for colour in (palette.INK, palette.GREY, palette.SUBJECT, palette.SUBJECT_TINT, palette.FAILED):
        assert colour.lower() in product
    assert {palette.ANSWERS[code].surface for code in "SCPR"} <= product

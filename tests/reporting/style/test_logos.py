"""Logos: shapes come in, everything that could do or fetch anything stays out."""

import re
from pathlib import Path

import pytest

from marktscan.domain.finding import Code
from marktscan.domain.source import Source
from marktscan.domain.style import Declared
from marktscan.reporting.style.logos import LARGEST, read_logo

HERE = Source("marktscan.toml", cell="regel 9")
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
SQUARE = '<rect width="10" height="10" fill="#123456"/>'


def svg(body: str, attributes: str = 'viewBox="0 0 40 20"') -> str:
    return f"{HEAD} {attributes}>{body}</svg>"


def read(root: Path, content: str | bytes, name: str = "diemen.svg") -> tuple[str | None, Code | None]:
    path = root / "logos" / "diemen.svg"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    logo, found = read_logo(root, "diemen", "Diemen", Declared(name, HERE))
    return logo, found.code if found else None


def test_a_plain_logo_is_used_at_its_own_proportions_and_says_whose_it_is(tmp_path: Path) -> None:
    logo, found = read(tmp_path, svg(SQUARE))
    assert found is None and logo is not None
    assert 'width="60pt"' in logo and 'height="30pt"' in logo
    assert "<title>Logo van de gemeente Diemen.</title>" in logo
    assert 'fill="#123456"' in logo


def test_a_wide_logo_is_no_wider_than_its_place(tmp_path: Path) -> None:
    logo, _ = read(tmp_path, svg(SQUARE, 'viewBox="0 0 1000 100"'))
    assert logo is not None and 'width="150pt"' in logo and 'height="15pt"' in logo


def test_a_logo_with_only_a_size_gets_a_view_box(tmp_path: Path) -> None:
    logo, _ = read(tmp_path, svg(SQUARE, 'width="40px" height="20px"'))
    assert logo is not None and 'viewBox="0 0 40 20"' in logo


def test_what_drawing_programs_leave_behind_is_taken_out(tmp_path: Path) -> None:
    body = (
        '<title>logo_def_v3(2).svg</title><metadata><x xmlns="urn:x">Jan</x></metadata>'
        "<style>.a, .b { fill: #111111 } .b{stroke:#222222;}</style>"
        f'<i:pgf xmlns:i="urn:adobe">veel</i:pgf><path class="b" id="p" d="M0 0h4" inkscape="x"/>{SQUARE}'
    )
    logo, found = read(tmp_path, svg(body))
    assert found is None and logo is not None
    assert not re.search("Jan|adobe|veel|_def_|class=|<style", logo)
    assert 'style="fill: #111111;stroke:#222222;"' in logo
    assert 'id="logo-diemen-p"' in logo


def test_references_inside_the_drawing_stay_inside_it(tmp_path: Path) -> None:
    body = (
        '<defs><linearGradient id="g"><stop offset="0" stop-color="#000"/></linearGradient></defs>'
        '<g id="s"><path d="M0 0h9v9z" fill="url(#g)"/></g><use xlink:href="#s" x="3"/>'
    )
    logo, _ = read(tmp_path, svg(body))
    assert logo is not None
    assert "url(#logo-diemen-g)" in logo and 'id="logo-diemen-g"' in logo and 'href="#logo-diemen-s"' in logo


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("geen tekening", Code.LOGO_NOT_SVG),
        (b"\x89PNG\r\n\x1a\n\0\0", Code.LOGO_NOT_SVG),
        ("", Code.LOGO_NOT_SVG),
        ("<svg><rect/></svg>", Code.LOGO_NOT_SVG),
        ("<html xmlns='http://www.w3.org/1999/xhtml'/>", Code.LOGO_NOT_SVG),
        (svg(SQUARE)[:-8], Code.LOGO_NOT_SVG),
        ('<?xml version="1.0" encoding="klinklaar"?><svg/>', Code.LOGO_NOT_SVG),
        (svg(SQUARE, ""), Code.LOGO_WITHOUT_SIZE),
        (svg(SQUARE, 'width="100%" height="100%"'), Code.LOGO_WITHOUT_SIZE),
        (svg(SQUARE, 'viewBox="0 0 0 20"'), Code.LOGO_WITHOUT_SIZE),
        (svg(SQUARE, 'viewBox="0 0 40"'), Code.LOGO_WITHOUT_SIZE),
        (svg(SQUARE * 6_000), Code.LOGO_TOO_LARGE),
        (svg(SQUARE * 4_000 + "<g/>" * 1_100), Code.LOGO_TOO_LARGE),
        (svg("<g/>" * 5_001), Code.LOGO_TOO_LARGE),
        (f'<!DOCTYPE svg [<!ENTITY a "aaaa">]>{svg("&a;")}', Code.LOGO_UNSAFE),
        (svg("<script>alert(1)</script>"), Code.LOGO_UNSAFE),
        (svg('<rect onclick="alert(1)"/>'), Code.LOGO_UNSAFE),
        (svg('<image href="data:image/png;base64,AA=="/>'), Code.LOGO_UNSAFE),
        (svg('<use xlink:href="https://voorbeeld.nl/x.svg#a"/>'), Code.LOGO_UNSAFE),
        (svg('<rect fill="url(https://voorbeeld.nl/x.svg#a)"/>'), Code.LOGO_UNSAFE),
        (svg('<rect style="fill:url( &quot;file:///etc/passwd&quot;)"/>'), Code.LOGO_UNSAFE),
        (svg("<style>@import url(x.css);</style>"), Code.LOGO_UNSAFE),
        (svg("<style>rect { fill: red }</style>"), Code.LOGO_UNSAFE),
        (svg("<text>Diemen</text>"), Code.LOGO_UNSAFE),
        (svg("<foreignObject><p>tekst</p></foreignObject>"), Code.LOGO_UNSAFE),
        (svg('<a href="#x"><rect/></a>'), Code.LOGO_UNSAFE),
        (svg('<g><animate attributeName="x"/></g>'), Code.LOGO_UNSAFE),
        (svg("<filter/>"), Code.LOGO_UNSAFE),
    ],
)
def test_a_logo_that_cannot_be_used_is_told_and_left_out(
    tmp_path: Path, content: str | bytes, code: Code
) -> None:
    assert read(tmp_path, content) == (None, code)


@pytest.mark.parametrize("name", ["../geheim.svg", "weg.svg", "", ".", "map", "/etc/passwd"])
def test_only_files_in_the_folder_with_logos_are_opened(tmp_path: Path, name: str) -> None:
    (tmp_path / "geheim.svg").write_text(svg(SQUARE), encoding="utf-8")
    (tmp_path / "logos" / "map").mkdir(parents=True)
    assert read(tmp_path, svg(SQUARE), name) == (None, Code.LOGO_MISSING)


def test_a_link_to_a_logo_elsewhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "geheim.svg").write_text(svg(SQUARE), encoding="utf-8")
    (tmp_path / "logos").mkdir()
    (tmp_path / "logos" / "link.svg").symlink_to(tmp_path / "geheim.svg")
    (tmp_path / "logos" / "kring.svg").symlink_to("kring.svg")
    assert read(tmp_path, svg(SQUARE), "link.svg") == (None, Code.LOGO_MISSING)
    assert read(tmp_path, svg(SQUARE), "kring.svg") == (None, Code.LOGO_MISSING)


def test_a_huge_file_is_not_even_read(tmp_path: Path) -> None:
    assert read(tmp_path, svg(f"<!--{'x' * LARGEST}-->")) == (None, Code.LOGO_TOO_LARGE)


def test_a_missing_logo_is_told_where_it_was_asked_for(tmp_path: Path) -> None:
    _, found = read_logo(tmp_path, "diemen", "Diemen", Declared("diemen.svg", HERE))
    assert found is not None
    assert (found.source, dict(found.facts)) == (HERE, {"file": "logos/diemen.svg"})

"""Every chapter looks as it did when somebody last looked: a broken layout is seen, a bolder letter not."""

import pytest
from PIL import Image, ImageFilter

from marktscan.reporting.html import render
from tests.reporting import golden

pytestmark = pytest.mark.xdist_group("golden")
NAMES = sorted(path.stem for path in golden.FOLDER.glob("*.png"))


@pytest.fixture(scope="module")
def drawn() -> dict[str, Image.Image]:
    return dict(golden.all_pictures())


def test_every_kind_of_chapter_has_its_picture(drawn: dict[str, Image.Image]) -> None:
    assert sorted(drawn) == NAMES, "draw them with: make goldens"


@pytest.mark.parametrize("name", NAMES)
def test_the_chapter_looks_as_it_did(drawn: dict[str, Image.Image], name: str) -> None:
    different = golden.unlike(drawn[name], golden.golden(name))
    assert different <= golden.MOST, f"{different:.1%} of the page differs; is that meant? make goldens"


@pytest.mark.parametrize(
    ("change", "name"),
    [
        (".row { display: block }", "samenvatting"),
        ("table { margin-left: 30pt }", "fit-gap"),
        ("tbody th { display: none }", "uitslag"),
        (".b4, .b5 { background: none; color: inherit }", "fit-gap"),
        ("h2 { font-size: 42pt }", "aanpak"),
        ("svg { display: none }", "zekerheid"),
    ],
)
def test_a_broken_layout_is_seen(change: str, name: str) -> None:
    html = render(golden.alone(name))
    broken = html.replace("</head>", f"<style>{change}</style></head>")
    assert golden.unlike(golden.pictures(html)[name], golden.pictures(broken)[name]) > golden.MOST


def test_a_lost_style_sheet_is_seen_everywhere() -> None:
    html = render(golden.alone("aanpak"))
    lost = golden.pictures(html.replace('<link rel="stylesheet" href="css/print.css">', ""))
    assert min(golden.unlike(lost[name], picture) for name, picture in golden.pictures(html).items()) > 0.1


@pytest.mark.parametrize("name", NAMES)
def test_letters_drawn_a_little_otherwise_are_not_a_broken_layout(name: str) -> None:
    picture = golden.golden(name)
    for other in (picture.filter(ImageFilter.GaussianBlur(0.6)), picture.transform(*_moved(picture))):
        assert golden.unlike(picture, other) <= golden.MOST


def _moved(picture: Image.Image) -> tuple[tuple[int, int], Image.Transform, tuple[float, ...]]:
    """Half a pixel to the right and down, as another rasteriser may place its letters."""
    return picture.size, Image.Transform.AFFINE, (1, 0, -0.5, 0, 1, -0.5)

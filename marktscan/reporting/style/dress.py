"""The house style put on a composed report: colours, logos, names and the introductions of a group."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from markupsafe import Markup

from marktscan.domain.scan import Scan
from marktscan.reporting.charts import Chart
from marktscan.reporting.fitting import fitting
from marktscan.reporting.style.colours import product_colours
from marktscan.reporting.view import Numbering, Page, paragraph

ACCENT = "accent"
View = TypeVar("View")


def dressed(page: Page, scan: Scan, municipality: str) -> Page:
    """The page in the look of its project; `municipality` is the slug it is written for, empty for all."""
    house = scan.house
    own = house.accents.get(municipality)
    colours = {**house.colours, **({ACCENT: own} if own else {})}
    shown = [m.slug for m in scan.project.municipalities if municipality in {"", m.slug}]
    cover = replace(
        page.cover,
        logos=tuple(Markup(house.logos[slug]) for slug in sorted(shown) if slug in house.logos),  # noqa: S704
        bands=() if municipality else tuple(colour for _, colour in sorted(house.accents.items())),
    )
    chapters = tuple(_introduced(place, house.prose) for place in page.chapters)
    return replace(
        page,
        house=replace(house, colours=colours),
        owners=scan.project.style.owners or page.owners,
        cover=cover,
        chapters=_in_colours(chapters, _exchanged(colours)),
    )


def _introduced(place: Numbering, texts: Mapping[str, tuple[str, ...]]) -> Numbering:
    """The chapter as the page holds it, with the group's own introduction before it, when there is one."""
    words = texts.get(place.chapter.anchor, ())
    whole = fitting(place.chapter)
    return replace(place, chapter=replace(whole, parts=(*map(paragraph, words), *whole.parts)))


def _exchanged(colours: Mapping[str, str]) -> dict[str, str]:
    """Which colour of a picture becomes which: those of the product that the house has otherwise."""
    product = product_colours()
    return {product[token]: colour for token, colour in colours.items() if token != ACCENT}


def _in_colours(view: View, colours: Mapping[str, str]) -> View:
    """The same view with every picture in it drawn in these colours."""
    if not colours:
        return view
    if isinstance(view, Chart):
        return cast(View, replace(view, svg=_painted(view.svg, colours)))
    if isinstance(view, tuple):
        return cast(View, tuple(_in_colours(item, colours) for item in view))
    if is_dataclass(view) and not isinstance(view, type):
        own: dict[str, Any] = {item.name: getattr(view, item.name) for item in fields(view)}
        changed = {name: _in_colours(value, colours) for name, value in own.items()}
        different = {name: value for name, value in changed.items() if value is not own[name]}
        return cast(View, replace(cast(Any, view), **different)) if different else view
    return view


def _painted(svg: Markup, colours: Mapping[str, str]) -> Markup:
    """A picture writes each colour as a whole attribute, so that words in it stay as they are."""
    text = str(svg)
    for old, new in colours.items():
        for written in {old, old.upper(), old[0] + old[1:].upper()}:
            text = text.replace(f'"{written}"', f'"{new}"')
    return Markup(text)  # noqa: S704 (it was markup before)

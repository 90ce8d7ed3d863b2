"""What WeasyPrint works out again at every word, worked out once: the same few styles come back in every row.

A text looks the same in two styles that agree in their lines and in all that is inherited, but for some that
no glyph depends on. So much of a style is called its look here, and has a number.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from operator import attrgetter
from typing import Any, TypeAlias

from weasyprint.css.properties import INHERITED
from weasyprint.draw.text import draw_first_line
from weasyprint.layout.background import layout_box_backgrounds
from weasyprint.layout.percent import resolve_percentages
from weasyprint.matrix import Matrix
from weasyprint.text.ffi import ffi, gobject, pango
from weasyprint.text.line_break import Layout, split_first_line, strut

from marktscan.reporting.rendering.replacing import replaced, replaced_everywhere

Look: TypeAlias = Callable[[Any], int]

ffi.cdef("PangoLayout * pango_layout_copy (PangoLayout *src);")

_OF_TABLES = frozenset({"border_collapse", "border_spacing", "caption_side", "empty_cells"})
_OF_PICTURES = frozenset({"color", "color_scheme", "visibility", "image_rendering", "image_resolution"})
_OF_LISTS = frozenset({"list_style_image", "list_style_position", "list_style_type", "quotes"})
_OF_BLOCKS = frozenset({"orphans", "text_align_all", "text_align_last", "text_indent", "widows"})
_OF_NO_GLYPH = _OF_TABLES | _OF_PICTURES | _OF_LISTS | _OF_BLOCKS
_OF_A_LOOK = (*sorted(INHERITED - _OF_NO_GLYPH), "text_decoration_line")
_SIDES = "top", "right", "bottom", "left"
_BORDERS = tuple(f"border_{side}_width" for side in _SIDES)
_LENGTHS = (
    *(f"{kind}_{side}" for kind in ("margin", "padding") for side in _SIDES),
    *(f"{limit}{axis}" for limit in ("", "min_", "max_") for axis in ("width", "height")),
)
_borders_of = attrgetter(*_BORDERS)
_CORNERS = tuple(
    f"border_{corner}_radius" for corner in ("top_left", "top_right", "bottom_right", "bottom_left")
)
_DRAWING = frozenset({"set_text_matrix", "set_font_size", "set_text_rise", "show_text"})
"""What is done to a stream to draw the glyphs of a text."""


@contextmanager
def worked_out_once() -> Iterator[None]:
    """While a document is laid out and drawn."""
    look = _looks()
    with ExitStack() as stack:
        for made, by in (
            (split_first_line, _lines(look)),
            (strut, _heights(look)),
            (resolve_percentages, _lengths()),
            (draw_first_line, _drawings(look, Layout.reactivate)),
            (layout_box_backgrounds, _backgrounds()),
        ):
            stack.enter_context(replaced_everywhere(made, by))
        for name, by in (
            ("setup", _layouts(look, Layout.setup)),
            ("reactivate", _set_up_later),
            ("deactivate", _taken_down),
        ):
            stack.enter_context(replaced(Layout, name, by))
        yield


def _looks() -> Look:
    known: dict[int, tuple[object, int]] = {}
    numbers: dict[str, int] = {}

    def look(style: Any) -> int:  # noqa: ANN401 (untyped there)
        if id(style) not in known:  # the style is kept too, so that no other can get its id
            said = repr([style[name] for name in _OF_A_LOOK])
            known[id(style)] = style, numbers.setdefault(said, len(numbers))
        return known[id(style)][1]

    return look


def _lines(look: Look) -> Callable[..., Any]:
    """Remember the first line of a text in a look and a width: columns are full of the same words."""
    remembered: dict[tuple[object, ...], Any] = {}

    def first_line(text: str, style: object, context: object, *rest: object, **named: object) -> Any:  # noqa: ANN401
        key = (text, look(style), rest, *named.items())
        if key not in remembered:
            remembered[key] = split_first_line(text, style, context, *rest, **named)
        return remembered[key]

    return first_line


def _heights(look: Look) -> Callable[[object], tuple[float, float]]:
    """Remember the height of a line and its baseline."""
    remembered: dict[int, tuple[float, float]] = {}

    def height_and_baseline(style: object) -> tuple[float, float]:
        number = look(style)
        if number not in remembered:
            remembered[number] = strut(style)
        return remembered[number]

    return height_and_baseline


def _lengths() -> Callable[[Any, Any], None]:
    """Remember the lengths of a style that has no percentages: they are the same in any containing block, but
    for borders that a table has settled before, cell by cell."""
    remembered: dict[int, tuple[object, dict[object, dict[str, Any]] | None]] = {}

    def lengths(box: Any, containing_block: Any) -> None:  # noqa: ANN401
        style, own = box.style, vars(box)
        if id(style) not in remembered:
            remembered[id(style)] = style, {} if _is_fixed(style) else None
        found = remembered[id(style)][1]
        if found is None:
            resolve_percentages(box, containing_block)
            return
        borders = _borders_of(box) if _BORDERS[0] in own else None
        if borders not in found:
            resolve_percentages(box, containing_block)
            found[borders] = {name: own[name] for name in (*_LENGTHS, *_BORDERS)}
        own.update(found[borders])

    return lengths


def _is_fixed(style: Any) -> bool:  # noqa: ANN401
    lengths = [style[name] for name in _LENGTHS]
    return all(each is None or each == "auto" or getattr(each, "unit", None) == "px" for each in lengths)


def _layouts(look: Look, made: Callable[[Layout, Any], None]) -> Callable[[Layout, Any], None]:
    """Remember an empty layout of every look, and copy it: its font and its language are looked up once."""
    remembered: dict[int, Layout] = {}

    def setup(layout: Layout, style: Any) -> None:  # noqa: ANN401 (untyped there)
        number = look(style)
        if number not in remembered:
            remembered[number] = Layout.__new__(Layout)
            made(remembered[number], style)
        empty = remembered[number]
        vars(layout).update(vars(empty), style=style)
        layout.layout = ffi.gc(pango.pango_layout_copy(empty.layout), gobject.g_object_unref)

    return setup


def _drawings(look: Look, set_up: Callable[[Layout, Any], None]) -> Callable[..., Any]:
    """Remember which glyphs a text is drawn with in a look, and draw the same ones in another place."""
    remembered: dict[tuple[object, ...], list[tuple[str, tuple[object, ...]]]] = {}

    def drawn(stream: Any, box: Any, overflow: str, ellipsis: object, matrix: Matrix) -> Any:  # noqa: ANN401
        layout = box.pango_layout
        key = layout.text, look(box.style), layout.justification_spacing
        whole = overflow != "ellipsis" and ellipsis == "none"
        if whole and key in remembered:
            for name, given in remembered[key]:
                getattr(stream, name)(*(matrix.values if name == "set_text_matrix" else given))
            return []
        set_up(layout, box.style)
        heard = _Heard(stream)
        pictures = draw_first_line(heard, box, overflow, ellipsis, matrix)
        if whole and not pictures:
            remembered[key] = heard.said
        return pictures

    return drawn


def _set_up_later(layout: Layout, style: object) -> None:
    """Nothing: a text that is drawn as before needs no layout."""


def _taken_down(layout: Layout) -> None:
    """What a layout has by being set up, if it was."""
    for name in ("layout", "language", "style"):
        vars(layout).pop(name, None)


def _backgrounds() -> Callable[..., None]:
    """Remember which styles have neither a background nor anything round: nearly all of them."""
    remembered: dict[int, tuple[object, bool]] = {}

    def background(page: Any, box: Any, image: Any, layout_children: bool = True, style: Any = None) -> None:  # noqa: ANN401
        own = box.style if style is None and box is not page else None
        if not remembered.get(id(own), (None, False))[1]:
            layout_box_backgrounds(page, box, image, layout_children, style)
            if own is not None:
                remembered[id(own)] = own, _is_bare(box)
            return
        vars(box).update(bare)
        for child in box.all_children() if layout_children else ():
            background(page, child, image)

    bare = {**dict.fromkeys(_CORNERS, (0, 0)), "background": None}
    return background


def _is_bare(box: Any) -> bool:  # noqa: ANN401
    images = box.style["border_image_source"][0], box.style["mask_border_source"][0]
    corners = (box.style[corner] for corner in _CORNERS)
    return box.background is None and {*images} == {"none"} and all((0, "px") in corner for corner in corners)


class _Heard:
    """A stream that keeps what is drawn on it."""

    def __init__(self, stream: Any) -> None:  # noqa: ANN401 (untyped there)
        self._stream = stream
        self.said: list[tuple[str, tuple[object, ...]]] = []

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (whatever the stream has)
        made = getattr(self._stream, name)
        return partial(self._told, name, made) if name in _DRAWING else made

    def _told(self, name: str, made: Callable[..., Any], *given: object) -> Any:  # noqa: ANN401
        self.said.append((name, given))
        return made(*given)

"""Logos of municipalities: an SVG of plain shapes, or a finding that says why it is none."""

import re
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, fromstring, register_namespace, tostring

from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.source import Source
from marktscan.domain.style import Declared

FOLDER = "logos"
LARGEST = 200_000
"""Bytes; a logo is some ten thousand."""
MOST_SHAPES = 5_000
HEIGHT, WIDEST = 30, 150
"""Points on the cover."""
SVG = "http://www.w3.org/2000/svg"
_SHAPES = frozenset(["svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"])
_HELP = frozenset(
    [
        "defs",
        "linearGradient",
        "radialGradient",
        "stop",
        "clipPath",
        "use",
        "symbol",
        "title",
        "desc",
        "style",
    ]
)
_KINDS = {
    "script": "een script",
    "image": "een foto of plaatje",
    "text": "tekst in een lettertype",
    "foreignObject": "een stuk webpagina",
    "animate": "een beweging",
    "a": "een koppeling",
}
_SPOKEN = frozenset({"title", "desc"})
_RULE = re.compile(r"\s*((?:\.[\w-]+\s*,?\s*)+)\{([^{}]*)\}")
_OUTSIDE = re.compile(r"url\(\s*['\"]?(?!#)|@import|expression|javascript:|data:", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(?:px|pt|mm|cm|in)?\s*")
_REFERENCE = re.compile(r"#([\w.:-]+)")


class _UnusableError(Exception):
    """Why a file cannot be a logo."""

    def __init__(self, what: str, code: Code = Code.LOGO_UNSAFE) -> None:
        super().__init__(what)
        self.what, self.code = what, code


def read_logo(root: Path, slug: str, name: str, declared: Declared) -> tuple[str | None, Finding | None]:
    """The logo of a municipality as SVG to put into a page, or why it cannot be used."""
    file = f"{FOLDER}/{declared.value}"
    try:
        return _clean(_content(root, declared.value), slug, name), None
    except _UnusableError as error:
        return None, _told(error, file, declared.source)


def _told(error: _UnusableError, file: str, place: Source) -> Finding:
    if error.code is Code.LOGO_MISSING:
        return finding(Code.LOGO_MISSING, place, file=file)
    if error.code is Code.LOGO_UNSAFE:
        return finding(Code.LOGO_UNSAFE, Source(file), found=error.what)
    return Finding(error.code, Source(file))


def _content(root: Path, name: str) -> bytes:
    """The bytes of a file in the folder with logos; nothing outside it is opened."""
    folder = (root / FOLDER).resolve()
    path = folder / name
    if Path(name).name != name or not path.is_file() or path.resolve().parent != folder:
        raise _UnusableError("no such file", Code.LOGO_MISSING)
    if path.stat().st_size > LARGEST:
        raise _UnusableError("too many bytes", Code.LOGO_TOO_LARGE)
    return path.read_bytes()


def _clean(content: bytes, slug: str, name: str) -> str:
    """Only shapes, with their own style on each and ids that meet no other logo's."""
    picture = _parsed(content)
    width, height = _size(picture)
    for element in list(picture.iter()):
        _refuse(element)
    styles = _styles(picture)
    _only_shapes(picture, styles, f"logo-{slug}-")
    shown = min(Fraction(HEIGHT), WIDEST * height / width)
    picture.attrib |= {
        "role": "img",
        "height": f"{float(shown):g}pt",
        "width": f"{float(shown * width / height):g}pt",
    }
    picture.attrib.setdefault("viewBox", f"0 0 {float(width):g} {float(height):g}")
    title = Element(f"{{{SVG}}}title")
    title.text = f"Logo van de gemeente {name}."
    picture.insert(0, title)
    register_namespace("", SVG)
    return tostring(picture, encoding="unicode")


def _parsed(content: bytes) -> Element:
    """The root of an SVG; a document type is refused before anything is parsed: it may grow without end."""
    if b"\0" in content:
        raise _UnusableError("no SVG", Code.LOGO_NOT_SVG)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise _UnusableError("een regel die met <!DOCTYPE of <!ENTITY begint")
    try:
        picture = fromstring(content)  # noqa: S314 (no document type, so no entities; the size is bounded)
    except (ParseError, ValueError, LookupError) as error:
        raise _UnusableError("no SVG", Code.LOGO_NOT_SVG) from error
    if picture.tag != f"{{{SVG}}}svg":
        raise _UnusableError("no SVG", Code.LOGO_NOT_SVG)
    if sum(1 for _ in picture.iter()) > MOST_SHAPES:
        raise _UnusableError("too many shapes", Code.LOGO_TOO_LARGE)
    return picture


def _size(picture: Element) -> tuple[Fraction, Fraction]:
    """Width and height of the drawing, from its viewBox or else from its own size."""
    box = picture.get("viewBox", "").replace(",", " ").split()[2:]
    texts = (*box, "", "")[:2] if box else (picture.get("width", ""), picture.get("height", ""))
    width, height = (Fraction(size[1]) if size else Fraction(0) for size in map(_NUMBER.fullmatch, texts))
    if not width or not height:
        raise _UnusableError("no size", Code.LOGO_WITHOUT_SIZE)
    return width, height


def _refuse(element: Element) -> None:
    """Stop at what is not a shape, or reaches outside the drawing."""
    kind = _local(element.tag)
    if element.tag.startswith(f"{{{SVG}}}") and kind not in _SHAPES | _HELP | {"metadata"}:
        raise _UnusableError(_KINDS.get(kind, f"een onderdeel <{kind}>"))
    for key, value in element.attrib.items():
        name = _local(key).lower()
        if name.startswith("on"):
            raise _UnusableError("een script")
        if (name == "href" and not value.startswith("#")) or _OUTSIDE.search(value):
            raise _UnusableError("een verwijzing naar buiten het bestand")
    if kind == "style" and _OUTSIDE.search(element.text or ""):
        raise _UnusableError("een verwijzing naar buiten het bestand")


def _styles(picture: Element) -> Mapping[str, str]:
    """The declarations of each class; a style sheet with anything but classes cannot be taken apart."""
    sheet = " ".join(element.text or "" for element in picture.iter(f"{{{SVG}}}style"))
    if _RULE.sub("", sheet).strip():
        raise _UnusableError("een stijlblad met meer dan klassen")
    found: dict[str, str] = {}
    for names, body in _RULE.findall(sheet):
        for name in re.findall(r"\.([\w-]+)", names):
            found[name] = f"{found.get(name, '')}{body.strip().rstrip(';')};"
    return found


def _only_shapes(element: Element, styles: Mapping[str, str], prefix: str) -> None:
    """Take out what editors leave behind, put every style on its shape and make the ids this logo's own."""
    for child in list(element):
        if _local(child.tag) in _SPOKEN | {"style", "metadata"} or not child.tag.startswith(f"{{{SVG}}}"):
            element.remove(child)
        else:
            _only_shapes(child, styles, prefix)
    own = "".join(styles.get(name, "") for name in element.attrib.pop("class", "").split())
    if own:
        element.set("style", own + element.get("style", ""))
    for key in list(element.attrib):
        _own_attribute(element, key, prefix)


def _own_attribute(element: Element, key: str, prefix: str) -> None:
    value = element.attrib.pop(key)
    name = _local(key)
    if name == "href":
        element.set("href", _REFERENCE.sub(rf"#{prefix}\1", value))
    elif not key.startswith("{"):
        own = re.sub(r"url\(\s*['\"]?#([\w.:-]+)['\"]?\s*\)", rf"url(#{prefix}\1)", value)
        element.set(name, f"{prefix}{value}" if name == "id" else own)


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]

"""Marks on paper: SVG elements as text, every number exact and every word escaped."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from markupsafe import Markup, escape

from marktscan.reporting.charts.font import LABEL, Face, Weight, one_line
from marktscan.reporting.charts.palette import HAIR, INK, WHITE

Exact = int | Fraction
Point = tuple[Exact, Exact]
Anchor = Literal["start", "middle", "end"]

THIN = Fraction(1, 2)
RULE = Fraction(3, 4)


@dataclass(frozen=True, slots=True)
class Chart:
    """A finished picture: inline SVG of `width` × `height` points; `alt` tells the finding in words."""

    svg: Markup
    alt: str
    width: Fraction
    height: Fraction

    def __post_init__(self) -> None:
        if not self.alt.strip():
            raise ValueError("a chart needs a text alternative")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points, from its top left corner."""

    x: Exact
    y: Exact
    width: Exact
    height: Exact


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from `low` to `high` laid out from `left` to `right` (pt); outside, the ends hold."""

    low: Exact
    high: Exact
    left: Exact
    right: Exact

    def at(self, value: Exact) -> Fraction:
        """Where a value stands; everything stands left when low and high are equal."""
        return self.left + (self.right - self.left) * self.share(value)

    def share(self, value: Exact) -> Fraction:
        """How far along a value is, 0–1."""
        span = self.high - self.low
        along = Fraction(value - self.low) / span if span else Fraction(0)
        return min(max(along, Fraction(0)), Fraction(1))


def number(value: Exact) -> str:
    """At most two decimals, rounded half up, without trailing zeros."""
    hundredths = (200 * value.numerator + value.denominator) // (2 * value.denominator)
    whole, rest = divmod(abs(hundredths), 100)
    sign = "-" if hundredths < 0 else ""
    return f"{sign}{whole}.{rest:02d}".rstrip("0").rstrip(".")


def drawing(parts: Iterable[str], alt: str, size: tuple[Exact, Exact]) -> Chart:
    """The parts as one picture of this size (pt) with its text alternative."""
    wide, high = map(number, size)
    spoken = one_line(alt)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" font-family="Source Sans 3" '
        f'width="{wide}pt" height="{high}pt" viewBox="0 0 {wide} {high}">'
        f"<title>{escape(spoken)}</title>{''.join(parts)}</svg>"
    )
    return Chart(Markup(svg), spoken, Fraction(size[0]), Fraction(size[1]))  # noqa: S704 (escaped above)


def text(at: Point, words: str, face: Face = LABEL, fill: str = INK, anchor: Anchor = "start") -> str:
    """One line of text on its baseline; nothing for an empty label."""
    if not words:
        return ""
    weight = "" if face.weight is Weight.REGULAR else f' font-weight="{face.weight.value}"'
    anchored = "" if anchor == "start" else f' text-anchor="{anchor}"'
    place = f'x="{number(at[0])}" y="{number(at[1])}" font-size="{number(face.size)}"'
    return f'<text {place}{anchored} fill="{fill}"{weight}>{escape(words)}</text>'


def rect(box: Box, fill: str, outline: str = "", stroke: Exact = Fraction(4, 5)) -> str:
    """A surface; its outline is drawn inside the box."""
    inset = Fraction(stroke) / 2 if outline else Fraction(0)
    wide = max(box.width - 2 * inset, Fraction(0))
    high = max(box.height - 2 * inset, Fraction(0))
    place = f'x="{number(box.x + inset)}" y="{number(box.y + inset)}"'
    size = f'width="{number(wide)}" height="{number(high)}"'
    edge = f' stroke="{outline}" stroke-width="{number(stroke)}"' if outline else ""
    return f'<rect {place} {size} fill="{fill}"{edge}/>'


def line(start: Point, end: Point, colour: str = HAIR, stroke: Exact = THIN) -> str:
    """A straight line."""
    (x1, y1), (x2, y2) = start, end
    ends = f'x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}"'
    return f'<line {ends} stroke="{colour}" stroke-width="{number(stroke)}"/>'


def circle(at: Point, radius: Exact, fill: str, outline: str = WHITE, stroke: Exact = Fraction(4, 5)) -> str:
    """A round mark, with a white edge that keeps it apart from what lies under it."""
    place = f'cx="{number(at[0])}" cy="{number(at[1])}" r="{number(radius)}"'
    return f'<circle {place} fill="{fill}" stroke="{outline}" stroke-width="{number(stroke)}"/>'


def square(at: Point, side: Exact, fill: str) -> str:
    """A square mark around a point, with a white edge."""
    half = Fraction(side) / 2
    place = f'x="{number(at[0] - half)}" y="{number(at[1] - half)}"'
    size = f'width="{number(side)}" height="{number(side)}"'
    return f'<rect {place} {size} fill="{fill}" stroke="{WHITE}" stroke-width="0.8"/>'


def path(points: Iterable[Point], fill: str, outline: str = "none", stroke: Exact = Fraction(6, 5)) -> str:
    """A closed shape through the points."""
    steps = "L".join(f"{number(x)} {number(y)}" for x, y in points)
    return f'<path d="M{steps}Z" fill="{fill}" stroke="{outline}" stroke-width="{number(stroke)}"/>'

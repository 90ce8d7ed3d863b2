"""Reads a chart back: where every text, line and mark lies on the paper."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple
from xml.etree import ElementTree as ET

from marktscan.reporting.charts import Chart
from marktscan.reporting.charts.font import Face, Weight, width

SVG = "{http://www.w3.org/2000/svg}"
ASCENT, DESCENT = Fraction(72, 100), Fraction(21, 100)
ROUNDING = Fraction(2, 100)


class Box(NamedTuple):
    left: Fraction
    top: Fraction
    right: Fraction
    bottom: Fraction

    def meets(self, other: "Box") -> bool:
        return (
            min(self.right, other.right) - max(self.left, other.left) > ROUNDING
            and min(self.bottom, other.bottom) - max(self.top, other.top) > ROUNDING
        )

    def holds(self, x: Fraction, y: Fraction) -> bool:
        return self.left < x - ROUNDING < self.right - 2 * ROUNDING and self.top < y < self.bottom


def parsed(chart: Chart) -> ET.Element:
    return ET.fromstring(str(chart.svg))  # noqa: S314 (our own output)


def numbers(element: ET.Element, *names: str) -> list[Fraction]:
    return [Fraction(element.get(name, "0")) for name in names]


def texts(chart: Chart) -> list[tuple[str, Box]]:
    return [(element.text or "", text_box(element)) for element in parsed(chart).iter(f"{SVG}text")]


def words(chart: Chart) -> list[str]:
    return [text for text, _ in texts(chart)]


def text_box(element: ET.Element) -> Box:
    x, y, size = numbers(element, "x", "y", "font-size")
    wide = width(element.text or "", Face(size, Weight(int(element.get("font-weight", "400")))))
    left = {"start": x, "middle": x - wide / 2, "end": x - wide}[element.get("text-anchor", "start")]
    return Box(left, y - ASCENT * size, left + wide, y + DESCENT * size)


def lines(chart: Chart) -> Iterator[tuple[str, list[Fraction]]]:
    for element in parsed(chart).iter(f"{SVG}line"):
        yield element.get("stroke", ""), numbers(element, "x1", "y1", "x2", "y2")


def rects(chart: Chart, fill: str) -> list[Box]:
    found = (e for e in parsed(chart).iter(f"{SVG}rect") if e.get("fill") == fill)
    return [
        Box(x, y, x + wide, y + high)
        for x, y, wide, high in (numbers(e, "x", "y", "width", "height") for e in found)
    ]


def shapes(chart: Chart) -> Iterator[Box]:
    """Every mark that is not text, without its stroke."""
    root = parsed(chart)
    for _, (x1, y1, x2, y2) in lines(chart):
        yield Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
    for element in root.iter(f"{SVG}rect"):
        x, y, wide, high = numbers(element, "x", "y", "width", "height")
        assert wide >= 0
        assert high >= 0
        yield Box(x, y, x + wide, y + high)
    for element in root.iter(f"{SVG}circle"):
        x, y, r = numbers(element, "cx", "cy", "r")
        yield Box(x - r, y - r, x + r, y + r)
    for element in root.iter(f"{SVG}path"):
        points = [point.split() for point in element.get("d", "").strip("MZ").split("L")]
        xs, ys = ([Fraction(value) for value in axis] for axis in zip(*points, strict=True))
        yield Box(min(xs), min(ys), max(xs), max(ys))


def assert_tidy(chart: Chart) -> None:
    """Nothing outside the paper, no label on a label, no stem through a label, no small print."""
    paper = Box(Fraction(0), Fraction(0), chart.width, chart.height)
    for box in [box for _, box in texts(chart)] + list(shapes(chart)):
        assert box.left >= -ROUNDING, box
        assert box.top >= -ROUNDING, box
        assert box.right <= paper.right + ROUNDING, box
        assert box.bottom <= paper.bottom + ROUNDING, box
    for (one, box), (other, other_box) in combinations(texts(chart), 2):
        assert not box.meets(other_box), (one, other)
    assert_free_stems(chart)
    for element in parsed(chart).iter(f"{SVG}text"):
        assert Fraction(element.get("font-size", "0")) >= Fraction(17, 2)
        assert "opacity" not in element.attrib


def assert_free_stems(chart: Chart) -> None:
    labels = texts(chart)
    for colour, (x1, y1, x2, y2) in lines(chart):
        if colour != "#767676":
            continue
        along = [Fraction(step, 40) for step in range(41)]
        points = [(x1 + (x2 - x1) * at, y1 + (y2 - y1) * at) for at in along]
        for label, box in labels:
            assert not any(box.holds(x, y) for x, y in points), label

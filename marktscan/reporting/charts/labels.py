"""Labels that fit: shortened with … or wrapped, by the font's own widths."""

from fractions import Fraction

from marktscan.reporting.charts.font import Face, one_line, width

ELLIPSIS = "…"


def fit(text: str, room: Fraction, face: Face) -> str:
    """The label on one line, shortened with … when it is wider than the room (pt)."""
    label = one_line(text)
    if not label or width(label, face) <= room:
        return label
    kept = _head(label, room - width(ELLIPSIS, face), face).rstrip(" ,.;:-–")
    return kept + ELLIPSIS


def caption(name: str, value: str, room: Fraction, face: Face) -> str:
    """A name with its figure on one line; only the name is shortened, and left out when nothing is left."""
    figure = fit(value, room, face)
    if not figure:
        return fit(name, room, face)
    left = room - width(f" {figure}", face)
    fits = bool(one_line(name)) and left > width("mm" + ELLIPSIS, face)
    return f"{fit(name, left, face)} {figure}" if fits else figure


def wrap(text: str, room: Fraction, face: Face, most: int) -> tuple[str, ...]:
    """The label on at most so many lines; a word wider than the room is broken, a rest shortened."""
    words = one_line(text).split()
    lines: list[str] = []
    while words and len(lines) < most - 1:
        line, words = _take_line(words, room, face)
        lines.append(line)
    return (*lines, fit(" ".join(words), room, face)) if words else tuple(lines)


def _take_line(words: list[str], room: Fraction, face: Face) -> tuple[str, list[str]]:
    """As many words as fit on one line (a piece of the first when even that does not), and the rest."""
    for count in range(len(words), 0, -1):
        line = " ".join(words[:count])
        if width(line, face) <= room:
            return line, words[count:]
    piece = _head(words[0], room - width("-", face), face)
    return piece + "-", [words[0][len(piece) :], *words[1:]]


def _head(text: str, room: Fraction, face: Face) -> str:
    """The longest beginning that fits, and at least one character."""
    end = len(text)
    while end > 1 and width(text[:end], face) > room:
        end -= 1
    return text[:end]

"""Rows of letters that are looked for in a text all at once, by how they begin."""

from collections.abc import Container, Iterable

_BEGINNING = 6


class Sought:
    """Rows of letters, to be found in many texts; in most of those stands none of them."""

    def __init__(self, rows: Iterable[str]) -> None:
        self._short: list[str] = []
        self._by_beginning: dict[str, list[str]] = {}
        for row in dict.fromkeys(rows):
            if len(row) < _BEGINNING:
                self._short.append(row)
            else:
                self._by_beginning.setdefault(row[:_BEGINNING], []).append(row)

    def within(self, letters: str) -> frozenset[str]:
        """Those that stand in these letters."""
        longer = self._by_beginning
        places = range(len(letters) - _BEGINNING + 1)
        begun = [place for place in places if letters[place : place + _BEGINNING] in longer]
        found = {row for row in self._short if row in letters}
        for place in begun:
            rows = longer[letters[place : place + _BEGINNING]]
            found.update(row for row in rows if letters.startswith(row, place))
        return frozenset(found)


def runs_among(sought: Container[str], letters: str, length: int) -> set[str]:
    """The runs of so many letters in a row that are sought."""
    places = range(len(letters) - length + 1)
    return {run for place in places if (run := letters[place : place + length]) in sought}

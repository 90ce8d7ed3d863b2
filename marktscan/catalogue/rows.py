"""Reading a catalogue file: semicolon-separated, UTF-8, headings in the first line."""

import csv
from importlib.resources import files


def rows_of(name: str) -> list[dict[str, str]]:
    """The rows of one file of this package, by heading."""
    text = files("marktscan.catalogue").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter=";"))

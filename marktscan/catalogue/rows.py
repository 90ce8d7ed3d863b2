"""Reading content that ships with the program: semicolon-separated, UTF-8, headings in the first line."""

import csv
from importlib.resources.abc import Traversable


def rows_of(file: Traversable) -> list[dict[str, str]]:
    """The rows of one file, by heading."""
    return list(csv.DictReader(file.read_text(encoding="utf-8").splitlines(), delimiter=";"))

"""Numbers for rows that have none, where a person asked for them in the mapping."""

import re
from collections.abc import Iterable

from marktscan.spreadsheets.texts import clean_id

WITHOUT_THEME = "EIS"
"""What a number begins with when the theme has no code that can begin one."""
_CODE = re.compile(r"[A-Z]{2,8}")


class Numbering:
    """Gives each row the code of its theme and the first number from `start` that no other row has."""

    def __init__(self, own_ids: Iterable[str]) -> None:
        self._taken = {clean_id(own_id).upper() for own_id in own_ids}

    def give(self, theme: str, start: int) -> str:
        """The number of the next row of this theme: it tells nothing about who asks."""
        prefix = theme if _CODE.fullmatch(theme) else WITHOUT_THEME
        number = start
        while f"{prefix}-{number:02}" in self._taken:
            number += 1
        given = f"{prefix}-{number:02}"
        self._taken.add(given)
        return given

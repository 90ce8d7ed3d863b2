"""The value of a rule as people read it."""

from marktscan.domain.literals import Value, value_of

NOTHING = "niets"


def in_words(text: str | None) -> str:
    """Without quotes, yes and no in words, and "niets" for what is empty or absent.

    Text that is no value at all is shown as it stands.
    """
    try:
        return NOTHING if text is None else _shown(value_of(text))
    except ValueError:
        return str(text)


def _shown(value: Value) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, list):
        return ", ".join(map(_shown, value)) or NOTHING
    return str(value) or NOTHING

"""When two texts are the same to a reader."""

_PLAIN = str.maketrans("‘’‚“”„–\N{NO-BREAK SPACE}", "'''\"\"\"- ")


def comparable(text: str) -> str:
    """The text without the differences a word processor makes: spaces, line ends, quotes and dashes."""
    return " ".join(text.translate(_PLAIN).split())

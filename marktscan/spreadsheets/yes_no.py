"""How people say yes and no in a cell."""

YES_NO = {
    "ja": True,
    "nee": False,
    "j": True,
    "n": False,
    "x": True,
    "waar": True,
    "onwaar": False,
    "true": True,
    "false": False,
    "yes": True,
    "no": False,
}


def yes_no_text(answer: bool | None) -> str:
    """An answer in words, also one that was not given."""
    return {True: "ja", False: "nee", None: "leeg"}[answer]

"""Typer speaks English; here its help pages and complaints become Dutch.

Typer writes most of its words without gettext, so they are translated where they pass: help pages in the
formatter, complaints in a table of patterns. A complaint that is not in the table becomes a general sentence.
"""

import re
from collections.abc import Sequence

import typer
from typer._click import HelpFormatter
from typer.core import TyperCommand, TyperGroup

WORDS = {
    "Arguments": "Argumenten",
    "Commands": "Opdrachten",
    "Options": "Opties",
    "[OPTIONS]": "[OPTIES]",
    "COMMAND [ARGS]...": "OPDRACHT …",
    "Show this message and exit.": "Laat deze hulp zien.",
    "[required]": "[verplicht]",
}
COMPLAINTS = (
    (r"No such option: (\S+) \(Possible options: (.+)\)", "De optie {0} bestaat niet. Bedoelde u {1}?"),
    (r"No such option: (.+)", "De optie {0} bestaat niet."),
    (r"No such command '(.*)'\. Did you mean (.+)\?", "De opdracht {0} bestaat niet. Bedoelde u {1}?"),
    (r"No such command '(.*)'\.", "De opdracht {0} bestaat niet."),
    (r"Missing command\.", "De opdracht ontbreekt."),
    (r"Missing argument '(.+)'\.", "{0} ontbreekt."),
    (r"Option '(.+)' requires an argument\.", "Achter de optie {0} hoort een waarde."),
    (r"Option '(.+)' does not take a value\.", "Achter de optie {0} hoort geen waarde."),
    (r"Got unexpected extra argument\(s\) \((.+)\)", "Dit hoort er niet bij: {0}."),
)
UNKNOWN_COMPLAINT = "Deze opdracht is niet goed opgeschreven."


def complaint(message: str) -> str:
    """What Typer complains about, in Dutch."""
    for pattern, sentence in COMPLAINTS:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            return sentence.format(*(part.replace("'", "") for part in match.groups()))
    return UNKNOWN_COMPLAINT


class DutchFormatter(HelpFormatter):
    """Lays out help pages with Dutch words."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """How the command is written."""
        super().write_usage(prog, _dutch(args), prefix or "Gebruik: ")

    def write_heading(self, heading: str) -> None:
        """What the list below is about."""
        super().write_heading(_dutch(heading))

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Names with what they mean; the Python type behind an argument is left out."""
        shown = [(re.sub(r" <\w+>$", "", name), _dutch(meaning)) for name, meaning in rows]
        super().write_dl(shown, col_max, col_spacing)


class DutchContext(typer.Context):
    """Makes help pages with the Dutch formatter."""

    formatter_class = DutchFormatter


class DutchCommand(TyperCommand):
    """A command with Dutch help."""

    context_class = DutchContext


class DutchGroup(TyperGroup):
    """The program itself, with Dutch help."""

    context_class = DutchContext


def _dutch(text: str) -> str:
    for english, dutch in WORDS.items():
        text = text.replace(english, dutch)
    return text

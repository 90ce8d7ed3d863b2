"""marktscan.toml of a fresh project: what is the same in every scan comes from the example's file."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from importlib.resources import files
from string import Template

from marktscan.example.settings import project_text
from marktscan.forms.slugs import slug_of
from marktscan.wording.formats import list_of

QUESTION = "Past een verder ontwikkeld {} beter bij het werk van {} dan wat de markt nu biedt?"
OWN = frozenset({"project", "municipalities", "vendors", "keys", "milestones", "deadlines", "scenarios"})
"""The parts that every scan writes for itself."""
TO_FILL_IN = frozenset({"price_sheet", "costs", "tender"})
"""The parts that hold figures of the example: a fresh scan gets them as comment."""
_HEADER = re.compile(r"\[+([a-z_]+)[\].]")
_ESCAPED = {"\\": "\\\\", '"': '\\"'}
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]+")


def fresh_settings(municipalities: Sequence[str], title: str, incumbent: str, start: date) -> str:
    """The text of the project file; every date is a guess that it calls still to verify."""
    names = sorted(municipalities)
    own = Template((files("marktscan.forms") / "texts" / "marktscan.toml").read_text(encoding="utf-8"))
    filled = own.substitute(
        title=quoted(title),
        question=quoted(QUESTION.format(incumbent, list_of(names))),
        start=start,
        report_date=later(start, months=6),
        go_live=later(start, months=24),
        requirements_date=later(start, months=1),
        answers_date=later(start, months=3),
        marks_date=later(start, months=4),
        municipalities="\n".join(map(_municipality, names)),
        incumbent=quoted(slug_of(incumbent)),
        shares=", ".join(f"{slug_of(name)} = 1" for name in names),
    )
    return filled + "".join(_shared(project_text()))


def quoted(text: str) -> str:
    """Text as a TOML string of one line."""
    plain = _UNSEEN.sub(" ", text).strip()
    return f'"{"".join(_ESCAPED.get(character, character) for character in plain)}"'


def later(day: date, months: int) -> date:
    """The first day of the month that lies this many months later."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)


def _municipality(name: str) -> str:
    slug = slug_of(name)
    return f"""[[municipalities]]
slug = {quoted(slug)}
name = {quoted(name)}
# inhabitants = 10000 # nodig voor een verdeelsleutel naar inwoners
assessors = ["{slug}-1", "{slug}-2"]
"""


def _shared(text: str) -> Iterator[str]:
    """The parts of the example's file that every scan can begin with."""
    for part, block in _blocks(text):
        if part in TO_FILL_IN:
            yield "".join(f"# {line}" if line.strip() else line for line in block.splitlines(keepends=True))
        elif part not in OWN:
            yield block


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """Each table of the file with the comment above it, by the name of its part."""
    part, block, above = "project", "", ""
    for line in text.splitlines(keepends=True):
        header = _HEADER.match(line)
        if header:
            yield part, block
            part, block, above = header[1], above + line, ""
        elif line.startswith("#") or (above and not line.strip()):
            above += line
        else:
            block, above = block + above + line, ""
    yield part, block + above

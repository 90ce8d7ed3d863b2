"""The words of the scan: what readers see, what it means, and the word in the code behind it."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files

_ABOUT = """# Begrippen

De woorden in de werkbladen, het programma en de rapporten. De laatste kolom is voor wie de
programmatekst leest.

| Begrip | Betekenis | In de programmatekst |
| --- | --- | --- |
"""


@dataclass(frozen=True, slots=True)
class Term:
    """One word; `code` is empty when the code has no word for it."""

    word: str
    meaning: str
    code: str


def glossary() -> tuple[Term, ...]:
    """All terms, in alphabetical order."""
    text = files(__package__).joinpath("glossary.toml").read_text(encoding="utf-8")
    return tuple(Term(**term) for term in tomllib.loads(text)["term"])


def glossary_page() -> str:
    """docs/glossary.md."""
    return _ABOUT + "".join(f"| {term.word} | {term.meaning} | {_code(term)} |\n" for term in glossary())


def _code(term: Term) -> str:
    return f"`{term.code}`" if term.code else "–"

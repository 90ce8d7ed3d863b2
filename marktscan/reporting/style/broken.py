"""A template that cannot be carried out, told by its place: file and line."""

import re
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.source import Source

_QUOTED = re.compile(r"'([^']*)'")


class BrokenTemplateError(Exception):
    """A template with an error; `finding` says where and what."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding.source))
        self.finding = finding


@contextmanager
def blaming(folders: Sequence[Path]) -> Iterator[None]:
    """Turn an error that comes from a template in these folders into a BrokenTemplateError."""
    try:
        yield
    except Exception as error:
        place = _place(error, folders)
        if place is None:
            raise
        raise BrokenTemplateError(finding(Code.TEMPLATE_ERROR, place, problem=_problem(error))) from error


def _place(error: Exception, folders: Sequence[Path]) -> Source | None:
    """The innermost line of a template that the error passed through."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return _source(Path(error.filename), error.lineno, folders)
    places = (
        _source(Path(frame.filename), frame.lineno or 0, folders)
        for frame in reversed(traceback.extract_tb(error.__traceback__))
    )
    return next(filter(None, places), None)


def _source(path: Path, line: int, folders: Sequence[Path]) -> Source | None:
    for folder in sorted(folders, key=lambda folder: len(folder.parts)):
        if path.is_relative_to(folder):
            return Source(path.relative_to(folder.parent).as_posix(), cell=f"regel {line}")
    return None


def _problem(error: Exception) -> str:
    """What is wrong, as the second half of a sentence, with what the template language says of it."""
    if isinstance(error, TemplateNotFound):
        return f'het sjabloon "{error.name}" bestaat niet'
    if isinstance(error, UndefinedError):
        return f'de naam "{_name_in(error)}" bestaat hier niet'
    if isinstance(error, TemplateSyntaxError):
        return f"de opbouw klopt niet (Jinja zegt: {error.message})"
    return f"deze regel kan niet worden uitgevoerd ({error})"


def _name_in(error: UndefinedError) -> str:
    """The name that is not there: the last one the message quotes."""
    quoted = _QUOTED.findall(error.message or "")
    return quoted[-1] if quoted else "?"

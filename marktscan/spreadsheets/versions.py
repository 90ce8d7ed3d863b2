"""Two files of one sender: compared, and where they differ nothing is guessed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Generic, TypeVar

from marktscan.domain.answer import Answer, AnswerCode, PriceLine
from marktscan.domain.assessment import Consensus, Mark
from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.source import Origin, Source

Line = TypeVar("Line", bound=PriceLine | Mark | Consensus)
Content = TypeVar("Content")
_NOWHERE = Origin("", "", 0)
_SHOWN = 5
"""Cells of one file that are named in one sentence."""


@dataclass(frozen=True, slots=True)
class Version(Generic[Content]):
    """What one of the files holds; `file` is its path in the project, `owner` for whom it was made."""

    file: str
    content: Content
    owner: str = ""


def agreed_lines(
    versions: Sequence[Version[tuple[Line, ...]]],
) -> tuple[Version[tuple[Line, ...]], tuple[Finding, ...]]:
    """The first version when the others say the same, an empty one when they do not."""
    first, *others = versions
    found = tuple(_verdict(first.file, other.file, _different_lines(first, other)) for other in others)
    agree = all(item.code is Code.FILES_SAME for item in found)
    return first if agree else replace(first, content=()), found


def agreed_answers(
    versions: Sequence[Version[Mapping[str, Answer]]],
) -> tuple[dict[str, Answer], tuple[Finding, ...]]:
    """The answers on which the versions agree; the others are unclear."""
    first, *others = versions
    answers = dict(first.content)
    found = []
    for other in others:
        differ = [key for key in {**answers, **other.content} if not _same_answer(first, other, key)]
        cells = [next(_of_both(first, other, key)).origin.cell("code") for key in differ]
        found.append(_verdict(first.file, other.file, cells))
        for key in differ:
            given = answers.get(key) or other.content[key]
            answers[key] = replace(given, code=AnswerCode.UNCLEAR)
    return answers, tuple(found)


def _same_answer(
    first: Version[Mapping[str, Answer]], other: Version[Mapping[str, Answer]], key: str
) -> bool:
    """Whether both files give this answer; how the question looks does not count."""
    bare = [
        replace(item, origin=_NOWHERE, text="", as_sent=None, available_text="")
        for item in _of_both(first, other, key)
    ]
    return len(bare) > 1 and bare[0] == bare[1]


def _of_both(
    first: Version[Mapping[str, Answer]], other: Version[Mapping[str, Answer]], key: str
) -> Iterator[Answer]:
    return (version.content[key] for version in (first, other) if key in version.content)


def _different_lines(first: Version[tuple[Line, ...]], other: Version[tuple[Line, ...]]) -> list[Source]:
    return [*_only_in(first.content, other.content), *_only_in(other.content, first.content)]


def _only_in(lines: Iterable[Line], others: Iterable[Line]) -> Iterator[Source]:
    """The rows of `lines` that the others do not have, each as often as it stands there."""
    left = [replace(line, origin=_NOWHERE) for line in others]
    for line in lines:
        bare = replace(line, origin=_NOWHERE)
        if bare in left:
            left.remove(bare)
        else:
            yield line.origin.cell("")


def _verdict(file: str, other: str, cells: Sequence[Source]) -> Finding:
    """What is told about two files: where they differ, or that they do not."""
    name = PurePosixPath(other).name
    if not cells:
        return finding(Code.FILES_SAME, Source(file), other_file=name)
    here = _listed([cell.cell for cell in cells if cell.file == file])
    there = _listed([cell.cell for cell in cells if cell.file == other])
    shown = "; ".join(filter(None, (here, f"{there} in {name}" if there else "")))
    return finding(Code.FILES_DIFFER, Source(file), other_file=name, cells=shown)


def _listed(cells: Sequence[str]) -> str:
    more = f" en nog {len(cells) - _SHOWN}" if len(cells) > _SHOWN else ""
    return ", ".join(cells[:_SHOWN]) + more

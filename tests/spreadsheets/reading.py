"""What the reading tests share: find a finding by its code, and read one sheet of Markdown."""

from collections.abc import Iterable
from pathlib import Path

from markdown_workbook import write_markdown

from marktscan.domain.answer import Answer
from marktscan.domain.finding import Code, Finding
from marktscan.spreadsheets.books import open_book
from marktscan.spreadsheets.read_answers import read_answers


def found(findings: Iterable[Finding], *codes: Code) -> list[tuple[str, dict[str, str]]]:
    """Cell and facts of the findings with these codes."""
    return [(item.source.cell, dict(item.facts)) for item in findings if item.code in codes]


def codes(findings: Iterable[Finding]) -> list[str]:
    """The names of the codes, columns that a short example leaves out not counted."""
    return [item.code.name for item in findings if item.code is not Code.COLUMN_LEFT_OUT]


def answers_of(tmp_path: Path, table: str) -> tuple[dict[str, Answer], tuple[Finding, ...]]:
    """The answers in a sheet Vragen with this table."""
    write_markdown(tmp_path / "answers.xlsx", {"Vragen": table})
    book, problems = open_book(tmp_path, "answers.xlsx")
    assert book is not None, problems
    answers, findings = read_answers(book)
    return dict(answers or {}), findings

"""The reports of the whole example, made once for all tests that look at finished files."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from marktscan import pipeline
from marktscan.reporting import write


@dataclass(frozen=True)
class ExampleReports:
    """By variant the finished file and the HTML it was made from."""

    files: Mapping[str, Path]
    pages: Mapping[str, str]


NAMES = (
    "stuurgroep",
    "gemeente-aalsmeer",
    "gemeente-amstelveen",
    "gemeente-diemen",
    "leverancier-kade-zaken",
    "openbaar",
)
"""Every kind of report, and of the vendors the one that calls most confidential."""


def example_reports(root: Path) -> ExampleReports:
    """Render a report of every kind of the project in `root`, and keep the pages."""
    kept: list[str] = []
    rendered = write.rendered

    def keeping(pages: Iterable[str]) -> Iterator[bytes]:
        return rendered(map(_kept, pages))

    def _kept(page: str) -> str:
        kept.append(page)
        return page

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(write, "rendered", keeping)
        made = [path for path in pipeline.report(root, NAMES).reports if path.suffix == ".pdf"]
    names = [path.stem for path in made]
    files = dict(zip(names, (root / path for path in made), strict=True))
    return ExampleReports(files, dict(zip(names, kept, strict=True)))

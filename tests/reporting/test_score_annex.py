"""Figures lead to the row they come from, and that row says the same."""

from collections.abc import Iterator, Sequence

import pytest

from marktscan.reporting.chapters.fit_gap import fit_gap
from marktscan.reporting.chapters.outcome import outcome
from marktscan.reporting.chapters.score_annex import score_annex
from marktscan.reporting.compose import compose
from marktscan.reporting.facts import Facts
from marktscan.reporting.html import render
from marktscan.reporting.view import Block, Cell, Chapter, Link, Part, Row, SideBySide, Table, cell, led
from tests.reporting import page
from tests.reporting.wide import facts, wide


def tables(parts: Sequence[Part]) -> Iterator[Table]:
    for part in parts:
        if isinstance(part, Table):
            yield part
        elif isinstance(part, Block):
            yield from tables(part.parts)
        elif isinstance(part, SideBySide):
            for _, inside in part.columns:
                yield from tables(inside)


def figures(chapter: Chapter) -> list[Link]:
    """The figures of a chapter that lead somewhere."""
    cells = (found for table in tables(chapter.parts) for row in table.rows for found in row.cells)
    return [
        word for found in cells for word in found.text if isinstance(word, Link) and word.style == "figure"
    ]


def annex_rows(given: Facts) -> dict[str, Row]:
    return {row.anchor: row for table in tables(score_annex(given).parts) for row in table.rows}


def said(row: Row) -> list[str]:
    return [str(word) for found in row.cells for word in found.text]


def test_every_score_stands_in_the_row_it_leads_to() -> None:
    given = wide(3, 12)
    rows = annex_rows(given)
    scores = [table for table in tables(outcome(given).parts) if not table.caption.startswith("Met ")]
    links = [
        w
        for table in scores
        for row in table.rows
        for c in row.cells
        for w in c.text
        if isinstance(w, Link) and w.style
    ]
    assert len(links) > 12
    assert all(link.text.split(" (")[0] in said(rows[link.target]) for link in links)


@pytest.mark.parametrize("size", [(1, 1), (3, 12), (12, 12)])
def test_every_figure_leads_to_a_row_that_is_there(size: tuple[int, int]) -> None:
    given = wide(*size)
    known = annex_rows(given).keys()
    links = [*figures(outcome(given)), *figures(fit_gap(given))]
    assert links
    assert {link.target for link in links if link.target.startswith("score-")} <= known


def test_the_scores_of_the_only_municipality_stand_there_once() -> None:
    given = wide(1, 3)
    captions = [table.caption for table in tables(score_annex(given).parts)]
    assert [caption for caption in captions if "score per thema" in caption.lower()] == [
        "Aalsmeer: score per thema"
    ]
    read = page.read(render(compose(given)))
    assert {link[1:] for link in read.links} <= set(read.ids)


def test_a_theme_shows_its_weight_and_the_cell_it_stands_in() -> None:
    row = annex_rows(wide(3, 12))["score-aalsmeer-ARC"]
    assert said(row)[1].startswith("20,0\xa0% (Thema's!")


def test_themes_times_weights_are_the_score() -> None:
    """Added up from what is printed, within the rounding of what is printed."""
    rows = annex_rows(facts({"rx-enterprise": "SCPSSMSSCS", "kade-zaken": "SSSSSSSSSS"}))
    own = [row for anchor, row in rows.items() if anchor.startswith("score-aalsmeer-")]
    weights = [float(said(row)[1].split("\xa0")[0].replace(",", ".")) for row in own]
    points = [float(said(row)[3].replace(",", ".")) for row in own]
    score = float(said(rows["score-aalsmeer"])[3].replace(",", "."))
    assert sum(w * p for w, p in zip(weights, points, strict=True)) / 100 == pytest.approx(score, abs=0.11)


def test_words_without_a_figure_lead_nowhere() -> None:
    assert led(cell("geen score"), "x") == cell("geen score")
    assert led(cell("78,6"), "x") == Cell((Link("78,6", "x", "figure"),))


def test_without_scores_the_rows_are_there_all_the_same() -> None:
    given = facts({})
    assert score_annex(given).title == "Er zijn nog geen scores"
    assert "score-samen-ARC" in annex_rows(given)

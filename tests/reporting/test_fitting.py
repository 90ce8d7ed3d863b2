"""Tables that the page cannot hold become several, and none that it can hold."""

from itertools import chain

import pytest

from marktscan.reporting.compose import compose
from marktscan.reporting.fitting import in_parts
from marktscan.reporting.view import Column, Row, Table, cell, head
from tests.reporting.wide import wide


def table(columns: int, wide: int = 60) -> Table:
    heads = (Column("Eis", width=46), *(Column(f"K{n}", width=wide) for n in range(columns)))
    rows = tuple(
        Row((head(f"R{r}"), *(cell(f"{r}.{n}") for n in range(columns))), anchor=f"r{r}") for r in (1, 2)
    )
    return Table("Veel", heads, rows, "Wat", groups=("", *(f"g{n}" for n in range(columns))), anchor="veel")


def test_a_table_that_fits_stays_as_it_is() -> None:
    assert in_parts(table(7)) == (table(7),)


def test_a_table_that_is_too_wide_keeps_every_column_once_beside_the_first() -> None:
    parts = in_parts(table(20))
    assert [part.caption for part in parts] == ["Veel (1 van 3)", "Veel (2 van 3)", "Veel (3 van 3)"]
    assert all(part.columns[0].heading == "Eis" for part in parts)
    assert [c.heading for c in chain(*(part.columns[1:] for part in parts))] == [f"K{n}" for n in range(20)]
    assert [c.text for c in chain(*(part.rows[1].cells[1:] for part in parts))] == [
        (f"2.{n}",) for n in range(20)
    ]
    assert [g for part in parts for g in part.groups[1:]] == [f"g{n}" for n in range(20)]
    sizes = [len(part.columns) for part in parts]
    assert max(sizes) - min(sizes) <= 1


def test_links_lead_to_the_first_part_only() -> None:
    first, *others = in_parts(table(20))
    assert (first.anchor, first.rows[0].anchor) == ("veel", "r1")
    assert all(part.anchor == "" == part.rows[0].anchor for part in others)


def test_words_count_where_no_width_is_declared_and_long_ones_are_broken() -> None:
    undeclared = Table("T", (Column("Naam"), Column("Uitleg")), (Row((head("a"), cell("x" * 900))),))
    assert in_parts(undeclared) == (undeclared,)


def test_a_column_that_is_wider_than_the_page_goes_alone() -> None:
    assert [len(part.columns) for part in in_parts(table(3, 600))] == [2, 2, 2]


@pytest.mark.parametrize("vendors", [3, 6])
def test_no_table_of_three_municipalities_is_split(vendors: int) -> None:
    captions = [str(part) for place in compose(wide(3, vendors)).chapters for part in place.chapter.parts]
    assert not any(" van 2)" in text for text in captions)

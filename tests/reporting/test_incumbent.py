"""The chapter on the current system: what it has nothing for, and whether that is anywhere a knock-out."""

from marktscan.reporting.chapters.incumbent import incumbent
from marktscan.reporting.view import Block, Table
from tests.reporting.wide import facts


def missing(answers: str) -> Table:
    """The table of what is not there; ARC-01 and KOP-01 (the fourth and eighth answer) are knock-outs."""
    blocks = [part for part in incumbent(facts({"rx-enterprise": answers})).parts if isinstance(part, Block)]
    found = [part for block in blocks for part in block.parts if isinstance(part, Table)]
    return next(table for table in found if "ook geen belofte" in table.caption)


def test_where_nothing_that_is_missing_is_a_knock_out_a_sentence_says_so_and_no_column() -> None:
    table = missing("SSSSSNSSSN")
    assert [column.heading for column in table.columns] == ["Eis", "Wat", "Antwoord"]
    assert table.subtitle.endswith(" Geen daarvan is een knock-out.")


def test_where_something_missing_is_a_knock_out_every_row_says_for_whom() -> None:
    table = missing("SSSNSSSSSN")
    assert [column.heading for column in table.columns][-1] == "Knock-out bij"
    assert [row.cells[-1].text for row in table.rows] == [("alle gemeenten",), ("–",)]
    assert "knock-out" not in table.subtitle

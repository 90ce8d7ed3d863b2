"""The chapter on what the municipalities ask: of long lists the most telling, and the codes of all others."""

from dataclasses import replace

from marktscan.domain.programme import JointRequirement, Programme, Status
from marktscan.reporting.chapters.requirements import requirements
from marktscan.reporting.facts import Facts
from marktscan.reporting.variants import Variant
from marktscan.reporting.view import Link, Paragraph, Table
from tests.reporting import small

MANY = 20
OWNERS = ("aalsmeer", "amstelveen", "diemen")


def asked(place: int, weights: tuple[int, ...], *, hard: bool = False) -> JointRequirement:
    """One row that as many municipalities as there are weights ask, the first perhaps as a knock-out."""
    row = f"ZTC-{place:02}"
    positions = {
        slug: replace(
            small.requirement(slug, row, place), weight=weight, knock_out=hard and slug == OWNERS[0]
        )
        for slug, weight in zip(OWNERS, weights, strict=False)
    }
    status = Status.OTHER_WEIGHT if len(weights) == len(OWNERS) else Status.PARTIAL
    return JointRequirement(row, "ZTC", f"Het systeem doet wat {row} vraagt.", status, positions)


def facts(*rows: JointRequirement) -> Facts:
    made = replace(small.scan(), programme=Programme(rows))
    return Facts(made, small.results(small.scan()), small.NO_STRESS, (), Variant("stuurgroep"))


def differing(given: Facts) -> Table:
    return next(
        p for p in requirements(given).parts if isinstance(p, Table) and p.caption.startswith("Ander")
    )


def ids(table: Table) -> list[str]:
    return [word.text for row in table.rows for word in row.cells[0].text if isinstance(word, Link)]


def rest(given: Facts) -> list[str]:
    return [
        word.text
        for part in requirements(given).parts
        if isinstance(part, Paragraph) and "bijlage" in str(part.text[0])
        for word in part.text
        if isinstance(word, Link)
    ]


def test_of_a_long_list_the_most_telling_are_shown_and_the_others_named() -> None:
    given = facts(
        *(asked(i, (3, 4, 3)) for i in range(MANY)), asked(90, (1, 5, 1)), asked(91, (3,) * 3, hard=True)
    )
    shown = ids(differing(given))
    assert len(shown) == 10
    assert shown[-2:] == ["ZTC-90", "ZTC-91"]
    assert sorted([*shown, *rest(given)]) == sorted(row.id for row in given.scan.programme.rows)
    assert differing(given).caption == "Ander gewicht: 22 eisen"
    assert differing(given).subtitle.endswith("Hier de tien die het meest verschillen.")


def test_what_few_ask_is_shown_by_weight() -> None:
    given = facts(*(asked(i, (2, 2)) for i in range(MANY)), asked(90, (5,)))
    table = next(
        p for p in requirements(given).parts if isinstance(p, Table) and p.caption.startswith("Niet")
    )
    assert ids(table)[-1] == "ZTC-90"
    assert table.subtitle.endswith("Hier de tien die het zwaarst wegen.")


def test_a_short_list_is_whole_and_says_nothing_of_others() -> None:
    given = facts(*(asked(i, (3, 4, 3)) for i in range(5)))
    assert len(ids(differing(given))) == 5
    assert not rest(given)
    assert "Hier de" not in differing(given).subtitle


def test_municipalities_share_the_room_in_which_their_own_words_stand() -> None:
    def widths(names: int) -> set[int]:
        project = small.project([f"Gemeente {n}" for n in range(names)])
        row = replace(asked(1, (3, 4, 3)), status=Status.CONFLICT)
        given = facts(row)
        given = replace(given, scan=replace(given.scan, project=project))
        table = next(p for p in requirements(given).parts if isinstance(p, Table) and "Strijdig" in p.caption)
        return {column.width for column in table.columns[2:]}

    assert [widths(names) for names in (2, 3, 4, 12)] == [{112}, {111}, {83}, {70}]


def test_priorities_are_explained_where_they_are_used() -> None:
    said = [p for p in requirements(facts(asked(1, (3, 4, 3)))).parts if isinstance(p, Paragraph)]
    assert "Must: dit moet." in str(said[0].text[0])

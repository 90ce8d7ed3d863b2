"""The management summary: two pages whatever the size of the scan, and no sentence that could be false."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pikepdf
import pytest

from marktscan.domain.bandwidth import CostBandwidth
from marktscan.domain.conventions import TOGETHER
from marktscan.reporting.chapters import vendors
from marktscan.reporting.chapters.codes import codes_in_short
from marktscan.reporting.chapters.cost_bandwidth import bandwidth_parts, bandwidth_title
from marktscan.reporting.chapters.cover import SUMMARY
from marktscan.reporting.chapters.own_view import own_view
from marktscan.reporting.chapters.summary import summary
from marktscan.reporting.chapters.vendors import vendor_pages
from marktscan.reporting.compose import compose
from marktscan.reporting.facts import Facts
from marktscan.reporting.html import render
from marktscan.reporting.pdf import pdf
from marktscan.reporting.promised import at_the_start
from marktscan.reporting.view import (
    Block,
    Cell,
    Figure,
    Heading,
    Link,
    Paragraph,
    Part,
    SideBySide,
    Table,
    cell,
    paragraph,
)
from tests.reporting import small
from tests.reporting.wide import facts, wide

COVER_AND_CONTENTS = 2


def parts(given: Facts) -> Iterator[Part]:
    return flat(summary(given).parts)


def flat(found: tuple[Part, ...]) -> Iterator[Part]:
    for part in found:
        yield part
        if isinstance(part, Block):
            yield from flat(part.parts)
        elif isinstance(part, SideBySide):
            for _, inside in part.columns:
                yield from flat(inside)


def headings(given: Facts) -> list[str]:
    found = (
        part.text if isinstance(part, Heading) else part.title
        for part in parts(given)
        if isinstance(part, Heading | Figure)
    )
    return [*found]


def sentences(given: Facts) -> str:
    return " ".join("".join(map(str, part.text)) for part in parts(given) if isinstance(part, Paragraph))


@pytest.mark.parametrize("size", [(1, 1), (1, 6), (1, 12), (3, 1), (3, 12), (12, 12)])
def test_it_is_two_pages_whatever_the_size(size: tuple[int, int]) -> None:
    page = compose(wide(*size))
    alone = replace(page, chapters=tuple(n for n in page.chapters if n.chapter.anchor == SUMMARY))
    with pikepdf.open(BytesIO(pdf(render(alone)))) as file:
        assert len(file.pages) == COVER_AND_CONTENTS + 2


@pytest.mark.parametrize("municipalities", [1, 3, 5, 6])
def test_every_package_has_one_page(municipalities: int) -> None:
    page = compose(wide(municipalities, 3))
    chapters = tuple(n for n in page.chapters if n.chapter.style == "one-page")
    with pikepdf.open(BytesIO(pdf(render(replace(page, chapters=chapters))))) as file:
        assert len(file.pages) == COVER_AND_CONTENTS + len(chapters) == COVER_AND_CONTENTS + 3


def test_of_many_municipalities_those_with_the_same_outcome_share_a_row(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def outcome(_: Facts, __: str, ___: object, municipality: str = "") -> Cell:
        return cell("nee" if municipality in {"aalsmeer", "diemen"} else "ja")

    def told(given: Facts) -> list[list[str]]:
        blocks = (part for part in vendor_pages(given)[0].parts if isinstance(part, SideBySide))
        inside = (part for block in blocks for _, parts in block.columns for part in parts)
        (table,) = (part for part in inside if isinstance(part, Table))
        return [[str(c.text[0]) for c in row.cells] for row in table.rows]

    assert told(wide(6, 3))[0][0] == "Elke gemeente"
    monkeypatch.setattr(vendors, "state_cell", outcome)
    assert told(wide(6, 3)) == [
        ["Aalsmeer en Diemen", "nee"],
        ["Amstelveen, Bergen op Zoom, Capelle aan den IJssel en Dongen", "ja"],
        ["Samen", "ja"],
    ]
    assert len(told(wide(5, 3))) == 6


def test_who_clearly_leads_is_told_without_the_ground_so_that_it_stays_two_pages() -> None:
    said = sentences(facts({"rx-enterprise": "N" * 10, "kade-zaken": "S" * 10}))
    assert "Kade Zaken is een duidelijke koploper." in said
    assert "80 % van de varianten" not in said


def test_it_holds_what_a_decision_needs() -> None:
    said = headings(wide(3, 12))
    assert {
        "De vraag",
        "Het antwoord",
        "Hoe zeker is dat?",
        "Risico’s",
        "Gevraagd besluit per college",
    } <= set(said)
    assert {"Wat er nu volgt", "Kosten zijn nog niet bekend"} <= set(said)
    matrix = next(part for part in parts(wide(3, 12)) if isinstance(part, Table))
    assert matrix.caption == "Zes pakketten zouden op een knock-out afvallen"


def test_of_many_packages_the_first_and_the_current_system_are_shown() -> None:
    matrix = next(part for part in parts(wide(3, 12)) if isinstance(part, Table))
    names = [str(row.cells[0].text[0]) for row in matrix.rows]
    assert len(names) == 5
    assert "Rx.Enterprise" in names
    assert "Zeven andere pakketten staan in het hoofdstuk over de knock-outs." in matrix.subtitle


def test_with_one_package_nobody_is_said_to_lead() -> None:
    alone = wide(1, 1)
    said = " ".join((sentences(alone), *headings(alone)))
    assert "koploper" not in said
    assert "Het minst zeker" not in said
    assert "Alleen Rx.Enterprise heeft een score" in said
    assert "per gemeente iets anders" not in said


def test_what_is_not_applicable_is_no_promise() -> None:
    given = facts({"rx-enterprise": "SSSSSSSSSX", "kade-zaken": "SSSSSSSSSS"})
    assert "Er is geen eis waarvoor nu niets is en ook geen belofte." in sentences(given)


def test_the_answer_says_what_the_promises_make_of_it() -> None:
    given = facts({"rx-enterprise": "SSSSSRSSSS", "a": "SSSSSNSSSS", "b": "SSSSNNSSSS"})
    found = at_the_start(given, "key:gelijk")
    assert "Komt elke belofte op tijd uit, dan haalt Rx.Enterprise bij de start van het contract" in found
    assert found in sentences(given)


def test_a_report_of_one_municipality_compares_joint_scores_with_joint_scores() -> None:
    joint, own = wide(3, 3), wide(3, 3, "aalsmeer")
    said = at_the_start(joint, "key:gelijk")
    assert said
    assert said in sentences(own)
    theirs = at_the_start(own, "aalsmeer")
    assert theirs != said
    view = own_view(own)
    assert view is not None
    assert theirs in ["".join(map(str, part.text)) for part in view.parts if isinstance(part, Paragraph)]


def test_without_a_promise_before_the_start_nothing_is_said_of_one() -> None:
    assert not at_the_start(facts({"rx-enterprise": "S" * 10, "a": "N" * 10}), "key:gelijk")


@pytest.mark.parametrize(
    ("answers", "title"),
    [
        (
            {"rx-enterprise": "SSSSSRSSNN", "a": "S" * 10},
            "De markt past nu beter, ook als elke belofte uitkomt",
        ),
        (
            {"rx-enterprise": "SSSSSRSSSS", "a": "SSSSSCSSSS"},
            "De markt past nu beter; met alle beloften haalt Rx.Enterprise dat in",
        ),
        (
            {"rx-enterprise": "SSSSSNSSSS", "a": "SSSSSRSSRS"},
            "Rx.Enterprise past nu beter; met alle beloften past straks de markt beter",
        ),
        (
            {"rx-enterprise": "S" * 10, "a": "NNSSSRSSSS"},
            "Rx.Enterprise past nu beter dan wat de markt biedt",
        ),
    ],
)
def test_the_title_says_whether_promises_change_who_is_ahead(answers: dict[str, str], title: str) -> None:
    assert summary(facts(answers)).title == title


def test_it_says_how_often_the_current_system_is_first() -> None:
    behind = facts({"rx-enterprise": "N" * 10, "a": "S" * 10})
    assert "Rx.Enterprise staat bij geen enkele variant bovenaan." in sentences(behind)
    somewhere = facts({"rx-enterprise": "NSSSSSSSSS", "a": "SSSSSSSSSN"})
    assert "Rx.Enterprise staat het vaakst bovenaan in Aalsmeer: bij " in sentences(somewhere)
    ahead = facts({"rx-enterprise": "S" * 10, "a": "N" * 10}, 2)
    said = sentences(ahead).replace("\N{NO-BREAK SPACE}", " ")
    assert "Rx.Enterprise staat in elke gemeente bij meer dan 99 % van de varianten bovenaan." in said


def test_codes_that_a_college_must_decide_on_are_explained() -> None:
    given = wide(3, 12)
    named = {
        str(word.text)
        for p in codes_in_short(given)
        if isinstance(p, Paragraph)
        for word in p.text
        if isinstance(word, Link)
    }
    assert {"ARC-01", "KOP-01", "ZTC-02"} <= named
    lead, *each = codes_in_short(given)
    assert lead == paragraph("Wat de genoemde eisen vragen:", style="note")
    assert len(each) == len(named), "each on a line of its own"


def test_nothing_is_explained_where_no_code_is_named() -> None:
    alone = facts({"rx-enterprise": "S" * 10, "a": "S" * 10}, 1)
    assert codes_in_short(alone) == ()


def test_costs_of_one_municipality_are_not_said_to_be_of_all() -> None:
    joint = facts(small.ANSWERS, own="aalsmeer", prices={"rx-enterprise": 1_000_000, "polder": 2_000_000})
    costs = joint.background.costs  # type: ignore[union-attr]
    theirs = tuple(replace(v, totals={"aalsmeer": v.totals[TOGETHER]}) for v in costs.vendors)
    heading = bandwidth_parts(
        replace(joint, background=replace(joint.background, costs=replace(costs, vendors=theirs)))  # type: ignore[type-var]
    )[0]
    assert isinstance(heading, Heading)
    assert heading.text.startswith("Kosten voor Aalsmeer: €")


def test_the_bandwidth_says_so_when_it_may_become_more() -> None:
    costs = wide(3, 12).background.costs  # type: ignore[union-attr]
    known = CostBandwidth(Decimal(6_167_857), Decimal(14_777_101), 6, 0, 0)
    years = f"in {costs.years} jaar"
    assert bandwidth_title(costs, known) == f"Kosten: € 6,1 tot 14,8 miljoen {years}"
    partly = replace(known, incomplete=2)
    assert bandwidth_title(costs, partly) == f"Kosten: € 6,1 tot meer dan 14,7 miljoen {years}"


def test_without_prices_nothing_is_said_about_costs() -> None:
    assert bandwidth_parts(replace(wide(3, 12), background=None)) == ()
    heading = bandwidth_parts(wide(3, 12))[0]
    assert isinstance(heading, Heading)
    assert heading.text == "Kosten zijn nog niet bekend"


def test_what_promises_come_to_is_joint_in_every_report() -> None:
    """It stands under a joint answer and is called joint, also where a municipality reads it."""

    def promised(own: str) -> str:
        said = sentences(wide(3, 12, own))
        return said[said.index("Komt elke belofte") : said.index("Gezamenlijke score")]

    assert promised("amstelveen") == promised("")

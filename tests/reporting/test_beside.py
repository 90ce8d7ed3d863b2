"""Promises, proof, assessors and choosing together in the report: what is said follows from the data."""

from dataclasses import replace
from datetime import date

import pytest

from marktscan.domain.agreement import Assessed, Together
from marktscan.domain.background import Background
from marktscan.domain.results import Stress
from marktscan.domain.scan import Scan
from marktscan.pipeline import background_of
from marktscan.reporting.chapters.beside import beside_the_scores
from marktscan.reporting.chapters.over_time import fit_over_time
from marktscan.reporting.chapters.vendors import vendor_pages
from marktscan.reporting.compose import compose
from marktscan.reporting.facts import Facts
from marktscan.reporting.html import render
from marktscan.reporting.variants import Variant
from marktscan.reporting.view import Block, Bullets, Figure, Link, Paragraph, Part, Table
from tests.reporting import small

S, N, R = "S" * 10, "N" * 10, "R" * 10


def facts(made: Scan | None = None, own: str = "", **parts: object) -> Facts:
    given = made or small.scan()
    found = small.results(given)
    background: Background = replace(background_of(given, found), **parts)  # type: ignore[arg-type]
    return Facts(given, found, Stress((), ()), (), Variant(own or "stuurgroep", own), background)


def flat(parts: tuple[Part, ...]) -> list[Part]:
    return [inner for part in parts for inner in (flat(part.parts) if isinstance(part, Block) else [part])]


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def titles(parts: tuple[Part, ...]) -> list[str]:
    return [
        plain(part.caption if isinstance(part, Table) else part.title)
        for part in flat(parts)
        if isinstance(part, Table | Figure)
    ]


def said(parts: tuple[Part, ...]) -> str:
    return plain(" ".join("".join(map(str, p.text)) for p in flat(parts) if isinstance(p, Paragraph)))


def rows(parts: tuple[Part, ...], start: str) -> list[list[str]]:
    table = next(part for part in flat(parts) if isinstance(part, Table) and part.caption.startswith(start))
    return [[plain("".join(map(str, cell.text))) for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize(
    ("answers", "title"),
    [
        ({"rx-enterprise": R, "kade-zaken": N}, "Rx.Enterprise blijft tot de start ten minste gelijk"),
        ({"rx-enterprise": R, "kade-zaken": "M" * 10}, "Rx.Enterprise haalt de markt in op 1 juli 2027"),
        ({"rx-enterprise": N, "kade-zaken": R}, "Als elke belofte uitkomt, staat Rx.Enterprise bij de start"),
        ({"rx-enterprise": N, "kade-zaken": S}, "Ook als elke belofte uitkomt, staat Rx.Enterprise bij de"),
    ],
)
def test_the_title_says_what_promises_make_of_the_difference(answers: dict[str, str], title: str) -> None:
    assert titles(fit_over_time(facts(small.scan(answers=answers))))[0].startswith(title)


def test_the_three_results_and_the_release_that_carries_most() -> None:
    found = said(fit_over_time(facts(small.scan(answers={"rx-enterprise": R, "kade-zaken": "M" * 10}))))
    assert found == (
        "Zonder beloften staat Rx.Enterprise op plaats 2, met gewogen beloften op plaats 2 en met alle "
        "beloften op plaats 1. De meeste op één datum: twee beloften hangen af van 1 maart 2027."
    )


def test_only_dates_on_which_something_changes_stand_in_the_table() -> None:
    found = rows(fit_over_time(facts(small.scan(answers={"rx-enterprise": N, "kade-zaken": S}))), "Rx")
    assert found == [["1 november 2026", "0,0", "91,1", "Kade Zaken", "−91,1"]]


def test_every_step_of_the_picture_stands_in_its_table_with_links_to_the_promises() -> None:
    figure = flat(fit_over_time(facts(small.scan(answers={"rx-enterprise": R, "kade-zaken": S}))))[0]
    assert isinstance(figure, Figure) and isinstance(figure.numbers, Table)
    found = [["".join(map(str, cell.text)) for cell in row.cells] for row in figure.numbers.rows]
    assert [plain(row[1]) for row in found if row[0] == "Kade Zaken"] == ["1 november 2026", "1 juli 2028"]
    own = [row for row in figure.numbers.rows if "".join(map(str, row.cells[0].text)) == "Rx.Enterprise"]
    assert [plain("".join(map(str, row.cells[1].text))) for row in own][:2] == [
        "1 november 2026",
        "1 maart 2027",
    ]
    links = [part.target for row in own for part in row.cells[3].text if isinstance(part, Link)]
    assert len(links) == len(set(links)) == 10
    assert all(target.startswith("eis-") for target in links)


def test_lines_without_a_promise_have_their_days_and_lead_nowhere() -> None:
    figure = flat(fit_over_time(facts(small.scan(answers={"rx-enterprise": N, "kade-zaken": S}))))[0]
    assert isinstance(figure, Figure) and isinstance(figure.numbers, Table)
    assert figure.numbers.subtitle == "Elke stap van elke lijn"
    assert not any(isinstance(part, Link) for row in figure.numbers.rows for part in row.cells[3].text)


def test_a_municipality_reads_its_own_ranking() -> None:
    found = flat(fit_over_time(facts(own="diemen")))
    assert isinstance(found[0], Figure)
    assert "weging van Diemen" in found[0].subtitle


@pytest.mark.parametrize("answers", [{"kade-zaken": S}, {"rx-enterprise": R}, {}])
def test_without_anyone_to_compare_there_is_no_course(answers: dict[str, str]) -> None:
    assert fit_over_time(facts(small.scan(answers=answers))) == ()


def test_what_stands_beside_the_scores() -> None:
    found = beside_the_scores(facts())
    assert titles(found) == ["Zo ver reiken de beloften, en zo ver het bewijs"]
    assert len(rows(found, "Zo ver reiken")[0]) == 7
    assert "Kendalls W" in said(found)


def test_every_table_beside_the_scores_stays_whole_where_a_page_can_hold_it() -> None:
    found = [part for part in flat(beside_the_scores(facts())) if isinstance(part, Table)]
    assert len(found) == 1
    assert all("keep" in table.style.split() for table in found)


def test_no_marks_one_municipality_and_a_vendor_without_a_score_are_said_in_words() -> None:
    one = small.scan(small.project(("Diemen",)), others=(small.unreadable("oost"),))
    found = beside_the_scores(facts(one, assessed=Assessed((), (), (), ())))
    assert "Kendalls W" not in said(found)
    assert rows(found, "Zo ver reiken")[1] == ["Oost", *["geen score"] * 6]


def test_where_joint_first_place_tips_is_a_list_and_else_one_sentence() -> None:
    made = small.scan(answers={"kade-zaken": S, "polder": N})
    steady = facts(made)
    assert "blijft hetzelfde pakket samen bovenaan" in said(beside_the_scores(steady))
    point = replace(
        steady.background.together.tipping_points[0],  # type: ignore[union-attr]
        upper=small.Fraction(5, 8),
        upper_vendor="polder",
    )
    tipping = facts(made, together=Together((point,), None))
    [bullets] = [part for part in flat(beside_the_scores(tipping)) if isinstance(part, Bullets)]
    assert plain("".join(map(str, bullets.items[0]))) == (
        "Elke gemeente even zwaar: telt Aalsmeer voor meer dan 62,5 % mee (nu 33,3 %), dan komt Polder "
        "Componenten samen bovenaan."
    )


def test_without_a_background_or_a_score_nothing_is_said() -> None:
    given = facts()
    assert beside_the_scores(replace(given, background=None)) == ()
    assert fit_over_time(replace(given, background=None)) == ()
    assert beside_the_scores(facts(small.scan(answers={}, others=(small.unreadable("oost"),)))) == ()


def test_a_page_per_vendor_shows_weighed_and_delivered_where_they_differ() -> None:
    pages = {page.title.split(":")[0]: page for page in vendor_pages(facts())}
    figures = {
        name: next(part for part in flat(page.parts) if isinstance(part, Figure))
        for name, page in pages.items()
    }
    assert "open: alles geleverd" in figures["Rx.Enterprise"].subtitle
    assert "geleverd " in figures["Rx.Enterprise"].chart.alt
    assert "geleverd" not in figures["Kade Zaken"].subtitle


@pytest.mark.parametrize("own", ["", "diemen"])
def test_the_whole_report_still_renders(own: str) -> None:
    made = facts(own=own)
    page = render(compose(made))
    assert "elke belofte uitkomt" in page
    assert "nan" not in page.replace("financ", "").split()
    assert date(2026, 11, 1) == made.project.reference_date

"""What single chapters decide: titles, sentences and groupings that follow from the data."""

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from marktscan.domain.answer import AnswerCode
from marktscan.domain.assessment import Consensus
from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.requirement import Kind, Requirement
from marktscan.domain.results import LeaveOneOut, Stress, TippingPoint
from marktscan.domain.scan import Scan
from marktscan.domain.source import Origin, Source
from marktscan.reporting.chapters import (
    answers,
    certainty,
    decisions,
    knock_outs,
    outcome,
    own_view,
    sureness,
    themes,
)
from marktscan.reporting.chapters.annex import annex
from marktscan.reporting.chapters.findings import findings
from marktscan.reporting.chapters.knock_outs import knock_outs as knock_out_chapter
from marktscan.reporting.chapters.titles import knock_out_title, results_title
from marktscan.reporting.chapters.vendors import vendor_pages
from marktscan.reporting.chapters.widths import name_width
from marktscan.reporting.facts import Facts
from marktscan.reporting.variants import Variant, variants
from marktscan.reporting.view import Chapter, Column, Paragraph, Row, Table, cell, head
from tests.reporting import small

S, N, R = "S" * 10, "N" * 10, "R" * 10


def facts(
    made: Scan | None = None, stress: Stress = small.NO_STRESS, found: tuple[Finding, ...] = (), own: str = ""
) -> Facts:
    given = made or small.scan()
    return Facts(given, small.results(given), stress, found, Variant(own or "stuurgroep", own))


def point(theme: str = "ARC", **bounds: object) -> TippingPoint:
    given = {"lower": None, "upper": None, "lower_vendor": "", "upper_vendor": "", **bounds}
    return TippingPoint("aalsmeer", theme, Fraction(1, 5), **given)  # type: ignore[arg-type]


def tables(chapter: Chapter) -> list[Table]:
    return [part for part in chapter.parts if isinstance(part, Table)]


def words(chapter: Chapter) -> str:
    return " ".join("".join(map(str, part.text)) for part in chapter.parts if isinstance(part, Paragraph))


@pytest.mark.parametrize(
    ("points", "said"),
    [
        ((), "niet berekend"),
        ((point(),), "altijd: geen enkel thema kan de eerste plaats alleen veranderen"),
        (
            (point(upper=Fraction(1, 2), upper_vendor="polder"),),
            "archivering minder dan 50,0\xa0% weegt (nu 20,0\xa0%); daarna Polder Componenten",
        ),
        (
            (
                point(
                    lower=Fraction(1, 8),
                    lower_vendor="polder",
                    upper=Fraction(1, 2),
                    upper_vendor="rx-enterprise",
                ),
            ),
            "archivering meer dan 12,5\xa0% weegt (nu 20,0\xa0%); daarna Polder Componenten",
        ),
        (
            (
                point(upper=Fraction(3, 5), upper_vendor="polder"),
                point("WOO", upper=Fraction(1, 4), upper_vendor="polder"),
            ),
            "openbaarheid minder dan 25,0\xa0% weegt (nu 20,0\xa0%); daarna Polder Componenten",
        ),
    ],
)
def test_how_long_first_place_holds(points: tuple[TippingPoint, ...], said: str) -> None:
    given = facts(stress=Stress(points, ()))
    assert sureness.holds(given, given.municipalities[0].slug) == said


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "nog niets te zeggen: er is geen score"),
        ({"a": S}, "er is geen ander pakket met een score"),
        ({"a": S, "b": S}, "nu al gedeeld: niemand staat alleen bovenaan"),
    ],
)
def test_first_place_without_a_second(given: dict[str, str], said: str) -> None:
    made = facts(small.scan(answers=given))
    assert sureness.holds(made, made.municipalities[0].slug) == said


def test_the_least_coverage_is_the_figure_of_the_table_of_results() -> None:
    given = facts()
    said = sureness.coverage_sentence(given)
    shown = {
        "".join(map(str, cell.text))
        for table in tables(outcome.outcome(given))
        for row in table.rows
        if "Polder Componenten" in row.cells[1].text
        for cell in row.cells
    }
    assert said.startswith("Het minst beantwoord is Polder Componenten: 88\xa0% van het gewicht.")
    assert "88\xa0%" in shown
    assert said.endswith("Dat is minder dan de afgesproken 90\xa0%; de rangorde heet daarom voorlopig.")
    assert "; de rangorde in Amstelveen heet daarom" in sureness.coverage_sentence(given, where=True)
    every = {slug: replace(r, provisional=True) for slug, r in given.results.municipalities.items()}
    given = replace(given, results=replace(given.results, municipalities=every))
    assert "; de rangorde in elke gemeente heet daarom" in sureness.coverage_sentence(given, where=True)


def test_unknown_answers_are_told_as_a_score_that_may_rise() -> None:
    said = sureness.coverage_sentence(facts(small.scan(answers={"a": "?SSSSSSSSS", "b": S})))
    assert said.endswith("Nog niet alles is beoordeeld: de score van A kan hoger uitvallen.")


@pytest.mark.parametrize(("certain", "whose"), [("S" * 10, "vier pakketten"), ("?SSSSSSSSS", "elk pakket")])
def test_many_scores_that_may_rise_are_counted(certain: str, whose: str) -> None:
    unknown = dict.fromkeys("abcd", "?SSSSSSSSS")
    said = sureness.coverage_sentence(facts(small.scan(answers={**unknown, "e": certain})))
    assert said.endswith(f"Nog niet alles is beoordeeld: de score van {whose} kan hoger uitvallen.")


def test_leaving_a_vendor_out_is_told_either_way() -> None:
    still = LeaveOneOut("aalsmeer", "polder", ("kade-zaken",), False, False)
    moved = replace(still, scores_changed=True, first=(), first_changed=True)
    titles = [
        tables(certainty.certainty(facts(stress=Stress((), (item,)))))[-1].caption for item in (still, moved)
    ]
    assert titles == [
        "Geen enkele score verandert als een ander pakket wegvalt",
        "Let op: een score verandert als een ander pakket wegvalt",
    ]


def _promising(*days: date | None) -> Facts:
    made = small.scan(answers={"a": R, "b": S})
    first, second = made.submissions
    given = {
        row: replace(answer, available=day, available_text=str(day or ""))
        for (row, answer), day in zip(first.answers.items(), days, strict=False)
    }
    return facts(replace(made, submissions=(replace(first, answers=given), second)))


@pytest.mark.parametrize(
    ("days", "periods"),
    [
        ([date(2027, 3, 1), date(2027, 3, 31)], ["mrt\xa02027"]),
        ([date(2027, n, 1) for n in range(1, 7)], ["kw 1 2027", "kw 2 2027"]),
        (
            [date(2027 + n // 3, 1 + 4 * (n % 3), 1) for n in range(6)],
            ["1e helft 2027", "2e helft 2027", "1e helft 2028", "2e helft 2028"],
        ),
        (
            [date(2027 + n, 1 + 6 * (n % 2), 1) for n in range(6)],
            ["2027", "2028", "2029", "2030", "2031", "2032"],
        ),
    ],
)
def test_promises_are_shown_together_in_the_finest_period_that_fits(
    days: list[date], periods: list[str]
) -> None:
    given = _promising(*days)
    assert list(answers._periods(answers.dated(answers.promises(given, "a")))) == periods
    assert answers.promise_chart(given, "a") is not None


def test_promises_without_a_date_have_no_line_of_time() -> None:
    given = _promising(None)
    assert answers.promise_chart(given, "a") is None
    assert answers.promise_title(given, "a") == "A doet één belofte; geen staat op tijd in een contract"
    assert answers.promise_title(given, "b") == "B belooft niets"


def test_a_row_the_vendor_left_out_counts_as_unanswered() -> None:
    made = small.scan(answers={"a": S})
    (only,) = made.submissions
    less = {row: answer for row, answer in only.answers.items() if row != "ZTC-01"}
    given = facts(replace(made, submissions=(replace(only, answers=less),)))
    assert answers.tally(given, given.submissions[0]).by_code[AnswerCode.UNANSWERED] == 1


def test_a_knock_out_nobody_meets_is_told_of_the_requirement() -> None:
    made = facts(small.scan(answers={"a": "SSSNSSSSSS", "b": "SSSNSSSSSS"}))
    assert "Aan ARC-01 voldoet geen enkel pakket." in words(knock_out_chapter(made))
    assert knock_out_title(made) == "Elk pakket zou bij ten minste één gemeente op een knock-out afvallen"
    assert tables(knock_out_chapter(made))[-1].rows[0].cells[2].text == (
        "niemand: elk pakket met een score voldoet ergens niet",
    )


def test_the_result_without_failing_packages_names_the_next() -> None:
    made = facts(small.scan(answers={"a": "SSSNSSSSSS", "b": "SSSSNNNSSS"}))
    row = tables(knock_out_chapter(made))[-1].rows[0]
    assert [c.text for c in row.cells] == [("Aalsmeer",), ("A",), ("B",)]


def test_a_requirement_that_is_no_knock_out_for_a_vendor_says_so() -> None:
    assert knock_outs._short_cell(None).text == ("n.v.t.",)


def test_titles_without_knock_outs() -> None:
    assert (
        knock_out_title(facts(small.scan(answers={"a": S}))) == "Geen pakket zou nu op een knock-out afvallen"
    )
    rows = tuple(
        replace(row, positions={s: replace(p, knock_out=False) for s, p in row.positions.items()})
        for row in small.scan().programme.rows
    )
    bare = replace(small.scan(), programme=replace(small.scan().programme, rows=rows))
    assert knock_out_title(facts(bare)) == "Geen enkele eis is een knock-out"


def test_different_leaders_are_named_with_their_places() -> None:
    made = facts(small.scan(answers={"a": "SSSNNNNNNN", "b": "NNNNNNNSSS"}))
    assert results_title(made) == "Bovenaan: A (Aalsmeer) en B (Amstelveen, Diemen)"
    assert outcome.joint_table(made).caption.startswith("Samen staat B onder elke sleutel bovenaan")


def test_a_difference_that_rounding_hides_is_told() -> None:
    made = facts(small.scan(answers={"a": "SSSSSSSSSC", "b": "SSSSSSSSSS"}))
    ranking = made.ranking("aalsmeer")
    close = replace(ranking.entries[1], low=ranking.entries[0].low - Fraction(1, 1000))
    told = outcome._close(made, replace(ranking, entries=(ranking.entries[0], close)))
    assert told == "Afgerond gelijk, maar niet precies: A en wie daarboven staat."


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ({}, "Aalsmeer heeft nog geen uitslag"),
        ({"a": S, "b": N}, "A staat in Aalsmeer bovenaan; de gezamenlijke eerste kost geen punten"),
        (
            {"a": "SSSNNNNNNN", "b": "NNNNNNNSSS"},
            "A staat in Aalsmeer bovenaan; samen B, dat kost 18,4 punten",
        ),
    ],
)
def test_a_municipality_reads_what_the_joint_choice_costs_it(given: dict[str, str], title: str) -> None:
    found = own_view.own_view(facts(small.scan(answers=given), own="aalsmeer"))
    assert found is not None and found.title == title


def test_decisions_ask_for_proof_of_the_first_and_for_conflicts() -> None:
    made = facts(small.scan(answers={"a": "SSSOSSSSSS", "rx-enterprise": N}))
    said = dict(decisions.decisions(made))
    assert said["Aalsmeer"] == (
        "Laat A ARC-01 aantonen. Bevestig ARC-01 en KOP-01 als harde eis: Rx.Enterprise voldoet niet. "
        "Los met Amstelveen en Diemen de strijdige eis ZTC-02 op.",
    )


def test_answers_without_evidence_are_a_risk() -> None:
    made = small.scan(answers={"rx-enterprise": S})
    (only,) = made.submissions
    bare = {row: replace(answer, evidence="") for row, answer in only.answers.items()}
    told = [
        "".join(map(str, text[1:]))
        for text in decisions.risks(facts(replace(made, submissions=(replace(only, answers=bare),))))
    ]
    assert " 10 van de 10 ja-antwoorden van Rx.Enterprise hebben geen bewijs." in told


def test_the_same_finding_in_many_cells_is_one_row() -> None:
    found = tuple(
        finding(Code.ANSWER_EMPTY, Source("vendors/a/answers.xlsx", "Vragen", f"F{n}"), id=n)
        for n in range(2, 10)
    )
    (table,) = tables(findings(facts(found=found)))
    (row,) = table.rows
    assert row.cells[2].text == ("vendors/a/answers.xlsx · Vragen!F2, F3, F4, F5 en 4 andere",)


def test_a_cell_with_the_same_finding_for_each_municipality_is_named_once() -> None:
    place = Source("vendors/a/answers.xlsx", "Vragen", "F8")
    found = tuple(finding(Code.ANSWER_EMPTY, place, id=n) for n in range(3))
    (table,) = tables(findings(facts(found=found)))
    assert table.rows[0].cells[2].text == ("vendors/a/answers.xlsx · Vragen!F8",)


def test_the_annex_explains_a_source_by_one_that_stands_in_it() -> None:
    (reading,) = (p for p in annex(facts()).parts if isinstance(p, Paragraph))
    said = "De bron ‘kade-zaken · Vragen!F2’ is het bestand vendors/kade-zaken/answers.xlsx, werkblad Vragen"
    assert said in str(reading.text[0])
    unanswered = facts(replace(small.scan(), submissions=()))
    (reading,) = (p for p in annex(unanswered).parts if isinstance(p, Paragraph))
    assert "De bron" not in str(reading.text[0])


def test_vendor_pages_are_in_alphabetical_order_and_titled_by_their_themes() -> None:
    titles = [chapter.title for chapter in vendor_pages(facts())]
    assert titles == [
        "Kade Zaken: hoogst op archivering, laagst op openbaarheid",
        "Polder Componenten: hoogst op koppelingen, laagst op archivering",
        "Rx.Enterprise: hoogst op koppelingen, laagst op archivering",
    ]


def test_the_widest_differences_come_first_whatever_their_side() -> None:
    found = themes.compared(facts(), "rx-enterprise")
    assert [(c.theme.code, c.rivals) for c in themes.greatest(found, 2)] == [
        ("ARC", ("kade-zaken",)),
        ("WOO", ("kade-zaken",)),
    ]


def test_product_names_lose_their_brackets_unless_they_would_be_the_same() -> None:
    project = small.project()
    named = [
        small.submission(slug, S, project, product)
        for slug, product in (("a", "Zaak (nieuw)"), ("b", "Zaak (oud)"), ("c", "Kade Zaken (x)"))
    ]
    made = facts(small.scan(project, {}, named))
    assert [made.product(slug) for slug in "abc"] == ["Zaak (nieuw)", "Zaak (oud)", "Kade Zaken"]
    assert [made.brief(slug) for slug in "abc"] == ["Zaak (nieuw)", "Zaak (oud)", "Kade"]


def test_a_table_with_unequal_rows_is_refused() -> None:
    with pytest.raises(ValueError, match="unequal cells"):
        Table("titel", (Column("een"), Column("twee")), (Row((head("x"),)), Row((cell("y"), cell("z")))))


def test_a_column_is_as_wide_as_its_name_within_reason() -> None:
    assert name_width("Kade") < name_width("Rx.Enterprise") < name_width("X" * 80) == 84


def test_a_joint_first_that_hangs_on_the_key_is_told() -> None:
    made = small.project()
    ends = [{m.slug: int(m.slug == slug) for m in made.municipalities} for slug in ("aalsmeer", "diemen")]
    keys = tuple(replace(key, shares=shares) for key, shares in zip(made.keys, ends, strict=True))
    given = facts(small.scan(replace(made, keys=keys), {"a": "SSSNNNNNNN", "b": "NNNNNNNSSS"}))
    assert outcome.joint_table(given).caption == "Wie samen bovenaan staat, hangt af van de sleutel: A en B"


def test_a_score_that_may_rise_is_shown_as_an_interval_beside_its_coverage() -> None:
    made = facts(small.scan(answers={"a": "?SSSSSSSSS", "b": S}, others=[small.unreadable("c")]))
    table = tables(certainty.certainty(made))[-1]
    assert [row.cells[1].text for row in table.rows] == [
        ("84\xa0% (78,0–94,0)",),
        ("100\xa0%",),
        ("geen score",),
    ]


def test_the_annex_shows_how_a_wish_got_its_points_but_not_who_gave_which_mark() -> None:
    made = small.scan()
    first, *others = made.submissions
    marks = tuple(replace(m, mark=mark) for m, mark in zip(first.marks[1::2], (4, 8, 8), strict=True))
    marked = replace(made, submissions=(replace(first, marks=marks), *others))
    said = {table.caption[:6]: table for table in tables(annex(facts(marked)))}
    kade = said["ZTC-03"].rows[0].cells
    assert "gemiddelde van 3 cijfers: 8, 8, 4" in str(kade[2])
    assert re.search(r"8, 8, 4 \(assessments · \w+![A-Z]+\d+[^)]*\)", str(kade[2]))
    assert "aalsmeer-1" not in str(kade)
    # (80 + 80 + 40) ÷ 3 = 66,67 points
    assert kade[3].text == ("66,67",)
    agreed = Consensus(
        "ZTC-03", 6, "Besproken.", Origin("vendors/kade-zaken/consensus.xlsx", "Consensus", 2, {"mark": "E"})
    )
    settled = replace(made, submissions=(replace(first, consensus=(agreed,)), *others))
    said = {table.caption[:6]: table for table in tables(annex(facts(settled)))}
    assert "consensuscijfer 6: 60 punten (kade-zaken/consensus.xlsx · Consensus!E2)" in str(
        said["ZTC-03"].rows[0]
    )


def test_the_annex_says_of_a_knock_out_that_it_has_no_weight() -> None:
    said = {table.caption[:6]: table for table in tables(annex(facts()))}
    assert said["KOP-01"].columns[3].heading == "Punten"
    assert said["KOP-01"].subtitle.endswith(" Weegt niet mee.")
    assert said["KOP-01"].rows[0].cells[3].text == ("100",)


def test_points_that_are_the_same_everywhere_stand_once_with_the_weights_above() -> None:
    alike = {table.caption[:6]: table for table in tables(annex(facts()))}["ZTC-01"]
    assert [column.heading for column in alike.columns[3:]] == ["Punten"]
    assert re.search(r" Weging: Aalsmeer ×\xa0\d+,\d\d, Amstelveen ×\xa0\d+,\d\d, ", alike.subtitle)


def test_a_municipality_has_a_column_of_its_own_when_it_gives_other_points() -> None:
    made = small.scan()
    first, *others = made.programme.rows
    own = {slug: replace(held, kind=Kind.WISH) for slug, held in list(first.positions.items())[:1]}
    row = replace(first, positions={**first.positions, **own})
    changed = replace(made, programme=replace(made.programme, rows=(row, *others)))
    apart = {table.caption[:6]: table for table in tables(annex(facts(changed)))}[row.id]
    assert [str(column.heading)[:4] for column in apart.columns[3:]] == ["Aal.", "Ams.", "Die."]
    assert len({str(cell) for cell in apart.rows[0].cells[3:]}) == 2


def test_a_weight_stands_above_its_column_unless_packages_differ_in_it() -> None:
    made = small.scan()
    lists = tuple(
        replace(own, requirements=tuple(_granting(row) for row in own.requirements)) for own in made.lists
    )
    positions = tuple(
        replace(row, positions={slug: _granting(own) for slug, own in row.positions.items()})
        for row in made.programme.rows
    )
    first, *others = made.submissions
    granted = {**first.answers, "ZTC-02": replace(first.answers["ZTC-02"], code=AnswerCode.NOT_APPLICABLE)}
    changed = replace(
        made,
        lists=lists,
        programme=replace(made.programme, rows=positions),
        submissions=(replace(first, answers=granted), *others),
    )
    apart = {table.caption[:6]: table for table in tables(annex(facts(changed)))}["ZTC-01"]
    assert apart.columns[3].heading == "Aal."
    assert len({str(row.cells[3].text[0]).split(" ", 1)[1] for row in apart.rows}) == 2


def _granting(row: Requirement) -> Requirement:
    return replace(row, not_applicable_allowed=True)


def test_the_requirement_repeats_above_every_page_of_its_table() -> None:
    for table in tables(annex(facts())):
        assert table.columns[0].heading == table.caption.split(" ", 1)[0]


def test_municipalities_that_hold_a_requirement_alike_are_named_together_with_every_cell() -> None:
    said = {table.caption[:6]: table for table in tables(annex(facts()))}
    assert said["KOP-03"].subtitle.count("requirements/") == 1
    for table in tables(annex(facts())):
        assert all(m.name in table.subtitle for m in facts().municipalities) or table.caption[:6] == "KOP-03"


def test_every_variant_of_a_project_has_a_name() -> None:
    assert variants(small.project(["Diemen", "Aalsmeer"])) == (
        "stuurgroep",
        "gemeente-aalsmeer",
        "gemeente-diemen",
        "leverancier-kade-zaken",
        "leverancier-polder",
        "leverancier-rx-enterprise",
        "openbaar",
    )

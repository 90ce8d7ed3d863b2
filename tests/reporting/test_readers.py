"""The chapters that only reports for outside have: what they say, also when there is nothing to say."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from marktscan.audience import Material, Selection
from marktscan.domain.answer import AnswerCode
from marktscan.domain.bandwidth import CostBandwidth
from marktscan.domain.classification import CellKind, Classification
from marktscan.domain.finding import Code, finding
from marktscan.domain.results import KnockOutState
from marktscan.domain.source import Source
from marktscan.pipeline import background_of, sureness
from marktscan.reporting.chapters.public_costs import costs_in_words, public_costs
from marktscan.reporting.chapters.public_method import public_certainty, public_left_out, public_method
from marktscan.reporting.chapters.public_outcome import public_outcome, public_themes
from marktscan.reporting.chapters.public_summary import public_summary
from marktscan.reporting.chapters.vendor_check import vendor_check, vendor_form
from marktscan.reporting.chapters.vendor_reading import vendor_answers, vendor_prices, vendor_reading
from marktscan.reporting.chapters.vendor_score import vendor_score
from marktscan.reporting.compose import compose
from marktscan.reporting.facts import Facts
from marktscan.reporting.html import render
from marktscan.reporting.variants import Variant, chosen
from marktscan.reporting.view import Block, Chapter, Figure, Paragraph, Part, SideBySide, Table
from marktscan.reporting.write import facts_of
from tests.audience.material import whole
from tests.reporting import page, small

KADE = Variant("leverancier-kade-zaken", vendor="kade-zaken")
PUBLIC = Variant("openbaar")
FIVE = {**small.ANSWERS, "oost": "SSSSSSSSSS", "west": "NNNNNNNNNN"}


def facts(variant: Variant, made: Material | None = None) -> Facts:
    return facts_of(Selection(made or whole()), variant)


def of_five() -> Material:
    made = small.scan(answers=FIVE)
    return Material(made, small.results(made), small.NO_STRESS)


def every(parts: tuple[Part, ...]) -> Iterator[Part]:
    for part in parts:
        yield part
        if isinstance(part, Block):
            yield from every(part.parts)
        elif isinstance(part, SideBySide):
            for _, inside in part.columns:
                yield from every(inside)


def tables(chapter: Chapter | None) -> list[Table]:
    assert chapter is not None
    return [part for part in every(chapter.parts) if isinstance(part, Table)]


def figures(chapter: Chapter | None) -> list[Figure]:
    assert chapter is not None
    return [part for part in every(chapter.parts) if isinstance(part, Figure)]


def words(chapter: Chapter | None) -> str:
    assert chapter is not None
    return " ".join("".join(map(str, p.text)) for p in every(chapter.parts) if isinstance(p, Paragraph))


def cells(table: Table) -> list[list[str]]:
    return [["".join(getattr(w, "text", w) for w in c.text) for c in row.cells] for row in table.rows]


@pytest.mark.parametrize("variant", [KADE, PUBLIC], ids=lambda v: v.name)
def test_a_report_for_outside_reads_well_from_cover_to_annex(variant: Variant) -> None:
    read = page.read(render(compose(facts(variant))))
    assert [level for level, _ in read.headings].count(1) == 1
    assert read.pictures == read.spoken
    assert all(table.unscoped == 0 and table.caption for table in read.tables)
    assert {link.removeprefix("#") for link in read.links} <= set(read.ids)
    assert "Fictieve voorbeeldgegevens" in read.text


def test_a_vendor_is_told_whom_it_is_for_what_to_do_and_nothing_of_others() -> None:
    text = page.read(render(compose(facts(KADE)))).text
    assert "feitelijke check voor Kade Zaken" in text
    assert text.count("Stuur het formulier naar: Projectleider marktverkenning.") == 2, "also on the form"
    assert "Vraag daar ook tot welke dag dat kan." in text
    assert "Polder" not in text
    assert "Rx.Enterprise" not in text


def test_everybody_reads_the_question_the_answer_and_every_package_drawn_alike() -> None:
    html = render(compose(facts(PUBLIC)))
    read = page.read(html)
    assert "Past een verder ontwikkeld Rx.Enterprise" in read.text
    assert "De markt past nu beter dan Rx.Enterprise" in read.text
    assert 'class="incumbent' not in html
    assert "nu in gebruik" not in read.text


def test_a_vendor_sees_each_answer_as_it_was_read() -> None:
    rows = {row[0]: row for table in tables(vendor_answers(facts(KADE))) for row in cells(table)}
    assert len(rows) == len(small.ROWS)
    assert rows["ZTC-01"][2] == "S standaard"
    assert rows["ZTC-02"][2] == "S standaard (vertr.)"
    assert rows["ZTC-02"][3].startswith("Alleen voor ons: module Archief")


def test_an_empty_cell_is_not_counted_as_an_answer() -> None:
    assert vendor_answers(facts(KADE)).title == "Tien antwoorden, zoals wij ze lazen"
    made = small.scan(answers={"kade-zaken": "RSSRSSSOSO"})
    given = facts(KADE, Material(made, small.results(made), small.NO_STRESS))
    assert vendor_answers(given).title == "Op 8 van de 10 eisen lazen wij een antwoord"


def test_a_promise_is_shown_with_its_date_and_an_empty_answer_as_empty() -> None:
    made = small.scan(answers={"kade-zaken": "RSSRSSSSSO"})
    given = facts(KADE, Material(made, small.results(made), small.NO_STRESS))
    rows = {row[0]: row[2] for table in tables(vendor_answers(given)) for row in cells(table)}
    assert (rows["ZTC-01"], rows["ARC-01"]) == ("R, 3-2027", "R, 6-2027, in contract")
    assert rows["KOP-03"].startswith("leeg")


def test_a_vendor_reads_in_its_own_words_what_was_noticed_in_its_own_files() -> None:
    chapter = vendor_reading(facts(KADE))
    (table,) = tables(chapter)
    assert chapter.title == "Bij één cel vragen wij u extra goed te kijken"
    assert cells(table) == [
        [
            "Vraag niet beantwoord. Bij ZTC-01 staat geen antwoord. Kies S, C, P, R, M of N.",
            "answers.xlsx · Vragen F2",
        ]
    ]


def test_many_of_one_kind_are_one_row_with_some_places() -> None:
    made = whole()
    many = tuple(
        finding(
            Code.ANSWER_EMPTY, Source("vendors/kade-zaken/answers.xlsx", "Vragen", f"F{n}"), requirement="x"
        )
        for n in range(2, 12)
    )
    (table,) = tables(vendor_reading(facts(KADE, replace(made, findings=many))))
    assert "als de gemeenten daar zelf om vragen" in table.subtitle
    assert cells(table)[0][1] == "answers.xlsx · Vragen F2, F3, F4, F5, F6, F7 en 4 andere"


def test_a_vendor_reads_of_everything_read_otherwise_how_it_was_read() -> None:
    made = whole()
    many = tuple(
        finding(
            Code.VALUE_READ_AS,
            Source("vendors/kade-zaken/answers.xlsx", "Vragen", f"I{n}"),
            value=f"Q{n} 2027",
            read_as=f"{n}-3-2027",
        )
        for n in range(1, 9)
    )
    (two,) = tables(vendor_reading(facts(KADE, replace(made, findings=many[:2]))))
    assert cells(two)[0][0] == (
        'Anders gelezen dan geschreven. "Q1 2027" is gelezen als "1-3-2027". '
        '"Q2 2027" is gelezen als "2-3-2027". Klopt dat, dan hoeft u niets te doen.'
    )
    (table,) = tables(vendor_reading(facts(KADE, replace(made, findings=many))))
    assert '"Q6 2027" is gelezen als "6-3-2027". En zo nog twee. Klopt dat' in cells(table)[0][0]


def test_a_vendor_without_usable_answers_is_told_so_and_has_no_score_and_no_answers() -> None:
    made = small.scan(others=(small.unreadable("zuid"),))
    given = facts(
        Variant("leverancier-zuid", vendor="zuid"), Material(made, small.results(made), small.NO_STRESS)
    )
    assert vendor_reading(given).title == "Wij konden uw antwoorden niet lezen"
    assert (vendor_answers(given), vendor_prices(given), vendor_score(given)) == (None, None, None)
    assert "Klopt wat wij van u lazen?" in page.read(render(compose(given))).text


def test_a_price_line_has_the_letter_of_a_municipality_and_an_empty_amount_is_not_nothing() -> None:
    (table,) = tables(vendor_prices(facts(KADE)))
    assert cells(table) == [["Licentie", "Gemeente C", "vast", "1", "100.010,00", "–"]]


def test_a_vendor_sees_its_own_totals_and_the_best_of_enough_others() -> None:
    chapter = vendor_score(facts(KADE, of_five()))
    (totals,) = tables(chapter)
    assert [row[0] for row in cells(totals)][:3] == ["Aalsmeer", "Amstelveen", "Diemen"]
    (figure,) = figures(chapter)
    assert "beste" in figure.chart.svg
    assert isinstance(figure.numbers, Table)
    shown = {row[0]: row[1:] for row in cells(figure.numbers)}
    assert "daarna pas afgerond" in figure.numbers.subtitle
    assert shown["Archivering en duurzame toegankelijkheid"] == ["100", "100", "0"]
    assert "Koppelingen en standaarden" not in shown, "its two answers differ, so a weight would follow"


def test_with_too_few_others_no_best_is_shown() -> None:
    (figure,) = figures(vendor_score(facts(KADE)))
    assert "beste" not in figure.chart.svg
    assert figure.title == "Uw score per thema"


def test_the_form_has_room_for_corrections() -> None:
    (table,) = tables(vendor_form(facts(KADE)))
    assert len(table.rows) == 12
    assert all(not "".join(row[1:]) for row in cells(table))
    assert "Numbered" in repr(vendor_check(facts(KADE)))


def test_the_public_outcome_has_every_package_and_says_what_may_not_be_told() -> None:
    made = whole()
    hidden = tuple(
        replace(s, answers={**s.answers, "ARC-01": replace(s.answers["ARC-01"], confidential=True)})
        if s.vendor.slug == "polder"
        else s
        for s in made.scan.submissions
    )
    chapter = public_outcome(facts(PUBLIC, replace(made, scan=replace(made.scan, submissions=hidden))))
    *own, joint = tables(chapter)
    assert len(own) == 3
    states = {row[0]: row[-1] for row in cells(joint)}
    assert states["Polder Componenten"] == "niet openbaar"
    assert states["Kade Zaken"] in {
        f"✓\N{NO-BREAK SPACE}{KnockOutState.MET}",
        "?\N{NO-BREAK SPACE}te verifiëren",
    }
    assert "‘Niet openbaar’" in words(chapter)
    assert "Kosten tellen hier niet mee, ook niet als knock-out." in words(chapter)


def test_theme_scores_are_shown_unless_a_weight_would_follow() -> None:
    assert public_themes(facts(PUBLIC)) is None
    two = small.scan(answers={name: small.ANSWERS[name] for name in ("kade-zaken", "rx-enterprise")})
    chapter = public_themes(facts(PUBLIC, Material(two, small.results(two), small.NO_STRESS)))
    (table,) = tables(chapter)
    assert [column.heading for column in table.columns] == ["Thema", "Kade", "Rx.Enterprise"]


def with_bandwidth(given: Facts, incomplete: int) -> Facts:
    found = CostBandwidth(Decimal(6_000_000), Decimal(15_000_000), 6, incomplete, 0)
    return replace(given, shown=replace(given.shown, bandwidth=found))


def test_costs_are_a_bandwidth_and_only_called_whole_when_nothing_is_missing() -> None:
    given = facts(PUBLIC)
    whole_one, part = with_bandwidth(given, 0), with_bandwidth(given, 2)
    assert "tussen € 6 miljoen en € 15 miljoen" in public_costs(whole_one).title.replace(
        "\N{NO-BREAK SPACE}", " "
    )
    assert "nog niet compleet" in public_costs(part).title
    assert "Van twee aanbiedingen ontbreken nog bedragen" in costs_in_words(part)
    assert "te weinig prijzen" in costs_in_words(given)
    assert public_costs(given).title == "Over kosten is nog niets te zeggen"


def test_what_is_left_out_is_counted_and_explained() -> None:
    (table,) = tables(public_left_out(facts(PUBLIC)))
    counted = {row[0]: row[1] for row in cells(table)}
    assert counted["Prijzen"] == "3"
    assert counted["Antwoorden"] == "3"


def test_the_method_names_every_key_and_certainty_needs_a_simulation() -> None:
    given = facts(PUBLIC)
    assert "elke gemeente even zwaar" in repr(public_method(given))
    assert public_certainty(given) is None
    assert "Dat is niet berekend." in repr(public_summary(given))


def test_the_method_speaks_of_assessors_where_marks_were_given_and_only_there() -> None:
    said = "Beoordelaars gaven eerst elk apart een cijfer."
    assert said in repr(public_method(facts(PUBLIC)))
    scan = whole().scan
    unmarked = replace(scan, submissions=tuple(replace(s, marks=(), consensus=()) for s in scan.submissions))
    made = Material(unmarked, small.results(unmarked), small.NO_STRESS)
    assert said not in repr(public_method(facts(PUBLIC, made)))


def test_everybody_reads_once_that_a_share_of_draws_is_no_chance() -> None:
    def widened(made: Material) -> Material:
        found = sureness(made.scan, made.results)
        return replace(made, background=replace(background_of(made.scan, made.results), sureness=found))

    said = repr(public_certainty(facts(PUBLIC, widened(of_five()))))
    assert said.count("is geen kans") == 1
    assert said.count("rond de eigen weging") == 3


def test_answers_of_the_public_report_are_counts() -> None:
    assert facts(PUBLIC).shown.tallies["kade-zaken"][AnswerCode.STANDARD] == 6


def _extreme(name: str) -> Material:
    twelve = [f"Gemeente{n}" for n in range(12)]
    made = {
        "no vendor": lambda: small.scan(answers={}),
        "one vendor": lambda: small.scan(answers={"kade-zaken": "SSSSSSSSSS"}),
        "only unreadable": lambda: small.scan(answers={}, others=(small.unreadable("kade-zaken"),)),
        "one municipality": lambda: small.scan(small.project(["Diemen"])),
        "twelve municipalities": lambda: small.scan(small.project(twelve)),
        "strange words": lambda: small.scan(
            others=(
                small.submission("oost", "SSSSSSSSSS", small.project(), "Ω" * 80, "<script> עברית 😀 " * 40),
            )
        ),
    }[name]()
    return Material(made, small.results(made), small.NO_STRESS)


def test_with_one_package_the_public_report_compares_nothing() -> None:
    made = _extreme("one vendor")
    known = background_of(made.scan, made.results)
    background = replace(known, sureness=sureness(made.scan, made.results))
    of = facts(PUBLIC, replace(made, background=background))
    text = page.read(render(compose(of))).text
    assert "koploper" not in text
    assert "Er zijn geen twee pakketten om per thema te vergelijken" in text
    assert "Eén leverancier kreeg tien vragen" in text
    assert "Waarom zo ruim" not in text, "there is no amount"


def test_the_title_on_certainty_is_one_sentence_also_when_somebody_clearly_leads() -> None:
    scan = small.scan(answers={"rx-enterprise": "N" * 10, "kade-zaken": "S" * 10})
    made = Material(scan, small.results(scan), small.NO_STRESS)
    known = replace(background_of(scan, made.results), sureness=sureness(scan, made.results))
    chapter = public_certainty(facts(PUBLIC, replace(made, background=known)))
    assert chapter is not None
    assert chapter.title == "Kade Zaken is een duidelijke koploper"


def test_with_one_municipality_nobody_decides_together() -> None:
    text = page.read(render(compose(facts(PUBLIC, _extreme("one municipality"))))).text
    assert "De gemeente maakte een eigen lijst." in text
    wrong = (
        "Elke gemeente telt",
        "Elke gemeente koos",
        "elke gemeente net",
        "De gemeenten tellen samen",
        "alle gemeenten samen",
    )
    assert [said for said in wrong if said in text] == []


@pytest.mark.parametrize(
    "name",
    [
        "no vendor",
        "one vendor",
        "only unreadable",
        "one municipality",
        "twelve municipalities",
        "strange words",
    ],
)
def test_reports_for_outside_can_be_made_of_any_scan(name: str) -> None:
    made = _extreme(name)
    for variant in chosen(made.scan.project, ())[-1 - len(small.ANSWERS) :]:
        read = page.read(render(compose(facts(variant, made))))
        assert {link.removeprefix("#") for link in read.links} <= set(read.ids)
        assert read.pictures == read.spoken
        assert "script" not in read.elements


@pytest.mark.parametrize(
    ("contact", "sent"),
    [("Inkoop Diemen", "Inkoop Diemen"), ("Anna Smit, inkoper", "wie u de vragenlijst stuurde")],
)
def test_a_vendor_is_told_a_function_to_send_its_form_to_and_never_a_person(contact: str, sent: str) -> None:
    made = whole()
    forms = replace(made.scan.project.forms, contact=contact)
    made = replace(made, scan=replace(made.scan, project=replace(made.scan.project, forms=forms)))
    told = render(compose(facts(KADE, made)))
    assert told.count(f"Stuur het formulier naar: {sent}.") == 2
    assert "Smit" not in told


@pytest.mark.parametrize("variant", [KADE, PUBLIC], ids=lambda variant: variant.name)
def test_questions_that_are_not_public_are_in_no_report_for_outside(variant: Variant) -> None:
    made = whole()
    rules = made.scan.project.classification
    closed = replace(rules, classes={**rules.classes, CellKind.QUESTION: Classification.INTERNAL})
    sealed = replace(made, scan=replace(made.scan, project=replace(made.scan.project, classification=closed)))
    texts = {row.text for row in made.scan.programme.rows}
    assert {row.text for row in facts(variant, made).scan.programme.rows} == texts
    assert {row.text for row in facts(variant, sealed).scan.programme.rows} == {""}
    told = render(compose(facts(variant, sealed)))
    assert not any(text in told for text in texts)
    assert ("zie uw vragenlijst" in told) is (variant == KADE)
    assert "zie uw vragenlijst" not in render(compose(facts(variant, made)))

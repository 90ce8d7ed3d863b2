"""A column that is absent is told once, with what follows from it, and hides no other finding."""

from dataclasses import replace
from decimal import Decimal

from scan_factory import answer, price, project, requirement, requirement_list, scan, submission

from marktscan.checking import check_all, without_follow_ons
from marktscan.domain.answer import Answer, PriceLine
from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.scan import Submission
from marktscan.domain.source import Source
from marktscan.wording.findings import text_of

LISTS = tuple(
    requirement_list(requirement("ARC-01", slug), requirement("ARC-02", slug, row=3))
    for slug in ("aalsmeer", "diemen")
)


def without(item: Answer | PriceLine, **headings: str) -> Answer | PriceLine:
    """Read from a sheet that has no column for these fields."""
    columns = {name: letter for name, letter in item.origin.columns.items() if name not in headings}
    return replace(item, origin=replace(item.origin, columns=columns, absent=headings))


def found(*submissions: Submission) -> list[Finding]:
    made = scan(LISTS, submissions=submissions, of=project("aalsmeer", "diemen"))
    return list(without_follow_ons(check_all(made)))


def told(item: Finding) -> tuple[str, str, str]:
    return item.code.number, str(item.source), text_of(item).explanation


def test_a_column_of_answers_that_is_absent_is_one_finding() -> None:
    answers = [
        without(answer(id_, evidence=""), evidence="Bewijs/verwijzing") for id_ in ("ARC-01", "ARC-02")
    ]
    findings = found(submission(*answers))
    assert [told(item) for item in findings if item.code.number.startswith("F")] == [
        (
            "F212",
            "vendors/zaak/answers.xlsx · Vragen",
            'Zonder de kolom "Bewijs/verwijzing" op dit werkblad geldt 2 keer: "Antwoord zonder bewijs".',
        )
    ]
    assert Code.ANSWER_WITHOUT_EVIDENCE not in {item.code for item in findings}


def test_an_empty_cell_in_a_column_that_is_there_is_told_by_its_cell() -> None:
    findings = found(submission(answer("ARC-01", evidence=""), answer("ARC-02", evidence="", row=3)))
    cells = [item.source.cell for item in findings if item.code is Code.ANSWER_WITHOUT_EVIDENCE]
    assert cells == ["H2", "H3"]


def test_an_error_stays_an_error() -> None:
    answers = [without(answer(id_, "R"), available="Beschikbaar per") for id_ in ("ARC-01", "ARC-02")]
    (item,) = [item for item in found(submission(*answers)) if item.code.number in {"F211", "F212"}]
    assert (item.code, dict(item.facts)["follows"]) == (Code.COLUMN_ABSENT_ERRORS, "A207")


def test_prices_without_the_column_of_municipalities_stand_twice_for_one_reason() -> None:
    lines = [without(price(row=row, yearly=Decimal(9)), municipality="Gemeente") for row in (2, 3, 4)]
    (item,) = [i for i in found(submission(prices=tuple(lines))) if i.source.sheet == "Kosten"]
    assert (
        item.code,
        dict(item.facts)["heading"],
        dict(item.facts)["count"],
        dict(item.facts)["follows"],
    ) == (*(Code.COLUMN_ABSENT_WARNINGS, "Gemeente", "2", "K105"),)


def test_sheets_files_and_columns_are_told_apart() -> None:
    items = [
        finding(Code.PRICE_WITHOUT_QUANTITY, Source("a", "Kosten", cell, "Aantal"))
        for cell in ("A2", "A3", "A3")
    ]
    items += [
        finding(Code.PRICE_WITHOUT_QUANTITY, Source(file, "Kosten", f"A{row}", absent))
        for row, file, absent in ((4, "a", "Aantal"), (4, "b", "Aantal"), (5, "a", "Eenheid"), (6, "a", ""))
    ]
    alone, *rest = without_follow_ons(items)
    assert alone is items[-1]
    assert [(i.source.file, dict(i.facts)["heading"], dict(i.facts)["count"]) for i in rest] == [
        *(("a", "Aantal", "3"), ("b", "Aantal", "1"), ("a", "Eenheid", "1")),
    ]

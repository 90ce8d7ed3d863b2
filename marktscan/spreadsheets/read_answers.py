"""Read answers.xlsx: who the vendor is and what it answers."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from marktscan.domain.answer import Answer, AnswerCode, Vendor
from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.source import Source
from marktscan.spreadsheets.books import Book
from marktscan.spreadsheets.columns import ANSWERS, VENDOR, VENDOR_FACTS
from marktscan.spreadsheets.quantities import day
from marktscan.spreadsheets.row import Row
from marktscan.spreadsheets.rows import named_rows, rows_of
from marktscan.spreadsheets.tables import find_table
from marktscan.spreadsheets.texts import key_of

Findings = tuple[Finding, ...]

ANSWER_LABELS = {
    AnswerCode.STANDARD: ("Standaard",),
    AnswerCode.CONFIGURATION: ("Configuratie",),
    AnswerCode.PARTNER: ("Via partner", "Partner"),
    AnswerCode.ROADMAP: ("Roadmap",),
    AnswerCode.CUSTOM: ("Maatwerk",),
    AnswerCode.NONE: ("Niet",),
    AnswerCode.NOT_APPLICABLE: ("Niet van toepassing", "N.v.t."),
}
_CODES = {code.value: code for code in ANSWER_LABELS}
_SPELLINGS = {
    key_of(spelling): code.value
    for code, labels in ANSWER_LABELS.items()
    for label in labels
    for spelling in (code.value, label, f"{code.value} {label}")
}


def read_vendor(book: Book, slug: str) -> tuple[Vendor, Findings]:
    """Who offers; a name that is missing becomes the name of the folder, visibly."""
    table, in_sheet = find_table(book, VENDOR, (ANSWERS,))
    if table is None:
        missing_sheet = () if book.is_text else in_sheet
        return Vendor(slug, slug, ""), (*missing_sheet, _nameless(Source(book.file), slug))
    fields = {key_of(label): name for name, label in VENDOR_FACTS.items()}
    facts = {
        fields[key_of(row.id)]: row.text("value") for row in named_rows(table) if key_of(row.id) in fields
    }
    vendor = Vendor(slug, facts.get("name") or slug, facts.get("product", ""), facts.get("contact", ""))
    place = Source(book.file, table.sheet.title)
    missing = () if facts.get("name") else (_nameless(place, slug),)
    return vendor, (*in_sheet, *table.found, *missing)


def _nameless(place: Source, slug: str) -> Finding:
    return finding(Code.VENDOR_NAME_MISSING, place, vendor=slug)


def read_answers(book: Book) -> tuple[Mapping[str, Answer] | None, Findings]:
    """The answers by requirement; None when the sheet or its columns cannot be found."""
    table, in_sheet = find_table(book, ANSWERS, (VENDOR,))
    if table is None:
        return None, in_sheet
    answers = _by_requirement((row, _answer(row)) for row in rows_of(table))
    return answers, (*in_sheet, *table.found)


def _answer(row: Row) -> Answer:
    return Answer(
        requirement=row.id,
        code=AnswerCode.UNCLEAR if row.shifted else _code(row),
        origin=row.origin,
        text=row.text("text"),
        explanation=row.text("explanation"),
        evidence=row.text("evidence"),
        available=day(row, "available"),
        available_text=row.written("available"),
        committed=row.yes_no("committed"),
        surcharge=row.text("surcharge"),
        # what may be confidential is kept confidential until the vendor says clearly that it is not
        confidential=bool(row.yes_no("confidential", unclear=True)),
        confidential_reason=row.text("confidential_reason"),
        as_sent=row.as_sent,
    )


def _code(row: Row) -> AnswerCode:
    """The answer, UNANSWERED for an empty cell, UNCLEAR for what is no code: "Ja, mits …" is not Ja."""
    if not row.filled("code"):
        return AnswerCode.UNANSWERED
    return row.choice("code", _CODES, Code.ANSWER_UNKNOWN_CODE, _SPELLINGS) or AnswerCode.UNCLEAR


def _by_requirement(rows: Iterable[tuple[Row, Answer]]) -> dict[str, Answer]:
    """Each requirement once: equal rows are one, rows that differ make the answer unclear."""
    answers: dict[str, Answer] = {}
    for row, answer in rows:
        kept = answers.setdefault(answer.requirement, answer)
        if kept is answer:
            continue
        first = kept.origin.cell("code")
        if replace(answer, origin=kept.origin) == kept:
            row.tell(Code.ANSWER_REPEATED, "id", requirement=row.id, first=first)
        else:
            row.tell(Code.ANSWER_DOUBLE, "code", requirement=row.id, first=first)
            answers[row.id] = replace(kept, code=AnswerCode.UNCLEAR)
    return answers

"""What people and programs do to a questionnaire before it comes back: each function is one kind of damage.

A kind takes the form and a source of chance. `KINDS` are those after which nearly every answer can still be
read; after one of `LOST` the whole file or sheet cannot, and that must be told.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from io import BytesIO, StringIO
from random import Random
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from open_document import open_document
from returned_form import Formula, Returned, Struck

Damage = Callable[[Returned, Random], None]
ID, CODE, DAY, YES_NO = "Eis-ID", "Antwoord", "Beschikbaar", "Vertrouwelijk"


def every(heading: str, change: Callable[[Any], Any]) -> Damage:
    """The same change in every filled cell of a column."""

    def damage(form: Returned, _: Random) -> None:
        column = form.column(heading)
        for row in form.rows[1:]:
            if row[column] not in (None, ""):
                row[column] = change(row[column])

    return damage


def few(heading: str, change: Callable[[Any], Any]) -> Damage:
    """The same change in a few filled cells of a column."""

    def damage(form: Returned, draw: Random) -> None:
        column = form.column(heading)
        for number in form.some(draw, heading):
            form.rows[number][column] = change(form.rows[number][column])

    return damage


def headings(change: Callable[[str], str]) -> Damage:
    def damage(form: Returned, _: Random) -> None:
        form.rows[0] = [change(str(text)) for text in form.rows[0]]

    return damage


def renamed(**names: str) -> Damage:
    """Headings replaced by others, by how they begin."""

    def damage(form: Returned, _: Random) -> None:
        for old, new in names.items():
            form.rows[0][form.column(old)] = new

    return damage


def without(heading: str) -> Damage:
    def damage(form: Returned, _: Random) -> None:
        column = form.column(heading)
        for row in form.rows:
            del row[column]

    return damage


def columns_in_another_order(form: Returned, draw: Random) -> None:
    order = draw.sample(range(len(form.rows[0])), len(form.rows[0]))
    form.rows = [[row[column] for column in order] for row in form.rows]


def column_added(heading: str | None, value: str | None) -> Damage:
    def damage(form: Returned, draw: Random) -> None:
        place = draw.randrange(len(form.rows[0]))
        for number, row in enumerate(form.rows):
            row.insert(place, value if number else heading)

    return damage


def rows_in_another_order(form: Returned, draw: Random) -> None:
    head, *rows = form.rows
    form.rows = [head, *draw.sample(rows, len(rows))]


def sorted_by_answer(form: Returned, _: Random) -> None:
    column = form.column(CODE)
    head, *rows = form.rows
    form.rows = [head, *sorted(rows, key=lambda row: str(row[column] or ""))]


def rows_above(*lines: list[Any]) -> Damage:
    def damage(form: Returned, _: Random) -> None:
        form.rows = [*map(list, lines), *form.rows]

    return damage


def rows_between(*lines: list[Any]) -> Damage:
    """Rows that belong to no question, in a few places."""

    def damage(form: Returned, draw: Random) -> None:
        for line in lines:
            form.rows.insert(draw.randrange(2, len(form.rows)), list(line))

    return damage


def rows_below(*lines: list[Any]) -> Damage:
    def damage(form: Returned, _: Random) -> None:
        form.rows += map(list, lines)

    return damage


def headings_repeated(form: Returned, _: Random) -> None:
    form.rows[60:60] = [list(form.rows[0])]


def rows_deleted(form: Returned, draw: Random) -> None:
    for number in sorted(form.some(draw, ID), reverse=True):
        del form.rows[number]


def rows_doubled(form: Returned, draw: Random) -> None:
    for number in form.some(draw, ID):
        form.rows.append(list(form.rows[number]))


def rows_doubled_with_another_answer(form: Returned, draw: Random) -> None:
    column = form.column(CODE)
    for number in form.some(draw):
        row = list(form.rows[number])
        row[column] = "N" if row[column] != "N" else "S"
        form.rows.append(row)


def two_rows_swap_texts(form: Returned, draw: Random) -> None:
    text = next(n for n, heading in enumerate(form.rows[0]) if heading == "Eis")
    first, second = form.some(draw, ID, 2)
    form.rows[first][text], form.rows[second][text] = form.rows[second][text], form.rows[first][text]


def text_of_a_question_changed(form: Returned, draw: Random) -> None:
    text = next(n for n, heading in enumerate(form.rows[0]) if heading == "Eis")
    for number in form.some(draw, ID):
        form.rows[number][text] += " (alleen in de nieuwste versie)"


def on_the_sheet(change: Callable[[Any, Any], Any]) -> Damage:
    """Something done to the written sheet: hidden, protected, a picture on it."""

    def damage(form: Returned, _: Random) -> None:
        form.later.append(change)

    return damage


def merged_answers(form: Returned, draw: Random) -> None:
    column = form.column(CODE)
    number = draw.randrange(1, len(form.rows) - 1)
    value = form.rows[number][column]
    form.rows[number + 1][column] = None
    form.later.append(lambda _, sheet: sheet.merge_range(number, column, number + 1, column, value or ""))


def with_name(name: str) -> Damage:
    def damage(form: Returned, _: Random) -> None:
        form.sheet = name

    return damage


def without_stamp(form: Returned, _: Random) -> None:
    form.stamped = False


def answers_first(form: Returned, _: Random) -> None:
    form.sheets_first = True


def other_epoch(form: Returned, _: Random) -> None:
    form.epoch_1904 = True


def as_text(separator: str, encoding: str, top: str = "") -> Damage:
    """Saved as .csv, the way spreadsheets do."""

    def damage(form: Returned, _: Random) -> None:
        form.name = "answers.csv"
        form.save = lambda form: (top + _csv(form, separator)).encode(encoding, errors="replace")

    return damage


def _csv(form: Returned, separator: str) -> str:
    import csv

    content = StringIO()
    writer = csv.writer(content, delimiter=separator, lineterminator="\r\n")
    for row in form.rows:
        writer.writerow([_shown(value) for value in row])
    return content.getvalue()


def _shown(value: Any) -> str:
    match value:
        case None:
            return ""
        case datetime():
            return f"{value:%d-%m-%Y}"
        case Formula():
            return value.outcome or ""
    return str(value)


def as_open_document(form: Returned, _: Random) -> None:
    form.name = "answers.ods"
    form.save = open_document


def in_parts(*changes: tuple[bytes, bytes]) -> Callable[[bytes], bytes]:
    """The zip file with the same replacements in every part."""

    def rework(data: bytes) -> bytes:
        out = BytesIO()
        with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
            for name in old.namelist():
                part = old.read(name)
                for before, after in changes:
                    part = part.replace(before, after)
                new.writestr(name, part)
        return out.getvalue()

    return rework


STRICT = in_parts(
    (
        b"http://schemas.openxmlformats.org/officeDocument/2006/",
        b"http://purl.oclc.org/ooxml/officeDocument/",
    ),
    (b"http://schemas.openxmlformats.org/spreadsheetml/2006/", b"http://purl.oclc.org/ooxml/spreadsheetml/"),
    (b"http://schemas.openxmlformats.org/drawingml/2006/", b"http://purl.oclc.org/ooxml/drawingml/"),
)
MACROS = in_parts(
    (b"spreadsheetml.sheet.main+xml", b"x"),
    (
        b"application/vnd.openxmlformats-officedocument.x",
        b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    ),
)


def reworked(rework: Callable[[bytes], bytes], name: str = "answers.xlsx") -> Damage:
    def damage(form: Returned, _: Random) -> None:
        form.rework, form.name = rework, name

    return damage


def copied(*names: str) -> Damage:
    """The same answers in other files beside it."""

    def damage(form: Returned, _: Random) -> None:
        for name in names:
            other = replace(form, beside={}, rows=[list(row) for row in form.rows])
            other.save = open_document if name.endswith(".ods") else None
            form.beside[name] = other

    return damage


def another_version_beside(form: Returned, draw: Random) -> None:
    other = replace(form, beside={}, rows=[list(row) for row in form.rows])
    few(CODE, lambda code: "N" if code != "N" else "S")(other, draw)
    form.beside["answers (1).xlsx"] = other


def beside(name: str, content: bytes) -> Damage:
    def damage(form: Returned, _: Random) -> None:
        form.beside[name] = content

    return damage


def answers_shifted(form: Returned, _: Random) -> None:
    """The numbers one row lower than the questions: somebody sorted or inserted in one column only."""
    column = form.column(ID)
    ids = [row[column] for row in form.rows[1:]]
    for row, own in zip(form.rows[1:], ids[-1:] + ids[:-1], strict=True):
        row[column] = own


def sheet_copied(form: Returned, _: Random) -> None:
    form.others["Vragen (2)"] = []
    rows = [list(row) for row in form.rows]

    def copy(book: Any, _: Any) -> None:
        sheet = book.add_worksheet("Vragen (2)")
        for number, row in enumerate(rows):
            sheet.write_row(
                number, 0, [None if isinstance(value, Formula | datetime) else value for value in row]
            )

    form.later.append(copy)


_LABELS = {
    "S": "Standaard",
    "C": "Configuratie",
    "P": "Via partner",
    "R": "Roadmap",
    "M": "Maatwerk",
    "N": "Niet",
}
_MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def _label(code: str) -> str:
    return _LABELS.get(code, code)


def _day(value: Any, write: Callable[[datetime], str]) -> Any:
    return write(value) if isinstance(value, datetime) else value


def _picture(_: Any, sheet: Any) -> None:
    sheet.insert_textbox(4, 3, "Let op: dit antwoord geldt alleen voor versie 5")


def _comments(_: Any, sheet: Any) -> None:
    sheet.write_comment("F5", "Dit is nog niet zeker")


def _hide(_: Any, sheet: Any) -> None:
    for row in (3, 7, 8):
        sheet.set_row(row, None, None, {"hidden": True})


KINDS: dict[str, Damage] = {
    # columns and headings
    "columns in another order": columns_in_another_order,
    "an empty column added": column_added(None, None),
    "a column added": column_added("Intern", "nagekeken"),
    "headings in capitals": headings(str.upper),
    "headings with colons": headings(lambda text: f"{text}:"),
    "headings with stars and spaces": headings(lambda text: f" {text} *"),
    "headings over two lines": headings(lambda text: text.replace(" ", "\n")),
    "headings with hard spaces": headings(lambda text: text.replace(" ", "\u00a0")),
    "headings without (invullen)": headings(lambda text: text.replace(" (invullen)", "")),
    "headings with invisible characters": headings(lambda text: f"\u200b{text}\ufeff"),
    "headings by their synonyms": renamed(
        Antwoord="Code", Uitleg="Uitleg leverancier", Beschikbaar="Roadmapdatum"
    ),
    "the explanation of the question left out": without("Toelichting"),
    "the status left out": without("Status"),
    "the surcharge left out": without("Meerprijs"),
    "the theme left out": without("Thema"),
    # rows
    "rows in another order": rows_in_another_order,
    "sorted by answer": sorted_by_answer,
    "a title above": rows_above(["Vragenlijst zaaksysteem"], [], ["Ingevuld door afdeling verkoop"]),
    "empty rows above": rows_above([], [], []),
    "empty rows between": rows_between([], [], []),
    "rows with only spaces between": rows_between([" ", "\u00a0"], [None, "\u200b"]),
    "headings of sections between": rows_between(["Deel 1: zaken"], ["Deel 2: documenten"]),
    "a note below": rows_below([], ["Opmerking: prijzen zijn exclusief btw"]),
    "a note below without number": rows_below([], [None, None, "Wij behouden ons alle rechten voor"]),
    "a total below": rows_below(["Totaal", None, None, None, None, 185]),
    "headings repeated halfway": headings_repeated,
    "rows deleted": rows_deleted,
    "rows doubled": rows_doubled,
    "rows doubled with another answer": rows_doubled_with_another_answer,
    "rows added": rows_below(["ZZZ-01", "ZZZ", "Eigen vraag", None, None, "S"]),
    "rows hidden": on_the_sheet(_hide),
    "rows grouped": on_the_sheet(lambda _, sheet: sheet.set_row(5, None, None, {"level": 1, "hidden": True})),
    "texts of questions swapped": two_rows_swap_texts,
    "texts of questions changed": text_of_a_question_changed,
    # ids
    "ids in small letters": every(ID, str.lower),
    "ids with hard spaces": every(ID, lambda text: f"\u00a0{text} "),
    "ids with a long dash": every(ID, lambda text: text.replace("-", "–")),
    "ids with invisible characters": every(ID, lambda text: f"{text[:2]}\u200b{text[2:]}"),
    "ids with a soft hyphen": every(ID, lambda text: f"{text}\u00ad"),
    "ids in wide letters": every(
        ID, lambda text: "".join(chr(ord(c) + 0xFEE0) if c.isalnum() else c for c in text)
    ),
    "ids with a line end as Excel writes it": every(ID, lambda text: f"{text}_x000D_\n"),
    "ids as formulas": every(ID, lambda text: Formula(f'="{text}"', text)),
    "ids as formulas without outcome": few(ID, lambda text: Formula(f'="{text}"')),
    "ids cleared": few(ID, lambda _: None),
    "ids misspelled": few(ID, lambda text: f"{text}9"),
    "ids replaced by numbers": few(ID, lambda _: 12),
    # answers
    "answers in small letters": every(CODE, str.lower),
    "answers in words": every(CODE, _label),
    "answers with their label": every(CODE, lambda code: f"{code} – {_label(code)}"),
    "answers with spaces": every(CODE, lambda code: f" {code}\u00a0"),
    "answers with a full stop": every(CODE, lambda code: f"{code}."),
    "answers between brackets": few(CODE, lambda code: f"({code})"),
    "answers between quotes": every(CODE, lambda code: f"“{code}”"),
    "answers in wide letters": every(
        CODE, lambda code: "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalpha() else c for c in code)
    ),
    "answers as formulas": every(CODE, lambda code: Formula(f'=UPPER("{code}")', code)),
    "answers as formulas without outcome": few(CODE, lambda _: Formula("=A2")),
    "answers with an error": few(CODE, lambda _: Formula("=NA()", "#N/A")),
    "answers with an error in Dutch": few(CODE, lambda _: "#WAARDE!"),
    "answers with yes": few(CODE, lambda _: "Ja"),
    "answers with yes, if": few(CODE, lambda _: "Ja, mits koppeling"),
    "answers with two codes": few(CODE, lambda code: f"{code}/N"),
    "answers with a question mark": few(CODE, lambda _: "?"),
    "answers in look-alike letters": few(CODE, lambda _: "С"),
    "answers as numbers": few(CODE, lambda _: 1),
    "answers as booleans": few(CODE, lambda _: True),
    "answers as dates": few(CODE, lambda _: datetime(2027, 7, 1)),
    "answers cleared": few(CODE, lambda _: None),
    "answers struck through": few(CODE, Struck),
    "answers partly struck through": few(CODE, lambda code: Struck("N", code)),
    "answers merged": merged_answers,
    "see the offer": few(CODE, lambda _: "zie offerte"),
    # dates, yes and no, texts
    "dates as text": every(DAY, lambda value: _day(value, lambda day: f"{day.day}-{day.month}-{day.year}")),
    "dates as text with slashes": every(DAY, lambda value: _day(value, lambda day: f"{day:%d/%m/%Y}")),
    "dates as text the other way": every(DAY, lambda value: _day(value, lambda day: f"{day:%Y-%m-%d}")),
    "dates in words": every(
        DAY, lambda value: _day(value, lambda day: f"{day.day} {_MONTHS[day.month - 1]} {day.year}")
    ),
    "dates as loose words": few(DAY, lambda _: "eind volgend jaar"),
    "dates counted from 1904": other_epoch,
    "yes and no in capitals": every(YES_NO, str.upper),
    "yes and no as booleans": every(YES_NO, lambda text: text == "ja"),
    "yes and no as one letter": every(YES_NO, lambda text: text[0]),
    "yes with a condition": few(YES_NO, lambda _: "ja, mits"),
    "explanations with hard spaces": every("Uitleg", lambda text: f"\u00a0{text}\u00a0"),
    "explanations with line ends as Excel writes them": every("Uitleg", lambda text: f"{text}_x000D_"),
    "explanations with control characters": every("Uitleg", lambda text: f"{text}\u200b"),
    "explanations partly struck through": few("Uitleg", lambda text: Struck("niet", text)),
    # sheets and files
    "the sheet renamed": with_name("Blad1"),
    "the sheet in capitals": with_name("VRAGEN"),
    "the sheets in another order": answers_first,
    "the stamp removed": without_stamp,
    "a text box on the sheet": on_the_sheet(_picture),
    "a comment on a cell": on_the_sheet(_comments),
    "protected without password": on_the_sheet(lambda _, sheet: sheet.protect()),
    "filtered": on_the_sheet(lambda _, sheet: sheet.autofilter(0, 0, 185, 13)),
    "saved as .csv with semicolons": as_text(";", "cp1252"),
    "saved as .csv with commas": as_text(",", "utf-8-sig"),
    "saved as .csv with tabs": as_text("\t", "utf-16"),
    "saved as .csv that names its separator": as_text(";", "utf-8-sig", "sep=;\r\n"),
    "saved as .ods": as_open_document,
    "saved with macros": reworked(MACROS, "answers.xlsm"),
    "saved as Strict": reworked(STRICT),
    "the same in a copy": copied("answers (1).xlsx"),
    "the same as .ods": copied("answers.ods"),
    "another version beside it": another_version_beside,
    "still open": beside("~$answers.xlsx", b"x"),
    "a letter beside it": beside("begeleidende brief.docx", b"PK brief"),
}
LOST: dict[str, Damage] = {
    "the column of the answers left out": without(CODE),
    "the column of the answers misspelled": renamed(Antwoord="Antwoort"),
    "the column of the answers doubled": column_added("Antwoord", "S"),
    "the numbers left out": without(ID),
    "the numbers shifted by a row": answers_shifted,
    "the sheet copied": sheet_copied,
    "cut off halfway": reworked(lambda data: data[: len(data) // 2]),
    "empty": reworked(lambda _: b""),
    "with a password": reworked(
        lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    ),
    "a picture of it": reworked(lambda _: b"\x89PNG\r\n\x1a\n"),
    "a web page called .xls": reworked(lambda _: b"<html><table><tr><td>Eis-ID", "answers.xls"),
}

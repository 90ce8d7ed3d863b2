"""Chapters for one vendor: its answers and prices as they were read, and what was read otherwise."""

from collections.abc import Sequence
from itertools import groupby

from marktscan.domain.answer import Answer, AnswerCode, PriceLine
from marktscan.domain.finding import Finding, Severity
from marktscan.domain.programme import JointRequirement
from marktscan.domain.project import Theme
from marktscan.domain.scan import Submission
from marktscan.reporting.chapters.annex import code_words
from marktscan.reporting.chapters.answers import answer_bar, answer_numbers, tally, tally_title
from marktscan.reporting.chapters.guide import CODES
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import capital, count, counted, shortened
from marktscan.reporting.view import (
    Cell,
    Chapter,
    Column,
    Figure,
    Part,
    Row,
    Strong,
    Table,
    cell,
    head,
    paragraph,
)
from marktscan.wording.findings import sent_text_of
from marktscan.wording.formats import list_of, number

ANCHOR = "gelezen"
ANSWERS = "antwoorden"
PRICES = "prijzen"
_QUESTION, _WORDS = 94, 88
"""Characters that stand on two lines: enough to recognise an answer by."""
_ASKED = "zie uw vragenlijst"
"""What stands there when questions are not for reports."""
_PLACES = 6
_NO_SECOND_CHANCE = (
    "Verbeteren kan nu alleen wat wij verkeerd lazen. Iets aanvullen kan als de gemeenten daar zelf om "
    "vragen, bij elke leverancier op dezelfde manier."
)
_NAMES: dict[AnswerCode, str] = {
    code: name.lower() for code, (name, _) in CODES.items() if code is not AnswerCode.ROADMAP
}
"""What is said behind a code; a promise says its date instead."""


def vendor_reading(facts: Facts) -> Chapter:
    """How many answers of each kind, and everything that was read otherwise or is still missing."""
    own = facts.submission(facts.variant.vendor)
    if not own.readable:
        said = f"Wij hebben van u geen antwoorden die wij kunnen lezen. Wij zochten ze in {own.answers_file}."
        return Chapter(
            ANCHOR,
            "Zo lazen wij u",
            "Wij konden uw antwoorden niet lezen",
            (paragraph(said), *_noticed(facts)),
        )
    found = tally(facts, own)
    figure = Figure(
        tally_title(found), "Aantal antwoorden van elke soort", answer_bar(found), answer_numbers(facts)
    )
    title = _title(facts)
    return Chapter(ANCHOR, "Zo lazen wij u", title, (figure, *_noticed(facts)))


def _title(facts: Facts) -> str:
    places = len(_told(facts))
    if not places:
        return "Wij lazen alles zoals u het schreef"
    return capital(f"bij {counted(places, 'cel', 'cellen')} vragen wij u extra goed te kijken")


def _told(facts: Facts) -> list[Finding]:
    """What was found in the vendor's own files and is meant for outside."""
    return [item for item in facts.findings if sent_text_of(item)]


def _noticed(facts: Facts) -> tuple[Part, ...]:
    found = _told(facts)
    if not found:
        return (paragraph("Wij vonden niets wat anders is gelezen, ontbreekt of zichzelf tegenspreekt."),)
    columns = (Column("Wat wij zagen en wat u kunt doen"), Column("Waar in uw werkmap", width=150))
    table = Table("Wat opviel bij het lezen", columns, tuple(_notices(found)), _NO_SECOND_CHANCE, "spaced")
    return (table,)


def _notices(found: Sequence[Finding]) -> list[Row]:
    def kind(item: Finding) -> tuple[int, str, str, str]:
        order = list(Severity).index(item.code.severity)
        return order, item.code.number, item.source.file, item.source.sheet

    return [_notice(list(same)) for _, same in groupby(sorted(found, key=kind), key=kind)]


def _notice(same: Sequence[Finding]) -> Row:
    first = sent_text_of(same[0])
    assert first is not None  # noqa: S101 (only findings for outside are told)
    source = same[0].source
    cells = list(dict.fromkeys(item.source.cell for item in same if item.source.cell))
    more = f"{', '.join(cells[:_PLACES])} en {len(cells) - _PLACES} andere"
    where = more if len(cells) > _PLACES else list_of(cells)
    place = f"{source.file.rpartition('/')[2]} · {source.sheet} {where}".strip()
    return Row((cell(Strong(f"{first.title}."), f" {_explained(same)}{first.action}"), cell(place)))


def _explained(same: Sequence[Finding]) -> str:
    """What was found, where it is one thing or where readers must see how they were read."""
    if len(same) > 1 and same[0].code.severity is not Severity.NOTE:
        return ""
    told = list(dict.fromkeys(text.explanation for item in same if (text := sent_text_of(item))))
    rest = len(told) - _PLACES
    more = f"En zo nog {count(rest)}. " if rest > 0 else ""
    return f"{' '.join(told[:_PLACES])} {more}"


def vendor_answers(facts: Facts) -> Chapter | None:
    """Every question with the answer as it was read, by theme."""
    own = facts.submission(facts.variant.vendor)
    if not own.readable:
        return None
    reading = (
        "Bij elke eis staat hoe wij uw antwoord en uw uitleg lazen. Lange teksten zijn ingekort; wij hebben "
        "ze helemaal gelezen. Staat er ‘leeg’, dan vonden wij geen antwoord. ‘Vertr.’: u noemt het antwoord "
        "vertrouwelijk."
    )
    tables = tuple(_theme(facts, theme) for theme in facts.themes)
    title = _answered(facts, own)
    return Chapter(ANSWERS, "Uw antwoorden", title, (paragraph(reading), *tables), style="annex")


def _answered(facts: Facts, own: Submission) -> str:
    """How many requirements have an answer; an empty cell is none."""
    asked = [own.answers.get(row.id) for row in facts.scan.programme.rows]
    given = [answer for answer in asked if answer and answer.code is not AnswerCode.UNANSWERED]
    if len(given) == len(asked):
        return f"{capital(counted(len(given), 'antwoord', 'antwoorden'))}, zoals wij ze lazen"
    return f"Op {number(len(given), 0)} van de {number(len(asked), 0)} eisen lazen wij een antwoord"


def _theme(facts: Facts, theme: Theme) -> Table:
    columns = (
        Column("Eis", width=46),
        Column("Vraag", width=188),
        Column("Antwoord", width=72),
        Column("Uw uitleg en bewijs"),
    )
    rows = tuple(_answer(facts, row) for row in facts.scan.programme.rows if row.theme == theme.code)
    return Table(theme.name, columns, rows, style="tight")


def _answer(facts: Facts, row: JointRequirement) -> Row:
    answer = facts.submission(facts.variant.vendor).answers.get(row.id)
    question = cell(shortened(row.text, _QUESTION) or _ASKED)
    return Row((head(row.id, style="id"), question, _given(answer), cell(_words(answer))))


def _given(answer: Answer | None) -> Cell:
    if answer is None:
        return cell(Strong("geen rij"))
    secret = " (vertr.)" if answer.confidential else ""
    return cell(Strong(code_words(answer)), f" {_NAMES.get(answer.code, '')}{secret}".rstrip())


def _words(answer: Answer | None) -> str:
    if answer is None:
        return ""
    parts = (answer.explanation, answer.evidence, answer.surcharge)
    return shortened(" · ".join(" ".join(part.split()) for part in parts if part), _WORDS)


def vendor_prices(facts: Facts) -> Chapter | None:
    """Every line of the price sheet as it was read; None without one."""
    lines = facts.submission(facts.variant.vendor).prices
    if not lines:
        return None
    columns = (
        Column("Kostensoort"),
        Column("Gemeente", width=62),
        Column("Eenheid", width=108),
        Column("Aantal", "num gap", 52),
        Column("Eenmalig", "num gap", 62),
        Column("Per jaar", "num", 48),
    )
    rows = tuple(_price(facts, line) for line in lines)
    empty = sum(line.one_off is None and line.yearly is None for line in lines)
    title = (
        f"Bij {counted(empty, 'regel', 'regels')} staat geen bedrag"
        if empty
        else "Bij elke regel staat een bedrag"
    )
    reading = (
        "Bedragen zijn in euro per eenheid, zoals op uw prijsblad. Een streepje: er staat geen bedrag. Dat "
        "lezen wij niet als € 0. Prijzen tellen niet mee in een score en zijn nooit openbaar."
    )
    table = Table("Uw prijsblad, zoals wij het lazen", columns, rows, style="tight")
    return Chapter(PRICES, "Uw prijzen", title, (paragraph(reading), table), new_page=True, style="annex")


def _price(facts: Facts, line: PriceLine) -> Row:
    names = {m.slug: facts.project.alias(m.slug) for m in facts.municipalities}
    names |= {m.name: facts.project.alias(m.slug) for m in facts.municipalities}
    option = " (optie)" if line.optional else ""
    return Row(
        (
            head(f"{line.kind}{option}"),
            cell(names.get(line.municipality, "alle samen" if not line.municipality else "onbekend")),
            cell(line.unit),
            cell("–" if line.quantity is None else number(line.quantity, 0), style="num gap"),
            cell("–" if line.one_off is None else number(line.one_off, 2), style="num gap"),
            cell("–" if line.yearly is None else number(line.yearly, 2), style="num"),
        )
    )

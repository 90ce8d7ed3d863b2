"""Annex: every requirement with every answer, its points per municipality and the cell it came from."""

from marktscan.domain.answer import Answer, AnswerCode
from marktscan.domain.programme import JointRequirement
from marktscan.domain.requirement import Kind, Requirement
from marktscan.domain.results import State
from marktscan.domain.scan import Submission
from marktscan.domain.source import Source
from marktscan.reporting.anchors import requirement_anchor, theme_anchor
from marktscan.reporting.chapters.annex_values import are_alike, value_cells, value_columns, weights
from marktscan.reporting.chapters.widths import name_width
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import shortened
from marktscan.reporting.view import (
    Cell,
    Chapter,
    Column,
    Heading,
    Part,
    Row,
    Strong,
    Table,
    cell,
    head,
    paragraph,
)
from marktscan.wording.formats import list_of, number

ANCHOR = "bijlage-eisen"
LONGEST_EXPLANATION = 600
"""Characters of a text that are printed; beyond it the annex says where the rest stands."""

CONSENSUS_SHEET = "Consensus"

_VENDORS = "vendors/"
_ASSESSMENTS = "/assessments/"
_ANSWER, _ANSWER_ON_ONE_LINE = 88, 132
_NARROWEST = 46


def annex(facts: Facts) -> Chapter:
    """All requirements by theme."""
    parts: list[Part] = [paragraph(_reading(facts))]
    for theme in facts.themes:
        rows = [row for row in facts.scan.programme.rows if row.theme == theme.code]
        parts.extend(
            (
                Heading(theme.name, theme_anchor(theme.code), "theme"),
                *(_requirement(facts, row) for row in rows),
            )
        )
    title = "Elke eis met elk antwoord, de punten en de cel waar het staat"
    return Chapter(ANCHOR, "Alle eisen en antwoorden", title, tuple(parts), style="annex")


def _reading(facts: Facts) -> str:
    return (
        "Onder elke eis staat hoe elke gemeente haar vraagt, en haar weging: het gewicht van de eis in die "
        "gemeente, in procenten van de hele score. De kolom Punten geeft de punten van het antwoord (0 tot "
        "100). Samen geven zij de bijdrage. Verschillen de punten of de weging, dan heeft elke gemeente een "
        "eigen kolom met de weging erboven. Wat niet weegt, is een knock-out of een Won't. "
        f"Een streepje: die gemeente stelt de eis niet. {_example(facts)}Een tekst van meer dan "
        f"{number(LONGEST_EXPLANATION, 0)} tekens is ingekort; dan staat erbij waar de hele tekst staat."
    )


def _example(facts: Facts) -> str:
    """How a source is to be read, by the first of this report; nothing without an answer."""
    first = next(((s, answer) for s in facts.submissions for answer in s.answers.values()), None)
    if first is None:
        return ""
    place = first[1].origin.cell("code")
    source = _source(*first)
    return f"De bron ‘{source}’ is het bestand {place.file}, werkblad {place.sheet}, cel {place.cell}. "


def _requirement(facts: Facts, row: JointRequirement) -> Table:
    columns = (
        Column(row.id, width=first_column(facts)),
        Column("Antwoord en bron", width=_ANSWER_ON_ONE_LINE if are_alike(facts, row) else _ANSWER),
        Column("Uitleg en bewijs van de leverancier"),
        *value_columns(facts, row),
    )
    values = value_cells(facts, row)
    rows = tuple(_answer_row(facts, row, s, values[s.vendor.slug]) for s in facts.submissions)
    return Table(
        f"{row.id} {_cut(row.text, _place_of(row))}",
        columns,
        rows,
        _positions(facts, row),
        style="answers",
        anchor=requirement_anchor(row.id),
    )


def first_column(facts: Facts) -> int:
    """Wide enough for the longest brief name of a product (points)."""
    return max((name_width(facts.brief(s.vendor.slug)) for s in facts.submissions), default=_NARROWEST)


def _positions(facts: Facts, row: JointRequirement) -> str:
    """How the municipalities hold the requirement; those that hold it alike together, with every cell."""
    held: dict[str, list[str]] = {}
    for m in facts.municipalities:
        if m.slug in row.positions:
            held.setdefault(_position(row.positions[m.slug], row), []).append(m.slug)
    lines = (f"{_names(facts, slugs)}: {said} ({_cells(row, slugs)})" for said, slugs in held.items())
    return f"{row.status.value.capitalize()}. {'. '.join(lines)}. {weights(facts, row)}".rstrip()


def _names(facts: Facts, slugs: list[str]) -> str:
    return list_of([facts.project.municipality(slug).name for slug in slugs])


def _cells(row: JointRequirement, slugs: list[str]) -> str:
    return ", ".join(str(row.positions[slug].origin.cell("id")) for slug in slugs)


def _position(position: Requirement, row: JointRequirement) -> str:
    parts = [
        position.kind.value,
        str(position.priority.value) if position.priority else "geen prioriteit",
        "gewicht onleesbaar" if position.weight is None else f"gewicht {position.weight}",
        *(["knock-out"] if position.knock_out else []),
        *([f"norm {_cut(position.norm, position.origin.cell('norm'))}"] if position.norm else []),
        *([f"eigen tekst: “{_own_text(position)}”"] if position.text != row.text else []),
    ]
    return ", ".join(parts)


def _answer_row(facts: Facts, row: JointRequirement, submission: Submission, values: tuple[Cell, ...]) -> Row:
    vendor = submission.vendor.slug
    answer = submission.answers.get(row.id)
    style = "incumbent" if facts.is_incumbent(vendor) else ""
    said = " ".join(filter(None, (explanation(answer), _judgement(facts, row, vendor))))
    return Row(
        (
            head(facts.brief(vendor)),
            cell(Strong(code_words(answer)), f" {_source(submission, answer)}"),
            cell(said),
            *values,
        ),
        style,
    )


def code_words(answer: Answer | None) -> str:
    """The code, and for a promise its date and whether it is committed."""
    if answer is None:
        return "geen rij"
    if answer.code is AnswerCode.UNANSWERED:
        return "leeg"
    if answer.code is AnswerCode.UNCLEAR:
        return "onduidelijk"
    if answer.code is not AnswerCode.ROADMAP:
        return str(answer.code.value)
    return f"R, {answer.available_text or 'geen datum'}{', in contract' if answer.committed else ''}"


def explanation(answer: Answer | None) -> str:
    """What the vendor wrote, cut visibly when it is longer than an annex can bear."""
    if answer is None:
        return ""
    written = _cut(answer.explanation, answer.origin.cell("explanation"))
    evidence = _cut(answer.evidence, answer.origin.cell("evidence"))
    surcharge = _cut(answer.surcharge, answer.origin.cell("surcharge"))
    return " ".join(filter(None, (written, _said("Bewijs", evidence), _said("Meerprijs", surcharge))))


def _cut(text: str, place: Source) -> str:
    """The text on one line, cut visibly at a length that an annex can bear."""
    line = " ".join(text.split())
    if len(line) <= LONGEST_EXPLANATION:
        return line
    return f"{shortened(line, LONGEST_EXPLANATION)} (ingekort, zie {place})"


def _own_text(position: Requirement) -> str:
    return _cut(position.text, position.origin.cell("text"))


def _place_of(row: JointRequirement) -> Source:
    """The cell with the text of a requirement: that of the first municipality that holds it."""
    return next(iter(row.positions.values())).origin.cell("text")


def _said(what: str, words: str) -> str:
    """One more thing the vendor wrote, as a sentence; nothing for an empty cell."""
    line = " ".join(words.split())
    return f"{what}: {line.removesuffix('.')}." if line else ""


def _judgement(facts: Facts, row: JointRequirement, vendor: str) -> str:
    """How a wish got its points: the consensus or the marks with their cells, without who gave them."""
    wishing = [slug for slug, position in row.positions.items() if position.kind is Kind.WISH]
    lines = (facts.contributions.get((slug, vendor, row.id)) for slug in wishing)
    line = next((found for found in lines if found and found.state is State.ANSWERED), None)
    if line is None:
        return ""
    agreed = [str(place).removeprefix(_VENDORS) for place in line.sources if place.sheet == CONSENSUS_SHEET]
    given = [f"{place.sheet}!{place.cell}" for place in line.sources if _ASSESSMENTS in place.file]
    places = agreed or [f"assessments · {list_of(list(dict.fromkeys(given)))}"] if agreed or given else []
    return f"Wens: {line.reason}{''.join(f' ({place})' for place in places)}."


def _source(submission: Submission, answer: Answer | None) -> str:
    """Folder, sheet and cell; the whole path where the answer stands in another file than usual."""
    folder = submission.vendor.slug
    if answer is None:
        return folder
    place = answer.origin.cell("code")
    usual = place.file.startswith(f"{_VENDORS}{folder}/answers.")
    return f"{folder if usual else place.file} · {place.sheet}!{place.cell}"

"""Part of the chapter Aanpak: when the rules were fixed, what changed since, and what that does."""

from collections.abc import Mapping, Sequence

from marktscan.domain.frozen import (
    AmendedRule,
    Effect,
    Freeze,
    HeldRules,
    Measure,
    Move,
    RuleChange,
    rule_name,
)
from marktscan.reporting.anchors import Figures
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import counted
from marktscan.reporting.view import Column, Heading, Part, Row, Table, cell, head, paragraph
from marktscan.wording.effects import effect_in_words
from marktscan.wording.formats import date_long, number
from marktscan.wording.rule_values import in_words

_NOT_FIXED = (
    "De regels zijn niet vooraf vastgesteld met marktscan freeze. Niemand kan dus nagaan of ze zijn "
    "veranderd toen er al antwoorden waren."
)
_WIDTHS = {"rule": 92, "value": 52, "who": 84}
_WHOLE = 6
"""As many rows of several lines surely fit on a page."""


def amendments(facts: Facts) -> tuple[Part, ...]:
    """The log of changes, for the reports of the municipalities."""
    held = facts.background.rules if facts.background else None
    title = Heading("Vastgestelde regels en wijzigingen", style="next")
    if held is None:
        return (title, paragraph(_NOT_FIXED))
    return (
        title,
        paragraph(_fixed(held.freeze)),
        *_log(held, _names(facts), facts.origin(Figures.RULES)),
        *_before_and_after(facts, held),
    )


def _fixed(freeze: Freeze) -> str:
    amount = counted(len(freeze.answers), "bestand", "bestanden")
    when = (
        f"Er waren toen al {amount} van leveranciers. De reden die daarbij staat: {freeze.reason}"
        if freeze.answers
        else "Er waren toen nog geen antwoorden."
    )
    return (
        f"De regels zijn vastgesteld op {date_long(freeze.day)} door {freeze.by}. {when} "
        f"Vingerafdruk van de vaststelling: {freeze.sha256}."
    )


def _names(facts: Facts) -> dict[str, str]:
    """What people call vendors and rankings."""
    return {
        **{s.vendor.slug: facts.product(s.vendor.slug) for s in facts.submissions},
        **{m.slug: m.name for m in facts.municipalities},
        **{f"key:{key.code}": f"samen, {key.name.lower()}" for key in facts.project.keys},
    }


def _log(held: HeldRules, names: Mapping[str, str], source: str) -> tuple[Part, ...]:
    parts: list[Part] = []
    if held.amendments:
        rows = tuple(_amended(item, names) for item in held.amendments)
        parts.append(_table("Vastgelegde wijzigingen", "Wie en waarom", rows, source))
    if held.changes:
        rows = tuple(_changed(item, names) for item in held.changes)
        parts.append(_table("Verschillen die niemand vastlegde", "Waar het staat", rows, source))
    return tuple(parts) or (paragraph("Sindsdien is geen regel veranderd."),)


def _table(caption: str, third: str, rows: tuple[Row, ...], source: str) -> Table:
    columns = (
        Column("Regel", width=_WIDTHS["rule"]),
        Column("Was", width=_WIDTHS["value"]),
        Column("Werd", width=_WIDTHS["value"]),
        Column(third),
        Column("Wat dit alleen doet", width=_WIDTHS["rule"] + _WIDTHS["value"]),
    )
    style = "keep spaced" if len(rows) <= _WHOLE else "spaced"
    return Table(caption, columns, rows, style=style, source=source)


def _amended(item: AmendedRule, names: Mapping[str, str]) -> Row:
    own = item.amendment
    why = f"{date_long(own.day)}, {own.by}: {own.reason}"
    told = effect_in_words(item.effect, names) if item.effect else "Niet apart te bepalen."
    return _row(own.rule, own.before, own.after, why, told)


def _changed(item: RuleChange, names: Mapping[str, str]) -> Row:
    told = effect_in_words(item.effect, names)
    return _row(item.rule, item.before, item.after, str(item.source), told)


def _row(rule: Sequence[str], before: str | None, after: str | None, third: str, told: str) -> Row:
    return Row(
        (
            head(_called(tuple(rule))),
            cell(in_words(before)),
            cell(in_words(after)),
            cell(third),
            cell(told),
        )
    )


def _called(rule: tuple[str, ...]) -> str:
    """The rule in words where it is about points, and as people type it in the project file."""
    typed = rule_name(rule)
    match rule:
        case ("points", "answers", code):
            return f"Punten voor antwoord {code} ({typed})"
        case ("points", "marks", mark):
            return f"Punten voor cijfer {mark} ({typed})"
    return typed


def _before_and_after(facts: Facts, held: HeldRules) -> tuple[Part, ...]:
    """Every score and place under the rules as fixed and under those of today; nothing when none moves."""
    if held.since is None:
        return (paragraph(_UNKNOWN),) if held.changes or held.amendments else ()
    moves = {(move.ranking, move.vendor): move for move in held.since.moves if move.measure is Measure.NOW}
    return (_outcomes(facts, held.since, moves),) if moves else ()


_UNKNOWN = "Wat de uitkomst onder de vastgestelde regels was, is niet te berekenen."


def _outcomes(facts: Facts, effect: Effect, moves: dict[tuple[str, str], Move]) -> Table:
    names = {m.slug: m.name for m in facts.municipalities}
    if facts.several:
        names |= {f"key:{key.code}": f"Samen, {key.name.lower()}" for key in facts.project.keys}
    rows = tuple(
        Row(
            (
                head(facts.product(s.vendor.slug)),
                *(cell(_moved(moves.get((ranking, s.vendor.slug))), style="num gap") for ranking in names),
            )
        )
        for s in facts.submissions
    )
    columns = (Column("Pakket", width=_WIDTHS["rule"]), *(Column(n, "num gap") for n in names.values()))
    subtitle = (
        f"Score en plaats onder de vastgestelde regels en nu. {effect_in_words(effect, _names(facts))} "
        "Een streepje: er verandert niets."
    )
    source = facts.origin(Figures.RULES)
    return Table("Wat alle veranderingen samen doen", columns, rows, subtitle, "keep spaced", source=source)


def _moved(move: Move | None) -> str:
    if move is None:
        return "–"
    before, after = (
        "geen score" if stand.outcome is None else f"{number(stand.outcome)} ({stand.rank})"
        for stand in (move.before, move.after)
    )
    return f"{before} → {after}"

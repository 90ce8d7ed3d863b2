"""Annex table: per kind of figure how it is made, from which cells, and how to make it again."""

from collections.abc import Iterator
from dataclasses import replace

from marktscan.domain.source import Source
from marktscan.reporting.anchors import COSTS, Figures, figures_anchor
from marktscan.reporting.chapters.made import HOW
from marktscan.reporting.chapters.spans import spans
from marktscan.reporting.facts import Facts
from marktscan.reporting.view import Column, Link, Row, Table, Text, cell, head, joined
from marktscan.wording.formats import list_of, thousands

CAPTION = "Waar de cijfers vandaan komen"
PROJECT = "marktscan.toml"
_SCORES = "bijlage-scores"


def origins(facts: Facts) -> Table:
    """A row per kind of figure; links that say Herkomst lead here."""
    columns = (Column("Cijfers", width=88), Column("Zo gemaakt", width=150), Column("Waaruit"))
    rows = tuple(
        Row((head(name), cell(how), cell(*_from(facts, kind))), anchor=figures_anchor(kind))
        for kind, (name, how) in HOW.items()
    )
    said = "Elk getal in dit rapport leidt naar een rij met cellen, of naar een van deze rijen"
    return Table(CAPTION, columns, rows, said, "origins")


def _from(facts: Facts, kind: Figures) -> Text:
    """The cells, other figures, settings and the command behind one kind, as far as there are."""
    settings = _SETTINGS.get(kind, ())
    found = (
        *((place,) for place in _cells(facts, kind)),
        *((Link(name, target),) for name, target in _BUILT_ON.get(kind, ())),
        *(((Link("Kosten", COSTS),),) if kind is Figures.TENDER and facts.background else ()),
        *((f"{PROJECT}: {list_of([f'[{part}]' for part in settings])}",) if settings else (),),
        *((_draws(facts),) if kind is Figures.DRAWS else (),),
        *((f"opdracht: marktscan {_COMMANDS[kind]}",) if kind in _COMMANDS else (),),
    )
    return joined([part for part in found if part], "; ")


def _draws(facts: Facts) -> str:
    rules = facts.project.simulation
    return f"{thousands(rules.draws)} lotingen, startgetal {rules.seed}"


_HOW_SCORED = ("Scores per thema", _SCORES)
_BUILT_ON = {
    Figures.SCORES: (("Alle eisen en antwoorden", "bijlage-eisen"),),
    Figures.DIFFERENCES: (_HOW_SCORED,),
    Figures.OVER_TIME: (_HOW_SCORED, ("Beloften", figures_anchor(Figures.PROMISES))),
    Figures.SCENARIOS: (_HOW_SCORED, ("Beloften", figures_anchor(Figures.PROMISES))),
    Figures.TIPPING: (_HOW_SCORED,),
    Figures.DRAWS: (_HOW_SCORED,),
    Figures.TOGETHER: (_HOW_SCORED,),
    Figures.TENDER: (_HOW_SCORED,),
}
"""The figures that others are computed from."""
_SETTINGS = {
    Figures.SCORES: ("points", "keys", "weights"),
    Figures.COVERAGE: ("rules",),
    Figures.KNOCK_OUTS: ("project", "costs"),
    Figures.OVER_TIME: ("promises", "project"),
    Figures.SCENARIOS: ("scenarios",),
    Figures.PROOF: ("assessors",),
    Figures.MARKS: ("assessors",),
    Figures.DRAWS: ("simulation",),
    Figures.TOGETHER: ("keys",),
    Figures.TENDER: ("tender",),
    Figures.SETTINGS: ("project", "municipalities", "keys", "points", "rules", "promises", "costs"),
}
_COMMANDS = {
    Figures.SCORES: "explain",
    Figures.COVERAGE: "score",
    Figures.DIFFERENCES: "score",
    Figures.KNOCK_OUTS: "explain",
    Figures.PROMISES: "promises",
    Figures.OVER_TIME: "promises",
    Figures.PROOF: "claims",
    Figures.MARKS: "agenda",
    Figures.TIPPING: "stress",
    Figures.DRAWS: "stress",
    Figures.TOGETHER: "stress",
    Figures.TENDER: "costs",
}
"""With --json every figure stands there unrounded."""


def _cells(facts: Facts, kind: Figures) -> Iterator[str]:
    """The ranges of cells that figures of this kind are read from, and records of rules."""
    yield from spans(_places(facts, kind))
    if kind is Figures.RULES:
        yield from (item.file for item in facts.scan.inputs if item.file.startswith("rules/"))


def _places(facts: Facts, kind: Figures) -> Iterator[Source]:
    for own in facts.scan.lists:
        yield from (r.origin.cell(name) for r in own.requirements for name in _ASKED.get(kind, ()))
    for own in facts.scan.lists if kind in _WEIGHED else ():
        yield from (weight.origin.cell("weight") for weight in own.theme_weights)
    if kind is Figures.REQUIREMENTS:
        yield from (decision.origin.cell("id") for decision in facts.scan.decisions)
    for submission in facts.submissions:
        answers = submission.answers.values()
        yield from (a.origin.cell(name) for a in answers for name in _ANSWERED.get(kind, ()))
        if kind in _MARKED:
            yield from (_in_folder(mark.origin.cell(_MARKED[kind])) for mark in submission.marks)


def _in_folder(place: Source) -> Source:
    """A cell of an assessor's workbook by its folder: the file bears a name."""
    return replace(place, file=place.file.rpartition("/")[0])


_ASKED = {
    Figures.SCORES: ("weight",),
    Figures.COVERAGE: ("weight",),
    Figures.REQUIREMENTS: ("id",),
    Figures.KNOCK_OUTS: ("knock_out",),
}
_WEIGHED = frozenset({Figures.SCORES, Figures.COVERAGE})
_ANSWERED = {
    Figures.SCORES: ("code",),
    Figures.COVERAGE: ("code",),
    Figures.ANSWERS: ("code",),
    Figures.KNOCK_OUTS: ("code", "evidence"),
    Figures.PROMISES: ("code", "available", "committed"),
    Figures.PROOF: ("code", "evidence"),
}
_MARKED = {Figures.SCORES: "mark", Figures.PROOF: "level", Figures.MARKS: "mark"}
"""Fields of the workbooks; of assessors' workbooks only the folder is told, for they bear names."""

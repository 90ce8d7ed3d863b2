"""`marktscan agenda`: what the assessors must talk about, and how far they agree."""

from collections.abc import Iterator

import typer

from marktscan.cli.findings import as_json as findings_as_json
from marktscan.cli.findings import exit_code, summary
from marktscan.cli.options import AsJson
from marktscan.cli.promise_records import points_by_ranking
from marktscan.cli.scored import Scored, scored
from marktscan.cli.scores import exact, places, rounded
from marktscan.cli.terminal import columns, show, show_json
from marktscan.domain.agreement import AgendaItem, Assessed, ThemeAgreement
from marktscan.domain.assessment import Mark
from marktscan.wording.formats import number, percentage, points

NOTHING = "–"


def agenda(context: typer.Context, json: AsJson = False) -> int:
    """Maak de agenda voor het overleg van beoordelaars.

    U ziet ook hoe ver zij het eens zijn.
    """
    found = scored(context, quiet=json)
    assessed = found.background.assessed
    if json:
        show_json({**record(assessed), "findings": findings_as_json(found.findings)})
    else:
        show(*_agenda(found), *_agreement(assessed), "", summary(found.findings))
    return exit_code(found.findings)


def _agenda(found: Scored) -> Iterator[str]:
    """What to talk about, with both sides; the one that moves most points first."""
    assessed, tolerance = found.background.assessed, found.scan.project.assessing.tolerance
    beyond = sum(spread.steps > tolerance for spread in assessed.spreads)
    yield (
        f"Van {len(assessed.spreads)} beoordeelde wensen liggen de cijfers bij {beyond} meer dan "
        f"{'één trede' if tolerance == 1 else f'{tolerance} treden'} uit elkaar. "
        f"Te bespreken, want een volgorde hangt ervan af: {len(assessed.agenda)}."
    )
    base = f"key:{found.scan.project.keys[0].code}"
    for place, item in enumerate(assessed.agenda, start=1):
        yield from ("", *_item(place, item, base))


def _item(place: int, item: AgendaItem, base: str) -> Iterator[str]:
    spread = item.spread
    marks = ", ".join(f"{mark.assessor} {mark.mark}" for mark in spread.marks)
    reach = f" · {number(item.reach[base], 2)} punten samen" if base in item.reach else ""
    yield f"{place}. {spread.vendor} · {spread.requirement}{reach}"
    yield f"   Cijfers: {marks}"
    yield from (_side("Laagste", item.lowest), _side("Hoogste", item.highest))
    changes = ", ".join(
        f"{change.ranking.replace('key:', 'samen: ')} ({change.other})" for change in item.changes
    )
    yield f"   Volgorde die kan veranderen: {changes}"


def _side(word: str, mark: Mark) -> str:
    return f"   {word}: {mark.mark} van {mark.assessor}: {mark.motivation or 'geen motivering'}"


def _agreement(assessed: Assessed) -> Iterator[str]:
    if assessed.themes:
        yield from ("", "Overeenstemming per thema (alfa van Krippendorff: 1 is volledig, 0 is toeval)")
        header = ("thema", "alfa", "binnen één trede")
        yield from columns(header, map(_theme, assessed.themes), right=(1, 2))
        yield "Alleen over wensen die een leverancier nu aanbiedt."
    if assessed.leniency:
        yield from ("", "Hoe mild elke beoordelaar is: punten boven de anderen bij dezelfde wens")
        rows = ((item.assessor, points(item.difference), str(item.compared)) for item in assessed.leniency)
        yield from columns(("beoordelaar", "punten", "wensen"), rows, right=(1, 2))
        yield "Dit wordt getoond en nergens verrekend."


def _theme(theme: ThemeAgreement) -> tuple[str, str, str]:
    alpha = NOTHING if theme.alpha is None else number(theme.alpha, 2)
    near = NOTHING if theme.share_near is None else percentage(theme.share_near)
    return theme.theme, alpha, near


def record(assessed: Assessed) -> dict[str, object]:
    """The agenda, the agreement per theme and how mild everybody is."""
    return {
        "agenda": [_agenda_item(item) for item in assessed.agenda],
        "themes": [
            {
                "theme": theme.theme,
                "alpha": rounded(theme.alpha),
                "pairs": theme.pairs,
                "within_one_step": theme.near,
            }
            for theme in assessed.themes
        ],
        "leniency": [
            {"assessor": item.assessor, "compared": item.compared, "points_exact": exact(item.difference)}
            for item in assessed.leniency
        ],
    }


def _agenda_item(item: AgendaItem) -> dict[str, object]:
    return {
        "vendor": item.spread.vendor,
        "requirement": item.spread.requirement,
        "steps": item.spread.steps,
        "reach_exact": points_by_ranking(item.reach),
        "changes": [{"ranking": change.ranking, "other": change.other} for change in item.changes],
        "marks": [
            {
                "assessor": mark.assessor,
                "mark": mark.mark,
                "motivation": mark.motivation,
                "sources": places((mark.origin.cell("mark"),)),
            }
            for mark in item.spread.marks
        ],
    }

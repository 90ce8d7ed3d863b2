"""Chapter: how sure the outcome is: tipping points, leaving one vendor out, coverage and intervals."""

from collections.abc import Iterator, Sequence

from marktscan.domain.project import Municipality
from marktscan.domain.results import TippingPoint
from marktscan.domain.scan import Submission
from marktscan.reporting.anchors import Figures
from marktscan.reporting.chapters.agreement import agreement_text
from marktscan.reporting.chapters.alone import alone
from marktscan.reporting.chapters.beside import beside_the_scores
from marktscan.reporting.chapters.dominance import dominance
from marktscan.reporting.chapters.simulated import simulated
from marktscan.reporting.chapters.sureness import (
    NO_SECOND,
    NOT_SIMULATED,
    ONE_PACKAGE,
    coverage_text,
    holds_table,
)
from marktscan.reporting.chapters.tipping import ends, turning_themes, weight_figure
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import count
from marktscan.reporting.view import (
    Block,
    Cell,
    Chapter,
    Column,
    Heading,
    Part,
    Row,
    SideBySide,
    Table,
    cell,
    head,
    paragraph,
    traced,
)
from marktscan.wording.formats import NO_BREAK_SPACE, answered, list_of, number, percentage

ANCHOR = "zekerheid"
_NAMED = 3
"""Municipalities that fit in a title."""


def certainty(facts: Facts) -> Chapter:
    """What the simulation says, then everything exact."""
    if not facts.scored:
        return Chapter(
            ANCHOR,
            "Hoe zeker",
            "Zonder scores is er geen zekerheid te berekenen",
            (paragraph(NOT_SIMULATED),),
        )
    agreement = agreement_text(facts)
    agreed = (paragraph(*agreement),) if agreement else ()
    if not facts.comparable:
        parts: tuple[Part, ...] = (
            paragraph(ONE_PACKAGE),
            paragraph(*coverage_text(facts)),
            *agreed,
            *beside_the_scores(facts),
        )
        return Chapter(ANCHOR, "Hoe zeker", NO_SECOND.removesuffix("."), parts)
    turning = [m for m in _asked(facts) if turning_themes(facts, m.slug)]
    unsimulated = (
        paragraph(NOT_SIMULATED),
        paragraph(*coverage_text(facts)),
        *agreed,
        holds_table(facts),
    )
    parts = (
        *(simulated(facts) or unsimulated),
        *_tipping(facts, turning),
        *dominance(facts),
        _left_out(facts),
        *alone(facts),
        *((_coverage(facts),) if facts.unknown else ()),
        *beside_the_scores(facts),
    )
    return Chapter(ANCHOR, "Hoe zeker", _title(facts), parts)


def _asked(facts: Facts) -> Sequence[Municipality]:
    """Whose rankings this report goes into."""
    return (facts.own,) if facts.own else facts.municipalities


def _tipping(facts: Facts, turning: Sequence[Municipality]) -> Iterator[Part]:
    """What a tipping point is and the pictures, two by two: the words take the place of a picture if odd."""
    if not turning:
        return
    first = turning_themes(facts, turning[0].slug)[0]
    words = (
        Heading("Als één thema meer of minder weegt"),
        paragraph(_introduction(several=len(turning) > 1)),
        paragraph(*traced(_how_to_read(first), facts.origin(Figures.TIPPING))),
    )
    cells: list[tuple[Part, ...]] = [(weight_figure(facts, m),) for m in turning]
    if len(turning) % 2:
        cells = [words, *cells]
    else:
        yield Block(words)
    for at in range(0, len(cells), 2):
        yield SideBySide(tuple((6, inside) for inside in cells[at : at + 2]))


def _introduction(*, several: bool) -> str:
    where = "Per gemeente" if several else "Hier"
    return (
        "Een omslagpunt is het gewicht van een thema waarbij een ander pakket bovenaan komt. De andere "
        f"thema’s houden dan hun onderlinge verhouding. {where} staan de thema’s die het dichtst bij hun "
        "omslagpunt liggen; alle staan achter ‘Cijfers’."
    )


def _how_to_read(shown: TippingPoint) -> str:
    """The first line of the first picture in words."""
    now, (least, most) = percentage(shown.weight), ends(shown)
    return (
        f"Lees ‘{now} ({least}–{most})’ zo: het thema telt nu voor {now} mee. Zolang dat tussen {least} en "
        f"{most}{NO_BREAK_SPACE}% blijft, houdt hetzelfde pakket de eerste plaats."
    )


def _title(facts: Facts) -> str:
    steady = [m.name for m in facts.municipalities if not turning_themes(facts, m.slug)]
    if len(steady) == len(facts.municipalities):
        return "Geen enkel thema kan alleen de eerste plaats veranderen"
    turning = [m.name for m in facts.municipalities if m.name not in steady]
    where = list_of(turning)
    if len(turning) > _NAMED:
        where = f"{count(len(turning))} van de {count(len(facts.municipalities))} gemeenten"
    return f"In {where} kan één thema de eerste plaats veranderen"


def _left_out(facts: Facts) -> Part:
    """Leaving a vendor out must move no score; who is first may of course change."""
    found = facts.stress.leave_one_out
    if not found:
        return paragraph("De proef waarbij steeds één pakket wordt weggelaten, is niet gedaan.")
    moved = any(item.scores_changed for item in found)
    title = (
        "Let op: een score verandert als een ander pakket wegvalt"
        if moved
        else "Geen enkele score verandert als een ander pakket wegvalt"
    )
    columns = (Column("Weggelaten pakket", width=126), *(Column(m.name) for m in facts.municipalities))
    rows = tuple(_left_out_row(facts, s) for s in facts.submissions)
    whose = "Per gemeente: wie" if facts.several else "Wie"
    subtitle = f"Nagerekend op deze antwoorden. {whose} dan bovenaan staat; vet is anders dan nu."
    return Table(title, columns, rows, subtitle, "keep spaced")


def _left_out_row(facts: Facts, submission: Submission) -> Row:
    vendor = submission.vendor.slug
    found = {item.ranking: item for item in facts.stress.leave_one_out if item.vendor == vendor}
    cells = []
    for municipality in facts.municipalities:
        item = found.get(municipality.slug)
        first = _names(facts, item.first) if item else "–"
        cells.append(cell(first, style="strong" if item and item.first_changed else ""))
    return Row((head(facts.product(submission.vendor.slug)), *cells))


def _names(facts: Facts, vendors: Sequence[str]) -> str:
    return list_of([facts.product(v) for v in vendors]) or "niemand"


def _coverage(facts: Facts) -> Table:
    columns = (Column("Pakket", width=126), *(Column(m.name, "num gap") for m in facts.municipalities))
    rows = tuple(
        Row(
            (
                head(facts.product(s.vendor.slug)),
                *(_coverage_cell(facts, s.vendor.slug, m.slug) for m in facts.municipalities),
            )
        )
        for s in facts.submissions
    )
    return Table(
        "Hoeveel van het gewicht is beantwoord",
        columns,
        rows,
        "Deel van het gewicht met een antwoord. Tussen haakjes: tussen welke scores de uitkomst nog ligt.",
        "keep spaced",
    )


def _coverage_cell(facts: Facts, vendor: str, municipality: str) -> Cell:
    entry = facts.ranking(municipality).of(vendor)
    if entry.low is None or entry.high is None:
        return cell("geen score", style="num gap quiet")
    reach = f" ({number(entry.low)}–{number(entry.high)})" if entry.high != entry.low else ""
    return cell(f"{answered(entry.coverage, facts.project.rules.coverage)}{reach}", style="num gap")

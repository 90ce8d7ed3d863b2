"""Tables for one price formula: what every offer comes to, and what one offer less would change."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from marktscan.domain.conventions import PriceFormula, TenderRules
from marktscan.domain.tender import Award, Awarded
from marktscan.reporting.anchors import Figures, cost_anchor
from marktscan.reporting.chapters.cost_tables import TOTAL
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import count, counted, verb
from marktscan.reporting.view import (
    Block,
    Column,
    Heading,
    Paragraph,
    Part,
    Row,
    Table,
    cell,
    head,
    led,
    paragraph,
    traced,
)
from marktscan.wording.formats import Exact, list_of, number
from marktscan.wording.tender import WARNINGS, how_it_works

_FEW = 5
NAMES = {
    PriceFormula.ABSOLUTE: "Absoluut: vaste grenzen",
    PriceFormula.RATIO: "Verhouding: laagste prijs gedeeld door prijs",
    PriceFormula.LINEAR: "Lineair: ten opzichte van de laagste prijs",
    PriceFormula.LOGARITHMIC: "Logaritmisch: ten opzichte van de laagste prijs",
    PriceFormula.AFTER_VALUE: "Gunnen op waarde: kwaliteit in euro",
}


def named(facts: Facts, vendors: tuple[str, ...]) -> str:
    """Packages by name, in one enumeration."""
    return list_of([facts.product(vendor) for vendor in vendors]) or "niemand"


def formula(facts: Facts, award: Award, rules: TenderRules) -> Iterator[Part]:
    """One formula: how it works, its warning, the outcome and what one offer less would change."""
    how = f"{how_it_works(award.formula, rules)} {WARNINGS[award.formula]}"
    words = paragraph(*traced(how, facts.origin(Figures.TENDER)))
    parts = (Heading(NAMES[award.formula], style="next"), words, _outcomes(facts, award, rules))
    less = _one_less(facts, award) if len(award.offers) > 1 else None
    said = (less,) if isinstance(less, Paragraph) else ()
    yield Block((*parts, *said), ruled=False, keep=True)
    if less and not said:
        yield less


def _outcomes(facts: Facts, award: Award, rules: TenderRules) -> Table:
    in_euro = award.formula is PriceFormula.AFTER_VALUE
    columns = (
        Column("Pakket", width=126),
        Column("Plaats", "num"),
        Column("Kwaliteit", "num"),
        Column("Kosten" if in_euro else "Prijspunten", "num"),
        Column("Prijs na waarde" if in_euro else "Uitkomst", "num"),
        Column("Met één bod minder", "num gap", 98),
    )
    rows = tuple(_outcome(facts, award, offer, rules) for offer in award.offers)
    unit = "Euro; de laagste is de beste" if in_euro else f"Punten, hoogstens {rules.quality + rules.price}"
    subtitle = f"{unit}. Rechts: de laagste en de hoogste uitkomst als één ander bod er niet was."
    source = facts.origin(Figures.TENDER)
    return Table(f"Uitkomst: {award.formula.value}", columns, rows, subtitle, "keep spaced", source=source)


def _outcome(facts: Facts, award: Award, offer: Awarded, rules: TenderRules) -> Row:
    low, high = award.lowest[offer.vendor], award.highest[offer.vendor]
    band = "gelijk" if low == high else f"{_shown(award, low)}–{_shown(award, high)}"
    third = (
        led(cell(number(offer.price, 0), style="num"), cost_anchor(offer.vendor, TOTAL))
        if award.formula is PriceFormula.AFTER_VALUE
        else cell(number(offer.price_points, rules.decimals), style="num")
    )
    return Row(
        (
            head(facts.product(offer.vendor)),
            cell(str(offer.rank), style="num"),
            cell(number(offer.quality), style="num"),
            third,
            cell(_shown(award, offer.outcome), style="num strong"),
            cell(band, style="num gap"),
        )
    )


def _shown(award: Award, outcome: Exact) -> str:
    return number(outcome, 0) if award.formula is PriceFormula.AFTER_VALUE else number(outcome)


def _moves(award: Award) -> bool:
    """Whether any outcome depends on who else offers."""
    return any(award.lowest[offer.vendor] != award.highest[offer.vendor] for offer in award.offers)


def _still(facts: Facts, award: Award) -> str:
    """That no outcome moves; who is first without the first is then the only thing to say."""
    second = {award.first_without[first] for first in award.first if len(award.first) == 1}
    said = f" Zonder {named(facts, award.first)} is {named(facts, second.pop())} eerste." if second else ""
    return f"Valt één bod weg, dan verschuift geen enkele uitkomst.{said}"


def _one_less(facts: Facts, award: Award) -> Paragraph | Table:
    """Leave one offer out: who is first then, and whose outcome moves; a sentence when at most one counts."""
    if not _moves(award):
        return paragraph(_still(facts, award))
    turning = [
        out for out, first in award.first_without.items() if first != award.first or _moved(award, out)
    ]
    if len(turning) == 1:
        return paragraph(*traced(_only(facts, award, turning[0]), facts.origin(Figures.TENDER)))
    return _leaving(facts, award, turning)


def _only(facts: Facts, award: Award, out: str) -> str:
    """What the one offer that counts, always the first, would change by staying away."""
    first, moved = award.first_without[out], _moved(award, out)
    told = [
        f"bij {facts.product(offer.vendor)} van {_shown(award, was)} naar {_shown(award, offer.outcome)}"
        for offer, was in moved[:_FEW]
    ]
    rest = len(moved) - len(told)
    others = f" Nog {counted(rest, 'andere uitkomst verschuift', 'andere uitkomsten verschuiven')}."
    return (
        f"Alleen zonder {facts.product(out)} verandert er iets. Dan {verb(len(first), 'is', 'zijn')} "
        f"{named(facts, first)} eerste. De uitkomst gaat {list_of(told)}.{others if rest else ''}"
    )


def _leaving(facts: Facts, award: Award, turning: Sequence[str]) -> Table:
    """A row for each offer without which something changes; the others are counted."""
    columns = (Column("Zonder", width=126), Column("Eerste", width=126), Column("Wat verschuift"))
    rows = tuple(
        Row(
            (
                head(facts.product(out)),
                cell(named(facts, award.first_without[out])),
                cell(_told(facts, award, out)),
            )
        )
        for out in sorted(turning, key=facts.product)
    )
    rest = len(award.offers) - len(turning)
    other = f"een van de {count(rest)} andere" if rest > 1 else "het andere bod"
    subtitle = f"Zonder {other} verandert er niets." if rest else ""
    source = facts.origin(Figures.TENDER)
    return Table(
        f"Eén bod minder: {award.formula.value}", columns, rows, subtitle, "keep spaced", source=source
    )


def _moved(award: Award, out: str) -> list[tuple[Awarded, Fraction]]:
    """Whose outcome is another without this offer, with what it was."""
    now = {offer.vendor: offer.outcome for offer in award.offers}
    return [(o, now[o.vendor]) for o in award.without[out] if o.outcome != now[o.vendor]]


def _told(facts: Facts, award: Award, out: str) -> str:
    """The first few that move, and how many more there are."""
    moved = _moved(award, out)
    told = [
        f"{facts.brief(offer.vendor)} {_shown(award, was)} → {_shown(award, offer.outcome)}"
        for offer, was in moved[:_FEW]
    ]
    rest = len(moved) - len(told)
    return "; ".join([*told, *([f"en nog {number(rest, 0)}"] if rest else [])]) or "niets"

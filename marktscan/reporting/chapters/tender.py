"""Chapter: what the declared rules of a later tender would do with these offers; the scan awards nothing."""

from collections.abc import Iterator

from marktscan.domain.conventions import Rounding, TenderRules
from marktscan.domain.costs import Costs
from marktscan.domain.tender import Award
from marktscan.reporting.anchors import Figures, requirement_anchor
from marktscan.reporting.chapters.costs import may_see_prices
from marktscan.reporting.chapters.tender_formulas import formula, named
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import capital, count, lower_first, verb
from marktscan.reporting.view import (
    Chapter,
    Column,
    Link,
    Pairs,
    Part,
    Row,
    Table,
    Text,
    cell,
    head,
    joined,
    paragraph,
    traced,
)
from marktscan.wording.formats import list_of
from marktscan.wording.tender import THEN, tie_steps

ANCHOR = "tenderregels"
_ROUNDED = {
    Rounding.HALF_UP: "een half punt gaat naar boven",
    Rounding.HALF_EVEN: "een half punt gaat naar het even getal",
    Rounding.CUT_OFF: "wat meer is, valt weg",
}


def tender(facts: Facts) -> Chapter | None:
    """Every price formula with its warning; None where prices may not be seen or none is known."""
    if facts.background is None or facts.own or not may_see_prices(facts):
        return None
    costs, rules = facts.background.costs, facts.project.tender
    found = [award for award in costs.awards if award.offers]
    if not found and not costs.left_out:
        return None
    shown = _contested(found)
    parts: tuple[Part, ...] = (
        paragraph(
            "In deze verkenning staan kwaliteit en kosten naast elkaar. Hier wint niemand. Dit hoofdstuk "
            "toont alleen wat regels voor een latere aanbesteding met deze aanbiedingen zouden doen. Zo ziet "
            "u vooraf welke regel kwetsbaar is."
        ),
        Pairs(tuple(_rules(facts, costs, rules))),
        *((_overview(facts, shown),) if shown else ()),
        *(part for award in shown for part in formula(facts, award, rules)),
    )
    return Chapter(ANCHOR, "Een latere aanbesteding", _title(facts, found), parts)


def _contested(found: list[Award]) -> list[Award]:
    """The formulas in which one offer stands beside another."""
    return [award for award in found if len(award.offers) > 1]


def _title(facts: Facts, found: list[Award]) -> str:
    firsts = {award.first for award in found}
    if not firsts:
        return "Geen aanbieding kan meedoen aan een proef met tenderregels"
    if not _contested(found):
        return f"Alleen {named(facts, firsts.pop())} kan meedoen aan een proef met tenderregels"
    if all(len(award.first) == len(award.offers) for award in found):
        return "Onder elke prijsformule staan alle aanbiedingen gelijk"
    if len(firsts) == 1:
        return f"Elke prijsformule zet {named(facts, firsts.pop())} bovenaan"
    return "Met een andere prijsformule komt een ander pakket bovenaan"


def _rules(facts: Facts, costs: Costs, rules: TenderRules) -> Iterator[tuple[str, Text]]:
    """What is declared, in words, and who takes no part."""
    joint = f"de gezamenlijke score ({lower_first(facts.base_key.name)})" if facts.several else "de score"
    source = facts.origin(Figures.TENDER)
    quality = f"{rules.quality} punten: {joint} maal {rules.quality} %."
    yield "Kwaliteit", traced(quality, source)
    yield "Prijs", traced(f"{rules.price} punten, voor de totale kosten over {costs.years} jaar.", source)
    yield "Afronding", (f"{_rounding(rules)}.",)
    steps: list[Text] = [(told, *_criterion(facts, code)) for told, code in tie_steps(rules)]
    yield "Gelijke uitkomst", ("Dan beslist ", *joined(steps, THEN), ".")
    if minimum := _minimum(facts, rules):
        yield "Minimum", (minimum,)
    if costs.left_out:
        out = (f"{facts.product(item.vendor)} ({list_of(item.reasons)})" for item in costs.left_out)
        yield "Doet niet mee", (f"{list_of(sorted(out))}.",)


def _criterion(facts: Facts, code: str) -> Text:
    """A theme by its name; a requirement by its id, with a link to its row in the annex."""
    names = {theme.code: theme.name for theme in facts.project.themes}
    if code in {row.id for row in facts.scan.programme.rows} - names.keys():
        return (Link(code, requirement_anchor(code)),)
    return (names.get(code, code),) if code else ()


def _rounding(rules: TenderRules) -> str:
    """To how many decimals at which step."""
    steps = [
        ("per thema", rules.theme_decimals),
        ("voor kwaliteit", rules.quality_decimals),
        ("voor prijs", rules.decimals),
    ]
    told = [f"{name} op {_decimals(places)}" for name, places in steps if places is not None]
    return f"Punten {list_of(told)}; {_ROUNDED[rules.rounding]}"


def _decimals(places: int) -> str:
    return "hele punten" if places == 0 else f"{count(places)} {verb(places, 'decimaal', 'decimalen')}"


def _minimum(facts: Facts, rules: TenderRules) -> str:
    told = [f"{facts.project.theme(code).name} {least}" for code, least in rules.minimum_themes.items()]
    parts = [f"kwaliteit {rules.minimum_quality} punten"] if rules.minimum_quality else []
    parts += [f"score per thema: {list_of(told)}"] if told else []
    parts += ["een knock-out sluit uit"] if rules.strict else []
    return f"{capital('; '.join(parts))}." if parts else ""


def _overview(facts: Facts, found: list[Award]) -> Table:
    """Who comes first under each formula, and whom that depends on."""
    columns = (
        Column("Prijsformule"),
        Column("Eerste", width=126),
        Column("Zonder dit bod wordt een ander eerste"),
    )
    rows = tuple(
        Row(
            (
                head(award.formula.value.capitalize() + (" (gekozen)" if award is found[0] else "")),
                cell(_first(facts, award), style="strong"),
                cell(_depends(facts, award)),
            )
        )
        for award in found
    )
    subtitle = "Een kansloos bod mag niet bepalen wie van de anderen wint. Hier ziet u of dat zo is."
    return Table("Wie eerste zou worden", columns, rows, subtitle, "keep spaced")


def _first(facts: Facts, award: Award) -> str:
    """Who comes first; where no declared rule parts them, that a lot decides."""
    lot = " (het lot beslist)" if len(award.first) > 1 else ""
    return f"{named(facts, award.first)}{lot}"


def _depends(facts: Facts, award: Award) -> str:
    turning = [out for out in award.depends_on_others if out not in award.first]
    told = [f"{facts.product(out)}: dan {named(facts, award.first_without[out])}" for out in turning]
    return "; ".join(told) or "geen enkel bod"

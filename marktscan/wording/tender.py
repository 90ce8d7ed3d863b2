"""What is said of price formulas and ties: one sentence on how each works, and its own warning."""

from collections.abc import Iterator, Mapping

from marktscan.domain.conventions import BY_LOT, BY_PRICE, BY_QUALITY, PriceFormula, TenderRules
from marktscan.domain.project import Project
from marktscan.wording.formats import Exact, euro, number

_RELATIVE = (
    "Let op: de laagste prijs bepaalt de punten van alle anderen. Een kansloos bod kan de volgorde omdraaien."
)
WARNINGS = {
    PriceFormula.ABSOLUTE: "Let op: de grenzen liggen vast. Daaronder levert een lagere prijs niets op.",
    PriceFormula.RATIO: _RELATIVE,
    PriceFormula.LINEAR: f"{_RELATIVE} Vanaf twee keer de laagste prijs zijn er geen punten meer.",
    PriceFormula.LOGARITHMIC: f"{_RELATIVE} De formule is ook moeilijk uit te leggen.",
    PriceFormula.AFTER_VALUE: "Let op: hoeveel euro een punt waard is, beslist. Leg dat bedrag uit.",
}


THEN = ", dan "
"""What stands between two steps that break a tie."""
_WAYS = {
    BY_PRICE: "de laagste prijs",
    BY_QUALITY: "het hoogste aantal punten voor kwaliteit",
    BY_LOT: "het lot",
}


def how_it_works(formula: PriceFormula, rules: TenderRules) -> str:
    """What the formula does with a price, with the amounts that are declared for it."""
    match formula:
        case PriceFormula.ABSOLUTE:
            lowest, highest = euro(rules.lowest or 0), euro(rules.highest or 0)
            return (
                f"Tot {lowest} zijn er {rules.price} punten, vanaf {highest} geen; ertussen naar verhouding."
            )
        case PriceFormula.RATIO:
            return f"Punten: {rules.price} keer de laagste prijs, gedeeld door de eigen prijs."
        case PriceFormula.LINEAR:
            return (
                f"De laagste prijs krijgt {rules.price} punten. Wie 10 % duurder is, krijgt 10 % van de "
                "punten minder."
            )
        case PriceFormula.LOGARITHMIC:
            factor = _plain(rules.half_points_factor or 0)
            return f"De laagste prijs krijgt {rules.price} punten. {factor} keer zo duur: de helft daarvan."
        case PriceFormula.AFTER_VALUE:
            worth = euro(rules.value_per_point or 0)
            return f"Elk punt kwaliteit is {worth} waard. Dat gaat van de prijs af; de laagste uitkomst wint."


def tie_break(rules: TenderRules, themes: Mapping[str, str]) -> str:
    """What decides between equal outcomes, in order; `themes` are names by code, a requirement has its id."""
    return THEN.join(f"{told}{themes.get(way, way)}" for told, way in tie_steps(rules))


def tie_steps(rules: TenderRules) -> Iterator[tuple[str, str]]:
    """Every step that decides, in words, with the code of the theme or the requirement that ends them."""
    for way in rules.tie_break:
        yield (_WAYS[way], "") if way in _WAYS else ("de hoogste score op ", way)


def bound_name(rule: tuple[str, ...], project: Project) -> str:
    """A ceiling or a minimum in words, with what is declared."""
    match rule:
        case ("costs", "ceilings", scope):
            return f"plafond {euro(project.costs.ceilings[scope])}"
        case (_, "minimum_themes", code):
            names = {theme.code: theme.name for theme in project.themes}
            return f"minimum {project.tender.minimum_themes[code]} voor {names.get(code, code)}"
        case _:
            return f"minimum {project.tender.minimum_quality} voor kwaliteit"


def _plain(value: Exact) -> str:
    """A number without decimals it does not have: 2 or 1,5."""
    return number(value, 0) if value == int(value) else number(value, 2).rstrip("0")

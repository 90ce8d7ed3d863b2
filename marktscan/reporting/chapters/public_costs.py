"""What may be said of costs in public: between which amounts all offers lie, and nothing else."""

from decimal import Decimal

from marktscan.reporting.facts import Facts
from marktscan.reporting.language import count, counted, verb
from marktscan.reporting.view import Chapter, Pairs, paragraph
from marktscan.wording.formats import euro, number

ANCHOR = "kosten"
_MILLION = Decimal(1_000_000)


def public_costs(facts: Facts) -> Chapter:
    """The bandwidth, what is in it and why it is no more precise."""
    return Chapter(
        ANCHOR,
        "Wat het kost",
        _title(facts),
        (paragraph(costs_in_words(facts)), Pairs(_explained(facts))),
    )


def _title(facts: Facts) -> str:
    found = facts.shown.bandwidth
    if found is None:
        return "Over kosten is nog niets te zeggen"
    if found.certain:
        return f"Alle aanbiedingen liggen tussen {_rounded(found.lowest)} en {_rounded(found.highest)}"
    return f"De kosten beginnen bij {_rounded(found.lowest)} en zijn nog niet compleet"


def costs_in_words(facts: Facts) -> str:
    """The bandwidth in sentences, with what is not in it."""
    found, years = facts.shown.bandwidth, facts.background.costs.years if facts.background else 0
    if found is None:
        return (
            "Er zijn te weinig prijzen, of ze liggen te dicht bij elkaar. Wat wij ook zouden zeggen, het zou "
            "een prijs verraden."
        )
    whom = " voor alle gemeenten samen" if facts.several else ""
    said = (
        f"Over {number(years, 0)} jaar liggen de kosten{whom}"
        f"{'' if found.certain else ', voor zover nu bekend,'} tussen "
        f"{_rounded(found.lowest)} en {_rounded(found.highest)}. Een prijs telt niet mee in een score."
    )
    missing = found.incomplete + found.unknown
    if not missing:
        return said
    offers = counted(missing, "aanbieding", "aanbiedingen")
    return f"{said} Van {offers} {verb(missing, 'ontbreekt', 'ontbreken')} nog bedragen: het kan meer worden."


def _rounded(amount: Decimal) -> str:
    if amount >= _MILLION:
        decimals = 0 if amount % _MILLION == 0 else 1
        return f"{euro(amount / _MILLION, decimals)} miljoen"
    return euro(amount)


def _explained(facts: Facts) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What the bandwidth holds and why it is wide; without one, only why there is none."""
    fewest = count(facts.project.classification.smallest_group + 1)
    rule = f"Met minder dan {fewest} prijzen, of als ze dicht bij elkaar liggen, staat er niets."
    if facts.shown.bandwidth is None:
        return (("Waarom er geen bedrag staat", (rule,)),)
    return (
        (
            "Wat erin zit",
            ("Wat leveranciers vragen, wat gemeenten zelf uitgeven, en aan de bovenkant alle opties.",),
        ),
        (
            "Waarom zo ruim",
            (
                "De grenzen zijn naar buiten afgerond. Zo is er geen prijs van één leverancier uit te lezen. "
                f"Elke leverancier kent zijn eigen prijs. {rule}",
            ),
        ),
    )

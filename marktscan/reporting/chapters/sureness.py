"""How sure the first places are: tipping points and coverage in sentences, exact."""

from fractions import Fraction

from marktscan.domain.results import TippingPoint
from marktscan.reporting import verdict
from marktscan.reporting.anchors import Figures
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import counted
from marktscan.reporting.view import (
    Column,
    Row,
    Table,
    Text,
    cell,
    head,
    traced,
)
from marktscan.wording.formats import NO_BREAK_SPACE, answered, list_of, number, percentage

NOT_SIMULATED = "Een simulatie die alle gewichten tegelijk laat schuiven, is niet gedaan."
NO_SECOND = "Er is geen tweede pakket om mee te vergelijken."
_NAMED = 3
"""Packages named one by one in a sentence."""
ONE_PACKAGE = "Er is maar één pakket met een score. Dan valt er niets te vergelijken."


def holds_table(facts: Facts) -> Table:
    """Per municipality: who is first and which theme could change that soonest."""
    return Table(
        "Zo lang blijft de eerste plaats",
        (Column("Gemeente", width=56), Column("Nu eerste", width=86), Column("Blijft eerste zolang")),
        tuple(
            Row((head(m.name), cell(leader(facts, m.slug)), cell(holds(facts, m.slug))))
            for m in facts.municipalities
        ),
        "Het thema dat de eerste plaats het snelst kan veranderen.",
        source=facts.origin(Figures.TIPPING),
    )


def leader(facts: Facts, name: str) -> str:
    """Who is first in a ranking: of a municipality, by its slug, or the joint one."""
    return verdict.leaders(facts, facts.ranking(name)) or "nog niemand"


def holds(facts: Facts, name: str) -> str:
    """The condition under which first place in a ranking holds, in one sentence."""
    ranking = facts.ranking(name)
    if not ranking.scored:
        return "nog niets te zeggen: er is geen score"
    if len(ranking.scored) == 1:
        return "er is geen ander pakket met een score"
    if len(verdict.first_places(ranking)) > 1:
        return "nu al gedeeld: niemand staat alleen bovenaan"
    nearest = nearest_tipping(facts, name)
    if nearest is None and not any(t.municipality == name for t in facts.stress.tipping_points):
        return "niet berekend"
    if nearest is None:
        return "altijd: geen enkel thema kan de eerste plaats alleen veranderen"
    return tipping_sentence(facts, nearest)


def nearest_tipping(facts: Facts, municipality: str) -> TippingPoint | None:
    """The theme whose weight needs to move least to change first place."""
    turning = [
        t for t in facts.stress.tipping_points if t.municipality == municipality and distance(t) is not None
    ]
    return min(turning, key=lambda t: distance(t) or Fraction(0), default=None)


def distance(point: TippingPoint) -> Fraction | None:
    """How far (0–1) the weight must move before first place changes; None when it never does."""
    ways = [abs(bound - point.weight) for bound in (point.lower, point.upper) if bound is not None]
    return min(ways, default=None)


def tipping_sentence(facts: Facts, point: TippingPoint) -> str:
    """Within which weights first place holds, and who would come first outside them."""
    theme = facts.short(facts.project.theme(point.theme))
    now = f"(nu {percentage(point.weight, 1)})"
    downward = point.lower is not None and (
        point.upper is None or point.weight - point.lower < point.upper - point.weight
    )
    if downward and point.lower is not None:
        bound, other, how = point.lower, point.lower_vendor, "meer"
    else:
        assert point.upper is not None  # noqa: S101 (a tipping point turns at least one way)
        bound, other, how = point.upper, point.upper_vendor, "minder"
    return f"{theme} {how} dan {percentage(bound, 1)} weegt {now}; daarna {facts.product(other)}"


def coverage_sentence(facts: Facts, *, where: bool = False) -> str:
    """How much of the weight is answered, and what that makes of the ranking; `where` names whose it is."""
    if not facts.scored:
        return "Er is nog geen uitslag, dus ook geen zekerheid."
    lowest = {e.vendor: _lowest_coverage(facts, e.vendor) for e in facts.joint.scored}
    least = min(lowest.values())
    names = sorted((facts.product(v) for v in lowest if lowest[v] == least), key=str.casefold)
    if least == 1:
        return "Van elk pakket is al het gewicht beantwoord." + _intervals(facts)
    share = answered(least, facts.project.rules.coverage)
    said = f"Het minst beantwoord is {list_of(names)}: {share} van het gewicht."
    return f"{said}{_provisional(facts, where=where)}{_intervals(facts)}"


def coverage_text(facts: Facts, *, where: bool = False) -> Text:
    """The same with its figures leading to how they are made."""
    return traced(coverage_sentence(facts, where=where), facts.origin(Figures.COVERAGE))


def _lowest_coverage(facts: Facts, vendor: str) -> Fraction:
    return min(facts.ranking(m.slug).of(vendor).coverage for m in facts.municipalities)


def _provisional(facts: Facts, *, where: bool) -> str:
    names = [m.name for m in facts.municipalities if facts.ranking(m.slug).provisional]
    if not names:
        return ""
    rule = f"{number(facts.project.rules.coverage, 0)}{NO_BREAK_SPACE}%"
    places = "elke gemeente" if len(names) == len(facts.municipalities) else list_of(names)
    whose = f" in {places}" if where and facts.several else ""
    return f" Dat is minder dan de afgesproken {rule}; de rangorde{whose} heet daarom voorlopig."


def _intervals(facts: Facts) -> str:
    scored = facts.joint.scored
    names = sorted((facts.product(e.vendor) for e in scored if e.high != e.low), key=str.casefold)
    if not names:
        return ""
    several = counted(len(names), "pakket", "pakketten")
    whose = list_of(names) if len(names) <= _NAMED else "elk pakket" if len(names) == len(scored) else several
    return f" Nog niet alles is beoordeeld: de score van {whose} kan hoger uitvallen."

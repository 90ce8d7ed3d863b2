"""Titles that more than one chapter uses: what was found, by rule."""

from marktscan.domain.results import KnockOutState, Ranking
from marktscan.reporting import verdict
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import capital, counted
from marktscan.wording.formats import list_of

_NAMED = 3
"""Names that fit in a title."""


def results_title(facts: Facts) -> str:
    """Who leads where."""
    if not facts.scored:
        return "Geen enkel pakket heeft een score"
    if len(facts.joint.scored) == 1:
        return f"Alleen {facts.product(facts.joint.scored[0].vendor)} heeft een score"
    first = {m.name: _leaders(facts, facts.ranking(m.slug)) for m in facts.municipalities}
    places: dict[str, list[str]] = {}
    for name, leader in first.items():
        places.setdefault(leader, []).append(name)
    if len(places) == 1:
        where = "elke gemeente" if len(first) > 1 else next(iter(first))
        return f"In {where} bovenaan: {next(iter(places))}"
    if len(first) > _NAMED:
        return "Wie bovenaan staat, verschilt per gemeente"
    said = [f"{leader or 'niemand'} ({', '.join(names)})" for leader, names in places.items()]
    return f"Bovenaan: {list_of(said)}"


def _leaders(facts: Facts, ranking: Ranking) -> str:
    """Who is first, by their brief names where there are several."""
    return list_of([facts.brief(entry.vendor) for entry in verdict.first_places(ranking)])


def knock_out_title(facts: Facts) -> str:
    """How many packages would fall, and whether the incumbent is one of them."""
    if not facts.submissions:
        return "Er zijn nog geen pakketten om aan de knock-outs te toetsen"
    if not facts.ceilings and not any(row.knock_out for row in facts.scan.programme.rows):
        return "Geen enkele eis is een knock-out"
    failing = [e.vendor for e in facts.joint.entries if e.knock_out is KnockOutState.FAILED]
    if not failing:
        return "Geen pakket zou nu op een knock-out afvallen"
    if len(failing) == len(facts.submissions) > 1:
        where = "bij ten minste één gemeente " if facts.several else ""
        return f"Elk pakket zou {where}op een knock-out afvallen"
    if len(failing) > _NAMED:
        return capital(f"{counted(len(failing), 'pakket', 'pakketten')} zouden op een knock-out afvallen")
    names = sorted(map(facts.product, failing), key=str.casefold)
    return f"{list_of(names)} {'zou' if len(names) == 1 else 'zouden'} op een knock-out afvallen"

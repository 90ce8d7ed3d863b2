"""Titles that more than one chapter uses: what was found, by rule."""

from marktscan.domain.results import KnockOutState
from marktscan.reporting import verdict
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import capital, count
from marktscan.wording.formats import list_of


def results_title(facts: Facts) -> str:
    """Who leads where."""
    if not facts.scored:
        return "Geen enkel pakket heeft een score"
    first = {m.name: verdict.leaders(facts, facts.ranking(m.slug)) for m in facts.municipalities}
    first = {name: leader for name, leader in first.items() if leader}
    if len(first) == 1:
        return f"In {next(iter(first))} bovenaan: {next(iter(first.values()))}"
    if len(set(first.values())) == 1:
        return f"In elke gemeente bovenaan: {next(iter(first.values()))}"
    return capital(f"de gemeenten hebben {count(len(set(first.values())))} verschillende koplopers")


def knock_out_title(facts: Facts) -> str:
    """How many packages would fall, and whether the incumbent is one of them."""
    if not facts.submissions:
        return "Er zijn nog geen pakketten om aan de knock-outs te toetsen"
    if not facts.ceilings and not any(row.knock_out for row in facts.scan.programme.rows):
        return "Geen gemeente heeft een knock-out gesteld"
    failing = [e.vendor for e in facts.joint.entries if e.knock_out is KnockOutState.FAILED]
    if not failing:
        return "Geen pakket zou nu op een knock-out afvallen"
    if len(failing) == len(facts.submissions):
        return "Elk pakket zou bij ten minste één gemeente op een knock-out afvallen"
    names = sorted(map(facts.product, failing), key=str.casefold)
    return f"{list_of(names)} {'zou' if len(names) == 1 else 'zouden'} op een knock-out afvallen"

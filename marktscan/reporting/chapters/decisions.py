"""What is asked of each college, and what can go wrong: lists that follow from the data by rule."""

from marktscan.domain.answer import WORKS_TODAY, AnswerCode
from marktscan.domain.programme import Status
from marktscan.domain.project import Municipality
from marktscan.domain.results import KnockOutState
from marktscan.reporting import verdict
from marktscan.reporting.anchors import Figures
from marktscan.reporting.chapters.answers import committed, in_time, promises, tally
from marktscan.reporting.chapters.outcome import least_regret
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import capital, count, counted, some_of, verb
from marktscan.reporting.view import (
    Strong,
    Text,
    traced,
)
from marktscan.wording.formats import list_of, number

TOGETHER = "Samen"


def decisions(facts: Facts) -> tuple[tuple[str, Text], ...]:
    """Per college what to decide or find out; in a municipality's own report only its own.

    What is asked of all comes first; a college that is the only one is asked everything at once.
    """
    if not facts.several:
        only = facts.municipalities[0]
        return ((only.name, (" ".join((_together(facts), *_own(facts, only))),)),)
    own = [m for m in facts.municipalities if facts.own is None or m == facts.own]
    return ((TOGETHER, (_together(facts),)), *((m.name, (" ".join(_own(facts, m)),)) for m in own))


def asked(facts: Facts) -> str:
    """What stands above these decisions."""
    return f"Gevraagd besluit{' per college' if facts.several else ''}"


def _together(facts: Facts) -> str:
    if not facts.scored:
        return "Vraag eerst bruikbare antwoorden; besluit nog niets."
    leaders = {e.vendor for m in facts.municipalities for e in verdict.first_places(facts.ranking(m.slug))}
    wanted = leaders | ({facts.incumbent.vendor.slug} if facts.incumbent else set())
    names = sorted(map(facts.product, wanted), key=str.casefold)
    invited = f"Nodig {list_of(names)} uit om de antwoorden te laten zien."
    return f"{invited} Besluit nog niet over houden of vervangen: deze verkenning kiest niet."


def _own(facts: Facts, municipality: Municipality) -> list[str]:
    said = [*_proof(facts, municipality), *_hard(facts, municipality), *_conflicts(facts, municipality)]
    return said or ["Bevestig uw eigen eisen en gewichten; er is niets strijdig en niets na te gaan."]


def _proof(facts: Facts, municipality: Municipality) -> list[str]:
    """What its own first has still to prove."""
    first = verdict.first_places(facts.ranking(municipality.slug))
    asked = ((e.vendor, _ids(facts, e.vendor, municipality.slug, KnockOutState.TO_VERIFY)) for e in first)
    return [f"Laat {facts.product(vendor)} {ids} aantonen." for vendor, ids in asked if ids]


def _hard(facts: Facts, municipality: Municipality) -> list[str]:
    """A knock-out on which its own first or the incumbent fails: is it really that hard?"""
    first = [e.vendor for e in verdict.first_places(facts.ranking(municipality.slug))]
    asked = dict.fromkeys([*first, *([facts.incumbent.vendor.slug] if facts.incumbent else [])])
    found = [(v, _ids(facts, v, municipality.slug, KnockOutState.FAILED)) for v in asked]
    return [f"Bevestig {ids} als harde eis: {facts.product(v)} voldoet niet." for v, ids in found if ids]


def _ids(facts: Facts, vendor: str, municipality: str, state: KnockOutState) -> str:
    found = sorted({k.requirement for k in facts.knock_outs(vendor, municipality) if k.state is state})
    return some_of(found)


def _conflicts(facts: Facts, municipality: Municipality) -> list[str]:
    found = conflicts(facts, municipality.slug)
    if not found:
        return []
    others = {s for i in found for s in facts.requirement(i).positions if s != municipality.slug}
    names = list_of([m.name for m in facts.municipalities if m.slug in others])
    return [f"Los met {names} de strijdige {verb(len(found), 'eis', 'eisen')} {some_of(found)} op."]


def conflicts(facts: Facts, municipality: str = "") -> list[str]:
    """The conflicting requirements, of one municipality or all."""
    return [
        row.id
        for row in facts.scan.programme.rows
        if row.status is Status.CONFLICT
        and len(row.positions) > 1
        and (not municipality or municipality in row.positions)
    ]


def risks(facts: Facts) -> tuple[Text, ...]:
    """What can go wrong, most telling first; each follows from the data or is not there."""
    found = (
        _promises_loose(facts),
        _unproven(facts),
        _first_fails(facts),
        _unanswered(facts),
        _regret(facts),
        _conflict(facts),
    )
    return tuple(risk for risk in found if risk)


def _promises_loose(facts: Facts) -> Text:
    if facts.incumbent is None:
        return ()
    found = promises(facts, facts.incumbent.vendor.slug)
    loose = len(found) - len(committed(in_time(facts, found)))
    if not loose:
        return ()
    name = facts.product(facts.incumbent.vendor.slug)
    held = (
        f"{capital(count(loose))} van de {count(len(found))} beloften"
        if len(found) > 1
        else "De enige belofte"
    )
    stands = verb(loose, "staat", "staan")
    return (
        Strong("Beloften komen later of niet."),
        *traced(f" {held} van {name} {stands} niet op tijd in een contract.", facts.origin(Figures.PROMISES)),
    )


def _unproven(facts: Facts) -> Text:
    """Yes-answers without evidence, of the incumbent if there is one, else of all."""
    wanted = [facts.incumbent] if facts.incumbent else list(facts.submissions)
    yes = [a for s in wanted for a in facts.answers(s) if a.code in WORKS_TODAY]
    bare = sum(not a.evidence for a in yes)
    if not bare:
        return ()
    whose = f"van {facts.product(facts.incumbent.vendor.slug)} " if facts.incumbent else ""
    said = f"{number(bare, 0)} van de {number(len(yes), 0)} ja-antwoorden {whose}"
    told = f" {said}{verb(bare, 'heeft', 'hebben')} geen bewijs."
    return (Strong("Bewijs ontbreekt."), *traced(told, facts.origin(Figures.PROOF)))


def _first_fails(facts: Facts) -> Text:
    worst = [e for e in verdict.first_places(facts.joint) if e.knock_out is not KnockOutState.MET]
    if not worst:
        return ()
    what = "De eerste plaats" if facts.comparable else "De uitkomst"
    return (Strong(f"{what} is niet zonder voorbehoud."), f" {verdict.condition(facts)}")


def _unanswered(facts: Facts) -> Text:
    empty = {
        facts.product(s.vendor.slug): tally(facts, s).by_code[AnswerCode.UNANSWERED]
        for s in facts.submissions
    }
    most = max(empty.values(), default=0)
    if not most:
        return ()
    names = [name for name, amount in empty.items() if amount == most]
    said = f"{list_of(names)} {verb(len(names), 'liet', 'lieten')} {counted(most, 'vraag', 'vragen')} leeg"
    told = f" {said}; dat telt nu als 0." if facts.project.rules.reminder_sent else f" {said}."
    return (Strong("Stilte is geen nee."), *traced(told, facts.origin(Figures.ANSWERS)))


def _regret(facts: Facts) -> Text:
    if not facts.several or not facts.results.regrets:
        return ()
    least = least_regret(facts)
    if not least[0].greatest:
        return ()
    names = list_of([facts.product(r.vendor) for r in least])
    said = f"Ook met {names} levert een gemeente {number(least[0].greatest)} punten in"
    told = traced(f" {said} op haar eigen hoogste score.", facts.origin(Figures.DIFFERENCES))
    return (Strong("Samen kiezen past niet iedereen even goed."), *told)


def _conflict(facts: Facts) -> Text:
    found = conflicts(facts)
    if not found:
        return ()
    said = f"{some_of(found)} {verb(len(found), 'vraagt', 'vragen')} per gemeente iets anders."
    return (Strong("Niet alle eisen passen bij elkaar."), f" {said}")


def open_questions(facts: Facts) -> tuple[Text, ...]:
    """What is still to be found out before anybody decides."""
    answers = facts.origin(Figures.ANSWERS)
    unclear = [
        traced(f"{facts.product(s.vendor.slug)}: {_open_of(facts, s.vendor.slug)}.", answers)
        for s in facts.submissions
        if _open_of(facts, s.vendor.slug)
    ]
    unread = [
        (f"{facts.product(s.vendor.slug)}: de antwoorden zijn niet te lezen.",)
        for s in facts.submissions
        if not s.readable
    ]
    return (*unread, *unclear)


def _open_of(facts: Facts, vendor: str) -> str:
    counts = tally(facts, facts.submission(vendor)).by_code
    proof = {k.requirement for k in facts.knock_outs(vendor) if k.state is KnockOutState.TO_VERIFY}
    parts = [
        counted(counts[AnswerCode.UNANSWERED], "leeg antwoord", "lege antwoorden")
        if counts[AnswerCode.UNANSWERED]
        else "",
        counted(counts[AnswerCode.UNCLEAR], "onduidelijk antwoord", "onduidelijke antwoorden")
        if counts[AnswerCode.UNCLEAR]
        else "",
        f"nog aan te tonen: {some_of(sorted(proof), 5)}" if proof else "",
    ]
    return list_of([part for part in parts if part])

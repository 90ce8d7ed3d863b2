"""The first page: the question, who asks it, and what the reader must know before believing a figure."""

from marktscan.reporting.facts import Facts
from marktscan.reporting.language import capital
from marktscan.reporting.view import Cover, Link, Strong, Text
from marktscan.wording.formats import date_long, list_of

SUMMARY = "samenvatting"


def cover(facts: Facts) -> Cover:
    """The cover of this variant."""
    project = facts.project
    return Cover(
        kicker=f"{project.title} · {subject(facts)}",
        title=_title(facts),
        question=project.question,
        facts=_facts(facts),
        notices=tuple(notice for notice in (_fictitious(facts), _to_verify(facts)) if notice),
    )


def subject(facts: Facts) -> str:
    """For whom this report is, as its running title says it."""
    if facts.own:
        return f"rapport voor {facts.own.name}"
    return "gezamenlijk rapport" if facts.several else "rapport voor de stuurgroep"


def _title(facts: Facts) -> str:
    if facts.incumbent is None:
        return facts.project.title
    return f"{facts.product(facts.incumbent.vendor.slug)} doorontwikkelen of vervangen?"


def _facts(facts: Facts) -> tuple[tuple[str, Text], ...]:
    project = facts.project
    status = f", versie {project.version}, {date_long(project.report_date)}"
    return (
        ("Gemeenten" if facts.several else "Gemeente", (list_of([m.name for m in facts.municipalities]),)),
        ("Vergeleken pakketten", (_packages(facts),)),
        ("Status en versie", (Strong(capital(project.status)), status)),
        ("Peildatum", (f"{date_long(project.reference_date)}: wat later komt, telt als belofte",)),
        ("Bestemd voor", (_readers(facts),)),
        ("Leest u weinig?", (Link("Managementsamenvatting, twee bladzijden", SUMMARY),)),
    )


def _packages(facts: Facts) -> str:
    if not facts.submissions:
        return "nog geen"
    return ", ".join(
        f"{facts.product(s.vendor.slug)} (nu in gebruik)"
        if facts.is_incumbent(s.vendor.slug)
        else facts.product(s.vendor.slug)
        for s in facts.submissions
    )


def _readers(facts: Facts) -> str:
    joint = f"De stuurgroep en {'de colleges' if facts.several else 'het college'}"
    readers = f"Het college van {facts.own.name}" if facts.own else joint
    return f"{readers}. Bevat antwoorden die leveranciers vertrouwelijk kunnen noemen."


def _fictitious(facts: Facts) -> Text:
    if not facts.project.fictitious:
        return ()
    what = " Alle antwoorden, scores en beloften zijn verzonnen"
    return (Strong("Fictieve voorbeeldgegevens."), f"{what}{_also_incumbent(facts)}. {_invented(facts)}")


def _also_incumbent(facts: Facts) -> str:
    return f", ook die van {facts.product(facts.incumbent.vendor.slug)}" if facts.incumbent else ""


def _invented(facts: Facts) -> str:
    return (
        "De andere pakketten en hun leveranciers bestaan niet."
        if facts.incumbent
        else "De leveranciers bestaan niet."
    )


def _to_verify(facts: Facts) -> Text:
    """The settings nobody has confirmed, in words where the project file's name is known."""
    names = [_SETTINGS.get(path, path) for path in facts.project.to_verify]
    if not names:
        return ()
    return (Strong("Te controleren."), f" Nog niemand heeft deze instellingen bevestigd: {list_of(names)}.")


_SETTINGS = {
    "municipalities.inhabitants": "het aantal inwoners per gemeente",
    "project.go_live": "de startdatum van het nieuwe contract",
    "project.reference_date": "de peildatum",
    "project.report_date": "de datum van het rapport",
    "vendors.incumbent": "het huidige systeem",
    "points.answers": "de punten per antwoord",
    "points.marks": "de punten per cijfer",
    "keys": "de verdeelsleutels",
    "costs.years": "de periode waarover kosten zijn opgeteld",
}

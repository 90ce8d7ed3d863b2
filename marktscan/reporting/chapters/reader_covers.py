"""The first page of the reports for outside: for whom it is, what its status is, and what is not in it."""

from marktscan.domain.classification import Audience
from marktscan.reporting.chapters.cover import SUMMARY
from marktscan.reporting.chapters.cover import cover as own_cover
from marktscan.reporting.chapters.cover import subject as own_subject
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import capital
from marktscan.reporting.view import Cover, Link, Strong, Text
from marktscan.wording.formats import date_long, list_of

CHECK = "controle"


def subject(facts: Facts) -> str:
    """For whom this report is, as its running title says it."""
    match facts.variant.audience:
        case Audience.VENDOR:
            return f"feitelijke check voor {facts.product(facts.variant.vendor)}"
        case Audience.PUBLIC:
            return "openbaar rapport"
        case _:
            return own_subject(facts)


def cover(facts: Facts) -> Cover:
    """The cover of this variant."""
    match facts.variant.audience:
        case Audience.VENDOR:
            return _for_vendor(facts)
        case Audience.PUBLIC:
            return _for_public(facts)
        case _:
            return own_cover(facts)


def _for_vendor(facts: Facts) -> Cover:
    vendor = facts.submission(facts.variant.vendor).vendor
    only = f"{vendor.name}. Dit rapport bevat alleen uw eigen gegevens. Andere leveranciers krijgen het niet."
    return Cover(
        kicker=f"{facts.project.title} · {subject(facts)}",
        title="Klopt wat wij van u lazen?",
        question=f"Feitelijke check van de antwoorden en prijzen van {facts.product(vendor.slug)}, "
        "voordat iets openbaar wordt.",
        facts=(
            _municipalities(facts),
            ("Pakket", (vendor.product,)),
            *_status(facts),
            ("Bestemd voor", (only,)),
            ("Wat vragen wij?", (Link("Controleren en verbeteren, één bladzijde", CHECK),)),
        ),
        notices=_fictitious(facts, "Deze antwoorden, prijzen en scores zijn verzonnen."),
        brief=True,
    )


def _for_public(facts: Facts) -> Cover:
    packages = ", ".join(facts.product(s.vendor.slug) for s in facts.submissions) or "nog geen"
    return Cover(
        kicker=f"{facts.project.title} · {subject(facts)}",
        title=facts.project.title,
        question=facts.project.question,
        facts=(
            _municipalities(facts),
            ("Vergeleken pakketten", (packages,)),
            *_status(facts),
            ("Bestemd voor", ("Iedereen. Prijzen en vertrouwelijke antwoorden staan niet in dit rapport.",)),
            ("Leest u weinig?", (Link("In het kort, één bladzijde", SUMMARY),)),
        ),
        notices=_fictitious(facts, "Alle antwoorden en scores zijn verzonnen, ook die van bestaande namen."),
        brief=True,
    )


def _municipalities(facts: Facts) -> tuple[str, Text]:
    return "Gemeenten" if facts.several else "Gemeente", (list_of([m.name for m in facts.municipalities]),)


def _status(facts: Facts) -> tuple[tuple[str, Text], ...]:
    project = facts.project
    version = f", versie {project.version}, {date_long(project.report_date)}"
    return (
        ("Status en versie", (Strong(capital(project.status)), version)),
        ("Peildatum", (f"{date_long(project.reference_date)}: wat later komt, telt als belofte",)),
    )


def _fictitious(facts: Facts, what: str) -> tuple[Text, ...]:
    return ((Strong("Fictieve voorbeeldgegevens."), f" {what}"),) if facts.project.fictitious else ()

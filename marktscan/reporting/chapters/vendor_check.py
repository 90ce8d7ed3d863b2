"""Chapter for one vendor: what it is asked to check, and a form to correct it with."""

from marktscan.domain.classification import CellKind, Classification
from marktscan.reporting.chapters.reader_covers import CHECK
from marktscan.reporting.facts import Facts
from marktscan.reporting.view import (
    Bullets,
    Chapter,
    Column,
    Heading,
    Numbered,
    Pairs,
    Row,
    SideBySide,
    Table,
    cell,
    head,
    paragraph,
)

FORM = "correctieformulier"
_LINES = 12


def vendor_check(facts: Facts) -> Chapter:
    """What to do with this report, and what it is not."""
    contact = _contact(facts)
    steps = (
        ("Vergelijk elk antwoord met wat u hebt ingeleverd.",),
        ("Klopt er iets niet? Schrijf het in het correctieformulier, met het nummer van de eis.",),
        ("Zeg ook wanneer iets wel klopt, maar volgens u verkeerd is begrepen.",),
        (f"Stuur het formulier naar: {contact}. Vraag daar ook tot welke dag dat kan.",),
    )
    limits = (
        ("Het is geen nieuwe kans om te antwoorden. Wat na het inleveren is veranderd, telt niet mee.",),
        ("Niemand krijgt een opdracht en niemand valt af. Dit is een marktverkenning.",),
        ("Over andere leveranciers staat hier niets: geen naam, geen prijs en geen antwoord.",),
    )
    return Chapter(
        CHECK,
        "Wat wij u vragen",
        "Kijk of wij u goed hebben gelezen",
        (
            paragraph(
                "Wij hebben uw werkmappen ingelezen. Voordat de uitkomst openbaar wordt, controleert u de "
                "feiten. In dit rapport staat wat wij van u lazen, en welke score daar nu uit volgt.",
                style="lead",
            ),
            SideBySide(
                (
                    (6, (Heading("Zo controleert u"), Numbered(steps))),
                    (6, (Heading("Wat deze check niet is"), Bullets(limits))),
                )
            ),
            _classes(facts),
        ),
        style="outside",
    )


_YOURS = {
    CellKind.ANSWER: "Het antwoord zelf",
    CellKind.EXPLANATION: "Uw uitleg en bewijs",
    CellKind.ROADMAP: "Data van beloften",
    CellKind.PRICE: "Uw prijzen",
}
_READERS = {
    Classification.PUBLIC: "iedereen",
    Classification.INTERNAL: "alleen de gemeenten",
    Classification.CONFIDENTIAL: "alleen de gemeenten en u",
}


def _classes(facts: Facts) -> Table:
    """Who may read what, as the project declares it."""
    rules = facts.project.classification
    declared = ((name, _READERS[rules.of(kind)]) for kind, name in _YOURS.items())
    own = ("Wat u zelf vertrouwelijk noemt", "alleen de gemeenten en u, ook het antwoord zelf")
    rows = tuple(Row((head(what), cell(who))) for what, who in (*declared, own, ("Uw score", "iedereen")))
    columns = (Column("Van uw gegevens", width=198), Column("Wie het mag lezen"))
    return Table("Wie wat mag lezen", columns, rows, style="keep spaced")


def vendor_form(facts: Facts) -> Chapter:
    """Empty lines to write corrections on."""
    columns = (
        Column("Nr", width=28),
        Column("Eis-ID of prijsregel", width=98),
        Column("Wat er staat", width=110),
        Column("Wat er moet staan"),
        Column("Waaruit dat blijkt", width=104),
    )
    rows = tuple(Row((head(str(n)), *(cell() for _ in range(4)))) for n in range(1, _LINES + 1))
    table = Table(f"Verbeteringen van {facts.product(facts.variant.vendor)}", columns, rows, style="form")
    signed = Pairs((("Ingevuld namens", ("…",)), ("Functie en datum", ("…",))))
    return Chapter(
        FORM,
        "Correctieformulier",
        "Hier schrijft u wat wij verkeerd lazen",
        (
            paragraph(
                "Noem bij elke verbetering de plaats in uw eigen werkmap. Klopt alles? Schrijf dan bij 1: "
                f"alles klopt. Stuur het formulier naar: {_contact(facts)}."
            ),
            table,
            signed,
        ),
        new_page=True,
    )


def _contact(facts: Facts) -> str:
    """Who answers questions; a person is named in the forms only."""
    return facts.project.forms.contact or "wie u de vragenlijst stuurde"

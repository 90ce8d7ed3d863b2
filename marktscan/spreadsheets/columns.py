"""The forms as data: which columns a sheet has, shared by everything that writes or reads them.

A column is addressed by its normalised heading or a synonym, never by position.
"""

from dataclasses import dataclass
from enum import StrEnum

FILL_IN = "(invullen)"


class Fill(StrEnum):
    """What belongs in a column's cells."""

    ID = "id"
    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    YES_NO = "yes_no"
    CHOICE = "choice"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `name` is the field in code, `heading` what people see, `choices` the list it names.

    An `extra` column may be absent without a word. What a column means to people stands in forms_nl.toml.
    """

    name: str
    heading: str
    fill: Fill = Fill.TEXT
    synonyms: tuple[str, ...] = ()
    required: bool = False
    filled_in: bool = False
    choices: str = ""
    width: int = 16
    extra: bool = False

    @property
    def shown(self) -> str:
        """The heading as written: input columns say so in words, not by colour alone."""
        return f"{self.heading} {FILL_IN}" if self.filled_in else self.heading


@dataclass(frozen=True, slots=True)
class Form:
    """One sheet with one table, header in row 1."""

    sheet: str
    columns: tuple[Column, ...]

    @property
    def required(self) -> tuple[Column, ...]:
        """The columns without which the sheet cannot be read."""
        return tuple(column for column in self.columns if column.required)


ID = Column("id", "Eis-ID", Fill.ID, ("Eis ID", "EisID", "ID", "Nummer"), required=True, width=11)
TEXT = Column("text", "Eis", synonyms=("Eistekst", "Omschrijving eis", "Vraag"), width=60)
THEME = Column("theme", "Thema", synonyms=("Themacode", "Rubriek"), width=9)

REQUIREMENTS = Form(
    "Eisen",
    (
        ID,
        Column(
            "theme", "Thema", Fill.CHOICE, ("Themacode", "Rubriek"), required=True, choices="themas", width=9
        ),
        Column("text", "Eis", synonyms=("Eistekst", "Omschrijving eis"), required=True, width=60),
        Column("explanation", "Toelichting", width=36),
        Column("type", "Type", Fill.CHOICE, ("Soort eis",), choices="typen", width=17),
        Column(
            "kind",
            "Soort",
            Fill.CHOICE,
            ("Eis of wens", "Eis/wens"),
            required=True,
            choices="soorten",
            width=8,
        ),
        Column("priority", "Prioriteit", Fill.CHOICE, ("MoSCoW",), choices="prioriteiten", width=11),
        Column("knock_out", "Knock-out", Fill.YES_NO, ("Knockout", "KO"), choices="ja_nee", width=11),
        Column("weight", "Gewicht", Fill.INTEGER, ("Weging",), required=True, choices="gewichten", width=9),
        Column("norm", "Norm", synonyms=("Bron", "Standaard"), width=24),
        Column("evidence", "Bewijs", synonyms=("Gevraagd bewijs",), width=20),
        Column("demo", "Demoscript", synonyms=("Demo",), width=14),
        Column("reason", "Reden", synonyms=("Motivering",), width=30),
        Column("owner", "Eigenaar", width=18),
        Column(
            "not_applicable_allowed",
            "Niet van toepassing toegestaan",
            Fill.YES_NO,
            ("Nvt toegestaan", "N.v.t. toegestaan"),
            choices="ja_nee",
            width=15,
        ),
        Column("remark", "Opmerking", synonyms=("Opmerkingen",), width=30),
    ),
)

THEMES = Form(
    "Thema's",
    (
        Column("theme", "Thema", Fill.ID, ("Themacode", "Code"), required=True, width=10),
        Column("description", "Omschrijving", synonyms=("Naam",), width=44),
        Column("weight", "Gewicht", Fill.INTEGER, ("Weging",), required=True, width=10),
    ),
)

NOT_TAKEN = Form(
    "Niet overgenomen",
    (
        Column("place", "Plaats in de bron", Fill.ID, required=True, width=24),
        Column("why", "Reden", width=40),
        Column("content", "Inhoud van de rij", width=100),
    ),
)
"""The rows of a list that was brought in which are no requirement, so that nothing is lost."""

DECISIONS = Form(
    "Besluiten",
    (
        Column("joint_id", "Gezamenlijk ID", Fill.ID, ("Gezamenlijk", "Joint ID"), required=True, width=15),
        # "ID <gemeente>" and "Tekst <gemeente>" per municipality are added by decisions_form()
        Column("proposal", "Voorstel", width=22),
        Column("likeness", "Gelijkenis", synonyms=("Overeenkomst",), width=13, extra=True),
        Column("decision", "Besluit", Fill.CHOICE, (), True, True, "besluiten", width=14),
        Column("text", "Gekozen tekst", synonyms=("Tekst",), filled_in=True, width=40),
        Column("decided_by", "Door", synonyms=("Besloten door",), filled_in=True, width=20),
        Column("decided_on", "Datum", Fill.DATE, ("Besloten op",), filled_in=True, width=13),
        Column("changes_noted", "Veranderd sinds het besluit", width=34, extra=True),
    ),
)

ANSWERS = Form(
    "Vragen",
    (
        ID,
        THEME,
        TEXT,
        Column("explanation_asked", "Toelichting", width=30),
        Column("evidence_asked", "Gevraagd bewijs", width=18),
        Column("code", "Antwoord", Fill.CHOICE, ("Antwoordcode", "Code"), True, True, "antwoorden", width=12),
        Column("explanation", "Uitleg", synonyms=("Uitleg leverancier",), filled_in=True, width=50),
        Column("evidence", "Bewijs/verwijzing", synonyms=("Bewijs", "Verwijzing"), filled_in=True, width=30),
        Column(
            "available",
            "Beschikbaar per",
            Fill.DATE,
            ("Beschikbaar", "Beschikbaar per (roadmap)", "Roadmapdatum"),
            filled_in=True,
            width=15,
        ),
        Column(
            "committed",
            "Contractueel toegezegd",
            Fill.YES_NO,
            ("Toegezegd",),
            filled_in=True,
            choices="ja_nee",
            width=14,
        ),
        Column("surcharge", "Meerprijs", filled_in=True, width=16),
        Column("confidential", "Vertrouwelijk", Fill.YES_NO, filled_in=True, choices="ja_nee", width=14),
        Column("confidential_reason", "Motivering vertrouwelijk", filled_in=True, width=28),
        Column("status", "Status", Fill.STATUS, width=18),
    ),
)

VENDOR = Form(
    "Leverancier",
    (
        Column("fact", "Gegeven", Fill.ID, required=True, width=30),
        Column("value", "Waarde", required=True, filled_in=True, width=50),
    ),
)
VENDOR_FACTS = {"name": "Naam leverancier", "product": "Naam product", "contact": "Functie contactpersoon"}

PRICES = Form(
    "Kosten",
    (
        Column("kind", "Kostensoort", Fill.ID, ("Kosten",), required=True, width=36),
        Column("municipality", "Gemeente", width=14),
        Column("unit", "Eenheid", width=18),
        Column("quantity", "Aantal", Fill.DECIMAL, width=11),
        Column(
            "one_off",
            "Eenmalig",
            Fill.DECIMAL,
            ("Eenmalige kosten",),
            required=True,
            filled_in=True,
            width=18,
        ),
        Column("yearly", "Per jaar", Fill.DECIMAL, ("Jaarlijks",), required=True, filled_in=True, width=18),
        Column("optional", "Optioneel", Fill.YES_NO, choices="ja_nee", width=11),
        Column("confidential", "Vertrouwelijk", Fill.YES_NO, filled_in=True, choices="ja_nee", width=14),
    ),
)

JUDGE_ALL, JUDGE_LEVEL = "niveau en cijfer", "alleen niveau"
"""What an assessor gives to a wish, and to a hard requirement."""

MARKS = Form(
    "Beoordeling",
    (
        ID,
        TEXT,
        Column("answer", "Antwoord", synonyms=("Antwoord leverancier",), width=12),
        Column("answer_explanation", "Uitleg", width=46),
        Column("answer_evidence", "Bewijs/verwijzing", width=26),
        Column("asked", "Wat geeft u?", width=15, extra=True),
        Column("level", "Niveau", Fill.CHOICE, filled_in=True, choices="niveaus", width=17),
        Column("mark", "Cijfer", Fill.INTEGER, ("Score",), True, True, "cijfers", width=11),
        Column("motivation", "Motivering", synonyms=("Toelichting",), filled_in=True, width=50),
    ),
)

CONSENSUS = Form(
    "Consensus",
    (
        ID,
        TEXT,
        Column("marks", "Cijfers", width=36),
        Column("motivations", "Motiveringen", width=60),
        Column("mark", "Cijfer", Fill.INTEGER, ("Consensuscijfer",), True, True, "cijfers", width=11),
        Column("motivation", "Motivering", required=True, filled_in=True, width=50),
    ),
)


REPAIRS = Form(
    "Herstellen",
    (
        Column("number", "Nr", Fill.ID, required=True, width=6),
        Column("severity", "Soort", width=12),
        Column("about", "Bestand", width=30),
        Column("sheet", "Werkblad", width=14),
        Column("cell", "Cel", width=9),
        Column("title", "Wat er niet klopt", width=30),
        Column("explanation", "Uitleg", width=60),
        Column("action", "Wat u doet", width=50),
        Column("code", "Code", width=8),
        Column("done", "Gedaan", Fill.YES_NO, (), True, True, "ja_nee", width=11),
    ),
)

LETTER = Form(
    "Bericht",
    (Column("part", "Deel", width=14), Column("text", "Tekst", width=110)),
)


def municipality_column(slug: str, name: str) -> Column:
    """The column of samenvoeging.xlsx that holds one municipality's own id."""
    return Column(f"id_{slug}", f"ID {name}", Fill.ID, (f"Eis-ID {name}", name), width=15)


def decisions_form(municipalities: tuple[tuple[str, str], ...]) -> Form:
    """The sheet Besluiten for these municipalities, given as (slug, name)."""
    head, *tail = DECISIONS.columns
    own = (municipality_column(slug, name) for slug, name in municipalities)
    texts = (_text_column(slug, name) for slug, name in municipalities)
    return Form(DECISIONS.sheet, (head, *own, *texts, *tail))


def _text_column(slug: str, name: str) -> Column:
    """The column of samenvoeging.xlsx that keeps the text one municipality had when people decided."""
    return Column(f"text_{slug}", f"Tekst {name}", synonyms=(f"Eis {name}",), width=40, extra=True)

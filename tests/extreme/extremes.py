"""Scans no group would send and one day some group does: as small, as large and as strange as can be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from marktscan.domain.answer import Answer, PriceLine, Vendor
from marktscan.domain.assessment import Level, Mark
from marktscan.domain.conventions import SimulationRules
from marktscan.domain.programme import JointRequirement, Programme, Status
from marktscan.domain.project import Municipality, Project, Theme
from marktscan.domain.requirement import Kind, Requirement, RequirementList, ThemeWeight
from marktscan.domain.scan import InputFile, Scan, Submission
from marktscan.domain.source import Origin
from marktscan.pipeline import background_of, sureness
from marktscan.reporting.compose import compose
from marktscan.reporting.facts import Facts
from marktscan.reporting.html import render
from marktscan.reporting.variants import Variant
from marktscan.robustness import stress
from tests.reporting import small

LONG_WORD = "Rijksinkomstenbelastingaangifteformuliertoelichtingsvoorschriftenuitvoeringsbesluit"
assert len(LONG_WORD) > 80
FORTY_PAGES = "Het systeem legt vast wie wat wanneer heeft gedaan, en waarom. " * 2_000
RIGHT_TO_LEFT = "נתונים אישיים · البيانات الشخصية"
TEXTS = (
    "Het systeem doet wat gevraagd is.",
    LONG_WORD,
    RIGHT_TO_LEFT,
    "Duimpje omhoog 👍🏽 voor 漢字 en een vlag 🇳🇱",
    "<script>alert('x')</script> {{ 7*7 }} <b>vet</b> & &lt;",
    FORTY_PAGES,
    "",
    "\u202eomgekeerd\u202c \x07\x00 z\u0336a\u0336l\u0336g\u0336o\u0301\u0301\u0301\u0301 \u200b\u00ad\ufeff",
    "regel één\nregel twee\r\n\tingesprongen",
    "a" * 400,
    " \t ",
    '=HYPERLINK("https://voorbeeld.nl")',
)
NAMES = (
    LONG_WORD,
    "’s-Hertogenbosch en omstreken",
    "Súdwest-Fryslân",
    "<script>",
    RIGHT_TO_LEFT,
    "👍",
    "Ee",
    "Westerkwartier-Noordenveld-Oostelijke Binnengemeenten aan Zee",
    "Aalsmeer",
    "AALSMEER (oud)",
    "Diemen & Co",
    "…",
)
MUNICIPALITIES = tuple(f"{name} (gemeente)" if not name.isascii() else name for name in NAMES)
"""Who makes a scan names its municipalities and themes in letters; a vendor may call itself anything."""
CODES = "SCPRMNXO?S"
THEMES = (
    *small.THEMES,
    Theme("LNG", LONG_WORD),
    Theme("RTL", f"Gegevens {RIGHT_TO_LEFT}"),
    Theme("TAG", "<script>alert(1)</script>"),
    Theme("EMO", "Duim 👍"),
)


@dataclass(frozen=True)
class Size:
    """How many of everything, and whether texts are strange and prices are there."""

    municipalities: int
    vendors: int
    rows: int
    strange: bool = True
    prices: bool = True


def scan(size: Size) -> Scan:
    """A whole scan of this size."""
    project = _project(size)
    programme = _programme(project, size)
    lists = tuple(_list(project, m, programme) for m in project.municipalities)
    vendors = tuple(_submission(project, programme, place, size) for place in range(size.vendors))
    inputs = tuple(InputFile(s.answers_file, "ab" * 32) for s in vendors)
    return Scan(project, lists, (), programme, tuple(sorted(vendors, key=lambda s: s.vendor.slug)), inputs)


def html(size: Size, own: str = "") -> str:
    """The report on a scan of this size as HTML."""
    return render(compose(facts(size, own)))


def slug(place: int) -> str:
    """The name in files of the municipality at this place."""
    return f"gemeente-{place}"


def facts(size: Size, own: str = "") -> Facts:
    """Everything computed, for all or for the municipality with this slug."""
    made = scan(size)
    results = small.results(made)
    background = replace(background_of(made, results), sureness=sureness(made, results))
    variant = Variant(f"gemeente-{own}" if own else "stuurgroep", own)
    return Facts(made, results, stress(made, results), (), variant, background)


def _text(place: int, size: Size) -> str:
    return TEXTS[place % len(TEXTS)] if size.strange else TEXTS[0]


def _project(size: Size) -> Project:
    plain = tuple(f"Gemeente {place}" for place in range(size.municipalities))
    names = MUNICIPALITIES if size.strange else plain
    own = tuple(
        Municipality(slug(place), names[place], 10_000 * (place + 1), (f"beoordelaar-{place}",))
        for place in range(size.municipalities)
    )
    base = small.project([m.slug for m in own])
    return replace(
        base,
        municipalities=own,
        themes=THEMES if size.strange else small.THEMES,
        invited=tuple(_slug(place) for place in range(size.vendors)),
        simulation=SimulationRules(draws=200, seed=7),
        question=f"{LONG_WORD} {RIGHT_TO_LEFT} <script>?" if size.strange else base.question,
        title=" ".join(TEXTS[1:5]) if size.strange else base.title,
    )


def _slug(place: int) -> str:
    return "rx-enterprise" if place == 0 else f"pakket-{place}"


def _programme(project: Project, size: Size) -> Programme:
    states = (Status.EQUAL, Status.OTHER_WEIGHT, Status.OTHER_NORM, Status.CONFLICT)
    rows = [
        JointRequirement(
            identity := f"{project.themes[place % len(project.themes)].code}-{place:03}",
            identity[:3],
            _text(place, size) or "leeg",
            states[place % len(states)],
            {m.slug: _requirement(m.slug, identity, place, size) for m in project.municipalities},
        )
        for place in range(size.rows)
    ]
    return Programme(tuple(rows))


def _requirement(municipality: str, identity: str, place: int, size: Size) -> Requirement:
    plain = small.requirement(municipality, identity, place, _text(place, size) or "leeg")
    kind = Kind.WISH if place % 7 == 3 else Kind.DEMAND
    text = _text(place + 3, size)
    return replace(plain, kind=kind, knock_out=place % 9 == 1, norm=text[:200], remark=text, evidence=text)


def _list(project: Project, municipality: Municipality, programme: Programme) -> RequirementList:
    file = f"requirements/{municipality.slug}.xlsx"
    points = [100 // len(project.themes)] * len(project.themes)
    points[0] += 100 - sum(points)
    weights = tuple(
        ThemeWeight(theme.code, weight, Origin(file, "Thema's", place + 2))
        for place, (theme, weight) in enumerate(zip(project.themes, points, strict=True))
    )
    own = tuple(row.positions[municipality.slug] for row in programme.rows)
    return RequirementList(municipality.slug, file, True, own, weights)


def _submission(project: Project, programme: Programme, place: int, size: Size) -> Submission:
    slug = _slug(place)
    name = NAMES[-place] if size.strange else f"Pakket {place}"
    answers = {row.id: _answer(slug, row.id, place, n, size) for n, row in enumerate(programme.rows)}
    return Submission(
        Vendor(slug, f"{name} B.V.", "Rx.Enterprise" if place == 0 else name),
        f"vendors/{slug}/answers.xlsx",
        True,
        answers,
        prices=_prices(project, slug, place) if size.prices else (),
        marks=tuple(_marks(project, slug, answers)),
    )


def _answer(vendor: str, row: str, place: int, number: int, size: Size) -> Answer:
    code = CODES[(number * (place + 1) + place) % len(CODES)]
    given = small.answer(vendor, row, code, number % 12)
    text = _text(number + place, size)
    return replace(given, explanation=text, evidence=text if code in "SCP" else "", surcharge=text[:300])


def _marks(project: Project, vendor: str, answers: Mapping[str, Answer]) -> Sequence[Mark]:
    return [
        Mark(a, row, 6, Level.CLAIMED, LONG_WORD, Origin(f"vendors/{vendor}/assessments/{a}.xlsx", "B", 2))
        for m in project.municipalities
        for a in m.assessors
        for n, row in enumerate(answers)
        if n % 7 == 3
    ]


def _prices(project: Project, vendor: str, place: int) -> tuple[PriceLine, ...]:
    origin = Origin(f"vendors/{vendor}/prices.xlsx", "Kosten", 2)
    amount = Decimal(10_000 * (place + 1))
    return tuple(
        PriceLine("Licentie", "", None, amount, 7 * amount, False, True, origin, m.name)
        for m in project.municipalities
    )

"""What marktscan.toml declares: who takes part, on which scales, by which rules."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from string import ascii_uppercase

from marktscan.domain.answer import AnswerCode
from marktscan.domain.classification import ClassificationRules
from marktscan.domain.conventions import AssessorRules, CostRules, PromiseRules, SimulationRules, TenderRules
from marktscan.domain.scenario import Scenario
from marktscan.domain.source import Source
from marktscan.domain.style import Declared, Style

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_SLUG = 100
"""Characters: with what stands before and behind it a name of a file has at most 255."""


def is_slug(text: str) -> bool:
    """Whether `text` can name a file or folder: small letters, digits, single hyphens, not too long."""
    return len(text) <= LONGEST_SLUG and _SLUG.fullmatch(text) is not None


def letter(place: int) -> str:
    """A name that tells nothing but a place in a list: 0 is A, 25 is Z, 26 is AA."""
    rest, last = divmod(place, len(ascii_uppercase))
    return (letter(rest - 1) if rest else "") + ascii_uppercase[last]


@dataclass(frozen=True, slots=True)
class Municipality:
    """One of the municipalities that hold the scan together; `inhabitants` may be unknown.

    `colour` and `logo` (a file in the folder logos) are its house style, None for the common one.
    """

    slug: str
    name: str
    inhabitants: int | None
    assessors: tuple[str, ...]
    colour: Declared | None = None
    logo: Declared | None = None


@dataclass(frozen=True, slots=True)
class Theme:
    """A group of requirements that carries a weight of its own."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class JointKey:
    """A declared way (verdeelsleutel) to weigh the municipalities: shares by slug, together 1."""

    code: str
    name: str
    shares: Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class MarkLevel:
    """One mark assessors may give, what it is worth (points, 0–100) and what it means."""

    mark: int
    points: int
    label: str


@dataclass(frozen=True, slots=True)
class Rules:
    """The declared rules of scoring; every default is printed in every report.

    Points are integers on 0–100; `coverage` and `granted_gap` are percentages of weight.
    """

    answer_points: Mapping[AnswerCode, int]
    marks: tuple[MarkLevel, ...]
    knock_outs_in_score: bool
    reminder_sent: bool
    coverage: int
    granted_gap: int
    standard_flag: int

    def mark_points(self) -> dict[int, int]:
        """Points (0–100) by mark."""
        return {level.mark: level.points for level in self.marks}


EVERYONE = "alle"
"""Weights for every municipality, where others are named by their slug."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights that stand in the project file instead of in workbooks: of themes, in any unit, by code, and of
    requirements by the municipality's own id."""

    themes: Mapping[str, int] = field(default_factory=dict)
    requirements: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step that follows after this report: when (free text, e.g. "januari 2027") and what."""

    when: str
    what: str


@dataclass(frozen=True, slots=True)
class Deadlines:
    """When each kind of form must be in; None when nothing was agreed."""

    requirements: date | None = None
    answers: date | None = None
    marks: date | None = None


@dataclass(frozen=True, slots=True)
class PriceKind:
    """One line every vendor prices: what for, per what, and which volume says how many units."""

    kind: str
    unit: str
    volume: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class PriceSheet:
    """What vendors price: the lines, and per volume how many units each municipality (by slug) needs."""

    lines: tuple[PriceKind, ...] = ()
    volumes: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Forms:
    """What the forms say: number of the frozen round, who answers questions (a function, never a person)
    and whether assessors see vendors under invented names. `also` are other names by which somebody could
    know a vendor, by slug."""

    round: int = 1
    contact: str = "Projectleider marktverkenning"
    blind: bool = False
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    deadlines: Deadlines = Deadlines()
    price_sheet: PriceSheet = PriceSheet()


@dataclass(frozen=True, slots=True)
class Project:
    """The whole project file. Municipalities and themes keep the order of the file."""

    title: str
    question: str
    status: str
    version: str
    report_date: date
    reference_date: date
    go_live: date
    fictitious: bool
    to_verify: tuple[str, ...]
    municipalities: tuple[Municipality, ...]
    themes: tuple[Theme, ...]
    keys: tuple[JointKey, ...]
    incumbent: str
    invited: tuple[str, ...]
    brands: tuple[str, ...]
    rules: Rules
    milestones: tuple[Milestone, ...]
    source: Source
    forms: Forms = Forms()
    promises: PromiseRules = field(default_factory=PromiseRules)
    assessing: AssessorRules = field(default_factory=AssessorRules)
    simulation: SimulationRules = field(default_factory=SimulationRules)
    costs: CostRules = field(default_factory=CostRules)
    tender: TenderRules = field(default_factory=TenderRules)
    weights: Mapping[str, Weights] = field(default_factory=dict)
    classification: ClassificationRules = field(default_factory=ClassificationRules)
    style: Style = field(default_factory=Style)
    scenarios: tuple[Scenario, ...] = ()

    @property
    def declares_a_look(self) -> bool:
        """Whether anything in the project file changes how reports look."""
        return bool(self.style.colours) or any(m.colour or m.logo for m in self.municipalities)

    def municipality(self, slug: str) -> Municipality:
        """The municipality with this slug; KeyError when there is none."""
        return {m.slug: m for m in self.municipalities}[slug]

    def declared_weights(self, slug: str) -> Weights:
        """What the project file says about one municipality's weights; its own goes before everyone's."""
        everyone, own = (self.weights.get(name, Weights()) for name in (EVERYONE, slug))
        return Weights(own.themes or everyone.themes, {**everyone.requirements, **own.requirements})

    def alias(self, slug: str) -> str:
        """What a municipality is called where its name may not be seen: "Gemeente A" for the first."""
        return f"Gemeente {letter(sorted(m.slug for m in self.municipalities).index(slug))}"

    def theme(self, code: str) -> Theme:
        """The theme with this code; KeyError when there is none."""
        return {t.code: t for t in self.themes}[code]

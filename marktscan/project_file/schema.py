"""What may stand in marktscan.toml, as data: each key with what belongs in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from marktscan.domain.assessment import Level
from marktscan.domain.classification import DECLARED, CellKind, Classification
from marktscan.domain.conventions import Credibility, PriceFormula, Rounding
from marktscan.domain.finding import Code
from marktscan.domain.project import is_slug
from marktscan.domain.scenario import ScenarioKind
from marktscan.domain.style import TOKENS

FULL = 100
MOST_DECIMALS = 4


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_slug(value: object) -> bool:
    return isinstance(value, str) and is_slug(value)


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value: `type_ok` guards its type, `value_ok` its range; `expected` says in Dutch what belongs."""

    expected: str
    type_ok: Callable[[object], bool]
    value_ok: Callable[[object], bool] = lambda value: True
    code: Code = Code.PROJECT_WRONG_TYPE


@dataclass(frozen=True, slots=True)
class Table:
    """A table with these keys; every key not in `optional` must be there."""

    keys: Mapping[str, "Node"]
    optional: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Each:
    """A list of at least `least` values of one kind."""

    item: "Node"
    least: int = 0


@dataclass(frozen=True, slots=True)
class Named:
    """A table whose keys are names the project chooses."""

    item: "Node"


Node = Leaf | Table | Each | Named

TEXT = Leaf("tekst", lambda value: isinstance(value, str) and bool(value.strip()))
FLAG = Leaf("true of false", lambda value: isinstance(value, bool))
DATE = Leaf(
    "een datum als 2027-07-01", lambda value: isinstance(value, date) and not isinstance(value, datetime)
)
WHOLE = Leaf("een geheel getal", _is_whole)
COUNT = Leaf(
    "een geheel getal van 1 of meer", lambda value: isinstance(value, int) and _is_whole(value) and value > 0
)
UNITS = Leaf(
    "een geheel getal van 0 of meer", lambda value: isinstance(value, int) and _is_whole(value) and value >= 0
)
POINTS = Leaf(
    "een geheel getal van 0 tot en met 100",
    _is_whole,
    lambda value: isinstance(value, int) and 0 <= value <= FULL,
    Code.PROJECT_POINTS_RANGE,
)
SHARE = Leaf(
    "een getal van 0 tot en met 1, zoals 0.9",
    lambda value: _is_whole(value) or isinstance(value, Decimal),
    lambda value: isinstance(value, int | Decimal) and 0 <= value <= 1,
    Code.PROJECT_POINTS_RANGE,
)
AMOUNT = Leaf(
    "een bedrag van 0 of meer, zoals 250000 of 1250.50",
    lambda value: _is_whole(value) or isinstance(value, Decimal),
    lambda value: isinstance(value, int | Decimal) and value >= 0,
)
FACTOR = Leaf(
    "een getal groter dan 1, zoals 1.5",
    lambda value: _is_whole(value) or isinstance(value, Decimal),
    lambda value: isinstance(value, int | Decimal) and value > 1,
)
DECIMALS = Leaf(
    "een geheel getal van 0 tot en met 4",
    lambda value: isinstance(value, int) and _is_whole(value) and 0 <= value <= MOST_DECIMALS,
)
FORMULA = Leaf(f"een van deze woorden: {', '.join(PriceFormula)}", lambda value: value in tuple(PriceFormula))
ROUNDING = Leaf(f"een van deze woorden: {', '.join(Rounding)}", lambda value: value in tuple(Rounding))
KIND = Leaf(f"een van deze woorden: {', '.join(ScenarioKind)}", lambda value: value in tuple(ScenarioKind))
LEVEL = Leaf(f"een van deze woorden: {', '.join(Level)}", lambda value: value in tuple(Level))
_OF_CELLS = tuple(kind for kind in Classification if kind is not Classification.PERSONAL)
CLASS = Leaf(f"een van deze woorden: {', '.join(_OF_CELLS)}", lambda value: value in _OF_CELLS)
NOT_PUBLIC = Leaf(
    f"een van deze woorden: {', '.join(_OF_CELLS[1:])}; prijzen zijn nooit openbaar",
    lambda value: value in _OF_CELLS[1:],
)
GROUP = Leaf(
    "een geheel getal van 2 of meer",
    lambda value: isinstance(value, int) and _is_whole(value) and value >= 2,  # noqa: PLR2004 (one is no group)
)
SLUG = Leaf("een naam als noord-holland", lambda value: isinstance(value, str), _is_slug, Code.PROJECT_SLUG)

_TENDER: dict[str, Node] = {
    "formula": FORMULA,
    "quality": POINTS,
    "price": POINTS,
    "decimals": DECIMALS,
    "rounding": ROUNDING,
    "tie_break": Each(TEXT, least=1),
    "lowest": AMOUNT,
    "highest": AMOUNT,
    "half_points_factor": FACTOR,
    "value_per_point": AMOUNT,
    "theme_decimals": DECIMALS,
    "quality_decimals": DECIMALS,
    "minimum_quality": POINTS,
    "minimum_themes": Named(POINTS),
    "strict": FLAG,
}

_CLASSES: dict[str, Node] = {
    **{kind.value: NOT_PUBLIC if kind is CellKind.PRICE else CLASS for kind in DECLARED},
    "smallest_group": GROUP,
}

SCHEMA = Table(
    {
        "project": Table(
            {
                "title": TEXT,
                "question": TEXT,
                "status": TEXT,
                "version": TEXT,
                "report_date": DATE,
                "reference_date": DATE,
                "go_live": DATE,
                "fictitious": FLAG,
                "to_verify": Each(TEXT),
            },
            optional=frozenset({"to_verify"}),
        ),
        "municipalities": Each(
            Table(
                {
                    "slug": SLUG,
                    "name": TEXT,
                    "inhabitants": COUNT,
                    "assessors": Each(SLUG),
                    "colour": TEXT,
                    "logo": TEXT,
                },
                optional=frozenset({"inhabitants", "assessors", "colour", "logo"}),
            ),
            least=1,
        ),
        "vendors": Table(
            {"incumbent": SLUG, "invited": Each(SLUG, least=1), "also": Named(Each(TEXT))},
            optional=frozenset({"also"}),
        ),
        "keys": Named(
            Table({"name": TEXT, "weights": Named(WHOLE), "by": TEXT}, optional=frozenset({"weights", "by"}))
        ),
        "points": Table(
            {
                "answers": Named(POINTS),
                "marks": Each(Table({"mark": WHOLE, "points": POINTS, "label": TEXT}), least=1),
            }
        ),
        "weights": Named(
            Table(
                {"themes": Named(UNITS), "requirements": Named(UNITS)},
                optional=frozenset({"themes", "requirements"}),
            )
        ),
        "rules": Table(
            {
                "knock_outs_in_score": FLAG,
                "reminder_sent": FLAG,
                "coverage": POINTS,
                "granted_gap": POINTS,
                "standard_flag": POINTS,
                "brands": Each(TEXT),
            },
            optional=frozenset({"brands"}),
        ),
        "promises": Table(
            {
                "credibility": Table({kind.name.lower(): SHARE for kind in Credibility}),
                "half_life_months": COUNT,
                "delivered": POINTS,
                "public_words": Each(TEXT),
            }
        ),
        "simulation": Table({"draws": COUNT, "seed": UNITS, "concentration": COUNT}),
        "assessors": Table(
            {"tolerance": UNITS, "minimum_level": LEVEL, "same_text": POINTS, "demo": UNITS},
            optional=frozenset({"demo"}),
        ),
        "costs": Table(
            {
                "years": COUNT,
                "indexation": SHARE,
                "exit": Each(TEXT),
                "ceilings": Named(AMOUNT),
                "under_ceiling": Each(TEXT, least=1),
                "internal": Each(
                    Table(
                        {
                            "kind": TEXT,
                            "vendors": Each(SLUG, least=1),
                            "one_off": Named(AMOUNT),
                            "yearly": Named(AMOUNT),
                        },
                        optional=frozenset({"vendors", "one_off", "yearly"}),
                    )
                ),
            },
            optional=frozenset({"years", "indexation", "exit", "ceilings", "under_ceiling", "internal"}),
        ),
        "tender": Table(_TENDER, optional=frozenset(_TENDER)),
        "classification": Table(_CLASSES, optional=frozenset(_CLASSES)),
        "scenarios": Each(
            Table(
                {
                    "name": TEXT,
                    "kind": KIND,
                    "vendor": SLUG,
                    "risks": TEXT,
                    "themes": Named(SLUG),
                    "starts": Named(DATE),
                },
                optional=frozenset({"themes", "starts"}),
            )
        ),
        "style": Table(
            {"colours": Table(dict.fromkeys(TOKENS, TEXT), optional=frozenset(TOKENS)), "owners": TEXT},
            optional=frozenset({"colours", "owners"}),
        ),
        "milestones": Each(Table({"when": TEXT, "what": TEXT})),
        "themes": Each(Table({"code": TEXT, "name": TEXT}), least=1),
        "forms": Table(
            {"round": COUNT, "contact": TEXT, "blind": FLAG},
            optional=frozenset({"round", "contact", "blind"}),
        ),
        "deadlines": Table(
            {"requirements": DATE, "answers": DATE, "marks": DATE},
            optional=frozenset({"requirements", "answers", "marks"}),
        ),
        "price_sheet": Table(
            {
                "volumes": Named(Named(UNITS)),
                "lines": Each(
                    Table(
                        {"kind": TEXT, "unit": TEXT, "volume": TEXT, "optional": FLAG},
                        optional=frozenset({"optional"}),
                    )
                ),
            }
        ),
    },
    optional=frozenset(
        {
            "style",
            "milestones",
            "scenarios",
            "forms",
            "deadlines",
            "price_sheet",
            "promises",
            "assessors",
            "simulation",
            "costs",
            "tender",
            "weights",
            "classification",
        }
    ),
)

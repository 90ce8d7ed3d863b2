"""What one setting can be: a value with its kind and its bounds, a table, a list, or names of the project."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from marktscan.domain.assessment import Level
from marktscan.domain.classification import Classification
from marktscan.domain.conventions import PriceFormula, Rounding
from marktscan.domain.finding import Code
from marktscan.domain.project import is_slug
from marktscan.domain.scenario import ScenarioKind

FULL = 100
MOST_DECIMALS = 4
MOST_YEARS = 100
MOST_DRAWS = 10_000_000
FIRST_YEAR, LAST_YEAR = 2000, 2100
"""Of a day: reports show what happens month by month."""
MOST_DIGITS = 12
"""Before the point, and behind it: nothing needs more, and exact sums hold 28."""


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: object) -> bool:
    """Whether it can be computed with: TOML also knows nan and inf."""
    return _is_whole(value) or (isinstance(value, Decimal) and value.is_finite())


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
    f"een datum van {FIRST_YEAR} tot en met {LAST_YEAR}, zoals 2027-07-01",
    lambda value: isinstance(value, date) and not isinstance(value, datetime),
    lambda value: isinstance(value, date) and FIRST_YEAR <= value.year <= LAST_YEAR,
    Code.PROJECT_POINTS_RANGE,
)
WHOLE = Leaf("een geheel getal", _is_whole)
KEY_WEIGHT = Leaf(
    f"een getal zoals 1 of 33.3, met ten hoogste {MOST_DECIMALS} cijfers achter de punt",
    _is_number,
    lambda value: isinstance(value, int | Decimal) and value * 10**MOST_DECIMALS % 1 == 0,
)
COUNT = Leaf(
    "een geheel getal van 1 of meer", lambda value: isinstance(value, int) and _is_whole(value) and value > 0
)
YEARS = Leaf(
    f"een geheel getal van 1 tot en met {MOST_YEARS}",
    lambda value: isinstance(value, int) and _is_whole(value) and 0 < value <= MOST_YEARS,
)
DRAWS = Leaf(
    f"een geheel getal van 1 tot en met {MOST_DRAWS}",
    lambda value: isinstance(value, int) and _is_whole(value) and 0 < value <= MOST_DRAWS,
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
    _is_number,
    lambda value: isinstance(value, int | Decimal) and 0 <= value <= 1,
    Code.PROJECT_POINTS_RANGE,
)
AMOUNT = Leaf(
    "een bedrag van 0 of meer, zoals 250000 of 1250.50",
    _is_number,
    lambda value: isinstance(value, int | Decimal) and value >= 0,
)
FACTOR = Leaf(
    "een getal groter dan 1, zoals 1.5",
    _is_number,
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


def is_within_reason(value: object) -> bool:
    """Whether a number has no more digits than anybody writes; what is no number always is."""
    if isinstance(value, Decimal) and value.is_finite() and value:
        smallest = value.normalize().as_tuple().exponent
        return value.adjusted() < MOST_DIGITS and int(smallest) >= -MOST_DIGITS
    return not isinstance(value, int) or abs(value) < 10**MOST_DIGITS

"""Points and weights in the annex, each written once.

Where every package gets the same points in every municipality they share a column; else each municipality
has its own, with the weight above it when that is the same for every package.
"""

from fractions import Fraction

from marktscan.domain.programme import JointRequirement
from marktscan.domain.project import Municipality
from marktscan.domain.results import Contribution, State
from marktscan.reporting.facts import Facts
from marktscan.reporting.view import Cell, Column, cell
from marktscan.wording.formats import NO_BREAK_SPACE, number

_WIDTH = 44
NO_WEIGHT = "weegt niet"


def value_columns(facts: Facts, row: JointRequirement) -> tuple[Column, ...]:
    """One column of points when they are the same everywhere, else one per municipality with its weight."""
    if are_alike(facts, row):
        return (Column("Punten", width=_WIDTH),)
    return tuple(_column(m, shared_weight(facts, row, m)) for m in facts.municipalities)


def are_alike(facts: Facts, row: JointRequirement) -> bool:
    """Whether every municipality that asks gives every package the same points, at one weight for all."""
    asking = _asking(facts, row)
    weighed_once = all(shared_weight(facts, row, m) for m in asking)
    return weighed_once and len({_given(facts, row, m) for m in asking}) == 1


def weights(facts: Facts, row: JointRequirement) -> str:
    """What the requirement weighs in each municipality, as a sentence, when one column shows the points."""
    if not are_alike(facts, row):
        return ""
    said = {m.name: shared_weight(facts, row, m) for m in _asking(facts, row)}
    if set(said.values()) == {NO_WEIGHT}:
        return "Weegt niet mee."
    return f"Weging: {', '.join(f'{name} {weight}' for name, weight in said.items())}."


def _asking(facts: Facts, row: JointRequirement) -> list[Municipality]:
    return [m for m in facts.municipalities if m.slug in row.positions]


def _given(facts: Facts, row: JointRequirement, municipality: Municipality) -> tuple[Cell, ...]:
    """What every package gets there."""
    keys = ((municipality.slug, s.vendor.slug, row.id) for s in facts.submissions)
    return tuple(_value(facts.contributions.get(key), shared=True) for key in keys)


def _column(municipality: Municipality, weight: str) -> Column:
    heading = f"{municipality.name[:3]}. {weight}".rstrip()
    return Column(heading, width=_WIDTH, full=municipality.name)


def shared_weight(facts: Facts, row: JointRequirement, municipality: Municipality) -> str:
    """The weight in words when it is the same for every package, else nothing."""
    said = {_weight(line) for line in _lines(facts, row, municipality) if line.state is not State.GRANTED}
    return said.pop() if len(said) == 1 else ""


def _lines(facts: Facts, row: JointRequirement, municipality: Municipality) -> list[Contribution]:
    keys = ((municipality.slug, s.vendor.slug, row.id) for s in facts.submissions)
    return [facts.contributions[key] for key in keys if key in facts.contributions]


def _weight(line: Contribution) -> str:
    return f"×{NO_BREAK_SPACE}{number(100 * line.weight, 2)}" if line.raw_weight else NO_WEIGHT


def value_cells(facts: Facts, row: JointRequirement) -> dict[str, tuple[Cell, ...]]:
    """By package its points for each column, with the weight where that differs between packages."""
    shown = _asking(facts, row)[:1] if are_alike(facts, row) else facts.municipalities
    columns = [(m.slug, bool(shared_weight(facts, row, m))) for m in shown]
    return {
        s.vendor.slug: tuple(
            _value(facts.contributions.get((slug, s.vendor.slug, row.id)), shared=shared)
            for slug, shared in columns
        )
        for s in facts.submissions
    }


def _value(line: Contribution | None, *, shared: bool) -> Cell:
    if line is None:
        return cell("–")
    if line.state is State.GRANTED:
        return cell("n.v.t.")
    low, high = _points(line.low), _points(line.high)
    points = low if low == high else f"{low}–{high}"
    return cell(points if shared else f"{points} {_weight(line)}")


def _points(value: Fraction) -> str:
    """Whole points as they are, a mean of marks with two decimals."""
    points = 100 * value
    return number(points, 0 if points.denominator == 1 else 2)

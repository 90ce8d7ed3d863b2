"""What one municipality asks and how heavily it weighs: the same for every vendor."""

from dataclasses import dataclass
from fractions import Fraction

from marktscan.domain.programme import JointRequirement
from marktscan.domain.project import Rules
from marktscan.domain.requirement import Priority, Requirement, RequirementList, ThemeWeight
from marktscan.domain.scan import Scan
from marktscan.domain.source import Source
from marktscan.scoring.formulas import shares


@dataclass(frozen=True, slots=True)
class Asked:
    """One row of the programme as this municipality weighs it.

    `raw_weight` is 0 for a Won't and for a knock-out beside the score, `theme_weight` is 0 for a theme
    without a usable weight; `note` then says so in Dutch. `cells` are the cells of both weights.
    """

    requirement: str
    theme: str
    position: Requirement
    raw_weight: int
    theme_weight: int
    note: str
    cells: tuple[Source, ...]


def asked_by(scan: Scan, item: RequirementList) -> tuple[Asked, ...]:
    """The rows of the programme that this municipality has, in the order of the programme."""
    weights = theme_weights(scan, item)
    return tuple(
        _asked(row, row.positions[item.municipality], weights.get(row.theme), scan.project.rules)
        for row in scan.programme.rows
        if item.municipality in row.positions
    )


def theme_weights(scan: Scan, item: RequirementList) -> dict[str, ThemeWeight]:
    """The usable weights a municipality gives to the project's themes; the first row of a theme counts."""
    known = {theme.code for theme in scan.project.themes}
    first = {row.theme: row for row in reversed(item.theme_weights)}
    return {code: row for code, row in first.items() if code in known and (row.weight or 0) > 0}


def stated_weights(scan: Scan) -> dict[str, dict[str, int]]:
    """The theme weights that count, as stated, by municipality and theme."""
    return {
        item.municipality: {code: row.weight or 0 for code, row in theme_weights(scan, item).items()}
        for item in scan.lists
    }


def theme_shares(scan: Scan, item: RequirementList) -> dict[str, Fraction]:
    """The stated share (0–1) of every theme that counts, in the order of the project.

    A theme without a row that counts gives its weight to the others.
    """
    stated = theme_weights(scan, item)
    counting = {
        row.theme: stated[row.theme].weight or 0
        for row in scan.programme.rows
        if row.theme in stated
        and (position := row.positions.get(item.municipality))
        and raw_weight(position, scan.project.rules)
    }
    return shares({theme.code: counting.get(theme.code, 0) for theme in scan.project.themes})


def raw_weight(position: Requirement, rules: Rules) -> int:
    """The weight in its theme: 0 for a Won't, and for a knock-out beside the score."""
    return 0 if _is_beside(position, rules) else position.scored_weight


def _is_beside(position: Requirement, rules: Rules) -> bool:
    return position.knock_out and not rules.knock_outs_in_score


def _asked(row: JointRequirement, position: Requirement, theme: ThemeWeight | None, rules: Rules) -> Asked:
    beside = _is_beside(position, rules)
    theme_cell = (theme.origin.cell("weight"),) if theme else ()
    return Asked(
        requirement=row.id,
        theme=row.theme,
        position=position,
        raw_weight=raw_weight(position, rules),
        theme_weight=(theme.weight or 0) if theme else 0,
        note=_note(position, theme, beside=beside),
        cells=(*_own_cells(position, beside=beside), *theme_cell),
    )


def _own_cells(position: Requirement, *, beside: bool) -> tuple[Source, ...]:
    """The cells that make the raw weight what it is."""
    fields = ["weight"]
    if position.priority is Priority.WONT:
        fields.append("priority")
    if beside:
        fields.append("knock_out")
    return tuple(position.origin.cell(name) for name in fields)


def _note(position: Requirement, theme: ThemeWeight | None, *, beside: bool) -> str:
    """Why a row carries no weight."""
    if beside:
        return "; knock-out: staat naast de score"
    if position.priority is Priority.WONT:
        return "; Won't: weegt niet mee"
    if position.weight is None:
        return "; zonder leesbaar gewicht: weegt niet mee"
    return "" if theme else "; het thema heeft geen gewicht"

"""How heavily a municipality weighs its requirements and its themes."""

from fractions import Fraction

from marktscan.domain.project import Rules
from marktscan.domain.requirement import Requirement, RequirementList, ThemeWeight
from marktscan.domain.scan import Scan
from marktscan.scoring.formulas import shares


def raw_weight(position: Requirement, rules: Rules) -> int:
    """The weight that counts in the theme: 0 for a Won't and for what stands beside the score."""
    return 0 if beside_the_score(position, rules) else position.scored_weight


def beside_the_score(position: Requirement, rules: Rules) -> bool:
    """Whether the row is a knock-out that the rules keep out of the score."""
    return position.knock_out and not rules.knock_outs_in_score


def theme_weights(scan: Scan, item: RequirementList) -> dict[str, ThemeWeight]:
    """The usable weights a municipality gives to the project's themes; the first row of a theme counts."""
    known = {theme.code for theme in scan.project.themes}
    first = {row.theme: row for row in reversed(item.theme_weights)}
    return {code: row for code, row in first.items() if code in known and (row.weight or 0) > 0}


def theme_shares(scan: Scan, item: RequirementList) -> dict[str, Fraction]:
    """The stated share of every theme that counts, in the order of the project.

    A theme without a row that counts gives its weight to the others.
    """
    given = theme_weights(scan, item)
    counting = counting_themes(scan, item)
    codes = [theme.code for theme in scan.project.themes if theme.code in counting]
    return shares({code: given[code].weight or 0 for code in codes if code in given})


def counting_themes(scan: Scan, item: RequirementList) -> set[str]:
    """The themes in which this municipality has a row with weight."""
    return {
        row.theme
        for row in scan.programme.rows
        if item.municipality in row.positions
        and raw_weight(row.positions[item.municipality], scan.project.rules)
    }

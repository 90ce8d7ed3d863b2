"""Whether each municipality's weights of themes can carry its score."""

from collections import Counter
from collections.abc import Iterator

from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.project import Rules
from marktscan.domain.requirement import Requirement, RequirementList, ThemeWeight
from marktscan.domain.scan import Scan
from marktscan.domain.source import Source

FULL = 100


def _weighted(scan: Scan) -> Iterator[tuple[str, RequirementList, dict[str, ThemeWeight]]]:
    """Each readable list with its municipality's name and its weights by theme; of doubles the first."""
    for item in scan.lists:
        if item.readable:
            weights = {weight.theme: weight for weight in reversed(item.theme_weights)}
            yield scan.project.municipality(item.municipality).name, item, weights


def weights_add_up(scan: Scan) -> Iterator[Finding]:
    """The weights of a municipality's themes are together 100; those of the project file may be anything."""
    for name, item, weights in _weighted(scan):
        total = sum(weight.weight or 0 for weight in weights.values())
        shared_out = scan.project.declared_weights(item.municipality).themes
        if weights and total != FULL and not shared_out:
            place = Source(item.file, item.theme_weights[0].origin.sheet)
            yield finding(Code.THEME_WEIGHTS_SUM, place, municipality=name, total=total)


def theme_in_use_has_weight(scan: Scan) -> Iterator[Finding]:
    """A theme with requirements has a weight, even if that is 0; reading told of a sheet it lost."""
    for name, item, weights in _weighted(scan):
        if not weights and not item.weighed:
            continue
        for theme, count in Counter(row.theme for row in item.requirements).items():
            weight = weights.get(theme)
            if weight is None or weight.weight is None:
                place = weight.origin.cell("weight") if weight else _sheet(item)
                yield finding(Code.THEME_WITHOUT_WEIGHT, place, municipality=name, theme=theme, count=count)


def _sheet(item: RequirementList) -> Source:
    if not item.theme_weights:
        return Source(item.file)
    first = item.theme_weights[0].origin
    return Source(first.file, first.sheet)


def weighted_theme_is_in_use(scan: Scan) -> Iterator[Finding]:
    """A theme with a weight has at least one requirement that counts."""
    for name, item, weights in _weighted(scan):
        counting = {row.theme for row in item.requirements if _counts(row, scan.project.rules)}
        for theme, weight in weights.items():
            if weight.weight and weight.weight > 0 and theme not in counting:
                yield finding(
                    Code.THEME_EMPTY,
                    weight.origin.cell("weight"),
                    municipality=name,
                    theme=theme,
                    weight=weight.weight,
                )


def _counts(row: Requirement, rules: Rules) -> bool:
    return row.scored_weight > 0 and (rules.knock_outs_in_score or not row.knock_out)


def weight_is_not_negative(scan: Scan) -> Iterator[Finding]:
    """The weight of a theme is 0 or more."""
    for name, _, weights in _weighted(scan):
        for theme, weight in weights.items():
            if weight.weight is not None and weight.weight < 0:
                yield finding(
                    Code.THEME_WEIGHT_NEGATIVE,
                    weight.origin.cell("weight"),
                    municipality=name,
                    theme=theme,
                    weight=weight.weight,
                )


def theme_stands_once(scan: Scan) -> Iterator[Finding]:
    """A municipality weighs each theme once."""
    for name, item, weights in _weighted(scan):
        for weight in item.theme_weights:
            first = weights[weight.theme]
            if weight is not first:
                yield finding(
                    Code.THEME_DOUBLE,
                    weight.origin.cell("theme"),
                    municipality=name,
                    theme=weight.theme,
                    first=first.origin.cell("theme"),
                )


def weighted_theme_is_declared(scan: Scan) -> Iterator[Finding]:
    """Only themes of the project get a weight."""
    known = [theme.code for theme in scan.project.themes]
    for name, _, weights in _weighted(scan):
        for theme, weight in weights.items():
            if theme not in known:
                yield finding(
                    Code.THEME_UNKNOWN,
                    weight.origin.cell("theme"),
                    municipality=name,
                    theme=theme,
                    known=", ".join(known),
                )


CHECKS = (
    weights_add_up,
    theme_in_use_has_weight,
    weighted_theme_is_in_use,
    weight_is_not_negative,
    theme_stands_once,
    weighted_theme_is_declared,
)

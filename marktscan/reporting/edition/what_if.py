"""What the try-out with other weights starts from, exact, as data inside the edition."""

import json
from dataclasses import dataclass
from fractions import Fraction

from markupsafe import Markup

from marktscan.domain.background import Background
from marktscan.domain.results import Ranking
from marktscan.domain.weighing import ThemeValue, Weighing
from marktscan.reporting.chapters.knock_out_tables import SYMBOLS
from marktscan.reporting.charts import printable
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import lower_first
from marktscan.reporting.variants import STEERING_GROUP
from marktscan.wording.formats import NO_BREAK_SPACE, fraction

_IN_A_SCRIPT = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}
"""Characters that could end the element the data stands in, as JSON writes them too."""
_ALL = Fraction(100)


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The data of the try-out, as JSON that cannot leave its element."""

    data: Markup


def what_if(facts: Facts) -> WhatIf | None:
    """The try-out, only for the steering group, which may see every weight; nothing without scores."""
    if facts.variant.name != STEERING_GROUP or facts.background is None or not facts.scored:
        return None
    text = json.dumps(_record(facts, facts.background), ensure_ascii=False, separators=(",", ":"))
    return WhatIf(Markup(text.translate(_IN_A_SCRIPT)))  # noqa: S704 (escaped for where it stands)


def _record(facts: Facts, background: Background) -> dict[str, object]:
    return {
        "coverage": fraction(facts.project.rules.coverage / _ALL),
        "themes": [{"code": t.code, "name": printable(t.name)} for t in facts.themes],
        "vendors": [_vendor(facts, s.vendor.slug) for s in facts.scan.submissions],
        "municipalities": [_municipality(facts, weighing) for weighing in background.weighings],
        "keys": [
            {
                "code": key.code,
                "name": f"Samen, {printable(lower_first(key.name))}",
                "shares": {slug: fraction(share) for slug, share in key.shares.items() if share},
                "knockOuts": _knock_outs(facts.joint_under(key)),
            }
            for key in facts.project.keys
        ],
    }


def _vendor(facts: Facts, slug: str) -> dict[str, object]:
    return {
        "slug": slug,
        "name": printable(facts.product(slug)),
        "brief": printable(facts.brief(slug)),
        "incumbent": facts.is_incumbent(slug),
    }


def _municipality(facts: Facts, weighing: Weighing) -> dict[str, object]:
    values = weighing.values.items()
    return {
        "slug": weighing.municipality,
        "name": printable(facts.project.municipality(weighing.municipality).name),
        "weights": list(weighing.weights.items()),
        "values": {vendor: {code: _value(value) for code, value in own.items()} for vendor, own in values},
        "knockOuts": _knock_outs(facts.ranking(weighing.municipality)),
    }


def _value(value: ThemeValue) -> list[str]:
    """Low, high and what is covered."""
    return [fraction(value.low), fraction(value.high), fraction(value.covered)]


def _knock_outs(ranking: Ranking) -> dict[str, str]:
    return {
        entry.vendor: f"{SYMBOLS[entry.knock_out]}{NO_BREAK_SPACE}{entry.knock_out.value}"
        for entry in ranking.entries
    }

"""The derivation of a score as JSON; see docs/json.md."""

from marktscan.cli.derivation import Question
from marktscan.cli.scores import entry_as_json, exact, knock_out_as_json, places
from marktscan.domain.results import Contribution, Results


def as_json(results: Results, question: Question) -> dict[str, object]:
    """Per municipality the score, its rows and its knock-outs; then the joint scores."""
    return {
        "vendor": question.vendor,
        "municipalities": {
            municipality.slug: {
                "score": entry_as_json(results.municipalities[municipality.slug].of(question.vendor)),
                "rows": [_row(row) for row in question.rows(results, municipality.slug)],
                "knock_outs": [
                    knock_out_as_json(item) for item in question.knock_outs(results, municipality.slug)
                ],
            }
            for municipality in question.municipalities
        },
        "joint": {key: entry_as_json(ranking.of(question.vendor)) for key, ranking in results.joint.items()},
    }


def _row(row: Contribution) -> dict[str, object]:
    return {
        "requirement": row.requirement,
        "theme": row.theme,
        "state": row.state.value,
        "answer": row.code.value,
        "reason": row.reason,
        "raw_weight": row.raw_weight,
        "weight_exact": exact(row.weight),
        "value_exact": exact(row.low),
        "value_high_exact": exact(row.high),
        "points_exact": exact(row.score),
        "sources": places(row.sources),
    }

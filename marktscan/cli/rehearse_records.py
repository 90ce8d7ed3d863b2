"""A dry run of the rules as JSON; see docs/json.md."""

from marktscan.cli.cost_records import euros
from marktscan.cli.scores import exact
from marktscan.domain.rehearsal import Rehearsed, Reversal, TenderTrial
from marktscan.domain.tender import Awarded


def record(found: Rehearsed) -> dict[str, object]:
    """Everything that was found, for other programs."""
    hard, given = found.hard, found.assumptions
    return {
        "rounds": found.plan.rounds,
        "vendors": found.plan.vendors,
        "seed": found.plan.seed,
        "assumptions": {
            "observed": given.observed,
            "answers": {code.value: exact(share) for code, share in given.answers.items()},
            "hard_answers": {code.value: exact(share) for code, share in given.hard_answers.items()},
            "marks": {str(mark): exact(share) for mark, share in given.marks.items()},
            "lowest": euros(given.lowest),
            "highest": euros(given.highest),
        },
        "ties": [
            {
                "ranking": item.ranking,
                "at_first": exact(item.at_first),
                "hidden_by_print": exact(item.hidden_by_print),
            }
            for item in found.ties
        ],
        "reach": [
            {
                "ranking": item.ranking,
                "theme": item.theme,
                "weight_exact": exact(item.weight),
                "most_exact": exact(item.most),
                "changes_first": exact(item.changes_first),
                "idle": item.idle,
            }
            for item in found.themes
        ],
        "idle": [
            {
                "municipality": item.municipality,
                "requirement": item.requirement,
                "most_exact": exact(item.most),
            }
            for item in found.idle
        ],
        "hard": {
            "bids_failing": exact(hard.bids_failing),
            "rounds_without_anyone": exact(hard.rounds_without_anyone),
            "items": [
                {"requirement": item.requirement, "fails": exact(item.fails), "alone": exact(item.alone)}
                for item in hard.items
            ],
        },
        "bounds": [
            {
                "rule": ".".join(item.rule),
                "keeps_out": exact(item.keeps_out),
                "leaves_nobody": exact(item.leaves_nobody),
            }
            for item in found.bounds
        ],
        "tender": _trial(found.tender),
    }


def _trial(trial: TenderTrial | None) -> dict[str, object] | None:
    if trial is None:
        return None
    return {
        "formula": trial.formula.value,
        "tried": trial.rounds,
        **{name: exact(getattr(trial, name)) for name in _SHARES},
        "least_exact": exact(trial.least),
        "most_exact": exact(trial.most),
        "smallest": _reversal(trial.smallest),
    }


_SHARES = (
    "ties",
    "lots",
    "rounding_flips",
    "half_flips",
    "reversals",
    "price_part",
    "declared_part",
    "none",
    "all_points",
)


def _reversal(item: Reversal | None) -> dict[str, object] | None:
    if item is None:
        return None
    return {
        "out": item.out,
        "together": [_awarded(offer) for offer in item.together],
        "without": [_awarded(offer) for offer in item.without],
    }


def _awarded(offer: Awarded) -> dict[str, object]:
    return {
        "vendor": offer.vendor,
        "rank": offer.rank,
        "quality_exact": exact(offer.quality),
        "price": euros(offer.price),
        "price_points_exact": exact(offer.price_points),
        "outcome_exact": exact(offer.outcome),
    }

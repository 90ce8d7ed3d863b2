"""How sure the outcome is, as JSON; see docs/json.md."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from marktscan.cli.scores import exact, rounded
from marktscan.domain.conventions import SimulationRules
from marktscan.domain.results import Stress
from marktscan.domain.sureness import PriceShares, Simulated, Sureness, VendorShares


def first_layer(stress: Stress) -> dict[str, object]:
    """Tipping points of every ranking, and every vendor left out."""
    return {
        "tipping_points": [
            {
                "ranking": point.municipality,
                "theme": point.theme,
                "weight_exact": exact(point.weight),
                "lower_exact": exact(point.lower),
                "lower_vendor": point.lower_vendor or None,
                "upper_exact": exact(point.upper),
                "upper_vendor": point.upper_vendor or None,
            }
            for point in stress.tipping_points
        ],
        "without_vendor": [
            {
                "ranking": item.ranking,
                "vendor": item.vendor,
                "first": list(item.first),
                "first_changed": item.first_changed,
                "scores_changed": item.scores_changed,
            }
            for item in stress.leave_one_out
        ],
    }


def record(sure: Sureness, prices: Sequence[PriceShares], rules: SimulationRules) -> dict[str, object]:
    """Everything but the findings."""
    return {
        "words": {
            "clear_leader": sure.words.clear,
            "level": [
                {"municipality": level.municipality, "vendors": [level.first, level.second]}
                for level in sure.words.level
            ],
            "provisional": list(sure.words.provisional),
        },
        "shifts": [
            {"ranking": s.ranking, "first": s.first, "rival": s.rival, "least_exact": exact(s.least)}
            for s in sure.shifts
        ],
        "dominance": [{"ranking": d.ranking, "vendor": d.vendor, "over": d.over} for d in sure.dominance],
        "without_one": [
            {
                "kind": item.kind.value,
                "name": item.name,
                "ranking": item.ranking,
                "first": list(item.first),
                "first_changed": item.first_changed,
            }
            for item in sure.without_one
        ],
        "decisive": [
            {
                "municipality": d.municipality,
                "vendor": d.vendor,
                "requirement": d.requirement,
                "points_exact": exact(d.points),
                "others": list(d.others),
            }
            for d in sure.decisive
        ],
        "prices": [
            {
                "ranking": shares.ranking,
                "vendor": shares.vendor,
                "cheapest": rounded(shares.cheapest),
                "efficient": rounded(shares.efficient),
            }
            for shares in prices
        ],
        "simulation": {
            "draws": rules.draws,
            "seed": rules.seed,
            "concentration": rules.concentration,
            "runs": [_run(run) for run in sure.simulated],
        },
    }


def _run(run: Simulated) -> dict[str, object]:
    return {
        "municipality": run.municipality,
        "scenario": run.scenario.name.lower(),
        "rank_entropy": rounded(run.entropy),
        "vendors": [_vendor(vendor) for vendor in run.vendors],
    }


def _vendor(found: VendorShares) -> dict[str, object]:
    return {
        "vendor": found.vendor,
        "rank_acceptability": [rounded(share) for share in found.ranks],
        "pairwise_winning": _shares(found.beats),
        "central_weights": _shares(found.central),
        "confidence_factor": rounded(found.confidence),
        "holistic": rounded(found.holistic),
    }


def _shares(found: Mapping[str, Fraction]) -> dict[str, float | None]:
    return {name: rounded(share) for name, share in found.items()}

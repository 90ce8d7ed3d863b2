"""Promises as JSON; see docs/json.md."""

from collections.abc import Collection, Mapping
from datetime import date
from fractions import Fraction

from marktscan.cli.scores import exact, knock_out_as_json, places
from marktscan.domain.outlook import Comparison, Curve, Outlook, Promise, PromisedKnockOut, Release


def as_json(outlook: Outlook, vendors: Collection[str]) -> dict[str, object]:
    """Everything of these vendors, and the current system beside the whole market."""
    return {
        "promises": [_promise(item) for item in outlook.promises if item.vendor in vendors],
        "releases": [_release(item) for item in outlook.releases if item.vendor in vendors],
        "curves": [_curve(item) for item in outlook.curves if item.vendor in vendors],
        "comparisons": [_comparison(item) for item in outlook.comparisons],
        "knock_outs": [_knock_out(item) for item in outlook.knock_outs if item.knock_out.vendor in vendors],
    }


def points_by_ranking(values: Mapping[str, Fraction]) -> dict[str, str | None]:
    """Exact points by ranking."""
    return {name: exact(value) for name, value in values.items()}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _promise(item: Promise) -> dict[str, object]:
    return {
        "vendor": item.vendor,
        "requirement": item.requirement,
        "available": _day(item.available),
        "credibility": item.credibility.value,
        "standing": item.standing.value,
        "factor_exact": exact(item.factor),
        "gains_exact": points_by_ranking(item.gains),
        "sources": places(item.sources),
    }


def _release(item: Release) -> dict[str, object]:
    return {
        "vendor": item.vendor,
        "available": _day(item.available),
        "requirements": list(item.requirements),
        "gains_exact": points_by_ranking(item.gains),
    }


def _curve(item: Curve) -> dict[str, object]:
    return {
        "ranking": item.ranking,
        "vendor": item.vendor,
        "start_exact": exact(item.start),
        "steps": [
            {
                "available": _day(step.available),
                "score_exact": exact(step.score),
                "requirements": list(step.requirements),
            }
            for step in item.steps
        ],
    }


def _comparison(item: Comparison) -> dict[str, object]:
    return {
        "ranking": item.ranking,
        "date": _day(item.day),
        "incumbent_exact": exact(item.incumbent),
        "best_exact": exact(item.best),
        "market": list(item.market),
    }


def _knock_out(item: PromisedKnockOut) -> dict[str, object]:
    return {**knock_out_as_json(item.knock_out), "available": _day(item.available)}

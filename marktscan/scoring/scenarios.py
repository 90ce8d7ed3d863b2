"""Scenarios on the same criteria: every theme by whoever carries it there (method, section 9)."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from marktscan.domain.answer import AnswerCode
from marktscan.domain.outlook import Outlook, Promise
from marktscan.domain.results import STRICTNESS, Contribution, KnockOutState, Results, State
from marktscan.domain.scan import Scan
from marktscan.domain.scenario import Scenario, ScenarioFit, ScenarioOutcome

_OPEN = frozenset({State.UNKNOWN, State.UNANSWERED})
_NOTHING = Fraction(0)


def scenarios(scan: Scan, results: Results, outlook: Outlook) -> tuple[ScenarioOutcome, ...]:
    """Every declared scenario, in the order of the project file."""
    return tuple(_outcome(scan, results, outlook, scenario) for scenario in scan.project.scenarios)


def _outcome(scan: Scan, results: Results, outlook: Outlook, scenario: Scenario) -> ScenarioOutcome:
    slugs = [m.slug for m in scan.project.municipalities]
    found = {slug: _fit(scan, results, outlook, scenario, slug) for slug in slugs}
    own = {slug: fit for slug, fit in found.items() if fit is not None}
    return ScenarioOutcome(
        scenario,
        {**own, **dict(_joint(scan, own))},
        {slug: _regret(results, slug, fit) for slug, fit in own.items()},
        {slug: _knock_out(scan, results, scenario, slug) for slug in slugs},
    )


def _fit(
    scan: Scan, results: Results, outlook: Outlook, scenario: Scenario, municipality: str
) -> ScenarioFit | None:
    """None when a vendor has no score there, or when the themes do not add up to the whole."""
    now = _now(scan, results, scenario, municipality)
    if now is None:
        return None
    start = scenario.starts.get(municipality, scan.project.go_live)
    themes = _themes(scan)
    made = [p for p in outlook.promises if scenario.carrier(themes[p.requirement]) == p.vendor]
    made = made if scenario.counts_promises else []
    return ScenarioFit(
        now,
        now + sum((p.gains.get(municipality, _NOTHING) * p.factor for p in made), _NOTHING),
        now + sum((p.gains.get(municipality, _NOTHING) for p in made if _due(p, start)), _NOTHING),
        sum((row.weight for row in _open_rows(scan, results, scenario, municipality)), _NOTHING),
    )


def _now(scan: Scan, results: Results, scenario: Scenario, municipality: str) -> Fraction | None:
    """Every theme's points by its carrier; None when the weights do not make one whole."""
    ranking = results.municipalities[municipality]
    entries = {vendor: ranking.of(vendor) for vendor in scenario.carriers if _known(scan, vendor)}
    if len(entries) < len(scenario.carriers) or any(entry.low is None for entry in entries.values()):
        return None
    found = [entries[scenario.carrier(t.code)].theme(t.code) for t in scan.project.themes]
    themes = [theme for theme in found if theme is not None]
    whole = sum((theme.weight for theme in themes), _NOTHING) == 1
    return sum((theme.weight * theme.low for theme in themes), _NOTHING) if whole else None


def _known(scan: Scan, vendor: str) -> bool:
    return any(submission.vendor.slug == vendor for submission in scan.submissions)


def _themes(scan: Scan) -> dict[str, str]:
    """The theme of every requirement."""
    return {row.id: row.theme for row in scan.programme.rows}


def _due(promise: Promise, start: date) -> bool:
    return promise.expected and promise.available is not None and promise.available <= start


def _open_rows(scan: Scan, results: Results, scenario: Scenario, municipality: str) -> Iterator[Contribution]:
    """The rows of the carriers that nobody answered, or that are only promised."""
    for row in results.contributions:
        if row.municipality == municipality and scenario.carrier(row.theme) == row.vendor:
            promised = row.code is AnswerCode.ROADMAP and scenario.counts_promises
            if row.state in _OPEN or promised:
                yield row


def _joint(scan: Scan, own: dict[str, ScenarioFit]) -> Iterator[tuple[str, ScenarioFit]]:
    """Under every key that gives weight to nobody without a fit."""
    for key in scan.project.keys:
        shares = {slug: share for slug, share in key.shares.items() if share}
        if shares.keys() <= own.keys():
            yield (
                f"key:{key.code}",
                ScenarioFit(
                    sum((share * own[slug].now for slug, share in shares.items()), _NOTHING),
                    sum((share * own[slug].weighed for slug, share in shares.items()), _NOTHING),
                    sum((share * own[slug].at_start for slug, share in shares.items()), _NOTHING),
                    sum((share * own[slug].open for slug, share in shares.items()), _NOTHING),
                ),
            )


def _regret(results: Results, municipality: str, fit: ScenarioFit) -> Fraction:
    """How far below the highest score there; a combination above every package gives up nothing."""
    best = max((e.low for e in results.municipalities[municipality].entries if e.low is not None), default=0)
    return max(best - fit.now, _NOTHING)


def _knock_out(scan: Scan, results: Results, scenario: Scenario, municipality: str) -> KnockOutState:
    """The strictest state of the hard requirements, each by whoever carries its theme."""
    ranking = results.municipalities[municipality]
    if any(not _known(scan, vendor) or ranking.of(vendor).low is None for vendor in scenario.carriers):
        return KnockOutState.TO_VERIFY
    themes = _themes(scan)
    states = (
        item.state
        for item in results.knock_outs
        if item.municipality == municipality and scenario.carrier(themes[item.requirement]) == item.vendor
    )
    return max(states, key=STRICTNESS.index, default=KnockOutState.MET)

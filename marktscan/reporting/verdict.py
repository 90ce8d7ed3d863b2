"""The answer to the question, in words that follow from the scores and are never false for other data."""

from enum import Enum, auto

from marktscan.domain.results import KnockOutState, Ranking, VendorScore
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import capital, counted, verb
from marktscan.reporting.promised import always_behind, caught_up
from marktscan.wording.formats import list_of, number


class Verdict(Enum):
    """How the incumbent stands against the best of the market, under every declared key."""

    NO_SCORES = auto()
    NO_INCUMBENT = auto()
    NO_MARKET = auto()
    MARKET = auto()
    INCUMBENT = auto()
    EQUAL = auto()
    DEPENDS = auto()


_STANDING = {1: Verdict.MARKET, -1: Verdict.INCUMBENT, 0: Verdict.EQUAL}


def verdict(facts: Facts) -> Verdict:
    """Where the incumbent stands; a different answer under another key is an answer of its own."""
    if not facts.scored:
        return Verdict.NO_SCORES
    if facts.incumbent_score is None:
        return Verdict.NO_INCUMBENT
    if facts.best_of_market is None:
        return Verdict.NO_MARKET
    standings = {_standing(facts, ranking) for ranking in facts.results.joint.values()}
    return _STANDING[standings.pop()] if len(standings) == 1 else Verdict.DEPENDS


def _standing(facts: Facts, ranking: Ranking) -> int:
    """1 when the market is ahead, −1 when the incumbent is, 0 when they tie."""
    own = next(e.low for e in ranking.scored if facts.is_incumbent(e.vendor))
    best = max(e.low for e in ranking.scored if not facts.is_incumbent(e.vendor) if e.low is not None)
    assert own is not None  # noqa: S101 (a scored entry has a score)
    return (best > own) - (best < own)


def headline(facts: Facts) -> str:
    """The title of the management summary."""
    name = facts.product(facts.incumbent.vendor.slug) if facts.incumbent else ""
    first = f"{leaders(facts, facts.joint)} {_stands(facts)} bovenaan"
    return {
        Verdict.NO_SCORES: "Er is nog geen uitslag: geen enkel pakket heeft een score",
        Verdict.NO_INCUMBENT: f"{first}; het huidige systeem is niet te vergelijken",
        Verdict.NO_MARKET: f"Alleen {name} is te beoordelen; er is geen markt om mee te vergelijken",
        Verdict.MARKET: _market_ahead(facts, name),
        Verdict.INCUMBENT: _incumbent_ahead(facts, name),
        Verdict.EQUAL: f"{name} en het beste pakket op de markt halen evenveel punten",
        Verdict.DEPENDS: f"Of de markt beter past dan {name}, hangt af van de verdeelsleutel",
    }[verdict(facts)]


def _market_ahead(facts: Facts, name: str) -> str:
    """The title when the market is ahead now, with what promises make of that."""
    if always_behind(facts):
        return "De markt past nu beter, ook als elke belofte uitkomt"
    if caught_up(facts):
        return f"De markt past nu beter; met alle beloften haalt {name} dat in"
    return f"De markt past nu beter dan {name}"


def _incumbent_ahead(facts: Facts, name: str) -> str:
    """The title when the current system is ahead now, with what promises make of that."""
    if always_behind(facts):
        return f"{name} past nu beter; met alle beloften past straks de markt beter"
    return f"{name} past nu beter dan wat de markt biedt"


def answer(facts: Facts) -> str:
    """The answer in one sentence, with the joint scores under the base key."""
    kind = verdict(facts)
    if kind is Verdict.NO_SCORES:
        return "Er zijn nog geen bruikbare antwoorden, dus de vraag is nog niet te beantwoorden."
    if kind is Verdict.NO_INCUMBENT:
        return f"{_first(facts)}; van het huidige systeem zijn geen bruikbare antwoorden."
    own = f"{facts.product(facts.project.incumbent)} haalt {_score(facts.incumbent_score)} van de 100 punten"
    if kind is Verdict.NO_MARKET:
        return f"{own}; van andere pakketten zijn geen bruikbare antwoorden."
    return f"{own} en {_best_phrase(facts)}, {_score(facts.best_of_market)}."


def _best_phrase(facts: Facts) -> str:
    best = facts.best_of_market
    assert best is not None  # noqa: S101 (asked only when there is a market)
    equal = [e for e in facts.joint.scored if e.low == best.low and not facts.is_incumbent(e.vendor)]
    names = list_of([facts.product(e.vendor) for e in equal])
    return (
        f"het beste pakket op de markt, {names}"
        if len(equal) == 1
        else f"de beste pakketten op de markt, {names}"
    )


def _first(facts: Facts) -> str:
    entry = facts.joint.scored[0]
    return f"{leaders(facts, facts.joint)} {_stands(facts)} bovenaan met {_score(entry)} van de 100"


def _stands(facts: Facts) -> str:
    return verb(len(first_places(facts.joint)), "staat", "staan")


def first_places(ranking: Ranking) -> tuple[VendorScore, ...]:
    """Who shares the first place."""
    return tuple(e for e in ranking.scored if e.rank == 1)


def leaders(facts: Facts, ranking: Ranking) -> str:
    """The first of a ranking by name; more than one when they tie."""
    return list_of([facts.product(e.vendor) for e in first_places(ranking)])


def _score(entry: VendorScore | None) -> str:
    """A score with one decimal."""
    assert entry is not None and entry.low is not None  # noqa: S101 (asked only for a scored vendor)
    return number(entry.low)


def condition(facts: Facts) -> str:
    """What the first places still have to prove on knock-outs; empty when nothing."""
    first = [e for e in first_places(facts.joint) if e.knock_out is not KnockOutState.MET]
    return " ".join(_condition_of(facts, e) for e in first)


def _condition_of(facts: Facts, entry: VendorScore) -> str:
    worst = [k for k in facts.knock_outs(entry.vendor) if k.state is entry.knock_out]
    rows = sorted({k.requirement for k in worst})
    said = [f"{_of_rows(entry.knock_out, len(rows))} ({list_of(rows)})"] if rows else []
    if facts.ceilings_of(entry.vendor, entry.knock_out):
        over = entry.knock_out is KnockOutState.FAILED
        said.append(
            "komt boven het plafond" if over else "moet nog laten zien dat het onder het plafond blijft"
        )
    return capital(f"{facts.product(entry.vendor)} {list_of(said)}.")


def _of_rows(state: KnockOutState, rows: int) -> str:
    amount = counted(rows, "knock-out", "knock-outs")
    return {
        KnockOutState.FAILED: f"zou bij {amount} afvallen",
        KnockOutState.TO_VERIFY: f"moet {amount} nog aantonen",
        KnockOutState.CONDITIONAL: f"voldoet aan {amount} alleen onder voorwaarden",
    }[state]

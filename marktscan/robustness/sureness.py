"""Everything that says how sure the outcome is, and the words that follow from it (method, section 8)."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from marktscan.domain.results import Ranking, Results
from marktscan.domain.scan import Scan
from marktscan.domain.sureness import Dominance, Level, Scenario, Shift, Simulated, Sureness, Words
from marktscan.robustness.decisive import decisive_answers
from marktscan.robustness.formulas import minimal_shift
from marktscan.robustness.near import nowhere_below
from marktscan.robustness.profiles import Profile, profiles
from marktscan.robustness.simulate import simulate
from marktscan.robustness.without_one import without_one

CLEAR_SHARE, CLEAR_SHIFT = Fraction(80, 100), Fraction(10, 100)
"""A clear leader is first in at least this share of draws, until at least this much weight moves."""
LEVEL_FROM, LEVEL_TO = Fraction(40, 100), Fraction(60, 100)
"""Between these shares of pairwise winning two vendors are level."""


def sureness(scan: Scan, results: Results) -> Sureness:
    """How sure the outcome is: what one change does, exactly, and what all changes at once do, simulated."""
    own = profiles(scan, results)
    shifts = tuple(shifts_of(own))
    simulated = simulate(scan, results)
    return Sureness(
        shifts=shifts,
        dominance=tuple(dominance_in(own)),
        without_one=without_one(scan, results),
        decisive=decisive_answers(scan, results),
        simulated=simulated,
        words=words(results, shifts, simulated),
    )


def words(results: Results, shifts: Sequence[Shift], simulated: Sequence[Simulated]) -> Words:
    """The words of the method, by its rules and never by taste."""
    around = {
        run.municipality: run
        for run in simulated
        if run.scenario is Scenario.AROUND and run.municipality in results.municipalities
    }
    return Words(
        clear=_clear_leader(results, shifts, around),
        level=tuple(_levels(results, around)),
        provisional=tuple(name for name, found in results.municipalities.items() if found.provisional),
    )


def shifts_of(own: Mapping[str, Profile]) -> Iterator[Shift]:
    """From the first of every ranking to every rival."""
    for name, profile in own.items():
        weights = list(profile.weights.values())
        for rival in list(profile.values)[1:]:
            first = next(iter(profile.values))
            ahead, behind = (list(profile.values[vendor].values()) for vendor in (first, rival))
            yield Shift(name, first, rival, minimal_shift(weights, ahead, behind))


def dominance_in(own: Mapping[str, Profile]) -> Iterator[Dominance]:
    """Who is nowhere below another and somewhere above."""
    for name, profile in own.items():
        vendors = list(profile.values)
        for place, other in nowhere_below(profile):
            vendor, over = vendors[place], vendors[other]
            values, others = profile.values[vendor], profile.values[over]
            if values != others and all(values[code] >= others[code] for code in values):
                yield Dominance(name, vendor, over)


def _clear_leader(results: Results, shifts: Sequence[Shift], around: Mapping[str, Simulated]) -> str | None:
    """First everywhere, in enough draws everywhere, and not within reach of a small shift of weight."""
    firsts = {found.scored[0].vendor for found in results.municipalities.values() if len(found.scored) > 1}
    if len(firsts) != 1 or set(around) != set(results.municipalities):
        return None
    (first,) = firsts
    own = [shift for shift in shifts if shift.ranking in results.municipalities]
    often = all(run.of(first).first >= CLEAR_SHARE for run in around.values())
    far = all(shift.least is None or shift.least >= CLEAR_SHIFT for shift in own)
    return first if often and far and {shift.first for shift in own} == firsts else None


def _levels(results: Results, around: Mapping[str, Simulated]) -> Iterator[Level]:
    """Where the first two differ by less than what is unknown, or win from each other about as often."""
    for name, run in around.items():
        ranking = results.municipalities[name]
        if len(ranking.scored) > 1:
            first, second = (entry.vendor for entry in ranking.scored[:2])
            if _within_noise(ranking) or LEVEL_FROM <= run.of(first).beats[second] <= LEVEL_TO:
                yield Level(name, first, second)


def _within_noise(ranking: Ranking) -> bool:
    """Whether the first two tie, or what is unknown about either could close the gap."""
    (first, first_high), (second, second_high) = (_bounds(ranking, place) for place in (0, 1))
    band = max(first_high - first, second_high - second)
    return first == second or first - second < band


def _bounds(ranking: Ranking, place: int) -> tuple[Fraction, Fraction]:
    entry = ranking.scored[place]
    return entry.low or Fraction(0), entry.high or Fraction(0)

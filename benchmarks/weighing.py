"""SMAA-2 beside what no program can do without, and beside what others made.

The floor is made of the steps that nobody can leave out, each as NumPy does it in one call: as many
exponential random numbers, the matrix product of weights and values, sorting the scores of every draw. One
thread of BLAS for all.
"""

from measure import Measurement, run
from peers import peers

DRAWS = 10_000
FEW, MANY = (20, 300), (60, 1000)
"""Vendors and criteria."""
OURS = """
import sys, time
import numpy as np
from marktscan.robustness import acceptability, uniform_weights
vendors, criteria, draws = map(int, sys.argv[1:])
values = np.random.default_rng(1).random((vendors, criteria))
def ours():
    acceptability(values, uniform_weights(draws, criteria, 1))
def floor():
    np.sort(np.random.default_rng(1).standard_exponential((draws, criteria)) @ values.T, axis=1)
def took(call):
    begun = time.process_time()
    call()
    return time.process_time() - begun
times = [(took(ours), took(floor)) for _ in range(15)]
print(*map(min, zip(*times)))
"""
PYSENSMCDA = """
import sys, time
import numpy as np
from pysensmcda.robustness import entropy_ranking, pairwise_winning_indices
from pysensmcda.smaa import central_weights, rank_acceptability, simulate
vendors, criteria, draws = map(int, sys.argv[1:])
values = np.random.default_rng(1).random((vendors, criteria))
def summed(matrix, weights, types):
    return matrix @ weights
times = []
for _ in range(3):
    begun = time.process_time()
    found = simulate(summed, values, np.ones(criteria), num_samples=draws, reverse_ranking=True, seed=1)
    rank_acceptability(found), central_weights(found)
    pairwise_winning_indices(found.rankings), entropy_ranking(found.rankings)
    times.append(time.process_time() - begun)
print(min(times))
"""
SCIKIT_CRITERIA = """
import sys, time
import numpy as np
import skcriteria
from skcriteria.agg.simple import WeightedSumModel
vendors, criteria, draws = map(int, sys.argv[1:])
values = np.random.default_rng(1).random((vendors, criteria))
model, part = WeightedSumModel(), 50
weights = np.random.default_rng(1).dirichlet(np.ones(criteria), part)
begun = time.process_time()
for drawn in weights:
    model.evaluate(skcriteria.mkdm(values, [max] * criteria, weights=drawn)).rank_
print((time.process_time() - begun) / part * draws)
"""


def weighing_few() -> Measurement:
    """SMAA-2 of 20 vendors on 300 criteria beside its floor."""
    return _beside_floor(*FEW)


def weighing_many() -> Measurement:
    """The same of 60 vendors on 1.000 criteria."""
    return _beside_floor(*MANY)


def weighing_beside_pysensmcda() -> Measurement:
    """The same measures by pysensmcda with a weighted sum: its simulation, acceptabilities, central weights,
    pairwise winning and entropy."""
    theirs = float(run("-c", PYSENSMCDA, *MANY, DRAWS, python=peers()))
    return Measurement(_what(*MANY), _ours(*MANY)[0], "pysensmcda", theirs, 0.99)


def weighing_beside_scikit_criteria() -> Measurement:
    """A loop over scikit-criteria, which has no simulation: only the ranking of each draw by its weighted
    sum, 50 draws multiplied up to all."""
    theirs = float(run("-c", SCIKIT_CRITERIA, *MANY, DRAWS, python=peers()))
    return Measurement(_what(*MANY), _ours(*MANY)[0], "loop over scikit-criteria", theirs, 0.99)


def _beside_floor(vendors: int, criteria: int) -> Measurement:
    ours, floor = _ours(vendors, criteria)
    return Measurement(_what(vendors, criteria), ours, "random numbers, product, sort", floor, 1.5)


def _ours(vendors: int, criteria: int) -> tuple[float, float]:
    """Seconds of ours and of the floor, the best of fifteen taken in turn."""
    ours, floor = run("-c", OURS, vendors, criteria, DRAWS).split()
    return float(ours), float(floor)


def _what(vendors: int, criteria: int) -> str:
    return f"SMAA-2, {vendors} × {criteria}"

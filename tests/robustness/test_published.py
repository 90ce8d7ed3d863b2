"""SMAA-2 held against tables that others published, with the measurements those tables were made from.

Both are medical: nothing else comes with its raw measurements, its tables and a second implementation. What
is measured there are shares of patients; a criterion's scale runs from worst (0) to best (1) and is not
clipped. Their tables rest on 10.000 draws, so each figure is uncertain by about ± 0,01 itself.
"""

import numpy as np
import pytest

from marktscan.robustness import acceptability, confidence_factors, uniform_weights

DRAWS = 40_000
NEAR = 0.015
"""Three standard errors of a share out of 10.000 draws, at its widest."""

# Heparin and enoxaparin against thrombosis: Lynd & O'Brien 2004, J. Clinical Epidemiology 57:795, events per
# patients as beta distributions. Tables: reference output of the R package smaa (van Valkenhoef, CRAN), for
# the criteria proximal thrombosis, distal thrombosis, bleeding.
THROMBOSIS = {"heparin": [(20, 116), (40, 96), (1, 135)], "enoxaparin": [(8, 121), (32, 97), (5, 124)]}
WORST, BEST = np.array([0.25, 0.40, 0.10]), np.array([0.0, 0.15, 0.0])
CENTRAL = np.array([[0.1865, 0.2772, 0.5363], [0.4073, 0.3641, 0.2285]])


@pytest.fixture(scope="module")
def thrombosis():
    rng = np.random.default_rng(2004)
    shares = np.array([[rng.beta(*events, DRAWS) for events in own] for own in THROMBOSIS.values()])
    return ((shares.transpose(2, 0, 1) - WORST) / (BEST - WORST)).copy()


def test_two_anticoagulants_under_every_weight(thrombosis):
    found = acceptability(thrombosis, uniform_weights(DRAWS, 3, seed=1))
    assert found.rank_acceptability == pytest.approx(np.array([[0.3504, 0.6496], [0.6496, 0.3504]]), abs=NEAR)
    assert found.central_weights == pytest.approx(CENTRAL, abs=NEAR)
    assert found.rank_entropy == pytest.approx(0.9344, abs=NEAR)


def test_two_anticoagulants_under_one_weight(thrombosis):
    found = acceptability(thrombosis, np.tile([0.5, 0.2, 0.3], (DRAWS, 1)))
    assert found.rank_acceptability[0] == pytest.approx([0.1279, 0.8721], abs=NEAR)


def test_confidence_at_the_published_central_weights(thrombosis):
    assert confidence_factors(thrombosis, CENTRAL) == pytest.approx([0.6682, 0.8956], abs=NEAR)


def test_published_entropy_follows_from_the_published_shares():
    """Two rankings, in 3.504 and 6.496 of 10.000 draws."""
    draws = np.array([[1.0], [0.0]])[(np.arange(10_000) < 3504).astype(int)]
    values = np.stack((draws, 1 - draws), axis=1)
    assert acceptability(values, np.ones((10_000, 1))).rank_entropy == pytest.approx(0.9344248, abs=1e-7)


# Four antidepressants and placebo: van Valkenhoef, Tervonen, Zhao, De Brock, Hillege & Postmus 2012,
# J. Clinical Epidemiology 65:394. Log odds: of placebo (mean, standard deviation), of the others relative to
# placebo (means, covariances). A criterion is the share of patients; of response more is better.
DRUGS = ("placebo", "fluoxetine", "paroxetine", "sertraline", "venlafaxine")
LOG_ODDS = {
    "diarrhea": (
        (-2.189737, 0.2074509),
        (0.60820293, 0.14088424, 0.93203685, 0.09601785),
        "0.05366822 0.04117003 0.03407600 0.03788519, 0.08108542 0.03778130 0.04324302, "
        "0.05394404 0.03338272, 0.09859621",
    ),
    "dizziness": (
        (-2.229952, 0.6103081),
        (0.1203208, 0.6538699, -0.2203627, 1.1915229),
        "0.09124249 0.07387436 0.08086186 0.06457527, 0.14080128 0.10328788 0.07030520, "
        "0.14662864 0.06920427, 0.08590214",
    ),
    "response": (
        (-0.1714358, 0.1129926),
        (0.4718129, 0.7258847, 0.6715258, 0.8211993),
        "0.013445532 0.010394690 0.009881156 0.010499559, 0.023006616 0.008196856 0.010732709, "
        "0.019023866 0.009210099, 0.019107243",
    ),
    "headache": (
        (-1.195991, 0.2926644),
        (0.1964591, 0.1263129, 0.2029933, -0.2254059),
        "0.03519380 0.02755068 0.02189916 0.02919822, 0.04847513 0.02374509 0.03277411, "
        "0.03259199 0.02356638, 0.05920276",
    ),
    "insomnia": (
        (-2.607277, 0.1905852),
        (0.7978386, 0.7486351, 1.0663029, 0.9744811),
        "0.04388258 0.03516051 0.02560003 0.03283164, 0.06255486 0.02807280 0.03474863, "
        "0.05402063 0.02592013, 0.06738850",
    ),
    "nausea": (
        (-2.017171, 0.1917053),
        (0.3951561, 0.6442827, 0.6469638, 0.9771107),
        "0.04167875 0.03492591 0.02952693 0.03559971, 0.05629741 0.03102295 0.03658295, "
        "0.04396177 0.02899487, 0.05369960",
    ),
}
# Per drug: rank acceptabilities, central weights in the order of LOG_ODDS, confidence factor.
PUBLISHED = {
    "fluoxetine": (
        (0.0215, 0.2648, 0.3217, 0.3143, 0.0777),
        (0.0865, 0.2411, 0.2205, 0.1362, 0.1023, 0.2134),
        0.1144,
    ),
    "paroxetine": (
        (0.1496, 0.3248, 0.2519, 0.2249, 0.0488),
        (0.1759, 0.1218, 0.2918, 0.1293, 0.1395, 0.1416),
        0.5532,
    ),
    "placebo": (
        (0.6114, 0.1201, 0.0868, 0.0545, 0.1272),
        (0.1799, 0.1766, 0.0907, 0.1619, 0.1944, 0.1966),
        0.9870,
    ),
    "sertraline": (
        (0.0758, 0.1342, 0.1931, 0.2389, 0.3580),
        (0.0750, 0.3116, 0.2747, 0.1266, 0.0942, 0.1178),
        0.5538,
    ),
    "venlafaxine": (
        (0.1417, 0.1561, 0.1465, 0.1674, 0.3883),
        (0.1803, 0.0764, 0.2788, 0.2585, 0.1154, 0.0906),
        0.6522,
    ),
}


def _shares(rng, placebo, relative, upper_triangle):
    """Per draw the share of patients by drug: placebo and its odds ratios are drawn together."""
    covariance = np.zeros((5, 5))
    for row, numbers in enumerate(upper_triangle.split(", "), start=1):
        covariance[row, row:] = covariance[row:, row] = [float(number) for number in numbers.split()]
    log_odds = rng.multivariate_normal([0, *relative], covariance, DRAWS)
    return 1 / (1 + np.exp(-log_odds - rng.normal(*placebo, DRAWS)[:, None]))


@pytest.fixture(scope="module")
def antidepressants():
    rng = np.random.default_rng(2012)
    drawn = {name: _shares(rng, *given) for name, given in LOG_ODDS.items()}
    better = [share if name == "response" else 1 - share for name, share in drawn.items()]
    values = np.stack(better, axis=2)
    return values, acceptability(values, uniform_weights(DRAWS, 6, seed=1))


@pytest.mark.parametrize("drug", PUBLISHED)
def test_four_antidepressants_and_placebo(drug, antidepressants):
    values, found = antidepressants
    ranks, weights, confidence = PUBLISHED[drug]
    place = DRUGS.index(drug)
    assert found.rank_acceptability[place] == pytest.approx(ranks, abs=NEAR)
    # sertraline was first in 758 of their draws: its mean weights and what follows from them are rougher
    assert found.central_weights[place] == pytest.approx(weights, abs=0.02)
    assert confidence_factors(values, found.central_weights)[place] == pytest.approx(confidence, abs=0.035)


def test_three_vendors_that_each_lead_one_theme_share_the_simplex_as_geometry_says():
    """
    Each is first on the third of the triangle nearest its own corner: corners 1 0 0, ½ ½ 0, ⅓ ⅓ ⅓ and ½ 0 ½,
    of which the centre lies at 11/18, 7/36 and 7/36. All six rankings come about equally often.
    """
    found = acceptability(np.eye(3), uniform_weights(DRAWS, 3, seed=2))
    assert found.rank_acceptability == pytest.approx(np.full((3, 3), 1 / 3), abs=0.01)
    assert np.diag(found.central_weights) == pytest.approx([11 / 18] * 3, abs=0.01)
    assert found.rank_entropy == pytest.approx(np.log2(6), abs=0.01)

"""How sure the outcome is: section 8 of docs/method.md.

The formulas are bare functions, so that anyone can hold them against the literature: arrays in, values out.
"""

from marktscan.robustness.acceptability import Acceptability, acceptability, confidence_factors
from marktscan.robustness.agreement import kendall_w, krippendorff_alpha, mean_rank_correlation
from marktscan.robustness.formulas import break_even, minimal_shift
from marktscan.robustness.samplers import dirichlet_weights, ordinal_weights, uniform_weights
from marktscan.robustness.stress import stress

__all__ = [
    "Acceptability",
    "acceptability",
    "break_even",
    "confidence_factors",
    "dirichlet_weights",
    "kendall_w",
    "krippendorff_alpha",
    "mean_rank_correlation",
    "minimal_shift",
    "ordinal_weights",
    "stress",
    "uniform_weights",
]

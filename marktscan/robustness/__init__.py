"""How sure the outcome is: section 8 of docs/method.md."""

from marktscan.robustness.formulas import break_even, minimal_shift
from marktscan.robustness.stress import stress

__all__ = ["break_even", "minimal_shift", "stress"]

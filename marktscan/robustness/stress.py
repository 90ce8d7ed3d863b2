"""Step 6: the first exact layer of how sure the outcome is."""

from marktscan.domain.results import Results, Stress
from marktscan.domain.scan import Scan
from marktscan.robustness.leave_one_out import leave_one_out
from marktscan.robustness.tipping import tipping_points


def stress(scan: Scan, results: Results) -> Stress:
    """Where first place tips, and what every single vendor does to the outcome."""
    return Stress(tipping_points(scan, results), leave_one_out(scan, results))

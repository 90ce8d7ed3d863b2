"""One file per subject; each ends in a tuple CHECKS of plain functions from a Scan to findings."""

from marktscan.checking.check_all import check_all
from marktscan.checking.follow_ons import without_follow_ons

__all__ = ["check_all", "without_follow_ons"]

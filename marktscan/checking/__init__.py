"""One file per subject; each ends in a tuple CHECKS of plain functions from a Scan to findings."""

from marktscan.checking.check_all import check_all

__all__ = ["check_all"]

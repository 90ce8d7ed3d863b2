"""One file per subject; each ends in a tuple CHECKS of plain functions from a Scan to findings."""

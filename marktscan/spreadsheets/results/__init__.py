"""The result workbook: every score as a live formula, down to weights and points."""

from marktscan.spreadsheets.results.write import RESULTS_FILE, fits, write_results

__all__ = ["RESULTS_FILE", "fits", "write_results"]

"""What lies beside the reports, and the proof that they belong to their inputs."""

from marktscan.delivery.deliver import InputsChangedError, begin, deliver, stale
from marktscan.delivery.manifest import MANIFEST, RESULTS, SCORES, WORKBOOK, Manifest, report_files
from marktscan.delivery.score_table import score_table_csv
from marktscan.delivery.verify import Differences, Verification, verify

__all__ = [
    "MANIFEST",
    "RESULTS",
    "SCORES",
    "WORKBOOK",
    "Differences",
    "InputsChangedError",
    "Manifest",
    "Verification",
    "begin",
    "deliver",
    "report_files",
    "score_table_csv",
    "stale",
    "verify",
]

"""Two municipalities and two vendors with a promise, a claim to prove and assessors who differ.

Aalsmeer asks ARC-01 (eis, weight 3) and ARC-02 (wens, weight 1); Diemen asks ARC-03, a knock-out, and ARC-04.
Noord is the current system. It promises ARC-04 in the contract for 31 October 2027: 12 months begun, so it
counts for 0,9 × 0,5. Today nobody offers ARC-04, so in Diemen all are equal, and a finding says so.
"""

from dataclasses import replace

from scoring.scans import requirements, scan, submission

from marktscan.pipeline import Outcome, background_of
from marktscan.scoring import score_scan

HEAD = "| id | thema | soort | gewicht | bijzonder |\n|---|---|---|---|---|\n"
AALSMEER = requirements(
    "aalsmeer", "ARC 100", f"{HEAD}| ARC-01 | ARC | eis | 3 | |\n| ARC-02 | ARC | wens | 1 | |"
)
DIEMEN = requirements(
    "diemen", "ARC 100", f"{HEAD}| ARC-03 | ARC | eis | 1 | KO |\n| ARC-04 | ARC | eis | 1 | |"
)
NOORD = submission(
    "noord",
    "ARC-01 S, ARC-02 S, ARC-03 R 2027-04-30 ja, ARC-04 R 2027-10-31 ja",
    "a-1 ARC-02 10, a-2 ARC-02 2",
)
OOST = submission("oost", "ARC-01 C, ARC-02 C, ARC-03 S, ARC-04 N", "a-1 ARC-02 8, a-2 ARC-02 8")


def scored_outcome() -> Outcome:
    """What the pipeline gives for it."""
    made = scan([AALSMEER, DIEMEN], [NOORD, OOST])
    of = replace(made, project=replace(made.project, incumbent="noord"))
    results, findings = score_scan(of)
    return Outcome(findings, of, results, background=background_of(of, results))

"""Two municipalities that hold the same requirements differently: demands, wishes, a Won't and a hard one."""

from dataclasses import replace

from scoring.scans import RULES, requirements, scan

from marktscan.domain.conventions import TenderRules
from marktscan.domain.scan import Scan

HEAD = "| id | thema | soort | gewicht | bijzonder |\n|---|---|---|---|---|\n"
AALSMEER = requirements(
    "aalsmeer",
    "ARC 60, ZTC 40",
    f"{HEAD}| ARC-01 | ARC | eis | 3 | |\n| ARC-02 | ARC | wens | 1 | |\n| ARC-03 | ARC | eis | 2 | KO |\n"
    "| ZTC-01 | ZTC | eis | 5 | |\n| ZTC-02 | ZTC | eis | 4 | Won't |",
)
DIEMEN = requirements(
    "diemen",
    "ARC 30, ZTC 70",
    f"{HEAD}| ARC-01 | ARC | wens | 2 | |\n| ARC-02 | ARC | eis | 1 | |\n| ZTC-01 | ZTC | eis | 1 | |\n"
    "| ZTC-02 | ZTC | wens | 3 | KO |",
)


def trial_scan(tender: TenderRules | None = None, **rules: object) -> Scan:
    made = scan(
        [AALSMEER, DIEMEN], [], {"gelijk": "aalsmeer 1/2, diemen 1/2", "veel": "aalsmeer 1/5, diemen 4/5"}
    )
    project = replace(made.project, rules=replace(RULES, **rules), invited=("a", "b", "c"))
    return replace(made, project=replace(project, tender=tender or TenderRules()))

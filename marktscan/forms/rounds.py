"""A round is frozen: the same number always means the same questions and the same price lines."""

import json
from collections.abc import Mapping
from pathlib import Path

from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.scan import Scan
from marktscan.forms.questions import price_rows, question_rows
from marktscan.spreadsheets.stamp import row_hash
from marktscan.spreadsheets.write import save

FOLDER = "build/questionnaires"
_SHOWN = 5
"""Most ids in one sentence."""


def record_file(root: Path, number: int) -> Path:
    """Where the program remembers what a round asked."""
    return root / FOLDER / f"ronde-{number}.json"


def round_content(scan: Scan) -> dict[str, str]:
    """The hash of every question, explanation included, and of the price sheet as a whole."""
    questions = {
        str(row["id"]): row_hash(str(row["id"]), f"{row['text']}\n{row['explanation_asked']}")
        for row in question_rows(scan)
    }
    prices = [list(map(str, row.values())) for row in price_rows(scan.project)]
    return {**questions, "prices.xlsx": row_hash("prices", json.dumps(prices))}


def round_findings(root: Path, scan: Scan) -> tuple[Finding, ...]:
    """A finding when this round was written before and asked something else."""
    number = scan.project.forms.round
    changed = _changed(_recorded(record_file(root, number)), round_content(scan))
    if not changed:
        return ()
    more = f" en nog {len(changed) - _SHOWN}" if len(changed) > _SHOWN else ""
    facts = {"round": number, "next": number + 1, "changed": f"{', '.join(changed[:_SHOWN])}{more}"}
    return (finding(Code.ROUND_CHANGED, scan.project.source, **facts),)


def record_round(root: Path, scan: Scan) -> None:
    """Remember what this round asks."""
    save(record_file(root, scan.project.forms.round), json.dumps(round_content(scan), indent=1).encode())


def _changed(before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """What was added, left out or changed; nothing when there was no round before."""
    return [name for name in sorted({*before, *now}) if before and before.get(name) != now.get(name)]


def _recorded(path: Path) -> dict[str, str]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}

"""A round is frozen: the same number always means the same questions and the same price lines.

What a round asked is kept in rounds/, which people keep with their workbooks: the program writes a record
there once and never again. Where it is lost, the stamps in what vendors returned still say what was asked.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.scan import Scan
from marktscan.domain.source import Source
from marktscan.files import put_all
from marktscan.forms.questions import price_rows, question_rows
from marktscan.spreadsheets.stamp import row_hash

FOLDER = "rounds"
PRICES = "prices.xlsx"
_SHOWN = 5
"""Most ids in one sentence."""

Asked = Mapping[str, tuple[str, str]]
"""The hashes of every question's text and explanation, by id, and of the price sheet; empty when unknown."""


def record_name(number: int) -> str:
    """Where it is kept what a round asked."""
    return f"{FOLDER}/round-{number}.json"


def round_findings(root: Path, scan: Scan) -> tuple[Finding, ...]:
    """A finding when this round was made before and asked something else, or when nobody can tell."""
    number = scan.project.forms.round
    before = _recorded(root, number)
    if before is None:
        return (finding(Code.ROUND_RECORD_UNREADABLE, Source(record_name(number)), round=number),)
    changed = sorted(_changed(before or _returned(scan, number), _asked(scan)))
    if not changed:
        return ()
    more = f" en nog {len(changed) - _SHOWN}" if len(changed) > _SHOWN else ""
    facts = {"round": number, "next": number + 1, "changed": f"{', '.join(changed[:_SHOWN])}{more}"}
    return (finding(Code.ROUND_CHANGED, scan.project.source, **facts),)


def record_round(root: Path, scan: Scan) -> None:
    """Keep what this round asks, unless that is kept already."""
    number = scan.project.forms.round
    path = root / record_name(number)
    if not path.exists():
        questions = {
            str(row["id"]): {
                "text": str(row["text"]),
                "hash": row_hash(str(row["id"]), str(row["text"])),
                "explanation": row_hash(str(row["id"]), str(row["explanation_asked"])),
            }
            for row in question_rows(scan)
        }
        record = {"round": number, "questions": questions, "prices": _prices_hash(scan)}
        put_all({path: f"{json.dumps(record, indent=1, ensure_ascii=False)}\n".encode()})


def _asked(scan: Scan) -> Asked:
    """What the round asks today."""
    questions = {
        str(row["id"]): (
            row_hash(str(row["id"]), str(row["text"])),
            row_hash(str(row["id"]), str(row["explanation_asked"])),
        )
        for row in question_rows(scan)
    }
    return {**questions, PRICES: (_prices_hash(scan), "")}


def _prices_hash(scan: Scan) -> str:
    lines = [list(map(str, row.values())) for row in price_rows(scan.project)]
    return row_hash("prices", json.dumps(lines))


def _recorded(root: Path, number: int) -> Asked | None:
    """What the record says; nothing when there is none, None when it cannot be read."""
    try:
        record = json.loads((root / record_name(number)).read_text(encoding="utf-8"))
        questions = {name: (row["hash"], row["explanation"]) for name, row in record["questions"].items()}
        return {**questions, PRICES: (record["prices"], "")}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _returned(scan: Scan, number: int) -> Asked:
    """What the stamps say that came back from this round: texts only."""
    stamps = (item.asked for item in scan.submissions if item.round == number)
    return {name: (text, "") for stamp in stamps for name, text in stamp.items()}


def _changed(before: Asked, now: Asked) -> Iterator[str]:
    """What was added, left out or changed; nothing when there was no round before."""
    for name in {*before, *now} if before else ():
        if name == PRICES and name not in before:
            continue  # the stamps of answers do not tell
        pairs = zip(before.get(name, ("-", "")), now.get(name, ("", "")), strict=True)
        if any(was != is_now for was, is_now in pairs if was):
            yield name

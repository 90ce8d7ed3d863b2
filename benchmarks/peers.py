"""The packages of others that ours are measured beside, in an environment of their own.

They are needed for nothing else, so that neither users nor tests install them (decision 20).
"""

import hashlib
import subprocess
import sys
from functools import cache
from pathlib import Path

from measure import ROOT

LOCK = ROOT / "locks" / "bench.txt"
PLACE = ROOT / ".venv-bench"


@cache
def peers() -> Path:
    """The Python that has them; installed anew when the lock has changed."""
    python = PLACE / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    stamp = PLACE / "stamp"
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != wanted:
        _run(sys.executable, "-m", "venv", "--clear", PLACE)
        pinned = ("--no-deps", "--require-hashes", "--only-binary", ":all:", "-r", LOCK)
        _run(python, "-m", "pip", "install", "-q", *pinned)
        stamp.write_text(wanted, encoding="utf-8")
    return python


def _run(*words: object) -> None:
    done = subprocess.run([*map(str, words)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)

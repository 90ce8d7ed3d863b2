"""A short run of tests/fuzzing.py, in a process of its own so that its memory can be told."""

import subprocess
import sys
from pathlib import Path

SECONDS, SEED = 25, 20261101


def test_whatever_a_file_holds_it_ends_as_answers_or_findings() -> None:
    script = Path(__file__).with_name("fuzzing.py")
    command = [sys.executable, "-W", "error", str(script), str(SECONDS), str(SEED)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    assert int(done.stdout.split()[0]) >= 50

"""The same input gives the same bytes, in whatever order Python keeps its sets that day."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAM = """
from hashlib import sha256
from marktscan.reporting.compose import compose
from marktscan.reporting.edition import edition
from marktscan.reporting.html import render
from marktscan.reporting.pdf import pdf
from tests.reporting.test_pdf_structure import PAGE
from tests.reporting.wide import facts
from tests.reporting import small

page = compose(facts(small.ANSWERS))
for made in (render(page).encode(), edition(page).encode(), pdf(PAGE)):
    print(len(made), sha256(made).hexdigest())
"""


def run(seed: int) -> list[str]:
    path = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
    own = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": path}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=own, capture_output=True, text=True, check=True, cwd=ROOT
    )
    return done.stdout.splitlines()


def test_reports_do_not_depend_on_the_order_of_sets() -> None:
    first = run(1)
    assert len(first) == 3
    assert run(20261123) == first

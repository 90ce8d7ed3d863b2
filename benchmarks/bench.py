"""How fast the scan is, as ratios against named peers measured in the same run: `make bench`.

Times are of the processor, the best of a few tries taken in turn with the peer, because machines are noisy
(on Windows, which does not tell the processor's time of a child, they are of the clock). Writes only under
build/ and .venv-bench/. Words behind the command choose measures by name: `weighing_few stressing`.
"""

import os
import shutil
import sys

from computing import computing, stressing
from country import scoring_the_country
from handing_out import handing_out, importing
from measure import PROJECT, WORK, run
from reading import looking_first, reading, reading_one
from reporting import reporting, starting
from reports import (
    rendering,
    rendering_at_once,
    rendering_beside_chromium,
    rendering_beside_typst,
    rendering_long,
    reporting_again,
    reporting_at_once,
)
from weighing import (
    weighing_beside_pysensmcda,
    weighing_beside_scikit_criteria,
    weighing_few,
    weighing_many,
)

MEASURES = (
    starting,
    looking_first,
    reading_one,
    reading,
    handing_out,
    importing,
    computing,
    stressing,
    weighing_few,
    weighing_many,
    weighing_beside_pysensmcda,
    weighing_beside_scikit_criteria,
    scoring_the_country,
    reporting,
    rendering,
    rendering_beside_chromium,
    rendering_beside_typst,
    rendering_at_once,
    reporting_at_once,
    rendering_long,
    reporting_again,
)


def main() -> int:
    """Print the table; exit code 1 when a target is missed."""
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # ours and the peers alike
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    run("-m", "marktscan", "example", PROJECT)
    missed = 0
    for measure in MEASURES:
        if sys.argv[1:] and measure.__name__ not in sys.argv[1:]:
            continue
        measurement = measure()
        sys.stdout.write(measurement.line + "\n")
        sys.stdout.flush()
        missed += measurement.ratio > measurement.target
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())

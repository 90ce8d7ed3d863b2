"""A scan of the whole country, scored and stressed on two cores: seconds, and memory.

One process scores; then the municipalities are divided over two that share what was read and scored. Seconds
are of the processor, of the one that scores and of the busier of the two: what the clock would say on a
machine with nothing else to do. `python benchmarks/country.py table` measures how it grows (docs/scale.md).
"""

import json
import multiprocessing
import os
import resource
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from fractions import Fraction

from measure import ROOT, Measurement, run
from national import Size, national

from marktscan.domain.results import Ranking, Results
from marktscan.domain.scan import Scan
from marktscan.project_file import read_project
from marktscan.reporting.charts.scatter import Spot, scatter
from marktscan.robustness.decisive import decisive_in
from marktscan.robustness.profiles import profiles
from marktscan.robustness.scored_alone import leave_one_out_alone
from marktscan.robustness.simulate import counted
from marktscan.robustness.sureness import dominance_in, shifts_of
from marktscan.robustness.tipping import points
from marktscan.robustness.without_one import without_assessor, without_municipality, without_theme
from marktscan.scoring.knock_outs import knock_outs
from marktscan.scoring.rankings import joint_rankings, municipality_rankings, regret_of_vendors
from marktscan.scoring.sums import Counting, counting, tables
from marktscan.scoring.totals import totals
from marktscan.scoring.worth import Worth, worth_of
from marktscan.wording.formats import number

CORES = 2
COUNTRY = Size()
SECONDS, GIBIBYTES = 60, 2
PICTURE = ROOT / "docs" / "images" / "scale.svg"
SIZES = tuple(Size(municipalities=count) for count in (3, 34, 100, 200, 342))


@dataclass(frozen=True, slots=True)
class Taken:
    """What one size took: seconds for scores and for stress, and mebibytes in all processes together at their
    widest, what they share counted once."""

    municipalities: int
    scored: float
    stressed: float
    memory: float

    @property
    def seconds(self) -> float:
        return self.scored + self.stressed


def scoring_the_country() -> Measurement:
    """342 municipalities × 1.000 requirements × 60 vendors; too much memory counts as too slow."""
    taken = in_a_process_of_its_own(COUNTRY)
    gibibytes = taken.memory / 1024
    seconds = taken.seconds if gibibytes <= GIBIBYTES else float("inf")
    return Measurement(f"the country, {gibibytes:.2f} GiB", seconds, "a minute on two cores", SECONDS, 1.0)


def in_a_process_of_its_own(size: Size) -> Taken:
    """So that the memory of one size does not count for the next."""
    return Taken(**json.loads(run(__file__, size.municipalities)))


def measured(size: Size) -> Taken:
    """Score and stress one size."""
    scan = _generated(size)
    begun = time.process_time()
    whole = _scored(scan)
    scored = time.process_time() - begun
    shared = _mebibytes()
    seconds, added = zip(*_stressed_on_all_cores(whole), strict=True)
    return Taken(size.municipalities, scored, max(seconds), shared + sum(added))


def _generated(size: Size) -> Scan:
    project, _ = read_project(ROOT)
    if project is None:
        raise SystemExit("marktscan.toml cannot be read")
    return national(project, size)


@dataclass(frozen=True, slots=True)
class Whole:
    """The scan with its outcome, and what both parts of the work need: what every answer is worth, and what
    carries weight in every municipality."""

    scan: Scan
    results: Results
    worth: Worth
    asked: Mapping[str, Counting]

    def part(self, slugs: Sequence[str]) -> "Whole":
        """These municipalities alone."""
        lists = tuple(item for item in self.scan.lists if item.municipality in slugs)
        scan = replace(self.scan, lists=lists, project=replace(self.scan.project, keys=()))
        own: dict[str, Ranking] = {slug: self.results.municipalities[slug] for slug in slugs}
        return replace(self, scan=scan, results=replace(self.results, municipalities=own, joint={}))


def _scored(scan: Scan) -> Whole:
    """Exact scores, rankings, knock-outs and regret, together under both keys; no working per answer."""
    worth, hard = worth_of(scan), knock_outs(scan)
    asked = {item.municipality: counting(scan, item) for item in scan.lists}
    own = municipality_rankings(scan, totals(scan, worth), hard)
    results = Results(own, joint_rankings(scan, own), hard, (), regret_of_vendors(own))
    return Whole(scan, results, worth, asked)


def _stressed_on_all_cores(whole: Whole) -> list[tuple[float, float]]:
    """The work divided over the cores; the seconds and the added mebibytes of each process."""
    fork = multiprocessing.get_context("fork")
    queue = fork.SimpleQueue()

    def work(core: int) -> None:
        begun, before = time.process_time(), _mebibytes()
        _stressed_as_a_whole(whole, core)
        slugs = [*whole.results.municipalities][core::CORES]
        _stressed(whole.part(slugs))
        for _ in counted(whole.scan, whole.results, whole.worth, slugs):
            pass
        queue.put((time.process_time() - begun, max(0.0, _mebibytes() - before)))

    processes = [fork.Process(target=work, args=(core,)) for core in range(CORES)]
    for process in processes:
        process.start()
    found = [queue.get() for _ in processes]
    for process in processes:
        process.join()
    return found


def _stressed_as_a_whole(whole: Whole, core: int) -> None:
    """Each vendor, each municipality and each assessor left out: not divided over municipalities."""
    if core == 0:
        for _ in leave_one_out_alone(whole.scan, whole.results, whole.worth, whole.asked):
            pass
    else:
        list(without_municipality(whole.scan, whole.results))
        list(without_assessor(whole.scan))


def _stressed(part: Whole) -> None:
    """The closed forms: tipping points, shifts, dominance, every theme left out, decisive answers."""
    own = profiles(part.scan, part.results)
    for name, profile in own.items():
        list(points(name, profile))
    list(shifts_of(own))
    list(dominance_in(own))
    list(without_theme(own))
    for slug, ranking in part.results.municipalities.items():
        asked = part.asked[slug]
        sums = tables(part.scan, asked, part.worth)
        decisive_in(part.scan.project.rules, asked, sums, ranking, part.worth)


def _mebibytes() -> float:
    """The most memory this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _table() -> None:
    """The rows of the table on standard output, and the picture beside it."""
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    taken = [in_a_process_of_its_own(size) for size in SIZES]
    for row in taken:
        numbers = (
            f"{row.scored:.1f}",
            f"{row.stressed:.1f}",
            f"{row.seconds:.1f}",
            f"{row.memory / 1024:.2f}",
        )
        sys.stdout.write(f"| {row.municipalities} | {' | '.join(numbers).replace('.', ',')} |\n")
    PICTURE.write_text(_picture(taken), encoding="utf-8")


def _picture(taken: Sequence[Taken]) -> str:
    """Seconds against municipalities."""
    points = [(row.municipalities, Fraction(row.seconds)) for row in taken]
    spots = [Spot(f"{along}: {number(up)} s", along, up) for along, up in points]
    alt = f"Tijd tegen het aantal gemeenten, tot {number(points[-1][1])} seconden bij {points[-1][0]}."
    titles = ("gemeenten", "seconden voor scores en zekerheid")
    return scatter(spots, points, titles=titles, figure=lambda tick: number(tick, 0), alt=alt).svg


if __name__ == "__main__":
    if sys.argv[1:] == ["table"]:
        _table()
    else:
        found = measured(Size(municipalities=int(sys.argv[1])))
        sys.stdout.write(json.dumps(asdict(found)))

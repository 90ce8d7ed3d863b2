"""A scan of the whole country, scored and stressed on two cores: seconds of the clock, and memory.

The municipalities are divided over two processes that share what was read; the joint rankings are made from
what both found. `python benchmarks/country.py table` measures how it grows, for docs/scale.md.
"""

import json
import multiprocessing
import resource
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from measure import ROOT, Measurement, run
from national import Size, national

from marktscan.domain.results import Ranking, Results
from marktscan.domain.scan import Scan
from marktscan.project_file import read_project
from marktscan.robustness.simulate import simulations
from marktscan.robustness.sureness import dominance_in, shifts_of
from marktscan.robustness.tipping import profiles, tipping_points
from marktscan.robustness.without_one import without_municipality, without_theme
from marktscan.scoring.knock_outs import knock_outs
from marktscan.scoring.rankings import joint_rankings, municipality_rankings, regret_of_vendors
from marktscan.scoring.totals import totals

CORES = 2
COUNTRY = Size()
SECONDS, GIBIBYTES = 60, 2
SIZES = tuple(Size(municipalities=count) for count in (3, 10, 34, 100, 200, 342))


@dataclass(frozen=True, slots=True)
class Taken:
    """What one size took: seconds of the clock for scores and for stress, and mebibytes in all processes
    together at their widest, what they share counted once."""

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
    begun = time.perf_counter()
    results = _scored(scan)
    scored = time.perf_counter()
    shared = _mebibytes()
    own = _stressed_on_all_cores(scan, results)
    return Taken(size.municipalities, scored - begun, time.perf_counter() - scored, shared + sum(own))


def _generated(size: Size) -> Scan:
    project, _ = read_project(ROOT)
    if project is None:
        raise SystemExit("marktscan.toml cannot be read")
    return national(project, size)


def _scored(scan: Scan) -> Results:
    """Exact scores, rankings, knock-outs and regret, together under both keys; no working per answer."""
    hard = knock_outs(scan)
    own = municipality_rankings(scan, totals(scan), hard)
    return Results(own, joint_rankings(scan, own), hard, (), regret_of_vendors(own))


def _stressed_on_all_cores(scan: Scan, results: Results) -> Sequence[float]:
    """The municipalities divided over the cores; gives the mebibytes that each process added."""
    slugs = [*results.municipalities]
    queue = multiprocessing.get_context("fork").SimpleQueue()

    def work(part: Sequence[str]) -> None:
        before = _mebibytes()
        _stressed(_part(scan, part), _of_part(results, part))
        for _ in simulations(scan, results, part):
            pass
        queue.put(max(0.0, _mebibytes() - before))

    fork = multiprocessing.get_context("fork")
    processes = [fork.Process(target=work, args=(slugs[start::CORES],)) for start in range(CORES)]
    for process in processes:
        process.start()
    list(without_municipality(scan, results))
    added = [queue.get() for _ in processes]
    for process in processes:
        process.join()
    return added


def _stressed(scan: Scan, results: Results) -> None:
    """The closed forms: tipping points, shifts, dominance, every theme left out."""
    own = profiles(scan, results)
    tipping_points(scan, results)
    list(shifts_of(own))
    list(dominance_in(own))
    list(without_theme(scan, results))


def _part(scan: Scan, slugs: Sequence[str]) -> Scan:
    lists = tuple(item for item in scan.lists if item.municipality in slugs)
    return replace(scan, lists=lists, project=replace(scan.project, keys=()))


def _of_part(results: Results, slugs: Sequence[str]) -> Results:
    own: dict[str, Ranking] = {slug: results.municipalities[slug] for slug in slugs}
    return replace(results, municipalities=own, joint={})


def _mebibytes() -> float:
    """The most memory this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _table() -> None:
    for size in SIZES:
        taken = in_a_process_of_its_own(size)
        sys.stdout.write(
            f"| {taken.municipalities} | {taken.scored:.1f} | {taken.stressed:.1f} | {taken.memory:.0f} |\n"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    if sys.argv[1:] == ["table"]:
        _table()
    else:
        found = measured(Size(municipalities=int(sys.argv[1])))
        sys.stdout.write(json.dumps({name: getattr(found, name) for name in Taken.__slots__}))

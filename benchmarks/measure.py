"""How a measurement is taken: seconds of ours beside seconds of a peer, in the same run."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build" / "bench"
PROJECT = WORK / "example"
TRIES = 5
OFTEN = 20


@dataclass(frozen=True)
class Measurement:
    """Seconds of ours beside seconds of a peer; the ratio may be at most `target`."""

    what: str
    ours: float
    peer_name: str
    peer: float
    target: float

    @property
    def ratio(self) -> float:
        return self.ours / self.peer

    @property
    def line(self) -> str:
        verdict = "ok" if self.ratio <= self.target else "MISSED"
        return (
            f"{self.what:<36} {self.ours:>7.3f} s  {self.peer_name:<34} {self.peer:>7.3f} s"
            f"  {self.ratio:>5.2f} ≤ {self.target:.2f}  {verdict}"
        )


def in_turn(
    ours: Callable[[], object], name: str, peer: Callable[[], object], tries: int = TRIES
) -> tuple[float, str, float]:
    """The best time of each, taken in turn so that noise strikes both alike."""
    times = [(seconds(ours), seconds(peer)) for _ in range(tries)]
    return min(mine for mine, _ in times), name, min(theirs for _, theirs in times)


def often(call: Callable[[], object]) -> Callable[[], None]:
    """The same work so often that the clock can tell how long it takes."""

    def work() -> None:
        for _ in range(OFTEN):
            call()

    return work


def seconds(call: Callable[[], object]) -> float:
    """What one call takes."""
    begin = clock()
    call()
    return clock() - begin


def on_one_processor(call: Callable[[], object]) -> float:
    """Seconds on the wall with one processor for all: nobody is told the time of processes that another has
    started. Where processes cannot be held to a processor they have all there are."""
    if not hasattr(os, "sched_setaffinity"):
        return seconds(call)
    every = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(every)})
    begun = time.perf_counter()
    try:
        call()
    finally:
        os.sched_setaffinity(0, every)
    return time.perf_counter() - begun


def clock() -> float:
    """Seconds of the processor spent by this process and by the children that have ended."""
    return time.perf_counter() if os.name == "nt" else sum(os.times()[:4])


def run(*words: object, python: str | Path = sys.executable) -> str:
    """Run Python on these words; exit code 1 only says that there are findings."""
    command = [str(python), *map(str, words)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, encoding="utf-8")
    if done.returncode not in {0, 1}:
        raise SystemExit(done.stderr)
    return done.stdout

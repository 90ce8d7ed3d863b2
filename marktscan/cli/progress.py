"""Shows which step runs, on the error stream, and remembers how long each took."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

Show = Callable[[str], None]
Duration = tuple[str, float]
"""A step and the seconds it took, in thousandths."""


@dataclass
class Steps:
    """Called with the name of each step when it begins; `show` tells it to whoever is waiting."""

    show: Show
    began: list[tuple[str, float]] = field(default_factory=list)

    def __call__(self, step: str) -> None:
        """A step begins and the one before ends, unless this is its first part ("7 …: stuurgroep")."""
        moment = time.perf_counter()
        if self.began and step.startswith(f"{self.began[-1][0]}:"):
            moment = self.began.pop()[1]
        self.began.append((step, moment))
        self.show(step)

    def durations(self) -> list[Duration]:
        """Each step with the seconds it took; the last one lasts until now."""
        ends = [moment for _, moment in self.began[1:]] + [time.perf_counter()]
        return [(step, round(end - moment, 3)) for (step, moment), end in zip(self.began, ends, strict=True)]


@contextmanager
def steps(total: int, *, quiet: bool) -> Iterator[Steps]:
    """Steps with a bar of `total` parts; without one when `quiet` or when nobody watches."""
    if quiet or not sys.stderr.isatty():
        yield Steps(lambda step: None)
        return
    with _bar(total) as show:
        yield Steps(show)


@contextmanager
def _bar(total: int) -> Iterator[Show]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

    words = TextColumn("{task.description}", markup=False)
    with Progress(
        SpinnerColumn(), BarColumn(), words, console=Console(stderr=True), transient=True
    ) as progress:
        task = progress.add_task("", total=total)
        yield lambda step: progress.update(task, description=step, completed=_number(step) - 1)


def _number(step: str) -> int:
    """The number a step's name begins with."""
    return int(step.partition(" ")[0])

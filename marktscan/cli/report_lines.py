"""What `marktscan report` tells: what it made, what it left as it was, and why nothing was made."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from marktscan.cli.findings import summary_of
from marktscan.cli.progress import Duration
from marktscan.cli.terminal import columns
from marktscan.domain.finding import Severity

HOUSE_STYLE = "H"
"""The letter of findings about templates and what belongs to them."""
LEAK = "L"
"""The letter of findings about what a reader may not have: they hold a file back."""
_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Run:
    """What a run made or found as it was. `beside` are the other files, by what they are."""

    made: tuple[str, ...]
    unchanged: tuple[str, ...]
    beside: dict[str, str | None]
    findings: list[dict[str, str]]
    durations: Sequence[Duration] = ()

    @property
    def severities(self) -> list[Severity]:
        """How bad each finding is."""
        return [Severity(finding["severity"]) for finding in self.findings]


def record_of(run: Run) -> dict[str, object]:
    """The run as JSON."""
    return {
        "reports": [*run.made, *run.unchanged],
        "unchanged": list(run.unchanged),
        **run.beside,
        "steps": dict(run.durations),
        "findings": run.findings,
    }


def _time_table(durations: Sequence[Duration]) -> list[str]:
    from marktscan.wording.formats import number

    rows = [(step, number(Decimal(str(seconds)))) for step, seconds in durations]
    return columns(("stap", "seconden"), rows, right=(1,))


def _keeps_from_printing(item: Mapping[str, str]) -> bool:
    return item["code"].startswith(HOUSE_STYLE) and item["severity"] == Severity.ERROR


def _held_back(findings: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """Which files were not made because of what is in them, where, and what to do."""
    leaks = [item for item in findings if item["code"].startswith(LEAK)]
    yield from (f"Niet gemaakt. {_told(item)}" for item in leaks[:1])
    yield from (f"Ook: {_place(item)}: {item['explanation']}" for item in leaks[1:_EXAMPLES])
    if len(leaks) > _EXAMPLES:
        yield f"En nog {len(leaks) - _EXAMPLES} keer; alles staat in build/results.json."


def _told(item: Mapping[str, str]) -> str:
    """An error that kept the reports from being made, in one line."""
    return f"{_place(item)}: {item['explanation']} {item['action']}"


def _place(item: Mapping[str, str]) -> str:
    return ", ".join(filter(None, (item["file"], item["cell"])))


def lines_of(run: Run) -> Iterator[str]:
    """The run for people, line by line."""
    if run.durations:
        yield from _time_table(run.durations)
        yield ""
    yield summary_of(run.severities)
    if run.durations:
        yield from (f"Gemaakt: {file}" for file in (*run.beside.values(), *run.made) if file)
    yield from (f"Niet veranderd: {file}" for file in run.unchanged)
    if not run.durations:
        yield "Er is niets veranderd sinds de vorige keer. Toch opnieuw maken: marktscan report --force"
    yield from _held_back(run.findings)
    if not run.made and not run.unchanged:
        yield from map(_told, filter(_keeps_from_printing, run.findings))
        yield "Er is geen rapport gemaakt. Rapporten van een vorige keer zijn niet veranderd."

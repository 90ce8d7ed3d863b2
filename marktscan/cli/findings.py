"""Findings on the screen and as JSON."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from marktscan.cli.options import PROJECT_FILE
from marktscan.cli.terminal import Exit
from marktscan.domain.finding import Finding, Severity

EXAMPLES = 3
_WORDS = {
    Severity.ERROR: ("fout", "fouten"),
    Severity.WARNING: ("keer let op", "keer let op"),
    Severity.NOTE: ("keer gelezen als", "keer gelezen als"),
}


def exit_code(findings: Sequence[Finding]) -> Exit:
    """ERRORS_FOUND as soon as one finding is an error."""
    return exit_code_of([finding.code.severity for finding in findings])


def exit_code_of(severities: Iterable[Severity]) -> Exit:
    """The same, where only the severity of each finding is known."""
    return Exit.ERRORS_FOUND if Severity.ERROR in severities else Exit.CLEAN


def as_json(findings: Sequence[Finding]) -> list[dict[str, str]]:
    """Every finding with its place and its sentences."""
    return [_record(finding) for finding in findings]


def lines(findings: Sequence[Finding]) -> Iterator[str]:
    """The findings per file, repeats of one code on one sheet told once, with a summary below."""
    for file, of_file in groupby(findings, key=lambda f: f.source.file):
        yield file
        for alike in _alike(of_file):
            yield from _told_once(alike)
        yield ""
    yield summary(findings)


def summary(findings: Sequence[Finding]) -> str:
    """How many of each severity, in words."""
    return summary_of([finding.code.severity for finding in findings])


def summary_of(severities: Sequence[Severity]) -> str:
    """The same, where only the severity of each finding is known."""
    if not severities:
        return "Geen bevindingen."
    count = Counter(severities)
    parts = (
        f"{count[severity]} {words[count[severity] != 1]}"
        for severity, words in _WORDS.items()
        if count[severity]
    )
    return f"Bevindingen: {', '.join(parts)}."


def _alike(findings: Iterable[Finding]) -> list[list[Finding]]:
    """The findings by kind, in the order in which each kind comes first."""
    kinds: dict[object, list[Finding]] = {}
    for finding in findings:
        kinds.setdefault(_kind(finding), []).append(finding)
    return list(kinds.values())


def _kind(finding: Finding) -> object:
    """Sheet and code; each setting of the project file is a kind of its own."""
    number = finding.code.number
    is_setting = finding.source.file == PROJECT_FILE or number.startswith("P")
    return finding if is_setting else (finding.source.sheet, number)


def _told_once(alike: Sequence[Finding]) -> Iterator[str]:
    from marktscan.wording.findings import text_of

    first, *more = alike
    text = text_of(first)
    yield f"  {' · '.join(filter(None, (_place(first), first.code.number, first.code.severity)))}"
    yield f"    {text.explanation}"
    yield f"    {text.action}"
    if more:
        yield f"    … en {len(more)} keer meer, bijv. {', '.join(map(_example, more[:EXAMPLES]))}"


def _place(finding: Finding) -> str:
    return "!".join(filter(None, (finding.source.sheet, finding.source.cell)))


def _example(finding: Finding) -> str:
    """Where a repeat is; without a cell the requirement it is about tells more than the sheet."""
    requirement = dict(finding.facts).get("requirement", "")
    return _place(finding) if finding.source.cell else requirement or _place(finding) or finding.source.file


def _record(finding: Finding) -> dict[str, str]:
    from marktscan.wording.findings import text_of

    text = text_of(finding)
    return {
        "code": finding.code.number,
        "severity": finding.code.severity.value,
        "file": finding.source.file,
        "sheet": finding.source.sheet,
        "cell": finding.source.cell,
        "title": text.title,
        "explanation": text.explanation,
        "action": text.action,
    }

"""Nothing leaves that its reader may not have: before a report is made, and in every file of it after."""

from collections.abc import Iterator, Mapping

from marktscan.audience import Selection
from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.source import Source
from marktscan.leaks import UNSEARCHABLE, Everything, Hit, hits, secrets_for
from marktscan.reporting.own_words import own_words
from marktscan.reporting.variants import Variant

MOST = 20
"""So many leaks of one file are told; one is enough to hold it back."""
_FIGURES = {
    "value": "wat een antwoord waard is",
    "mark": "een cijfer van beoordelaars",
    "weight": "een gewicht",
    "price": "een prijs",
    "score": "de score van een ander",
    "knock-out": "de uitkomst van een ander",
}


class Guard:
    """Holds back what leaks, and remembers what did in `findings`."""

    def __init__(self, selection: Selection) -> None:
        self.selection = selection
        self._everything = Everything(selection.whole, fixed=own_words())
        self.findings: list[Finding] = []

    def admits(self, variant: Variant) -> bool:
        """Whether nothing protected follows from what this report is made from."""
        reader = variant.reader
        given = self.selection.material_for(reader)
        found = self.selection.inferred(given, reader)
        for quantity in sorted(found)[:MOST]:
            source, what = self.selection.source(quantity, reader), _FIGURES[quantity[0]]
            self.findings.append(finding(Code.LEAK_INFERRED, source, report=variant.name, what=what))
        return not found

    def clean(self, variant: Variant, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """Those of the files of a report in which nothing is found that its reader may not have."""
        reader = variant.reader
        given = self.selection.material_for(reader)
        secrets = secrets_for(self._everything, given, reader)
        kept: dict[str, bytes] = {}
        for name, content in files.items():
            found = hits(secrets, name, content)
            self.findings.extend(_told(name, found))
            if not found:
                kept[name] = content
        return kept


def _told(name: str, found: tuple[Hit, ...]) -> Iterator[Finding]:
    """Which cell leaked, where in which file; never what stands in it."""
    for hit in found[:MOST]:
        if hit.what == UNSEARCHABLE:
            yield finding(Code.REPORT_UNSEARCHABLE, Source(f"build/reports/{name}"), report=name)
        else:
            yield finding(Code.LEAK, hit.source, report=name, where=hit.place, what=hit.what)

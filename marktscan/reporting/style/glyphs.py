"""Characters that the font of the report lacks, told by the cell they stand in."""

from collections.abc import Sequence

from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.source import Source
from marktscan.reporting.charts import missing_glyphs
from marktscan.reporting.language import some_of


def replaced_characters(texts: Sequence[tuple[Source, str]]) -> tuple[Finding, ...]:
    """A finding for every text in which the report shows □, with the numbers of the characters."""
    found = ((source, missing_glyphs(text)) for source, text in texts)
    return tuple(
        finding(Code.CHARACTERS_REPLACED, source, found=some_of([f"U+{ord(char):04X}" for char in missing]))
        for source, missing in found
        if missing
    )

"""The annex on where everything comes from."""

from dataclasses import replace
from random import Random

from marktscan.domain.scan import InputFile
from marktscan.reporting.chapters.provenance import provenance
from marktscan.reporting.facts import Facts
from marktscan.reporting.variants import Variant
from marktscan.reporting.view import Table
from tests.reporting import small


def test_files_stand_by_the_name_that_is_shown() -> None:
    """Their order must not tell whose real name comes first."""
    made = small.scan()
    names = [f"vendors/kade-zaken/assessments/beoordelaar-{n}.xlsx" for n in range(1, 7)]
    shuffled = Random(3).sample(names, len(names))  # noqa: S311 (a test, no secret)
    given = replace(made, inputs=tuple(InputFile(name, "ab" * 32) for name in shuffled))
    chapter = provenance(Facts(given, small.results(made), small.NO_STRESS, (), Variant("stuurgroep")))
    (table,) = (p for p in chapter.parts if isinstance(p, Table) and p.style == "fingerprints")
    assert [row.cells[0].text[0] for row in table.rows] == names

"""The simulation in figures: who beats whom and at which weights a package is first."""

from dataclasses import replace
from fractions import Fraction

from marktscan.domain.sureness import Scenario, Simulated, Sureness, VendorShares, Words
from marktscan.pipeline import background_of
from marktscan.reporting.chapters.draws_annex import draws_annex
from marktscan.reporting.facts import Facts
from marktscan.reporting.variants import Variant
from marktscan.reporting.view import Table
from tests.reporting import small

HALF, QUARTER = Fraction(1, 2), Fraction(1, 4)
KADE = VendorShares(
    "kade-zaken", (3 * QUARTER, QUARTER), {"polder": 3 * QUARTER}, {"ARC": HALF}, Fraction(1), HALF
)
POLDER = VendorShares("polder", (QUARTER, 3 * QUARTER), {"kade-zaken": QUARTER}, {}, None, QUARTER)


def runs(*vendors: VendorShares) -> tuple[Simulated, ...]:
    return tuple(
        Simulated(slug, scenario, vendors, Fraction(3, 2))
        for slug in ("aalsmeer", "diemen")
        for scenario in (Scenario.UNIFORM, Scenario.AROUND)
    )


def tables(simulated: tuple[Simulated, ...], own: str = "") -> list[Table] | None:
    made = small.scan()
    results = small.results(made)
    sure = Sureness((), (), (), (), simulated, Words(None, (), ()))
    background = replace(background_of(made, results), sureness=sure)
    given = Facts(made, results, small.NO_STRESS, (), Variant(own or "stuurgroep", own), background)
    chapter = draws_annex(given)
    return [part for part in chapter.parts if isinstance(part, Table)] if chapter else None


def rows(table: Table) -> list[list[str]]:
    return [
        ["".join(map(str, cell.text)).replace("\N{NO-BREAK SPACE}", " ") for cell in row.cells]
        for row in table.rows
    ]


def test_none_without_draws_and_with_one_package() -> None:
    assert tables(()) is None
    assert tables(runs(KADE)) is None


def test_who_beats_whom_and_all_places_together() -> None:
    beats, _, _, _ = tables(runs(KADE, POLDER)) or []
    assert rows(beats) == [
        ["Kade Zaken", "–", "75 %", "50 %"],
        ["Polder Componenten", "25 %", "–", "25 %"],
    ]
    assert "verschillen 1,5 bits" in beats.subtitle


def test_central_weights_only_of_who_is_ever_first() -> None:
    _, central = tables(runs(KADE, POLDER), "diemen") or []
    assert [column.heading for column in central.columns] == ["Thema", "Nu", "Kade"]
    by_theme = {row[0]: row[2] for row in rows(central)}
    assert by_theme["Archivering en duurzame toegankelijkheid"] == "50,0 %"
    assert by_theme["Bij die gewichten bovenaan"] == "meer dan 99 %"


def test_the_highest_of_many_and_how_many_there_are() -> None:
    many = tuple(replace(KADE, vendor="polder") for _ in range(9))
    beats, *_ = tables(runs(*many)) or []
    assert len(beats.rows) == 8
    assert "de 8 hoogste van 9 pakketten" in beats.subtitle

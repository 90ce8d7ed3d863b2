"""The simulation in figures: who beats whom and at which weights a package is first."""

from dataclasses import replace
from fractions import Fraction

import pytest

from marktscan.domain.scan import Scan
from marktscan.domain.sureness import Scenario, Simulated, Sureness, VendorShares, Words
from marktscan.pipeline import background_of
from marktscan.reporting.chapters import draws_annex as draws
from marktscan.reporting.facts import Facts
from marktscan.reporting.fitting import PAGE, in_parts
from marktscan.reporting.variants import Variant
from marktscan.reporting.view import Chapter, Table
from tests.reporting import small

KEYS = small.project().keys
JOINT, OTHER = (f"key:{key.code}" for key in KEYS)
HALF, QUARTER = Fraction(1, 2), Fraction(1, 4)
KADE = VendorShares(
    "kade-zaken", (3 * QUARTER, QUARTER), {"polder": 3 * QUARTER}, {"ARC": HALF}, Fraction(1), HALF
)
POLDER = VendorShares("polder", (QUARTER, 3 * QUARTER), {"kade-zaken": QUARTER}, {}, None, QUARTER)


def runs(*vendors: VendorShares, rankings: tuple[str, ...] = ("aalsmeer", "diemen")) -> tuple[Simulated, ...]:
    return tuple(
        Simulated(slug, scenario, vendors, Fraction(3, 2))
        for slug in rankings
        for scenario in (Scenario.UNIFORM, Scenario.AROUND)
    )


def chapter(simulated: tuple[Simulated, ...], own: str = "", made: Scan | None = None) -> Chapter | None:
    made = made or small.scan()
    results = small.results(made)
    sure = Sureness((), (), (), (), simulated, Words(None, (), ()))
    background = replace(background_of(made, results), sureness=sure)
    given = Facts(made, results, small.NO_STRESS, (), Variant(own or "stuurgroep", own), background)
    return draws.draws_annex(given)


def tables(simulated: tuple[Simulated, ...], own: str = "", made: Scan | None = None) -> list[Table] | None:
    found = chapter(simulated, own, made)
    return [part for part in found.parts if isinstance(part, Table)] if found else None


def rows(table: Table) -> list[list[str]]:
    return [
        ["".join(map(str, cell.text)).replace("\N{NO-BREAK SPACE}", " ") for cell in row.cells]
        for row in table.rows
    ]


def test_none_without_draws_and_with_one_package() -> None:
    assert tables(()) is None
    assert tables(runs(KADE)) is None


def test_who_beats_whom_and_all_places_together() -> None:
    beats, *_ = tables(runs(KADE, POLDER)) or []
    assert rows(beats) == [
        ["Kade Zaken", "50 %", "–", "75 %"],
        ["Polder Componenten", "25 %", "25 %", "–"],
    ]
    assert "verschillen 1,5 bits" in beats.subtitle


def test_central_weights_only_of_who_is_ever_first() -> None:
    _, central, *_ = tables(runs(KADE, POLDER), "diemen") or []
    assert [column.heading for column in central.columns] == ["Thema", "Nu", "Kade"]
    by_theme = {row[0]: row[2] for row in rows(central)}
    assert by_theme["Archivering en duurzame toegankelijkheid"] == "50,0 %"
    assert by_theme["Bij die gewichten bovenaan"] == "> 99 %"


@pytest.mark.parametrize("own", ["", "diemen"])
def test_all_together_come_last_under_every_key_with_their_places(own: str) -> None:
    *_, beats_own, _, places, beats, central, skewed, _, last = (
        tables(runs(KADE, POLDER, rankings=("diemen", JOINT, OTHER)), own) or []
    )
    assert beats_own.caption.startswith("Diemen: ")
    assert rows(places) == [["Kade Zaken", "75 %", "25 %"], ["Polder Componenten", "25 %", "75 %"]]
    equal = "Alle gemeenten samen, elke gemeente even zwaar"
    assert places.caption == f"{equal}: hoe vaak op welke plaats, rond de gezamenlijke weging"
    assert [table.caption.partition(":")[0] for table in (beats, central)] == [equal, equal]
    assert "Rond de gezamenlijke weging: " in beats.subtitle
    assert skewed.anchor != places.anchor
    assert last.caption.startswith(f"Alle gemeenten samen, {KEYS[1].name.lower()}: ")
    # (40 + 2 · 25 + 3 · 10) ÷ 6, and so on
    assert [row[1] for row in rows(last)[:-1]] == ["20,0 %", "21,7 %", "26,7 %", "31,7 %"]
    # (40 + 25 + 10) ÷ 3, (20 + 25 + 20) ÷ 3, (20 + 25 + 30) ÷ 3 and (20 + 25 + 40) ÷ 3
    assert [row[1] for row in rows(central)[:-1]] == ["25,0 %", "21,7 %", "25,0 %", "28,3 %"]


def test_one_municipality_has_nobody_to_choose_together_with() -> None:
    alone = small.scan(small.project(("Diemen",)))
    found = tables(runs(KADE, POLDER, rankings=("diemen", JOINT)), made=alone) or []
    assert [table.caption.partition(":")[0] for table in found] == ["Diemen", "Diemen"]


def many(packages: int, rankings: int = 2) -> tuple[Simulated, ...]:
    """Draws of so many packages; all are called the same, which these tables do not mind."""
    ranks = (Fraction(1, packages),) * packages
    vendors = tuple(replace(KADE, vendor="polder", ranks=ranks) for _ in range(packages))
    return runs(*vendors, rankings=("diemen", JOINT, OTHER)[:rankings])


@pytest.mark.parametrize("packages", [12, 60])
def test_many_packages_are_all_there_in_tables_that_fit(packages: int) -> None:
    found = chapter(many(packages))
    assert found is not None
    *_, beats, central = (part for part in found.parts if isinstance(part, Table))
    assert len(beats.rows) == packages
    assert ("keep" in beats.style) == (packages == 12)
    for table in (beats, central):
        assert len(table.columns) == packages + 2
        parts = in_parts(table)
        assert len(parts) > 1
        assert all(sum(column.width for column in part.columns[1:]) < PAGE for part in parts)
        assert sum(len(part.columns) - 1 for part in parts) == packages + 1


def test_of_too_many_the_highest_and_where_the_others_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """All together stay whole under the key that is shown first."""
    monkeypatch.setattr(draws, "_CELLS", 161)
    own, _, _, joint, _, places, other, _ = tables(many(9, 3)) or []
    for table in (own, places, other):
        assert len(table.rows) == 8
    assert "de 8 hoogste van 9 pakketten" in places.caption
    assert "de 8 hoogste van 9 pakketten (alle: marktscan stress --json)" in own.subtitle
    assert len(joint.rows) == 9
    assert "hoogste" not in joint.subtitle

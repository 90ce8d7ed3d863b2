"""The costs of the whole example computed a second time, straight from the cells, and compared to the cent.

Nothing of marktscan takes part in `recomputed`: openpyxl, Decimal and docs/method.md only. What the report
prints is held against the same second computation, written out with a formatter of its own.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest
from test_independent_recomputation import ROOT, outcome

from marktscan import pipeline
from marktscan.domain.bandwidth import cost_bandwidth
from marktscan.reporting.chapters.costs import cost_chapter
from marktscan.reporting.facts import Facts
from marktscan.reporting.variants import Variant
from marktscan.reporting.view import Bullets, Table

__all__ = ["outcome"]
pytestmark = pytest.mark.xdist_group("independent")
CENT = Decimal("0.01")
PARTS = ("one_off", "yearly", "exit", "internal", "options")


@dataclass
class Sums:
    """What one vendor costs in one scope; `missing` counts the lines without an amount."""

    one_off: Decimal = Decimal(0)
    yearly: Decimal = Decimal(0)
    exit: Decimal = Decimal(0)
    internal: Decimal = Decimal(0)
    options: Decimal = Decimal(0)
    missing: int = 0

    @property
    def total(self) -> Decimal:
        return self.one_off + self.yearly + self.exit + self.internal

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(*(getattr(self, name) + getattr(other, name) for name in (*PARTS, "missing")))


@pytest.fixture(scope="module")
def recomputed() -> dict[tuple[str, str], Sums]:
    text = (ROOT / "marktscan.toml").read_text(encoding="utf-8")
    settings = tomllib.loads(text, parse_float=Decimal)
    slugs = sorted(municipality["slug"] for municipality in settings["municipalities"])
    found = {}
    for folder in sorted(path for path in (ROOT / "vendors").iterdir() if path.is_dir()):
        own = {slug: Sums() for slug in slugs}
        for row in _rows(folder / "prices.xlsx"):
            _add(own[slugs["ABC".index(row["Gemeente"][-1])]], row, settings)
        for slug in slugs:
            _add_internal(own[slug], slug, folder.name, settings)
            found[folder.name, slug] = own[slug]
        found[folder.name, "samen"] = sum(own.values(), Sums())
    return found


def _rows(file: Path) -> Iterator[dict]:
    head, *body = openpyxl.load_workbook(file)["Kosten"].iter_rows(values_only=True)
    names = [str(name).removesuffix(" (invullen)") for name in head]
    return (dict(zip(names, cells, strict=True)) for cells in body if cells[0])


def _growth(settings: dict) -> Decimal:
    factor, paid = Decimal(1), Decimal(0)
    for _ in range(settings["costs"]["years"]):
        paid += factor
        factor *= 1 + settings["costs"]["indexation"]
    return paid


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_UP)


def _add(sums: Sums, row: dict, settings: dict) -> None:
    """One price line; the example gives in its cells the quantities that marktscan.toml declares."""
    asked = next(line for line in settings["price_sheet"]["lines"] if line["kind"] == row["Kostensoort"])
    optional = asked.get("optional", False)
    if row["Eenmalig"] is None and row["Per jaar"] is None:
        sums.missing += not optional
        return
    units = Decimal(row["Aantal"])
    once = _cents(units * Decimal(str(row["Eenmalig"] or 0)))
    later = _cents(units * Decimal(str(row["Per jaar"] or 0)) * _growth(settings))
    if optional:
        sums.options += once + later
    elif row["Kostensoort"] in settings["costs"]["exit"]:
        sums.exit += once + later
    else:
        sums.one_off += once
        sums.yearly += later


def _add_internal(sums: Sums, slug: str, vendor: str, settings: dict) -> None:
    for item in settings["costs"]["internal"]:
        if vendor in item.get("vendors", [vendor]):
            sums.internal += Decimal(item.get("one_off", {}).get(slug, 0))
            sums.internal += _cents(Decimal(item.get("yearly", {}).get(slug, 0)) * _growth(settings))


def test_every_part_of_every_total_agrees_to_the_cent(
    recomputed: dict[tuple[str, str], Sums], outcome: pipeline.Outcome
) -> None:
    costs = outcome.background.costs
    found = {
        (item.vendor, scope): (*(getattr(total, name) for name in PARTS), total.total, len(total.gaps))
        for item in costs.vendors
        for scope, total in item.totals.items()
    }
    assert found == {
        key: (*(getattr(sums, name) for name in PARTS), sums.total, sums.missing)
        for key, sums in recomputed.items()
    }


def test_the_ceiling_the_bandwidth_and_the_price_of_a_point_agree(
    recomputed: dict[tuple[str, str], Sums], outcome: pipeline.Outcome
) -> None:
    costs = outcome.background.costs
    together = {vendor: sums for (vendor, scope), sums in recomputed.items() if scope == "samen"}
    over = {vendor for vendor, sums in together.items() if sums.total > 11_000_000}
    assert {check.vendor for check in costs.ceilings if check.state == "voldoet niet"} == over
    band = cost_bandwidth(costs)
    assert band is not None
    assert band.lowest == min(sums.total for sums in together.values())
    assert band.highest == max(sums.total + sums.options for sums in together.values())
    for step in costs.frontier("key:gelijk").steps:
        score = {entry.vendor: entry.low for entry in outcome.results.joint["gelijk"].entries}
        more = Fraction(together[step.better].total) - Fraction(together[step.cheaper].total)
        assert step.euro_per_point == more / (score[step.better] - score[step.cheaper])


def test_no_complete_offer_beats_one_on_the_frontier(
    recomputed: dict[tuple[str, str], Sums], outcome: pipeline.Outcome
) -> None:
    for slug, ranking in outcome.results.municipalities.items():
        points = {
            entry.vendor: (recomputed[entry.vendor, slug].total, entry.low)
            for entry in ranking.entries
            if not recomputed[entry.vendor, slug].missing
        }
        beaten = {
            vendor
            for vendor, (cost, score) in points.items()
            if any(c <= cost and s >= score and (c, s) != (cost, score) for c, s in points.values())
        }
        best = {
            place.vendor
            for place in outcome.background.costs.frontier(slug).places
            if place.worth == "op de grens"
        }
        assert best == points.keys() - beaten


@pytest.mark.parametrize(("name", "scope"), [("stuurgroep", "samen"), ("gemeente-diemen", "diemen")])
def test_every_amount_that_the_report_prints_is_the_recomputed_one(
    recomputed: dict[tuple[str, str], Sums], outcome: pipeline.Outcome, name: str, scope: str
) -> None:
    own = "" if scope == "samen" else scope
    facts = Facts(outcome.scan, outcome.results, outcome.stress, (), Variant(name, own), outcome.background)
    chapter = cost_chapter(facts)
    assert chapter is not None
    printed = {
        part.caption: {row.cells[0].text[0]: [_plain(c.text[0]) for c in row.cells[1:]] for row in part.rows}
        for part in chapter.parts
        if isinstance(part, Table)
    }
    vendors = {s.vendor.slug: facts.product(s.vendor.slug) for s in outcome.scan.submissions}
    for vendor, product in vendors.items():
        total, *parts, _ = printed["Waaruit de kosten bestaan"][product]
        assert total == _shown(recomputed[vendor, scope])
        wanted = [getattr(recomputed[vendor, scope], part) for part in PARTS]
        assert [cell for cell in parts if cell != "–"] == [
            _whole(amount) for cell, amount in zip(parts, wanted, strict=True) if cell != "–"
        ]
        if scope == "samen":
            scopes = ("aalsmeer", "amstelveen", "diemen", "samen")
            assert printed["Kosten per gemeente"][product] == [
                _shown(recomputed[vendor, one]) for one in scopes
            ]
    assert any(isinstance(part, Bullets) for part in chapter.parts)


def _plain(word: object) -> str:
    """What is printed of a word."""
    return str(getattr(word, "text", word))


def _whole(amount: Decimal) -> str:
    """Whole euros, half up, with a full stop per thousand."""
    return f"{int(amount.quantize(Decimal(1), ROUND_HALF_UP)):,}".replace(",", ".")


def _shown(sums: Sums) -> str:
    return f"≥ {_whole(sums.total)}" if sums.missing else _whole(sums.total)

"""Points and weight of every answer in the annex, as printed: a second time, straight from the cells."""

import re
from fractions import Fraction

import openpyxl
import pytest
from printed import Printed, Rows, dutch, printed
from recomputed import part_of_theme, products, programme, slugs, vendors, weight
from test_independent_recomputation import ROOT, _value, declared

pytestmark = pytest.mark.xdist_group("independent")
NONE = "weegt niet"


@pytest.mark.parametrize("report", ["stuurgroep", "gemeente-diemen"])
def test_points_and_weight_of_every_answer(report: str) -> None:
    page, briefs = printed(report), {v: name.split(" ")[0] for v, name in products().items()}
    for id_ in programme():
        caption, rows = _table(page, id_)
        shown = {row[0]: row[3:] for row in rows[1:]}
        assert list(shown) == sorted(briefs.values(), key=str.casefold)
        for vendor, brief in briefs.items():
            for slug in slugs():
                said = _said(slug, rows[0], shown[brief], caption)
                assert said == _expected(slug, vendor, id_), (id_, vendor, slug)


def _rows_by_id(file: str, sheet: str) -> dict[str, int]:
    column = openpyxl.load_workbook(ROOT / file)[sheet].iter_rows(max_col=1, values_only=True)
    return {str(value): number for number, (value,) in enumerate(column, start=1) if value}


def test_every_answer_and_requirement_leads_to_its_own_row() -> None:
    """The walk along the figures sees that there is a cell; here it is the right one."""
    page = printed("stuurgroep")
    answered = {v: _rows_by_id(f"vendors/{v}/answers.xlsx", "Vragen") for v in vendors()}
    asked = {slug: _rows_by_id(f"requirements/{slug}.xlsx", "Eisen") for slug in slugs()}
    briefs = {name.split(" ")[0]: vendor for vendor, name in products().items()}
    for id_, own in programme().items():
        caption, rows = _table(page, id_)
        for row in rows[1:]:
            vendor = briefs[row[0]]
            assert " ".join(row[1].split()).endswith(f"{vendor} · Vragen!F{answered[vendor][id_]}")
        places = {f"requirements/{s}.xlsx · Eisen!A{asked[s][row['Eis-ID']]}" for s, row in own.items()}
        assert set(re.findall(r"requirements/\w+\.xlsx · Eisen!A\d+", caption)) == places


def _table(page: Printed, id_: str) -> tuple[str, Rows]:
    (found,) = ((c, rows) for c, rows in page.by_caption.items() if rows and rows[0][0] == id_)
    return found


def _said(slug: str, head: list[str], cells: list[str], caption: str) -> tuple[str, str] | None:
    """Points, and the weight beside them, above them, or under the text of the requirement."""
    alone, place = len(cells) == 1, slugs().index(slug)
    points, _, own = cells[0 if alone else place].partition(" × ")
    if points == "–" or (alone and slug.title() not in caption):
        return None
    if points == "n.v.t.":
        return points, ""
    under = dict(re.findall(r"(\w+) × (\d+,\d\d)", caption.rpartition("Weging: ")[2])) if alone else {}
    above = "" if alone else head[3 + place].partition(" × ")[2]
    return points.removesuffix(f" {NONE}"), own or above or under.get(slug.title(), NONE)


def _expected(slug: str, vendor: str, id_: str) -> tuple[str, str] | None:
    row = programme()[id_].get(slug)
    if row is None:
        return None
    value = _value(row, vendors()[vendor], declared())
    if value is None:
        return "n.v.t.", ""
    low, high = map(_points, value[:2])
    part = _part(slug, vendor, row)
    share = dutch(100 * weight(slug, row["Thema"]) * part, 2) if part else NONE
    return (low if low == high else f"{low}–{high}"), share


def _part(slug: str, vendor: str, row: dict) -> Fraction:
    return part_of_theme(slug, vendor, row) or Fraction(0)


def _points(value: Fraction) -> str:
    return dutch(value, 0 if value.denominator == 1 else 2)

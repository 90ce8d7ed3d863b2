"""The municipalities' part of the example: three requirement lists and the decisions about them."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files

from marktscan.catalogue import CatalogueRequirement, catalogue_requirements
from marktscan.catalogue.rows import rows_of
from marktscan.domain.requirement import Kind
from marktscan.example.settings import municipalities, themes
from marktscan.spreadsheets.sheet import CellValue, Row

KNOCK_OUT = "KO"

Cells = dict[str, CellValue]


def slugs() -> tuple[str, ...]:
    """The slugs of the municipalities, alphabetically."""
    return tuple(slug for slug, _ in municipalities())


def requirement_rows(municipality: str) -> list[Row]:
    """The sheet Eisen of one municipality: catalogue rows it chose, then its own, theme by theme."""
    order = [theme.code for theme in themes()]
    rows = [*_chosen(municipality), *_own(municipality)]
    return sorted(rows, key=lambda row: order.index(str(row["theme"])))


def theme_rows(municipality: str) -> list[Row]:
    """The sheet Thema's of one municipality: its points out of 100 per theme."""
    weights = {row["theme"]: int(row[municipality]) for row in _table("theme_weights")}
    return [{"theme": t.code, "description": t.name, "weight": weights[t.code]} for t in themes()]


@cache
def decision_rows() -> list[Row]:
    """The sheet Besluiten: what the three decided about rows that differ."""
    return [
        row | _texts_decided(row) | {"decided_on": date.fromisoformat(row["decided_on"])}
        for row in _table("decisions")
    ]


def _texts_decided(decision: dict[str, str]) -> Cells:
    """The texts the municipalities had when they decided."""
    own = {slug: decision[f"id_{slug}"] for slug in slugs()}
    return {f"text_{slug}": _texts(slug)[own[slug]] for slug in slugs() if own[slug] in _texts(slug)}


@cache
def _texts(municipality: str) -> Cells:
    """The texts of one municipality by its own ids."""
    return {str(row["id"]): row["text"] for row in requirement_rows(municipality)}


def _chosen(municipality: str) -> Iterator[Row]:
    positions = {row["id"]: row[municipality] for row in _table("positions")}
    for item in catalogue_requirements():
        if positions[item.id]:
            yield _completed(municipality, item.id, _asked(item) | _position(positions[item.id]))


def _own(municipality: str) -> Iterator[Row]:
    for row in _table("own"):
        if row["municipality"] == municipality:
            yield _completed(municipality, row["id"], {**row, **_position(row["position"])})


def _asked(item: CatalogueRequirement) -> Cells:
    """What a municipality takes over from the catalogue."""
    names = ("id", "theme", "text", "explanation", "type", "norm", "evidence", "demo")
    return {name: getattr(item, name) for name in names}


def _position(text: str) -> Cells:
    """ "wens Could 2" or "Must 5 KO" as cells."""
    *kind, priority, weight = text.removesuffix(f" {KNOCK_OUT}").split(" ")
    return {
        "kind": kind[0] if kind else Kind.DEMAND.value,
        "priority": priority,
        "weight": int(weight),
        "knock_out": text.endswith(KNOCK_OUT),
    }


def _completed(municipality: str, requirement: str, row: Cells) -> Row:
    """With its owner and with everything this municipality noted or worded otherwise."""
    owner = {item["theme"]: item[municipality] for item in _table("owners")}[str(row["theme"])]
    notes = {
        note["field"]: note["value"]
        for note in _table("notes")
        if (note["municipality"], note["id"]) == (municipality, requirement)
    }
    return row | {"owner": owner} | notes


@cache
def _table(name: str) -> list[dict[str, str]]:
    return rows_of(files("marktscan.example") / "programme" / f"{name}.csv")

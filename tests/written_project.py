"""A whole project folder from a settings text and Markdown tables, so that a test shows all it is about."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from markdown_workbook import write_markdown


@dataclass(frozen=True)
class Written:
    """One vendor's folder: a table per workbook; prices, marks (by assessor) and consensus may be absent."""

    answers: str
    prices: str = ""
    marks: Mapping[str, str] = field(default_factory=dict)
    consensus: str = ""
    product: str = ""


def write_project(
    root: Path, settings: str, requirements: Mapping[str, Mapping[str, str]], vendors: Mapping[str, Written]
) -> Path:
    """Write marktscan.toml, a workbook per municipality (sheets by title) and a folder per vendor."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "marktscan.toml").write_text(settings, encoding="utf-8")
    for slug, sheets in requirements.items():
        write_markdown(root / f"requirements/{slug}.xlsx", sheets)
    for slug, vendor in vendors.items():
        _write_vendor(root / "vendors" / slug, slug, vendor)
    return root


def _write_vendor(folder: Path, slug: str, vendor: Written) -> None:
    named = vendor.product or slug.title()
    about = (
        f"| Gegeven | Waarde |\n|-|-|\n| Naam leverancier | {slug.title()} B.V. |\n| Naam product | {named} |"
    )
    write_markdown(folder / "answers.xlsx", {"Leverancier": about, "Vragen": vendor.answers})
    if vendor.prices:
        write_markdown(folder / "prices.xlsx", {"Kosten": vendor.prices})
    for assessor, table in vendor.marks.items():
        write_markdown(folder / f"assessments/{assessor}.xlsx", {"Beoordeling": table})
    if vendor.consensus:
        write_markdown(folder / "consensus.xlsx", {"Consensus": vendor.consensus})

"""Every number in a report leads to a cell or a setting, or is of a declared kind that nobody computes."""

import pytest
from leading import around, leads
from printed import page

pytestmark = pytest.mark.xdist_group("independent")
REPORTS = ("stuurgroep", "gemeente-diemen")


@pytest.mark.parametrize("report", REPORTS)
def test_every_printed_figure_leads_to_cells(report: str) -> None:
    assert leads(page(report)).astray() == []


@pytest.mark.parametrize(
    ("broken", "astray"),
    [
        (lambda html: html.replace('href="#herkomst-simulatie"', 'href="#weg"'), "zekerheid · td · 87 %"),
        (lambda html: html.replace('id="cijfers-antwoorden"', ""), "pakket-kade-zaken · text · 115"),
        (lambda html: html.replace("#score-samen-sleutel-gelijk", "#weg"), "samenvatting · a · 70,0"),
        (lambda html: html.replace("Eisen!", "Eisen ").replace("Vragen!", ""), "bijlage-eisen · td · 100"),
        (lambda html: html.replace("een optelsum van", "12,34 maal"), "bijlage-kosten · h2 · "),
        (lambda html: html.replace("Vragen!", ""), "bijlage-bevindingen · td · "),
        (lambda html: html.replace("iets anders dan nee.", "7 keer nee."), "bijlage-begrippen · td · "),
        (lambda html: html.replace('id="vingerafdrukken"', ""), "bijlage-herkomst · a · 61"),
        (lambda html: html.replace("Vergeleken pakketten", "6 pakketten"), " · dt · 6"),
    ],
)
def test_the_walk_finds_what_leads_nowhere(broken, astray: str) -> None:
    """Each link or cell taken away is told, so that the walk is seen to fail."""
    html = broken(page("stuurgroep"))
    assert html != page("stuurgroep")
    assert any(found.startswith(astray) for found in leads(html).astray())


def test_every_kind_of_figure_has_a_row_with_its_cells_or_settings() -> None:
    found = leads(page("stuurgroep"))
    rows = {name: node for name, node in found.targets.items() if name.startswith("herkomst-")}
    assert len(rows) == 17
    said = {name: around(node).text for name, node in rows.items()}
    assert "vendors/kade-zaken/answers.xlsx" in said["herkomst-antwoorden"]
    assert "Vragen!F2:F186" in said["herkomst-antwoorden"]
    assert "startgetal 20261101" in said["herkomst-simulatie"]
    assert all("!" in text or "marktscan" in text or "rules/" in text for text in said.values())

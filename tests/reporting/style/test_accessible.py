"""What a page lacks for readers who do not see it."""

from pathlib import Path

import pytest

from marktscan.reporting.style.accessible import problems
from marktscan.reporting.style.sample import print_sample

GOOD = """<!DOCTYPE html><html lang="nl"><head><title>Rapport</title>
<style>h6 { color: red }</style></head><body>
<h1 id="top">Rapport</h1><h2>Kop</h2><p>Lees <a href="#t">de tabel</a>.</p>
<table><caption id="t">Punten</caption>
<thead><tr><th scope="col">Pakket</th><th scope="col">Punten</th></tr></thead>
<tbody><tr><th scope="row">Kade</th><td>7</td></tr></tbody></table>
<svg><title>Kade heeft 7 punten.</title><text>7</text></svg><img src="x.png" alt="Kade"></body></html>"""


def test_a_good_page_lacks_nothing() -> None:
    assert problems(GOOD) == ()


def test_the_templates_of_the_product_lack_nothing(tmp_path: Path) -> None:
    assert [problems(page) for page in print_sample(tmp_path, "chapters/aanpak.html")] == [(), ()]


@pytest.mark.parametrize(
    ("good", "bad", "problem"),
    [
        (' lang="nl"', "", "er staat niet in welke taal"),
        ("<h2>Kop</h2>", "<h3>Kop</h3>", "een kop slaat een niveau over (h3 na h1)"),
        ('<h1 id="top">Rapport</h1>', "", "een kop slaat een niveau over (h2 na het begin)"),
        ('<caption id="t">Punten</caption>', "", "een tabel heeft geen bijschrift"),
        ('<caption id="t">Punten</caption>', "<caption> </caption>", "een tabel heeft geen bijschrift"),
        ('<th scope="row">', "<th>", "een kop in een tabel zegt niet waar hij bij hoort"),
        ("<td>7</td>", '<td colspan="2">7</td>', "in een tabel zijn cellen samengevoegd"),
        ("<td>7</td>", "", "in een tabel hebben niet alle rijen evenveel cellen"),
        (
            "<title>Kade heeft 7 punten.</title>",
            "",
            "een plaatje heeft geen woorden voor wie niet ziet (svg)",
        ),
        (' alt="Kade"', ' alt=""', "een plaatje heeft geen woorden voor wie niet ziet (img)"),
        ("de tabel</a>", "</a>", "een koppeling heeft geen woorden"),
        ('id="t"', 'id="top"', "dezelfde id staat meer dan een keer"),
    ],
)
def test_what_is_missing_is_told(good: str, bad: str, problem: str) -> None:
    assert good in GOOD
    (told,) = problems(GOOD.replace(good, bad))
    assert told.startswith(problem)


def test_a_table_without_headings_is_told() -> None:
    page = (
        GOOD.replace('<th scope="col">', "<td>").replace('<th scope="row">', "<td>").replace("</th>", "</td>")
    )
    assert problems(page) == ("een tabel heeft geen koppen (th)",)

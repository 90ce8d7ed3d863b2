"""The picture of tipping points: nearest themes first, and the table behind it has all of them."""

from fractions import Fraction

from marktscan.domain.results import Stress, TippingPoint
from marktscan.reporting.chapters.certainty import certainty
from marktscan.reporting.chapters.tipping import weight_figure
from marktscan.reporting.facts import Facts
from marktscan.reporting.variants import Variant
from marktscan.reporting.view import Paragraph, SideBySide, Table
from tests.reporting import small

POINTS = (
    TippingPoint("aalsmeer", "ARC", Fraction(1, 5), None, Fraction(1, 2), "", "polder"),
    TippingPoint("aalsmeer", "WOO", Fraction(1, 5), Fraction(1, 10), None, "polder", ""),
    TippingPoint("aalsmeer", "KOP", Fraction(1, 5), None, None, "", ""),
)


def facts(own: str = "") -> Facts:
    given = small.scan()
    return Facts(given, small.results(given), Stress(POINTS, ()), (), Variant(own or "stuurgroep", own))


def test_the_nearest_theme_comes_first_and_one_that_never_tips_is_left_out() -> None:
    given = facts()
    figure = weight_figure(given, given.municipalities[0])
    assert figure.chart.alt == (
        "Omslagpunten in Aalsmeer: Openbaarheid (Woo) 20 % (10–100); "
        "Archivering en duurzame toegankelijkheid 20 % (0–50)."
    )
    assert figure.title.startswith("Aalsmeer: ")
    assert figure.title.endswith(" eerste bij openbaarheid onder 10,0\N{NO-BREAK SPACE}%")
    assert isinstance(figure.numbers, Table)
    assert len(figure.numbers.rows) == 2


def test_the_words_beside_it_read_its_first_line_aloud() -> None:
    row = next(part for part in certainty(facts()).parts if isinstance(part, SideBySide))
    words = [part for _, inside in row.columns for part in inside if isinstance(part, Paragraph)]
    assert "".join(map(str, words[-1].text)).replace("\N{NO-BREAK SPACE}", " ") == (
        "Lees ‘20 % (10–100)’ zo: het thema telt nu voor 20 % mee. Zolang dat tussen 10 en 100 % blijft, "
        "houdt hetzelfde pakket de eerste plaats."
    )


def test_another_municipality_does_not_read_them() -> None:
    rows = [part for part in certainty(facts("diemen")).parts if isinstance(part, SideBySide)]
    assert rows == []
    assert [part for part in certainty(facts()).parts if isinstance(part, SideBySide)] != []

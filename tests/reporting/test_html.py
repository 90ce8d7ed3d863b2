"""Every report that can be made is one a screen reader can read, whatever the data."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from marktscan.domain.finding import Code, finding
from marktscan.domain.programme import Programme
from marktscan.domain.scan import Scan
from marktscan.domain.source import Source
from marktscan.reporting.variants import Variant, chosen
from marktscan.reporting.write import html_of
from marktscan.robustness.stress import stress
from tests.reporting import page, small

HOSTILE = "<script>alert('x')</script> {{ 7*7 }} \u202eomgekeerd\u202c \x07 😀 漢字 <link rel=attachment href=file:///etc/passwd>"


def _twelve() -> Scan:
    codes = "SCPRMNOX?S"
    return small.scan(answers={f"pakket-{n:02}": codes[n % 10 :] + codes[: n % 10] for n in range(12)})


def _empty_programme() -> Scan:
    made = small.scan()
    lists = tuple(replace(item, requirements=(), theme_weights=()) for item in made.lists)
    return replace(made, programme=Programme(), lists=lists)


def _hostile() -> Scan:
    given = small.project(question=HOSTILE, title=HOSTILE)
    bad = small.submission("boos", "SSSSSSSSSS", given, product=HOSTILE, text=HOSTILE * 20)
    return small.scan(given, others=[bad])


def _without_marks() -> Scan:
    made = small.scan()
    return replace(made, submissions=tuple(replace(s, marks=()) for s in made.submissions))


SCANS: dict[str, Callable[[], Scan]] = {
    "three municipalities": small.scan,
    "one municipality": lambda: small.scan(small.project(["Aalsmeer"])),
    "four municipalities and a long key": lambda: small.scan(small.project(["A", "B", "C", "D"])),
    "one vendor": lambda: small.scan(answers={"kade-zaken": "SSCSSSPSCS"}),
    "only the incumbent": lambda: small.scan(answers={"rx-enterprise": "SSSRRNRNSC"}),
    "twelve vendors": _twelve,
    "no vendors": lambda: small.scan(answers={}),
    "nothing readable": lambda: small.scan(
        answers={}, others=[small.unreadable("kade"), small.unreadable("rx-enterprise")]
    ),
    "one unreadable": lambda: small.scan(others=[small.unreadable("zwijger")]),
    "no incumbent": lambda: small.scan(answers={"a": "SSCSSSPSCS", "b": "SSCSSNPSCS"}),
    "no requirements": _empty_programme,
    "all the same": lambda: small.scan(answers={"a": "SSSSSSSSSS", "rx-enterprise": "SSSSSSSSSS"}),
    "nothing offered": lambda: small.scan(answers={"a": "NNNNNNNNNN", "rx-enterprise": "NNNNNNNNNN"}),
    "only promises": lambda: small.scan(answers={"a": "RRRRRRRRRR", "rx-enterprise": "RRRRRRRRRR"}),
    "hostile text": _hostile,
    "no marks yet": _without_marks,
    "plain project": lambda: small.scan(small.project(fictitious=False, to_verify=(), milestones=())),
}
FINDINGS = (
    finding(Code.VENDORS_EMPTY, Source("vendors")),
    finding(Code.ANSWER_EMPTY, Source("vendors/kade-zaken/answers.xlsx", "Vragen", "F2"), id="ZTC-01"),
    finding(Code.ANSWER_EMPTY, Source("vendors/kade-zaken/answers.xlsx", "Vragen", "F3"), id="ZTC-02"),
    finding(
        Code.MARK_WITHOUT_MOTIVATION, Source("vendors/kade-zaken/assessments/piet.xlsx", "Beoordeling", "G2")
    ),
    finding(Code.TEXT_VAGUE, Source("requirements/diemen.xlsx", "Eisen", "C2"), word="snel"),
)


def html(made: Scan, name: str = "stuurgroep") -> str:
    results = small.results(made)
    (variant,) = chosen(made.project, (name,))
    return html_of(made, results, stress(made, results), FINDINGS, variant)


@pytest.mark.parametrize("name", SCANS)
def test_every_report_is_sound_whatever_the_data(name: str) -> None:
    made = SCANS[name]()
    own = f"gemeente-{made.project.municipalities[0].slug}"
    for report in (page.read(html(made)), page.read(html(made, own))):
        levels = [level for level, _ in report.headings]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
        assert all(said.strip() for _, said in report.headings)
        assert all(len(set(table.rows)) == 1 for table in report.tables)
        assert all(table.caption.strip() for table in report.tables)
        assert not any(table.unscoped or table.spans for table in report.tables)
        assert len(report.ids) == len(set(report.ids))
        assert {link.removeprefix("#") for link in report.links} <= set(report.ids)
        assert all(link.startswith("#") for link in report.links)
        assert report.pictures == report.spoken
        assert not {"script", "img", "iframe"} & set(report.elements)
        assert "None" not in report.text
        assert not re.search(r"\bgeen (?:is|zijn|hebben)\b", report.text)


def test_text_from_outside_stays_text() -> None:
    made = html(_hostile())
    assert "<script>" not in made
    assert "7*7" in made and "{{ 7*7 }}" in made
    assert "\u202e" not in made and "\x07" not in made and "😀" not in made and "漢" not in made
    assert "□" in made
    assert made.count("<link") == 2, "the two style sheets of the report itself"


def test_long_explanations_are_cut_and_say_where_the_rest_stands() -> None:
    assert "(ingekort, zie vendors/boos/answers.xlsx · Vragen!G2)" in html(_hostile())


def test_fiction_is_said_on_every_page_and_only_when_it_is_fiction() -> None:
    assert 'data-notice="Fictieve voorbeeldgegevens"' in html(small.scan())
    assert "Fictieve" not in html(SCANS["plain project"]())


def test_a_municipality_does_not_read_what_stands_in_the_others_workbooks() -> None:
    own = page.read(html(small.scan(), "gemeente-aalsmeer")).text
    assert "interne opmerking" not in own
    assert "requirements/diemen.xlsx · Eisen!C2" not in own
    assert "R112" not in own and "R112" in page.read(html(small.scan())).text


def test_no_report_names_an_assessor_beside_a_finding() -> None:
    assert "piet" not in html(small.scan())


def test_a_municipality_first_sees_itself() -> None:
    headings = [
        said for level, said in page.read(html(small.scan(), "gemeente-diemen")).headings if level == 2
    ]
    assert headings[1] == "Kade Zaken staat in Diemen bovenaan; de gezamenlijke eerste kost geen punten"


def test_the_same_scan_gives_the_same_html() -> None:
    assert html(small.scan()) == html(small.scan())


def test_numbers_of_a_page_lead_to_the_row_in_the_annex() -> None:
    report = page.read(html(small.scan()))
    assert "#eis-KOP-01" in report.links
    assert "eis-KOP-01" in report.ids


def test_html_of_takes_a_variant() -> None:
    made = small.scan()
    results = small.results(made)
    assert "rapport voor Diemen" in html_of(
        made, results, small.NO_STRESS, (), Variant("gemeente-diemen", "diemen")
    )

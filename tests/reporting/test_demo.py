"""What to see in a demonstration, and how far claims are proved."""

from dataclasses import replace

from marktscan.domain.assessment import Level
from marktscan.domain.claims import Claims
from marktscan.domain.scan import Scan
from marktscan.pipeline import background_of
from marktscan.reporting.chapters.demo import demo
from marktscan.reporting.chapters.evidence import evidence
from marktscan.reporting.facts import Facts
from marktscan.reporting.variants import Variant
from marktscan.reporting.view import Chapter, Paragraph, Table
from tests.reporting import small


def facts(made: Scan | None = None) -> Facts:
    given = made or small.scan()
    results = small.results(given)
    return Facts(given, results, small.NO_STRESS, (), Variant("stuurgroep"), background_of(given, results))


def chapter(given: Facts) -> Chapter:
    found = demo(given)
    assert found is not None
    return found


def test_a_list_per_package_with_knock_outs_first() -> None:
    tables = [part for part in chapter(facts()).parts if isinstance(part, Table)]
    assert [table.caption.split(":")[0] for table in tables] == [
        "Kade Zaken",
        "Polder Componenten",
        "Rx.Enterprise",
    ]
    hard = ["".join(map(str, row.cells[4].text)) for row in tables[0].rows]
    assert hard == sorted(hard, key=lambda said: said == "–")
    assert hard[0] == "alle"


def test_a_knock_out_has_no_points_at_stake() -> None:
    table = next(part for part in chapter(facts()).parts if isinstance(part, Table))
    assert table.rows[0].cells[5].text == ("–",)
    explained = chapter(facts()).parts[0]
    assert isinstance(explained, Paragraph)
    said = "".join(map(str, explained.text))
    assert "(een streepje: niets), verdeelsleutel: elke gemeente even zwaar." in said


def test_what_does_not_stand_on_the_list_is_counted() -> None:
    first, *others = (part for part in chapter(facts()).parts if isinstance(part, Table))
    assert (first.caption, len(first.rows)) == ("Kade Zaken: tien beweringen om na te gaan", 8)
    assert first.subtitle == "Daarna nog twee met minder gevolg"
    assert not any(table.subtitle for table in others)


def test_the_title_counts_hard_requirements_once() -> None:
    assert chapter(facts()).title == "Twee knock-outs moeten in de demo nog worden aangetoond"


def test_with_nothing_to_prove_there_is_nothing_to_show() -> None:
    given = facts()
    assert given.background is not None
    proved = replace(given, background=replace(given.background, claims=Claims((), ())))
    found = chapter(proved)
    assert found.title == "Elke bewering die telt, is bewezen"
    assert isinstance(found.parts[1], Paragraph)
    assert demo(replace(given, background=None)) is None


def test_evidence_counts_every_claim_about_today() -> None:
    made = small.scan()
    first, *others = made.submissions
    bare = {**first.answers, "ZTC-01": replace(first.answers["ZTC-01"], evidence="")}
    given = facts(replace(made, submissions=(replace(first, answers=bare), *others)))
    figure = evidence(given, "kade-zaken")
    assert figure is not None
    # ten answers that work today; both wishes were marked as no more than claimed, one answer has no evidence
    assert figure.title == "30\xa0% is alleen geclaimd"
    assert figure.subtitle == "10 ja-antwoorden naar bewijs"
    assert given.background is not None
    assert sum(given.background.claims.levels["kade-zaken"].values()) == 10
    assert given.background.claims.levels["kade-zaken"][Level.DOCUMENTED] == 7


def test_a_package_that_claims_nothing_has_no_evidence() -> None:
    assert evidence(facts(small.scan(answers={"kade-zaken": "N" * 10})), "kade-zaken") is None

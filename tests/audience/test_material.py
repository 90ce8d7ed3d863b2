"""What each reader is given, on the small scan: nothing of what it may not have is anywhere in it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from marktscan.audience import Material, Selection, cells
from marktscan.audience.inference import follows
from marktscan.audience.of_public import coarse
from marktscan.audience.relations import relations
from marktscan.domain.bandwidth import CostBandwidth
from marktscan.domain.classification import Audience, CellKind, Classification, ClassificationRules, Reader
from marktscan.domain.conventions import CostRules
from marktscan.domain.project import Forms, Weights
from marktscan.domain.scan import Scan
from tests.audience.material import DIEMEN, KADE, PUBLIC, STEERING, WORDS, whole
from tests.reporting import small


def text_of(reader: Reader, given: Material | None = None) -> str:
    """Everything in what a reader is given, as text."""
    return repr(Selection(given or whole()).material_for(reader))


def test_every_cell_has_a_class_and_its_place() -> None:
    found = {(c.source.file, c.source.cell): c for c in cells(whole().scan) if c.kind is CellKind.ANSWER}
    own = found["vendors/polder/answers.xlsx", "F3"]
    assert own.classification is Classification.CONFIDENTIAL
    assert found["vendors/polder/answers.xlsx", "F2"].classification is Classification.PUBLIC
    assert {c.classification for c in cells(whole().scan) if c.kind is CellKind.PRICE} == {
        Classification.CONFIDENTIAL
    }


def test_what_is_internal_by_declaration_stays_so_when_a_vendor_calls_it_confidential() -> None:
    made = whole()
    rules = replace(made.scan.project.classification, classes={
        **made.scan.project.classification.classes, CellKind.ANSWER: Classification.INTERNAL
    })  # fmt: skip
    scan = replace(made.scan, project=replace(made.scan.project, classification=rules))
    answers = {c.classification for c in cells(scan) if c.kind is CellKind.ANSWER}
    assert answers == {Classification.INTERNAL}


@pytest.mark.parametrize("reader", [KADE, PUBLIC, STEERING, DIEMEN], ids=lambda r: r.audience)
def test_no_reader_is_given_a_person(reader: Reader) -> None:
    given = text_of(reader)
    assert "Jan de Vries" not in given
    assert not any(f"{slug}-1" in given for slug in ("aalsmeer", "amstelveen", "diemen"))


def test_the_steering_group_has_all_remarks_and_a_municipality_only_its_own() -> None:
    assert "interne opmerking van aalsmeer" in text_of(STEERING)
    assert "interne opmerking van diemen" in text_of(DIEMEN)
    assert "interne opmerking van aalsmeer" not in text_of(DIEMEN)
    assert "requirements/aalsmeer.xlsx', sheet='Eisen', cell='C2'" not in text_of(DIEMEN)


def test_a_vendor_has_its_own_answers_and_prices_and_nothing_of_anybody_else() -> None:
    given = Selection(whole()).material_for(KADE)
    (own,) = given.scan.submissions
    assert own.answers["ZTC-02"].explanation.startswith(WORDS)
    assert own.prices[0].one_off == Decimal(100_010)
    everything = repr(given).casefold()
    assert not any(word in everything for word in ("polder", "rx-enterprise", "rx.enterprise", "100006"))
    assert [item.source.cell for item in given.findings] == ["F2"]


def test_nobody_outside_is_given_other_names_amounts_or_weights_of_the_project_file() -> None:
    made = whole()
    declared = replace(
        made.scan.project,
        forms=Forms(also={"polder": ("Kajuit",)}),
        costs=CostRules(ceilings={"samen": Decimal(7_654_321)}),
        weights={"diemen": Weights({"ZTC": 37})},
    )
    named = replace(made, scan=replace(made.scan, project=declared))
    assert "Kajuit" in text_of(STEERING, named)
    for reader in (KADE, PUBLIC):
        given = text_of(reader, named)
        assert not any(word in given for word in ("Kajuit", "7654321", "Weights("))


def test_a_vendor_does_not_learn_who_asks_what_how_heavily_or_how_hard_nor_its_place() -> None:
    given = Selection(whole()).material_for(KADE)
    assert all(not row.positions for row in given.scan.programme.rows)
    assert all(not item.requirements and not item.theme_weights for item in given.scan.lists)
    assert (given.results.contributions, given.results.knock_outs) == ((), ())
    assert {entry.rank for ranking in given.results.joint.values() for entry in ranking.entries} == {None}


def _with_one_open_answer(code: str, *, weights: Classification = Classification.INTERNAL) -> Material:
    rules = ClassificationRules()
    project = small.project(
        classification=replace(rules, classes={**rules.classes, CellKind.WEIGHT: weights}),
        rules=replace(small.project().rules, reminder_sent=code == "O"),
    )
    made = small.scan(project, answers={**small.ANSWERS, "kade-zaken": f"{code}SCSSPMSCS"})
    return Material(made, small.results(made), small.NO_STRESS)


@pytest.mark.parametrize("code", ["O", "?"])
def test_coverage_and_interval_of_one_open_answer_would_tell_its_weight_so_a_vendor_has_neither(
    code: str,
) -> None:
    selection = Selection(_with_one_open_answer(code))
    given = selection.material_for(KADE)
    assert selection.inferred(given, KADE) == {}
    shown = replace(given, results=replace(given.results, municipalities={
        name: replace(ranking, entries=(selection.whole.results.municipalities[name].of("kade-zaken"),))
        for name, ranking in given.results.municipalities.items()
    }))  # fmt: skip
    assert ("weight", "diemen", "ZTC-01") in selection.inferred(shown, KADE)


def test_a_vendor_reads_the_public_report_too_so_no_interval_there_tells_it_a_weight() -> None:
    """Kade knows which of its answers could not be read; "71,2 tot 74,0" would tell how much that weighs."""
    selection = Selection(_with_one_open_answer("?"))
    given = selection.material_for(PUBLIC)
    rankings = given.results.municipalities.values()
    assert {ranking.of("kade-zaken").high for ranking in rankings} == {None}
    assert selection.inferred(given, PUBLIC) == {}
    own = selection.whole.results.municipalities["diemen"]
    shown = replace(given, results=replace(given.results, municipalities={
        **given.results.municipalities, "diemen": own
    }))  # fmt: skip
    assert ("weight", "diemen", "ZTC-01") in selection.inferred(shown, PUBLIC)


def test_a_joint_interval_is_made_of_those_of_municipalities() -> None:
    """ZTC-01 is open for all three; with two intervals and the joint one the third follows."""
    selection = Selection(_with_one_open_answer("?"))
    known = [
        ("answers", "kade-zaken"),
        *(("reach", n, "kade-zaken") for n in ("aalsmeer", "diemen", "key:gelijk")),
    ]
    assert ("weight", "amstelveen", "ZTC-01") in follows(tuple(relations(selection.whole)), known)


def test_where_weights_are_public_a_vendor_has_coverage_and_interval() -> None:
    made = _with_one_open_answer("?", weights=Classification.PUBLIC)
    entry = Selection(made).material_for(KADE).results.municipalities["diemen"].of("kade-zaken")
    assert 0 < entry.coverage < 1
    assert entry.high is not None
    assert entry.low is not None
    assert entry.high > entry.low


def test_the_best_of_the_others_is_told_only_when_there_are_enough_of_them() -> None:
    assert Selection(whole()).material_for(KADE).shown.best == {}
    many = small.scan(answers={**small.ANSWERS, "oost": "SSSSSSSSSS", "west": "NNNNNNNNNN"})
    made = Material(many, small.results(many), small.NO_STRESS)
    best = Selection(made).material_for(KADE).shown.best
    assert best["ZTC"] >= max(
        e.theme("ZTC").low for e in made.results.joint["gelijk"].entries if e.vendor != "kade-zaken"
    )


def test_everybody_has_the_scores_and_no_answer_price_or_word_of_a_vendor() -> None:
    given = Selection(whole()).material_for(PUBLIC)
    assert len(given.results.joint["gelijk"].scored) == 3
    assert all(not s.answers and not s.prices and not s.marks for s in given.scan.submissions)
    everything = repr(given)
    assert WORDS not in everything
    assert "Zie hoofdstuk" not in everything
    assert "100010" not in everything
    assert "interne opmerking" not in everything


def test_answers_that_a_vendor_calls_confidential_are_in_no_public_count() -> None:
    tallies = Selection(whole()).material_for(PUBLIC).shown.tallies
    assert {vendor: sum(found.values()) for vendor, found in tallies.items()} == dict.fromkeys(
        small.ANSWERS, 9
    )


def _without_a_vendor_secret(scan: Scan) -> Scan:
    return replace(
        scan,
        submissions=tuple(
            replace(s, answers={i: replace(a, confidential=False) for i, a in s.answers.items()})
            for s in scan.submissions
        ),
    )


def test_a_state_that_rests_on_a_confidential_hard_requirement_is_not_public() -> None:
    made = whole()
    hidden = tuple(
        replace(s, answers={**s.answers, "ARC-01": replace(s.answers["ARC-01"], confidential=True)})
        if s.vendor.slug == "polder"
        else s
        for s in _without_a_vendor_secret(made.scan).submissions
    )
    scan = replace(made.scan, submissions=hidden)
    states = Selection(replace(made, scan=scan)).material_for(PUBLIC).shown.knock_outs
    assert not any(vendor == "polder" for _, vendor in states)
    assert ("", "kade-zaken") in states


def _confidential(made: Material, vendor: str, *rows: str, weights: Classification) -> Material:
    """Only these answers are confidential; the weights and marks are what the project says."""
    clean = _without_a_vendor_secret(made.scan)
    submissions = tuple(
        replace(s, answers={**s.answers, **{row: replace(s.answers[row], confidential=True) for row in rows}})
        if s.vendor.slug == vendor
        else s
        for s in clean.submissions
    )
    rules = clean.project.classification
    declared = replace(rules, classes={**rules.classes, CellKind.WEIGHT: weights, CellKind.MARK: weights})
    scan = replace(clean, submissions=submissions, project=replace(clean.project, classification=declared))
    return replace(made, scan=scan)


def _themes(given: Material, vendor: str) -> set[str]:
    return {theme.theme for theme in given.results.joint["gelijk"].of(vendor).themes}


def test_a_theme_with_one_requirement_that_counts_is_not_withheld_alone_so_that_it_is_no_addend() -> None:
    """ARC-02 is all that counts in ARC; weights are public, so the total and the others would give ARC."""
    made = _confidential(whole(), "polder", *small.ROWS, weights=Classification.PUBLIC)
    selection = Selection(made)
    given = selection.material_for(PUBLIC)
    assert selection.inferred(given, PUBLIC) == {}
    assert "ARC" not in _themes(given, "polder")
    assert len(_themes(given, "polder")) < len(small.THEMES) - 1
    assert _themes(given, "kade-zaken") == {theme.code for theme in small.THEMES}


def test_where_everything_but_one_answer_is_public_the_total_tells_it_so_there_is_no_report() -> None:
    """What everybody may read need not stand in this report to be known."""
    made = _confidential(whole(), "polder", "ARC-02", weights=Classification.PUBLIC)
    selection = Selection(made)
    found = selection.inferred(selection.material_for(PUBLIC), PUBLIC)
    assert set(found) == {("value", "polder", "ARC-02")}


def test_theme_scores_from_which_the_sealed_weights_follow_are_withheld() -> None:
    """Three totals and "together 1" are four equations for the weights of four themes."""
    selection = Selection(whole())
    given = selection.material_for(PUBLIC)
    assert selection.inferred(given, PUBLIC) == {}
    assert all(_themes(given, vendor) == set() for vendor in small.ANSWERS)


def test_material_that_was_not_selected_is_seen_to_tell_what_it_may_not() -> None:
    selection = Selection(whole())
    found = selection.inferred(selection.whole, PUBLIC)
    assert {quantity[0] for quantity in found} >= {"weight", "mark", "price"}


@pytest.mark.parametrize(
    ("lowest", "highest", "expected"),
    [
        ("6167856.94", "14210000", ("6000000", "15000000")),
        ("610000", "980001", ("600000", "990000")),
        ("7", "95", ("6", "96")),
        ("2400", "3600", ("2300", "3700")),
    ],
)
def test_the_public_bandwidth_has_two_figures_and_always_grows(
    lowest: str, highest: str, expected: tuple[str, str]
) -> None:
    found = coarse(CostBandwidth(Decimal(lowest), Decimal(highest), 3, 0, 0))
    assert (found.lowest, found.highest) == tuple(map(Decimal, expected))
    assert found.lowest < Decimal(lowest) <= Decimal(highest) < found.highest


@pytest.mark.parametrize("municipalities", [1, 2, 3])
@pytest.mark.parametrize("vendors", [1, 2, 3, 4])
def test_however_few_there_are_nothing_follows_outside_and_nobody_else_is_named(
    vendors: int, municipalities: int
) -> None:
    answers = {**small.ANSWERS, "noordzaak": "SNSCSSPSCS"}
    project = small.project(("Aalsmeer", "Amstelveen", "Diemen")[:municipalities])
    scan = small.scan(project, answers=dict(list(answers.items())[:vendors]))
    selection = Selection(Material(scan, small.results(scan), small.NO_STRESS))
    assert selection.inferred(selection.material_for(PUBLIC), PUBLIC) == {}
    for slug in (s.vendor.slug for s in scan.submissions):
        reader = Reader(Audience.VENDOR, slug)
        given = selection.material_for(reader)
        assert selection.inferred(given, reader) == {}
        assert not any(other in repr(given) for other in answers if other != slug)
        assert bool(given.shown.best) == (vendors > 3)

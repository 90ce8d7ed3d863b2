import re

from marktscan.catalogue import catalogue_requirements, norms
from marktscan.checking.texts import VAGUE
from marktscan.domain.requirement import Kind, Priority

ROWS = catalogue_requirements()


def test_every_theme_is_numbered_without_gaps():
    by_theme: dict[str, list[int]] = {}
    for row in ROWS:
        by_theme.setdefault(row.theme, []).append(int(row.id.removeprefix(f"{row.theme}-")))
    assert len(by_theme) == 14
    assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in by_theme.values())


def test_a_row_asks_one_thing_in_words_that_can_be_verified():
    for row in ROWS:
        assert row.text.endswith("."), row.id
        assert ";" not in row.text, row.id
        assert "Idem" not in row.text, row.id
        assert not set(re.findall(r"[\w.-]+", row.text.casefold())) & set(VAGUE), row.id


def test_what_was_split_says_where_it_came_from():
    ids = {row.id for row in ROWS}
    split = [row for row in ROWS if row.origin.startswith("afgesplitst van ")]
    assert len(split) == 53
    assert all(row.origin.removeprefix("afgesplitst van ") in ids for row in split)
    assert len(ROWS) - len(split) == 120


def test_knock_outs_are_demands_that_must():
    knock_outs = [row for row in ROWS if row.knock_out]
    assert len(knock_outs) == 17
    assert all((row.kind, row.priority) == (Kind.DEMAND, Priority.MUST) for row in knock_outs)
    assert all(row.evidence for row in knock_outs)


def test_evidence_is_written_in_full_and_demos_are_named():
    for row in ROWS:
        assert not re.search(r"\b[A-Z]\d?\b(?!-)", row.evidence), row.id
        assert re.fullmatch(r"(Demo \d( en Demo \d)*)?", row.demo), row.id


def test_weights_are_one_to_five():
    assert {row.weight for row in ROWS} == {1, 2, 3, 4, 5}


def test_the_register_tells_which_standards_are_withdrawn():
    withdrawn = {norm.code for norm in norms() if norm.status == "vervallen"}
    assert {"NEN-2082", "TMLO", "BIO"} <= withdrawn
    assert len(norms()) == 23

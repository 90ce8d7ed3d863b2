"""Rules to text and back: nothing that can change an outcome gets lost."""

import tomllib
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from freezing.agreed_project import agreed_project, change
from hypothesis import given
from hypothesis import strategies as st

from marktscan import pipeline
from marktscan.domain.literals import literal, value_of
from marktscan.freezing.differences import differences
from marktscan.freezing.restore import AsRead, scan_under
from marktscan.freezing.rules import rules_of, tree_of
from marktscan.project_file.declarations import declarations
from marktscan.wording.rule_values import in_words

TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
SCALARS = st.one_of(
    st.booleans(),
    st.integers(-(10**12), 10**12),
    TEXTS,
    st.decimals(0, 10**9, allow_nan=False, places=4),
    st.dates(date(1900, 1, 1)),
)


@given(SCALARS | st.lists(TEXTS | st.booleans(), max_size=4))
def test_a_value_is_read_back_as_it_was(value):
    assert value_of(literal(value)) == value


@given(st.from_regex(r'"?[a"\\0-9\t\x7fé-]{0,6}"?|true|false', fullmatch=True) | TEXTS)
def test_what_is_told_at_sight_is_what_the_file_says(text):
    """A value is what TOML makes of it, however it is found, and what TOML refuses is none."""
    try:
        expected = tomllib.loads(f"value = {text}", parse_float=Decimal)
    except tomllib.TOMLDecodeError:
        expected = {}
    if list(expected) != ["value"] or isinstance(expected["value"], dict | datetime | time):
        with pytest.raises(ValueError):
            value_of(text)
    else:
        assert (value_of(text), type(value_of(text))) == (expected["value"], type(expected["value"]))


def test_equal_amounts_are_written_alike():
    assert literal(Decimal("250000.00")) == literal(Decimal("2.5E+5")) == "250000"
    assert literal(Decimal("0.90")) == "0.9"


@pytest.mark.parametrize(
    "text", ["", "1\nanders = 2", "{a = 1}", "[[1], {}]", "[" * 9999, "2026-09-30T10:00:00"]
)
def test_other_text_is_no_value(text):
    with pytest.raises(ValueError):
        value_of(text)


def test_values_in_words():
    texts = ("true", "false", '"lineair"', '["prijs", "loting"]', "[]", '""', None, "geen waarde")
    words = ["ja", "nee", "lineair", "prijs, loting", "niets", "niets", "niets", "geen waarde"]
    assert [in_words(text) for text in texts] == words


def as_read(root):
    outcome = pipeline.check(root)
    return AsRead(outcome.scan, declarations(root, "marktscan.toml"), outcome.scan.submissions)


@pytest.mark.parametrize(
    ("weights", "fixed"), [("33.3 66.7", ("333", "667")), ("0.0001 99999999", ("1", "999999990000"))]
)
def test_shares_with_decimals_are_fixed_and_restored_as_they_were(weights, fixed, tmp_path):
    root = agreed_project(tmp_path)
    change(root, "aalsmeer = 1, diemen = 1", "aalsmeer = {}, diemen = {}".format(*weights.split()))
    read = as_read(root)
    rules = rules_of(read.scan)
    assert tuple(rules["keys", "gelijk", "weights", slug] for slug in ("aalsmeer", "diemen")) == fixed
    assert scan_under(rules, read) == read.scan


@pytest.mark.parametrize("project", ["example", "small"])
def test_the_same_rules_give_the_same_scan(project, example_project, tmp_path):
    read = as_read(example_project if project == "example" else agreed_project(tmp_path))
    assert scan_under(rules_of(read.scan), read) == read.scan


def test_every_rule_counts(tmp_path):
    """Give any rule another value and either the scan is another one or no project can be made of it."""
    read = as_read(agreed_project(tmp_path))
    rules = rules_of(read.scan)
    for path, text in rules.items():
        assert scan_under({**rules, path: other(text)}, read) != read.scan, path


def other(text: str) -> str:
    """Another value of the same kind."""
    value = value_of(text)
    if isinstance(value, bool):
        return literal(not value)
    if isinstance(value, int | date):
        return literal(value + (timedelta(1) if isinstance(value, date) else 1))
    return literal([*value, "anders"] if isinstance(value, list) else f"{value} anders")


def test_a_rule_that_is_also_a_table_is_refused():
    with pytest.raises(ValueError):
        tree_of({("a",): "1", ("a", "b"): "2"})


def test_rules_that_make_no_project_have_no_outcome(tmp_path):
    read = as_read(agreed_project(tmp_path))
    rules = rules_of(read.scan)
    assert scan_under({}, read) is None
    assert scan_under({**rules, ("points", "answers", "S"): "101"}, read) is None
    assert scan_under({**rules, ("eisen", "diemen", "ARC-01", "gewicht"): '"zwaar"'}, read) is None


@given(st.dictionaries(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")), st.sampled_from("123")))
def test_nothing_differs_from_itself(rules):
    assert differences(rules, rules) == ()


def test_a_row_that_came_or_went_is_one_difference():
    row = {("eisen", "diemen", "ARC-01", name): "1" for name in ("tekst", "gewicht")}
    (gone,), (came,) = differences(row, {}), differences({}, row)
    assert gone.rule == came.rule == ("eisen", "diemen", "ARC-01")
    assert gone.parts == came.parts == tuple(row)
    (changed,) = differences(row, {**row, ("eisen", "diemen", "ARC-01", "gewicht"): "2"})
    assert changed.rule == ("eisen", "diemen", "ARC-01", "gewicht")

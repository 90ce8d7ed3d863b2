"""Records that no program wrote: every one is a finding, never a traceback."""

import json
from dataclasses import replace
from datetime import date

import pytest
from freezing.agreed_project import agreed_project

from marktscan import fixing, pipeline
from marktscan.cli import main
from marktscan.domain.frozen import Amendment
from marktscan.domain.literals import literal
from marktscan.freezing import recorded
from marktscan.freezing.record import (
    AMENDMENTS,
    RECORD,
    amendments_bytes,
    chained,
    read_freeze,
    record_bytes,
    sealed,
)

GROUP = fixing.Fixing("Stuurgroep", date(2026, 9, 30))
ODD = [
    (),
    ("eisen",),
    ("themas",),
    ("samenvoeging",),
    ("eisen", "diemen"),
    ("eisen", "diemen", "ARC-01"),
    ("eisen", "diemen", "ARC-01", "gewicht", "meer"),
    ("eisen", "elders", "ARC-01", "gewicht"),
    ("samenvoeging", "X-1", "besluit"),
    ("points",),
    ("points", "marks", "tien"),
    ("municipalities",),
    ("keys", "gelijk"),
    ("zomaar", "\x1b[2J", "\u202eiets"),
]
NOBODY = [("eisen", "elders", "ARC-01", "gewicht")]
"""About a municipality that takes no part nothing is told."""
TEXTS = ["1", '"zwaar"', "[[[[", "\n", "1e999", "9" * 5000, "[true, 2]", "2026-13-45", '"\\ud800"', "inf"]


@pytest.fixture(scope="module")
def frozen(tmp_path_factory):
    root = tmp_path_factory.mktemp("frozen")
    agreed_project(root, answered=False)
    fixing.freeze(root, GROUP)
    return agreed_project(root)


@pytest.fixture
def root(frozen):
    """The frozen project, put back afterwards."""
    before = (frozen / RECORD).read_bytes()
    yield frozen
    (frozen / RECORD).write_bytes(before)
    (frozen / AMENDMENTS).unlink(missing_ok=True)


def numbers(root):
    return {item.code.number for item in pipeline.check(root).findings if item.code.number.startswith("V")}


@pytest.mark.parametrize("path", ODD, ids=repr)
def test_a_rule_that_cannot_be_with_a_hash_that_holds(root, path, capsys):
    freeze = read_freeze(root)
    forged = sealed(replace(freeze, rules={**freeze.rules, path: "1"}))
    (root / RECORD).write_bytes(record_bytes(forged))
    assert main(["--project", str(root), "freeze", "--show"]) == (0 if path in NOBODY else 1)
    amend = ["freeze", "--amend", "niets", "--name", "A", "--date", "2026-10-01", "--reason", "proef"]
    assert main(["--project", str(root), *amend]) == 2
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.parametrize("text", TEXTS)
def test_a_value_that_cannot_be(root, text):
    freeze = read_freeze(root)
    forged = sealed(replace(freeze, rules={**freeze.rules, ("points", "answers", "C"): text}))
    (root / RECORD).write_bytes(record_bytes(forged))
    assert "V201" in numbers(root)


def test_an_amount_without_end(root):
    freeze = read_freeze(root)
    forged = sealed(replace(freeze, rules={**freeze.rules, ("costs", "ceilings", "samen"): "inf"}))
    (root / RECORD).write_bytes(record_bytes(forged))
    assert numbers(root) & {"V101", "V203"}


@pytest.mark.parametrize("path", ODD, ids=repr)
def test_an_amendment_that_cannot_be(root, path):
    odd = Amendment(path, None, "[", "geen", "niemand", date(2026, 10, 1))
    (root / AMENDMENTS).write_bytes(amendments_bytes((chained(odd, read_freeze(root).sha256),)))
    assert numbers(root) & {"V101", "V201", "V203"} or path in NOBODY


@pytest.mark.parametrize("name", ["by", "day", "rules", "files", "answers", "sha256"])
def test_a_field_of_another_kind(root, name):
    content = json.loads((root / RECORD).read_bytes())
    for value in (None, 7, ["x", 1], {"a": 1}, "2026-99-99", [[["a"], 1]]):
        (root / RECORD).write_text(json.dumps({**content, name: value}), encoding="utf-8")
        _, found = recorded(root)
        assert {item.code.number for item in found} & {"V101", "V102"}, value
        (root / RECORD).write_text(json.dumps({**content, name: content[name]}), encoding="utf-8")


def test_a_folder_in_the_place_of_the_record(tmp_path):
    (tmp_path / RECORD).mkdir(parents=True)
    found, (told,) = recorded(tmp_path)
    assert (found, told.code.number) == (None, "V101")


@pytest.mark.parametrize("value", [None, 1.5, object()])
def test_what_is_no_rule_has_no_text(value):
    with pytest.raises(TypeError):
        literal(value)

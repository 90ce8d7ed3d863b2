"""The commands on the whole example: what `explain` shows adds up to what `score` prints."""

import json
from collections import defaultdict
from fractions import Fraction

import pytest

from marktscan.cli import main


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    folder = tmp_path_factory.mktemp("whole") / "example"
    assert main(["example", str(folder)]) == 0
    return folder


@pytest.fixture
def ask(example, capsys):
    def carry_out(*words: str):
        code = main(["--project", str(example), *words, "--json"])
        return code, json.loads(capsys.readouterr().out)

    return carry_out


def test_an_explanation_adds_up_to_the_printed_score(ask):
    _, scores = ask("score")
    vendor = scores["joint"]["gelijk"]["ranking"][0]["vendor"]
    _, explained = ask("explain", vendor)
    for slug, part in explained["municipalities"].items():
        (entry,) = (e for e in scores["municipalities"][slug]["ranking"] if e["vendor"] == vendor)
        assert part["score"] == entry
        assert sum(Fraction(row["points_exact"]) for row in part["rows"]) == Fraction(entry["score_exact"])
        assert by_theme(part["rows"]) == {
            code: theme["score_exact"] for code, theme in entry["themes"].items()
        }


def by_theme(rows: list[dict]) -> dict[str, str]:
    """Per theme Σ weight × points ÷ Σ weight, over the rows that count: what a pocket calculator would do."""
    counting = defaultdict(list)
    for row in rows:
        if row["raw_weight"] and row["state"] != "niet van toepassing":
            counting[row["theme"]].append(row)
    scores = {
        theme: sum(100 * r["raw_weight"] * Fraction(r["value_exact"]) for r in of_theme)
        / sum(r["raw_weight"] for r in of_theme)
        for theme, of_theme in counting.items()
    }
    return {theme: f"{score.numerator}/{score.denominator}" for theme, score in scores.items()}


def test_every_source_of_an_explanation_is_a_cell_of_a_file(ask, example):
    _, explained = ask("explain", "rx-enterprise", "--municipality", "diemen")
    rows = explained["municipalities"]["diemen"]["rows"]
    assert {source["file"] for row in rows for source in row["sources"] if source["cell"]}
    assert all((example / source["file"]).is_file() for row in rows for source in row["sources"])


def test_check_and_score_tell_the_same_errors(ask):
    code_of_check, checked = ask("check")
    code_of_score, scored = ask("score")
    assert code_of_check == code_of_score == 0
    assert [item for item in checked["findings"] if item not in scored["findings"]] == []

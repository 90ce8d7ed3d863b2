"""The example as the program reads it: usable at once, with the loose ends a real scan has."""

from collections import Counter
from pathlib import Path

import pytest

from marktscan.domain.finding import Code, Severity
from marktscan.domain.programme import Status
from marktscan.example.requirements import requirement_rows, slugs
from marktscan.pipeline import check

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def outcome():
    return check(ROOT)


def test_nothing_stands_in_the_way_of_a_report(outcome):
    assert [item for item in outcome.findings if item.code.severity is Severity.ERROR] == []


def test_the_lists_have_the_loose_ends_of_real_ones(outcome):
    found = {item.code for item in outcome.findings if item.source.file.startswith("requirements/")}
    assert found == {
        Code.DECISION_CONFLICT,
        Code.DECISION_WITHOUT_NAME,
        Code.KNOCK_OUT_NOT_MUST,
        Code.KNOCK_OUT_WITHOUT_EVIDENCE,
        Code.NEARLY_THE_SAME,
        Code.NORM_PHASED_OUT,
        Code.NORM_WITHDRAWN,
        Code.TEXT_BUNDLED,
        Code.TEXT_VAGUE,
    }


def test_the_programme_shows_every_kind_of_difference(outcome):
    statuses = Counter(row.status for row in outcome.scan.programme.rows)
    assert set(statuses) == set(Status)
    assert statuses[Status.CONFLICT] == 3
    assert len(outcome.scan.programme.rows) == 185
    assert sum(row.assessed for row in outcome.scan.programme.rows) == 23


@pytest.mark.parametrize("slug", slugs())
def test_what_was_written_is_what_is_read(outcome, slug):
    read = outcome.scan.list_of(slug).requirements
    for row, written in zip(read, requirement_rows(slug), strict=True):
        assert (row.id, row.theme, row.text) == (written["id"], written["theme"], written["text"])
        assert (row.weight, row.kind, row.knock_out) == (
            written["weight"],
            written["kind"],
            written["knock_out"],
        )
        assert (row.norm, row.reason, row.remark) == (
            written["norm"],
            written.get("reason", ""),
            written.get("remark", ""),
        )
        assert row.not_applicable_allowed == ("not_applicable_allowed" in written)

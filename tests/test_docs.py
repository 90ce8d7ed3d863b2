"""Documentation is under test: generated pages are fresh and the JSON page names every key."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from cli.scored_scan import scored_outcome
from cli.small_scan import BACKGROUND, RESULTS, SCAN, WARNING
from cli.test_costs import priced_outcome
from freezing.agreed_project import agreed_project, change
from rehearsal.trial_scan import trial_scan

from marktscan import fixing, outgoing, pipeline
from marktscan.cli import (
    agenda,
    claims,
    cost_records,
    derivation_json,
    findings,
    freeze_records,
    merge,
    promise_records,
    rehearse_records,
    scores,
    status,
    verify,
)
from marktscan.cli.derivation import Question
from marktscan.cli.scored import Scored
from marktscan.delivery import Differences, Verification
from marktscan.domain.conventions import TenderRules
from marktscan.domain.rehearsal import IdleRequirement, Plan
from marktscan.rehearsal import assumed, rehearse
from marktscan.wording.glossary import glossary
from tools.docs import DOCS, PAGES

JSON_PAGE = (DOCS / "json.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_generated_page_is_fresh(name):
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name](), "run `make docs`"


def keys_of(value: object) -> Iterator[str]:
    """Every key in a JSON value, at any depth."""
    if isinstance(value, dict):
        yield from value
        for inner in value.values():
            yield from keys_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys_of(inner)


def changed_rules(root):
    """A rule that was fixed and is another one now, recorded, and one that is not."""
    fixing.freeze(agreed_project(root, answered=False), fixing.Fixing("Stuurgroep", date(2026, 9, 30)))
    agreed_project(root)
    change(root, "C = 90", "C = 60")
    amended = fixing.amend(root, ["alles"], fixing.Fixing("Stuurgroep", date(2026, 10, 15), "Vraag"))
    change(root, "P = 70", "P = 60")
    return [freeze_records.amended(amended), freeze_records.held(pipeline.check(root).rules)]


def tried():
    """A dry run of the published rules, with an example to redo."""
    made = trial_scan(TenderRules(quality=60, price=40))
    found = rehearse(made, Plan(60, 4, 3), assumed(made.project))
    idle = (IdleRequirement("diemen", "ARC-01", Fraction(1, 2)),)
    assert found.tender.smallest is not None
    return replace(found, idle=idle)


def test_the_json_page_names_every_key(example_project, tmp_path):
    question = Question("kade", SCAN.project.municipalities)
    outcome = scored_outcome()
    made = Scored(outcome.scan, outcome.results, outcome.background, outcome.findings)
    values = [
        scores.as_json(RESULTS, BACKGROUND),
        promise_records.as_json(made.background.outlook, ("noord",)),
        claims.record(made, ("noord",)),
        agenda.record(made.background.assessed),
        cost_records.as_json(priced_outcome().background.costs, ("noord",)),
        freeze_records.fixed(fixing.Fixed(())),
        *changed_rules(tmp_path),
        rehearse_records.record(tried()),
        findings.as_json([WARNING]),
        derivation_json.as_json(RESULTS, question),
        merge.record(outgoing.propose(example_project)),
        status.record(outgoing.status(example_project)),
        verify.record(Verification("1", Differences((), (), ()), Differences((), (), ()), 0, 0)),
    ]
    names_of_the_scan = {
        "aalsmeer",
        "amstelveen",
        "diemen",
        "gelijk",
        "key:gelijk",
        "noord",
        "samen",
        "A",
        "B",
        "ARC",
        *"SCPMRN",
        *map(str, range(0, 11, 2)),
    }
    keys = {key for value in values for key in keys_of(value)} - names_of_the_scan
    keys |= {
        "unchanged",
        "workbook",
        "results",
        "scores",
        "manifest",
        "findings",
        "repairs",
        "reports",
        "steps",
        "directory",
        "files",
        "waiting",
        "assessors",
    }
    assert {key for key in keys if not re.search(rf'[`"]{key}[`"]', JSON_PAGE)} == set()


def test_terms_are_in_alphabetical_order_and_end_their_sentences():
    terms = glossary()
    assert [term.word for term in terms] == sorted(term.word for term in terms)
    assert all(term.meaning.endswith(".") for term in terms)

"""The conventions of the method as this project declares them."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from marktscan.domain.assessment import Level
from marktscan.domain.conventions import AssessorRules, Credibility, PromiseRules, SimulationRules

Given = Mapping[str, Any] | None
"""A part of the parsed file; None when the file does not have it."""


def promise_rules(given: Given) -> PromiseRules:
    """How promises are weighed, as the method says when the file has no [promises]."""
    if given is None:
        return PromiseRules()
    return PromiseRules(
        credibility={kind: Decimal(given["credibility"][kind.name.lower()]) for kind in Credibility},
        half_life_months=given["half_life_months"],
        delivered=given["delivered"],
        public_words=tuple(given["public_words"]),
    )


def assessor_rules(given: Given) -> AssessorRules:
    """When assessors must talk, as the method says when the file has no [assessors]."""
    if given is None:
        return AssessorRules()
    return AssessorRules(given["tolerance"], Level(given["minimum_level"]), given["same_text"])


def simulation_rules(given: Given) -> SimulationRules:
    """How weights are drawn, as the method says when the file has no [simulation]."""
    return SimulationRules() if given is None else SimulationRules(**given)

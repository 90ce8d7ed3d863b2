"""The conventions of the method as this project declares them."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from marktscan.domain.assessment import Level
from marktscan.domain.classification import CellKind, Classification, ClassificationRules
from marktscan.domain.conventions import (
    AssessorRules,
    CostRules,
    Credibility,
    InternalCost,
    PriceFormula,
    PromiseRules,
    Rounding,
    SimulationRules,
    TenderRules,
)

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
    return AssessorRules(**{**given, "minimum_level": Level(given["minimum_level"])})


def cost_rules(given: Mapping[str, Any]) -> CostRules:
    """Over which period costs are added up; what the file leaves out has its default."""
    default = CostRules()
    return CostRules(
        years=given.get("years", default.years),
        indexation=Decimal(given.get("indexation", default.indexation)),
        exit=tuple(given.get("exit", ())),
        ceilings=_amounts(given.get("ceilings", {})),
        internal=tuple(map(_internal, given.get("internal", ()))),
        under_ceiling=tuple(given.get("under_ceiling", ())),
    )


def _internal(given: Mapping[str, Any]) -> InternalCost:
    return InternalCost(
        given["kind"],
        _amounts(given.get("one_off", {})),
        _amounts(given.get("yearly", {})),
        tuple(given.get("vendors", ())),
    )


def _amounts(given: Mapping[str, Any]) -> dict[str, Decimal]:
    return {name: Decimal(amount) for name, amount in given.items()}


_WORDS = {"formula": PriceFormula, "rounding": Rounding, "tie_break": tuple}
_EUROS = ("lowest", "highest", "half_points_factor", "value_per_point")


def tender_rules(given: Mapping[str, Any]) -> TenderRules:
    """What a tender could fix; what the file leaves out has its default."""
    words = {name: kind(given[name]) for name, kind in _WORDS.items() if name in given}
    amounts = {name: Decimal(given[name]) for name in _EUROS if name in given}
    return TenderRules(**{**given, **words, **amounts})


def simulation_rules(given: Given) -> SimulationRules:
    """How weights are drawn, as the method says when the file has no [simulation]."""
    return SimulationRules() if given is None else SimulationRules(**given)


def classification_rules(given: Mapping[str, Any]) -> ClassificationRules:
    """Who may read which kind of cell; what the file leaves out has its default."""
    default = ClassificationRules()
    declared = {CellKind(name): Classification(word) for name, word in given.items() if name != _GROUP}
    return ClassificationRules(
        classes={**default.classes, **declared}, smallest_group=given.get(_GROUP, default.smallest_group)
    )


_GROUP = "smallest_group"

"""The small scan with a price and a confidential answer of every vendor, and who reads it."""

from dataclasses import replace
from decimal import Decimal

from marktscan.audience import Material
from marktscan.domain.answer import PriceLine
from marktscan.domain.classification import Audience, Reader
from marktscan.domain.finding import Code, finding
from marktscan.domain.source import Origin, Source
from tests.reporting import small

KADE = Reader(Audience.VENDOR, "kade-zaken")
PUBLIC = Reader(Audience.PUBLIC)
STEERING = Reader(Audience.STEERING_GROUP)
DIEMEN = Reader(Audience.MUNICIPALITY, "diemen")
WORDS = "Alleen voor ons: module Archief komt van een partner."


def whole(**changes: object) -> Material:
    """The small scan with a price and a confidential answer of every vendor."""
    made = small.scan()
    submissions = tuple(
        replace(
            s,
            vendor=replace(s.vendor, contact="Jan de Vries"),
            prices=(_price(s.vendor.slug),),
            prices_file=f"vendors/{s.vendor.slug}/prices.xlsx",
            answers={
                **s.answers,
                "ZTC-02": replace(
                    s.answers["ZTC-02"], confidential=True, explanation=f"{WORDS} {s.vendor.name}"
                ),
            },
        )
        for s in made.submissions
    )
    scan = replace(made, submissions=submissions, **changes)
    told = (
        finding(
            Code.ANSWER_EMPTY, Source("vendors/kade-zaken/answers.xlsx", "Vragen", "F2"), requirement="ZTC-01"
        ),
        finding(
            Code.ANSWER_EMPTY, Source("vendors/polder/answers.xlsx", "Vragen", "F3"), requirement="ZTC-02"
        ),
        finding(Code.MARK_MISSING, Source("vendors/polder/assessments/diemen-1.xlsx"), assessor="diemen-1"),
        finding(Code.TEXT_VAGUE, Source("requirements/aalsmeer.xlsx", "Eisen", "C2"), word="snel"),
    )
    return Material(scan, small.results(scan), small.NO_STRESS, told)


def _price(vendor: str) -> PriceLine:
    amount = Decimal(100_000 + len(vendor))
    origin = Origin(f"vendors/{vendor}/prices.xlsx", "Kosten", 2, {"one_off": "E", "yearly": "F"})
    return PriceLine("Licentie", "vast", Decimal(1), amount, None, False, False, origin, "diemen")

"""What a vendor answers, with the cell behind each word."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from marktscan.domain.source import Origin


class AnswerCode(StrEnum):
    """The answer scale of the questionnaire; the last two are set by the program only."""

    STANDARD = "S"
    CONFIGURATION = "C"
    PARTNER = "P"
    ROADMAP = "R"
    CUSTOM = "M"
    NONE = "N"
    NOT_APPLICABLE = "X"
    UNANSWERED = "O"
    UNCLEAR = "?"


WORKS_TODAY = frozenset({AnswerCode.STANDARD, AnswerCode.CONFIGURATION, AnswerCode.PARTNER})
VENDOR_CODES = tuple(code for code in AnswerCode if code not in {AnswerCode.UNANSWERED, AnswerCode.UNCLEAR})


@dataclass(frozen=True, slots=True)
class Answer:
    """One row of answers.xlsx.

    `code` is UNANSWERED for an empty cell, UNCLEAR when the cell holds something that is not a code or
    when two rows contradict each other. `available` is the promised date (the last day of a promised
    period), `available_text` the cell as shown. `committed` is None when the cell is empty. `as_sent` is
    whether the text of the question is the one that was sent, None when the file does not say.
    """

    requirement: str
    code: AnswerCode
    origin: Origin
    text: str = ""
    explanation: str = ""
    evidence: str = ""
    available: date | None = None
    available_text: str = ""
    committed: bool | None = None
    surcharge: str = ""
    confidential: bool = False
    confidential_reason: str = ""
    as_sent: bool | None = None


@dataclass(frozen=True, slots=True)
class PriceLine:
    """One row of prices.xlsx; amounts in euro, None when the cell is empty: that is not € 0."""

    kind: str
    unit: str
    quantity: Decimal | None
    one_off: Decimal | None
    yearly: Decimal | None
    optional: bool
    confidential: bool
    origin: Origin
    municipality: str = ""


@dataclass(frozen=True, slots=True)
class Vendor:
    """Who offers: `slug` is the folder, `name` the company, `product` what decision-makers know it by."""

    slug: str
    name: str
    product: str
    contact: str = ""

"""What vendors offer: how it is named in a report, and what they answered."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from marktscan.domain.answer import Answer, AnswerCode
from marktscan.domain.programme import JointRequirement
from marktscan.domain.scan import Submission
from marktscan.domain.source import Origin
from marktscan.reporting.charts import printable
from marktscan.reporting.given import Given

_BRACKETS = re.compile(r"\s*\([^()]*\)$")


@dataclass(frozen=True)
class Offers(Given):
    """The vendors and their answers, beside what a report is made from."""

    @cached_property
    def submissions(self) -> tuple[Submission, ...]:
        """All vendors, by the name of their product."""
        return tuple(
            sorted(self.scan.submissions, key=lambda s: (s.vendor.product.casefold(), s.vendor.slug))
        )

    @cached_property
    def _by_slug(self) -> dict[str, Submission]:
        return {s.vendor.slug: s for s in self.scan.submissions}

    def submission(self, vendor: str) -> Submission:
        """The folder of one vendor."""
        return self._by_slug[vendor]

    def has(self, vendor: str) -> bool:
        """Whether this vendor's folder is there."""
        return vendor in self._by_slug

    def product(self, vendor: str) -> str:
        """What decision-makers call this vendor's offer, without what it says between brackets behind it."""
        return self._products[vendor]

    def full_product(self, vendor: str) -> str:
        """The whole name of this vendor's offer, or its folder when the font has no letter of that name."""
        product = self.submission(vendor).vendor.product
        return product if any(char.isalnum() for char in printable(product)) else vendor

    @cached_property
    def _products(self) -> dict[str, str]:
        full = {vendor: self.full_product(vendor) for vendor in self._by_slug}
        return _unique({vendor: _BRACKETS.sub("", name) for vendor, name in full.items()}, full)

    def brief(self, vendor: str) -> str:
        """The first word of a product for narrow columns, unless another begins with the same word."""
        return self._briefs[vendor]

    @cached_property
    def _briefs(self) -> dict[str, str]:
        return _unique({v: name.split(" ")[0] for v, name in self._products.items()}, self._products)

    @cached_property
    def incumbent(self) -> Submission | None:
        """The current system, when its folder is there."""
        return self._by_slug.get(self.project.incumbent)

    @cached_property
    def market(self) -> tuple[Submission, ...]:
        """The vendors other than the incumbent."""
        return tuple(s for s in self.submissions if s.vendor.slug != self.project.incumbent)

    def is_incumbent(self, vendor: str) -> bool:
        """Whether this is the current system."""
        return vendor == self.project.incumbent

    def answers_with(self, vendor: str, codes: Sequence[AnswerCode]) -> tuple[Answer, ...]:
        """A vendor's answers with one of these codes, in the order of the programme."""
        submission = self._by_slug[vendor]
        return tuple(a for a in self.answers(submission) if a.code in codes)

    def answers(self, submission: Submission) -> tuple[Answer, ...]:
        """A vendor's answer to every row of the programme; a row it left out counts as unanswered."""
        if not submission.readable:
            return ()
        return tuple(
            submission.answers.get(row.id) or _left_out(row.id, submission)
            for row in self.scan.programme.rows
        )

    @cached_property
    def _requirements(self) -> dict[str, JointRequirement]:
        return self.scan.programme.by_id()

    def requirement(self, identity: str) -> JointRequirement:
        """One joint requirement."""
        return self._requirements[identity]

    def text_of(self, requirement: str) -> str:
        """The joint text of a requirement."""
        return self._requirements[requirement].text


def _unique(short: dict[str, str], full: dict[str, str]) -> dict[str, str]:
    """The short names, the full one where two would be the same or nothing is left."""
    names = list(short.values())
    return {key: name if name and names.count(name) == 1 else full[key] for key, name in short.items()}


def _left_out(requirement: str, submission: Submission) -> Answer:
    """The answer to a row that is not in the vendor's sheet."""
    return Answer(requirement, AnswerCode.UNANSWERED, Origin(submission.answers_file, "", 0))

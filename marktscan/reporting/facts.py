"""Everything a chapter may speak of, with the look-ups chapters share."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from marktscan.audience import NOTHING_SHOWN, Shown
from marktscan.domain.answer import Answer, AnswerCode
from marktscan.domain.background import Background
from marktscan.domain.costs import CeilingCheck
from marktscan.domain.finding import Finding
from marktscan.domain.programme import JointRequirement
from marktscan.domain.project import JointKey, Municipality, Project, Theme
from marktscan.domain.results import (
    Contribution,
    KnockOut,
    KnockOutState,
    Ranking,
    Results,
    Stress,
    VendorScore,
)
from marktscan.domain.scan import Scan, Submission
from marktscan.domain.source import Origin
from marktscan.reporting.anchors import JOINT, Figures, figures_anchor, key_anchor, score_anchor
from marktscan.reporting.ceilings import held_against
from marktscan.reporting.charts import printable
from marktscan.reporting.language import lower_first
from marktscan.reporting.variants import STEERING_GROUP, Variant

_BRACKETS = re.compile(r"\s*\([^()]*\)$")
_BREAK = re.compile(r" en |, | \(")


@dataclass(frozen=True)
class Facts:
    """The scan, what was computed from it and for whom this report is written."""

    scan: Scan
    results: Results
    stress: Stress
    findings: tuple[Finding, ...]
    variant: Variant
    background: Background | None = None
    shown: Shown = NOTHING_SHOWN

    @property
    def project(self) -> Project:
        """The declarations of marktscan.toml."""
        return self.scan.project

    @cached_property
    def municipalities(self) -> tuple[Municipality, ...]:
        """All municipalities, by name."""
        return tuple(sorted(self.project.municipalities, key=lambda m: m.name))

    @cached_property
    def view(self) -> str:
        """The ranking this report looks at first, named as in domain.outlook: the own or the joint one."""
        return self.own.slug if self.own else self.joint_name

    @cached_property
    def own(self) -> Municipality | None:
        """The municipality this report is written for, None in the joint report."""
        return self.project.municipality(self.variant.municipality) if self.variant.municipality else None

    @cached_property
    def several(self) -> bool:
        """Whether there is more than one municipality, so that anything is joint."""
        return len(self.project.municipalities) > 1

    @cached_property
    def whole(self) -> str:
        """In words, whose figures the joint ones are: of all together, or of the only municipality."""
        return "alle gemeenten samen" if self.several else self.municipalities[0].name

    @cached_property
    def weighing(self) -> str:
        """In words, by which weighing scores are joint: under the base key, or of the only municipality."""
        key = f"verdeelsleutel: {lower_first(self.base_key.name)}"
        return key if self.several else f"weging van {self.whole}"

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

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        """The themes in which something is asked, in the order of the project file."""
        used = {row.theme for row in self.scan.programme.rows}
        return tuple(theme for theme in self.project.themes if theme.code in used)

    def short(self, theme: Theme) -> str:
        """A theme inside a sentence: its first words, unless another theme begins with the same."""
        found = [_first_words(other.name) for other in self.project.themes]
        own = _first_words(theme.name)
        return lower_first(own if found.count(own) == 1 else theme.name)

    @cached_property
    def base_key(self) -> JointKey:
        """The key under which joint figures are shown when only one fits: the first declared."""
        return self.project.keys[0]

    @cached_property
    def basis(self) -> str:
        """What a promise is worth in every score, in few words."""
        points = self.project.rules.answer_points.get(AnswerCode.ROADMAP, 0)
        return f"een belofte telt {points} punten" if points else "beloften tellen niet mee"

    @cached_property
    def joint(self) -> Ranking:
        """The joint ranking under the base key, with every ceiling held against it."""
        return self.joint_under(self.base_key)

    def joint_under(self, key: JointKey) -> Ranking:
        """The joint ranking under one key, with every ceiling held against it."""
        return held_against(self.results.joint[key.code], self.ceilings)

    def joint_anchor(self, theme: str = "") -> str:
        """Where the joint score stands in the annex, of a theme or the whole: with the only municipality."""
        if not self.several:
            return score_anchor(self.municipalities[0].slug, theme)
        return score_anchor(JOINT, theme) if theme else key_anchor(self.base_key.code)

    @cached_property
    def joint_name(self) -> str:
        """The joint ranking under the base key, named as in domain.outlook."""
        return f"key:{self.base_key.code}"

    @cached_property
    def comparable(self) -> bool:
        """Whether two packages have a score, so that anybody can be above another."""
        return len(self.joint.scored) > 1

    @cached_property
    def scored(self) -> bool:
        """Whether at least one vendor has a score."""
        return bool(self.joint.scored)

    def ranking(self, name: str) -> Ranking:
        """A municipality's own ranking, with its own ceiling held against it, or the joint one by name."""
        return self.joint if name == self.joint_name else self._own_rankings[name]

    @cached_property
    def _own_rankings(self) -> dict[str, Ranking]:
        return {
            slug: held_against(found, [check for check in self.ceilings if check.scope == slug])
            for slug, found in self.results.municipalities.items()
        }

    @property
    def sees_prices(self) -> bool:
        """Whether this report is for the municipalities themselves."""
        return self.variant.name == STEERING_GROUP or self.own is not None

    def origin(self, kind: Figures) -> str:
        """Where this report says what figures of this kind are made from; nothing in one for outside."""
        return figures_anchor(kind) if self.sees_prices else ""

    @cached_property
    def ceilings(self) -> tuple[CeilingCheck, ...]:
        """Every declared ceiling held against every vendor; nothing where prices may not be seen."""
        return self.background.costs.ceilings if self.background and self.sees_prices else ()

    def ceilings_of(self, vendor: str, state: KnockOutState, municipality: str = "") -> list[CeilingCheck]:
        """The ceilings at which a vendor has this state, for one municipality or all."""
        scopes = {municipality} if municipality else {check.scope for check in self.ceilings}
        return [c for c in self.ceilings if (c.vendor, c.state) == (vendor, state) and c.scope in scopes]

    def joint_of(self, vendor: str) -> VendorScore:
        """A vendor's joint score under the base key."""
        return self.joint.of(vendor)

    @cached_property
    def incumbent_score(self) -> VendorScore | None:
        """The incumbent's joint score, None without a usable answer."""
        if self.incumbent is None:
            return None
        entry = self.joint_of(self.incumbent.vendor.slug)
        return None if entry.low is None else entry

    @cached_property
    def best_of_market(self) -> VendorScore | None:
        """The highest joint score outside the incumbent."""
        return next((e for e in self.joint.scored if not self.is_incumbent(e.vendor)), None)

    def knock_outs(self, vendor: str, municipality: str = "") -> tuple[KnockOut, ...]:
        """The hard requirements of a vendor that are not simply met, strictest first, for one or all."""
        return tuple(k for k in self._open_knock_outs.get(vendor, ()) if municipality in {"", k.municipality})

    @cached_property
    def _open_knock_outs(self) -> dict[str, list[KnockOut]]:
        found: dict[str, list[KnockOut]] = {}
        order = list(KnockOutState)
        for item in sorted(self.results.knock_outs, key=lambda k: (-order.index(k.state), k.requirement)):
            if item.state is not KnockOutState.MET:
                found.setdefault(item.vendor, []).append(item)
        return found

    @cached_property
    def contributions(self) -> dict[tuple[str, str, str], Contribution]:
        """Contributions by (municipality, vendor, requirement)."""
        return {(c.municipality, c.vendor, c.requirement): c for c in self.results.contributions}

    @cached_property
    def _requirements(self) -> dict[str, JointRequirement]:
        return self.scan.programme.by_id()

    def requirement(self, identity: str) -> JointRequirement:
        """One joint requirement."""
        return self._requirements[identity]

    def text_of(self, requirement: str) -> str:
        """The joint text of a requirement."""
        return self._requirements[requirement].text

    @cached_property
    def unknown(self) -> bool:
        """Whether any score may still rise once what is unknown is known."""
        rankings = self.results.municipalities.values()
        return any(e.high != e.low for ranking in rankings for e in ranking.entries)

    def weight(self, requirement: str, vendor: str) -> Fraction:
        """How heavily a requirement counts for this vendor over all municipalities together."""
        found = (self.contributions.get((m.slug, vendor, requirement)) for m in self.municipalities)
        return sum((line.weight for line in found if line), Fraction(0))

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


def _unique(short: dict[str, str], full: dict[str, str]) -> dict[str, str]:
    """The short names, the full one where two would be the same or nothing is left."""
    names = list(short.values())
    return {key: name if name and names.count(name) == 1 else full[key] for key, name in short.items()}


def _first_words(name: str) -> str:
    """What stands before the first comma, bracket or "en"."""
    return _BREAK.split(name, maxsplit=1)[0]


def _left_out(requirement: str, submission: Submission) -> Answer:
    """The answer to a row that is not in the vendor's sheet."""
    return Answer(requirement, AnswerCode.UNANSWERED, Origin(submission.answers_file, "", 0))

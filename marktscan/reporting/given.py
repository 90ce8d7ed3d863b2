"""What a report is made from and for whom, with what follows from the project file alone."""

import re
from dataclasses import dataclass
from functools import cached_property

from marktscan.audience import NOTHING_SHOWN, Shown
from marktscan.domain.answer import AnswerCode
from marktscan.domain.background import Background
from marktscan.domain.finding import Finding
from marktscan.domain.project import JointKey, Municipality, Project, Theme
from marktscan.domain.results import Results, Stress
from marktscan.domain.scan import Scan
from marktscan.reporting.anchors import JOINT, Figures, figures_anchor, key_anchor, score_anchor
from marktscan.reporting.language import lower_first
from marktscan.reporting.variants import STEERING_GROUP, Variant

_BREAK = re.compile(r" en |, | \(")


@dataclass(frozen=True)
class Given:
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
    def base_key(self) -> JointKey:
        """The key under which joint figures are shown when only one fits: the first declared."""
        return self.project.keys[0]

    @cached_property
    def joint_name(self) -> str:
        """The joint ranking under the base key, named as in domain.outlook."""
        return next(iter(self.joint_names))

    @cached_property
    def joint_names(self) -> dict[str, JointKey]:
        """Every key by what its joint ranking is named, as in domain.outlook; the base key first."""
        return {f"key:{key.code}": key for key in self.project.keys}

    @cached_property
    def rankings(self) -> dict[str, str]:
        """What every ranking is called: municipalities by name, then all together under every key."""
        together = {name: f"Samen, {lower_first(key.name)}" for name, key in self.joint_names.items()}
        return {m.slug: m.name for m in self.municipalities} | (together if self.several else {})

    @cached_property
    def view(self) -> str:
        """The ranking this report looks at first, named as in domain.outlook: the own or the joint one."""
        return self.own.slug if self.own else self.joint_name

    def joint_anchor(self, theme: str = "") -> str:
        """Where the joint score stands in the annex, of a theme or the whole: with the only municipality."""
        if not self.several:
            return score_anchor(self.municipalities[0].slug, theme)
        return score_anchor(JOINT, theme) if theme else key_anchor(self.base_key.code)

    @cached_property
    def basis(self) -> str:
        """What a promise is worth in every score, in few words."""
        points = self.project.rules.answer_points.get(AnswerCode.ROADMAP, 0)
        return f"een belofte telt {points} punten" if points else "beloften tellen niet mee"

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

    @property
    def sees_prices(self) -> bool:
        """Whether this report is for the municipalities themselves."""
        return self.variant.name == STEERING_GROUP or self.own is not None

    def origin(self, kind: Figures) -> str:
        """Where this report says what figures of this kind are made from; nothing in one for outside."""
        return figures_anchor(kind) if self.sees_prices else ""


def _first_words(name: str) -> str:
    """What stands before the first comma, bracket or "en"."""
    return _BREAK.split(name, maxsplit=1)[0]

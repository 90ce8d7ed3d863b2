"""Everything a chapter may speak of, with the look-ups chapters share."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from marktscan.domain.costs import CeilingCheck
from marktscan.domain.project import JointKey
from marktscan.domain.results import Contribution, KnockOut, KnockOutState, Ranking, VendorScore
from marktscan.reporting.ceilings import held_against
from marktscan.reporting.offers import Offers


@dataclass(frozen=True)
class Facts(Offers):
    """The outcome: rankings, ceilings, knock-outs and weights, beside the vendors and what they answered."""

    @cached_property
    def joint(self) -> Ranking:
        """The joint ranking under the base key, with every ceiling held against it."""
        return self.joint_under(self.base_key)

    def joint_under(self, key: JointKey) -> Ranking:
        """The joint ranking under one key, with every ceiling held against it."""
        return held_against(self.results.joint[key.code], self.ceilings)

    @cached_property
    def comparable(self) -> bool:
        """Whether two packages have a score, so that anybody can be above another."""
        return len(self.joint.scored) > 1

    @cached_property
    def scored(self) -> bool:
        """Whether at least one vendor has a score."""
        return bool(self.joint.scored)

    def ranking(self, name: str) -> Ranking:
        """A municipality's own ranking, with its own ceiling held against it, or a joint one by name."""
        return self._rankings[name]

    @cached_property
    def _rankings(self) -> dict[str, Ranking]:
        own = {
            slug: held_against(found, [check for check in self.ceilings if check.scope == slug])
            for slug, found in self.results.municipalities.items()
        }
        return own | {name: self.joint_under(key) for name, key in self.joint_names.items()}

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
    def unknown(self) -> bool:
        """Whether any score may still rise once what is unknown is known."""
        rankings = self.results.municipalities.values()
        return any(e.high != e.low for ranking in rankings for e in ranking.entries)

    def weight(self, requirement: str, vendor: str) -> Fraction:
        """How heavily a requirement counts for this vendor over all municipalities together."""
        found = (self.contributions.get((m.slug, vendor, requirement)) for m in self.municipalities)
        return sum((line.weight for line in found if line), Fraction(0))

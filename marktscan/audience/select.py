"""The material of one reader: made before printing, so that no chapter can print what is not there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from marktscan.audience.anonymous import anonymous
from marktscan.audience.inference import Quantity, Relation
from marktscan.audience.material import Material, Shown
from marktscan.audience.of_municipality import for_municipality
from marktscan.audience.of_public import for_public
from marktscan.audience.of_vendor import for_vendor
from marktscan.audience.protected import Protection, inferred, known, own_facts
from marktscan.audience.relations import relations
from marktscan.domain.classification import Audience, Reader
from marktscan.domain.results import Ranking, ThemeScore, VendorScore
from marktscan.domain.source import Source

_PUBLIC = Reader(Audience.PUBLIC)


@dataclass(frozen=True)
class Selection:
    """The whole scan, from which the material of every reader is taken."""

    whole: Material

    def material_for(self, reader: Reader) -> Material:
        """What this reader may have, without any figure from which a protected one follows."""
        if reader not in self._made:
            self._made[reader] = self._material(reader)
        return self._made[reader]

    def _material(self, reader: Reader) -> Material:
        given = _selected(self._nameless, reader)
        while (smaller := _without_one(given, self.inferred(given, reader))) != given:
            given = smaller
        return given

    def inferred(self, given: Material, reader: Reader) -> dict[Quantity, tuple[Relation, ...]]:
        """What follows from this material all the same; a report of it must not be made."""
        found: dict[Quantity, tuple[Relation, ...]] = {}
        for readers, have in self._knowing(given, reader):
            found |= inferred(Protection(self.whole.scan, readers), have, self._formulas)
        return found

    def _knowing(
        self, given: Material, reader: Reader
    ) -> Iterator[tuple[tuple[Reader, ...], tuple[Quantity, ...]]]:
        """What a reader has in hand: a vendor reads the public report too, and knows its own workbooks."""
        have = tuple(known(given, reader))
        yield (reader,), have
        if reader.audience is Audience.VENDOR:
            public = self.material_for(_PUBLIC)
            yield (reader, _PUBLIC), (*have, *known(public, _PUBLIC))
        if reader.audience is Audience.PUBLIC:
            for slug in (s.vendor.slug for s in self.whole.scan.submissions):
                yield (reader, Reader(Audience.VENDOR, slug)), (*have, *own_facts(self.whole.scan, slug))

    def source(self, quantity: Quantity, reader: Reader) -> Source:
        """A cell behind a figure."""
        return Protection(self.whole.scan, (reader,)).source(quantity)

    @cached_property
    def _made(self) -> dict[Reader, Material]:
        return {}

    @cached_property
    def _nameless(self) -> Material:
        return anonymous(self.whole)

    @cached_property
    def _formulas(self) -> tuple[Relation, ...]:
        return tuple(relations(self.whole))


def _selected(nameless: Material, reader: Reader) -> Material:
    match reader.audience:
        case Audience.STEERING_GROUP:
            return for_municipality(nameless, "")
        case Audience.MUNICIPALITY:
            return for_municipality(nameless, reader.slug)
        case Audience.VENDOR:
            return for_vendor(nameless, reader)
        case Audience.PUBLIC:
            return for_public(nameless, reader)


def _without_one(given: Material, found: Mapping[Quantity, tuple[Relation, ...]]) -> Material:
    """Without what makes a protected figure follow: as little as can be of the first relation with any."""
    for quantity, why in found.items():
        for one in why:
            smaller = _without(given, _to_drop(given, quantity, one))
            if smaller != given:
                return smaller
    return given


def _to_drop(given: Material, quantity: Quantity, why: Relation) -> frozenset[Quantity]:
    """Of a sum one other theme score of the same vendor will do; of anything else everything it rests on."""
    of_vendor = sorted(q for q in why.all & set(_themes(given)) if q[2] == quantity[1])
    return frozenset(of_vendor[:1]) or why.all


def _themes(given: Material) -> Iterator[Quantity]:
    """The theme scores that are there."""
    results = given.results
    named = {**results.municipalities, **{f"key:{code}": ranking for code, ranking in results.joint.items()}}
    for name, ranking in named.items():
        for entry in ranking.entries:
            yield from (("score", name, entry.vendor, theme.theme) for theme in entry.themes)


def _without(given: Material, members: frozenset[Quantity]) -> Material:
    results = replace(
        given.results,
        municipalities={
            name: _rid(name, ranking, members) for name, ranking in given.results.municipalities.items()
        },
        joint={code: _rid(f"key:{code}", ranking, members) for code, ranking in given.results.joint.items()},
    )
    return replace(given, results=results, shown=_kept(given.shown, members))


def _rid(name: str, ranking: Ranking, members: frozenset[Quantity]) -> Ranking:
    return replace(ranking, entries=tuple(_entry(name, entry, members) for entry in ranking.entries))


def _entry(name: str, entry: VendorScore, members: frozenset[Quantity]) -> VendorScore:
    kept: Iterator[ThemeScore] = (
        theme for theme in entry.themes if ("score", name, entry.vendor, theme.theme) not in members
    )
    told = ("reach", name, entry.vendor) not in members
    return replace(entry, themes=tuple(kept), high=entry.high if told else None)


def _kept(shown: Shown, members: frozenset[Quantity]) -> Shown:
    gone_bests = {quantity[2] for quantity in members if quantity[0] == "best"}
    states = {
        place: state for place, state in shown.knock_outs.items() if ("knock-out", *place) not in members
    }
    bests: dict[str, Fraction] = {t: best for t, best in shown.best.items() if t not in gone_bests}
    return replace(shown, best=bests, knock_outs=states)

"""What follows from what is shown: a total with one addend withheld, a known formula, a group of one.

A relation ties quantities together by a number of equations: as soon as no more of them are unknown than
there are equations, all of them follow. So "total = a + b + c" is one equation with four members. Some
conclusions go one way only: a best of two points at both, but neither gives the best; then there are `needs`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

Quantity = tuple[str, ...]
"""A figure by name: what it is, then whose; ("score", "diemen", "kade-zaken", "ARC"), for instance."""


@dataclass(frozen=True, slots=True)
class Relation:
    """Quantities of which at most `equations` can be computed from the others, once all it needs is known.

    Every one of the `rows` that is known as a whole is an equation more. `name` says why, in English.
    """

    name: str
    members: frozenset[Quantity]
    equations: int = 1
    needs: frozenset[Quantity] = frozenset()
    rows: tuple[frozenset[Quantity], ...] = ()

    @property
    def all(self) -> frozenset[Quantity]:
        """Everything it speaks of."""
        return self.members.union(self.needs, *self.rows)

    def gives(self, known: frozenset[Quantity] | set[Quantity]) -> frozenset[Quantity]:
        """What follows from these; nothing when too much is unknown."""
        if not self.needs <= known:
            return frozenset()
        unknown = self.members - known
        equations = self.equations + sum(row <= known for row in self.rows)
        return unknown if len(unknown) <= equations else frozenset()


def relation(name: str, members: Iterable[Quantity], equations: int = 1) -> Relation:
    """A relation between these."""
    return Relation(name, frozenset(members), equations)


def tells(name: str, gives: Quantity, *needs: Quantity) -> Relation:
    """Who knows all that it needs knows what it gives, not the other way round."""
    return Relation(name, frozenset({gives}), 1, frozenset(needs))


def follows(relations: Iterable[Relation], known: Iterable[Quantity]) -> dict[Quantity, Relation]:
    """Everything that can be computed, one after another, each with the relation it came from."""
    have, found, left = set(known), {}, list(relations)
    changed = True
    while changed:
        changed = False
        for one in left:
            for quantity in sorted(one.gives(have)):
                found[quantity] = one
                have.add(quantity)
                changed = True
        left = [one for one in left if not one.members <= have]
    return found


def reasons(quantity: Quantity, found: Mapping[Quantity, Relation]) -> Iterator[Relation]:
    """The relations by which a figure follows: its own first, then those of what that one rests on."""
    left, seen = [quantity], set[Quantity]()
    while left:
        one = left.pop(0)
        if one in found and one not in seen:
            yield found[one]
            left.extend(sorted(found[one].all))
        seen.add(one)

"""The whole scan as the leak check asks for it: the same for every reader, so read once for all."""

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from marktscan.audience import Material, cells
from marktscan.domain.classification import Audience, Cell, CellKind
from marktscan.leaks.rare_words import small_words


class Readership(Protocol):
    """Who gets a file."""

    @property
    def audience(self) -> Audience:
        """What kind of reader that is."""

    def may_read(self, cell: Cell) -> bool:
        """Whether this cell may stand in it."""


@dataclass(frozen=True)
class Everything:
    """All there is, whoever may read it; `named` are names that stand in no workbook."""

    whole: Material
    named: tuple[Cell, ...] = ()

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell that says something."""
        return (*self.named, *cells(self.whole.scan))

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that stand in small letters in any text: those are no names."""
        return frozenset(word for cell in self._texts for word in small_words(str(cell.value)))

    @cached_property
    def small_beside_persons(self) -> frozenset[str]:
        """The same, but not because it stands so in a cell with the name of a person."""
        beside = (cell for cell in self._texts if cell.kind is not CellKind.PERSON)
        return frozenset(word for cell in beside for word in small_words(str(cell.value)))

    @cached_property
    def _texts(self) -> tuple[Cell, ...]:
        return tuple(cell for cell in self.cells if isinstance(cell.value, str))

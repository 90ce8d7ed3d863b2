"""The whole scan as the leak check asks for it: the same for every reader, so read once for all."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from marktscan.audience import Material, cells
from marktscan.domain.classification import Audience, Cell, CellKind, Classification
from marktscan.domain.project import Project
from marktscan.leaks.known import NOTHING_SAID, Said
from marktscan.leaks.rare_words import small_words
from marktscan.leaks.secret_texts import short_texts
from marktscan.leaks.sought import Sought


class Readership(Protocol):
    """Who gets a file."""

    @property
    def audience(self) -> Audience:
        """What kind of reader that is."""

    def may_read(self, cell: Cell) -> bool:
        """Whether this cell may stand in it."""


@dataclass(frozen=True)
class Everything:
    """All there is, whoever may read it; `named` are names that not every file may hold.

    `fixed` is what the program itself says.
    """

    whole: Material
    named: tuple[Cell, ...] = ()
    fixed: Said = NOTHING_SAID

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell that says something."""
        return (*self.named, *_expected(self.whole.scan.project), *cells(self.whole.scan))

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
    def short(self) -> Sought:
        """The short texts, that anybody may say."""
        return short_texts(str(cell.value) for cell in self._texts)

    @cached_property
    def short_fixed(self) -> frozenset[str]:
        """Those of them that the program itself says."""
        return self.fixed.says(self.short)

    @cached_property
    def _texts(self) -> tuple[Cell, ...]:
        return tuple(cell for cell in self.cells if isinstance(cell.value, str))


def _expected(project: Project) -> Iterator[Cell]:
    """Names that may stand in no workbook yet: of who was invited, and of who will judge."""
    for slug in project.invited:
        yield Cell(CellKind.NAME, Classification.PUBLIC, slug, slug, project.source)
    for item in project.municipalities:
        for assessor in item.assessors:
            yield Cell(CellKind.PERSON, Classification.PERSONAL, item.slug, assessor, project.source)

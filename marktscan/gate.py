"""Forms that are handed out are searched as reports are: what leaks to who gets it is not written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from marktscan.audience import Material
from marktscan.domain.classification import Audience, Cell, CellKind, Classification, Reader
from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.project import Project
from marktscan.domain.results import Results, Stress
from marktscan.domain.scan import Scan
from marktscan.domain.source import Source
from marktscan.files import put_all
from marktscan.leaks import Everything, Hit, Said, Secrets, hits, said_in, secrets_for

MOST = 20
"""So many leaks of one form are told; one is enough to hold it back."""
_ROOMS = ("forms", "repair", "spreadsheets", "wording", "catalogue")
"""What forms say themselves stands in these folders."""
_UNSCORED = Results({}, {}, (), (), ()), Stress((), ())


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets a form: a reader as of a report, that may also read back what it wrote itself.

    `wrote` are the files it filled in and `knows` the names it has anyway; `unread` are kinds of cells it
    may not read in this form. `asked` is what it is asked, whatever class questions have, and
    `knows_who_asks` whether it may see the title and names of municipalities. `names_only` is for forms whose
    texts were changed on purpose: in those nothing but names, addresses and telephone numbers is searched.
    """

    reader: Reader
    wrote: frozenset[str] = frozenset()
    knows: frozenset[str] = frozenset()
    unread: frozenset[CellKind] = frozenset()
    asked: str = ""
    knows_who_asks: bool = True
    names_only: bool = False

    @property
    def audience(self) -> Audience:
        """For what kind of reader the form is."""
        return self.reader.audience

    def may_read(self, cell: Cell) -> bool:
        """Whether this cell may stand in the form."""
        if cell.source.file in self.wrote or cell.value in self.knows or self._is_its_name(cell):
            return True
        if cell.kind not in self.unread and self.reader.may_read(cell):
            return True
        return cell.kind is CellKind.QUESTION and str(cell.value) in self.asked

    def _is_its_name(self, cell: Cell) -> bool:
        return cell.kind is CellKind.NAME and bool(cell.owner) and cell.owner == self.reader.slug


class Passed(NamedTuple):
    """The files that were written, and what leaked: those files were not."""

    files: tuple[Path, ...]
    leaks: tuple[Finding, ...] = ()


class Gate:
    """Searches every form that is made of one scan, in the project folder `root`."""

    def __init__(self, root: Path, scan: Scan) -> None:
        self._root = root
        self._scan = scan
        self._files: list[Path] = []
        self._leaks: list[Finding] = []
        self._searching: dict[Recipient, Secrets] = {}

    def write(self, recipient: Recipient | None, files: Mapping[Path, bytes]) -> None:
        """Write the files in which nothing is found that this recipient may not have; None may have all."""
        kept = self._searched(recipient, files) if recipient else files
        put_all(kept)
        self._files.extend(kept)

    def _searched(self, recipient: Recipient, files: Mapping[Path, bytes]) -> dict[Path, bytes]:
        secrets = self._secrets(recipient)
        kept: dict[Path, bytes] = {}
        for path, content in files.items():
            found = hits(secrets, path.name, content)
            self._leaks.extend(self._told(path, found))
            if not found:
                kept[path] = content
        return kept

    def _secrets(self, recipient: Recipient) -> Secrets:
        if recipient not in self._searching:
            found = secrets_for(self._everything, self._given(recipient), recipient)
            self._searching[recipient] = found.names_only() if recipient.names_only else found
        return self._searching[recipient]

    @property
    def passed(self) -> Passed:
        """What was written until now."""
        return Passed(tuple(self._files), tuple(self._leaks))

    @cached_property
    def _everything(self) -> Everything:
        askers = tuple(_askers(self._scan.project))
        return Everything(Material(self._scan, *_UNSCORED), askers, _own_words())

    def _given(self, recipient: Recipient) -> Material:
        """What the form is made from, as far as words and numbers go that it may hold."""
        project = self._scan.project
        if not recipient.knows_who_asks:
            project = replace(project, municipalities=(), title="", question="")
        own = tuple(item for item in self._scan.submissions if item.answers_file in recipient.wrote)
        return Material(replace(self._scan, project=project, submissions=own), *_UNSCORED)

    def _told(self, path: Path, found: tuple[Hit, ...]) -> Iterator[Finding]:
        """Which cell leaked, where in which form; never what stands in it."""
        form = path.relative_to(self._root).as_posix()
        for hit in found[:MOST]:
            source = hit.source if hit.source.file else Source(form)
            yield finding(Code.FORM_LEAK, source, form=form, where=hit.place, what=hit.what)


@cache
def _own_words() -> Said:
    return said_in(Path(__file__).parent / room for room in _ROOMS)


def _askers(project: Project) -> Iterator[Cell]:
    """The names of who asks: those stand in every report, but not in every form."""
    for item in project.municipalities:
        for name in dict.fromkeys((item.name, item.slug)):
            yield Cell(CellKind.NAME, Classification.INTERNAL, item.slug, name, project.source)

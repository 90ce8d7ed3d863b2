"""Which chapters a report has, in which order, and what stands on every page."""

from collections.abc import Callable, Iterable

from marktscan.reporting.chapters.annex import annex
from marktscan.reporting.chapters.cover import cover, subject
from marktscan.reporting.chapters.findings import findings
from marktscan.reporting.chapters.fit_gap import fit_gap
from marktscan.reporting.chapters.provenance import provenance
from marktscan.reporting.chapters.summary import summary
from marktscan.reporting.chapters.terms import terms
from marktscan.reporting.facts import Facts
from marktscan.reporting.view import Chapter, Numbering, Page
from marktscan.wording.formats import list_of

Build = Callable[[Facts], Chapter | tuple[Chapter, ...] | None]

CHAPTERS: tuple[Build, ...] = (summary, fit_gap)
ANNEXES: tuple[Build, ...] = (annex, findings, terms, provenance)


def compose(facts: Facts) -> Page:
    """The report of this variant, ready to print."""
    project = facts.project
    first = cover(facts)
    names = [m.name for m in facts.municipalities]
    notice = "Fictieve voorbeeldgegevens" if project.fictitious else ""
    return Page(
        title=f"{first.title} · {project.title}, {subject(facts)}{f' ({notice.lower()})' if notice else ''}",
        description=project.question,
        author=f"Gemeenten {list_of(names)}" if len(names) > 1 else f"Gemeente {list_of(names)}",
        created=project.report_date.isoformat(),
        running=f"{project.title} · {subject(facts)} · {project.status} {project.version}",
        notice=notice,
        owners=" · ".join(names),
        cover=first,
        chapters=(*_numbered(_built(CHAPTERS, facts)), *_lettered(_built(ANNEXES, facts))),
    )


def _built(builders: Iterable[Build], facts: Facts) -> list[Chapter]:
    """The chapters in order; a builder may decide that there is nothing to say."""
    built = (build(facts) for build in builders)
    return [chapter for one in built if one for chapter in (one if isinstance(one, tuple) else (one,))]


def _numbered(chapters: list[Chapter]) -> tuple[Numbering, ...]:
    return tuple(Numbering(str(i), chapter) for i, chapter in enumerate(chapters, 1))


def _lettered(chapters: list[Chapter]) -> tuple[Numbering, ...]:
    return tuple(Numbering(f"Bijlage {chr(ord('A') + i)}", chapter) for i, chapter in enumerate(chapters))

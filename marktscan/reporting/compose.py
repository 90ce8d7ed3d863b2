"""Which chapters a report has, in which order, and what stands on every page."""

from collections.abc import Callable, Iterable, Sequence

from marktscan.domain.classification import Audience
from marktscan.reporting.chapters.annex import annex
from marktscan.reporting.chapters.approach import approach
from marktscan.reporting.chapters.certainty import certainty
from marktscan.reporting.chapters.conclusion import conclusion
from marktscan.reporting.chapters.cost_annex import cost_annex
from marktscan.reporting.chapters.costs import cost_chapter
from marktscan.reporting.chapters.demo import demo
from marktscan.reporting.chapters.draws_annex import draws_annex
from marktscan.reporting.chapters.findings import findings
from marktscan.reporting.chapters.fit_gap import fit_gap
from marktscan.reporting.chapters.guide import guide
from marktscan.reporting.chapters.incumbent import incumbent
from marktscan.reporting.chapters.knock_outs import knock_outs
from marktscan.reporting.chapters.numbers import numbers_annex
from marktscan.reporting.chapters.outcome import outcome
from marktscan.reporting.chapters.own_view import own_view
from marktscan.reporting.chapters.provenance import provenance
from marktscan.reporting.chapters.public_costs import public_costs
from marktscan.reporting.chapters.public_method import public_certainty, public_left_out, public_method
from marktscan.reporting.chapters.public_outcome import public_outcome, public_themes
from marktscan.reporting.chapters.public_summary import public_summary
from marktscan.reporting.chapters.reader_covers import cover, subject
from marktscan.reporting.chapters.reader_provenance import reader_provenance
from marktscan.reporting.chapters.requirements import requirements
from marktscan.reporting.chapters.risks import risk_chapter
from marktscan.reporting.chapters.score_annex import score_annex
from marktscan.reporting.chapters.summary import summary
from marktscan.reporting.chapters.tender import tender
from marktscan.reporting.chapters.terms import only_used, terms
from marktscan.reporting.chapters.vendor_check import vendor_check, vendor_form
from marktscan.reporting.chapters.vendor_reading import vendor_answers, vendor_prices, vendor_reading
from marktscan.reporting.chapters.vendor_score import vendor_score
from marktscan.reporting.chapters.vendors import vendor_pages
from marktscan.reporting.facts import Facts
from marktscan.reporting.language import shortened
from marktscan.reporting.style.dress import dressed
from marktscan.reporting.view import Chapter, Cover, Numbering, Page
from marktscan.wording.formats import list_of

_RUNNING = 40
"""Characters of the title that fit at the top of a page."""
_FOOT = 100
"""Characters of the names of municipalities that fit at its foot."""

Build = Callable[[Facts], Chapter | tuple[Chapter, ...] | None]

CHAPTERS: tuple[Build, ...] = (
    own_view,
    summary,
    guide,
    approach,
    requirements,
    outcome,
    fit_gap,
    knock_outs,
    incumbent,
    cost_chapter,
    tender,
    certainty,
    vendor_pages,
    risk_chapter,
    conclusion,
)
ANNEXES: tuple[Build, ...] = (
    demo,
    score_annex,
    cost_annex,
    annex,
    findings,
    terms,
    provenance,
    draws_annex,
)
FOR_VENDOR: tuple[Build, ...] = (
    vendor_check,
    vendor_reading,
    vendor_score,
    vendor_answers,
    vendor_prices,
    vendor_form,
)
FOR_PUBLIC: tuple[Build, ...] = (
    public_summary,
    public_outcome,
    public_themes,
    public_costs,
    public_certainty,
    public_method,
    public_left_out,
)
_OUTSIDE: dict[Audience, tuple[tuple[Build, ...], tuple[Build, ...]]] = {
    Audience.VENDOR: (FOR_VENDOR, (reader_provenance,)),
    Audience.PUBLIC: (FOR_PUBLIC, (terms, reader_provenance)),
}
"""Chapters and annexes of the reports that leave the municipalities."""


def compose(facts: Facts) -> Page:
    """The report of this variant, ready to print."""
    project = facts.project
    first = cover(facts)
    names = [m.name for m in facts.municipalities]
    notice = "Fictieve voorbeeldgegevens" if project.fictitious else ""
    page = Page(
        title=f"{first.title} · {project.title}, {subject(facts)}{f' ({notice.lower()})' if notice else ''}",
        description=first.question,
        author=f"Gemeenten {list_of(names)}" if len(names) > 1 else f"Gemeente {list_of(names)}",
        created=project.report_date.isoformat(),
        running=_running(facts),
        notice=notice,
        owners=shortened(" · ".join(names), _FOOT),
        cover=first,
        chapters=_chapters(facts, first),
    )
    return dressed(page, facts.scan, facts.variant.municipality)


def _chapters(facts: Facts, first: Cover) -> tuple[Numbering, ...]:
    """The chapters, and the annexes with the words they use and the figures behind their pictures."""
    chapters, annexes_too = _OUTSIDE.get(facts.variant.audience, (CHAPTERS, ANNEXES))
    groups = _built(chapters, facts)
    behind = numbers_annex(chapter for group in groups for chapter in group)
    annexes = [*_built(annexes_too, facts), *([(behind,)] if behind else [])]
    words = only_used([*groups, *annexes], first)
    return (*_numbered(words[: len(groups)]), *_lettered(words[len(groups) :]))


def _running(facts: Facts) -> str:
    """The line at the top of every page."""
    project = facts.project
    return f"{shortened(project.title, _RUNNING)} · {subject(facts)} · {project.status} {project.version}"


def _built(builders: Iterable[Build], facts: Facts) -> list[tuple[Chapter, ...]]:
    """The chapters in order; a builder may make several that belong together, or none."""
    built = (build(facts) for build in builders)
    return [one if isinstance(one, tuple) else (one,) for one in built if one]


def _numbered(groups: list[tuple[Chapter, ...]]) -> tuple[Numbering, ...]:
    """1, 2, 3 … and 4.1, 4.2 … for chapters that belong together."""
    return tuple(
        Numbering(f"{i}.{j}" if len(group) > 1 else str(i), chapter)
        for i, group in enumerate(groups, 1)
        for j, chapter in enumerate(group, 1)
    )


def _lettered(groups: Sequence[tuple[Chapter, ...]]) -> tuple[Numbering, ...]:
    """Annexes have letters."""
    chapters = (chapter for group in groups for chapter in group)
    return tuple(Numbering(f"Bijlage {chr(ord('A') + i)}", chapter) for i, chapter in enumerate(chapters))

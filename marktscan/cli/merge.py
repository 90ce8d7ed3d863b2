"""`marktscan merge`: which requirements of the lists may be one, for people to decide."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import typer

from marktscan.cli.findings import as_json, exit_code
from marktscan.cli.findings import lines as finding_lines
from marktscan.cli.handing_out import NO_OFFICE, AsOds
from marktscan.cli.options import AsJson, project_folder
from marktscan.cli.terminal import columns, show, show_json
from marktscan.domain.proposal import Proposal
from marktscan.outgoing import Proposed

HEADER = ("gezamenlijk", "nummers", "voorstel", "teksten", "besluit")


def merge(context: typer.Context, ods: AsOds = False, json: AsJson = False) -> int:
    """Stel voor welke eisen samen één eis kunnen zijn.

    Mensen besluiten, in de werkmap die hiervan komt. Het programma voegt niets samen.
    """
    from marktscan import outgoing

    proposed = outgoing.propose(project_folder(context))
    written = (proposed.file,) if proposed.file else ()
    extra = outgoing.as_open_documents(written) if ods else ()
    if json:
        as_ods = [path.as_posix() for path in extra or ()]
        show_json({**record(proposed), "ods": as_ods, "findings": as_json(proposed.findings)})
    else:
        show(*_lines(proposed), *_as_ods(extra))
    return exit_code(proposed.findings)


def _lines(proposed: Proposed) -> Iterator[str]:
    yield from finding_lines(proposed.findings) if proposed.findings else ()
    if proposed.file is None:
        yield "Er is geen voorstel gemaakt: los eerst de fouten op. Anders raken besluiten kwijt."
        return
    todo = [item for item in proposed.proposals if item.decided is None or item.to_review]
    if todo:
        yield from (*columns(HEADER, map(_row, todo)), "")
    yield from _next_steps(proposed, todo)


def _as_ods(made: Sequence[Path] | None) -> Iterator[str]:
    if made is None:
        yield NO_OFFICE
    for path in made or ():
        yield f"Gemaakt: {path}. Bewaar dat dan als requirements/samenvoeging.ods, zonder .xlsx ernaast."


def _next_steps(proposed: Proposed, todo: list[Proposal]) -> Iterator[str]:
    review = sum(item.to_review for item in todo)
    yield f"Nog te besluiten: {len(todo) - review}. Opnieuw te bekijken: {review}. Er is niets samengevoegd."
    yield f"Gemaakt: {proposed.file}"
    yield "Besluit in dat werkblad en bewaar het als requirements/samenvoeging.xlsx."


def _row(item: Proposal) -> tuple[str, ...]:
    decided = f"{item.decided} (opnieuw bekijken)" if item.decided else "nog open"
    return item.joint_id, ", ".join(_ids(item).values()), item.reason, item.likeness or "", decided


def _ids(item: Proposal) -> dict[str, str]:
    """The municipalities' own ids, as people wrote them where they did."""
    if item.decision:
        return dict(item.decision.ids)
    return {slug: row.id for slug, row in item.positions.items()}


def record(proposed: Proposed) -> dict[str, object]:
    """The file that was written and every proposal, as JSON."""
    return {
        "file": None if proposed.file is None else proposed.file.as_posix(),
        "proposals": [_proposal(item) for item in proposed.proposals],
    }


def _proposal(item: Proposal) -> dict[str, object]:
    return {
        "joint_id": item.joint_id,
        "ids": _ids(item),
        "reason": item.reason.value,
        "likeness": item.likeness.value if item.likeness else None,
        "decision": item.decided.value if item.decided else None,
        "decided_by": item.decision.decided_by if item.decision else "",
        "decided_on": item.decision.decided_on if item.decision else "",
        "to_review": item.to_review,
        "changes": [
            {"kind": c.kind.value, "municipality": c.municipality, "requirement": c.requirement}
            for c in item.changes
        ],
    }

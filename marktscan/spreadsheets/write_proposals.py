"""Writes the workbook in which people decide which rows of the lists are one requirement."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from marktscan.domain.project import Project
from marktscan.domain.proposal import Change, ChangeKind, Proposal
from marktscan.spreadsheets.columns import decisions_form
from marktscan.spreadsheets.own_columns import own_cells, own_columns
from marktscan.spreadsheets.periods import read_period
from marktscan.spreadsheets.sheet import CellValue, Sheet
from marktscan.spreadsheets.write import ReadMe, write_workbook
from marktscan.wording.formats import date_long

PROPOSALS_FILE = "build/samenvoeging-voorstel.xlsx"
_SINCE = {
    ChangeKind.TEXT: "{name}: de tekst van {requirement} is veranderd. Eerst stond er: {before}",
    ChangeKind.GONE: "{name}: eis {requirement} staat niet meer in de lijst.",
    ChangeKind.NEW: "{name} vraagt nu ook iets wat hierop lijkt, als {requirement}. "
    "Hoort het erbij? Vul dan {requirement} in bij ID {name}.",
}


def write_proposals(root: Path, project: Project, proposals: Sequence[Proposal]) -> Path:
    """Write the proposals into build/ of the project folder `root`; people save them under requirements/."""
    path = root / PROPOSALS_FILE
    form = decisions_form(tuple((m.slug, m.name) for m in project.municipalities))
    noted = [item.decision.noted if item.decision else {} for item in proposals]
    own = own_columns(noted)
    rows = [
        _row(project, proposal) | own_cells(own, written)
        for proposal, written in zip(proposals, noted, strict=True)
    ]
    form = replace(form, columns=(*form.columns, *own))
    write_workbook(path, _readme(project, proposals), (Sheet(form, rows),), fictitious=project.fictitious)
    return path


def _row(project: Project, proposal: Proposal) -> dict[str, CellValue]:
    cells: dict[str, CellValue] = {
        "joint_id": proposal.joint_id,
        "proposal": proposal.reason.value,
        "likeness": proposal.likeness.value if proposal.likeness else "",
        "changes_noted": "\n".join(dict.fromkeys(_since(project, proposal))),
    }
    cells |= {f"text_{slug}": text for slug, text in _texts(proposal)}
    return cells | _ids(proposal) | _decided(proposal)


def _texts(proposal: Proposal) -> Iterator[tuple[str, str]]:
    """Every municipality's text of today; what is gone keeps the text it had."""
    if proposal.decision:
        yield from proposal.decision.texts.items()
    yield from ((change.municipality, change.now) for change in proposal.changes if change.now)
    yield from ((slug, row.text) for slug, row in proposal.positions.items())


def _ids(proposal: Proposal) -> dict[str, CellValue]:
    """The ids people wrote, else those of the rows put together."""
    found = {slug: row.id for slug, row in proposal.positions.items()}
    written = proposal.decision.ids if proposal.decision else found
    return {f"id_{slug}": own_id for slug, own_id in written.items()}


def _decided(proposal: Proposal) -> dict[str, CellValue]:
    """What people filled in, exactly as they did."""
    item = proposal.decision
    if item is None:
        return {}
    return {
        "proposal": item.proposal or proposal.reason.value,
        "decision": item.decision.value if item.decision else item.written,
        "text": item.text,
        "decided_by": item.decided_by,
        "decided_on": read_period(item.decided_on) or item.decided_on,
    }


def _since(project: Project, proposal: Proposal) -> Iterator[str]:
    """What changed since the decision: what nobody looked at yet, then what came to it."""
    if proposal.decision and proposal.decision.changes_noted:
        yield from proposal.decision.changes_noted.split("\n")
    for change in proposal.changes:
        if proposal.decided or change.kind is not ChangeKind.TEXT:  # nobody decided about a text yet
            yield _sentence(project, change)


def _sentence(project: Project, change: Change) -> str:
    return _SINCE[change.kind].format(
        name=project.municipality(change.municipality).name,
        requirement=change.requirement,
        before=" ".join(change.before.split()),
    )


def _readme(project: Project, proposals: Sequence[Proposal]) -> ReadMe:
    count = Counter(_pile(proposal) for proposal in proposals)
    return ReadMe(
        title="Voorstel voor het samenvoegen van de eisen",
        owner="Projectgroep marktverkenning",
        notice="Dit is een voorstel. Het programma voegt niets samen waarover mensen niet hebben besloten, "
        "behalve eisen met hetzelfde nummer én dezelfde tekst.",
        purpose=(
            "Hier staan eisen die misschien hetzelfde vragen, met de teksten van de gemeenten naast elkaar.",
            f"Nog te besluiten: {count['open']}. Opnieuw te bekijken: {count['review']}. "
            f"Besloten: {count['done']}.",
            "De rijen waar u iets moet doen, staan bovenaan.",
        ),
        filling_in=(
            "Lees de teksten van de gemeenten naast elkaar en kies een besluit.",
            "Is het zelfde eis maar verschillen de teksten? Vul dan de tekst in die leveranciers krijgen.",
            "Vul in wie het besloot (een functie) en op welke dag.",
            "Staat er iets bij Veranderd sinds het besluit? Bekijk het besluit opnieuw, "
            "pas het aan als dat nodig is en maak die cel leeg.",
            "Horen andere eisen bij elkaar? Verander de nummers van de gemeenten of voeg een rij toe.",
        ),
        returning=(
            "Bewaar dit bestand als samenvoeging.xlsx in de map requirements.",
            "Het programma schrijft nooit in die map.",
            "Uw eerdere besluiten staan hier al in, met wie ze nam en wanneer.",
        ),
        contact=project.forms.contact,
        deadline=_deadline(project),
        version=project.version,
    )


def _deadline(project: Project) -> str:
    day = project.forms.deadlines.requirements
    return date_long(day) if day else "in overleg"


def _pile(proposal: Proposal) -> str:
    if proposal.decided is None:
        return "open"
    return "review" if proposal.to_review else "done"

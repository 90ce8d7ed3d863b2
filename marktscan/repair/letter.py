"""The letter that goes with a repair workbook, ready to paste into a mail."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from marktscan.domain.finding import Severity
from marktscan.domain.project import Project
from marktscan.domain.sender import Role, Sender
from marktscan.repair.senders import Request
from marktscan.wording.formats import date_long, list_of

_MEANT = {
    Severity.ERROR: ("{n} punt moet u herstellen.", "{n} punten moet u herstellen."),
    Severity.WARNING: ("{n} punt vragen wij u na te kijken.", "{n} punten vragen wij u na te kijken."),
    Severity.NOTE: (
        "Op {n} plaats lazen wij iets anders dan er staat. Kijk of wij het goed lazen.",
        "Op {n} plaatsen lazen wij iets anders dan er staat. Kijk of wij het goed lazen.",
    ),
}


def subject(project: Project, requests: Sequence[Request]) -> str:
    """The subject of the mail."""
    points = "1 punt" if len(requests) == 1 else f"{len(requests)} punten"
    return f"{project.title}: {points} om na te kijken"


def letter(project: Project, sender: Sender, requests: Sequence[Request], workbook: str) -> Iterator[str]:
    """The mail, line by line; an empty line is a blank one."""
    yield f"Beste {_one_line(sender.name)},"
    yield ""
    yield f"Dit bericht gaat over {list_of(_files(requests))}. Wilt u ons helpen met het volgende?"
    yield from _counted(requests)
    yield ""
    yield "Het gaat om:"
    yield from (f"• {title}: {n} keer" for title, n in Counter(r.text.title for r in requests).most_common())
    yield ""
    yield f"1. Open het bijgevoegde bestand {workbook}. Op het blad Herstellen staat wat u kunt doen."
    yield "2. Verbeter het in uw eigen bestand. Laat de nummers, de kolommen en de vragen staan."
    yield f"3. {_return(project, sender)}"
    yield ""
    yield f"Hebt u vragen? Neem dan contact op met: {project.forms.contact}."
    yield ""
    yield "Met vriendelijke groet,"
    yield project.forms.contact


def deadline(project: Project, sender: Sender) -> date | None:
    """The day by which this sender's workbooks must be in; None when nothing was agreed or it has passed."""
    days = project.forms.deadlines
    day = {
        Role.MUNICIPALITY: days.requirements,
        Role.VENDOR: days.answers,
        Role.ASSESSOR: days.marks,
        Role.PROJECT: None,
    }[sender.role]
    return day if day and day >= project.report_date else None


def _return(project: Project, sender: Sender) -> str:
    day = deadline(project, sender)
    if sender.role is Role.PROJECT:
        return "Bewaar het onder dezelfde naam in dezelfde map."
    return f"Stuur het terug onder dezelfde naam{f', uiterlijk op {date_long(day)}' if day else ''}."


def _counted(requests: Sequence[Request]) -> Iterator[str]:
    count = Counter(request.finding.code.severity for request in requests)
    for severity, (one, more) in _MEANT.items():
        if n := count[severity]:
            yield (one if n == 1 else more).format(n=n)


def _files(requests: Sequence[Request]) -> list[str]:
    """The names of the files, without the folders only the project group knows."""
    return sorted({_one_line(request.finding.source.file.rpartition("/")[2]) for request in requests})


def _one_line(text: str) -> str:
    return " ".join(text.split())

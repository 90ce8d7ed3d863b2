"""`marktscan freeze`: fix the rules, record a change of them, or show what changed."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from marktscan.cli import freeze_lines, freeze_records
from marktscan.cli.findings import as_json, exit_code, lines
from marktscan.cli.options import AsJson, project_folder
from marktscan.cli.terminal import UsageError, show, show_json

if TYPE_CHECKING:
    from marktscan.domain.scan import Scan
    from marktscan.fixing import Fixing

Name = Annotated[
    str,
    typer.Option(
        "--name",
        metavar="NAAM",
        show_default=False,
        help="Wie dit vaststelt, zoals Stuurgroep. Dit komt in de rapporten.",
    ),
]
Day = Annotated[
    str,
    typer.Option("--date", metavar="JJJJ-MM-DD", show_default=False, help="De dag waarop dat gebeurde."),
]
Reason = Annotated[
    str,
    typer.Option(
        "--reason", metavar="TEKST", show_default=False, help="Waarom: bij een wijziging, of met --anyway."
    ),
]
Anyway = Annotated[
    bool, typer.Option("--anyway", help="Stel vast, ook al zijn er antwoorden; dat staat er dan bij.")
]
Amend = Annotated[
    list[str] | None,
    typer.Option(
        "--amend", metavar="REGEL", help="Leg vast dat deze regel is gewijzigd; mag vaker. Of: alles."
    ),
]
Show = Annotated[
    bool, typer.Option("--show", help="Laat zien wat er sinds de vaststelling is veranderd en wat dat doet.")
]


def freeze(  # noqa: PLR0913, PLR0917 each parameter is an option of the command
    context: typer.Context,
    name: Name = "",
    day: Day = "",
    reason: Reason = "",
    anyway: Anyway = False,
    amend: Amend = None,
    show_changes: Show = False,
    json: AsJson = False,
) -> int:
    """Stel de regels vast voordat het eerste antwoord opengaat.

    Daarna is elk verschil een bevinding, tot u de wijziging vastlegt met --amend, een reden en een naam.
    """
    root = project_folder(context)
    if show_changes:
        return _show(root, json)
    if amend:
        return _amend(root, amend, _fixing(name, day, _why(reason)), json=json)
    if bool(reason) != anyway:
        raise UsageError("Geef --anyway en --reason samen, en alleen als er al antwoorden zijn.")
    return _freeze(root, _fixing(name, day, reason.strip()), json=json)


def _freeze(root: Path, by: "Fixing", *, json: bool) -> int:
    from marktscan import fixing

    try:
        made = fixing.freeze(root, by)
    except fixing.AlreadyFixedError as error:
        raise UsageError(
            "De regels zijn al vastgesteld; dat gebeurt maar één keer. Leg een wijziging vast met --amend."
        ) from error
    except fixing.AnswersThereError as error:
        raise UsageError(
            f"Er zijn al bestanden van leveranciers, zoals {error.files[0]}. Vaststellen hoort daarvoor. "
            'Wilt u het toch? Geef dan --anyway --reason "waarom"; dat staat daarna in elk rapport.'
        ) from error
    if json:
        show_json({**freeze_records.fixed(made), "findings": as_json(made.findings)})
    elif made.freeze is None:
        show(*lines(made.findings), "Er is niets vastgesteld: los eerst deze fouten op.")
    else:
        show(*freeze_lines.told_fixed(made))
    return exit_code(made.findings)


def _amend(root: Path, names: Sequence[str], by: "Fixing", *, json: bool) -> int:
    from marktscan import fixing

    try:
        made = fixing.amend(root, names, by)
    except fixing.NotFixedError as error:
        raise UsageError(
            "Er is geen vaststelling die klopt, dus is er niets te wijzigen. Kijk met: marktscan check"
        ) from error
    if made.unknown:
        raise UsageError(_nothing_to_amend(made.unknown, made.differing))
    if json:
        show_json({**freeze_records.amended(made), "findings": as_json(made.findings)})
    else:
        show(*(lines(made.findings) if made.findings else freeze_lines.told_amended(made)))
    return exit_code(made.findings)


def _show(root: Path, json: bool) -> int:
    from marktscan import pipeline

    outcome = pipeline.check(root)
    found = [item for item in outcome.findings if item.code.number.startswith("V")]
    if outcome.rules is None and not found:
        raise UsageError('De regels zijn nog niet vastgesteld. Dat doet u met: marktscan freeze --name "…"')
    if json:
        show_json({"rules": freeze_records.held(outcome.rules), "findings": as_json(found)})
    else:
        told = freeze_lines.told_held(outcome.rules, _names(outcome.scan)) if outcome.rules else ()
        show(*told, "", *lines(found))
    return exit_code(found)


def _names(scan: "Scan | None") -> dict[str, str]:
    """What people call vendors and municipalities; who gave no name is called as the folder."""
    if scan is None:
        return {}
    vendors = {item.vendor.slug: item.vendor.product or item.vendor.slug for item in scan.submissions}
    return vendors | {item.slug: item.name for item in scan.project.municipalities}


def _nothing_to_amend(names: Sequence[str], differing: Sequence[str]) -> str:
    some = f" Wel anders: {', '.join(differing[:5])}{' …' if differing[5:] else ''}." if differing else ""
    return f"Deze regel is niet anders dan afgesproken: {', '.join(names)}.{some}"


def _fixing(name: str, day: str, reason: str) -> "Fixing":
    from marktscan.fixing import Fixing

    return Fixing(_name(name), _day(day), reason)


def _why(reason: str) -> str:
    if not reason.strip():
        raise UsageError('Waarom is deze regel gewijzigd? Geef --reason "…".')
    return reason.strip()


def _name(text: str) -> str:
    if not text.strip():
        raise UsageError('Wie stelt dit vast? Geef --name, bijvoorbeeld --name "Stuurgroep marktverkenning".')
    return " ".join(text.split())


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError("Op welke dag? Geef --date, bijvoorbeeld --date 2026-09-30.") from None

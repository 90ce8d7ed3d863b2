"""House style: what a project declares about the look of its reports, judged before anything is printed."""

from pathlib import Path

from marktscan.domain.finding import Finding, Severity
from marktscan.domain.project import Project
from marktscan.domain.style import Declared, House
from marktscan.reporting.style.broken import BrokenTemplateError
from marktscan.reporting.style.colours import SHEET, declared_in, usable, usable_accents
from marktscan.reporting.style.glyphs import replaced_characters
from marktscan.reporting.style.logos import read_logo
from marktscan.reporting.style.own import (
    PLACE,
    Files,
    files_in,
    own_folder,
    sheets_in,
    template_findings,
    texts_in,
)
from marktscan.reporting.style.prose import prose

__all__ = ["BrokenTemplateError", "prose", "read_house", "replaced_characters"]


def read_house(root: Path, project: Project) -> tuple[House, tuple[Finding, ...]]:
    """The look of the reports of this project, and everything about it that cannot be used."""
    folder = own_folder(root)
    files, unused = files_in(folder) if folder else (Files(), ())
    sheets, in_sheets = sheets_in(folder, files.sheets) if folder else ({}, ())
    texts, in_texts = texts_in(folder, files.prose) if folder else ({}, ())
    in_templates = tuple(template_findings(folder, files.templates)) if folder else ()
    declared, made_up = declared_in(sheets.pop(SHEET.as_posix(), ""), f"{PLACE}/{SHEET.as_posix()}")
    colours, in_colours = usable({**declared, **project.style.colours})
    accents, in_accents = usable_accents(_colours_of(project), colours)
    logos, in_logos = _logos(root, project)
    found = (*unused, *in_sheets, *in_texts, *in_templates, *made_up, *in_colours, *in_accents, *in_logos)
    sound = all(item.code.severity is not Severity.ERROR for item in found)
    return House(colours, accents, logos, folder if files.templates else None, sheets, texts, sound), found


def _colours_of(project: Project) -> dict[str, Declared]:
    return {m.slug: m.colour for m in project.municipalities if m.colour}


def _logos(root: Path, project: Project) -> tuple[dict[str, str], tuple[Finding, ...]]:
    read = {m.slug: read_logo(root, m.slug, m.name, m.logo) for m in project.municipalities if m.logo}
    logos = {slug: svg for slug, (svg, _) in read.items() if svg}
    return logos, tuple(found for _, found in read.values() if found)

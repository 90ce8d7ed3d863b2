"""The project's own templates, style sheets and texts: which file replaces what, and what is wrong."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from marktscan.assets import templates
from marktscan.domain.finding import Code, Finding, finding
from marktscan.domain.source import Source
from marktscan.reporting.style.accessible import problems
from marktscan.reporting.style.broken import BrokenTemplateError
from marktscan.reporting.style.colours import SHEET
from marktscan.reporting.style.prose import FOLDER, LONGEST, SUFFIX, paragraphs, product_prose
from marktscan.reporting.style.sheets import sheet_findings

PLACE = "templates"
CHAPTERS = (
    "aanpak",
    "antwoorden",
    "bijlage-begrippen",
    "bijlage-bevindingen",
    "bijlage-cijfers",
    "bijlage-eisen",
    "bijlage-herkomst",
    "bijlage-kosten",
    "bijlage-scores",
    "bijlage-simulatie",
    "conclusie",
    "controle",
    "correctieformulier",
    "demo",
    "eigen-beeld",
    "eisen",
    "fit-gap",
    "gelezen",
    "huidig-systeem",
    "knock-outs",
    "kosten",
    "leeswijzer",
    "methode",
    "niet-in-dit-rapport",
    "prijzen",
    "risicos",
    "samenvatting",
    "score",
    "tenderregels",
    "uitslag",
    "zekerheid",
)
"""Chapters by the name of their place in the report: each can have a template and an introduction."""
VENDOR = re.compile(r"pakket-[a-z0-9-]+")
_FONTS = ".ttf"
_TEMPORARY = (".", "~")


@dataclass(frozen=True, slots=True)
class Files:
    """The files of the project's own by what they are, each with its name below the folder."""

    templates: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    prose: tuple[str, ...] = ()


def own_folder(root: Path) -> Path | None:
    """Where the project's own templates lie; None without any; in a clone they are the product's."""
    folder = (root / PLACE).resolve()
    return folder if folder.is_dir() and folder != templates().resolve() else None


def files_in(folder: Path) -> tuple[Files, tuple[Finding, ...]]:
    """The files that replace something, and those that replace nothing."""
    names = [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(_TEMPORARY) and not _copied(path, folder)
    ]
    used = [name for name in names if _replaces(folder, name)]
    of = {suffix: tuple(n for n in used if n.endswith(suffix)) for suffix in (".html", ".css", SUFFIX)}
    unused = tuple(_unused(name) for name in names if name not in used)
    return Files(of[".html"], of[".css"], of[SUFFIX]), unused


def _copied(path: Path, folder: Path) -> bool:
    """Whether this file is the product's own, copied as it is: it changes nothing and is not judged."""
    original = templates() / path.relative_to(folder)
    return original.is_file() and original.read_bytes() == path.read_bytes()


def _replaces(folder: Path, name: str) -> bool:
    """Whether this file has the name of something that can be replaced and lies in the folder itself."""
    inside = (folder / name).resolve().is_relative_to(folder)
    vendor = name.startswith("chapters/") and VENDOR.fullmatch(Path(name).stem) and name.endswith(".html")
    return inside and (name in replaceable() or bool(vendor))


def replaceable() -> frozenset[str]:
    """The names of all files that a project can replace, below its folder with templates."""
    own = {path.relative_to(templates()).as_posix() for path in templates().rglob("*.*") if path.is_file()}
    shown = {name for name in own if name.endswith((".html", ".css", SUFFIX))}
    chapters = {f"chapters/{name}.html" for name in CHAPTERS}
    texts = {f"{FOLDER}/{name}{SUFFIX}" for name in (*CHAPTERS, *product_prose())}
    return frozenset(shown | chapters | texts)


def _unused(name: str) -> Finding:
    source = Source(f"{PLACE}/{name}")
    near = get_close_matches(name, sorted(replaceable()), n=1)
    if near and not name.endswith(_FONTS):
        return finding(Code.TEMPLATE_SIMILAR, source, meant=near[0])
    return Finding(Code.TEMPLATE_UNUSED, source)


def texts_in(folder: Path, names: tuple[str, ...]) -> tuple[dict[str, tuple[str, ...]], tuple[Finding, ...]]:
    """The project's own texts as paragraphs by name, and those that cannot be read."""
    read: dict[str, tuple[str, ...]] = {}
    wrong: list[Finding] = []
    for name in names:
        source = Source(f"{PLACE}/{name}")
        text = _text(folder / name)
        if text is None:
            wrong.append(Finding(Code.TEMPLATE_UNREADABLE, source))
        elif len(text) > LONGEST:
            wrong.append(finding(Code.PROSE_TOO_LONG, source, found=len(text), limit=LONGEST))
        else:
            read[Path(name).stem] = paragraphs(text)
    return read, tuple(wrong)


def sheets_in(folder: Path, names: tuple[str, ...]) -> tuple[dict[str, str], tuple[Finding, ...]]:
    """The project's own style sheets by name, and what is wrong in them; the colours are read apart."""
    read: dict[str, str] = {}
    wrong: list[Finding] = []
    for name in names:
        text = _text(folder / name)
        if text is None:
            wrong.append(Finding(Code.TEMPLATE_UNREADABLE, Source(f"{PLACE}/{name}")))
            continue
        read[name] = text
        if name != SHEET.as_posix():
            wrong.extend(sheet_findings(text, f"{PLACE}/{name}"))
    return read, tuple(wrong)


def template_findings(folder: Path, names: tuple[str, ...]) -> Iterator[Finding]:
    """What is wrong in each of the project's own templates, found by printing a small report with them.

    What every chapter is printed with comes first: what it lacks is lacking in all of them, and told once.
    """
    told: set[object] = set()
    for name in sorted(names, key=lambda name: name.startswith("chapters/")):
        if _text(folder / name) is None:
            yield Finding(Code.TEMPLATE_UNREADABLE, Source(f"{PLACE}/{name}"))
            continue
        for found in _in_sample(folder, name):
            what = found.facts if found.code is Code.TEMPLATE_INACCESSIBLE else found
            if what not in told:
                told.add(what)
                yield found


def _in_sample(folder: Path, name: str) -> Iterator[Finding]:
    """The first error in the template, or all that its pages lack for readers who do not see them."""
    from marktscan.reporting.style.sample import print_sample

    try:
        pages = print_sample(folder, name)
    except BrokenTemplateError as error:
        yield error.finding
    else:
        for problem in dict.fromkeys(problem for page in pages for problem in problems(page)):
            yield finding(Code.TEMPLATE_INACCESSIBLE, Source(f"{PLACE}/{name}"), problem=problem)


def _text(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None

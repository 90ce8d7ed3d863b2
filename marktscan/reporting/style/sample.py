"""A small report without data, printed to try a project's own templates before anything else is done."""

from pathlib import Path

from markupsafe import Markup

from marktscan.assets import templates
from marktscan.domain.style import House
from marktscan.reporting.view import (
    Block,
    Bullets,
    Chapter,
    Column,
    Cover,
    Heading,
    Link,
    Numbered,
    Numbering,
    Page,
    Pairs,
    Part,
    Row,
    SideBySide,
    Steps,
    Strong,
    Table,
    cell,
    head,
    paragraph,
)

_HERE = "hier"


def print_sample(folder: Path, name: str) -> tuple[str, str]:
    """The HTML for paper and for a screen, with these templates; BrokenTemplateError says what is wrong."""
    from marktscan.reporting.edition import WhatIf, edition
    from marktscan.reporting.html import render

    page = _page(House(folder=folder), _anchor(name))
    return render(page), edition(page, WhatIf(Markup("{}")))


def _anchor(name: str) -> str:
    """The chapter that this template is for; one that the product has is for no chapter of its own."""
    path = Path(name)
    of_one = path.parent.name == "chapters" and not (templates() / name).is_file()
    return path.stem if of_one else _HERE


def _page(house: House, anchor: str) -> Page:
    words = ("Woorden, ", Strong("nadruk"), " en een ", Link("koppeling", anchor))
    parts: tuple[Part, ...] = (
        paragraph(*words),
        Heading("Kop", "kop"),
        Numbered((words,)),
        Bullets((words,)),
        Pairs((("Begrip", words),)),
        Steps((("nu", "dit"),)),
        Block((_table(), Table("Leeg", (Column("Naam"),), ()))),
        SideBySide(((6, (paragraph(*words),)), (6, (paragraph(*words),)))),
    )
    chapter = Chapter(anchor, "Naam", "Titel", parts, new_page=True)
    cover = Cover("Kop", "Titel", "Vraag?", (("Begrip", words),), (words,))
    return Page(
        "Titel",
        "Vraag?",
        "Gemeente",
        "2026-01-01",
        "boven",
        "let op",
        "onder",
        cover,
        (Numbering("1", chapter),),
        house,
    )


def _table() -> Table:
    rows = (Row((head("een"), cell("1"))),)
    return Table("Tabel", (Column("Naam", width=60), Column("Aantal", "num", 30, "Hoeveel")), rows, "Wat")

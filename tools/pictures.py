"""Draw the forms and the screens for docs/handleiding.md (`make pictures`).

Needs LibreOffice and pdftoppm on the machine.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from html import escape
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from weasyprint import HTML
from xlsxwriter import Workbook

from marktscan.example import write_example

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
RESOLUTION, COLOURS = 100, 32
"""Dots per inch, and how many colours a small file needs."""

SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>nl-NL</value></prop></item></oor:items>
"""


@dataclass(frozen=True)
class Picture:
    """The top of one sheet of a workbook; `part` is how much of the page is shown."""

    name: str
    workbook: str
    sheet: str
    part: float


PICTURES = (
    Picture("eisen", "requirements/diemen.xlsx", "Eisen", 0.35),
    Picture("samenvoeging", "requirements/samenvoeging.xlsx", "Besluiten", 0.4),
    Picture("voortgang", "vendors/kade-zaken/answers.xlsx", "Lees mij", 1.0),
    Picture("vragenlijst", "vendors/kade-zaken/answers.xlsx", "Vragen", 0.4),
    Picture("prijsblad", "vendors/kade-zaken/prices.xlsx", "Kosten", 0.6),
    Picture("beoordeling", "vendors/kade-zaken/assessments/diemen-1.xlsx", "Beoordeling", 0.5),
    Picture("consensus", "vendors/kade-zaken/consensus.xlsx", "Consensus", 0.45),
)


REPAIR = Picture("herstel", "build/repair/herstel-rx-enterprise.xlsx", "Herstellen", 0.45)


@dataclass(frozen=True)
class Screen:
    """What a command prints, as people see it; `lines` is how many of them are shown."""

    name: str
    words: tuple[str, ...]
    lines: int


SCREENS = (
    Screen("status", ("status",), 30),
    Screen("check", ("check",), 22),
    Screen("import", ("import", "eisen-2024.xlsx"), 26),
)
PAGE = """<style>@page {{ size: 21cm {height}cm; margin: .4cm }}
pre {{ font: 8.5pt/1.4 "DejaVu Sans Mono", monospace; margin: 0; white-space: pre-wrap }}</style>
<pre><b>$ marktscan {command}</b>
{text}</pre>"""
LINE_HEIGHT, LONGEST_LINE = 0.42, 112
"""Centimetres and characters."""
LIST = (
    ("Programma van eisen zaaksysteem",),
    (),
    ("Nr", "Onderdeel", "Eis", "MoSCoW", "E/W"),
    ("1.1", "Registratie", "Een zaak krijgt bij registratie een uniek nummer.", "M", "E"),
    ("1.2", "Registratie", "Een zaak kan worden gekoppeld aan een adres.", "S", "W"),
    ("2.1", "Archief", "Elk zaaktype heeft een bewaartermijn.", "M", "KO"),
    ("", "Archief", "Vernietigen gebeurt na goedkeuring.", "M", "E"),
)
"""A list as a municipality may have it."""


def main() -> None:
    """Draw every picture from the repository's own workbooks, and the screens from a copy of the example."""
    IMAGES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        scan = Path(folder) / "scan"
        write_example(scan)
        write_list(scan / "eisen-2024.xlsx")
        for picture in PICTURES:
            _draw(picture, ROOT, Path(folder))
        for screen in SCREENS:
            _draw_screen(screen, scan)
        _marktscan(scan, "check", "--repair")
        _draw(REPAIR, scan, Path(folder))


def write_list(path: Path) -> None:
    """The list as a workbook."""
    with Workbook(path) as book:
        sheet = book.add_worksheet("PvE")
        for row, cells in enumerate(LIST):
            sheet.write_row(row, 0, cells)


def _marktscan(folder: Path, *words: str) -> str:
    command = [sys.executable, "-m", "marktscan", *words]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "110"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return done.stdout


def _draw_screen(screen: Screen, folder: Path) -> None:
    """The first lines of what a command prints, as a picture."""
    printed = _marktscan(folder, *screen.words).splitlines()
    shown = printed[: screen.lines]
    more = ["…"] if len(printed) > len(shown) else []
    page = PAGE.format(
        command=" ".join(screen.words),
        text=escape("\n".join([*shown, *more])),
        height=round(sum(1 + len(line) // LONGEST_LINE for line in ["", *shown, *more]) * LINE_HEIGHT + 1, 2),
    )
    pdf = folder / f"{screen.name}.pdf"
    HTML(string=page).write_pdf(pdf)
    drawn = _run("pdftoppm", "-png", "-r", RESOLUTION, "-singlefile", pdf)
    image = Image.open(BytesIO(drawn)).convert("RGB")
    image.quantize(COLOURS).save(IMAGES / f"{screen.name}.png", optimize=True)


def _draw(picture: Picture, root: Path, folder: Path) -> None:
    workbook = folder / f"{picture.name}.xlsx"
    shutil.copyfile(root / picture.workbook, workbook)
    profile = f"-env:UserInstallation={_dutch_profile(folder).as_uri()}"
    _run("soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", folder, workbook)
    pdf = workbook.with_suffix(".pdf")
    page = _page(pdf, picture.sheet)
    drawn = _run("pdftoppm", "-png", "-r", RESOLUTION, "-f", page, "-l", page, pdf)
    image = Image.open(BytesIO(drawn)).convert("RGB")
    top = image.crop((0, 0, image.width, round(image.height * picture.part)))
    top.quantize(COLOURS).save(IMAGES / f"{picture.name}.png", optimize=True)


def _dutch_profile(folder: Path) -> Path:
    """Settings of LibreOffice under which numbers look Dutch."""
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(SETTINGS, encoding="utf-8")
    return folder / "profile"


def _page(pdf: Path, sheet: str) -> int:
    """The first page of a sheet, by the name in its footer."""
    pages = _run("pdftotext", pdf, "-").decode().split("\f")
    return next(number for number, text in enumerate(pages, 1) if f"· {sheet}" in text)


def _run(*words: object) -> bytes:
    return subprocess.run([str(word) for word in words], check=True, capture_output=True).stdout


if __name__ == "__main__":
    main()

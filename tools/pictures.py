"""Draw the forms for docs/handleiding.md (`make pictures`): needs LibreOffice and pdftoppm on the machine."""

import shutil
import subprocess
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

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


def main() -> None:
    """Draw every picture from the repository's own workbooks."""
    IMAGES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        for picture in PICTURES:
            _draw(picture, Path(folder))


def _draw(picture: Picture, folder: Path) -> None:
    workbook = folder / f"{picture.name}.xlsx"
    shutil.copyfile(ROOT / picture.workbook, workbook)
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

"""From HTML to an accessible, archivable PDF, with nothing fetched but the report's own styles and fonts."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from weasyprint import Attachment
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher

from marktscan.assets import templates
from marktscan.reporting.finishing import finish
from marktscan.reporting.finishing.identity import identify
from marktscan.reporting.rendering.objects import squeezed_less
from marktscan.reporting.rendering.sparing import Page, without_needless_work
from marktscan.reporting.rendering.stack import roomy

VARIANT, WITH_FILES = "pdf/a-2a", "pdf/a-3a"
NOTHING: Mapping[str, bytes] = MappingProxyType({})
OWN_ASSETS = frozenset({".css", ".ttf"})
_OF_A_SHEET = re.compile(r"(?<=[\w;])!(?=[A-Z]{1,3}\d)")
"""What stands between a sheet and its cell, and where no line may end: "Vragen!F4" is one word."""


class OwnAssets(URLFetcher):  # type: ignore[misc]
    """Fetches style sheets and fonts from the template folder and stops at everything else."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:  # noqa: ANN401 (untyped there)
        """The file behind an address of the report's own; FatalURLFetchingError for any other address."""
        if not _is_own(url):
            raise FatalURLFetchingError(f"not an asset of the report: {url}")
        return super().fetch(url, headers)


@roomy
def pdf(html: str, attached: Mapping[str, bytes] = NOTHING, made: date = date.min) -> bytes:
    """The document as PDF/A-2a and PDF/UA-1 in one file, with the same bytes for the same HTML.

    With files `attached`, by name and all `made` on one day, it is PDF/A-3a instead.
    """
    variant = WITH_FILES if attached else VARIANT
    with without_needless_work(), squeezed_less():
        source = Page(string=_unbroken(html), base_url=f"{templates().as_uri()}/", url_fetcher=OwnAssets())
        document = source.render(pdf_variant=variant, font_config=FontConfiguration())
        identify(document)
        rendered: bytes = document.write_pdf(
            pdf_variant=variant, finisher=finish, attachments=_attachments(attached, made)
        )
    return rendered


def _unbroken(html: str) -> str:
    """The page with every cell held to its sheet; what holds them has no glyph, so it is not in the PDF."""
    return _OF_A_SHEET.sub("!\N{WORD JOINER}", html)


def _attachments(files: Mapping[str, bytes], made: date) -> list[Attachment]:
    """The files as data that the report was made from, without the clock of this machine."""
    moment = datetime.combine(made, time())
    return [
        Attachment(
            file_obj=BytesIO(content),
            name=name,
            description=f"Gegevens bij het rapport: {name}",
            created=moment,
            modified=moment,
            relationship="Data",
        )
        for name, content in files.items()
    ]


def _is_own(url: str) -> bool:
    parts = urlsplit(url)
    if parts.scheme != "file":
        return False
    path = Path(url2pathname(unquote(parts.path))).resolve()
    return path.suffix in OWN_ASSETS and path.is_relative_to(templates().resolve())

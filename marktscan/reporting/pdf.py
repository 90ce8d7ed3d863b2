"""From HTML to a tagged PDF, with nothing fetched but the report's own style sheets and fonts."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher

from marktscan.assets import templates

OWN_ASSETS = frozenset({".css", ".ttf"})


class OwnAssets(URLFetcher):  # type: ignore[misc]
    """Fetches style sheets and fonts from the template folder and stops at everything else."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:  # noqa: ANN401 (WeasyPrint's own type is untyped)
        """The file behind an address of the report's own; FatalURLFetchingError for any other address."""
        if not _is_own(url):
            raise FatalURLFetchingError(f"not an asset of the report: {url}")
        return super().fetch(url, headers)


def pdf(html: str) -> bytes:
    """The document as PDF: tagged, with the same bytes for the same HTML."""
    document = HTML(string=html, base_url=f"{templates().as_uri()}/", url_fetcher=OwnAssets())
    rendered: bytes = document.write_pdf(pdf_tags=True, font_config=FontConfiguration())
    return rendered


def _is_own(url: str) -> bool:
    parts = urlsplit(url)
    if parts.scheme != "file":
        return False
    path = Path(url2pathname(unquote(parts.path))).resolve()
    return path.suffix in OWN_ASSETS and path.is_relative_to(templates().resolve())

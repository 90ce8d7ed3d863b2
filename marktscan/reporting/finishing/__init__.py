"""Repairs of the tag tree as WeasyPrint leaves it, on the PDF's objects just before they are written.

No validator reports these defects, a screen reader does: a table that continues on the next page is read as a
new one, running headers are read in the middle of a sentence, a header cell does not say what it heads.
"""

from pydyf import PDF
from weasyprint import Document

from marktscan.reporting.finishing.artifacts import hide_what_is_not_content
from marktscan.reporting.finishing.attachments import name_files_once
from marktscan.reporting.finishing.elements import Structure
from marktscan.reporting.finishing.figures import place_figures
from marktscan.reporting.finishing.headers import scope_headers
from marktscan.reporting.finishing.links import describe_links
from marktscan.reporting.finishing.tables import join_tables


def finish(document: Document, pdf: PDF) -> None:
    """Repair the `pdf` of `document` in place; a `finisher` of write_pdf()."""
    structure = Structure(pdf)
    describe_links(document, structure)
    join_tables(document, structure)
    scope_headers(structure)
    place_figures(structure)
    hide_what_is_not_content(structure)
    name_files_once(pdf)

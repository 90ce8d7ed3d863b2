"""Every attached file is named once as belonging to the report."""

from pydyf import PDF


def name_files_once(pdf: PDF) -> None:
    """Keep each file once in the list of associated files, in which WeasyPrint puts it twice."""
    if "AF" in pdf.catalog:
        files = pdf.catalog["AF"]
        files[:] = dict.fromkeys(files)

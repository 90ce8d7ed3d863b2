"""Reports: chapters decide what to say, templates print it, WeasyPrint makes the PDF."""

from marktscan.reporting.style import BrokenTemplateError
from marktscan.reporting.variants import UnknownVariantError, Variant, chosen, variants
from marktscan.reporting.write import html_of, write_reports

__all__ = [
    "BrokenTemplateError",
    "UnknownVariantError",
    "Variant",
    "chosen",
    "html_of",
    "variants",
    "write_reports",
]

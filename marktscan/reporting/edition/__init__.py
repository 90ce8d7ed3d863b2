"""The HTML edition: the same report as one file for a browser, which asks nothing of anybody else."""

from marktscan.reporting.edition.document import edition
from marktscan.reporting.edition.what_if import WhatIf, what_if

__all__ = ["WhatIf", "edition", "what_if"]

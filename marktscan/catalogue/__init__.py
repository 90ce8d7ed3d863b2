"""The starting content: the catalogue of requirements and the register of standards."""

from marktscan.catalogue.norms import norms
from marktscan.catalogue.requirements import CatalogueRequirement, catalogue_requirements

__all__ = ["CatalogueRequirement", "catalogue_requirements", "norms"]

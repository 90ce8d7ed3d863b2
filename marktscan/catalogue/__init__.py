"""The starting content: the catalogue of requirements and the register of standards."""

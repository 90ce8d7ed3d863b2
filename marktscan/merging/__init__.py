"""Three requirement lists and human decisions become one programme."""

from marktscan.merging.merge import merge

__all__ = ["merge"]

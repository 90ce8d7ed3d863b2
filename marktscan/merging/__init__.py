"""Three requirement lists and human decisions become one programme."""

from marktscan.merging.merge import merge
from marktscan.merging.propose import propose

__all__ = ["merge", "propose"]

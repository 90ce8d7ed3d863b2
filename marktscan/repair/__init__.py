"""What people are asked to mend: a workbook for each of them, with a letter that can be sent along."""

from marktscan.repair.write_repairs import write_repairs

__all__ = ["write_repairs"]

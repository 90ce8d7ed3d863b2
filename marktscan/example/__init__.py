"""The invented scan that `marktscan example` writes: same bytes every time."""

from marktscan.example.project import write_example

__all__ = ["write_example"]

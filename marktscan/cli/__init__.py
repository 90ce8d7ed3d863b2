"""The command line: one small file per command."""

from marktscan.cli.app import main

__all__ = ["main"]

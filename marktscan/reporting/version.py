"""Which version of the program made this report."""

from importlib.metadata import PackageNotFoundError, version


def program_version() -> str:
    """The installed version; "onbekend" when the program runs from a folder that was never installed."""
    try:
        return version("marktscan")
    except PackageNotFoundError:
        return "(versie onbekend)"

"""Which version of the program made this report."""

import tomllib
from importlib.metadata import PackageNotFoundError, version

from marktscan.assets import templates


def program_version() -> str:
    """The installed version, or in a clone that was never installed what its pyproject.toml says."""
    try:
        return version("marktscan")
    except PackageNotFoundError:
        declared = (templates().parent / "pyproject.toml").read_text(encoding="utf-8")
        return str(tomllib.loads(declared)["project"]["version"])

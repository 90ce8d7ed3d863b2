"""The manifest: which program made the outputs in a folder, and from which inputs; each with its SHA-256."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

MANIFEST = "manifest.json"
REPORTS = "reports"
RESULTS = "results.json"
SCORES = "scores.csv"
WORKBOOK = "results.xlsx"


@dataclass(frozen=True, slots=True)
class Program:
    """The program that made it: its version, the SHA-256 of all its files, and the libraries it uses."""

    version: str
    sha256: str
    libraries: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Manifest:
    """SHA-256 by path: of inputs in the project folder, of outputs in the folder of the manifest.

    `seed` is where the draws of the simulation began, None while nothing has been drawn.
    """

    program: Program
    inputs: Mapping[str, str]
    outputs: Mapping[str, str]
    seed: int | None = None

    def as_json(self) -> bytes:
        """The manifest as a file, without a clock: the same run gives the same bytes."""
        return f"{json.dumps(asdict(self), indent=2)}\n".encode("ascii")


def report_files(name: str) -> tuple[str, ...]:
    """The paths of a report in the folder of the manifest: the PDF and the HTML edition."""
    return f"{REPORTS}/{name}.pdf", f"{REPORTS}/{name}.html"


def is_report(path: str) -> bool:
    """Whether an output is a report."""
    return path.startswith(f"{REPORTS}/")


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest in a folder; None when there is none that can be used."""
    try:
        value = json.loads((folder / MANIFEST).read_bytes())
        program = value["program"]
        made_by = Program(str(program["version"]), str(program["sha256"]), _texts(program["libraries"]))
        seed = value.get("seed")
        return Manifest(
            made_by,
            _paths(value["inputs"]),
            _paths(value["outputs"]),
            None if seed is None else int(seed),
        )
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def _texts(value: Mapping[str, object]) -> dict[str, str]:
    return {str(name): str(text) for name, text in value.items()}


def _paths(value: Mapping[str, object]) -> dict[str, str]:
    """The hashes by path; ValueError for a path that leads out of its folder."""
    paths = [PurePosixPath(name) for name in value]
    if any(path.is_absolute() or ".." in path.parts for path in paths):
        raise ValueError("a path leads out of the folder")
    return _texts(value)

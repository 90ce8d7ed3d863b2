"""Do these reports belong to these inputs? Every hash of the manifest is computed again."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from marktscan.delivery.fingerprints import of_inputs, of_outputs
from marktscan.delivery.manifest import REPORTS, read_manifest


@dataclass(frozen=True, slots=True)
class Differences:
    """Files that are not as the manifest says, by path."""

    changed: tuple[str, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.changed or self.missing or self.extra)


@dataclass(frozen=True, slots=True)
class Verification:
    """What differs among inputs and outputs, how many of each there should be, and what made them."""

    version: str
    inputs: Differences
    outputs: Differences
    number_of_inputs: int
    number_of_outputs: int

    @property
    def belongs(self) -> bool:
        """Whether nothing differs."""
        return not (self.inputs or self.outputs)


def verify(root: Path, folder: Path) -> Verification | None:
    """Hold the inputs in `root` and the outputs in `folder` against its manifest; None without a manifest."""
    manifest = read_manifest(folder)
    if manifest is None:
        return None
    reports = {path.relative_to(folder).as_posix() for path in (folder / REPORTS).glob("[!.]*")}
    return Verification(
        manifest.program.version,
        _differences(manifest.inputs, of_inputs(root)),
        _differences(manifest.outputs, of_outputs(folder, reports | manifest.outputs.keys())),
        len(manifest.inputs),
        len(manifest.outputs),
    )


def _differences(expected: Mapping[str, str], found: Mapping[str, str]) -> Differences:
    both = expected.keys() & found.keys()
    return Differences(
        tuple(sorted(name for name in both if expected[name] != found[name])),
        tuple(sorted(expected.keys() - found.keys())),
        tuple(sorted(found.keys() - expected.keys())),
    )

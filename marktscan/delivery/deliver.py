"""From the start of a run to the manifest: what still holds from the last time, and what is made now."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from marktscan.delivery.fingerprints import of_inputs, of_outputs, of_program
from marktscan.delivery.manifest import MANIFEST, Manifest, is_report, read_manifest, report_files
from marktscan.files import put_all


class InputsChangedError(Exception):
    """Somebody changed an input while the reports were being made; `files` says which."""

    def __init__(self, files: Sequence[str]) -> None:
        super().__init__(f"inputs changed during the run: {', '.join(files)}")
        self.files = tuple(files)


def begin(root: Path, folder: Path, version: str) -> Manifest:
    """This program and the inputs as they are now, with the outputs of the last run that still hold.

    None holds after a change of the program or of an input, or when what lies beside the reports was changed;
    a report that was changed itself or is gone does not hold.
    """
    now = Manifest(of_program(version), of_inputs(root), {})
    last = read_manifest(folder)
    if last is None or replace(last, outputs={}, seed=None) != now:
        return now
    kept = dict(of_outputs(folder, last.outputs).items() & last.outputs.items())
    lost = last.outputs.keys() - kept.keys()
    return replace(now, outputs=kept) if all(map(is_report, lost)) else now


def stale(begun: Manifest, reports: Sequence[str]) -> tuple[str, ...]:
    """The names of those reports of which at least one file has to be made."""
    return tuple(name for name in reports if not begun.outputs.keys() >= set(report_files(name)))


def deliver(
    root: Path, folder: Path, begun: Manifest, made: Sequence[str], files: Mapping[str, bytes]
) -> None:
    """Write `files` by name into `folder`, with the manifest of them, of what was `made` and of what holds.

    InputsChangedError, and nothing is written, when the inputs are not those of the beginning any more.
    """
    now = of_inputs(root)
    if changed := sorted({name for name, _ in now.items() ^ begun.inputs.items()}):
        raise InputsChangedError(changed)
    outputs = {**begun.outputs, **of_outputs(folder, made)}
    outputs |= {name: sha256(content).hexdigest() for name, content in files.items()}
    manifest = replace(begun, outputs=dict(sorted(outputs.items())))
    all_files = {**files, MANIFEST: manifest.as_json()}
    put_all({folder / name: content for name, content in all_files.items()})

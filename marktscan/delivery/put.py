"""Several files put in place together: all of them, or none."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


def put_all(files: Mapping[Path, bytes]) -> None:
    """Write all files beside their places, then move them in; OSError leaves every file as it was."""
    before = {path: path.read_bytes() if path.is_file() else None for path in files}
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            _beside(path).write_bytes(content)
        for path in files:
            _beside(path).replace(path)
    except OSError:
        for path, old in before.items():
            _restore(path, old)
        raise
    finally:
        for path in files:
            _beside(path).unlink(missing_ok=True)


def _restore(path: Path, content: bytes | None) -> None:
    """Put back what was there; a file that was never replaced may still be locked, and is as it was."""
    with suppress(OSError):
        if content is None:
            path.unlink(missing_ok=True)
        elif path.read_bytes() != content:
            path.write_bytes(content)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.new")

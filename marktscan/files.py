"""Files put in place together: all of them whole, or none."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path


def put_all(files: Mapping[Path, bytes]) -> None:
    """Write all files beside their places, then move them in.

    OSError, naming the file, leaves every file as it was and nothing beside it.
    """
    before = {path: path.read_bytes() if path.is_file() else None for path in files}
    try:
        for path, content in files.items():
            with _naming(path):
                path.parent.mkdir(parents=True, exist_ok=True)
                _beside(path).write_bytes(content)
        for path in files:
            with _naming(path):
                _beside(path).replace(path)
    except BaseException:
        for path, old in before.items():
            _restore(path, old)
        raise
    finally:
        for path in files:
            with suppress(OSError):
                _beside(path).unlink(missing_ok=True)


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Let an error name the file people know: a full disk names none, a failed move the one beside it."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error


def _restore(path: Path, content: bytes | None) -> None:
    """Put back what was there; a file that was never replaced may still be locked, and is as it was."""
    with suppress(OSError):
        if content is None:
            path.unlink(missing_ok=True)
        elif path.read_bytes() != content:
            path.write_bytes(content)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.new")

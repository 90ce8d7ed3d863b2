"""Several files at once: whole, together, and with nothing left behind when the disk says no."""

import errno
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from marktscan.files import put_all

OLD = b"het vorige"


def everything(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.pdf").write_bytes(OLD)
    return tmp_path


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte, where this machine lets us make one."""
    place = tmp_path / "schijf"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    if os.name != "posix" or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("only root can make a small disk")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_files_are_written_into_folders_that_are_not_there_yet(tmp_path):
    put_all({tmp_path / "build" / "x" / "a": b"a", tmp_path / "b": b"b"})
    assert everything(tmp_path) == {"a": b"a", "b": b"b"}


def test_a_disk_that_is_full_halfway_leaves_everything_as_it_was(folder, monkeypatch):
    written = Path.write_bytes

    def half(self: Path, content: bytes) -> int:
        if "b.pdf" in self.name:
            written(self, content[:2])
            raise OSError(errno.ENOSPC, "No space left on device")
        return written(self, content)

    monkeypatch.setattr(Path, "write_bytes", half)
    with pytest.raises(OSError, match="No space") as raised:
        put_all({folder / "a.pdf": b"nieuw", folder / "b.pdf": b"nieuw"})
    assert raised.value.errno == errno.ENOSPC
    assert raised.value.filename == str(folder / "b.pdf")
    assert everything(folder) == {"a.pdf": OLD}


def test_a_really_full_disk_leaves_everything_as_it_was(small_disk):
    (small_disk / "a.pdf").write_bytes(OLD)
    with pytest.raises(OSError, match="No space left") as raised:
        put_all({small_disk / "a.pdf": b"x" * 400_000, small_disk / "b.pdf": b"x" * 900_000})
    assert raised.value.filename == str(small_disk / "b.pdf")
    assert everything(small_disk) == {"a.pdf": OLD}


def test_a_read_only_disk_is_left_alone(small_disk):
    (small_disk / "a.pdf").write_bytes(OLD)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(OSError) as raised:
        put_all({small_disk / "a.pdf": b"nieuw"})
    assert (raised.value.errno, raised.value.filename) == (errno.EROFS, str(small_disk / "a.pdf"))
    assert everything(small_disk) == {"a.pdf": OLD}


def test_a_file_that_is_open_elsewhere_keeps_all_others_as_they_were(folder, monkeypatch):
    """Windows refuses to replace a file that somebody has open."""
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target.name == "b.pdf":
            raise PermissionError(errno.EACCES, "in use", str(self), None, str(target))
        return replace(self, target)

    (folder / "b.pdf").write_bytes(OLD)
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PermissionError) as raised:
        put_all({folder / name: b"nieuw" for name in ("a.pdf", "b.pdf", "c.pdf")})
    assert raised.value.filename == str(folder / "b.pdf")
    assert everything(folder) == {"a.pdf": OLD, "b.pdf": OLD}


def test_a_folder_in_the_place_of_a_file_changes_nothing(folder):
    (folder / "b.pdf").mkdir()
    with pytest.raises(OSError, match=r"b\.pdf"):
        put_all({folder / "a.pdf": b"nieuw", folder / "b.pdf": b"nieuw"})
    assert everything(folder) == {"a.pdf": OLD}


def test_who_stops_the_program_halfway_finds_everything_as_it_was(folder, monkeypatch):
    def stop(self: Path, target: Path) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        put_all({folder / "a.pdf": b"nieuw"})
    assert everything(folder) == {"a.pdf": OLD}

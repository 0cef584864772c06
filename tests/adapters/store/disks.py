"""Small disks of our own, which can be filled or made read-only: root ignores permission bits, but not these."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

MS_RDONLY, MS_REMOUNT, MNT_DETACH = 1, 32, 2


class Disk:
    """A mounted memory file system."""

    def __init__(self, path: Path, size: str) -> None:
        self.path = path
        self._size = size

    def read_only(self) -> None:
        """Refuse every write from now on."""
        _mount(self.path, MS_REMOUNT | MS_RDONLY, f"size={self._size}")

    def fill(self) -> Path:
        """Use up every byte; return the file to delete to make room."""
        ballast = self.path / "ballast"
        with ballast.open("wb", buffering=0) as file, contextlib.suppress(OSError):
            while True:
                file.write(b"x" * 4096)
        return ballast


@contextlib.contextmanager
def small_disk(path: Path, size: str = "2m") -> Iterator[Disk]:
    """Mount a disk for as long as the block; skips for whoever is not root, and fails where root may not."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root on Linux can mount a disk")
    path.mkdir()
    try:
        _mount(path, 0, f"size={size}")
    except PermissionError:
        pytest.fail("root may not mount a small disk here, so a full disk cannot be tested")
    try:
        yield Disk(path, size)
    finally:
        _libc().umount2(os.fsencode(path), MNT_DETACH)


def _mount(path: Path, flags: int, options: str) -> None:
    if _libc().mount(b"tmpfs", os.fsencode(path), b"tmpfs", ctypes.c_ulong(flags), options.encode()):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)

"""The folder in which everything is kept: which files are ours, how large they are, and their end."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from wisestep_desktop.core.errors import StoreError
from wisestep_desktop.ports.upkeep import FileKind, StoredFile

_BLOCK = b"\0" * 65_536


class FolderPremises:
    """Implements ``ports.upkeep.Premises``.

    Args:
        folder: of the timeline.
        patterns: of the names of our files, by kind; a file is of the first kind whose pattern it fits.
    """

    def __init__(self, folder: Path, patterns: Mapping[FileKind, tuple[str, ...]]) -> None:
        self._folder = folder
        self._patterns = patterns

    def files(self) -> tuple[StoredFile, ...]:
        """Return every file of ours."""
        found = []
        for kind, path in self._ours():
            with contextlib.suppress(FileNotFoundError):  # a log that was just rotated
                found.append(StoredFile(kind, path.name, path.stat().st_size))
        return tuple(found)

    def clear(self) -> None:
        """Overwrite and delete every file of ours, and the folder if nothing else is in it."""
        left: StoreError | None = None
        for _, path in self._ours():
            try:
                _end(path)
            except OSError as error:
                left = left or StoreError("erase.left", file=str(path), reason=error.strerror or "")
        if left is not None:
            raise left
        with contextlib.suppress(OSError):  # something of somebody else's is in it
            self._folder.rmdir()

    def _ours(self) -> Iterator[tuple[FileKind, Path]]:
        seen = set[Path]()
        for kind, patterns in self._patterns.items():
            for path in sorted(path for pattern in patterns for path in self._folder.glob(pattern)):
                if path not in seen and (path.is_file() or path.is_symlink() or path.is_socket()):
                    seen.add(path)
                    yield kind, path


def _end(path: Path) -> None:
    """Overwrite a file with nothing, then delete it; a link is only deleted."""
    with contextlib.suppress(FileNotFoundError):
        if path.is_file() and not path.is_symlink():
            left = path.stat().st_size
            with path.open("r+b") as file:
                while left > 0:
                    left -= file.write(_BLOCK[: min(left, len(_BLOCK))])
                file.flush()
                os.fsync(file.fileno())
        path.unlink()

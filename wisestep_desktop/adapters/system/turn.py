"""A turn as a locked file: it ends with its holder, whatever happens to the holder."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from wisestep_desktop.core.errors import StoreError

_ASK_AGAIN = 0.05


class FileTurn:
    """Implements ``ports.turn.Turn`` by an advisory lock on a file, which the system drops when a process dies."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @contextmanager
    def take(self, *, patience: float = 0.0) -> Iterator[bool]:
        """Hold the turn for the block, or give False once ``patience`` seconds are over."""
        try:
            file = self._path.open("a+b")
        except OSError as error:
            raise StoreError("store.no_folder", folder=str(self._path.parent), reason=error.strerror or "") from error
        with file:
            ours = _lock(file)
            deadline = time.monotonic() + patience
            while not ours and time.monotonic() < deadline:
                time.sleep(_ASK_AGAIN)  # no system offers a lock on a file with a time limit
                ours = _lock(file)
            try:
                yield ours
            finally:
                if ours:
                    _unlock(file)


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> bool:
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _unlock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_UN)

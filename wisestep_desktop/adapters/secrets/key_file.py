"""A key in a file that an administrator named, for automation and servers only. Checked before it is believed."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

from wisestep_desktop.core.errors import KeyUnavailable

_MOST = 256


class KeyFileVault:
    """Reads 64 hexadecimal digits from a file that nobody but its owner may read."""

    kind = "key_file"

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> bytes:
        """Return the key."""
        try:
            mode = self._path.stat().st_mode
            with self._path.open("rb") as file:
                content = file.read(_MOST)
        except OSError as error:
            raise KeyUnavailable("key_file.unreadable", file=str(self._path), reason=error.strerror or "") from error
        if not stat.S_ISREG(mode):
            raise KeyUnavailable("key_file.unreadable", file=str(self._path), reason="not a file")
        if sys.platform != "win32" and stat.S_IMODE(mode) & 0o077:
            raise KeyUnavailable("key_file.open_to_others", file=str(self._path), mode=f"{stat.S_IMODE(mode):04o}")
        try:
            key = bytes.fromhex(content.decode("ascii").strip())
        except ValueError:
            key = b""
        if len(key) != 32:
            raise KeyUnavailable("key_file.not_a_key", file=str(self._path))
        return key

    def keep(self, key: bytes) -> None:
        """Refuse: the file is the administrator's.

        Raises:
            KeyUnavailable: always, if the key differs from the file's.
        """
        if self.load() != key:
            raise KeyUnavailable("key_file.not_ours", file=str(self._path))

    def forget(self) -> None:
        """Leave the file alone: it is the administrator's."""

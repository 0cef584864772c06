"""Where the key of the timeline is kept: the keyring of the operating system, or a file an administrator named."""

from __future__ import annotations

from typing import Protocol


class KeyVault(Protocol):
    """Keeps one 256-bit key per timeline. May block on an unlock prompt: never call it on the Qt thread."""

    @property
    def kind(self) -> str:
        """Return ``keyring`` or ``key_file``, for ``doctor``."""
        ...

    def load(self) -> bytes | None:
        """Return the key, 32 bytes, or None if none was ever kept.

        Raises:
            KeyUnavailable: if the keyring is missing, locked or refuses, or the file is not what it must be.
        """
        ...

    def keep(self, key: bytes) -> None:
        """Keep a new key durably before it is used.

        Raises:
            KeyUnavailable: if it cannot be kept.
        """
        ...

    def forget(self) -> None:
        """Forget the key for good; fine if none was kept. A key file stays, for it is its administrator's.

        Raises:
            KeyUnavailable: if the keyring refuses.
        """
        ...

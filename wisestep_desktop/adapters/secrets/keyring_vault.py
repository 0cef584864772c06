"""The operating system's keyring, and no other: a back end that writes plain text is never used."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import keyring.backend
import keyring.errors
from keyring.backend import KeyringBackend

from wisestep_desktop.core.errors import KeyUnavailable

SERVICE = "WiseStep Desktop"

_TRUSTED = frozenset(
    {
        "keyring.backends.SecretService",
        "keyring.backends.kwallet",
        "keyring.backends.Windows",
        "keyring.backends.macOS",
    }
)


class KeyringVault:
    """Keeps the key of one timeline, as hexadecimal text.

    Args:
        timeline: tells this timeline from others of the same person.
    """

    kind = "keyring"

    def __init__(self, timeline: str) -> None:
        self._timeline = timeline

    def load(self) -> bytes | None:
        """Return the key, or None if none was ever kept."""
        with asking() as ring:
            text = ring.get_password(SERVICE, self._timeline)
        if text is None:
            return None
        try:
            return bytes.fromhex(text)
        except ValueError:
            raise KeyUnavailable("keyring.strange") from None

    def keep(self, key: bytes) -> None:
        """Keep a new key, and see that it is there."""
        with asking() as ring:
            ring.set_password(SERVICE, self._timeline, key.hex())
        if self.load() != key:
            raise KeyUnavailable("keyring.forgetful")

    def forget(self) -> None:
        """Delete the key from the keyring."""
        with asking() as ring:
            if ring.get_password(SERVICE, self._timeline) is not None:
                ring.delete_password(SERVICE, self._timeline)


@contextmanager
def asking() -> Iterator[KeyringBackend]:
    """Ask the keyring, and turn its errors into ours.

    Raises:
        KeyUnavailable: ``keyring.missing``, ``keyring.locked`` or ``keyring.failed``.
    """
    ring = trusted_ring()
    try:
        yield ring
    except keyring.errors.KeyringLocked:
        raise KeyUnavailable("keyring.locked") from None
    except Exception as error:
        # Any: back ends let errors of their own libraries through, as jeepney's where a Secret Service refuses.
        raise KeyUnavailable("keyring.failed", kind=type(error).__name__) from error


def trusted_ring() -> KeyringBackend:
    """Return the best trusted back end that works here.

    Raises:
        KeyUnavailable: ``keyring.missing`` if there is none.
    """
    usable = [backend for backend in keyring.backend.get_all_keyring() if type(backend).__module__ in _TRUSTED]
    if not usable:
        raise KeyUnavailable("keyring.missing")
    return max(usable, key=lambda backend: backend.priority)

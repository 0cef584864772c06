"""Private keys of a team's owner and managers: in the system's keyring, or beside the timeline under its own key."""

from __future__ import annotations

from collections.abc import Callable

from wisestep_desktop.adapters.secrets.keyring_vault import SERVICE, asking
from wisestep_desktop.core.errors import KeyUnavailable

SEED = 32


class KeyringKeys:
    """Implements ``ports.signing.SigningKeys`` in the keyring.

    Args:
        timeline: tells this timeline from others of the same person.
    """

    def __init__(self, timeline: str) -> None:
        self._timeline = timeline

    def load(self, name: str) -> bytes | None:
        """Return a key, or None."""
        with asking() as ring:
            text = ring.get_password(SERVICE, self._entry(name))
        return None if text is None else _seed(text)

    def keep(self, name: str, seed: bytes) -> None:
        """Keep a key, and see that it is there."""
        with asking() as ring:
            ring.set_password(SERVICE, self._entry(name), seed.hex())
        if self.load(name) != seed:
            raise KeyUnavailable("keyring.forgetful")

    def forget(self, name: str) -> None:
        """Forget a key, if there is one."""
        if self.load(name) is not None:
            with asking() as ring:
                ring.delete_password(SERVICE, self._entry(name))

    def _entry(self, name: str) -> str:
        return f"{self._timeline}#{name}"


class StoredKeys:
    """Implements ``ports.signing.SigningKeys`` where an administrator keeps the timeline's key in a file.

    Args:
        recall: returns what is kept in the encrypted timeline under a name.
        keep: keeps or forgets it.
    """

    def __init__(self, recall: Callable[[str], str | None], keep: Callable[[str, str | None], None]) -> None:
        self._recall = recall
        self._keep = keep

    def load(self, name: str) -> bytes | None:
        """Return a key, or None."""
        text = self._recall(name)
        return None if text is None else _seed(text)

    def keep(self, name: str, seed: bytes) -> None:
        """Keep a key."""
        self._keep(name, seed.hex())

    def forget(self, name: str) -> None:
        """Forget a key, if there is one."""
        self._keep(name, None)


def _seed(text: str) -> bytes:
    try:
        seed = bytes.fromhex(text)
    except ValueError:
        raise KeyUnavailable("keyring.strange") from None
    if len(seed) != SEED:
        raise KeyUnavailable("keyring.strange")
    return seed

"""Keys, signatures and seals: what a team's documents are believed by. Nothing here touches a disk or a network."""

from __future__ import annotations

from typing import Protocol


class Signatures(Protocol):
    """Ed25519 signatures, and secrets sealed under a code that a person reads out."""

    def new_seed(self) -> bytes:
        """Return a new private key, 32 random bytes."""
        ...

    def public_key(self, seed: bytes) -> bytes:
        """Return the public key of a private one, 32 bytes."""
        ...

    def sign(self, seed: bytes, message: bytes) -> bytes:
        """Return the signature, 64 bytes; the same message always gives the same."""
        ...

    def verify(self, key: bytes, message: bytes, signature: bytes) -> bool:
        """Tell whether the holder of a key signed a message; never raises, whatever it is given."""
        ...

    def new_code(self) -> str:
        """Return a code for a seal, which a person can read out and type: sixty random bits in three groups."""
        ...

    def seal(self, code: str, secret: str, context: bytes) -> bytes:
        """Return a secret that only the code opens, and only in the same context."""
        ...

    def unseal(self, code: str, sealed: bytes, context: bytes) -> str | None:
        """Return the secret; None for a wrong code, another context, or a broken seal. Takes a noticeable moment."""
        ...


class SigningKeys(Protocol):
    """Keeps this person's private keys, one a name. May block on an unlock prompt: never on the Qt thread."""

    def load(self, name: str) -> bytes | None:
        """Return a key; None if none is kept under that name.

        Raises:
            KeyUnavailable: if the keyring is missing, locked or refuses.
        """
        ...

    def keep(self, name: str, seed: bytes) -> None:
        """Keep a key durably.

        Raises:
            KeyUnavailable: if it cannot be kept.
        """
        ...

    def forget(self, name: str) -> None:
        """Forget a key, if there is one.

        Raises:
            KeyUnavailable: if the keyring is missing, locked or refuses.
        """
        ...

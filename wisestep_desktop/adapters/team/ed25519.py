"""Ed25519 and sealed secrets by the cryptography package."""

from __future__ import annotations

import secrets

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""What cannot be mistaken for one another when read out: neither 0 and O, nor 1, I and L, nor U and V."""
_GROUPS, _GROUP = 3, 4
_SALT, _NONCE = 16, 12
_COST = 2**15
"""Memory of 32 MB and some tenths of a second a guess: sixty bits stay out of reach (RFC 7914, section 2)."""


class Ed25519Signatures:
    """Implements ``ports.signing.Signatures``."""

    def new_seed(self) -> bytes:
        """Return a new private key."""
        return secrets.token_bytes(32)

    def public_key(self, seed: bytes) -> bytes:
        """Return the public key of a private one."""
        return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()

    def sign(self, seed: bytes, message: bytes) -> bytes:
        """Return the signature."""
        return Ed25519PrivateKey.from_private_bytes(seed).sign(message)

    def verify(self, key: bytes, message: bytes, signature: bytes) -> bool:
        """Tell whether the holder of a key signed a message."""
        try:
            Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True

    def new_code(self) -> str:
        """Return a code for a seal."""
        groups = ("".join(secrets.choice(_ALPHABET) for _ in range(_GROUP)) for _ in range(_GROUPS))
        return "-".join(groups)

    def seal(self, code: str, secret: str, context: bytes) -> bytes:
        """Return a secret that only the code opens."""
        salt, nonce = secrets.token_bytes(_SALT), secrets.token_bytes(_NONCE)
        sealed = ChaCha20Poly1305(_stretched(code, salt)).encrypt(nonce, secret.encode(), context)
        return salt + nonce + sealed

    def unseal(self, code: str, sealed: bytes, context: bytes) -> str | None:
        """Return the secret, or None."""
        salt, nonce, rest = sealed[:_SALT], sealed[_SALT : _SALT + _NONCE], sealed[_SALT + _NONCE :]
        if len(nonce) < _NONCE:
            return None
        try:
            return ChaCha20Poly1305(_stretched(code, salt)).decrypt(nonce, rest, context).decode()
        except (InvalidTag, UnicodeDecodeError):
            return None


def _stretched(code: str, salt: bytes) -> bytes:
    """Return a key made of a code, however it was typed."""
    bare = "".join(char for char in code.upper() if char.isalnum())
    return Scrypt(salt=salt, length=32, n=_COST, r=8, p=1).derive(bare.encode())

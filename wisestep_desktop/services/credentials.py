"""Keys as texts that people carry: a manager's request, and the owner's recovery sheet."""

from __future__ import annotations

import hashlib
from base64 import b32decode, b32encode
from binascii import Error

from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.signed import KEY_BYTES, from_text, to_text
from wisestep_desktop.core.team import LONGEST_NAME, Signer

_REQUEST = "wisestep-manager:"
_CHECK = 3
"""Bytes that tell a slip of the pen from a key."""


def request_text(signer: Signer) -> str:
    """Return what somebody sends the owner who is to be a manager."""
    return f"{_REQUEST}{to_text(signer.key)}:{to_text(signer.name.encode())}"


def read_request(text: str) -> Signer:
    """Return who asks to be a manager.

    Raises:
        BadInput: ``team.bad_request``.
    """
    key, _, name = "".join(text.split()).removeprefix(_REQUEST).partition(":")
    read, called = from_text(key), from_text(name)
    if read is None or called is None or len(read) != KEY_BYTES:
        raise BadInput("team.bad_request")
    try:
        said = called.decode()
    except UnicodeDecodeError:
        raise BadInput("team.bad_request") from None
    if not said.strip() or len(said) > LONGEST_NAME or not said.isprintable():
        raise BadInput("team.bad_request")
    return Signer(read, said)


def recovery_text(seed: bytes) -> str:
    """Return a private key in groups of four letters and digits, with a check at the end."""
    letters = b32encode(seed + _check(seed)).decode().rstrip("=")
    return " ".join(letters[at : at + 4] for at in range(0, len(letters), 4))


def read_recovery(text: str) -> bytes:
    """Return the private key that a recovery sheet shows, however it was typed.

    Raises:
        BadInput: ``team.bad_recovery``.
    """
    bare = "".join(char for char in text.upper() if char.isalnum()).replace("0", "O").replace("1", "I")
    try:
        data = b32decode(bare + "=" * (-len(bare) % 8))
    except (Error, ValueError):
        raise BadInput("team.bad_recovery") from None
    seed, check = data[:KEY_BYTES], data[KEY_BYTES:]
    if len(seed) != KEY_BYTES or check != _check(seed):
        raise BadInput("team.bad_recovery")
    return seed


def _check(seed: bytes) -> bytes:
    return hashlib.sha256(b"wisestep-recovery-1" + seed).digest()[:_CHECK]

"""Signed documents: one way to write each, so that a signature covers every byte. Knows no algorithm.

A document is ``{"body", "format", "key", "kind", "signature"}`` in canonical form: JSON in ASCII, names sorted, no
spaces, whole numbers only. Bytes that are not the canonical form of what they say are refused, so nothing can be
changed, added or written otherwise without breaking the signature.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from wisestep_desktop.core.errors import BadInput

FORMAT = 1
"""Of documents this program writes; it reads no later one."""
KEY_BYTES = 32
SIGNATURE_BYTES = 64
_DEEPEST = 12
_MOST_NUMBER = 2**53

Body = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Signed:
    """A document as it was read; nobody has looked at the signature yet.

    Attributes:
        kind: what it is; part of what is signed, so that no document can pass for another kind.
        body: what it says.
        key: the public key it names as its signer's, 32 bytes.
        signature: 64 bytes.
    """

    kind: str
    body: Body
    key: bytes
    signature: bytes

    @property
    def message(self) -> bytes:
        """Return the bytes that are signed."""
        return message(self.kind, self.body)


def message(kind: str, body: Body) -> bytes:
    """Return the bytes to sign for a document of a kind."""
    return b"wisestep-%s-%d\n" % (kind.encode(), FORMAT) + canonical(body)


def written(document: Signed) -> bytes:
    """Return a document as it is published."""
    return canonical(
        {
            "body": document.body,
            "format": FORMAT,
            "key": to_text(document.key),
            "kind": document.kind,
            "signature": to_text(document.signature),
        }
    )


def read_signed(data: bytes, kind: str, *, most: int) -> Signed:
    """Read a document without believing it.

    Args:
        data: as it came.
        kind: what it must be.
        most: bytes it may have.

    Raises:
        BadInput: ``{kind}.too_large``, ``{kind}.newer`` for a later format, ``{kind}.unreadable`` for anything else
            that is not exactly such a document.
    """
    if len(data) > most:
        raise BadInput(f"{kind}.too_large", limit=most // 1_000)
    told = _parsed(data, kind)
    if not isinstance(told, dict):
        _refuse(kind)
    if isinstance(told.get("format"), int) and told["format"] > FORMAT:
        raise BadInput(f"{kind}.newer")
    if told.keys() != {"body", "format", "key", "kind", "signature"} or told["kind"] != kind:
        _refuse(kind)
    if (
        isinstance(told["format"], bool)
        or told["format"] != FORMAT
        or not isinstance(told["body"], dict)
        or canonical(told) != data
    ):
        _refuse(kind)
    key, signature = from_text(told["key"]), from_text(told["signature"])
    if key is None or signature is None or len(key) != KEY_BYTES or len(signature) != SIGNATURE_BYTES:
        _refuse(kind)
    return Signed(kind, told["body"], key, signature)


def canonical(value: object) -> bytes:
    """Return the one way to write a value.

    Raises:
        ValueError: if it holds a number with a fraction, or what JSON has no word for.
    """
    return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False).encode("ascii")


def to_text(data: bytes) -> str:
    """Return bytes as letters that are safe in an address, without padding."""
    return base64.urlsafe_b64encode(data).decode("ascii").rstrip("=")


def from_text(text: object) -> bytes | None:
    """Return the bytes that ``to_text`` wrote; None for anything it would not have written so."""
    if not isinstance(text, str) or not text.isascii():
        return None
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    return data if to_text(data) == text else None


def _parsed(data: bytes, kind: str) -> object:
    try:
        told = json.loads(data.decode("ascii"), parse_float=_no, parse_constant=_no)
    except (ValueError, RecursionError):
        _refuse(kind)
    if not _is_modest(told, _DEEPEST):
        _refuse(kind)
    return told


def _is_modest(value: object, depth: int) -> bool:
    """Tell whether a value is as flat as ours are, and its numbers are such as every reader reads alike."""
    match value:
        case bool() | None | str():
            return True
        case int():
            return abs(value) <= _MOST_NUMBER
        case list():
            return depth > 0 and all(_is_modest(each, depth - 1) for each in value)
        case dict():
            return depth > 0 and all(_is_modest(each, depth - 1) for each in value.values())
        case _:
            return False


def _no(_text: str) -> NoReturn:
    raise ValueError


def _refuse(kind: str) -> NoReturn:
    raise BadInput(f"{kind}.unreadable") from None

"""From the bytes of X properties to text. Knows encodings; knows no display, and never fails."""

from __future__ import annotations

import re

UTF8_STRING = "UTF8_STRING"
STRING = "STRING"
COMPOUND_TEXT = "COMPOUND_TEXT"

_UTF8_SEGMENT = re.compile(rb"\x1b%G(.*?)(?:\x1b%@|\Z)", re.DOTALL)
_ESCAPE = re.compile(rb"\x1b(?:%/.[\x80-\xff]{2}|[\x20-\x2f]+[\x30-\x7e])")


def decode(kind: str, data: bytes) -> str:
    """Return the text of a property of type ``kind``; what cannot be decoded shows as U+FFFD.

    The encodings are those of the ICCCM, section 2.7.1, and of the EWMH for UTF8_STRING. Compound text is read as far
    as its UTF-8 and Latin-1 parts go, which is what programs of this century put there.
    """
    data = data.rstrip(b"\0")
    match kind:
        case "STRING":
            return data.decode("latin-1")
        case "COMPOUND_TEXT":
            return _compound(data)
        case _:
            return data.decode("utf-8", "replace")


def class_name(data: bytes) -> str:
    """Return the class part of ``WM_CLASS`` (instance, NUL, class, NUL), or the instance where the class is empty."""
    parts = data.split(b"\0")
    chosen = parts[1] if len(parts) > 1 and parts[1] else parts[0]
    return program(_tolerant(chosen))


def program(name: str) -> str:
    """Return a program's name as a person knows it: without surrounding space and a Windows suffix."""
    name = name.strip()
    return name[:-4] if name[-4:].casefold() == ".exe" and len(name) > 4 else name


def _compound(data: bytes) -> str:
    text: list[str] = []
    rest = 0
    for segment in _UTF8_SEGMENT.finditer(data):
        text += (_latin(data[rest : segment.start()]), segment[1].decode("utf-8", "replace"))
        rest = segment.end()
    return "".join((*text, _latin(data[rest:])))


def _latin(data: bytes) -> str:
    return _ESCAPE.sub(b"", data).decode("latin-1")


def _tolerant(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")

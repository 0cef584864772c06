"""Tells by its first bytes whether a picture is a PNG of a modest size; opens none.

What is small on the disk can be enormous once opened, so the size it claims is looked at before anybody opens it.
"""

from __future__ import annotations

import struct

LARGEST = 512
"""Pixels of an edge."""
_BEGINNING = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
"""PNG, third edition, 5.2 and 11.2.1: the signature, then a header of 13 bytes that begins with width and height."""


def is_small_picture(data: bytes) -> bool:
    """Tell whether these bytes begin as a PNG does, of at most ``LARGEST`` pixels an edge."""
    start = len(_BEGINNING)
    if not data.startswith(_BEGINNING) or len(data) < start + 8:
        return False
    edges = struct.unpack(">II", data[start : start + 8])
    return all(0 < edge <= LARGEST for edge in edges)

"""Whether Windows is Wine. Decides nothing in the product; a self-test says what cannot run there."""

from __future__ import annotations

import sys


def wine_version() -> str | None:
    """Return the version of Wine, or None on any other system."""
    if sys.platform != "win32":
        return None
    import ctypes  # noqa: PLC0415  this system only

    try:
        asked = ctypes.CDLL("ntdll").wine_get_version
    except (OSError, AttributeError):
        return None
    asked.restype = ctypes.c_char_p
    return bytes(asked() or b"").decode("ascii", "replace")

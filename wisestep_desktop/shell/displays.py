"""Whether a window can be opened at all. Knows no Qt, so that asking costs nothing."""

from __future__ import annotations

import os
import sys


def has_display() -> bool:
    """Tell whether a window can be opened here."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))

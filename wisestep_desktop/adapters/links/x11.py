"""A connection to an X server, or the word that there is none. Knows python-xlib's ways of saying so."""

from __future__ import annotations

import warnings

from Xlib import error
from Xlib.display import Display

from wisestep_desktop.core.errors import CaptureUnavailable


def connect(name: str | None) -> Display:
    """Connect to a display such as ``:0``; None means the one of the environment.

    Raises:
        CaptureUnavailable: ``capture.no_display``.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # python-xlib drops its socket when it cannot connect
        try:
            return Display(name)
        except (error.DisplayError, error.ConnectionClosedError, OSError, ValueError, OverflowError):
            pass
    raise CaptureUnavailable("capture.no_display")

"""How long nobody touched anything, as the X server's screen saver extension tells it."""

from __future__ import annotations

import contextlib

from Xlib import error
from Xlib.ext import screensaver

from wisestep_desktop.adapters.links.x11 import connect
from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.ports.capture import Health, SignalHealth, SignalName


class X11Inputs:
    """Keeps the promises of ``ports.presence.Inputs``, on a connection of its own.

    Args:
        display: such as ``:0``; None means the one of the environment.

    Raises:
        CaptureUnavailable: ``capture.no_display`` or ``capture.no_idle_extension``.
    """

    name = "x11"

    def __init__(self, display: str | None = None) -> None:
        self._lost = False
        self._display = connect(display)
        tells = self._display.has_extension(screensaver.extname)
        self._nested = self._display.query_extension("XWAYLAND") is not None
        if not tells or self._ask() is None:
            self.close()
            raise CaptureUnavailable("capture.no_display" if tells else "capture.no_idle_extension")

    def start(self) -> None:
        """Do nothing: the server is only asked."""

    def fileno(self) -> int:
        """Return -1: the server is only asked."""
        return -1

    def idle(self) -> int | None:
        """Return the milliseconds since the last input, or None once the display is gone."""
        return None if self._lost else self._ask()

    def health(self) -> SignalHealth:
        """Return the health of idle; under XWayland only inputs to older programs are seen."""
        if self._lost:
            return SignalHealth(SignalName.IDLE, Health.OFF, "capture.display_lost")
        if self._nested:
            return SignalHealth(SignalName.IDLE, Health.DEGRADED, "capture.xwayland_only")
        return SignalHealth(SignalName.IDLE, Health.WORKS)

    def close(self) -> None:
        """Close the connection, also a broken one."""
        self._lost = True
        with contextlib.suppress(error.ConnectionClosedError, OSError):
            self._display.close()

    def _ask(self) -> int | None:
        try:
            return int(screensaver.query_info(self._display.screen().root).idle)
        except (error.ConnectionClosedError, error.XError, OSError):
            self.close()
            return None

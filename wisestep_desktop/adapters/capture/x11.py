"""The window in front of an X11 desktop, event-driven. Never polls for titles; the X protocol is next door."""

from __future__ import annotations

from wisestep_desktop.adapters.capture.x11_desk import Change, DisplayLostError, XDesk
from wisestep_desktop.core.observation import Window
from wisestep_desktop.ports.capture import Health, SignalHealth, SignalName
from wisestep_desktop.ports.windows import SourceLostError

_ROUNDS = 50
"""Looks in one go: reading can bring more events. What is left comes with the next event of such a restless desktop."""


class X11Windows:
    """Keeps the promises of ``ports.windows.Windows`` on an X server with an EWMH window manager.

    Args:
        display: such as ``:0``; None means the one of the environment.

    Raises:
        CaptureUnavailable: ``capture.no_display`` or ``capture.no_window_list``.
    """

    name = "x11"
    poll = 0

    def __init__(self, display: str | None = None) -> None:
        self._desk = XDesk(display)
        self._shown: Window | None = None
        self._lost = False

    def start(self) -> None:
        """Do nothing: the server was asked to tell changes at once."""

    def fileno(self) -> int:
        """Return the connection's socket, or -1 once the display is gone."""
        return -1 if self._lost else self._desk.fileno()

    def news(self) -> tuple[Window, ...]:
        """Return what came to the front or changed its title since the last call.

        Raises:
            SourceLostError: ``capture.display_lost``.
        """
        told: list[Window] = []
        try:
            change = Change.FRONT if self._shown is None else self._desk.changes()
            for _ in range(_ROUNDS):
                if change is Change.NONE:
                    break
                window = self._desk.front() if change is Change.FRONT else self._desk.retitled()
                if window != self._shown:
                    self._shown = window
                    told.append(window)
                change = self._desk.overheard()
        except DisplayLostError:
            self._lost = True
            raise SourceLostError("capture.display_lost") from None
        return tuple(told)

    def health(self) -> tuple[SignalHealth, ...]:
        """Return the health of titles; X11 tells no documents."""
        documents = SignalHealth(SignalName.DOCUMENTS, Health.OFF, "capture.no_documents")
        if self._lost:
            return SignalHealth(SignalName.TITLES, Health.OFF, "capture.display_lost"), documents
        if self._desk.is_nested:
            return SignalHealth(SignalName.TITLES, Health.DEGRADED, "capture.xwayland_only"), documents
        return SignalHealth(SignalName.TITLES, Health.WORKS), documents

    def close(self) -> None:
        """Close the connection; may be called again."""
        self._lost = True
        self._desk.close()

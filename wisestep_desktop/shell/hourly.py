"""A look every hour while the tray app runs, and one soon after it started."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

_HOUR = 60 * 60_000


class Hourly(QObject):
    """Calls, on the Qt thread, from ``begin`` on until ``close``.

    Args:
        look: what is called; a method of a QObject.
        first: milliseconds until the first time: a computer that just started has other things to do.
        parent: owns it.
    """

    def __init__(self, look: Callable[[], None], first: int, parent: QObject) -> None:
        super().__init__(parent)
        self._every = QTimer(self)
        self._every.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._every.setInterval(_HOUR)
        self._every.timeout.connect(look)
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(first)
        self._next.timeout.connect(look)

    def begin(self) -> None:
        """Call from now on."""
        self._every.start()
        self._next.start()

    def again_in(self, milliseconds: int) -> None:
        """Call once more before the hour is over."""
        self._next.start(milliseconds)

    def close(self) -> None:
        """Call no more."""
        self._every.stop()
        self._next.stop()

"""Collects Python's garbage on the Qt thread, between two events, and nowhere else (docs/adr/0022)."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer

_EVERY = 10_000
"""Milliseconds between looks; a look that finds little to do costs microseconds."""
_FULL = 60
"""Looks after which everything is gone through, not only what is young: ten minutes."""


class Sweeper(QObject):
    """Takes garbage collection over from Python until it is closed.

    Python collects in whatever thread happens to allocate. There, or in the middle of Qt's way through a tree of
    widgets, a cycle with a widget in it must not be taken apart: that ends the program. To be removed when the bindings
    delete such widgets later by themselves (https://tschoenfelder.de/blog/pyqt_gc tells the story).
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._young, self._middle, _ = gc.get_threshold()
        self._looks = 0
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.sweep)
        self._timer.start(_EVERY)

    def sweep(self) -> None:
        """Collect as much as Python would by now."""
        self._looks += 1
        young, middle, _ = gc.get_count()
        if self._looks >= _FULL:
            self._looks = 0
            gc.collect()
        elif young > self._young:
            gc.collect(1 if middle > self._middle else 0)

    def close(self) -> None:
        """Give it back to Python."""
        self._timer.stop()
        gc.enable()

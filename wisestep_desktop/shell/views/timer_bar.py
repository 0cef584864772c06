"""The timer that runs, in the status bar: what it counts, for how long, and one button to stop it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from wisestep_desktop.core.instants import SECOND
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.core.stated import Timer
from wisestep_desktop.shell import texts
from wisestep_desktop.shell.widgets.parts import button, row, words
from wisestep_desktop.shell.words import tr


class TimerBar(QWidget):
    """Hidden while no timer runs."""

    stop_asked = Signal()

    def __init__(self, parent: QWidget, now: Callable[[], Instant]) -> None:
        super().__init__(parent)
        self._now = now
        self._timer: Timer | None = None
        self._said = words("", pixels=12, strong=True)
        self._stop = button(tr("Stop"), "quiet", hint=tr("Stop the timer; what it counted becomes a row"))
        self._stop.clicked.connect(self.stop_asked)
        line = row(self._said, self._stop, space=4)
        self.setLayout(line)
        self._tick = QTimer(self)
        self._tick.setInterval(SECOND)
        self._tick.timeout.connect(self._count)
        self.hide()

    def show_timer(self, timer: Timer | None) -> None:
        """Show the timer that runs, or none."""
        self._timer = timer
        self.setVisible(timer is not None)
        if timer is None:
            self._tick.stop()
        else:
            self._tick.start()
            self._count()

    def _count(self) -> None:
        if self._timer is None:
            return
        seconds = max(0, (self._now() - self._timer.start) // SECOND)
        what = texts.occupations()[self._timer.occupation]
        self._said.setText(tr("⏱ {what} {time}", what=what, time=texts.clock_face(seconds)))

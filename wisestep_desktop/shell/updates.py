"""Asks for later versions now and then, while the tray app runs and where that is allowed."""

from __future__ import annotations

from random import SystemRandom

from PySide6.QtCore import QObject, Signal

from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.services import updates
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.hourly import Hourly
from wisestep_desktop.shell.tasks import Tasks

_FIRST = 5 * 60_000
"""Milliseconds until the first look at the plan. However wrong the clock, nobody is asked more often than hourly."""


class Updates(QObject):
    """Looks every hour whether it is time to ask. The plan is in the store, so that a restart asks nobody anew."""

    heard = Signal()
    """Somebody was asked, and there may be something to tell."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._looking = False
        self._hourly = Hourly(self.look, _FIRST, self)

    def begin(self) -> None:
        """Look from now on."""
        self._hourly.begin()

    def close(self) -> None:
        """Look no more."""
        self._hourly.close()

    def look(self) -> None:
        """Ask if it is time to, off the Qt thread; while one look goes on, another does nothing."""
        if self._looking:
            return
        self._looking = True
        desk = self._desk

        def work() -> bool:
            if not updates.is_due(desk.store, desk.clock, SystemRandom().random):
                return False
            updates.check(desk.updates())  # what asks is loaded only now
            return True

        self._tasks.run(work, self._done, self._failed, network=True)

    def _done(self, asked: bool) -> None:  # noqa: FBT001  a task's result
        self._looking = False
        if asked:
            self.heard.emit()

    def _failed(self, _error: WiseStepError) -> None:
        """Wait for the next look: what stands in the way is said where versions are told of."""
        self._looking = False

"""Counts the days of use, and lets go of what is old once a day, in the background, while the tray app runs."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.services import days_of_use, retention
from wisestep_desktop.services.retention import Sweep
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.hourly import Hourly
from wisestep_desktop.shell.tasks import Tasks

_FIRST = 3 * 60_000
"""Milliseconds until the first look."""

_SOON, _DAYS = 2_000, 14
"""Milliseconds before a sweep goes on, and days after which it stops: a year takes many seconds the first time."""


class Tidying(QObject):
    """Looks every hour whether today's turn is due. What cannot be done is tried again at the next look."""

    done = Signal(object)
    """What came of it: a ``Sweep``."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._looking = False
        self._awake = desk.clock.read().awake
        self._hourly = Hourly(self.look, _FIRST, self)

    def begin(self) -> None:
        """Look from now on."""
        self._hourly.begin()

    def close(self) -> None:
        """Look no more."""
        self._hourly.close()

    def look(self) -> None:
        """Let go of what is old if that is due; not on the lane on which days are read."""
        if self._looking:
            return
        self._looking = True
        store, clock, crashes = self._desk.store, self._desk.clock, self._desk.crashes
        awake = clock.read().awake
        spent, self._awake = awake - self._awake, awake

        def work() -> Sweep | None:
            crashes.trim()
            store.write(lambda books: days_of_use.note(books, clock, spent)).result()
            if not store.read(lambda books: retention.due(books, clock)):
                return None
            return retention.sweep(store, clock, most=_DAYS)

        self._tasks.run(work, self._told, self._failed, network=True)

    def _told(self, sweep: Sweep | None) -> None:
        self._looking = False
        if sweep is None:
            return
        self.done.emit(sweep)
        if sweep.days >= _DAYS:
            self._hourly.again_in(_SOON)  # what else waits for the lane goes first

    def _failed(self, _error: WiseStepError) -> None:
        self._looking = False

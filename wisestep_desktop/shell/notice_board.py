"""What waits for the person, read again whenever it may have changed. The bell and whoever else asks look here."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.services import notices, updates
from wisestep_desktop.services.notices import Notice, Scene
from wisestep_desktop.services.reporting import keep_sums
from wisestep_desktop.services.unsent import REACH
from wisestep_desktop.shell.connection import ActionstepDesk
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.recording import Recording
from wisestep_desktop.shell.tasks import Tasks

_EVERY = 5 * 60_000
_GATHER = 300
"""Milliseconds over which changes are gathered: a sync tells of each of its pages."""


class NoticeBoard(QObject):
    """Everything that waits and was not put off, the most urgent first. ``changed`` says that it is another now."""

    changed = Signal()

    def __init__(
        self, desk: Desk, tasks: Tasks, recording: Recording, actionstep: ActionstepDesk, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._recording = recording
        self._notices: tuple[Notice, ...] = ()
        self._reading = False
        self._again = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_GATHER)
        self._soon.timeout.connect(self.refresh)
        every = QTimer(self)
        every.setTimerType(Qt.TimerType.VeryCoarseTimer)
        every.setInterval(_EVERY)
        every.timeout.connect(self.refresh)
        every.start()
        for signal in (recording.changed, actionstep.changed, actionstep.synced, actionstep.sent):
            signal.connect(self._soon.start)
        self.refresh()

    @property
    def notices(self) -> tuple[Notice, ...]:
        """Return what waits, as last read."""
        return self._notices

    def refresh(self) -> None:
        """Read again; while one reading runs, one more is enough."""
        if self._reading:
            self._again = True
            return
        self._reading = True
        desk, scene = self._desk, scene_of(self._desk, self._recording)

        def read() -> tuple[Notice, ...]:
            keep_sums(desk.store, desk.clock, scene.today - timedelta(days=REACH), scene.today)
            return desk.store.read(lambda books: notices.gather(books, scene))

        self._tasks.run(read, self._take, self._failed)

    def put_off(self, notice: Notice) -> None:
        """Say no more of a notice today."""
        desk = self._desk
        today = scene_of(desk, self._recording).today
        self._tasks.run(
            lambda: desk.store.write(lambda books: notices.put_off(books, notice, today)).result(),
            lambda _done: self.refresh(),
            self._failed,
        )

    def skip(self, notice: Notice) -> None:
        """Say no more of the version that a notice tells of."""
        store = self._desk.store
        self._tasks.run(
            lambda: store.write(lambda books: updates.skip(books, notice.about)).result(),
            lambda _done: self.refresh(),
            self._failed,
        )

    def _take(self, found: tuple[Notice, ...]) -> None:
        self._reading = False
        if found != self._notices:
            self._notices = found
            self.changed.emit()
        self._once_more()

    def _failed(self, _error: WiseStepError) -> None:
        """Keep what was known: whatever cannot be read is told where the day is read."""
        self._reading = False
        self._once_more()

    def _once_more(self) -> None:
        if self._again:
            self._again = False
            self.refresh()


def scene_of(desk: Desk, recording: Recording) -> Scene:
    """Return what the store does not know, as it is this moment."""
    trouble = recording.trouble
    return Scene(
        now=desk.clock.read().wall,
        zone=desk.clock.zone(),
        signals=recording.signals,
        trouble=None if trouble is None else trouble.code,
        version=desk.version,
        system=desk.system,
    )

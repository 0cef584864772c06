"""What the system says while no window of ours is looked at: a few things, once each, and never with a name in them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.services import reminding
from wisestep_desktop.services.notices import Notice
from wisestep_desktop.services.reminding import Owed
from wisestep_desktop.services.reporting import keep_sums
from wisestep_desktop.services.unsent import REACH
from wisestep_desktop.shell.connection import ActionstepDesk
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.discretion import Discretion
from wisestep_desktop.shell.notice_board import scene_of
from wisestep_desktop.shell.notice_words import told_by_the_system
from wisestep_desktop.shell.recording import Recording
from wisestep_desktop.shell.tasks import Tasks

_EVERY = 3 * 60_000
"""Milliseconds between two looks at the clock on the wall. After a sleep the next look is at most that late."""
_SOON = 1_000


class Reminders(QObject):
    """Looks every few minutes, and soon after sending or a change of the connection.

    Args:
        notify: lets the system say a sentence and tells whether it could; ``Tray.notify``.
    """

    opened = Signal(object)
    """What the message that was clicked is about: a ``Notice``."""

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        recording: Recording,
        actionstep: ActionstepDesk,
        discretion: Discretion,
        notify: Callable[[str], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._recording = recording
        self._discretion = discretion
        self._notify = notify
        self._looking = False
        self._last: Notice | None = None
        self._every = QTimer(self)
        self._every.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._every.setInterval(_EVERY)
        self._every.timeout.connect(self.look)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self.look)
        actionstep.sent.connect(self._soon.start)
        actionstep.changed.connect(self._soon.start)

    def begin(self) -> None:
        """Look from now on."""
        self._every.start()
        self._soon.start()

    def close(self) -> None:
        """Look no more."""
        self._every.stop()
        self._soon.stop()

    def look(self) -> None:
        """Read whether something is to be said, and say it; silent while others see this screen."""
        if self._looking or self._discretion.hides:
            return
        self._looking = True
        desk, scene = self._desk, scene_of(self._desk, self._recording)
        watched = self._recording.running

        def read() -> Owed:
            store = desk.store
            over = store.read(lambda books: reminding.passed(books, scene))
            if over:
                store.write(lambda books: reminding.forget_said(books, over)).result()
            keep_sums(store, desk.clock, scene.today - timedelta(days=REACH), scene.today)
            return store.read(lambda books: reminding.owed(books, scene, watched=watched))

        self._tasks.run(read, self._say, self._failed)

    def clicked(self) -> None:
        """Take that the person clicked the message shown last."""
        if self._last is not None:
            self.opened.emit(self._last)

    def _say(self, found: Owed) -> None:
        self._looking = False
        if self._discretion.hides:  # a call began meanwhile
            return
        said = tuple(each for each in found.to_tell[:1] if self._notify(told_by_the_system(each)))
        if not said:
            return
        self._last = said[0]
        today = scene_of(self._desk, self._recording).today
        self._tasks.run(
            lambda: self._desk.store.write(lambda books: reminding.said(books, said, today)).result(),
            lambda _done: self._go_on(found),
            self._not_kept,
        )

    def _go_on(self, found: Owed) -> None:
        """Say one thing at a time: one message would hide the other."""
        if len(found.to_tell) > 1:
            self._soon.start()

    def _not_kept(self, _error: WiseStepError) -> None:
        """Fall silent: what cannot be kept as said would be said again every few minutes."""
        self.close()

    def _failed(self, _error: WiseStepError) -> None:
        """Say nothing: whatever cannot be read is told where the day is read."""
        self._looking = False

"""Recording as the windows see it: started with consent, paused, healthy or not."""

from __future__ import annotations

from contextlib import ExitStack

from PySide6.QtCore import QObject, QTimer, Signal

from wisestep_desktop.core.errors import CaptureUnavailable, WiseStepError
from wisestep_desktop.core.instants import iso
from wisestep_desktop.ports.capture import SignalHealth, Watcher
from wisestep_desktop.services import preferences
from wisestep_desktop.services.capture import Recorder
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.tasks import Tasks

_CONSENT = "privacy.consent"
_NOT_YET = frozenset({"capture.no_display", "capture.no_window_list"})
"""Reasons that pass by themselves: at log-in we may be there before the window manager is."""

_TRY_AGAIN = 10_000
_GATHER = 400
"""Milliseconds over which stored facts are told as one change: a window that flickers must not repaint the day."""


class Recording(QObject):
    """Owns watcher and recorder. Everything that may block runs in a task.

    Attributes:
        followed: whether somebody looks at the day. While nobody does, only trouble wakes the Qt thread.
    """

    changed = Signal()
    stored = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._watcher: Watcher | None = None
        self._recorder: Recorder | None = None
        self._turn = ExitStack()
        self._trouble: WiseStepError | None = None
        self._told = False
        self._last_trouble: str | None = None
        self.followed = False
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_TRY_AGAIN)
        self._again.timeout.connect(self.start)
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(_GATHER)
        self._gather.timeout.connect(self._tell)

    @property
    def consented(self) -> bool:
        """Tell whether the person agreed to be recorded."""
        return bool(self._desk.store.read(lambda books: preferences.preference(books, _CONSENT)).value)

    @property
    def running(self) -> bool:
        """Tell whether windows are being recorded now."""
        return self._recorder is not None and self._recorder.state().recording

    @property
    def paused(self) -> bool:
        """Tell whether the person asked for a pause."""
        return self._recorder is not None and self._recorder.state().paused

    @property
    def trouble(self) -> WiseStepError | None:
        """Return why recording does not work, or why it is held in memory."""
        if self._trouble is not None or self._recorder is None:
            return self._trouble
        code = self._recorder.state().trouble
        return None if code is None else WiseStepError(code)

    def health(self) -> tuple[SignalHealth, ...]:
        """Return the health of every signal; none while nothing watches."""
        return self._watcher.health() if self._watcher else ()

    def consent(self) -> None:
        """Keep that the person agreed, and start."""
        clock = self._desk.clock
        now = iso(clock.read().wall, clock.zone())
        self._tasks.run(
            lambda: self._desk.store.write(lambda books: preferences.change(books, _CONSENT, now)).result(),
            lambda _kept: self.start(),
            self._failed,
        )

    def start(self) -> None:
        """Begin to record, unless another process does already."""
        if self._recorder is None:
            self._tasks.run(self._begin, self._began, self._failed)

    def pause(self) -> None:
        """Stop recording until ``resume``."""
        if self._recorder is not None:
            self._recorder.pause()
            self.changed.emit()

    def resume(self) -> None:
        """Record again."""
        if self._recorder is not None:
            self._recorder.resume()
            self.changed.emit()

    def close(self) -> None:
        """Stop watching, keep what is open. The store must still be open."""
        self._again.stop()
        if self._watcher is not None:
            self._watcher.close()
        if self._recorder is not None:
            self._recorder.close()
        self._turn.close()

    def _begin(self) -> tuple[Watcher, Recorder]:
        desk = self._desk
        with ExitStack() as turn:
            if not turn.enter_context(desk.recording_turn.take()):
                raise CaptureUnavailable("capture.running")
            watched = desk.watcher()
            self._turn = turn.pop_all()  # what fails before this gives the turn back
        desk.store.read(desk.recogniser.refresh)
        recorder = Recorder(
            desk.store,
            desk.clock,
            desk.recogniser,
            desk.rules,
            stored=self._on_writer_thread,
            ended=self._on_writer_thread,
        )
        watched.start(recorder)
        return watched, recorder

    def _began(self, begun: tuple[Watcher, Recorder]) -> None:
        self._watcher, self._recorder = begun
        self._trouble = None
        self.changed.emit()

    def _failed(self, error: WiseStepError) -> None:
        self._trouble = error
        if error.code in _NOT_YET:
            self._again.start()
        self.changed.emit()

    def _on_writer_thread(self) -> None:
        trouble = self._recorder.state().trouble if self._recorder else None
        news = trouble != self._last_trouble
        self._last_trouble = trouble
        if (self.followed or news) and not self._told:
            self._told = True
            self._tasks.tell(self._gather.start)

    def _tell(self) -> None:
        self._told = False
        self.stored.emit()

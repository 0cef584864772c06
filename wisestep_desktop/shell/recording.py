"""Recording as the windows see it: started with consent, paused, healthy or not."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack

from PySide6.QtCore import QObject, QTimer, Signal

from wisestep_desktop.core.choices import Choice
from wisestep_desktop.core.errors import CaptureUnavailable, WiseStepError
from wisestep_desktop.core.instants import day_span, iso, local_date, to_datetime
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.capture import Watcher
from wisestep_desktop.services import forget, preferences
from wisestep_desktop.services.capture import Recorder, RecorderState
from wisestep_desktop.services.forget import Outcome
from wisestep_desktop.services.wellness import Since
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.formats import clock
from wisestep_desktop.shell.habits import weekday
from wisestep_desktop.shell.tasks import Tasks

_CONSENT = "privacy.consent"
_SOON = frozenset({"capture.no_display", "capture.no_window_list", "capture.display_lost"})
"""Reasons that pass by themselves: at log-in we may be there before the window manager is, and displays come back."""

_NEVER = frozenset({"capture.running", "capture.unsupported"})
_TRY_SOON, _TRY_LATER = 10_000, 60_000
"""Milliseconds until another try. Whoever installs what was missing need not start us again."""

_GATHER = 400
"""Milliseconds over which stored facts are told as one change: a window that flickers must not repaint the day."""


class Recording(QObject):
    """Owns watcher and recorder. Everything that may block runs in a task.

    Attributes:
        followed: whether somebody looks at the day. While nobody does, only trouble wakes the Qt thread.
    """

    changed = Signal()
    stored = Signal()
    forgotten = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._watcher: Watcher | None = None
        self._recorder: Recorder | None = None
        self._turn = ExitStack()
        self._trouble: WiseStepError | None = None
        self._told = False
        self._agreed = False
        self._last_news: object = None
        self._tried: Choice = ()
        self.followed = False
        self._try_soon = _TRY_SOON
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self.start)
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(_GATHER)
        self._gather.timeout.connect(self._tell)

    @property
    def consented(self) -> bool:
        """Tell whether the person agreed to be recorded."""
        if not self._agreed:  # once given it lasts, and this is asked at every row stored
            self._agreed = bool(self._desk.store.read(lambda books: preferences.preference(books, _CONSENT)).value)
        return self._agreed

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

    @property
    def state(self) -> RecorderState | None:
        """Return how recording goes, or None while nothing watches."""
        return None if self._recorder is None else self._recorder.state()

    @property
    def signals(self) -> tuple[Since, ...]:
        """Return the health of every signal and since when; none while nothing watches."""
        state = self.state
        return () if state is None else state.signals

    @property
    def choice(self) -> Choice:
        """Return which technologies watch, and what was tried before them."""
        return self._watcher.choice if self._watcher else self._tried

    def ask_permission(self) -> None:
        """Let the system ask the person for what is missing."""
        if self._watcher is not None:
            self._watcher.ask_permission()

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

    def now(self) -> Instant:
        """Return the instant it is."""
        return self._desk.clock.read().wall

    def wall(self, at: Instant) -> str:
        """Return an instant as people here write it: the time today, the day too on another one."""
        zone = self._desk.clock.zone()
        moment = to_datetime(at, zone)
        here = local_date(self._desk.clock.read().wall, zone)
        told = clock(moment)
        return told if moment.date() == here else f"{weekday(moment.date())} {told}"

    def pause(self, millis: int | None = None) -> None:
        """Stop recording until ``resume``, or for ``millis`` at most."""
        now = self._desk.clock.read().wall
        self._pause(None if millis is None else Instant(now + millis))

    def pause_until_tomorrow(self) -> None:
        """Stop recording until the next day begins, where the person is."""
        clock = self._desk.clock
        zone = clock.zone()
        self._pause(day_span(local_date(clock.read().wall, zone), zone).end)

    def _pause(self, until: Instant | None) -> None:
        if self._recorder is not None:
            self._recorder.pause(until)
            self.changed.emit()

    def forget_last(self, millis: int) -> None:
        """Forget the newest part of the timeline; ``forgotten`` tells what came of it."""
        self._forget(lambda: forget.forget_last(self._desk.store, self._desk.clock, millis))

    def forget_application(self, name: str, *, exclude: bool) -> None:
        """Forget an application, and perhaps never record it again."""
        self._forget(lambda: forget.forget_application(self._desk.store, self._desk.clock, name, exclude=exclude))

    def forget_word(self, text: str, *, exclude: bool) -> None:
        """Forget every title with a text in it, and perhaps never record one again."""
        self._forget(lambda: forget.forget_word(self._desk.store, self._desk.clock, text, exclude=exclude))

    def _forget(self, job: Callable[[], Outcome]) -> None:
        self._tasks.run(job, self._forgot, self.refused.emit)

    def _forgot(self, outcome: Outcome) -> None:
        if self._recorder is not None:
            self._recorder.heed()
        self.forgotten.emit(outcome)
        self.stored.emit()

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
        with ExitStack() as turn, ExitStack() as watching:  # what fails on the way gives the turn and the desktop back
            if not turn.enter_context(desk.recording_turn.take()):
                raise CaptureUnavailable("capture.running")
            watched = desk.watcher()
            watching.callback(watched.close)
            news = self._on_another_thread
            recorder = Recorder(desk.store, desk.clock, desk.recogniser, desk.rules, stored=news, ended=news)
            watched.start(recorder)
            watching.pop_all()
            self._turn = turn.pop_all()
        return watched, recorder

    def _began(self, begun: tuple[Watcher, Recorder]) -> None:
        self._watcher, self._recorder = begun
        self._trouble = None
        # A large firm takes a second to take in: recording has begun by then, and its titles are read afterwards.
        # Not on the lane on which days are read: reading a year's titles again takes seconds.
        self._tasks.run(lambda: self._desk.recogniser.rematch(self._desk.store), self._read, self._unread, network=True)
        self.changed.emit()

    def _read(self, count: int) -> None:
        if count:
            self.stored.emit()

    def _unread(self, _error: WiseStepError) -> None:
        """Leave the titles unread: the next sync reads them."""

    def _failed(self, error: WiseStepError) -> None:
        self._trouble = error
        if isinstance(error, CaptureUnavailable):
            self._tried = error.choice
            if error.code not in _NEVER:
                self._again.start(self._try_soon if error.code in _SOON else _TRY_LATER)
        self.changed.emit()

    def _on_another_thread(self) -> None:
        state = self._recorder.state() if self._recorder else None
        news = None if state is None else (state.trouble, state.paused, state.calling, state.signals)
        told, self._last_news = self._last_news == news, news
        if (self.followed or not told) and not self._told:
            self._told = True
            self._tasks.tell(self._gather.start)

    def _tell(self) -> None:
        self._told = False
        state = self.state
        if state is not None and state.ended:
            self._start_over(CaptureUnavailable(state.trouble or "capture.display_lost"))
        self.stored.emit()

    def _start_over(self, error: CaptureUnavailable) -> None:
        """Let go of a display that is gone, and look for one again."""
        self.close()
        self._watcher = self._recorder = None
        self._failed(error)

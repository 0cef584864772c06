"""Turns what the desktop tells into visits and presence, kept within moments, private windows never.

Runs on whatever thread the watcher has. What cannot be written is held in memory, within a bound, and written when
the disk lets it: a full disk loses no second that still fits in memory.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass

from wisestep_desktop.core import timekeeping
from wisestep_desktop.core.errors import StoreError
from wisestep_desktop.core.observation import Window, WindowSample
from wisestep_desktop.core.presence import (
    Attendance,
    Idle,
    Locked,
    Presence,
    PresenceSpan,
    Signal,
    Slept,
    Unlocked,
    arrive,
    observe,
)
from wisestep_desktop.core.redaction import Exclusions, redact
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.core.timekeeping import Timekeeper
from wisestep_desktop.core.visits import OpenVisit, Visit, look
from wisestep_desktop.ports.clock import Clock
from wisestep_desktop.ports.store import Books, Store
from wisestep_desktop.services.matching import Recogniser

CHECKPOINT = 4_000
"""Milliseconds after which what is open is written again; watchers tick every five seconds at the latest."""

MOST_HELD = 50_000
"""Facts held while the disk refuses: a day and more of window changes and checkpoints."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What governs recording, from the settings.

    Attributes:
        idle_limit: milliseconds without input that mean away.
        excluded: windows never to be recorded.
    """

    idle_limit: int
    excluded: Exclusions


@dataclass(frozen=True, slots=True)
class Opened:
    """A visit began."""

    start: Instant
    window: Window


@dataclass(frozen=True, slots=True)
class Extended:
    """A visit lasted until ``end`` at least."""

    start: Instant
    end: Instant


@dataclass(frozen=True, slots=True)
class Attended:
    """A presence lasted for ``span`` at least."""

    stay: PresenceSpan


Fact = Opened | Extended | Attended


@dataclass(frozen=True, slots=True)
class RecorderState:
    """What the tray shows.

    Attributes:
        recording: whether windows are being recorded now.
        paused: whether the person asked for a pause.
        trouble: code of why facts are held in memory, or why capture ended; None while all is well.
        held: facts waiting to be written.
        lost: facts that no longer fitted; 0 but in the worst case.
    """

    recording: bool
    paused: bool
    trouble: str | None
    held: int
    lost: int


class Recorder:
    """Implements ``ports.capture.CaptureSink``.

    Args:
        store: where facts are kept.
        clock: two clocks.
        recogniser: asked once per title.
        rules: what governs recording.
        stored: told on the writer thread after facts became durable, and when trouble comes or goes.
        closed: told each finished visit and the presence then, on the capture thread.
        ended: told that nothing more will come, because the display is gone.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        recogniser: Recogniser,
        rules: Rules,
        stored: Callable[[], None] = lambda: None,
        closed: Callable[[Visit, Presence], None] = lambda _visit, _presence: None,
        ended: Callable[[], None] = lambda: None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._recogniser = recogniser
        self._rules = rules
        self._stored = stored
        self._closed = closed
        self._tell_ended = ended
        self._one_at_a_time = threading.RLock()
        until = store.read(lambda books: books.timeline.recorded_until())
        self._keeper: Timekeeper = timekeeping.begin(clock.read(), until)
        self._visit: OpenVisit | None = None
        self._attendance: Attendance | None = None
        self._paused = False
        self._front: Window | None = None
        self._kept = Instant(0)
        self._held: deque[Fact] = deque()
        self._holding = threading.Lock()
        self._lost = 0
        self._trouble: str | None = None
        self._ended: str | None = None

    def state(self) -> RecorderState:
        """Return how recording goes. Safe from any thread."""
        with self._holding:
            held = len(self._held)
        recording = self._visit is not None and not self._paused and self._ended is None
        return RecorderState(recording, self._paused, self._ended or self._trouble, held, self._lost)

    def window(self, window: Window) -> None:
        """Another window is in front: close the visit, open the next, write both."""
        with self._one_at_a_time:
            at = self._now()
            self._front = redact(window, self._rules.excluded)
            if not self._paused:
                self._look(self._front, at)
            self._write()

    def tick(self, idle: int | None) -> None:
        """Take the idle time, and keep what is open as far as it got."""
        with self._one_at_a_time:
            at = self._now()
            if not self._paused:
                self._attend(Idle(at, idle or 0))  # where nobody can tell, a window in front counts as presence
                if self._held or at - self._kept >= CHECKPOINT:  # a tick just before a window is written with it
                    self._checkpoint(at)
            self._write()

    def locked(self, *, locked: bool) -> None:
        """Count a lock as away at once, an unlock as a person."""
        with self._one_at_a_time:
            at = self._now()
            if not self._paused:
                self._attend(Locked(at) if locked else Unlocked(at))
                self._checkpoint(at)
            self._write()

    def suspending(self) -> None:
        """Keep everything before the computer sleeps."""
        with self._one_at_a_time:
            self._checkpoint(self._now())
            self._write()

    def lost(self, reason: str) -> None:
        """Keep what is open; nothing more will come."""
        with self._one_at_a_time:
            self._end(self._now())
            self._ended = reason
            self._write()
        self._tell_ended()

    def pause(self) -> None:
        """Stop recording until ``resume``; the time in between is nobody's."""
        with self._one_at_a_time:
            if not self._paused:
                self._end(self._now())
                self._paused = True
                self._write()

    def resume(self) -> None:
        """Record again, from now on."""
        with self._one_at_a_time:
            if self._paused:
                self._paused = False
                at = self._now()
                if self._front is not None:
                    self._look(self._front, at)
                self._write()

    def govern(self, rules: Rules) -> None:
        """Put new rules in force; the window in front is judged again at once."""
        with self._one_at_a_time:
            self._rules = rules
            if self._front is not None:
                self.window(self._front)

    def close(self) -> None:
        """Keep what is open, to the millisecond. The store must still be open."""
        with self._one_at_a_time:
            self._end(self._now())
            self._write()

    def _now(self) -> Instant:
        """Read the clocks; a gap between them ends and reopens whatever was open."""
        self._keeper, moment = timekeeping.advance(self._keeper, self._clock.read())
        if moment.gap is not None:
            self._sleep_through(moment.gap)
        return moment.at

    def _sleep_through(self, gap: Span) -> None:
        window = self._visit.window if self._visit else None
        self._close_visit(gap.start)
        if self._attendance is not None:
            self._attend(Slept(gap))
        if window is not None:
            self._open_visit(OpenVisit(gap.end, window))

    def _look(self, window: Window, at: Instant) -> None:
        if self._attendance is None:
            self._attendance = arrive(Idle(at, 0), limit=self._rules.idle_limit)
        opened, closed = look(self._visit, WindowSample(at, window))
        if opened == self._visit:
            return
        if closed is not None:
            self._keep_visit(closed)
        self._open_visit(opened)
        self._hold(Attended(self._attendance.until(at)))
        self._kept = at

    def _open_visit(self, opened: OpenVisit) -> None:
        self._visit = opened
        self._hold(Opened(opened.start, opened.window))

    def _close_visit(self, at: Instant) -> None:
        if self._visit is not None:
            self._keep_visit(self._visit.until(at))
            self._visit = None

    def _keep_visit(self, visit: Visit) -> None:
        self._hold(Extended(visit.span.start, visit.span.end))
        self._closed(visit, self._attendance.presence if self._attendance else Presence.ACTIVE)

    def _attend(self, signal: Signal) -> None:
        if self._attendance is None:
            return  # presence begins with the first window
        before = self._attendance
        self._attendance, closed = observe(before, signal, limit=self._rules.idle_limit)
        for stay in closed:
            self._hold(Attended(stay))
        if not closed and self._attendance.since == before.since:
            return
        self._hold(Attended(self._attendance.until(self._attendance.since)))

    def _checkpoint(self, at: Instant) -> None:
        self._kept = at
        if self._visit is not None:
            self._hold(Extended(self._visit.start, self._visit.until(at).span.end))
        if self._attendance is not None:
            self._hold(Attended(self._attendance.until(at)))

    def _end(self, at: Instant) -> None:
        self._checkpoint(at)
        self._close_visit(at)
        self._attendance = None

    def _hold(self, fact: Fact) -> None:
        with self._holding:
            if len(self._held) >= MOST_HELD:
                self._lost += 1
                return
            self._held.append(fact)

    def _write(self) -> None:
        if self._held:
            self._store.write(self._write_held).add_done_callback(self._written)

    def _write_held(self, books: Books) -> int:
        with self._holding:
            facts = tuple(self._held)
        for fact in facts:
            match fact:
                case Opened(start, window):
                    title = books.timeline.open_visit(start, window)
                    if title is not None:
                        self._recogniser.settle(books, title)
                case Extended(start, end):
                    books.timeline.extend_visit(start, end)
                case Attended(stay):
                    books.timeline.put_presence(stay.span.start, stay.span.end, stay.presence)
        return len(facts)

    def _written(self, done: Future[int]) -> None:
        """Forget what is durable now; on trouble keep holding, the next event tries again."""
        error = done.exception()
        if error is None:
            with self._holding:
                for _ in range(done.result()):
                    self._held.popleft()
            self._trouble = None
        elif isinstance(error, StoreError):
            self._trouble = error.code
        else:
            self._trouble = "store.failed"
        self._stored()

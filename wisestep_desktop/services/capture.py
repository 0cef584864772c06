"""Turns what the desktop tells into visits and presence, kept within moments, private windows never.

Runs on whatever thread the watcher has. What cannot be written is held in memory, within a bound, and written when
the disk lets it: a full disk loses no second that still fits in memory.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from wisestep_desktop.core import timekeeping
from wisestep_desktop.core.observation import Window, WindowSample
from wisestep_desktop.core.presence import (
    IDLE_LIMIT,
    Attendance,
    Calling,
    Dark,
    Idle,
    Locked,
    Presence,
    Signal,
    Slept,
    Unlocked,
    arrive,
    observe,
)
from wisestep_desktop.core.redaction import Privacy, application_key, redact
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.core.timekeeping import Timekeeper
from wisestep_desktop.core.titles import plain
from wisestep_desktop.core.visits import OpenVisit, Visit, look
from wisestep_desktop.ports.capture import SignalHealth
from wisestep_desktop.ports.clock import Clock
from wisestep_desktop.ports.store import Books, Store
from wisestep_desktop.services import days_of_use
from wisestep_desktop.services.held import FORGOTTEN_UNTIL, Attended, Extended, Held, Opened
from wisestep_desktop.services.matching import Recogniser
from wisestep_desktop.services.wellness import Since, Wellness

CHECKPOINT, CHECKPOINT_AWAY = 4_000, 60_000
"""Milliseconds after which what is open is written again. Watchers tick every five seconds at the latest; of an absence
nothing can be lost."""

PAUSED_UNTIL = "recording.paused_until"
"""Fact: until when the person asked not to be recorded; it outlives a restart."""

LONGEST_PAUSE = 26 * 3_600_000
"""Milliseconds: until tomorrow, on the longest day there is."""

RULES_CHANGED = "recording.rules_changed"
"""Fact: says something else after every change of a setting that governs recording, whoever changed it."""

_LAST_MOMENT = 2.0
"""Seconds that the computer's sleep or the end of the session is held up for the last write."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What governs recording, from the settings and the lists that come with the program.

    Attributes:
        idle_limit: milliseconds without input that mean quiet.
        privacy: what is not kept.
        reading: applications in which people read without touching anything.
        meetings: programs in which a microphone in use means a call.
    """

    idle_limit: int = IDLE_LIMIT
    privacy: Privacy = field(default_factory=Privacy)
    reading: frozenset[str] = frozenset()
    meetings: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RecorderState:
    """What the tray shows.

    Attributes:
        recording: whether windows are being recorded now.
        paused: whether the person asked for a pause.
        until: when the pause ends by itself, if it does.
        trouble: code of why facts are held in memory, or why capture ended; None while all is well.
        held: facts waiting to be written.
        lost: facts that no longer fitted; 0 but in the worst case.
        calling: whether a meeting application holds the microphone.
        signals: the health of every signal, and since when.
        ended: whether nothing more will come, because the display is gone.
    """

    recording: bool
    paused: bool
    until: Instant | None
    trouble: str | None
    held: int
    lost: int
    calling: bool = False
    signals: tuple[Since, ...] = ()
    ended: bool = False


class Recorder:
    """Implements ``ports.capture.CaptureSink``.

    Args:
        store: where facts are kept.
        clock: two clocks.
        recogniser: asked once per title.
        read_rules: what governs recording; asked again whenever a setting changed, in whatever process.
        stored: told, on whatever thread, after facts became durable and when anything in ``state`` changed.
        closed: told each finished visit and the presence then, on the capture thread.
        ended: told that nothing more will come, because the display is gone.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        recogniser: Recogniser,
        read_rules: Callable[[Books], Rules],
        stored: Callable[[], None] = lambda: None,
        closed: Callable[[Visit, Presence], None] = lambda _visit, _presence: None,
        ended: Callable[[], None] = lambda: None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._read_rules = read_rules
        self._news = stored
        self._closed = closed
        self._tell_ended = ended
        self._one_at_a_time = threading.RLock()
        self._held = Held(store, recogniser, stored, self._heed)
        until, paused_until, self._forgotten, self._change, self._rules, misdated = store.read(self._begin)
        if misdated:
            store.write(lambda books: days_of_use.note(books, clock))
        self._keeper: Timekeeper = timekeeping.begin(clock.read(), until)
        self._visit: OpenVisit | None = None
        self._attendance: Attendance | None = None
        # No pause is longer than a day: an end further off was named by a clock that was plainly wrong.
        self._paused = paused_until is not None and 0 < paused_until - self._keeper.now <= LONGEST_PAUSE
        self._paused_until = paused_until if self._paused else None
        self._front: Window | None = None
        self._raw: Window | None = None
        self._calling = False
        self._locked = False
        self._wellness = Wellness()
        self._kept = Instant(0)
        self._floor = self._forgotten
        self._judged = self._rules
        self._ended: str | None = None

    def state(self) -> RecorderState:
        """Return how recording goes. Safe from any thread."""
        recording = self._visit is not None and not self._paused and self._ended is None
        return RecorderState(
            recording,
            self._paused,
            self._paused_until,
            self._ended or self._held.trouble,
            len(self._held),
            self._held.lost,
            self._calling,
            self._wellness.told,
            self._ended is not None,
        )

    def window(self, window: Window) -> None:
        """Another window is in front: close the visit, open the next, write both."""
        with self._one_at_a_time:
            at = self._now()
            self._raw = window
            self._front = redact(window, self._rules.privacy)
            if not self._paused and not self._look(self._front, at):
                self._checkpoint(at)  # the watcher counts on it that a window it tells is written
            self._held.write()

    def tick(self, idle: int | None) -> None:
        """Take the idle time, and keep what is open as far as it got."""
        with self._one_at_a_time:
            at = self._now()
            if self._paused_until is not None and at >= self._paused_until:
                self.resume()
            if not self._paused:
                # Where nobody can tell, a window in front counts as presence.
                self._attend(Idle(at, idle or 0, self._reading()))
                if len(self._held) or at - self._kept >= self._patience():  # what a window follows is written with it
                    self._checkpoint(at)
            self._held.write()

    def microphone(self, holders: frozenset[str]) -> None:
        """Take who listens: a meeting application among them means a call."""
        with self._one_at_a_time:
            at = self._now()
            self._calling = any(application_key(holder) in self._rules.meetings for holder in holders)
            self._attend(Calling(at, self._calling))
            self._held.write()
        self._news()

    def display(self, *, on: bool) -> None:
        """Take that the display went off: nobody reads it. Going on proves nothing."""
        with self._one_at_a_time:
            at = self._now()
            if not on:
                self._attend(Dark(at))
                self._checkpoint(at)
            self._held.write()

    def locked(self, *, locked: bool) -> None:
        """Count a lock as away at once, an unlock as a person."""
        with self._one_at_a_time:
            at = self._now()
            self._locked = locked
            if not self._paused:
                self._attend(Locked(at) if locked else Unlocked(at))
                self._checkpoint(at)
            self._held.write()

    def suspending(self) -> None:
        """Keep everything before the computer sleeps or the session ends; returns when it is durable."""
        with self._one_at_a_time:
            self._checkpoint(self._now())
            self._held.write()
        self._held.settle(_LAST_MOMENT)

    def health(self, signals: tuple[SignalHealth, ...]) -> None:
        """Remember since when each signal is as it is; what is recorded while one is not well gets marked."""
        with self._one_at_a_time:
            for ended in self._wellness.take(self._now(), signals):
                self._held.add(ended)
            self._held.write()
        self._news()

    def lost(self, reason: str) -> None:
        """Keep what is open; nothing more will come."""
        with self._one_at_a_time:
            self._end(self._now())
            self._ended = reason
            self._held.write()
        self._tell_ended()

    def pause(self, until: Instant | None = None) -> None:
        """Stop recording until ``resume``, or until an instant, whichever is sooner; that time is nobody's."""
        with self._one_at_a_time:
            if not self._paused:
                self._end(self._now())
                self._paused = True
                self._held.write()
            self._paused_until = until
            told = None if until is None else str(until)
            self._store.write(lambda books: books.settings.put_fact(PAUSED_UNTIL, told))

    def resume(self) -> None:
        """Record again, from now on."""
        with self._one_at_a_time:
            if self._paused:
                self._paused, self._paused_until = False, None
                self._store.write(lambda books: books.settings.put_fact(PAUSED_UNTIL, None))
                at = self._now()
                if self._front is not None:
                    self._look(self._front, at)
                self._held.write()

    def heed(self) -> None:
        """Take notice now of rules that changed and of what was forgotten; by itself it does so at the next write."""
        with self._one_at_a_time:
            self._store.read(self._heed)
            self._now()
            self._held.write()

    def close(self) -> None:
        """Keep what is open, to the millisecond. The store must still be open."""
        with self._one_at_a_time:
            self._end(self._now())
            self._held.write()

    def _begin(self, books: Books) -> tuple[Instant | None, Instant | None, Instant, str | None, Rules, bool]:
        facts = books.settings
        return (
            books.timeline.recorded_until(),
            _instant(facts.fact(PAUSED_UNTIL)),
            _instant(facts.fact(FORGOTTEN_UNTIL)) or Instant(0),
            facts.fact(RULES_CHANGED),
            self._read_rules(books),
            days_of_use.needs_noting(books, self._clock),
        )

    def _heed(self, books: Books) -> Instant:
        """Notice what any process changed or forgot, at each write. Acted on at the next call of the sink."""
        change = books.settings.fact(RULES_CHANGED)
        if change != self._change:
            self._change, self._rules = change, self._read_rules(books)
        self._forgotten = max(self._forgotten, _instant(books.settings.fact(FORGOTTEN_UNTIL)) or Instant(0))
        return self._forgotten

    def _now(self) -> Instant:
        """Read the clocks; a gap between them ends and reopens whatever was open."""
        self._keeper, moment = timekeeping.advance(self._keeper, self._clock.read())
        if moment.gap is not None:
            self._sleep_through(moment.gap)
        self._obey(moment.at)
        return moment.at

    def _obey(self, at: Instant) -> None:
        """Begin anew after a forgetting, and judge the window in front anew after a change of rules."""
        if self._floor != self._forgotten:
            self._floor = self._forgotten
            if self._visit is not None and self._visit.start < self._floor:
                window = redact(self._raw, self._rules.privacy) if self._raw is not None else self._visit.window
                self._open_visit(OpenVisit(self._floor, window))
            if self._attendance is not None:
                self._attendance = replace(self._attendance, since=max(self._attendance.since, self._floor))
        if self._judged is not self._rules:
            self._judged = self._rules
            if self._raw is not None:
                self._front = redact(self._raw, self._rules.privacy)
                if not self._paused:
                    self._look(self._front, at)

    def _sleep_through(self, gap: Span) -> None:
        window = self._visit.window if self._visit else None
        self._close_visit(gap.start)
        self._attend(Slept(gap))
        if window is not None:
            self._open_visit(OpenVisit(gap.end, window))

    def _look(self, window: Window, at: Instant) -> bool:
        """Follow the window in front; tell whether that began another visit."""
        if self._attendance is None:
            self._attendance = replace(arrive(Idle(at, 0), limit=self._rules.idle_limit), calling=self._calling)
            if self._locked:  # a pause ended behind a locked screen
                self._attend(Locked(at))
        opened, closed = look(self._visit, WindowSample(at, window))
        if opened == self._visit:
            return False
        if closed is not None:
            self._keep_visit(closed)
        self._open_visit(opened)
        self._held.add(Attended(self._attendance.until(at)))
        self._kept = at
        return True

    def _reading(self) -> str | None:
        """Name the document in front if it is one that is read."""
        window = self._visit.window if self._visit else None
        if window is None or window.private or application_key(window.application) not in self._rules.reading:
            return None
        return f"{window.application}\x1f{plain(window)}"

    def _open_visit(self, opened: OpenVisit) -> None:
        self._visit = opened
        self._held.add(Opened(opened.start, opened.window))

    def _close_visit(self, at: Instant) -> None:
        if self._visit is not None:
            self._keep_visit(self._visit.until(at))
            self._visit = None

    def _keep_visit(self, visit: Visit) -> None:
        self._held.add(Extended(visit.span.start, visit.span.end))
        self._closed(visit, self._attendance.presence if self._attendance else Presence.ACTIVE)

    def _attend(self, signal: Signal) -> None:
        if self._attendance is None:
            return  # presence begins with the first window
        before = self._attendance
        self._attendance, closed = observe(before, signal, limit=self._rules.idle_limit)
        for stay in closed:
            self._held.add(Attended(stay))
        if not closed and self._attendance.since == before.since:
            return
        self._held.add(Attended(self._attendance.until(self._attendance.since)))

    def _patience(self) -> int:
        there = self._attendance is not None and self._attendance.until(self._keeper.now).counts
        return CHECKPOINT if there else CHECKPOINT_AWAY

    def _checkpoint(self, at: Instant) -> None:
        self._kept = at
        if self._visit is not None:
            self._held.add(Extended(self._visit.start, self._visit.until(at).span.end))
        if self._attendance is not None:
            self._held.add(Attended(self._attendance.until(at)))
        for doubt in self._wellness.so_far(at):
            self._held.add(doubt)

    def _end(self, at: Instant) -> None:
        self._checkpoint(at)
        self._close_visit(at)
        self._attendance = None


def _instant(text: str | None) -> Instant | None:
    return Instant(int(text)) if text is not None and text.isdigit() else None

"""The capture thread: hears every source of one desktop and tells the sink, in an order that can be relied on.

Knows the ports and when to ask; knows no desktop. Sleeps until a source, the tick or the owner has something to say.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from wisestep_desktop.adapters.capture.waiting import Waiter
from wisestep_desktop.core import blankness, renames
from wisestep_desktop.core.blankness import Blankness
from wisestep_desktop.core.choices import Choice
from wisestep_desktop.core.observation import NOTHING, Window
from wisestep_desktop.core.renames import Renames
from wisestep_desktop.ports.capture import CaptureSink, Health, SignalHealth, SignalName
from wisestep_desktop.ports.power import Power, PowerSignal
from wisestep_desktop.ports.presence import Inputs, Microphone
from wisestep_desktop.ports.windows import AsksPermission, SourceLostError, Windows

TICK = 5_000
"""Milliseconds without any news after which the sink is told how long nobody touched anything."""

QUIET_TICK = 2_000
"""The same while nobody touches anything and only asking tells when somebody comes back."""

QUIET = 30_000
"""Milliseconds without input from which that holds, and from which the microphone is asked about."""

LONG_GONE = 300_000
"""Milliseconds without input from which a call that nobody has touched anything for is hardly to be expected."""

SELDOM = 60_000
"""Milliseconds between two questions about the microphone then."""

FRESH = 3_000
"""Milliseconds for which it is good enough to know that somebody touched something lately."""

STORM = 200
"""Milliseconds between two looks at a window that renames itself faster than anybody reads."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What one desktop is watched by; owned and closed by the watcher once it is constructed."""

    windows: Windows
    inputs: Inputs
    power: Power
    microphone: Microphone


class DesktopWatcher:
    """Keeps the promises of ``ports.capture.Watcher`` for any desktop.

    Args:
        sources: each has proved itself already.
        waiter: waits for them; closed by this watcher.
        awake: the clock that stands still in sleep, milliseconds.
        choice: how the sources were chosen.
        tick: milliseconds between ticks.
    """

    def __init__(
        self,
        sources: Sources,
        waiter: Waiter,
        awake: Callable[[], int],
        choice: Choice = (),
        *,
        tick: int = TICK,
    ) -> None:
        self._from = sources
        self._waiter = waiter
        self._now = awake
        self._choice = choice
        self._tick = tick
        self._starting = threading.Lock()
        self._thread: threading.Thread | None = None
        self._closing = threading.Event()
        self._closed = False
        self._lost: str | None = None
        self._shown: Window | None = None
        self._renames = Renames()
        self._blank = Blankness()
        self._holders: frozenset[str] = frozenset()
        self._health: tuple[SignalHealth, ...] = ()
        self._idle: int | None = None
        self._looked = 0
        self._locked = False
        self._asked = 0
        self._next_tick = 0

    @property
    def name(self) -> str:
        """Return the technology that tells the windows."""
        return self._from.windows.name

    @property
    def choice(self) -> Choice:
        """Return how the sources were chosen."""
        return self._choice

    def health(self) -> tuple[SignalHealth, ...]:
        """Return the health of all signals, in the order of ``SignalName``."""
        if self._lost is not None:
            return tuple(SignalHealth(signal, Health.OFF, self._lost) for signal in SignalName)
        titles, documents = self._from.windows.health()
        if titles.health is Health.WORKS and self._blank.blank:
            titles = SignalHealth(SignalName.TITLES, Health.DEGRADED, "capture.blank_titles")
        lock, sleep = self._from.power.health()
        return titles, self._from.inputs.health(), lock, sleep, self._from.microphone.health(), documents

    def ask_permission(self) -> None:
        """Let the system ask the person for a permission that is missing."""
        if isinstance(self._from.windows, AsksPermission):
            self._from.windows.ask_permission()

    def start(self, sink: CaptureSink) -> None:
        """Begin on a thread of our own.

        Raises:
            RuntimeError: if it was started or closed before.
        """
        with self._starting:
            if self._thread is not None or self._closed:
                raise RuntimeError("a watcher starts once")
            self._thread = threading.Thread(target=self._run, args=(sink,), name="capture", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """End, join the thread, close every source; safe from any thread but the sink's own."""
        with self._starting:
            if self._closed:
                return
            self._closed = True
            self._closing.set()
            self._waiter.wake()
            if self._thread is not None:
                self._thread.join()
            self._waiter.close()
            for source in (self._from.windows, self._from.inputs, self._from.power, self._from.microphone):
                source.close()

    def _run(self, sink: CaptureSink) -> None:
        sources = self._from
        try:
            for source in (sources.windows, sources.inputs, sources.microphone):
                source.start()
            sources.power.start(lambda _signal: self._write_now(sink))
            self._hear_windows(sink)
            if self._shown is None:
                self._show(sink, NOTHING)
            self._tell_tick(sink)
            while not self._closing.is_set():
                self._hear_power(sink)
                self._hear_windows(sink)
                if not self._closing.is_set() and self._now() >= self._next_tick:
                    self._tell_tick(sink)
                self._wait()
        except SourceLostError as lost:
            self._give_up(sink, lost.reason)
        except BaseException:
            self._give_up(sink, "capture.failed")  # a fault of ours must not look like an attorney who reads all day
            raise

    def _give_up(self, sink: CaptureSink, reason: str) -> None:
        self._lost = reason
        if not self._closing.is_set():
            sink.lost(reason)

    def _wait(self) -> None:
        """Sleep until there is news or something is due. In a storm of renames, news has to wait a little."""
        sources, now = self._from, self._now()
        stormy = self._renames.waiting is not None
        until = self._next_tick
        if self._renames.due is not None:
            until = min(until, self._renames.due, now + STORM)
        if sources.windows.poll:
            until = min(until, now + sources.windows.poll)
        quiet = (sources.inputs.fileno(), sources.power.fileno(), sources.microphone.fileno())
        self._waiter.watch(quiet if stormy else (sources.windows.fileno(), *quiet))
        self._waiter.wait(max(0, until - now))

    def _hear_windows(self, sink: CaptureSink) -> None:
        for window in self._from.windows.news():
            if self._closing.is_set():
                return
            self._renames, told = renames.take(self._renames, window, self._now())
            if told is not None or self._shown is None:
                self._show(sink, window)
        self._renames, late = renames.overdue(self._renames, self._now())
        if late is not None and not self._closing.is_set():
            self._show(sink, late)

    def _show(self, sink: CaptureSink, window: Window) -> None:
        """Tell a window, after the input that may have brought it unless it could not change who is there."""
        now = self._now()
        if self._idle is not None and self._idle < QUIET - TICK - FRESH and now - self._looked < FRESH:
            self._next_tick = now + self._tick  # the window is written now, and who is there is known
        elif self._shown is not None:
            self._tell_tick(sink)
        self._shown = window
        sink.window(window)

    def _write_now(self, sink: CaptureSink) -> None:
        """Keep everything inside the system's own call, after whatever it said before."""
        self._hear_power(sink)
        sink.suspending()

    def _hear_power(self, sink: CaptureSink) -> None:
        for signal in self._from.power.drain():
            match signal:
                case PowerSignal.LOCKED | PowerSignal.UNLOCKED:
                    self._locked = signal is PowerSignal.LOCKED
                    sink.locked(locked=self._locked)
                case PowerSignal.SUSPENDING | PowerSignal.ENDING:
                    sink.suspending()
                    self._from.power.written()
                case PowerSignal.RESUMED:
                    self._tell_tick(sink)
                case PowerSignal.DISPLAY_ON | PowerSignal.DISPLAY_OFF:
                    sink.display(on=signal is PowerSignal.DISPLAY_ON)

    def _tell_tick(self, sink: CaptureSink) -> None:
        now = self._now()
        self._idle, self._looked = self._from.inputs.idle(), now
        self._tell_microphone(sink)
        self._blank = blankness.look(self._blank, self._shown or NOTHING, self._idle, now)
        health = self.health()
        if health != self._health:
            self._health = health
            sink.health(health)
        asked = self._from.inputs.fileno() < 0 and (self._idle or 0) >= QUIET
        self._next_tick = now + (min(self._tick, QUIET_TICK) if asked else self._tick)
        sink.tick(self._idle)

    def _tell_microphone(self, sink: CaptureSink) -> None:
        """Tell who listens, before the tick that may need to know."""
        if not self._holders and not self._may_matter():
            return
        self._asked = self._now()
        holders = self._from.microphone.holders()
        if holders != self._holders:
            self._holders = holders
            sink.microphone(holders)

    def _may_matter(self) -> bool:
        """Tell whether it could matter who listens: not while somebody types, seldom while everybody is gone."""
        if self._from.microphone.fileno() >= 0:
            return True
        idle = self._idle or 0
        if self._locked or idle < QUIET:
            return False
        return idle < LONG_GONE or self._now() - self._asked >= SELDOM

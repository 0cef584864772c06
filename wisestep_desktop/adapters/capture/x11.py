"""Watching an X11 desktop, event-driven: sleeps until the server, the session or the owner has something to say.

Knows the thread, the order of calls to the sink and the tick; the X protocol is next door. Never polls for titles.
"""

from __future__ import annotations

import os
import selectors
import threading
import time
from typing import Final

from wisestep_desktop.adapters.capture.x11_desk import Change, DisplayLostError, XDesk
from wisestep_desktop.core.observation import Window
from wisestep_desktop.ports.capture import CaptureSink, Health, SignalHealth, SignalName
from wisestep_desktop.ports.power import PowerSignal, Power

TICK: Final = 5_000
"""Milliseconds without any news after which the sink is told how long nobody touched anything."""


class X11Watcher:
    """Keeps the promises of ``ports.capture.Watcher`` on an X server with an EWMH window manager.

    Args:
        display: such as ``:0``; None means the one of the environment.
        session: lock and sleep, owned and closed by this watcher once it is constructed.
        tick: milliseconds between ticks.

    Raises:
        CaptureUnavailable: ``capture.no_display`` or ``capture.no_window_list``.
    """

    def __init__(self, display: str | None = None, session: Power | None = None, *, tick: int = TICK) -> None:
        self._desk = XDesk(display)
        self._session = session
        self._tick = tick
        self._wake_read, self._wake_write = os.pipe()
        self._news = selectors.DefaultSelector()
        self._session_source = session.fileno() if session is not None else -1
        for source in (self._desk.fileno(), self._wake_read, self._session_source):
            if source >= 0:
                self._news.register(source, selectors.EVENT_READ)
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._closing = threading.Event()
        self._closed = False
        self._lost = False
        self._shown: Window | None = None
        self._next_tick = 0

    @property
    def name(self) -> str:
        """Return ``x11``."""
        return "x11"

    def health(self) -> tuple[SignalHealth, ...]:
        """Return the health of all four signals, in the order of ``SignalName``."""
        if self._lost:
            return tuple(SignalHealth(signal, Health.OFF, "capture.display_lost") for signal in SignalName)
        return (self._titles_health(), self._idle_health(), *self._session_health())

    def start(self, sink: CaptureSink) -> None:
        """Begin on a thread of our own.

        Raises:
            RuntimeError: if it was started or closed before.
        """
        with self._lock:
            if self._thread is not None or self._closed:
                raise RuntimeError("a watcher starts once")
            self._thread = threading.Thread(target=self._run, args=(sink,), name="capture", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """End, join the thread, close the connection and the session; safe from any thread but the sink's own."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            self._closing.set()
            os.write(self._wake_write, b"!")
            if self._thread is not None:
                self._thread.join()
            self._news.close()
            self._desk.close()
            if self._session is not None:
                self._session.close()
            os.close(self._wake_read)
            os.close(self._wake_write)

    def _run(self, sink: CaptureSink) -> None:
        try:
            self._look(sink, Change.FRONT)
            self._tell_tick(sink)
            while not self._closing.is_set():
                self._hear_session(sink)
                self._hear_desk(sink)
                self._wait()
        except DisplayLostError:
            self._lost = True
            if not self._closing.is_set():
                sink.lost("capture.display_lost")

    def _wait(self) -> None:
        """Sleep until there is news or the next tick is due."""
        self._news.select(max(0, self._next_tick - _now()) / 1_000)

    def _hear_desk(self, sink: CaptureSink) -> None:
        while not self._closing.is_set() and (change := self._desk.changes()) is not Change.NONE:
            self._look(sink, change)
        if not self._closing.is_set() and _now() >= self._next_tick:
            self._tell_tick(sink)

    def _hear_session(self, sink: CaptureSink) -> None:
        if self._session is None:
            return
        for signal in self._session.drain():
            match signal:
                case PowerSignal.LOCKED:
                    sink.locked(locked=True)
                case PowerSignal.UNLOCKED:
                    sink.locked(locked=False)
                case PowerSignal.SUSPENDING:
                    sink.suspending()
                    self._session.written()
                case PowerSignal.RESUMED:
                    self._tell_tick(sink)
        if self._session_source >= 0 and self._session.fileno() < 0:
            self._news.unregister(self._session_source)
            self._session_source = -1

    def _look(self, sink: CaptureSink, change: Change) -> None:
        """Read what is in front and tell it if it is news, after the input that may have caused it."""
        window = self._desk.front() if change is Change.FRONT else self._desk.retitled()
        if window == self._shown:
            return
        if self._shown is not None:
            self._tell_tick(sink)
        self._shown = window
        sink.window(window)

    def _tell_tick(self, sink: CaptureSink) -> None:
        self._next_tick = _now() + self._tick
        sink.tick(self._desk.idle())

    def _titles_health(self) -> SignalHealth:
        if self._desk.is_nested:
            return SignalHealth(SignalName.TITLES, Health.DEGRADED, "capture.xwayland_only")
        return SignalHealth(SignalName.TITLES, Health.WORKS)

    def _idle_health(self) -> SignalHealth:
        if not self._desk.tells_idle:
            return SignalHealth(SignalName.IDLE, Health.OFF, "capture.no_idle_extension")
        if self._desk.is_nested:
            return SignalHealth(SignalName.IDLE, Health.DEGRADED, "capture.xwayland_only")
        return SignalHealth(SignalName.IDLE, Health.WORKS)

    def _session_health(self) -> tuple[SignalHealth, ...]:
        if self._session is not None:
            return self._session.health()
        return (
            SignalHealth(SignalName.LOCK, Health.OFF, "capture.no_session_signals"),
            SignalHealth(SignalName.SLEEP, Health.DEGRADED, "capture.sleep_from_clocks"),
        )


def _now() -> int:
    return time.monotonic_ns() // 1_000_000

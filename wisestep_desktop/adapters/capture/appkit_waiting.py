"""Waiting on macOS: for the sources of the thread's run loop, for a wake-up, or for time to pass."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterable

from wisestep_desktop.adapters.links.cocoa_seams import Loop
from wisestep_desktop.core.errors import CaptureUnavailable

if sys.platform == "darwin":
    from wisestep_desktop.adapters.links.cocoa import ThreadLoop

    def _this_threads_loop() -> Loop:
        return ThreadLoop()
else:

    def _this_threads_loop() -> Loop:
        raise CaptureUnavailable("capture.not_here")


class RunLoopWaiter:
    """Keeps the promises of ``waiting.Waiter`` by running the run loop of the thread that waits.

    On the main thread it does for a command what Qt does for the application: AppKit hears of changes meanwhile.

    Args:
        loop: makes the loop, on the thread that waits first; None means the real one.
    """

    def __init__(self, loop: Callable[[], Loop] | None = None) -> None:
        self._make = loop or _this_threads_loop
        self._lock = threading.Lock()
        self._loop: Loop | None = None
        self._woken = threading.Event()
        self._closed = False

    def watch(self, filenos: Iterable[int]) -> None:
        """Do nothing: on macOS all news comes through the run loop."""

    def wait(self, millis: int) -> None:
        """Return when a source was handled, when ``millis`` have passed, or when woken.

        Where the loop is empty it returns at once; then only time and ``wake`` count, so that nobody spins.
        """
        with self._lock:
            if self._closed:
                return
            if self._loop is None:
                self._loop = self._make()
            loop = self._loop
        seconds = 0.0 if self._woken.is_set() else max(0, millis) / 1_000
        if not loop.run(seconds):
            self._woken.wait(seconds)
        self._woken.clear()  # one that comes between has rung the loop as well, and that stays

    def wake(self) -> None:
        """End the wait of now, or else the next one, at once. Safe from any thread, also after ``close``."""
        with self._lock:
            self._woken.set()
            if self._loop is not None and not self._closed:
                self._loop.ring()

    def close(self) -> None:
        """Let go of the loop, once nobody waits any more; may be called again."""
        with self._lock:
            self._closed = True
            if self._loop is not None:
                self._loop.close()
                self._loop = None

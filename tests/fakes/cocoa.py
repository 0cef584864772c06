"""A run loop of Core Foundation, as far as anybody here runs one: real threads, nothing real to wait for.

Read for that: Apple's reference of CFRunLoop. A source that was signalled stays so until it is handled; one run handles
one source; an empty loop returns at once.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable


class FakeLoop:
    """Keeps the promises of ``links.cocoa_seams.Loop``. ``post`` is for the fake desktop, from any thread.

    Attributes:
        runs: how often it was run.
        empty: whether it is as if nothing were in it.
        thread: on which it was made.
    """

    def __init__(self) -> None:
        self.runs = 0
        self.empty = False
        self.closed = False
        self.thread = threading.get_ident()
        self._changed = threading.Condition()
        self._due: deque[Callable[[], None]] = deque()
        self._rung = False

    def post(self, source: Callable[[], None]) -> None:
        """Let a source become ready; it is handled on the thread that runs the loop."""
        with self._changed:
            self._due.append(source)
            self._changed.notify_all()

    def run(self, seconds: float) -> bool:
        assert threading.get_ident() == self.thread, "a loop runs on its own thread"
        self.runs += 1
        if self.empty:
            return False
        with self._changed:
            self._changed.wait_for(lambda: self._due or self._rung, seconds)
            self._rung = False
            source = self._due.popleft() if self._due else None
        if source is not None:
            source()
        return True

    def ring(self) -> None:
        with self._changed:
            self._rung = not self.empty
            self._changed.notify_all()

    def close(self) -> None:
        self.closed = True


class Ticker:
    """A clock that a test moves, in milliseconds."""

    def __init__(self, now: int = 1_000_000) -> None:
        self.now = now

    def __call__(self) -> int:
        return self.now

    def pass_by(self, millis: int) -> None:
        """Let time pass."""
        self.now += millis


class FastClock:
    """A clock that runs many times faster than ours, in milliseconds."""

    def __init__(self, faster: int) -> None:
        self._faster = faster

    def __call__(self) -> int:
        return time.monotonic_ns() * self._faster // 1_000_000

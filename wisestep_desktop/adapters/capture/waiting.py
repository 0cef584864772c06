"""How the capture thread waits: for whatever its sources read from, for a moment, or for its owner."""

from __future__ import annotations

import contextlib
import os
import selectors
from collections.abc import Iterable
from typing import Protocol


class Waiter(Protocol):
    """One thread waits; any thread may wake it."""

    def watch(self, filenos: Iterable[int]) -> None:
        """Wait for these from now on, and no others; numbers below 0 mean nothing."""
        ...

    def wait(self, millis: int) -> None:
        """Return when there is news, when ``millis`` have passed, when woken, or a little earlier."""
        ...

    def wake(self) -> None:
        """End the wait now, or the next one at once. Safe from any thread."""
        ...

    def close(self) -> None:
        """Let go of everything; nobody waits any more. May be called again."""
        ...


class SelectWaiter:
    """Waits on file descriptors."""

    def __init__(self) -> None:
        self._selector = selectors.DefaultSelector()
        self._read, self._write = os.pipe()
        self._selector.register(self._read, selectors.EVENT_READ)
        self._watched: frozenset[int] = frozenset()
        self._closed = False

    def watch(self, filenos: Iterable[int]) -> None:
        """Wait for these from now on, and no others."""
        wanted = frozenset(number for number in filenos if number >= 0)
        for gone in self._watched - wanted:
            with contextlib.suppress(KeyError, ValueError):  # a closed descriptor has left by itself
                self._selector.unregister(gone)
        for new in wanted - self._watched:
            self._selector.register(new, selectors.EVENT_READ)
        self._watched = wanted

    def wait(self, millis: int) -> None:
        """Return when there is news, when ``millis`` have passed, or when woken."""
        for key, _ in self._selector.select(millis / 1_000):
            if key.fd == self._read:
                os.read(self._read, 64)

    def wake(self) -> None:
        """End the wait now, or the next one at once."""
        os.write(self._write, b"!")

    def close(self) -> None:
        """Close the selector and the pipe."""
        if not self._closed:
            self._closed = True
            self._selector.close()
            os.close(self._read)
            os.close(self._write)

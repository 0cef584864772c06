"""Two sources of session signals as one: what the first does not hear of, the second may."""

from __future__ import annotations

import select
import sys
from collections.abc import Callable

from wisestep_desktop.ports.capture import Health, SignalHealth
from wisestep_desktop.ports.power import Power, PowerSignal

if sys.platform != "linux":
    raise ImportError("a set of sockets that can be waited for as one is Linux's")

_LOCKS = frozenset({PowerSignal.LOCKED, PowerSignal.UNLOCKED})


class BothPower:
    """Keeps the promises of ``ports.power.Power`` out of two that do; for Linux, which can wait for a set of sockets.

    The session is locked while either says so: a locker tells the login manager, or the bus as a screen saver, or both.

    Args:
        first: tells sleep too.
        second: asked for locks only.
    """

    def __init__(self, first: Power, second: Power) -> None:
        self._both = (first, second)
        self._says = {first.name: False, second.name: False}
        self._set = select.epoll()
        self._waits_for: frozenset[int] = frozenset()
        self._closed = False

    @property
    def name(self) -> str:
        """Return both names."""
        return "+".join(each.name for each in self._both)

    def start(self, urgent: Callable[[PowerSignal], None]) -> None:
        """Let both begin."""
        for each in self._both:
            each.start(urgent)

    def fileno(self) -> int:
        """Return what becomes readable when either has something to say."""
        if self._closed:
            return -1
        wanted = frozenset(number for each in self._both if (number := each.fileno()) >= 0)
        if wanted != self._waits_for:  # closed ones have left the set by themselves
            self._set.close()
            self._set = select.epoll()
            for number in wanted:
                self._set.register(number, select.EPOLLIN)
            self._waits_for = wanted
        return self._set.fileno() if wanted else -1

    def drain(self) -> tuple[PowerSignal, ...]:
        """Return what either said; a lock that both tell is told once."""
        told: list[PowerSignal] = []
        for number, each in enumerate(self._both):
            for signal in each.drain():
                if signal not in _LOCKS:
                    told += [signal] if not number else []
                    continue
                before = any(self._says.values())
                self._says[each.name] = signal is PowerSignal.LOCKED
                if any(self._says.values()) != before:
                    told.append(signal)
        return tuple(told)

    def written(self) -> None:
        """Tell both."""
        for each in self._both:
            each.written()

    def health(self) -> tuple[SignalHealth, ...]:
        """Return the better of both for locks, and the first's for sleep."""
        (lock, sleep), (other, _) = (each.health() for each in self._both)
        return other if lock.health is not Health.WORKS and other.health is Health.WORKS else lock, sleep

    def close(self) -> None:
        """Close both; may be called again."""
        for each in self._both:
            each.close()
        if not self._closed:
            self._closed = True
            self._set.close()

"""What the session tells besides windows: locked, about to sleep, display off, about to end."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol

from wisestep_desktop.ports.capture import SignalHealth


class PowerSignal(StrEnum):
    """One thing the session said."""

    LOCKED = "locked"
    UNLOCKED = "unlocked"
    SUSPENDING = "suspending"
    RESUMED = "resumed"
    DISPLAY_OFF = "display_off"
    DISPLAY_ON = "display_on"
    ENDING = "ending"


class Power(Protocol):
    """A source of session signals. All but ``health`` and ``close`` are called by the capture thread only.

    Constructing it proves that it works by one real read, or raises ``CaptureUnavailable`` with a code saying why.
    Once started it never raises: when the source goes away, ``fileno`` and ``health`` say so.
    """

    @property
    def name(self) -> str:
        """Return the technology, for ``doctor``: ``logind``, ``winapi`` and so on."""
        ...

    def start(self, urgent: Callable[[PowerSignal], None]) -> None:
        """Begin to listen, on the thread that waits from now on.

        ``urgent`` is called, on that thread, at SUSPENDING and ENDING where the system does not wait for ``drain``;
        what was told so is not drained as well.
        """
        ...

    def fileno(self) -> int:
        """Return what becomes readable when there is something to drain; -1 where the wait itself brings it."""
        ...

    def drain(self) -> tuple[PowerSignal, ...]:
        """Return what was said since the last time, oldest first; never waits.

        The first call says LOCKED if the session is locked already. Neither a lock state nor a display state is told
        twice in a row.
        """
        ...

    def written(self) -> None:
        """Let the computer sleep or the session end: all that had to be written is written."""
        ...

    def health(self) -> tuple[SignalHealth, ...]:
        """Return the health of lock and sleep, in this order. Safe from any thread."""
        ...

    def close(self) -> None:
        """Let go of everything; may be called again, and from another thread once the waiting thread has ended."""
        ...

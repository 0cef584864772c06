"""What the login session tells besides windows: locked, unlocked, about to sleep. Read by a watcher's own thread."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from wisestep_desktop.ports.capture import SignalHealth


class SessionSignal(StrEnum):
    """One thing the session said."""

    LOCKED = "locked"
    UNLOCKED = "unlocked"
    SUSPENDING = "suspending"
    RESUMED = "resumed"


class SessionSignals(Protocol):
    """A source of session signals that a watcher can wait on beside its display; used by one thread at a time.

    It never raises: when the source goes away, ``fileno`` and ``health`` say so.
    """

    def fileno(self) -> int:
        """Return what becomes readable when there is something to drain, or -1 once the source is gone."""
        ...

    def drain(self) -> tuple[SessionSignal, ...]:
        """Return what was said since the last time, oldest first; never waits.

        The first call says LOCKED if the session is locked already. A lock state is never told twice in a row.
        """
        ...

    def written(self) -> None:
        """Let the computer sleep: all that had to be written after SUSPENDING is written."""
        ...

    def health(self) -> tuple[SignalHealth, ...]:
        """Return the health of lock and sleep. Safe from any thread."""
        ...

    def close(self) -> None:
        """Let go of everything; may be called again."""
        ...

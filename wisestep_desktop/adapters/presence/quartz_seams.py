"""What presence asks of macOS, as promises: the real calls keep them, and so does a fake on any system."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Said(StrEnum):
    """What macOS says by notifications, in its own words; those of locks are distributed and documented nowhere."""

    LOCKED = "com.apple.screenIsLocked"
    UNLOCKED = "com.apple.screenIsUnlocked"
    AWAY = "NSWorkspaceSessionDidResignActiveNotification"
    BACK = "NSWorkspaceSessionDidBecomeActiveNotification"
    WILL_SLEEP = "NSWorkspaceWillSleepNotification"
    DID_WAKE = "NSWorkspaceDidWakeNotification"
    SCREENS_OFF = "NSWorkspaceScreensDidSleepNotification"
    SCREENS_ON = "NSWorkspaceScreensDidWakeNotification"
    WILL_POWER_OFF = "NSWorkspaceWillPowerOffNotification"


@dataclass(frozen=True, slots=True)
class SessionState:
    """The session of this process, as the window server describes it.

    Attributes:
        locked: whether the screen is locked.
        on_console: whether it is this session that the displays show, not another person's or the log-in window.
    """

    locked: bool
    on_console: bool


class Session(Protocol):
    """The session and its inputs. Nothing raises."""

    def idle(self) -> float | None:
        """Return the seconds since the last input of any kind; None without a session."""
        ...

    def state(self) -> SessionState | None:
        """Return what the window server says; None without a session."""
        ...

    def is_live(self) -> bool:
        """Tell whether notifications can come just now: they need the main run loop."""
        ...

    def listen(self, heard: Callable[[Said], None]) -> None:
        """Call ``heard``, on any thread, for all that is said; what is told there waits until it returns."""
        ...

    def ring(self) -> None:
        """End the wait of the thread that listened. Safe from any thread."""
        ...

    def close(self) -> None:
        """Listen no more; may be called again."""
        ...


class AudioProcesses(Protocol):
    """The processes that Core Audio knows."""

    def all(self) -> tuple[int, ...] | None:
        """Return Core Audio's number of each; None where it does not tell (before macOS 14), or does not answer."""
        ...

    def listens(self, audio: int) -> bool:
        """Tell whether one takes in sound just now; False for one that is gone."""
        ...

    def bundle(self, audio: int) -> str:
        """Return its bundle identifier; empty for one that has none or is gone."""
        ...

    def process(self, audio: int) -> int:
        """Return its process number; 0 for one that is gone."""
        ...

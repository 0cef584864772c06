"""Watching which window is in front and whether somebody is there. One watcher owns one thread and closes it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from wisestep_desktop.core.choices import Choice
from wisestep_desktop.core.observation import Window


class SignalName(StrEnum):
    """The signals a desktop may or may not give us; shown in ``doctor`` and in the tray."""

    TITLES = "titles"
    IDLE = "idle"
    LOCK = "lock"
    SLEEP = "sleep"
    MICROPHONE = "microphone"
    DOCUMENTS = "documents"


class Health(StrEnum):
    """How well a signal works."""

    WORKS = "works"
    DEGRADED = "degraded"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class SignalHealth:
    """One signal's health and, as a code the shell turns into a sentence, why it is not better."""

    signal: SignalName
    health: Health
    reason: str | None = None


class CaptureSink(Protocol):
    """Who is told. All methods are called on the watcher's own thread, never concurrently, and return quickly.

    An instant is not passed along: the sink reads its own clocks, first thing.
    """

    def window(self, window: Window) -> None:
        """Another window is in front, or its title changed; raw, before any redaction."""
        ...

    def tick(self, idle: int | None) -> None:
        """A few seconds went by; ``idle`` is milliseconds since the last input, or None where nobody can tell."""
        ...

    def locked(self, *, locked: bool) -> None:
        """The session was locked or unlocked."""
        ...

    def microphone(self, holders: frozenset[str]) -> None:
        """Other programs than before hold the microphone; named as the system names them."""
        ...

    def display(self, *, on: bool) -> None:
        """The display was switched on or off."""
        ...

    def suspending(self) -> None:
        """The computer is about to sleep or the session to end; what is written when this returns survives."""
        ...

    def health(self, signals: tuple[SignalHealth, ...]) -> None:
        """A signal became better or worse; ``signals`` is the health of all, in the order of ``SignalName``."""
        ...

    def lost(self, reason: str) -> None:
        """The display is gone and the watcher has ended by itself; ``reason`` is a code. The last call of all."""
        ...


class Watcher(Protocol):
    """One way of watching one kind of desktop.

    Constructing it proves that it works by one real read, or raises ``CaptureUnavailable`` with a code saying why.
    """

    @property
    def name(self) -> str:
        """Return the technology, for ``doctor``: ``x11``, ``winapi``, ``replay`` and so on."""
        ...

    @property
    def choice(self) -> Choice:
        """Return what was chosen for each need, and why what was tried before did not answer."""
        ...

    def health(self) -> tuple[SignalHealth, ...]:
        """Return the health of all signals, in the order of ``SignalName``. Safe from any thread."""
        ...

    def ask_permission(self) -> None:
        """Let the system ask the person for a permission that is missing; nothing where it asks for none."""
        ...

    def start(self, sink: CaptureSink) -> None:
        """Begin; the first call to the sink tells the window in front now. May be called once."""
        ...

    def close(self) -> None:
        """End and join every thread; no call to the sink comes after. May be called again, and without a start."""
        ...

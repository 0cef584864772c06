"""A sink that remembers what it was told, and lets a test wait for it instead of sleeping."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from wisestep_desktop.core.observation import Window
from wisestep_desktop.ports.capture import SignalHealth

PATIENCE = 10.0
"""Seconds a test waits for something that should happen at once."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call to the sink: the method, what it was given, and the thread it came on."""

    what: str
    value: Window | int | bool | str | None = None
    thread: int = field(default_factory=threading.get_ident, compare=False)


class RecordingSink:
    """Keeps every call in order. Safe from any thread."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._calls: list[Call] = []

    def window(self, window: Window) -> None:
        self._add(Call("window", window))

    def tick(self, idle: int | None) -> None:
        self._add(Call("tick", idle))

    def locked(self, *, locked: bool) -> None:
        self._add(Call("locked", locked))

    def microphone(self, holders: frozenset[str]) -> None:
        self._add(Call("microphone", ",".join(sorted(holders))))

    def display(self, *, on: bool) -> None:
        self._add(Call("display", on))

    def health(self, signals: tuple[SignalHealth, ...]) -> None:
        self._add(Call("health", " ".join(f"{each.signal}:{each.health}" for each in signals)))

    def suspending(self) -> None:
        self._add(Call("suspending"))

    def lost(self, reason: str) -> None:
        self._add(Call("lost", reason))

    @property
    def calls(self) -> tuple[Call, ...]:
        with self._changed:
            return tuple(self._calls)

    def windows(self) -> tuple[Window, ...]:
        """Return the windows told so far."""
        return tuple(call.value for call in self.calls if isinstance(call.value, Window))

    def titles(self) -> tuple[str, ...]:
        return tuple(window.title for window in self.windows())

    def wait(self, wanted: Callable[[tuple[Call, ...]], bool], why: str) -> tuple[Call, ...]:
        """Wait until the calls are as wanted; fails with ``why`` and what was heard."""
        with self._changed:
            done = self._changed.wait_for(lambda: wanted(tuple(self._calls)), PATIENCE)
            assert done, f"{why}; heard {[_plainly(call) for call in self._calls[-12:]]}"
            return tuple(self._calls)

    def wait_title(self, title: str) -> Window:
        """Wait until a window with this title is the last one told."""
        self.wait(lambda _: self._last_title() == title, f"no window titled {title!r:.80}")
        return self.windows()[-1]

    def wait_call(self, what: str, value: object = ...) -> tuple[Call, ...]:
        """Wait for a call of this kind, and with this value if one is given."""
        return self.wait(
            lambda calls: any(call.what == what and value in {..., call.value} for call in calls),
            f"no call of {what}",
        )

    def _last_title(self) -> str | None:
        told = [call.value.title for call in self._calls if isinstance(call.value, Window)]
        return told[-1] if told else None

    def _add(self, call: Call) -> None:
        with self._changed:
            self._calls.append(call)
            self._changed.notify_all()


def _plainly(call: Call) -> object:
    """Show a call with its title: in a test nothing is private."""
    return f"{call.value.application}: {call.value.title}"[:80] if isinstance(call.value, Window) else call

"""The calls of Quartz and AppKit that tell of presence, by pyobjc. Decides nothing. macOS only."""

from __future__ import annotations

import sys

if sys.platform != "darwin":
    raise ImportError("Quartz exists on macOS only")

from collections.abc import Callable
from functools import partial
from typing import Final

import Quartz

from wisestep_desktop.adapters.links.cocoa import Ears, ThreadLoop, is_main_loop_running, pool
from wisestep_desktop.adapters.presence.quartz_seams import Said, SessionState

_HID_STATE: Final = 1
"""``kCGEventSourceStateHIDSystemState``: what hands did, not what programs posted."""

_ANY_INPUT: Final = 0xFFFFFFFF
"""``kCGAnyInputEventType``: every bit of an unsigned number of 32."""


class RealSession:
    """Keeps the promises of ``quartz_seams.Session``."""

    def __init__(self) -> None:
        self._ears = Ears()
        self._loop: ThreadLoop | None = None

    def idle(self) -> float | None:
        """Ask the event system; one of another session's hands is nobody's here."""
        if self.state() is None:
            return None
        return float(Quartz.CGEventSourceSecondsSinceLastEventType(_HID_STATE, _ANY_INPUT))

    def state(self) -> SessionState | None:
        """Ask the window server. While unlocked, it does not name the lock at all."""
        with pool():
            told = Quartz.CGSessionCopyCurrentDictionary()
            if told is None:
                return None
            locked = bool(told.get("CGSSessionScreenIsLocked", False))
            return SessionState(locked, bool(told.get(Quartz.kCGSessionOnConsoleKey, True)))

    def is_live(self) -> bool:
        """Ask the main run loop."""
        return is_main_loop_running()

    def listen(self, heard: Callable[[Said], None]) -> None:
        """Hear all of them, and make a bell for this thread."""
        self._loop = ThreadLoop()
        for what in Said:
            hear = self._ears.workspace if what.startswith("NSWorkspace") else self._ears.distributed
            hear(what, partial(heard, what))

    def ring(self) -> None:
        """Ring the loop of the thread that listened."""
        if self._loop is not None:
            self._loop.ring()

    def close(self) -> None:
        """Let go of notifications and loop."""
        self._ears.close()
        if self._loop is not None:
            self._loop.close()

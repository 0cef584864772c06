"""The session of a Mac and its audio processes, as the window server and Core Audio tell them. A test moves them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from wisestep_desktop.adapters.presence.quartz_seams import Said, SessionState

_LOCKS = {Said.LOCKED: True, Said.UNLOCKED: False}


class FakeSession:
    """Keeps the promises of ``quartz_seams.Session``.

    Attributes:
        seconds: since the last input; None without a session.
        told: what the window server says; it may say it later than the notification, or without one.
        live: whether the main run loop runs.
        rung: called by ``ring``.
    """

    def __init__(self) -> None:
        self.seconds: float | None = 0.0
        self.told: SessionState | None = SessionState(locked=False, on_console=True)
        self.live = True
        self.rings = 0
        self.rung: Callable[[], None] = lambda: None
        self.looks = 0
        self._heard: Callable[[Said], None] | None = None

    def say(self, what: Said, *, written_down: bool = True) -> None:
        """Post a notification on this thread; ``written_down`` unless the window server is late."""
        if what in _LOCKS and written_down and self.told is not None:
            self.told = SessionState(_LOCKS[what], self.told.on_console)
        if what in {Said.AWAY, Said.BACK} and written_down and self.told is not None:
            self.told = SessionState(self.told.locked, what is Said.BACK)
        if self._heard is not None:
            self._heard(what)

    def say_on_main_thread(self, what: Said) -> threading.Thread:
        """Post a notification on another thread, as AppKit does; the thread ends once it was heard."""
        main = threading.Thread(target=self.say, args=(what,), name="main-of-a-mac", daemon=True)
        main.start()
        return main

    def idle(self) -> float | None:
        return self.seconds

    def state(self) -> SessionState | None:
        self.looks += 1
        return self.told

    def is_live(self) -> bool:
        return self.live

    def listen(self, heard: Callable[[Said], None]) -> None:
        self._heard = heard

    def ring(self) -> None:
        self.rings += 1
        self.rung()

    def close(self) -> None:
        self._heard = None


@dataclass
class AudioProcess:
    """A process that Core Audio knows."""

    bundle: str
    listens: bool = True
    process: int = 77


class FakeAudio:
    """Keeps the promises of ``quartz_seams.AudioProcesses``; ``known`` is None on a system before macOS 14."""

    def __init__(self, *known: AudioProcess) -> None:
        self.known: list[AudioProcess] | None = list(known)

    def all(self) -> tuple[int, ...] | None:
        return None if self.known is None else tuple(range(len(self.known)))

    def listens(self, audio: int) -> bool:
        return self.known is not None and self.known[audio].listens

    def bundle(self, audio: int) -> str:
        return "" if self.known is None else self.known[audio].bundle

    def process(self, audio: int) -> int:
        return 0 if self.known is None else self.known[audio].process

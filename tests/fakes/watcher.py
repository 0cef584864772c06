"""A watcher that plays a script: keeps the promises of ``ports.capture.Watcher`` without a desktop."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterable
from dataclasses import dataclass

from wisestep_desktop.core.choices import Choice, Chosen, Tried
from wisestep_desktop.core.observation import NOTHING, Window
from wisestep_desktop.ports.capture import CaptureSink, Health, SignalHealth, SignalName


@dataclass(frozen=True, slots=True)
class Show:
    """Another window comes to the front, or its title changes."""

    window: Window


@dataclass(frozen=True, slots=True)
class Tick:
    """A few seconds went by; ``idle`` in milliseconds."""

    idle: int | None = 0


@dataclass(frozen=True, slots=True)
class Lock:
    """The session is locked or unlocked."""

    locked: bool


@dataclass(frozen=True, slots=True)
class Suspend:
    """The computer is about to sleep."""


@dataclass(frozen=True, slots=True)
class Listen:
    """These programs hold the microphone from now on."""

    holders: frozenset[str]


@dataclass(frozen=True, slots=True)
class Display:
    """The display is switched on or off."""

    on: bool


@dataclass(frozen=True, slots=True)
class Sicken:
    """A signal is no longer what it was."""

    signal: SignalHealth


@dataclass(frozen=True, slots=True)
class Lose:
    """The display goes away."""


Step = Show | Tick | Lock | Suspend | Listen | Display | Sicken | Lose
_PATIENCE = 10.0


class ReplayWatcher:
    """Plays its script on start, then whatever ``play`` is given, on one thread named ``capture``."""

    def __init__(self, script: Iterable[Step] = (), front: Window = NOTHING) -> None:
        self._steps: queue.Queue[Step | None] = queue.Queue()
        self._front = front
        self._idle: int | None = 0
        self._lost = False
        self.asked = 0
        self._signals: dict[SignalName, SignalHealth] = {}
        self._closed = threading.Event()
        self._thread: threading.Thread | None = None
        self._settled = threading.Condition()
        self._unplayed = 0
        self.play(*script)

    @property
    def name(self) -> str:
        return "replay"

    @property
    def choice(self) -> Choice:
        return (Chosen("windows", "replay", (Tried("wlroots", "capture.no_wayland"),)), Chosen("microphone", None))

    def ask_permission(self) -> None:
        self.asked += 1

    def health(self) -> tuple[SignalHealth, ...]:
        if self._lost:
            return tuple(SignalHealth(signal, Health.OFF, "capture.display_lost") for signal in SignalName)
        return tuple(self._signals.get(signal, SignalHealth(signal, Health.WORKS)) for signal in SignalName)

    def start(self, sink: CaptureSink) -> None:
        if self._thread is not None or self._closed.is_set():
            raise RuntimeError("a watcher starts once")
        self._thread = threading.Thread(target=self._run, args=(sink,), name="capture", daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._closed.set()
        self._steps.put(None)
        if self._thread is not None:
            self._thread.join()

    def play(self, *steps: Step) -> None:
        """Add steps; they are told in order, as soon as the watcher runs."""
        for step in steps:
            with self._settled:
                self._unplayed += 1
            self._steps.put(step)

    def settle(self) -> None:
        """Wait until every step was told and the sink returned; fails after ten seconds."""
        with self._settled:
            assert self._settled.wait_for(lambda: not self._unplayed, _PATIENCE), "the script did not finish"

    def _run(self, sink: CaptureSink) -> None:
        sink.window(self._front)
        sink.tick(self._idle)
        while (step := self._steps.get()) is not None and not self._closed.is_set():
            self._tell(sink, step)
            with self._settled:
                self._unplayed -= 1
                self._settled.notify_all()
            if self._lost:
                return

    def _tell(self, sink: CaptureSink, step: Step) -> None:
        match step:
            case Show(window) if window != self._front:
                self._front = window
                sink.tick(self._idle)
                sink.window(window)
            case Show():
                pass
            case Tick(idle):
                self._idle = idle
                sink.tick(idle)
            case Lock(locked):
                sink.locked(locked=locked)
            case Suspend():
                sink.suspending()
            case Listen(holders):
                sink.microphone(holders)
            case Display(on):
                sink.display(on=on)
            case Sicken(signal):
                self._signals[signal.signal] = signal
                sink.health(self.health())
            case Lose():
                self._lost = True
                sink.lost("capture.display_lost")

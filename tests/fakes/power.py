"""A session that says what a test lets it say: keeps the promises of ``ports.power.Power``."""

from __future__ import annotations

import os
from collections.abc import Callable

from wisestep_desktop.ports.capture import Health, SignalHealth, SignalName
from wisestep_desktop.ports.power import PowerSignal

_LOCKS = frozenset({PowerSignal.LOCKED, PowerSignal.UNLOCKED})


class FakePower:
    """Says signals over a pipe that becomes readable.

    Attributes:
        told_written: how often it was told that all is written.
        urgent: what to call for what cannot wait, once started.
    """

    name = "fake"

    def __init__(self, *signals: PowerSignal) -> None:
        self._read, self._write = os.pipe()
        self._said: list[PowerSignal] = []
        self._locked = False
        self._gone = False
        self.told_written = 0
        self.urgent: Callable[[PowerSignal], None] | None = None
        self.say(*signals)

    def start(self, urgent: Callable[[PowerSignal], None]) -> None:
        self.urgent = urgent

    def say(self, *signals: PowerSignal) -> None:
        """Say something; a lock state that holds already is not said again."""
        for signal in signals:
            if signal in _LOCKS:
                if self._locked == (signal is PowerSignal.LOCKED):
                    continue
                self._locked = not self._locked
            self._said.append(signal)
            os.write(self._write, b"!")

    def lose(self) -> None:
        """Go away."""
        self.close()

    def fileno(self) -> int:
        return -1 if self._gone else self._read

    def drain(self) -> tuple[PowerSignal, ...]:
        told, self._said = tuple(self._said), []
        if told and not self._gone:
            os.read(self._read, len(told))
        return told

    def written(self) -> None:
        self.told_written += 1

    def health(self) -> tuple[SignalHealth, ...]:
        if self._gone:
            return (
                SignalHealth(SignalName.LOCK, Health.OFF, "capture.system_bus_lost"),
                SignalHealth(SignalName.SLEEP, Health.DEGRADED, "capture.sleep_from_clocks"),
            )
        return (SignalHealth(SignalName.LOCK, Health.WORKS), SignalHealth(SignalName.SLEEP, Health.WORKS))

    def close(self) -> None:
        if not self._gone:
            self._gone = True
            os.close(self._read)
            os.close(self._write)

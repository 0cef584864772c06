"""A source of idleness that a test sets: keeps the promises of ``ports.presence.Inputs`` without a desktop."""

from __future__ import annotations

import contextlib
import os

from wisestep_desktop.ports.capture import Health, SignalHealth, SignalName


class FakeInputs:
    """Says what it was told. ``turn`` is for the test, from any thread."""

    def __init__(self, idle: int | None = 0) -> None:
        self._idle = idle
        self._closed = False
        self._read, self._write = os.pipe()
        os.set_blocking(self._read, False)

    @property
    def name(self) -> str:
        return "fake"

    def turn(self, idle: int | None) -> None:
        """Set the milliseconds since the last input; None for a source that is gone."""
        self._idle = idle
        os.write(self._write, b"!")

    def start(self) -> None:
        """Nothing to listen to."""

    def fileno(self) -> int:
        return -1 if self._idle is None else self._read

    def idle(self) -> int | None:
        with contextlib.suppress(BlockingIOError):
            os.read(self._read, 65_536)
        return self._idle

    def health(self) -> SignalHealth:
        if self._idle is None:
            return SignalHealth(SignalName.IDLE, Health.OFF, "capture.no_idle")
        return SignalHealth(SignalName.IDLE, Health.WORKS)

    def close(self) -> None:
        if not self._closed:
            self._closed = True
            os.close(self._read)
            os.close(self._write)

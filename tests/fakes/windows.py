"""A source of windows that a test moves: keeps the promises of ``ports.windows.Windows`` without a desktop."""

from __future__ import annotations

import contextlib
import os
from collections import deque

from wisestep_desktop.core.observation import NOTHING, Window
from wisestep_desktop.ports.capture import Health, SignalHealth, SignalName
from wisestep_desktop.ports.windows import SourceLostError


class FakeWindows:
    """Tells what it is shown. ``show`` and ``lose`` are for the test, from any thread."""

    def __init__(self, front: Window = NOTHING) -> None:
        self._script: deque[Window] = deque([front])
        self._shown: Window | None = None
        self._lost = False
        self._closed = False
        self._read, self._write = os.pipe()
        os.set_blocking(self._read, False)

    @property
    def name(self) -> str:
        return "fake"

    poll = 0

    def show(self, window: Window) -> None:
        """Bring a window to the front, or change its title."""
        self._script.append(window)
        os.write(self._write, b"!")

    def lose(self) -> None:
        """End the desktop."""
        self._lost = True
        os.write(self._write, b"!")

    def start(self) -> None:
        """Nothing to listen to."""

    def fileno(self) -> int:
        return self._read

    def news(self) -> tuple[Window, ...]:
        with contextlib.suppress(BlockingIOError):
            os.read(self._read, 65_536)
        if self._shown is None:
            self._script = deque([self._script[-1]])
        told: list[Window] = []
        while self._script:
            window = self._script.popleft()
            if window != self._shown:
                self._shown = window
                told.append(window)
        if self._lost and not told:
            raise SourceLostError("capture.display_lost")
        return tuple(told)

    def health(self) -> tuple[SignalHealth, ...]:
        if self._lost:
            off = (SignalName.TITLES, SignalName.DOCUMENTS)
            return tuple(SignalHealth(signal, Health.OFF, "capture.display_lost") for signal in off)
        return (
            SignalHealth(SignalName.TITLES, Health.WORKS),
            SignalHealth(SignalName.DOCUMENTS, Health.OFF, "capture.no_documents"),
        )

    def close(self) -> None:
        if not self._closed:
            self._closed = True
            os.close(self._read)
            os.close(self._write)

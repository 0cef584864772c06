"""A microphone held by whom a test says: keeps the promises of ``ports.presence.Microphone``."""

from __future__ import annotations

from wisestep_desktop.ports.capture import Health, SignalHealth, SignalName


class FakeMicrophone:
    """Only asked, like PipeWire's.

    Attributes:
        asked: how often it was asked.
    """

    name = "fake"

    def __init__(self) -> None:
        self._holders: frozenset[str] = frozenset()
        self._gone = False
        self.asked = 0

    def hold(self, *programs: str) -> None:
        """Let these programs hold it, and no others."""
        self._holders = frozenset(programs)

    def lose(self) -> None:
        """Go away."""
        self._gone = True

    def start(self) -> None: ...

    def fileno(self) -> int:
        return -1

    def holders(self) -> frozenset[str]:
        self.asked += 1
        return frozenset() if self._gone else self._holders

    def health(self) -> SignalHealth:
        if self._gone:
            return SignalHealth(SignalName.MICROPHONE, Health.OFF, "capture.no_pipewire")
        return SignalHealth(SignalName.MICROPHONE, Health.WORKS)

    def close(self) -> None:
        self._gone = True

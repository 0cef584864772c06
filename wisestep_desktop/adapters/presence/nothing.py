"""Where nothing answers: says so, and claims nothing."""

from __future__ import annotations

from collections.abc import Callable

from wisestep_desktop.ports.capture import Health, SignalHealth, SignalName
from wisestep_desktop.ports.power import PowerSignal


class _Silent:
    """What all of them have in common: nothing to wait for and nothing to close."""

    name = "none"

    def start(self) -> None:
        """Do nothing."""

    def fileno(self) -> int:
        """Return -1: there is nothing to wait for."""
        return -1

    def close(self) -> None:
        """Do nothing."""


class NoInputs(_Silent):
    """Nobody tells how long the person has been idle."""

    def __init__(self, reason: str = "capture.no_idle") -> None:
        self._reason = reason

    def idle(self) -> int | None:
        """Return None."""
        return None

    def health(self) -> SignalHealth:
        """Return that idle is off."""
        return SignalHealth(SignalName.IDLE, Health.OFF, self._reason)


class NoPower:
    """Nobody tells when the screen is locked; sleep still shows in the two clocks."""

    name = "none"

    def __init__(self, reason: str = "capture.no_session_signals") -> None:
        self._reason = reason

    def start(self, _urgent: Callable[[PowerSignal], None]) -> None:
        """Do nothing."""

    def fileno(self) -> int:
        """Return -1: there is nothing to wait for."""
        return -1

    def drain(self) -> tuple[PowerSignal, ...]:
        """Return nothing."""
        return ()

    def written(self) -> None:
        """Do nothing."""

    def health(self) -> tuple[SignalHealth, ...]:
        """Return that locks are off and sleep comes from the clocks."""
        return (
            SignalHealth(SignalName.LOCK, Health.OFF, self._reason),
            SignalHealth(SignalName.SLEEP, Health.DEGRADED, "capture.sleep_from_clocks"),
        )

    def close(self) -> None:
        """Do nothing."""


class NoMicrophone(_Silent):
    """Nobody tells who holds the microphone."""

    def __init__(self, reason: str = "capture.no_microphone") -> None:
        self._reason = reason

    def holders(self) -> frozenset[str]:
        """Return nobody."""
        return frozenset()

    def health(self) -> SignalHealth:
        """Return that the microphone signal is off."""
        return SignalHealth(SignalName.MICROPHONE, Health.OFF, self._reason)

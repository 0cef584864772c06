"""A clock set by hand: keeps the promises of ``ports.clock.Clock`` at any moment of history."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from wisestep_desktop.core.observation import ClockReading
from wisestep_desktop.core.spans import Instant

MONDAY = Instant(int(datetime(2026, 3, 2, 9, 0, tzinfo=UTC).timestamp() * 1_000))


class FakeClock:
    """Two clocks that move only when told to. Safe from any thread.

    Attributes:
        wall: UTC milliseconds at the start.
        zone_name: an IANA name.
    """

    def __init__(self, wall: int = MONDAY, zone_name: str = "UTC", awake: int = 1_000_000) -> None:
        self._lock = threading.Lock()
        self._wall = Instant(wall)
        self._awake = awake
        self._zone = ZoneInfo(zone_name)

    def read(self) -> ClockReading:
        with self._lock:
            return ClockReading(self._wall, self._awake)

    def zone(self) -> ZoneInfo:
        with self._lock:
            return self._zone

    def zone_name(self) -> str:
        return self.zone().key

    def advance(self, millis: int) -> None:
        """Let time pass with the computer running."""
        with self._lock:
            self._wall = Instant(self._wall + millis)
            self._awake += millis

    def sleep(self, millis: int) -> None:
        """Let time pass with the computer asleep."""
        with self._lock:
            self._wall = Instant(self._wall + millis)

    def set_wall(self, wall: int) -> None:
        """Set the wall clock, as a person or a time server may, forwards or backwards."""
        with self._lock:
            self._wall = Instant(wall)

    def travel(self, zone_name: str) -> None:
        """Move to another zone."""
        with self._lock:
            self._zone = ZoneInfo(zone_name)

"""The computer's clocks in a zone whose days begin when the person's do."""

from __future__ import annotations

from datetime import tzinfo

from wisestep_desktop.core.instants import days_beginning_at
from wisestep_desktop.core.observation import ClockReading
from wisestep_desktop.ports.clock import Clock


class DayClock:
    """Keeps the promises of ``ports.clock.Clock``: what happens past midnight may belong to the day before.

    Args:
        clock: which is read.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._hour = 0

    def begin_days_at(self, hour: int) -> None:
        """Let days begin at an hour of the night from here on, 0 to 6. Safe from any thread."""
        self._hour = hour

    def read(self) -> ClockReading:
        """Return wall and awake clock."""
        return self._clock.read()

    def zone(self) -> tzinfo:
        """Return the zone the person lives in right now, with its days."""
        return days_beginning_at(self._hour, self._clock.zone())

    def zone_name(self) -> str:
        """Return the zone's IANA name; of days it says nothing."""
        return self._clock.zone_name()

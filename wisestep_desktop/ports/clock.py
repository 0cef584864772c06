"""The two clocks and the zone, handed in so that every rule can be tested at any moment of history."""

from __future__ import annotations

from datetime import tzinfo
from typing import Protocol

from wisestep_desktop.core.observation import ClockReading


class Clock(Protocol):
    """Reads the time. Safe from any thread."""

    def read(self) -> ClockReading:
        """Return wall and awake clock, read as close together as possible."""
        ...

    def zone(self) -> tzinfo:
        """Return the zone the person lives in right now; it may change while travelling."""
        ...

    def zone_name(self) -> str:
        """Return the zone's IANA name, such as ``Australia/Sydney``."""
        ...

"""Instants, days and zones as Actionstep writes them.

Stored instants are whole seconds since 1970 UTC; a work day is a date of the organisation. Refuses to know who asks.
"""

import threading
import time
from datetime import UTC, date, datetime
from datetime import time as time_of_day
from zoneinfo import ZoneInfo


class SandboxClock:
    """The real time, moved forward on demand so that tests need not wait for lifetimes to end."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ahead = 0.0
        self._wrong = 0

    def now(self) -> float:
        """Seconds since 1970 UTC."""
        return time.time() + self._ahead + self._wrong

    def go_wrong(self, seconds: int) -> None:
        """Be wrong by so many seconds from now on; below zero is slow."""
        with self._lock:
            self._wrong = seconds

    def advance(self, seconds: float) -> None:
        """Move the clock forward."""
        with self._lock:
            self._ahead += seconds


def midnight(day: date, zone: ZoneInfo) -> int:
    """The instant a day begins in a zone."""
    return int(datetime.combine(day, time_of_day(), tzinfo=zone).timestamp())


def stamp_text(instant: int, zone: ZoneInfo) -> str:
    """An instant as `2026-03-16T14:05:12+11:00`, the offset being the zone's at that instant."""
    return datetime.fromtimestamp(instant, zone).isoformat(timespec="seconds")


def parse_stamp(text: str, bare_zone: ZoneInfo) -> int:
    """Read `2026-03-16T00:00:00+11:00`, `2026-03-16 00:00:00+11` or the same without an offset (then in `bare_zone`).

    Raises ValueError, also for a date without a time of day.
    """
    if len(text) < len("2026-03-16T00:00") or text[10] not in "T ":
        raise ValueError(f"not a timestamp: {text!r}")
    read = datetime.fromisoformat(text)
    return int((read if read.tzinfo else read.replace(tzinfo=bare_zone)).timestamp())


def day_of(instant: int, zone: ZoneInfo) -> date:
    """The calendar day an instant falls on in a zone."""
    return datetime.fromtimestamp(instant, zone).date()


def utc_day(year: int, month: int, day: int) -> int:
    """The instant a UTC day begins."""
    return int(datetime(year, month, day, tzinfo=UTC).timestamp())


def debug_time(instant: float, zone: ZoneInfo) -> str:
    """`2026-03-16 14:05:12 +1100 (Australia/Sydney)`, as meta.debug.time shows it."""
    return datetime.fromtimestamp(instant, zone).strftime("%Y-%m-%d %H:%M:%S %z") + f" ({zone.key})"

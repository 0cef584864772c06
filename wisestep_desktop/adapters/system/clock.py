"""The computer's two clocks and its zone. Knows the systems' calls; knows nothing of what is timed."""

from __future__ import annotations

import os
import sys
import threading
import time
import warnings
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import tzlocal

from wisestep_desktop.core.observation import ClockReading
from wisestep_desktop.core.spans import Instant

ZONE_GOOD_FOR = 60_000
"""Milliseconds awake after which the zone's settings are looked at again."""

if sys.platform == "win32":
    import ctypes

    _KERNEL = ctypes.WinDLL("kernel32")
    _KERNEL.QueryUnbiasedInterruptTime.argtypes = [ctypes.POINTER(ctypes.c_ulonglong)]
    _KERNEL.QueryUnbiasedInterruptTime.restype = ctypes.c_int

    def awake_clock() -> int:
        """Return the milliseconds this computer has been awake since it started."""
        ticks = ctypes.c_ulonglong()
        _KERNEL.QueryUnbiasedInterruptTime(ctypes.byref(ticks))
        return ticks.value // 10_000  # hundreds of nanoseconds, without the time asleep
elif sys.platform == "darwin":

    def awake_clock() -> int:
        """Return the milliseconds this computer has been awake since it started."""
        return time.clock_gettime_ns(time.CLOCK_UPTIME_RAW) // 1_000_000
else:

    def awake_clock() -> int:
        """Return the milliseconds this computer has been awake since it started."""
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1_000_000


class SystemClock:
    """Keeps the promises of ``ports.clock.Clock``.

    Args:
        awake: the clock that stands still in sleep; by it the zone's settings grow old.
        localtime: the file whose change means another zone, on systems that have one.
    """

    def __init__(self, awake: Callable[[], int] = awake_clock, localtime: Path = Path("/etc/localtime")) -> None:
        self._awake = awake
        self._localtime = localtime
        self._lock = threading.Lock()
        self._looked = -ZONE_GOOD_FOR
        self._settings: tuple[object, ...] | None = None
        self._zone: tzinfo = UTC
        self._name = "UTC"

    def read(self) -> ClockReading:
        """Return both clocks; nothing happens between the two."""
        wall, awake = time.time_ns(), self._awake()
        return ClockReading(Instant(wall // 1_000_000), awake)

    def zone(self) -> tzinfo:
        """Return the zone; a change is seen within a minute awake, one of ``TZ`` at once."""
        with self._lock:
            self._refresh()
            return self._zone

    def zone_name(self) -> str:
        """Return an IANA name that ``zoneinfo`` knows; where the system names none, one with today's offset."""
        with self._lock:
            self._refresh()
            return self._name

    def _refresh(self) -> None:
        now, variable = self._awake(), os.environ.get("TZ")
        known = self._settings
        if known is not None and known[0] == variable and now - self._looked < ZONE_GOOD_FOR:
            return
        self._looked = now
        settings = (variable, _marks(self._localtime))
        if settings != known or sys.platform == "win32":
            self._settings = settings
            self._zone, self._name = _local_zone()


def _marks(path: Path) -> tuple[object, ...]:
    """Return what changes when a file or the link to it is replaced."""
    try:
        link, file = path.lstat(), path.stat()
    except OSError:
        return ()
    return (link.st_ino, link.st_mtime_ns, file.st_ino, file.st_mtime_ns)


def _local_zone() -> tuple[tzinfo, str]:
    """Ask the system for its zone; a broken setting means UTC, not a crash."""
    if sys.platform != "win32":
        time.tzset()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # two settings that disagree are for the system's owner, not for a log
            zone = tzlocal.reload_localzone()
        candidates = (zone.key, tzlocal.get_localzone_name())
        return zone, next((name for name in candidates if name and _fits(name, zone)), _by_offset(zone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC, "UTC"


def _fits(name: str, zone: tzinfo) -> bool:
    """Tell whether a name is known and means the zone that is in force: settings may contradict each other."""
    now = datetime.now(UTC)
    try:
        return now.astimezone(ZoneInfo(name)).utcoffset() == now.astimezone(zone).utcoffset()
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


def _by_offset(zone: tzinfo) -> str:
    """Name a nameless zone by its offset of now; ``Etc`` names count westwards. Half hours have no such name."""
    offset = datetime.now(zone).utcoffset() or timedelta()
    hours, rest = divmod(offset, timedelta(hours=1))
    if not hours or rest or not -12 <= hours <= 14:
        return "UTC"
    return f"Etc/GMT{-hours:+d}"

"""A work date comes back as a midnight, and says by that where the organisation is."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.adapters.actionstep.entries_wire import midnight, midnight_zone
from wisestep_desktop.core.instants import from_datetime, local_date
from wisestep_desktop.core.spans import Instant

ZONES = (
    "Australia/Sydney",
    "Asia/Kolkata",
    "America/St_Johns",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Africa/Cairo",
)


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.sampled_from(ZONES), st.sampled_from(ZONES))
def test_a_midnight_says_which_day_it_begins_wherever_we_thought_we_were(day: date, real: str, believed: str) -> None:
    """Offsets twelve hours apart and more look alike; between the zones of two neighbouring offices they do not."""
    at = from_datetime(datetime.fromisoformat(midnight(day, ZoneInfo(real))))
    offsets = [datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone)).utcoffset() for zone in (real, believed)]
    assert offsets[0] is not None
    assert offsets[1] is not None
    if abs(offsets[0] - offsets[1]) < timedelta(hours=11):
        assert local_date(at, midnight_zone(at, ZoneInfo(believed))) == day


def test_a_time_of_day_is_no_midnight_of_anywhere() -> None:
    at = Instant(from_datetime(datetime(2026, 3, 16, 14, 37, tzinfo=UTC)))
    assert midnight_zone(at, UTC) is UTC
    assert midnight_zone(Instant(at - 7 * 60_000), UTC) == timezone(timedelta(hours=9, minutes=30))

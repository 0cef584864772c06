"""When a person is reminded of what is not sent: once a local day, from an hour on, and never in an empty room."""

from __future__ import annotations

from datetime import date, time, timedelta, tzinfo

from wisestep_desktop.core.instants import HOUR, local_date, to_datetime
from wisestep_desktop.core.spans import Instant

LONG_TIMER = 8 * HOUR
"""Milliseconds after which a timer was more likely forgotten than meant."""


def is_due(now: Instant, zone: tzinfo, at: time, given: date | None, *, there: bool) -> bool:
    """Tell whether to remind now.

    A computer that slept over the hour is late, not let off. An hour that a change-over night skips counts as reached
    once the clock is past it; one that comes twice is reached once.

    Args:
        now: UTC milliseconds.
        zone: where the person is.
        at: the hour on the clock on the wall there.
        given: the local day of the last reminder. One that lies days ahead was given by a clock that was wrong.
        there: whether somebody is at the computer.
    """
    today = local_date(now, zone)
    if given is not None and today <= given <= today + timedelta(days=1):
        return False
    return there and to_datetime(now, zone).time() >= at


def ran_long(start: Instant, now: Instant) -> bool:
    """Tell whether a timer that began at ``start`` (both UTC milliseconds) runs for longer than anybody works."""
    return now - start > LONG_TIMER

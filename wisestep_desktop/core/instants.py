"""Between UTC milliseconds and what a clock on the wall shows. The zone is always a parameter."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache

from wisestep_desktop.core.spans import Instant, Span

SECOND = 1_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
_QUARTER = 15 * MINUTE
"""Every zone in use changes, and counts its hours, on a quarter of an hour."""


def to_datetime(at: Instant, zone: tzinfo) -> datetime:
    """Return the aware local time; exact to the millisecond."""
    whole, millis = divmod(at, SECOND)
    return datetime.fromtimestamp(whole, UTC).replace(microsecond=millis * 1_000).astimezone(zone)


def from_datetime(moment: datetime) -> Instant:
    """Return the instant of an aware time, cut to whole milliseconds.

    Raises:
        ValueError: if ``moment`` has no zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a time without a zone names no instant")
    return Instant((moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1))


def local_date(at: Instant, zone: tzinfo) -> date:
    """Return the calendar day that ``at`` belongs to where the attorney is."""
    return to_datetime(at, zone).date()


def day_span(day: date, zone: tzinfo) -> Span:
    """Return the local day as a span: 23, 24 or 25 hours long, as the zone decides."""
    return Span(_midnight(day, zone), _midnight(day + timedelta(days=1), zone))


def _midnight(day: date, zone: tzinfo) -> Instant:
    """Return the first instant of the local day, also where midnight itself is skipped or repeated."""
    return from_datetime(datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC))


def hour_marks(span: Span, zone: tzinfo) -> tuple[Instant, ...]:
    """Return each instant inside ``span`` at which a local clock hour begins.

    Half-hour zones and both change-over nights are honoured: a repeated hour begins twice.
    """
    first = -(-span.start // _QUARTER) * _QUARTER
    marks: list[Instant] = []
    for step in range(first, span.end, _QUARTER):
        at = Instant(step)
        if span.start < at and _hour_key(at, zone) != _hour_key(Instant(step - 1), zone):
            marks.append(at)
    return tuple(marks)


def hour_start(at: Instant, zone: tzinfo) -> Instant:
    """Return when the local clock hour around ``at`` began."""
    return _hour_of(at // _QUARTER, zone)


@lru_cache(1_024)
def _hour_of(quarter: int, zone: tzinfo) -> Instant:
    start = quarter * _QUARTER
    key = _hour_key(Instant(start), zone)
    while _hour_key(Instant(start - 1), zone) == key:
        start -= _QUARTER
    return Instant(start)


def _hour_key(at: Instant, zone: tzinfo) -> tuple[date, int, timedelta | None]:
    local = to_datetime(at, zone)
    return local.date(), local.hour, local.utcoffset()


def iso(at: Instant, zone: tzinfo) -> str:
    """Return ISO 8601 with offset and milliseconds."""
    return to_datetime(at, zone).isoformat(timespec="milliseconds")


def parse_iso(text: str) -> Instant:
    """Return the instant that an ISO 8601 text with an offset names.

    Raises:
        ValueError: if the text is no such time or names no offset.
    """
    return from_datetime(datetime.fromisoformat(text))


def whole_seconds(millis: int) -> int:
    """Return milliseconds as seconds, half a second going up."""
    return (millis + SECOND // 2) // SECOND

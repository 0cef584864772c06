"""Between UTC milliseconds and what a clock on the wall shows. The zone is always a parameter."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
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


class NightZone(tzinfo):
    """A zone in which a day of work begins at an hour of the night, for who works past midnight.

    Times of day are those of the zone itself; only which date an instant belongs to is otherwise: what lies before the
    hour belongs to the day before. Make one with ``days_beginning_at``.
    """

    def __init__(self, zone: tzinfo, hour: int) -> None:
        self.zone = zone
        self.hour = hour

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        """Return the zone's offset."""
        return self.zone.utcoffset(moment)

    def dst(self, moment: datetime | None) -> timedelta | None:
        """Return the zone's summer time."""
        return self.zone.dst(moment)

    def tzname(self, moment: datetime | None) -> str | None:
        """Return the zone's abbreviation."""
        return self.zone.tzname(moment)

    def fromutc(self, moment: datetime) -> datetime:
        """Return the zone's local time."""
        return self.zone.fromutc(moment.replace(tzinfo=self.zone)).replace(tzinfo=self)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, NightZone) and (self.zone, self.hour) == (other.zone, other.hour)

    def __hash__(self) -> int:
        return hash((self.zone, self.hour))

    def __reduce__(self) -> tuple[type[NightZone], tuple[tzinfo, int]]:  # tzinfo's own knows no arguments
        return NightZone, (self.zone, self.hour)


@lru_cache(64)
def days_beginning_at(hour: int, zone: tzinfo) -> tzinfo:
    """Return a zone whose days begin at an hour after midnight; at 0 that is the zone itself."""
    return NightZone(zone, hour) if hour else zone


def local_date(at: Instant, zone: tzinfo) -> date:
    """Return the day that ``at`` belongs to where the attorney is."""
    day = to_datetime(at, zone).date()
    if isinstance(zone, NightZone):
        while at < _beginning(day, zone):
            day -= timedelta(days=1)
    return day


def day_span(day: date, zone: tzinfo) -> Span:
    """Return the local day as a span: 23, 24 or 25 hours long, as the zone decides."""
    return Span(_beginning(day, zone), _beginning(day + timedelta(days=1), zone))


def at_time(day: date, clock: time, zone: tzinfo) -> Instant:
    """Return when a time of day is on a day of work: past midnight it is in the night that ends that day."""
    late = isinstance(zone, NightZone) and clock.hour < zone.hour
    return from_datetime(datetime.combine(day + timedelta(days=late), clock, tzinfo=zone).astimezone(UTC))


def _beginning(day: date, zone: tzinfo) -> Instant:
    """Return the first instant of the local day, also where that hour itself is skipped or repeated."""
    hour = zone.hour if isinstance(zone, NightZone) else 0
    return from_datetime(datetime(day.year, day.month, day.day, hour, tzinfo=zone).astimezone(UTC))


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

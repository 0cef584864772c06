"""Local days and hours, in zones that do as they please."""

from __future__ import annotations

import copy
import pickle
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.core.instants import (
    HOUR,
    at_time,
    day_span,
    days_beginning_at,
    from_datetime,
    hour_marks,
    hour_start,
    iso,
    local_date,
    parse_iso,
    to_datetime,
    whole_seconds,
)
from wisestep_desktop.core.spans import Instant, Span, cut, total

ZONES = (
    "UTC",
    "Australia/Sydney",
    "Australia/Lord_Howe",  # half an hour of summer time
    "Asia/Kathmandu",  # +05:45
    "Asia/Kolkata",
    "Pacific/Chatham",
    "America/Havana",  # summer time begins at midnight
    "Asia/Beirut",
    "America/Nuuk",
    "America/St_Johns",
    "Pacific/Apia",
    "Africa/Casablanca",
)
_FIRST, _LAST = date(2013, 1, 1), date(2037, 12, 31)
zones = st.sampled_from(ZONES).map(ZoneInfo)
days = st.dates(_FIRST, _LAST)
instants = st.integers(
    from_datetime(datetime(2013, 1, 1, tzinfo=UTC)), from_datetime(datetime(2037, 12, 31, tzinfo=UTC))
)


@pytest.mark.parametrize(
    ("day", "zone", "hours"),
    [
        ("2026-03-16", "Australia/Sydney", 24),
        ("2026-04-05", "Australia/Sydney", 25),
        ("2026-10-04", "Australia/Sydney", 23),
        ("2026-04-05", "Australia/Lord_Howe", 24.5),
        ("2026-10-04", "Australia/Lord_Howe", 23.5),
        ("2026-03-08", "America/Havana", 23),
        ("2026-11-01", "America/Havana", 25),
        ("2026-03-29", "Asia/Beirut", 23),
        ("2026-10-25", "Asia/Beirut", 24),  # the hour repeated belongs to the day before
        ("2026-10-24", "Asia/Beirut", 25),
        ("2026-03-28", "America/Nuuk", 23),
        ("2026-10-24", "America/Nuuk", 25),
        ("2011-12-30", "Pacific/Apia", 0),  # a day that never was
        ("2011-12-29", "Pacific/Apia", 24),
        ("2026-03-08", "America/New_York", 23),
        ("2026-11-01", "America/New_York", 25),
    ],
)
def test_a_day_is_as_long_as_the_zone_says(day: str, zone: str, hours: float) -> None:
    assert day_span(date.fromisoformat(day), ZoneInfo(zone)).length == hours * HOUR


@pytest.mark.parametrize(
    ("day", "zone", "first"),
    [
        ("2026-03-08", "America/Havana", "2026-03-08T01:00:00.000-04:00"),
        ("2026-11-01", "America/Havana", "2026-11-01T00:00:00.000-04:00"),
        ("2026-03-29", "Asia/Beirut", "2026-03-29T01:00:00.000+03:00"),
        ("2026-10-04", "Asia/Kathmandu", "2026-10-04T00:00:00.000+05:45"),
    ],
)
def test_a_day_begins_with_its_first_instant_even_where_midnight_is_skipped(day: str, zone: str, first: str) -> None:
    there = ZoneInfo(zone)
    assert iso(day_span(date.fromisoformat(day), there).start, there) == first


@given(days, zones)
def test_days_follow_each_other_without_gap_and_hold_only_their_own_instants(day: date, zone: ZoneInfo) -> None:
    span = day_span(day, zone)
    assert span.end == day_span(day + timedelta(days=1), zone).start
    assert 22 * HOUR <= span.length <= 26 * HOUR
    assert local_date(span.start, zone) == day == local_date(Instant(span.end - 1), zone)
    assert local_date(Instant(span.start - 1), zone) == day - timedelta(days=1)


@given(days, zones)
def test_the_hours_of_a_day_add_up_to_the_day(day: date, zone: ZoneInfo) -> None:
    span = day_span(day, zone)
    hours = cut(span, hour_marks(span, zone))
    assert total(hours) == span.length
    assert all(hour.length <= HOUR for hour in hours)
    for hour in hours:
        first, last = to_datetime(hour.start, zone), to_datetime(Instant(hour.end - 1), zone)
        assert (first.date(), first.hour, first.utcoffset()) == (last.date(), last.hour, last.utcoffset())


@given(instants, zones)
def test_an_hour_begins_at_or_before_its_instants_and_is_the_same_for_all_of_them(at: int, zone: ZoneInfo) -> None:
    start = hour_start(Instant(at), zone)
    assert 0 <= at - start < HOUR
    assert hour_start(start, zone) == start
    before, here = to_datetime(Instant(start - 1), zone), to_datetime(Instant(at), zone)
    assert (before.hour, before.utcoffset()) != (here.hour, here.utcoffset())


def test_a_repeated_hour_begins_twice() -> None:
    zone = ZoneInfo("Australia/Sydney")
    marks = hour_marks(day_span(date(2026, 4, 5), zone), zone)
    shown = [iso(mark, zone)[11:16] for mark in marks]
    assert shown.count("02:00") == 2
    assert len(marks) == 24
    assert all(later - earlier == HOUR for earlier, later in pairwise(marks))


def test_a_skipped_hour_never_begins() -> None:
    zone = ZoneInfo("Australia/Sydney")
    shown = [iso(mark, zone)[11:16] for mark in hour_marks(day_span(date(2026, 10, 4), zone), zone)]
    assert "02:00" not in shown
    assert len(shown) == 22


@pytest.mark.parametrize(("zone", "minute"), [("Asia/Kolkata", 30), ("Asia/Kathmandu", 15), ("Pacific/Chatham", 15)])
def test_clock_hours_need_not_be_hours_of_utc(zone: str, minute: int) -> None:
    there = ZoneInfo(zone)
    marks = hour_marks(day_span(date(2026, 6, 1), there), there)
    assert {to_datetime(mark, UTC).minute for mark in marks} == {minute}
    assert {to_datetime(mark, there).minute for mark in marks} == {0}


def test_marks_lie_inside_the_span_only() -> None:
    zone = ZoneInfo("Europe/London")
    ten = from_datetime(datetime(2026, 1, 5, 10, tzinfo=zone))
    assert hour_marks(Span(ten, Instant(ten + HOUR)), zone) == ()
    assert hour_marks(Span(Instant(ten - 1), Instant(ten + 1)), zone) == (ten,)


@given(instants, zones)
def test_an_instant_survives_being_written_and_read(at: int, zone: ZoneInfo) -> None:
    assert parse_iso(iso(Instant(at), zone)) == at


@pytest.mark.parametrize("text", ["2026-03-16T10:00:00", "yesterday", "", "2026-03-16"])
def test_a_time_without_an_offset_names_no_instant(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_iso(text)


@pytest.mark.parametrize(
    ("millis", "seconds"), [(0, 0), (499, 0), (500, 1), (1_499, 1), (1_500, 2), (3_600_000, 3_600)]
)
def test_half_a_second_goes_up(millis: int, seconds: int) -> None:
    assert whole_seconds(millis) == seconds


# Days that begin in the night ----------------------------------------------------------------------------------------

hours_of_night = st.integers(1, 6)


@pytest.mark.parametrize(
    ("at", "hour", "day"),
    [
        ("2026-03-17T00:30:00+11:00", 4, "2026-03-16"),
        ("2026-03-17T03:59:59.999+11:00", 4, "2026-03-16"),
        ("2026-03-17T04:00:00+11:00", 4, "2026-03-17"),
        ("2026-03-17T00:30:00+11:00", 0, "2026-03-17"),
        ("2026-03-01T01:00:00+11:00", 2, "2026-02-28"),
        ("2026-04-05T02:30:00+11:00", 3, "2026-04-04"),  # both times that clock shows it
        ("2026-04-05T02:30:00+10:00", 3, "2026-04-04"),
        ("2026-04-05T02:30:00+10:00", 2, "2026-04-05"),
        ("2026-10-04T03:00:00+11:00", 2, "2026-10-04"),  # there was no two o'clock
        ("2026-10-04T01:59:59+10:00", 2, "2026-10-03"),
    ],
)
def test_what_lies_past_midnight_belongs_to_the_day_before(at: str, hour: int, day: str) -> None:
    zone = days_beginning_at(hour, ZoneInfo("Australia/Sydney"))
    assert local_date(parse_iso(at), zone) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("day", "hour", "hours"),
    [
        ("2026-03-16", 4, 24),
        ("2026-04-04", 4, 25),  # the night of the change belongs to the Saturday
        ("2026-04-05", 4, 24),
        ("2026-04-05", 2, 25),
        ("2026-10-03", 3, 23),
        ("2026-10-04", 3, 24),
    ],
)
def test_the_night_of_a_change_is_in_the_day_it_ends(day: str, hour: int, hours: float) -> None:
    zone = days_beginning_at(hour, ZoneInfo("Australia/Sydney"))
    assert day_span(date.fromisoformat(day), zone).length == hours * HOUR


@given(days, zones, hours_of_night)
def test_days_of_the_night_tile_time(day: date, zone: ZoneInfo, hour: int) -> None:
    night = days_beginning_at(hour, zone)
    spans = [day_span(day + timedelta(days=number), night) for number in range(-2, 3)]
    assert all(one.end == other.start for one, other in pairwise(spans))
    for number, span in enumerate(spans, start=-2):
        if span.length:
            for at in (span.start, Instant(span.start + span.length // 2), Instant(span.end - 1)):
                assert local_date(at, night) == day + timedelta(days=number)
    assert all(0 <= span.length <= 49 * HOUR for span in spans)


@given(instants, zones, hours_of_night)
def test_every_instant_lies_in_its_day_and_its_hours_are_as_ever(at: int, zone: ZoneInfo, hour: int) -> None:
    night, moment = days_beginning_at(hour, zone), Instant(at)
    assert day_span(local_date(moment, night), night).clip(Span(moment, Instant(moment + 1)))
    assert iso(moment, night) == iso(moment, zone)
    assert hour_start(moment, night) == hour_start(moment, zone)
    assert to_datetime(moment, night).dst() == to_datetime(moment, zone).dst()
    assert to_datetime(moment, night).tzname() == to_datetime(moment, zone).tzname()
    around = Span(moment, Instant(moment + 5 * HOUR))
    assert hour_marks(around, night) == hour_marks(around, zone)
    assert from_datetime(to_datetime(moment, night)) == moment


@given(days, st.times(), zones, st.integers(0, 6))
def test_a_time_of_day_is_found_on_its_day(day: date, clock: time, zone: ZoneInfo, hour: int) -> None:
    night = days_beginning_at(hour, zone)
    at = at_time(day, clock, night)
    if to_datetime(at, zone).time() == clock.replace(microsecond=clock.microsecond // 1_000 * 1_000):  # not skipped
        assert local_date(at, night) == day


def test_two_zones_with_the_same_days_are_the_same() -> None:
    sydney = ZoneInfo("Australia/Sydney")
    night = days_beginning_at(4, sydney)
    assert days_beginning_at(0, sydney) is sydney
    assert night == copy.deepcopy(night) == pickle.loads(pickle.dumps(night))  # noqa: S301
    assert night not in (sydney, days_beginning_at(3, sydney), days_beginning_at(4, ZoneInfo("UTC")))
    assert len({night, days_beginning_at(4, ZoneInfo("Australia/Sydney"))}) == 1
    assert datetime.now(night).utcoffset() == datetime.now(sydney).utcoffset()

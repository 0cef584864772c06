"""A reminder comes once a local day, whatever clocks, zones and sleep do; never early, never into an empty room."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.core.errors import BadSetting
from wisestep_desktop.core.instants import HOUR, MINUTE, from_datetime, local_date, to_datetime
from wisestep_desktop.core.reminding import LONG_TIMER, is_due, ran_long
from wisestep_desktop.core.settings import Settings, read, setting
from wisestep_desktop.core.spans import Instant

ZONES = [
    ZoneInfo(name)
    for name in ("UTC", "Australia/Sydney", "Australia/Lord_Howe", "America/New_York", "Asia/Kathmandu", "Africa/Cairo")
]
zones = st.sampled_from(ZONES)
times = st.times().map(lambda at: at.replace(second=0, microsecond=0))
starts = st.integers(1_760_000_000_000, 1_800_000_000_000).map(Instant)
SYDNEY = ZoneInfo("Australia/Sydney")


def at(year: int, month: int, day: int, hour: int, minute: int = 0, *, fold: int = 0) -> Instant:
    return from_datetime(datetime(year, month, day, hour, minute, fold=fold, tzinfo=SYDNEY))


def given_over(
    start: Instant, steps: list[tuple[int, bool]], zone: ZoneInfo, hour: time
) -> list[tuple[Instant, date, bool]]:
    """Check again and again as the shell does; return what was given."""
    now, last, found = start, None, []
    for step, there in steps:
        now = Instant(now + step)
        if is_due(now, zone, hour, last, there=there):
            last = local_date(now, zone)
            found.append((now, last, there))
    return found


@given(
    starts,
    st.lists(st.tuples(st.integers(1, 40 * HOUR), st.booleans()), max_size=60),
    zones,
    times,
)
def test_at_most_once_a_local_day_never_before_the_hour_and_never_to_nobody(
    start: Instant, steps: list[tuple[int, bool]], zone: ZoneInfo, hour: time
) -> None:
    found = given_over(start, steps, zone, hour)
    days = [day for _, day, _ in found]
    assert len(days) == len(set(days))
    assert all(there for _, _, there in found)
    assert all(to_datetime(now, zone).time() >= hour for now, _, _ in found)


@given(starts, zones, st.times(max_value=time(22, 50)).map(lambda at: at.replace(second=0, microsecond=0)))
def test_somebody_who_is_always_there_is_reminded_every_day(start: Instant, zone: ZoneInfo, hour: time) -> None:
    found = {day for _, day, _ in given_over(start, [(5 * MINUTE, True)] * (12 * 24 * 4), zone, hour)}
    first = local_date(start, zone)
    assert found >= {first + timedelta(days=number) for number in (1, 2)}


def test_the_hour_that_a_night_skips_is_reached_and_the_one_that_comes_twice_is_reached_once() -> None:
    half_past_two = time(2, 30)
    assert not is_due(at(2026, 10, 4, 1, 59), SYDNEY, half_past_two, None, there=True)
    assert is_due(at(2026, 10, 4, 3, 0), SYDNEY, half_past_two, None, there=True)  # 02:00 to 03:00 did not happen
    first, second = at(2026, 4, 5, 2, 40), at(2026, 4, 5, 2, 40, fold=1)
    assert second - first == HOUR
    assert is_due(first, SYDNEY, half_past_two, None, there=True)
    assert not is_due(second, SYDNEY, half_past_two, date(2026, 4, 5), there=True)


def test_who_flies_back_over_the_date_line_is_not_reminded_again_but_a_wrong_clock_does_not_silence_for_ever() -> None:
    now = at(2026, 6, 3, 18)
    assert not is_due(now, SYDNEY, time(17), date(2026, 6, 4), there=True)
    assert is_due(now, SYDNEY, time(17), date(2031, 1, 1), there=True)


def test_a_timer_is_long_after_eight_hours() -> None:
    assert not ran_long(Instant(0), Instant(LONG_TIMER))
    assert ran_long(Instant(0), Instant(LONG_TIMER + 1))


@pytest.mark.parametrize(
    ("text", "hour"), [("17:00", time(17)), ("9:05", time(9, 5)), ("", time(17)), ("23.59", time(23, 59))]
)
def test_the_hour_is_read_as_people_write_it(text: str, hour: time) -> None:
    assert Settings({"review.remind_at": text}).time_of_day("review.remind_at") == hour


@pytest.mark.parametrize("text", ["24:00", "17:60", "5 pm", "1700", "17:0", "-1:00", "\u0661\u0667:\u0660\u0660"])
def test_another_hour_is_refused_by_name(text: str) -> None:
    with pytest.raises(BadSetting) as refused:
        read(setting("review.remind_at"), text)
    assert (refused.value.name, refused.value.reason) == ("review.remind_at", "time_of_day")
    assert Settings({"review.remind_at": text}).time_of_day("review.remind_at") == time(17)

"""Both clocks, the computer's and the one set by hand, keep the promises of ``ports.clock``."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from tests.fakes.clock import FakeClock
from wisestep_desktop.adapters.system.clock import SystemClock
from wisestep_desktop.core.instants import to_datetime
from wisestep_desktop.ports.clock import Clock
from wisestep_desktop.services.day_clock import DayClock


@pytest.fixture(params=["system", "fake", "night"])
def clock(request: pytest.FixtureRequest) -> Clock:
    if request.param == "system":
        return SystemClock()
    fake = FakeClock(zone_name="Australia/Sydney")
    if request.param == "fake":
        return fake
    made = DayClock(fake)
    made.begin_days_at(4)
    return made


def test_the_awake_clock_never_goes_back(clock: Clock) -> None:
    readings = [clock.read().awake for _ in range(1_000)]
    assert readings == sorted(readings)


def test_the_wall_clock_is_utc_milliseconds_of_our_century(clock: Clock) -> None:
    assert 2020 < to_datetime(clock.read().wall, UTC).year < 2100


def test_the_zone_and_its_name_agree_on_the_offset(clock: Clock) -> None:
    for month in (1, 7):
        there = datetime(2026, month, 15, 12, tzinfo=clock.zone())
        assert there.utcoffset() == there.replace(tzinfo=ZoneInfo(clock.zone_name())).utcoffset()


def test_any_thread_may_ask(clock: Clock) -> None:
    with ThreadPoolExecutor(4) as pool:
        answers = set(pool.map(lambda _: (clock.zone_name(), clock.read().wall > 0), range(200)))
    assert answers == {(clock.zone_name(), True)}

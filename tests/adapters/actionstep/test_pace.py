"""The pace: never faster than allowed, slower each time it was too fast, and back again by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.services.office import Office
from wisestep_desktop.adapters.actionstep.pace import Pace
from wisestep_desktop.core.errors import Unavailable
from wisestep_desktop.sandbox.practice import Sandbox


@given(st.integers(0, 5_000), st.lists(st.tuples(st.integers(0, 3_000), st.booleans()), max_size=60))
def test_two_requests_are_never_closer_than_the_least_pause(least: int, steps: list[tuple[int, bool]]) -> None:
    pace, now, last = Pace(lambda: least), 0, None
    for idle, good in steps:
        now += idle
        now += pace.wait(now)
        assert last is None or now - last >= least
        pace.began(now)
        last = now
        before = pace.pause
        pace.went_well() if good else pace.was_too_fast(now)
        assert least <= pace.pause <= 60_000 or pace.pause == least
        assert pace.pause <= before if good else pace.pause >= min(before, 60_000)


def test_too_fast_doubles_the_pause_and_good_answers_bring_it_back() -> None:
    pace = Pace(lambda: 300)
    pauses = []
    for _ in range(9):
        pace.was_too_fast(0)
        pauses.append(pace.pause)
    assert pauses[:4] == [1_300, 2_600, 5_200, 10_400]
    assert pauses[-1] == 60_000
    for _ in range(120):
        pace.went_well()
    assert pace.pause == 300


def test_who_is_too_fast_for_actionstep_slows_down(tmp_path: Path) -> None:
    with Sandbox(matters=5, switches={"retry_after": "off"}) as sandbox, Office(tmp_path, sandbox) as office:
        office.connect()
        office.least_pause = 300
        for _ in range(4):
            office.practice.whoami()
        assert max(office.pauses) <= 0.3
        sandbox.inject("429:2@users")
        for _ in range(3):
            office.practice.whoami()
        assert max(office.pauses) > 1


@given(st.lists(st.tuples(st.integers(0, 100_000), st.none() | st.integers(0, 10_000)), max_size=20))
def test_nobody_is_asked_before_the_pause_that_was_asked_for_is_over(steps: list[tuple[int, int | None]]) -> None:
    pace, now, free = Pace(lambda: 0), 0, 0
    for idle, seconds in steps:
        now += idle
        assert pace.held(now) == max(0, free - now)
        pace.was_too_fast(now, seconds)
        free = max(free, now + min(seconds or 0, 3_600) * 1_000)


def test_a_long_pause_is_kept_by_everybody_and_not_sat_out(tmp_path: Path) -> None:
    """What one question was told holds for the next one too: it is not even put."""
    with Sandbox(matters=5) as sandbox, Office(tmp_path, sandbox) as office:
        office.connect()
        sandbox.inject("429=200:1@quickcodes")
        with pytest.raises(Unavailable, match="rate_limit"):
            office.practice.activity_types()
        asked = office.practice.requests()
        with pytest.raises(Unavailable, match="rate_limit") as told:
            office.practice.whoami()
        assert (told.value.retry_after, office.practice.requests()) == (200, asked)
        office.sleep(200_000)
        assert office.practice.whoami().participant == 26

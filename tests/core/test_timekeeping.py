"""Two clocks, one timeline: it never runs backwards, never hands out a moment twice, and sleep is a hole in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.core.observation import ClockReading
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.core.timekeeping import TOLERANCE, Moment, Timekeeper, advance, begin

HOUR = 3_600_000
T0 = 1_770_000_000_000


def reading(wall: int, awake: int) -> ClockReading:
    return ClockReading(Instant(wall), awake)


def kept(*readings: ClockReading, recorded_until: int | None = None) -> tuple[Timekeeper, list[Moment]]:
    keeper = begin(readings[0], None if recorded_until is None else Instant(recorded_until))
    moments = []
    for each in readings[1:]:
        keeper, moment = advance(keeper, each)
        moments.append(moment)
    return keeper, moments


def test_while_nothing_happens_it_is_the_wall_clock() -> None:
    _, moments = kept(reading(T0, 0), reading(T0 + 5_000, 5_000), reading(T0 + 5_001, 5_001))
    assert [moment.at - T0 for moment in moments] == [5_000, 5_001]
    assert all(moment.gap is None and not moment.set_back for moment in moments)


def test_sleep_is_a_gap_from_the_last_moment_awake() -> None:
    _, moments = kept(reading(T0, 0), reading(T0 + HOUR, 1_000))
    assert moments == [Moment(Instant(T0 + HOUR), gap=Span(Instant(T0 + 1_000), Instant(T0 + HOUR)))]


def test_a_clock_set_back_an_hour_loses_nothing() -> None:
    _, moments = kept(
        reading(T0, 0),
        reading(T0 + 10_000, 10_000),
        reading(T0 + 20_000 - HOUR, 20_000),
        reading(T0 + 30_000 - HOUR, 30_000),
    )
    assert [moment.at - T0 for moment in moments] == [10_000, 20_000, 30_000]
    assert [moment.set_back for moment in moments] == [0, HOUR, 0]
    assert all(moment.gap is None for moment in moments)


def test_a_clock_set_back_and_put_right_again_leaves_no_hole() -> None:
    _, moments = kept(reading(T0, 0), reading(T0 + 1_000 - HOUR, 1_000), reading(T0 + 2_000, 2_000))
    assert [moment.at - T0 for moment in moments] == [1_000, 2_000]
    assert moments[1].gap is None


@pytest.mark.parametrize("drift", [TOLERANCE, -TOLERANCE, 1, -1])
def test_a_small_correction_means_nothing(drift: int) -> None:
    _, [moment] = kept(reading(T0, 0), reading(T0 + 60_000 + drift, 60_000))
    assert moment == Moment(Instant(T0 + 60_000 + drift))


@pytest.mark.parametrize(("ahead", "starts"), [(HOUR, HOUR), (26 * HOUR, 26 * HOUR), (26 * HOUR + 1, 0), (-HOUR, 0)])
def test_a_restart_never_begins_inside_what_is_recorded_unless_the_clock_was_plainly_wrong(
    ahead: int, starts: int
) -> None:
    keeper = begin(reading(T0, 0), Instant(T0 + ahead))
    assert keeper.now == T0 + starts


steps = st.lists(
    st.tuples(
        st.integers(0, 600_000),  # awake
        st.one_of(st.just(0), st.integers(-3 * HOUR, 9 * HOUR), st.integers(-TOLERANCE, TOLERANCE)),  # asleep or set
    ),
    min_size=1,
    max_size=40,
)


@given(steps, st.none() | st.integers(-HOUR, 30 * HOUR))
def test_moments_never_go_back_and_lived_time_is_never_more_than_the_awake_clock(
    taken: list[tuple[int, int]], ahead: int | None
) -> None:
    wall, awake = T0, 0
    keeper = begin(reading(wall, awake), None if ahead is None else Instant(T0 + ahead))
    for lived, moved in taken:
        wall, awake = wall + lived + moved, awake + lived
        before = keeper.now
        keeper, moment = advance(keeper, reading(wall, awake))
        assert moment.at == keeper.now >= before
        empty = moment.gap.length if moment.gap else 0
        if moment.gap:
            assert before <= moment.gap.start <= moment.gap.end == moment.at
        assert moment.at - before - empty <= lived + TOLERANCE
        if abs(moved) > TOLERANCE:  # a step: what was lived through is kept to within the tolerance
            assert lived - TOLERANCE <= moment.at - before - empty

"""How long a doubt takes to settle, for any lengths and clocks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.core.doubts import LONGEST, believable, settled_at
from wisestep_desktop.core.errors import Doubt
from wisestep_desktop.core.spans import Instant

NOW = 1_773_614_400_000
doubts = st.sampled_from(Doubt)
near = st.integers(NOW - 10**7, NOW + 10**7).map(Instant)


@pytest.mark.parametrize(
    ("doubt", "took", "waits"),
    [
        (Doubt.DROPPED, 100, 10_000),
        (Doubt.DROPPED, 20_000, 60_000),
        (Doubt.SERVER_ERROR, 50, 10_000),
        (Doubt.SERVER_ERROR, 60_000, 180_000),  # a gateway gave up after a minute; behind it the work may go on
        (Doubt.GARBLED, 0, 10_000),
        (Doubt.TIMED_OUT, 90_000, 180_000),
        (Doubt.TIMED_OUT, 500, 90_000),
        (Doubt.CRASHED, 5_000, 85_000),  # of which 5 are over: nobody knows when it died
        (Doubt.CRASHED, 3_600_000, 0),
    ],
)
def test_the_longer_it_took_the_longer_it_may_go_on(doubt: Doubt, took: int, waits: int) -> None:
    assert settled_at(doubt, began=Instant(NOW - took), doubted=Instant(NOW)) == NOW + waits


@given(doubts, near, near)
def test_never_before_the_doubt_and_never_for_ever(doubt: Doubt, began: Instant, doubted: Instant) -> None:
    """Also where the clock was set while the request was under way."""
    assert 0 <= settled_at(doubt, began=began, doubted=doubted) - doubted <= LONGEST


@given(doubts, near, st.integers(0, 10**6), st.integers(0, 10**6))
def test_slower_is_never_sooner(doubt: Doubt, began: Instant, one: int, more: int) -> None:
    sooner = settled_at(doubt, began=began, doubted=Instant(began + one))
    later = settled_at(doubt, began=began, doubted=Instant(began + one + more))
    assert later >= sooner


@given(near, near)
def test_a_clock_that_was_set_back_keeps_nobody_waiting_long(settles: Instant, now: Instant) -> None:
    believed = believable(settles, now)
    assert believed <= now + LONGEST
    assert believed == settles or settles > now + LONGEST

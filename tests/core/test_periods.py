"""Stepping through days, weeks and months leaves no day out and shows none twice."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.core.periods import Period, after, around, before

dates = st.dates(date(1970, 1, 2), date(2900, 1, 1))


@given(dates, st.sampled_from(Period))
def test_periods_lie_end_to_end(day: date, period: Period) -> None:
    first, last = around(day, period)
    assert first <= day <= last
    assert around(first, period) == around(last, period) == (first, last)
    assert around(after(day, period), period)[0] == last + timedelta(days=1)
    assert around(before(day, period), period)[1] == first - timedelta(days=1)


def test_a_week_begins_on_monday_and_a_month_on_the_first() -> None:
    assert around(date(2026, 3, 22), Period.WEEK) == (date(2026, 3, 16), date(2026, 3, 22))
    assert around(date(2028, 2, 10), Period.MONTH) == (date(2028, 2, 1), date(2028, 2, 29))

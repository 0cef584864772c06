"""Worked to billed: the table of WiseTime's behaviour, and the laws behind it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.core.rounding import billed_seconds, hours, round_up

UNITS = (0, 36, 360, 900)
TABLE = {
    0: (0, 0, 0, 0),
    1: (1, 36, 360, 900),
    36: (36, 36, 360, 900),
    37: (37, 72, 360, 900),
    120: (120, 144, 360, 900),
    360: (360, 360, 360, 900),
    361: (361, 396, 720, 900),
    900: (900, 900, 1080, 900),
    3600: (3600, 3600, 3600, 3600),
    3601: (3601, 3636, 3960, 4500),
}


@pytest.mark.parametrize(
    ("worked", "unit", "billed"),
    [(worked, unit, billed) for worked, row in TABLE.items() for unit, billed in zip(UNITS, row, strict=True)],
)
def test_the_table(worked: int, unit: int, billed: int) -> None:
    assert billed_seconds(worked, unit=unit) == billed


@pytest.mark.parametrize("unit", [0, 1])
def test_units_of_nought_and_one_mean_none(unit: int) -> None:
    assert billed_seconds(3_601, unit=unit) == 3_601


def test_per_cent_is_exact_where_floating_point_is_not() -> None:
    assert 7200 * 0.55 > 3960  # what a float makes of it would go up by a whole unit
    assert billed_seconds(7_200, weighting=Decimal(55)) == 3_960
    assert billed_seconds(7_200, unit=360, weighting=Decimal(55)) == 3_960


def test_weighting_comes_before_the_unit() -> None:
    assert billed_seconds(100, unit=36, weighting=Decimal(50)) == 72


def test_non_billable_time_bills_nothing_and_is_not_rounded() -> None:
    assert billed_seconds(3_601, unit=360, billable=False) == 0


@pytest.mark.parametrize(("seconds", "unit"), [(-1, 0), (1, -1), (-1, 360)])
def test_negative_numbers_are_refused(seconds: int, unit: int) -> None:
    with pytest.raises(ValueError, match="negative"):
        round_up(seconds, unit)


@given(st.integers(0, 10**7), st.integers(0, 86_400))
def test_up_to_the_next_multiple_and_never_more(seconds: int, unit: int) -> None:
    billed = round_up(seconds, unit)
    assert seconds <= billed < seconds + max(unit, 1)
    assert unit < 2 or billed % unit == 0
    assert (billed == 0) == (seconds == 0)


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(UNITS), st.integers(1, 300))
def test_more_work_never_bills_less(less: int, more: int, unit: int, per_cent: int) -> None:
    small, large = sorted((less, more))
    weighting = Decimal(per_cent)
    assert billed_seconds(small, unit=unit, weighting=weighting) <= billed_seconds(
        large, unit=unit, weighting=weighting
    )


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0, "0.00"), (1, "0.01"), (17, "0.01"), (18, "0.01"), (53, "0.01"), (54, "0.02"), (360, "0.10"), (3_599, "1.00")],
)
def test_hours_have_two_decimals_half_up_and_never_vanish(seconds: int, shown: str) -> None:
    assert f"{hours(seconds)}" == shown


@given(st.integers(1, 10**7))
def test_hours_are_within_half_a_hundredth(seconds: int) -> None:
    assert abs(hours(seconds) * 3600 - seconds) <= (18 if seconds >= 18 else 36)

"""Hours as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.hours_text import read_hours

DAY = 24 * 3_600


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("0.6", 2_160),
        ("0,6", 2_160),
        (" 1 ", 3_600),
        ("1h", 3_600),
        ("0.01 h", 36),
        ("1:30", 5_400),
        ("1 h 30", 5_400),
        ("1h30m", 5_400),
        ("36 min", 2_160),
        ("0", 0),
        ("24", DAY),
    ],
)
def test_what_people_type_is_understood(typed: str, seconds: int) -> None:
    assert read_hours(typed, most=DAY) == seconds


@pytest.mark.parametrize("typed", ["", "an hour", "1.2.3", "-1", "1:75", "1e3", "٣", "½", "0.6 0.6", "99999"])
def test_anything_else_is_refused_by_name(typed: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_hours(typed, most=DAY)
    assert refused.value.code == "hours.unreadable"


def test_more_than_fits_is_refused() -> None:
    with pytest.raises(BadInput) as refused:
        read_hours("24:01", most=DAY)
    assert refused.value.code == "hours.range"


@given(st.integers(0, 24 * 100))
def test_hours_with_two_decimals_come_back(hundredths: int) -> None:
    assert read_hours(f"{hundredths // 100}.{hundredths % 100:02d}", most=DAY) == hundredths * 36

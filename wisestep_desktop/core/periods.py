"""Days, weeks and months as people step through them. Weeks begin on Monday, as working weeks do."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum


class Period(StrEnum):
    """How much a page shows at once."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


def around(day: date, period: Period) -> tuple[date, date]:
    """Return the first and the last day of the period around a day, both included."""
    match period:
        case Period.DAY:
            return day, day
        case Period.WEEK:
            first = day - timedelta(days=day.weekday())
            return first, first + timedelta(days=6)
        case Period.MONTH:
            first = day.replace(day=1)
            return first, _next_month(first) - timedelta(days=1)


def before(day: date, period: Period) -> date:
    """Return a day of the period before the one around ``day``."""
    return around(day, period)[0] - timedelta(days=1)


def after(day: date, period: Period) -> date:
    """Return the first day of the period after the one around ``day``."""
    return around(day, period)[1] + timedelta(days=1)


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)

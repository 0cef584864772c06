"""Days that begin in the night, in the windows: set at once, typed in, and drawn behind the evening."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QTime

from tests.shell.conftest import Room
from wisestep_desktop.core.instants import HOUR, MINUTE, at_time, day_span, days_beginning_at, local_date, to_datetime
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.services.day_clock import DayClock
from wisestep_desktop.services.day_sum import Kind, Stretch
from wisestep_desktop.services.week import Week, WeekDay
from wisestep_desktop.shell.views.settings.values import SettingValues
from wisestep_desktop.shell.widgets.week_bars import axis_of, pieces_of

SYDNEY = ZoneInfo("Australia/Sydney")
NIGHT = days_beginning_at(4, SYDNEY)
DAY = date(2026, 3, 16)


def test_it_takes_effect_at_once(connected: Room) -> None:
    clock = DayClock(connected.office.clock)
    desk = replace(connected.desk, clock=clock, days_begin=clock.begin_days_at)
    values = SettingValues(desk, connected.tasks, connected.theme, connected.discretion, connected.window)
    for text, hour in (("4", 4), ("", 0)):
        values.change("review.day_start_hour", text, lambda error: pytest.fail(str(error)))
        connected.until(lambda hour=hour: clock.zone() == days_beginning_at(hour, connected.office.clock.zone()))


@pytest.mark.parametrize(("at", "day"), [((0, 30), 17), ((3, 59), 17), ((4, 0), 16), ((23, 30), 16)])
def test_a_time_past_midnight_is_typed_for_the_day_before(connected: Room, at: tuple[int, int], day: int) -> None:
    form = connected.window._page._side.add
    now = Instant(day_span(DAY, NIGHT).end)
    form.begin(DAY, NIGHT, now, today=False)
    form._when.setCurrentIndex(0)
    form._from.setTime(QTime(*at))
    span = form._span(1_800)
    assert span is not None
    start = to_datetime(span.start, SYDNEY)
    assert (start.day, start.hour, start.minute, span.length) == (day, *at, 30 * MINUTE)
    assert local_date(span.start, NIGHT) == DAY


def test_the_night_is_drawn_behind_the_evening() -> None:
    start = at_time(DAY, time(23), NIGHT)
    worked = Stretch(Span(start, Instant(start + 3 * HOUR)), Kind.TAGGED)
    week = Week((WeekDay(DAY, (worked,)),), DAY, {})
    axis = axis_of(week, NIGHT)
    assert axis.last == 26
    [piece] = pieces_of((worked,), axis, NIGHT)
    assert (piece.start, piece.end) == (axis.share(23), axis.share(26))
    late = Stretch(Span(Instant(start + 2 * HOUR), Instant(start + 3 * HOUR)), Kind.TAGGED)
    [piece] = pieces_of((late,), axis, NIGHT)
    assert (piece.start, piece.end) == (axis.share(25), axis.share(26))
    [piece] = pieces_of((late,), axis, SYDNEY)
    assert piece.start == axis.share(1)

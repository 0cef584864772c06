"""The week: seven days on one clock, read out and pressed like buttons, and the matters by day below."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from tests.shell.conftest import Room
from tests.shell.test_recognising import said
from tests.shell.waiting import SECRET, both, entry, match, record, today
from wisestep_desktop.core.errors import StoreError
from wisestep_desktop.core.instants import HOUR, day_span, from_datetime
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.services.day_sum import Kind, Stretch
from wisestep_desktop.services.week import Week, WeekDay, monday_of
from wisestep_desktop.shell.views.week_page import WeekPage
from wisestep_desktop.shell.widgets.week_bars import Axis, axis_of, pieces_of

SYDNEY = ZoneInfo("Australia/Sydney")


@pytest.fixture
def page(connected: Room) -> Iterator[WeekPage]:
    made = WeekPage(connected.desk, connected.tasks, connected.theme, connected.discretion)
    made.resize(1_100, 820)
    made.show()
    connected.qtbot.waitExposed(made)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def last_week(room: Room) -> date:
    return monday_of(today(room)) - timedelta(days=7)


def fill(room: Room) -> date:
    """Have a week of work, the one before this; return its Monday."""
    monday = last_week(room)

    def on(number: int) -> int:
        return (today(room) - monday).days - number

    room.office.set("review.goal_hours", "6")
    for number, begins, minutes, title in (
        (0, 8.5, 150, SECRET),
        (0, 11.2, 80, "Marlow Estate – probate timetable – Message"),
        (0, 13, 130, "10482 Deed of lease.docx – Word"),
        (0, 15.5, 70, "Inbox – Outlook"),
        (1, 9.2, 170, SECRET),
        (1, 13.5, 45, "Weekly list – Excel"),
        (2, 7.2, 60, "10990 Inventory – Word"),
        (2, 18, 95, "10990 Inventory – Word"),
        (4, 10, 240, SECRET),
    ):
        record(room, on(number), begins, minutes, title)
    match(room)
    entry(room, on(1), minutes=40, state=EntryState.REFUSED)
    entry(room, on(2), 10990, minutes=50)
    entry(room, on(2), 10990, minutes=20)
    return monday


def show(room: Room, page: WeekPage, day: date) -> None:
    page.go_to(day)
    room.until(lambda: page._week is not None and page._week.monday == page.monday)


def cells(page: WeekPage) -> list[list[str]]:
    model = page._model
    return [[model.data(model.index(row, at)) for at in range(9)] for row in range(model.rowCount())]


def test_a_week_without_anything_says_so_under_its_days(connected: Room, page: WeekPage) -> None:
    show(connected, page, last_week(connected) - timedelta(days=70))
    assert "Nothing was recorded or written down in this week." in said(page)
    assert [line.accessibleDescription() for line in page._bars.lines] == ["nothing recorded"] * 7
    both(connected, page, "week-empty")


def test_each_day_says_its_total_its_goal_and_what_is_left(connected: Room, page: WeekPage) -> None:
    monday = fill(connected)
    show(connected, page, monday)
    told = [line.accessibleDescription() for line in page._bars.lines]
    assert told[0].startswith("7 h 10 worked, goal 6 h 00, ")
    assert "one entry not sent" in told[1]
    assert told[2].endswith("2 drafts to send")
    assert told[4].startswith("4 h 00 worked, goal 6 h 00")
    assert told[5] == "nothing recorded"
    assert page._bars.lines[0].accessibleName().startswith("Mon ")
    assert "worked of 30 h 00 in this week." in said(page)
    both(connected, page, "week")
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    both(connected, page, "week-rtl")
    page.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    page.resize(880, 560)
    both(connected, page, "week-narrow")


def test_matters_by_day_add_up_and_are_copied(connected: Room, page: WeekPage, monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []
    monkeypatch.setattr("PySide6.QtGui.QClipboard.setText", lambda _self, text: copied.append(text))
    show(connected, page, fill(connected))
    QAbstractItemModelTester(page._model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows = cells(page)
    assert rows[0][0].startswith("10482 ")
    assert [row[0] for row in rows][-2:] == ["No matter", "Total"]
    assert rows[-1][1] == "7 h 10"
    head = [page._model.headerData(at, Qt.Orientation.Horizontal) for at in range(9)]
    assert (head[0], head[8]) == ("Matter", "Week")
    page._table.setFocus()
    QTest.keyClick(page._table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert len(copied[0].splitlines()) == len(rows) + 1
    spoken = page._model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Monday ")


def test_a_click_enter_and_the_arrows_lead_to_a_day(connected: Room, page: WeekPage) -> None:
    monday = fill(connected)
    show(connected, page, monday)
    days: list[date] = []
    page.day_asked.connect(days.append)
    QTest.mouseClick(page._bars.lines[4], Qt.MouseButton.LeftButton)
    page.focus_first()
    assert page.focusWidget() is page._bars.lines[0]
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Up)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert days == [monday + timedelta(days=number) for number in (4, 1, 0)]


def test_this_week_marks_today_and_leaves_the_days_to_come_alone(connected: Room, page: WeekPage) -> None:
    record(connected, 0, 7, 60)
    match(connected)
    turned: list[bool] = []
    page.turned.connect(lambda: turned.append(True))
    show(connected, page, last_week(connected))
    show(connected, page, today(connected) + timedelta(days=40))
    assert page.monday == monday_of(today(connected))
    assert turned == [True, True]
    number = (today(connected) - page.monday).days
    lines = page._bars.lines
    assert lines[number].accessibleName().endswith(", today")
    assert [line.isEnabled() for line in lines] == [at <= number for at in range(7)]
    page.focus_first()
    assert page.focusWidget() is lines[number]
    both(connected, page, "week-this")


def test_hidden_names_are_hidden_and_the_days_stay(connected: Room, page: WeekPage) -> None:
    show(connected, page, fill(connected))
    connected.discretion.ask(True)
    assert "Names are hidden" in said(page)
    assert not page._table.isVisible()
    assert page._bars.isVisible()


def test_a_store_that_cannot_be_read_is_said_and_tried_again(
    connected: Room, page: WeekPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monday = fill(connected)

    def broken(*_: object) -> Week:
        raise StoreError("store.disk_full")

    with monkeypatch.context() as patch:
        patch.setattr("wisestep_desktop.shell.views.week_page.read_week", broken)
        page.go_to(monday)
        connected.until(page._again.isVisible)
        both(connected, page, "week-error")
    page._again.click()
    connected.until(lambda: not page._again.isVisible() and page._bars.isVisible())


# The clock on the wall ---------------------------------------------------------------------------------------------


def week_of(day: date, *spans: Span) -> Week:
    days = [WeekDay(day + timedelta(days=number)) for number in range(7)]
    days[0] = WeekDay(day, tuple(Stretch(span, Kind.TAGGED) for span in spans))
    return Week(tuple(days), day)


def test_days_share_an_axis_that_holds_every_stretch() -> None:
    start = day_span(date(2026, 3, 2), UTC).start
    early = Span(Instant(start + 6 * HOUR + 1), Instant(start + 7 * HOUR))
    late = Span(Instant(start + 22 * HOUR), Instant(start + 24 * HOUR))
    assert axis_of(week_of(date(2026, 3, 2)), UTC) == Axis(8, 18)
    assert axis_of(week_of(date(2026, 3, 2), early, late), UTC) == Axis(6, 24)


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 4, 5), [(1.5, 3), (2, 3.5)]), (date(2026, 10, 4), [(1.5, 2), (3, 4.5)])]
)
def test_in_a_night_in_which_the_clock_changes_bars_lie_where_the_clock_stood(
    day: date, hours: list[tuple[float, float]]
) -> None:
    start = from_datetime(datetime(day.year, day.month, day.day, 1, 30, tzinfo=SYDNEY))
    long = 3 if day.month == 4 else 2
    found = pieces_of((Stretch(Span(start, Instant(start + long * HOUR)), Kind.TAGGED),), Axis(0, 24), SYDNEY)
    assert [(piece.start * 24, piece.end * 24) for piece in found] == [pytest.approx(each) for each in hours]

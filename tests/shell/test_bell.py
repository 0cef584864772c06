"""The bell and its panel: what waits is counted, said, done or put off, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from tests.shell.conftest import Room
from tests.shell.test_recognising import said
from tests.shell.waiting import both, entry, match, record, start_timer, today, trouble
from wisestep_desktop.core.errors import SignInAgain, Unavailable
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.shell.notice_board import NoticeBoard
from wisestep_desktop.shell.views.bell import Bell
from wisestep_desktop.shell.widgets.parts import row, words

Make = Callable[[Room], Bell]


@pytest.fixture
def make_bell() -> Iterator[Make]:
    windows: list[QWidget] = []

    def make(room: Room) -> Bell:
        window = QWidget()
        board = NoticeBoard(room.desk, room.tasks, room.recording, room.actionstep, window)
        bell = Bell(board, room.theme, window)
        window.setLayout(row(words("Thursday 12 March", strong=True), 1, bell))
        window.resize(520, 56)
        window.show()
        room.qtbot.waitExposed(window)
        windows.append(window)
        return bell

    yield make
    for window in windows:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def counts(room: Room, bell: Bell, count: int) -> None:
    bell._board.refresh()
    room.until(lambda: len(bell._board.notices) == count and not bell._board._reading)


def press(bell: Bell, text: str) -> None:
    buttons = bell.panel.findChildren(QPushButton)
    next(each for each in buttons if each.text() == text and each.isVisible()).click()


def test_where_nothing_waits_the_bell_says_so(connected: Room, make_bell: Make) -> None:
    bell = make_bell(connected)
    counts(connected, bell, 0)
    assert bell.accessibleName() == "Notifications, none"
    bell.click()
    connected.until(bell.panel.isVisible)
    assert "Nothing needs you." in said(bell.panel)
    both(connected, bell.panel, "bell-empty")
    QTest.keyClick(bell.panel, Qt.Key.Key_Escape)
    assert not bell.panel.isVisible()


def test_everything_that_waits_is_counted_and_said_the_urgent_first(connected: Room, make_bell: Make) -> None:
    entry(connected, 2, state=EntryState.REFUSED)
    entry(connected, 4, state=EntryState.REFUSED)
    for ago in (5, 6):
        record(connected, ago, 9, 95)
    match(connected)
    start_timer(connected, 9.2)
    connected.office.store.write(lambda books: books.settings.put("ACTIVITY_TYPES_NON_BILLABLE", "Marketting")).result()
    trouble(connected, SignInAgain("sign_in.again"))
    bell = make_bell(connected)
    counts(connected, bell, 5)
    assert bell.accessibleName() == "Notifications, 5"
    both(connected, bell.window(), "bell")
    bell.click()
    told = said(bell.panel)
    for sentence in (
        "2 entries were not sent.",
        "A timer has been running for 9 hours.",
        "Actionstep asks you to sign in again.",
        "is not sent yet, the oldest from",
        "ACTIVITY_TYPES_NON_BILLABLE names an activity type that Actionstep does not have. Such work would be billed",
    ):
        assert sentence in told
    assert told.index("sign in again") < told.index("not sent.") < told.index("A timer") < told.index("oldest from")
    assert "Harbour" not in told
    both(connected, bell.panel, "bell-panel")


def test_the_keyboard_alone_opens_walks_acts_and_comes_back(room: Room, make_bell: Make) -> None:
    entry(room, 5, matter=None)
    bell = make_bell(room)
    counts(room, bell, 2)
    bell.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyClick(bell, key)
        room.until(bell.panel.isVisible)
        QTest.keyClick(bell.panel, Qt.Key.Key_Escape)
        room.until(lambda: not bell.panel.isVisible())
        assert bell.window().focusWidget() is bell
    QTest.keyClick(bell, Qt.Key.Key_Return)
    walked = []
    for _ in range(4):
        held = bell.panel.focusWidget()
        assert isinstance(held, QPushButton)
        walked.append(held.text())
        QTest.keyClick(held, Qt.Key.Key_Down)
    assert walked == ["Connect to Actionstep", "Not today", "Show the day", "Not today"]
    QTest.keyClick(bell.panel.focusWidget(), Qt.Key.Key_Up)
    QTest.keyClick(bell.panel.focusWidget(), Qt.Key.Key_Up)
    days: list[date] = []
    bell.day_asked.connect(days.append)
    QTest.keyClick(bell.panel.focusWidget(), Qt.Key.Key_Space)
    assert days == [today(room) - timedelta(days=5)]
    assert not bell.panel.isVisible()


def test_each_button_asks_for_its_own_thing(connected: Room, make_bell: Make) -> None:
    entry(connected, 1, state=EntryState.REFUSED)
    for ago in (5, 6):
        entry(connected, ago)
    start_timer(connected, 9)
    trouble(connected, Unavailable("net.server_error", status=500))
    bell = make_bell(connected)
    asked: list[object] = []
    bell.refused_asked.connect(lambda day: asked.append(("refused", day)))
    bell.radar_asked.connect(lambda: asked.append("radar"))
    bell.timer_stop_asked.connect(lambda: asked.append("timer"))
    bell.sync_asked.connect(lambda: asked.append("sync"))
    counts(connected, bell, 4)
    for text in ("Show it", "Show the days", "Stop the timer", "Try again"):
        bell.click()
        press(bell, text)
    assert asked == [("refused", today(connected) - timedelta(days=1)), "radar", "timer", "sync"]


def test_not_today_takes_a_notice_away_and_the_keyboard_stays(room: Room, make_bell: Make) -> None:
    entry(room, 5, matter=None)
    bell = make_bell(room)
    counts(room, bell, 2)
    bell.click()
    press(bell, "Not today")
    room.until(lambda: len(bell._board.notices) == 1)
    assert "Connect to Actionstep" not in said(bell.panel)
    assert bell.panel.isVisible()
    assert isinstance(bell.panel.focusWidget(), QPushButton)
    press(bell, "Not today")
    room.until(lambda: "Nothing needs you." in said(bell.panel))
    assert bell.accessibleName() == "Notifications, none"


def test_it_hears_of_what_happens(connected: Room, make_bell: Make) -> None:
    bell = make_bell(connected)
    counts(connected, bell, 0)
    connected.office.sandbox.inject("500:*")
    connected.actionstep.sync()
    connected.until(lambda: bell.accessibleName() == "Notifications, 1")


def test_from_right_to_left_the_badge_changes_sides(connected: Room, make_bell: Make) -> None:
    entry(connected, 5)
    bell = make_bell(connected)
    counts(connected, bell, 1)
    bell.window().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    bell.click()
    both(connected, bell.window(), "bell-rtl")
    both(connected, bell.panel, "bell-panel-rtl")

"""The list of what is not sent, and the way from it to each day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from tests.shell.conftest import Room
from tests.shell.test_recognising import said
from tests.shell.waiting import both, entry, match, record, today
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.shell.views.radar_page import RadarWindow


@pytest.fixture
def radar(connected: Room) -> Iterator[RadarWindow]:
    """Return the window, not shown yet."""
    made = RadarWindow(connected.desk, connected.tasks, connected.discretion, connected.window)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def leave_work(room: Room) -> None:
    """Leave work of four days lying."""
    entry(room, 12, minutes=48, state=EntryState.REFUSED)
    record(room, 8, 9, 95)
    record(room, 8, 11, 50, "Inbox – Outlook")
    entry(room, 8, matter=10990, minutes=20)
    entry(room, 8, matter=10990, minutes=25)
    record(room, 2, 10, 40, "Weekly list – Excel")
    record(room, 1, 14, 75)
    match(room)


def show(room: Room, window: RadarWindow) -> None:
    window.show()
    room.until(lambda: "Reading…" not in said(window))


def cells(window: RadarWindow) -> list[list[str]]:
    model = window.page._model
    return [
        [model.data(model.index(line, at)) for at in range(model.columnCount())] for line in range(model.rowCount())
    ]


def test_where_everything_is_sent_it_says_so(connected: Room, radar: RadarWindow) -> None:
    show(connected, radar)
    assert "Everything of the last 90 days is sent." in said(radar)
    both(connected, radar, "radar-empty")


def test_it_lists_what_waits_oldest_first_with_what_is_left_to_do(connected: Room, radar: RadarWindow) -> None:
    leave_work(connected)
    show(connected, radar)
    QAbstractItemModelTester(radar.page._model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert [line[1:] for line in cells(radar)] == [
        ["10482 Harbour Holdings v Quay Pty Ltd", "–", "48 min", "one not sent"],
        ["10482 Harbour Holdings v Quay Pty Ltd", "1 h 35", "–", "draft it"],
        ["10990 Marlow Estate", "–", "45 min", "2 drafts to send"],
        ["No matter", "50 min", "–", "choose a matter"],
        ["No matter", "40 min", "–", "choose a matter"],
        ["10482 Harbour Holdings v Quay Pty Ltd", "1 h 15", "–", "draft it"],
    ]
    days = [line[0] for line in cells(radar)]
    assert days[2] == days[3] == ""  # named once
    model = radar.page._model
    assert model.data(model.index(3, 0), Qt.ItemDataRole.AccessibleTextRole) == days[1]
    assert "5 h 53 of work from 4 days is not sent, the oldest first. 1 h 30 of it has no matter yet." in said(radar)
    both(connected, radar, "radar")


def test_enter_and_the_button_open_the_day(connected: Room, radar: RadarWindow) -> None:
    leave_work(connected)
    show(connected, radar)
    days: list[date] = []
    radar.day_asked.connect(days.append)
    table = radar.page._table
    assert radar.focusWidget() is table
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert not radar.isVisible()
    show(connected, radar)
    radar.page._day.click()
    assert days == [today(connected) - timedelta(days=8)] * 2


def test_rows_are_copied_with_their_headings(
    connected: Room, radar: RadarWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    monkeypatch.setattr("PySide6.QtGui.QClipboard.setText", lambda _self, text: copied.append(text))
    leave_work(connected)
    show(connected, radar)
    QTest.keyClick(radar.page._table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    head, line = copied[0].splitlines()
    assert head.split("\t") == ["Day", "Matter", "Not drafted", "In entries", "What is left"]
    assert line.split("\t")[1:] == ["10482 Harbour Holdings v Quay Pty Ltd", "–", "48 min", "one not sent"]


def test_hidden_names_are_hidden_here_too(connected: Room, radar: RadarWindow) -> None:
    leave_work(connected)
    show(connected, radar)
    connected.discretion.ask(True)
    assert "Names are hidden" in said(radar)
    assert not radar.page._table.isVisible()
    connected.discretion.ask(False)
    assert radar.page._table.isVisible()


def test_a_header_cell_says_its_name(radar: RadarWindow) -> None:
    model = radar.page._model
    told = [model.headerData(at, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole) for at in range(5)]
    assert all(told)
    assert model.rowCount(QModelIndex()) == 0

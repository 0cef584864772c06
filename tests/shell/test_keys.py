"""Keys act on what can be seen, and on nothing behind it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.shell.conftest import Room
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.services.timeline import RowState

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
DEED = "Deed of settlement – HAR-2024-017 v3.docx – Word"


def press(room: Room, key: Qt.Key, held: Qt.KeyboardModifier = CONTROL) -> None:
    QTest.keyClick(room.window.focusWidget() or room.window, key, held)


def test_a_day_is_not_sent_or_grouped_from_the_page_of_the_week(connected: Room) -> None:
    connected.work("Word", DEED, 24)
    connected.leave()
    connected.row(DEED)
    press(connected, Qt.Key.Key_G)
    connected.until(lambda: [each.state for each in connected.office.entries()] == [EntryState.DRAFT])
    connected.until(lambda: connected.window._page._model.day.entries)
    press(connected, Qt.Key.Key_W)
    assert connected.window._week_page.isVisible()
    assert [each.text() for each in connected.window._head.menu.actions() if not each.isEnabled()] == ["Undo", "Redo"]
    press(connected, Qt.Key.Key_Return, CONTROL | SHIFT)
    press(connected, Qt.Key.Key_Z)
    through: list[None] = []
    connected.tasks.run(lambda: None, through.append, lambda _error: None)
    connected.until(lambda: through)  # whatever was begun by these keys is done by now
    assert [each.state for each in connected.office.entries()] == [EntryState.DRAFT], "neither sent nor taken back"
    press(connected, Qt.Key.Key_W)
    assert connected.window._page.isVisible()
    press(connected, Qt.Key.Key_Return, CONTROL | SHIFT)
    connected.until(lambda: connected.sent() == 1)


def test_the_first_run_has_escape_and_enter_for_itself(make_room: Callable[..., Room]) -> None:
    room = make_room()
    for keys in (Qt.Key.Key_N, Qt.Key.Key_G, Qt.Key.Key_W):
        press(room, keys)
    assert not room.window._stage.shows_day
    press(room, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    press(room, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    room.until(lambda: room.recording.running)
    press(room, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    room.until(lambda: room.window._stage.shows_day)


def test_whoever_leaves_a_form_is_back_in_the_list(evening: Room) -> None:
    page = evening.window._page
    press(evening, Qt.Key.Key_N)
    held = evening.window.focusWidget()
    assert held is not None
    assert page._side.add.isAncestorOf(held)
    QTest.mouseClick(page._side.add._cancel, Qt.MouseButton.LeftButton)
    assert page._list.hasFocus()
    page._select([next(each for each in evening.rows() if each.state is RowState.OPEN).row.id])
    evening.until(lambda: page.entry.subject is not None)
    page.desks._ask_split()
    page._side.split._cancel.setFocus()
    QTest.keyClick(page._side.split._cancel, Qt.Key.Key_Space)
    assert page._list.hasFocus()


def test_searching_from_the_week_shows_the_day_it_is_listed_in(connected: Room) -> None:
    press(connected, Qt.Key.Key_W)
    press(connected, Qt.Key.Key_F)
    assert connected.window._page.isVisible()
    assert connected.window._page.search.hasFocus()

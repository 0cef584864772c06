"""The hands and eyes of the tests that review a day: what can be pressed, clicked and read in the real window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QListWidget, QPlainTextEdit, QWidget

from tests.shell.conftest import Room
from wisestep_desktop.core.entries import Entry
from wisestep_desktop.services.timeline import Day, DayRow, RowState
from wisestep_desktop.shell.views.entry_panel import EntryPanel

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
DEED = "Deed of settlement HAR-2024-017 v3.docx - Word"
ESTATE = "EST-2025-004 Deed of family arrangement.docx - Word"
CLAIM = "SMI-2025-031 Statement of claim.docx - Word"
INBOX = "Inbox - Outlook"
T = TypeVar("T")


def day_of(room: Room) -> Day:
    day = room.window._page._model.day
    assert day is not None
    return day


def fingerprint(room: Room) -> object:
    """Return what a day is made of, as far as a person can see."""
    day = day_of(room)
    rows = [(each.row.id, each.state, each.matter, each.row.worked, each.row.entry) for each in day.rows]
    return rows, [(each.id, each.state, each.draft) for each in day.entries], day.stated, day.gaps


def items(room: Room, kind: type[T]) -> list[T]:
    model = room.window._page._model
    found = (model.item(model.index(number)) for number in range(model.rowCount()))
    return [each for each in found if isinstance(each, kind)]


def index_of(room: Room, wanted: object) -> QModelIndex:
    model = room.window._page._model
    return next(model.index(n) for n in range(model.rowCount()) if model.item(model.index(n)) == wanted)


def named(room: Room, title: str, *states: RowState) -> list[DayRow]:
    return [r for r in day_of(room).rows if r.window.title == title and (not states or r.state in states)]


def choose(room: Room, *rows: DayRow) -> None:
    """Select rows and put the keyboard on the list."""
    room.window._page.focus_list()
    room.window._page._select([each.row.id for each in rows])
    assert {each.row.id for each in room.window._page._chosen()} == {each.row.id for each in rows}


def go_to(room: Room, item: object) -> None:
    """Go to a line that is no row."""
    rows = room.window._page._list
    rows.setFocus()
    rows.setCurrentIndex(index_of(room, item))


def press(room: Room, key: Qt.Key | str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(room.window._page._list, key, held)


def anywhere(room: Room, key: Qt.Key, held: Qt.KeyboardModifier = CONTROL) -> None:
    QTest.keyClick(room.window.focusWidget() or room.window, key, held)


def click(room: Room, text: str, inside: QWidget | None = None) -> None:
    """Click a button by what stands on it."""
    place = inside or room.window
    found = [each for each in place.findChildren(QAbstractButton) if each.isVisible() and each.text() == text]
    assert found, f"no button says {text}"
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def said(widget: QWidget) -> str:
    parts = [each for each in widget.findChildren(QWidget) if each.isVisibleTo(widget)]
    texts = [each.text() for each in parts if isinstance(each, QLabel | QAbstractButton | QLineEdit)]
    texts += [each.toPlainText() for each in parts if isinstance(each, QPlainTextEdit)]
    for each in parts:
        if isinstance(each, QListWidget):
            texts += [each.item(number).text() for number in range(each.count())]
    return "\n".join(texts)


def panel(room: Room) -> EntryPanel:
    return room.window._page.entry


def changes(room: Room, act: Callable[[], object]) -> None:
    """Do something that changes the day; take it back and do it again, to the row."""
    before = fingerprint(room)
    act()
    room.until(lambda: fingerprint(room) != before)
    room.until(lambda: not room.window._page._reading)
    after = fingerprint(room)
    room.window._page.focus_list()  # a field takes Ctrl+Z for what is typed in it
    anywhere(room, Qt.Key.Key_Z)
    room.until(lambda: fingerprint(room) == before)
    anywhere(room, Qt.Key.Key_Z, CONTROL | SHIFT)
    room.until(lambda: fingerprint(room) == after)


def grouped(room: Room) -> tuple[Entry, ...]:
    """Make the entries of the day."""
    anywhere(room, Qt.Key.Key_G)
    room.until(lambda: day_of(room).entries)
    return day_of(room).entries


def draft_of(room: Room, *rows: DayRow) -> Entry:
    """Make a draft of rows with a key, and show it."""
    before = {each.id for each in day_of(room).entries}
    choose(room, *rows)
    press(room, "g")
    room.until(lambda: {each.id for each in day_of(room).entries} - before)
    made = next(each for each in day_of(room).entries if each.id not in before)
    show(room, made)
    return made


def show(room: Room, entry: Entry) -> None:
    room.window._page._select_entry(entry.id)
    room.until(lambda: (now := panel(room).subject) is not None and now.entry is not None and now.entry.id == entry.id)
    room.window._page.focus_list()


def entry_now(room: Room, entry: Entry) -> Entry:
    return room.office.entry(entry.id)

"""Every window for those who do not see it, do not use a mouse, or need contrast and room: walked, not sampled."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QMenu,
    QPushButton,
    QScrollArea,
    QWidget,
)

from tests.shell.conftest import Room
from tests.shell.evening import DEED, anywhere, choose, draft_of, entry_now, named, press
from tests.shell.walks import LARGER, LEAST_CONTRAST, LEAST_SIZE, enlarged, faint, ratio, troubles
from wisestep_desktop.core.layers import Source
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.services import preferences
from wisestep_desktop.shell.views.settings.window import SettingsWindow


def day(_room: Room) -> None:
    """Nothing is selected."""


def rows(room: Room) -> None:
    choose(room, *named(room, DEED))
    room.until(room.window._page.entry.isVisible)


def draft(room: Room) -> None:
    draft_of(room, *named(room, DEED))
    room.window._page.entry._details._more.setChecked(True)


def sent(room: Room) -> None:
    made = draft_of(room, *named(room, DEED))
    anywhere(room, Qt.Key.Key_Return)
    room.until(lambda: entry_now(room, made).state is EntryState.SENT)
    room.until(room.window._page.entry._sent.isVisible)


def add_time(room: Room) -> None:
    anywhere(room, Qt.Key.Key_N)


def split_row(room: Room) -> None:
    choose(room, named(room, DEED)[0])
    press(room, "s")


def split_entry(room: Room) -> None:
    draft_of(room, *named(room, DEED))
    press(room, "s")


def week(room: Room) -> None:
    room.window.show_week(week=True)
    page = room.window._week_page
    room.until(lambda: page.isVisible() and any(line.isEnabled() for line in page.findChildren(QPushButton)))


SIDES = (day, rows, draft, sent, add_time, split_row, split_entry, week)
OTHERS = ("report", "radar", "learned", "health", "keys", "crash")
SETTINGS = ("general", "privacy", "matters", "review.require_matter", "health", "about", "all", "search")
BESIDES = ("bell", "calendar", "question", "picker")


@pytest.fixture(params=["light", "dark"])
def look(request: pytest.FixtureRequest, evening: Room) -> Iterator[Room]:
    evening.theme.choose(request.param)
    yield evening
    evening.theme.choose("light")


def open_other(room: Room, name: str) -> QWidget:
    getattr(room.window.others, name)()
    window = room.window.others.window(name)
    assert window is not None
    room.qtbot.waitExposed(window)
    return window


def open_beside(room: Room, name: str) -> QWidget:
    window = room.window
    if name == "bell":
        window._bell.open()
        return window._bell.panel
    if name == "calendar":
        window._head._open_calendar()
        found = window._head._calendar
        assert found is not None
        return found
    if name == "question":
        return window._page.desks.menu.ask_application("Microsoft Word")
    choose(room, named(room, DEED)[0])
    picker = window._page.entry._activity
    picker.setFocus()
    picker.open_list()
    return picker._popup


@pytest.mark.parametrize("state", SIDES, ids=lambda each: each.__name__)
def test_the_main_window(look: Room, state: Callable[[Room], None]) -> None:
    state(look)
    look.until(lambda: not look.window._page._reading)
    assert troubles(look.window) == []


@pytest.mark.parametrize("name", OTHERS)
def test_the_other_windows(look: Room, name: str) -> None:
    window = open_other(look, name)
    try:
        assert troubles(window) == []
    finally:
        window.close()


@pytest.mark.parametrize("name", SETTINGS)
def test_the_settings(look: Room, name: str) -> None:
    look.office.set("privacy.excluded_applications", "Signal, Steam")
    team = {"privacy.excluded_applications": "KeePass", "retention.days": "60", "narrative.template": "list"}
    look.office.store.write(lambda books: preferences.decide(books, Source.TEAM, team)).result()
    window = open_other(look, "settings")
    assert isinstance(window, SettingsWindow)
    try:
        window.open_at(name)
        if name == "search":
            window.search.setText("time")
        look.qtbot.wait(200)  # what a page reads
        assert troubles(window) == []
        area = next((each for each in window.findChildren(QScrollArea, "page") if each.isVisible()), None)
        if area is not None:
            area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
            assert faint(window) == []
    finally:
        window.close()


@pytest.mark.parametrize("name", BESIDES)
def test_what_opens_over_a_window(look: Room, name: str) -> None:
    over = open_beside(look, name)
    try:
        assert troubles(over) == []
    finally:
        over.close()


def test_the_first_run(make_room: Callable[..., Room]) -> None:
    room = make_room()
    room.until(lambda: not room.window._stage.shows_day)
    for _ in range(4):
        assert troubles(room.window._stage) == []
        held = room.window.focusWidget()
        if held is None:
            break
        QTest.keyClick(held, Qt.Key.Key_Return)
        if room.window._stage.shows_day:
            break


def test_the_menu_of_a_row_says_what_it_does(evening: Room) -> None:
    menu: QMenu = evening.window._page.desks.menu.menu(named(evening, DEED)[0])
    menu.popup(QPoint(10, 10))
    access = QAccessible.queryAccessibleInterface(menu)
    assert access.role() is QAccessible.Role.PopupMenu
    assert all(each.isSeparator() or each.text() for each in menu.actions())
    menu.close()
    menu.deleteLater()


def test_the_lines_of_the_day_stand_out(look: Room) -> None:
    """Chips, absences and their answers are painted: each line's words against what is behind them."""
    listed = look.window._page._list
    image = enlarged(listed.viewport())
    model = look.window._page._model
    for number in range(model.rowCount()):
        place = listed.visualRect(model.index(number)).intersected(listed.viewport().rect())
        if place.height() > LEAST_SIZE:
            assert ratio(image, QRect(place.topLeft() * LARGER, place.size() * LARGER)) >= LEAST_CONTRAST

"""Where lines run from right to left, everything stands on its other side."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from tests.shell.conftest import Room
from tests.shell.whole_day import dressed, live_a_day, settle
from wisestep_desktop.core.stated import occupation_of
from wisestep_desktop.services.timeline import DayRow, RowState
from wisestep_desktop.shell.models.day_items import Away
from wisestep_desktop.shell.theme import Theme
from wisestep_desktop.shell.tokens import LIGHT
from wisestep_desktop.shell.views.report_page import ReportWindow
from wisestep_desktop.shell.views.settings.general_page import GeneralPage
from wisestep_desktop.shell.views.settings.window import SettingsWindow


@pytest.fixture
def mirrored(theme: Theme) -> Iterator[None]:
    with dressed(theme, mirrored=True):
        yield


def across(room: Room, widget: QWidget) -> int:
    """Return where the middle of a widget lies in the window."""
    return widget.mapTo(room.window, widget.rect().center()).x()


def inked(image: QImage, columns: range, rows: range, ground: QColor) -> list[int]:
    """Return the columns in which something is drawn."""
    return [x for x in columns if any(image.pixelColor(x, y) != ground for y in rows)]


def test_the_parts_of_the_window_change_sides(mirrored: None, connected: Room) -> None:
    assert mirrored is None
    live_a_day(connected)
    settle()
    window, page = connected.window, connected.window._page
    assert across(connected, page._side) < across(connected, page._list)
    assert across(connected, window._head.menu_button) < across(connected, window._head.title)
    assert across(connected, window._head.forth) < across(connected, window._head.back) + window._head.title.width()
    assert across(connected, window._status._pause) < across(connected, window._status._state)
    assert across(connected, page._tools._add) < across(connected, page._tools._filters.button(0))
    window.grab().save("build/pictures/right-to-left.png")


def test_times_stand_at_the_right_and_durations_at_the_left(mirrored: None, connected: Room) -> None:
    assert mirrored is None
    live_a_day(connected)
    settle()
    rows, model = connected.window._page._list, connected.window._page._model
    numbers = [number for number in range(model.rowCount()) if _is_work(model.item(model.index(number, 0)))]
    index = model.index(numbers[2], 0)
    rows.clearSelection()
    rows.scrollTo(index, rows.ScrollHint.PositionAtCenter)
    settle()
    place = rows.visualRect(index)
    image = rows.viewport().grab().toImage()
    lines = range(place.top() + 4, place.bottom() - 4)
    ground = QColor(LIGHT.ground)
    time = inked(image, range(place.right() - 20 - 56, place.right() - 20), lines, ground)
    duration = inked(image, range(place.left() + 20, place.left() + 20 + 76), lines, ground)
    assert time
    assert max(time) > place.right() - 40  # it begins at the very right
    assert duration
    assert min(duration) < place.left() + 40  # and ends at the very left
    badge = image.pixelColor(QPoint(place.right() - 20 - 56 - 8 - 3, place.center().y()))
    assert badge.hsvSaturation() > 100  # the mark of the application comes after the time


def _is_work(item: object) -> bool:
    return isinstance(item, DayRow) and item.state is not RowState.PRIVATE and occupation_of(item.window) is None


def test_an_answer_is_heard_where_it_is_painted(mirrored: None, connected: Room) -> None:
    assert mirrored is None
    live_a_day(connected)
    settle()
    model, rows = connected.window._page._model, connected.window._page._list
    gap = next(
        model.index(number, 0)
        for number in range(model.rowCount())
        if isinstance(model.item(model.index(number, 0)), Away)
    )
    rows.scrollTo(gap)
    settle()
    place = rows.visualRect(gap)
    assert place.isValid()
    said = rows.viewport().grab().toImage()
    ground = QColor(LIGHT.ground)
    lines = range(place.top() + 4, place.bottom() - 4)
    words = inked(said, range(place.left() + 20, place.right() - 20), lines, ground)
    assert max(words) > place.right() - 40


def test_the_day_runs_from_right_to_left(theme: Theme, make_room: Callable[..., Room]) -> None:
    room = make_room()
    room.begin()
    live_a_day(room)
    settle()
    bar = room.window._page._bar
    usual = bar.grab().toImage()
    with dressed(theme, mirrored=True):
        QApplication.processEvents()
        settle()
        other = bar.grab().toImage()
    one, two = blocks(usual), blocks(other)
    assert far_apart(one, two[::-1]) < 0.05
    assert far_apart(one, two) > 0.2


def blocks(image: QImage) -> list[tuple[float, ...]]:
    """Return the colours of the bar, on average over twenty pixels: its hairlines do not matter."""
    colours = [image.pixelColor(x, 12 + 8).getRgbF()[:3] for x in range(20, image.width() - 20)]
    whole = len(colours) // 20
    parts = (colours[number * len(colours) // whole : (number + 1) * len(colours) // whole] for number in range(whole))
    return [tuple(sum(channel) / len(part) for channel in zip(*part, strict=True)) for part in parts]


def far_apart(one: list[tuple[float, ...]], two: list[tuple[float, ...]]) -> float:
    """Return which part of the blocks has another colour."""
    both = list(zip(one, two, strict=True))
    differ = [max(abs(a - b) for a, b in zip(*pair, strict=True)) > 0.12 for pair in both]
    return sum(differ) / len(differ)


def test_bars_of_a_report_grow_from_where_lines_begin(mirrored: None, connected: Room) -> None:
    assert mirrored is None
    live_a_day(connected)
    report = ReportWindow(connected.recording._desk, connected.tasks, connected.theme, connected.window)
    report.show()
    connected.until(lambda: report.page._account is not None)
    settle()
    table = report.page._table
    names, bars, figures = (table.columnViewportPosition(column) for column in (0, 1, 2))
    assert figures < bars < names
    place = table.visualRect(table.model().index(0, 1))
    image = table.viewport().grab().toImage()
    drawn = inked(image, range(place.left(), place.right()), range(place.center().y(), place.center().y() + 1),
                  QColor(LIGHT.panel))  # fmt: skip
    assert max(drawn) > place.right() - 14
    assert min(drawn) > place.left() + 20


def test_the_settings_change_sides(mirrored: None, connected: Room) -> None:
    assert mirrored is None
    connected.window.others.settings("appearance.theme")
    window = connected.window.others.window("settings")
    assert isinstance(window, SettingsWindow)
    connected.until(lambda: window.isVisible() and window.pages[0].values.standing("appearance.theme"))  # type: ignore[attr-defined]
    settle()
    page = window.pages[0]
    assert isinstance(page, GeneralPage)
    middle = {each: each.mapTo(window, each.rect().center()).x() for each in (window.list, page, window.search)}
    assert middle[window.search] < middle[page] < middle[window.list]
    switch = page.start.switch
    image = switch.grab().toImage()
    drawn = inked(image, range(image.width()), range(image.height() // 2, image.height() // 2 + 1), QColor(LIGHT.panel))
    assert max(drawn) > image.width() - 8  # the switch stands at the right, its word at the left of it
    window.close()

"""Every window of the program over a full day: for pictures, and for walks through all that is shown."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from tests import eight_hours
from tests.shell.conftest import Room
from wisestep_desktop.core.instants import local_date
from wisestep_desktop.services.timeline import RowState
from wisestep_desktop.shell.views.health_page import HealthWindow
from wisestep_desktop.shell.views.learned_page import LearnedWindow
from wisestep_desktop.shell.views.report_page import ReportWindow
from wisestep_desktop.shell.views.shortcuts import ShortcutSheet

USUAL = QSize(1240, 800)


def live_a_day(room: Room) -> None:
    """Live a full day, and look at it in the evening."""
    office, zone = room.office, room.office.clock.zone()
    day = local_date(office.clock.read().wall, zone)
    office.store.write(lambda books: eight_hours.live(books, office.recogniser, day, zone)).result()
    wait = eight_hours.evening(day, zone) - office.clock.read().wall
    office.clock.advance(wait)
    office.sandbox.advance(wait / 1_000)
    room.window.resize(USUAL)
    room.window.refresh()
    room.until(lambda: len(room.rows()) > 40)


def views(room: Room) -> Iterator[tuple[str, QWidget]]:
    """Show one view after the other."""
    window, page = room.window, room.window._page
    yield "day", window
    tagged = [each.row.id for each in room.rows() if each.state is RowState.OPEN and each.matter is not None]
    longest = max((each for each in room.rows() if each.row.id in tagged), key=lambda each: each.row.worked)
    page._select([longest.row.id])
    room.until(lambda: page._panel.subject is not None)
    yield "entry", window
    page._panel._split.click()
    yield "split", window
    page.add_time()
    yield "add", window
    page._side.close_form()
    report = ReportWindow(room.recording._desk, room.tasks, room.theme, window, room.discretion)
    report.show()
    room.until(lambda: report.page._account is not None)
    yield "report", report
    report.close()
    for name, show, kind in (
        ("learned", window.show_learned, LearnedWindow),
        ("health", window.show_health, HealthWindow),
        ("keys", window.show_keys, ShortcutSheet),
    ):
        show()
        opened = window.findChild(kind)
        assert opened is not None
        room.until(opened.isVisible)
        yield name, opened
        opened.close()


def settle(_widget: QWidget) -> None:
    """Let every layout have its say."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QApplication.processEvents()


def shown(root: QWidget) -> Iterator[QWidget]:
    """Return every widget that can be seen in a window, menus apart."""
    for each in (root, *root.findChildren(QWidget)):
        if each.isVisible() and (each is root or each.window() is root):
            yield each


def texts_of(root: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Return every text that a window shows or tells a screen reader, with who shows it."""
    yield root, root.windowTitle()
    for each in shown(root):
        match each:
            case QLabel() | QAbstractButton():
                yield each, each.text()
            case QTabBar():
                yield from ((each, each.tabText(number)) for number in range(each.count()))
                yield from ((each, each.tabToolTip(number)) for number in range(each.count()))
            case QComboBox():
                yield from ((each, each.itemText(number)) for number in range(each.count()))
            case QLineEdit() | QPlainTextEdit():
                yield each, each.placeholderText()
            case _:
                pass
        yield each, each.toolTip()
        yield each, each.accessibleName()
        yield each, each.accessibleDescription()
    for menu in root.findChildren(QMenu):
        for action in menu.actions():
            yield menu, action.text()


def cut(root: QWidget) -> list[str]:
    """Return what has less room than its text needs, with how much it has and wants."""
    return [
        f"{type(each).__name__} “{text[:40]}”: {each.width()}×{each.height()}, not {wants.width()}×{wants.height()}"
        for each in shown(root)
        for text, wants in [_wants(each)]
        if text and (wants.width() > each.width() + 1 or wants.height() > each.height() + 1)
    ] + [f"the window itself is {root.width()}×{root.height()}"] * (
        root.width() > USUAL.width() or root.height() > USUAL.height()
    )


def _wants(widget: QWidget) -> tuple[str, QSize]:
    """Return a text and the room it needs; nothing for what is cut on purpose, with the whole in a tool tip."""
    nothing = ("", QSize())
    if widget.minimumWidth() == 1:
        return nothing
    match widget:
        case QLabel() if not widget.pixmap().isNull():
            return nothing
        case QLabel() if widget.wordWrap():
            return widget.text(), QSize(0, widget.heightForWidth(widget.width()))
        case QLabel() | QAbstractButton():
            return widget.text(), widget.sizeHint()
        case QComboBox():
            width = QFontMetrics(widget.font()).horizontalAdvance(widget.currentText())
            return widget.currentText(), QSize(width + 28, 0)
        case QTabBar():
            widths = sum(widget.tabRect(number).width() for number in range(widget.count()))
            return widget.tabText(0), QSize(widths, 0)
        case QLineEdit() if not widget.text():
            return widget.placeholderText(), QSize(
                QFontMetrics(widget.font()).horizontalAdvance(widget.placeholderText()) + 16, 0
            )
        case _:
            return nothing

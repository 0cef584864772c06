"""Every window of the program over a full day: for pictures, and for walks through all that is shown."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)

from tests import eight_hours
from tests.services.releasing import allow, later
from tests.shell.conftest import Room
from wisestep_desktop.core.instants import local_date
from wisestep_desktop.core.layers import Source
from wisestep_desktop.services import preferences, updates
from wisestep_desktop.services.timeline import RowState
from wisestep_desktop.shell import formats, habits, words
from wisestep_desktop.shell.theme import Theme
from wisestep_desktop.shell.views.crash_window import CrashWindow
from wisestep_desktop.shell.views.health_page import HealthWindow
from wisestep_desktop.shell.views.learned_page import LearnedWindow
from wisestep_desktop.shell.views.radar_page import RadarWindow
from wisestep_desktop.shell.views.report_page import ReportWindow
from wisestep_desktop.shell.views.settings.window import SettingsWindow
from wisestep_desktop.shell.views.shortcuts import ShortcutSheet

USUAL = QSize(1240, 800)


@contextmanager
def dressed(
    theme: Theme, language: str = "en", percent: int = 100, *, scheme: str = "light", mirrored: bool = False
) -> Iterator[None]:
    """Speak a language in a size and a direction, and go back to what tests are held in."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    words.speak(language)
    locale = habits.locale_for(language, QLocale.c())
    QLocale.setDefault(locale)
    formats.write_as(habits.formats_of(locale, "spoken"))
    theme.enlarge(percent)
    theme.choose(scheme)
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    try:
        yield
    finally:
        application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        theme.choose("light")
        theme.enlarge(100)
        formats.write_as(formats.Formats())
        QLocale.setDefault(QLocale.c())
        words.speak("en")


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
        ("keys", window.others.keys, ShortcutSheet),
        ("radar", window.others.radar, RadarWindow),
        ("crash", window.others.crash, CrashWindow),
    ):
        show()
        opened = window.findChild(kind)
        assert opened is not None
        room.until(opened.isVisible)
        yield name, opened
        settle()
        opened.close()
    yield from settings_pages(room)
    window._head.show_week(week=True)
    room.until(lambda: window._week_page.isVisible() and window._week_page._week is not None)
    yield "week", window
    window._head.show_week(week=False)


def settings_pages(room: Room) -> Iterator[tuple[str, QWidget]]:
    """Show every page of the settings, with something set by everybody, and a search."""
    store = room.office.store
    store.write(lambda books: preferences.change(books, "privacy.excluded_applications", "Signal, Steam")).result()
    team = {"privacy.excluded_applications": "KeePass", "retention.days": "60", "narrative.template": "list"}
    store.write(lambda books: preferences.decide(books, Source.TEAM, team)).result()
    allow(room.office)
    room.office.set("updates.check", "")
    room.office.releases.document = later(7)
    updates.check(room.desk.updates())
    room.window.others.settings()
    opened = room.window.others.window("settings")
    assert isinstance(opened, SettingsWindow)
    room.until(opened.isVisible)
    for page in opened.pages:
        opened.open_at(page.key)
        settle()
        room.qtbot.wait(100)  # what a page reads
        yield f"settings-{page.key}", opened
    opened.pages[1].delete._show()  # type: ignore[attr-defined]
    opened.open_at("review.require_matter")
    yield "settings-rules", opened
    opened.search.setText("a")
    yield "settings-search", opened
    opened.search.setText("no such thing")
    yield "settings-none", opened
    opened.search.clear()
    settle()
    opened.close()


def settle() -> None:
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
    told = []
    for each in shown(root):
        text, wants = _wants(each)
        if isinstance(each, QScrollArea) and each.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            over = each.widget().width() - each.viewport().width()
            told += [f"what scrolls in {type(each.parentWidget()).__name__} is {over} too wide"] * (over > 0)
        if text and (wants.width() > each.width() + 1 or wants.height() > each.height() + 1):
            told.append(f"{type(each).__name__} “{text[:40]}” has {_figures(each.size())}, wants {_figures(wants)}")
    if root.width() > USUAL.width() or root.height() > USUAL.height():
        told.append(f"the window has {_figures(root.size())}")
    return told


def _figures(size: QSize) -> str:
    return f"{size.width()} by {size.height()}"


def _wants(widget: QWidget) -> tuple[str, QSize]:
    """Return a text and the room it needs; nothing for what is cut on purpose.

    A line that may be cut has a least width of 1. What a field asks for is cut by Qt with an ellipsis.
    """
    if widget.minimumWidth() == 1:
        return "", QSize()
    match widget:
        case QLabel() if widget.pixmap().isNull() and widget.wordWrap():
            return widget.text(), QSize(0, widget.heightForWidth(widget.width()))
        case QLabel() | QAbstractButton():
            return widget.text(), widget.sizeHint()
        case QComboBox():
            width = QFontMetrics(widget.font()).horizontalAdvance(widget.currentText())
            return widget.currentText(), QSize(width + 28, 0)
        case QTabBar():
            return widget.tabText(0), QSize(widget.tabRect(widget.count() - 1).right(), 0)
        case _:
            return "", QSize()

"""The head of the window: which day, day or week, and what else the program has to say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QCalendarWidget, QFrame, QMenu, QPushButton, QVBoxLayout, QWidget

from wisestep_desktop.shell import habits
from wisestep_desktop.shell.icons import pixmap
from wisestep_desktop.shell.metrics import margins, scaled
from wisestep_desktop.shell.theme import Theme
from wisestep_desktop.shell.views.day_parts import EARLIEST, long_date
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import button, row
from wisestep_desktop.shell.words import tr

_ICON = 18


class HeadBar(QFrame):
    """Arrows, the date, a calendar to jump, day or week, today; on the other side connection, bell and menu."""

    stepped = Signal(int)
    day_wanted = Signal(object)
    week_wanted = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget, search: QWidget, *right: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setProperty("edge", "bottom")
        self._theme = theme
        self._day = date(2000, 1, 1)
        self._today = self._day
        self._step = 1
        self.back = button("‹", "flat", hint=tr("The day before. Key: Left"))
        self.forth = button("›", "flat", hint=tr("The day after. Key: Right"))
        self.title = QPushButton()
        self.title.setObjectName("heading")
        self.title.setToolTip(tr("Choose a day"))
        self.title.clicked.connect(self._open_calendar)
        self.to_today = button(tr("Today"), "flat", hint=tr("Go to today. Key: Home, outside the list"))
        self._modes = _segments(self, (tr("Day"), tr("Week")))
        self._modes.idToggled.connect(self._mode_chosen)
        self.menu_button = button("", "icon", hint=tr("Menu"))
        self.menu = QMenu(self)
        self.menu_button.clicked.connect(self._open_menu)
        self._calendar: _CalendarPopup | None = None
        modes = QFrame()
        modes.setObjectName("segments")
        modes.setLayout(row(*self._modes.buttons(), space=0))
        search.setMinimumWidth(scaled(96))
        search.setMaximumWidth(scaled(220))
        line = flow(
            self.back, self.title, self.forth, modes, self.to_today, 1, search, *right, self.menu_button, space=8
        )
        line.setContentsMargins(*margins(12, 9, 16, 9))
        self.setLayout(line)
        self.back.clicked.connect(lambda: self.stepped.emit(-self._step))
        self.forth.clicked.connect(lambda: self.stepped.emit(self._step))
        self.to_today.clicked.connect(lambda: self.day_wanted.emit(self._today))
        theme.changed.connect(self._tint)
        self._tint()

    @property
    def week(self) -> bool:
        """Tell whether a week is shown."""
        return self._modes.checkedId() == 1

    def show_week(self, *, week: bool) -> None:
        """Show a week, or a day."""
        self._modes.button(int(week)).setChecked(True)

    def show_day(self, day: date, today: date) -> None:
        """Show which day it is."""
        self._day, self._today = day, today
        if self.week:
            monday = day - timedelta(days=day.weekday())
            self.title.setText(_week_words(monday))
            self.forth.setEnabled(monday + timedelta(days=7) <= today)
        else:
            self.title.setText(long_date(day))
            self.forth.setEnabled(day < today)
        self.title.setAccessibleName(tr("{day}. Choose a day", day=self.title.text()))
        self.to_today.setEnabled(day != today)

    def _mode_chosen(self, number: int, on: bool) -> None:  # noqa: FBT001  a Qt slot
        if on:
            self._step = 7 if number else 1
            self.show_day(self._day, self._today)
            self.week_wanted.emit(bool(number))

    def _open_calendar(self) -> None:
        if self._calendar is None:
            self._calendar = _CalendarPopup(self)
            self._calendar.chosen.connect(self.day_wanted)
        below = self.title.mapToGlobal(QPoint(0, self.title.height() + 4))
        self._calendar.open_at(below, self._day, self._today)

    def _open_menu(self) -> None:
        self.menu.popup(self.menu_button.mapToGlobal(QPoint(0, self.menu_button.height() + 4)))

    def _tint(self) -> None:
        ratio = self.devicePixelRatioF()
        self.menu_button.setIconSize(QSize(scaled(_ICON), scaled(_ICON)))
        self.menu_button.setIcon(QIcon(pixmap("menu", self._theme.tokens.dim, scaled(_ICON), ratio)))


class _CalendarPopup(QFrame):
    """A month to choose a day from; days to come cannot be chosen."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("card")
        self._month = QCalendarWidget(self)
        self._month.setAccessibleName(tr("Choose a day"))
        self._month.setGridVisible(False)
        self._month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._month.setFirstDayOfWeek(QLocale().firstDayOfWeek())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*margins(8, 8, 8, 8))
        layout.addWidget(self._month)
        self._month.activated.connect(self._take)
        self._month.clicked.connect(self._take)

    def open_at(self, at: QPoint, day: date, today: date) -> None:
        """Open with a day marked."""
        self._month.setDateRange(
            QDate(EARLIEST.year, EARLIEST.month, EARLIEST.day), QDate(today.year, today.month, today.day)
        )
        self._month.setSelectedDate(QDate(day.year, day.month, day.day))
        self.move(at)
        self.show()
        self._month.setFocus()

    def _take(self, day: QDate) -> None:
        self.hide()
        self.chosen.emit(date(day.year(), day.month(), day.day()))


def _segments(parent: QWidget, texts: Sequence[str]) -> QButtonGroup:
    """Return buttons of which one is pressed, the first at the beginning."""
    group = QButtonGroup(parent)
    for number, text in enumerate(texts):
        each = button(text, "segment")
        each.setCheckable(True)
        each.setChecked(not number)
        group.addButton(each, number)
    return group


def _week_words(monday: date) -> str:
    sunday = monday + timedelta(days=6)
    first, last = (habits.day_and_month(day, short=True) for day in (monday, sunday))
    return tr("{first} to {last}", first=first, last=last)

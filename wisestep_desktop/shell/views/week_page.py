"""A week at a glance: seven days on one clock, and below them each matter's time by day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHeaderView, QWidget

from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.core.instants import local_date
from wisestep_desktop.services.week import DAYS, Week, monday_of, read_week
from wisestep_desktop.shell import habits
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.discretion import Discretion
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.models.week import WeekModel
from wisestep_desktop.shell.sentences import explain
from wisestep_desktop.shell.tasks import Tasks
from wisestep_desktop.shell.theme import Theme
from wisestep_desktop.shell.views.day_parts import long_date
from wisestep_desktop.shell.week_words import summary
from wisestep_desktop.shell.widgets.line_table import LineTable
from wisestep_desktop.shell.widgets.parts import button, column, fill_scrolling, frame, row, words
from wisestep_desktop.shell.widgets.week_bars import WeekBars
from wisestep_desktop.shell.words import tr

_ROWS = 8
"""Rows of matters that are in sight before the table itself scrolls."""


class WeekPage(QWidget):
    """Shows the week around a day. Whoever holds it turns its pages with ``go_to`` and calls ``refresh`` on news.

    Signals: ``day_asked`` carries the ``date`` that a person wants to see; ``turned`` says that another week is shown.
    """

    day_asked = Signal(object)
    turned = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, theme: Theme, discretion: Discretion) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self._theme = theme
        self._discretion = discretion
        self._monday = monday_of(self._today())
        self._asked = 0
        self._week: Week | None = None
        self._make_parts()
        self._lay_out()
        theme.changed.connect(self._repaint)
        discretion.changed.connect(self._show)

    @property
    def monday(self) -> date:
        """Return the first day of the week shown."""
        return self._monday

    def go_to(self, day: date) -> None:
        """Show the week around a day; what lies in the future is the present."""
        monday = monday_of(min(day, self._today()))
        if monday != self._monday:
            self._monday = monday
            self.turned.emit()
        self.refresh()

    def refresh(self) -> None:
        """Read the week again; of several readings only the last that was asked for is shown."""
        self._asked += 1
        asked, monday = self._asked, self._monday
        zone, now = self._desk.clock.zone(), self._desk.clock.read().wall
        self._tasks.run(
            lambda: self._desk.store.read(lambda books: read_week(books, monday, zone, now)),
            lambda week: self._take(asked, week),
            lambda error: self._failed(asked, error),
        )

    def focus_first(self) -> None:
        """Put the keyboard on today, or on the first day of another week."""
        today = (self._today() - self._monday).days
        self._bars.lines[today if 0 <= today < DAYS else 0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _today(self) -> date:
        return local_date(self._desk.clock.read().wall, self._desk.clock.zone())

    def _make_parts(self) -> None:
        self._told = words("", name="dim", wrap=True)
        self._bars = WeekBars(lambda: self._theme.tokens, _short_day)
        self._bars.day_asked.connect(self.day_asked)
        self._model = WeekModel(self, (_heading, long_date))
        self._table = LineTable(tr("Matters by day"))
        self._table.setAccessibleDescription(tr("Ctrl+C copies rows with their headings."))
        self._table.setModel(self._model)
        heading = self._table.horizontalHeader()
        heading.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heading.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        heading.setMinimumSectionSize(scaled(64))
        self._table.copy_asked.connect(self._copy)
        self._hidden = words(tr("Names are hidden while others see this screen."), name="dim", wrap=True)
        self._nothing = words("", name="dim", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._again = button(tr("Try again"))
        self._again.clicked.connect(self.refresh)

    def _lay_out(self) -> None:
        self._days = frame("card", column(self._bars, space=0), margins=(8, 12, 8, 8))
        self._lines = frame("card", column(self._table, space=0), margins=(8, 8, 8, 8))
        self._bare = QWidget()
        self._bare.setLayout(column(self._nothing, row(1, self._again, 1), space=12))
        fill_scrolling(self, column(self._told, self._bare, self._days, self._hidden, self._lines, 1, space=12))
        for part in (self._days, self._lines, self._hidden):
            part.hide()
        self._say(tr("Reading…"))

    def _take(self, asked: int, week: Week) -> None:
        if asked == self._asked:
            self._week = week
            self._show()

    def _show(self) -> None:
        week = self._week
        if week is None:
            return
        self._bars.show_week(week, self._desk.clock.zone())
        self._model.show_week(week)
        self._told.setText(summary(week))
        empty = all(each.is_empty for each in week.days)
        hides = self._discretion.hides
        self._days.show()
        self._told.setVisible(not empty)
        self._hidden.setVisible(hides and not empty)
        self._lines.setVisible(not hides and not empty)
        if empty:
            self._say(tr("Nothing was recorded or written down in this week."))
        else:
            self._bare.hide()
        rows = min(self._model.rowCount(), _ROWS) + 1
        self._table.setFixedHeight(rows * self._table.verticalHeader().defaultSectionSize() + 8)

    def _say(self, text: str, *, again: bool = False) -> None:
        self._nothing.setText(text)
        self._nothing.setObjectName("care" if again else "dim")
        self._nothing.style().polish(self._nothing)
        self._again.setVisible(again)
        self._bare.show()
        self._told.hide()

    def _failed(self, asked: int, error: WiseStepError) -> None:
        if asked == self._asked:
            self._week = None
            for part in (self._days, self._lines, self._hidden):
                part.hide()
            self._say(explain(error), again=True)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._model.copied(self._table.chosen()))

    def _repaint(self) -> None:
        for line in self._bars.findChildren(QWidget):
            line.update()


def _short_day(day: date) -> str:
    return habits.short_day(day)


def _heading(day: date) -> str:
    return QLocale().toString(day, "ddd d")  # type: ignore[call-overload, no-any-return]

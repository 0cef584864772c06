"""The days whose work is not sent, oldest first, and the way to each of them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QHeaderView, QVBoxLayout, QWidget

from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.services.unsent import Radar, look
from wisestep_desktop.shell import texts
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.discretion import Discretion
from wisestep_desktop.shell.metrics import margins
from wisestep_desktop.shell.models.radar import DAY, ENTRIES, MATTER, RECORDED, STATE, RadarModel
from wisestep_desktop.shell.sentences import explain
from wisestep_desktop.shell.tasks import Tasks
from wisestep_desktop.shell.views.day_parts import short_date
from wisestep_desktop.shell.widgets.line_table import LineTable
from wisestep_desktop.shell.widgets.parts import button, column, frame, row, words
from wisestep_desktop.shell.words import tr, trn


class RadarPage(QWidget):
    """Reads the radar whenever it is shown. ``day_asked`` carries the ``date`` that a person wants to see."""

    day_asked = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, discretion: Discretion) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self._discretion = discretion
        self._asked = 0
        self._found: Radar | None = None
        self._make_parts()
        self._lay_out()
        discretion.changed.connect(self._show)

    def refresh(self) -> None:
        """Read again; of several readings only the last that was asked for is shown."""
        self._asked += 1
        asked = self._asked
        desk = self._desk
        self._tasks.run(
            lambda: look(desk.store, desk.clock),
            lambda found: self._take(asked, found),
            lambda error: self._failed(asked, error),
        )

    def _make_parts(self) -> None:
        self._told = words("", name="dim", wrap=True)
        self._model = RadarModel(self, short_date)
        self._table = LineTable(tr("Work that is not sent"))
        self._table.setAccessibleDescription(tr("Enter opens the day. Ctrl+C copies rows with their headings."))
        self._table.setModel(self._model)
        heading = self._table.horizontalHeader()
        for section in (DAY, RECORDED, ENTRIES, STATE):
            heading.setSectionResizeMode(section, QHeaderView.ResizeMode.ResizeToContents)
        heading.setSectionResizeMode(MATTER, QHeaderView.ResizeMode.Stretch)
        self._table.opened.connect(self._open)
        self._table.copy_asked.connect(self._copy)
        self._table.selectionModel().currentRowChanged.connect(self._chose)
        self._day = button(tr("Show the day"), "primary")
        self._day.clicked.connect(lambda: self._open(self._table.currentIndex().row()))
        self._nothing = words("", name="dim", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._again = button(tr("Try again"))
        self._again.clicked.connect(self.refresh)

    def _lay_out(self) -> None:
        self._card = frame("card", column(self._table, space=0), margins=(8, 8, 8, 8))
        self._bare = QWidget()
        self._bare.setLayout(column(1, self._nothing, row(1, self._again, 1), 2, space=12))
        head = row(words(tr("Not sent yet"), pixels=17, strong=True), 1, self._day)
        whole = column(head, self._told, self._card, self._bare, space=12)
        whole.setContentsMargins(*margins(28, 20, 28, 20))
        whole.setStretch(2, 1)
        whole.setStretch(3, 1)
        self.setLayout(whole)
        self._say(tr("Reading…"))

    def _take(self, asked: int, found: Radar) -> None:
        if asked == self._asked:
            self._found = found
            self._show()

    def _show(self) -> None:
        found = self._found
        if found is None:
            return
        if self._discretion.hides:
            self._say(tr("Names are hidden while others see this screen."))
            return
        if not found.lines:
            self._say(tr("Everything of the last 90 days is sent. Nothing waits here."))
            return
        at = self._table.currentIndex().row()
        held = self._model.line(at) if 0 <= at < self._model.rowCount() else None
        self._model.show_radar(found)
        again = 0 if held is None else self._model.row_of(held)
        self._table.choose(again or 0)
        self._told.setText(_summary(found))
        self._bare.hide()
        for part in (self._told, self._card, self._day):
            part.show()
        if self.isVisible() and not self._day.hasFocus():
            self._table.setFocus()

    def _say(self, text: str, *, again: bool = False) -> None:
        """Show a sentence in place of the table."""
        self._nothing.setText(text)
        self._nothing.setObjectName("care" if again else "dim")
        self._nothing.style().polish(self._nothing)
        self._again.setVisible(again)
        for part in (self._told, self._card, self._day):
            part.hide()
        self._bare.show()

    def _failed(self, asked: int, error: WiseStepError) -> None:
        if asked == self._asked:
            self._found = None
            self._say(explain(error), again=True)

    def _chose(self, current: QModelIndex) -> None:
        self._day.setEnabled(current.isValid())

    def _open(self, number: int) -> None:
        if 0 <= number < self._model.rowCount():
            self.day_asked.emit(self._model.line(number).day)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._model.copied(self._table.chosen()))


class RadarWindow(QDialog):
    """The page in a window of its own; never modal."""

    day_asked = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, discretion: Discretion, parent: QWidget) -> None:
        super().__init__(parent)
        self.page = RadarPage(desk, tasks, discretion)
        self.page.day_asked.connect(self._open)
        self.setWindowTitle(tr("WiseStep: not sent yet"))
        self.resize(820, 560)
        self.setMinimumSize(640, 360)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.page)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is so now."""
        super().showEvent(event)
        self.page.refresh()

    def _open(self, day: date) -> None:
        self.hide()
        self.day_asked.emit(day)


def _summary(found: Radar) -> str:
    total = found.total
    if total is None:
        return ""
    days = len({each.day for each in found.lines})
    told = trn(
        "{time} of work from one day is not sent.",
        "{time} of work from {count} days is not sent, the oldest first.",
        days,
        time=texts.spoken(total.millis),
    )
    if total.untagged:
        told += " " + tr("{time} of it has no matter yet.", time=texts.spoken(total.untagged))
    return told

"""The parts of the report's page: four figures with their bars, and the table."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QGridLayout, QHeaderView, QWidget

from wisestep_desktop.core.report import Report
from wisestep_desktop.shell import report_words
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.models.report import BAR, FIRST_FIGURE, NAME, ReportModel
from wisestep_desktop.shell.tokens import ROW, Tokens
from wisestep_desktop.shell.widgets.line_table import LineTable
from wisestep_desktop.shell.widgets.parts import column, words
from wisestep_desktop.shell.widgets.report_bars import ReportDelegate, ThinBar
from wisestep_desktop.shell.words import tr

_FIGURE, _ENTRIES = 84, 72
"""Pixels of a column of figures; they grow with the text."""
_NAMES = 0.62
"""The part of the remaining width that names have."""


class Figure(QWidget):
    """One number that matters, what it is, a bar to compare it by, and a word on it."""

    def __init__(self, name: str, tokens: Callable[[], Tokens], colour: str = "") -> None:
        super().__init__()
        self._name = name
        self._value = words("", pixels=22, strong=True)
        self._told = words("", pixels=12, name="dim", wrap=True)
        self._told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._bar = ThinBar(tokens, colour) if colour else None
        whole = column(words(name, pixels=12, name="dim"), self._value, space=2)
        if self._bar is not None:
            whole.addWidget(self._bar)
        else:
            whole.addSpacing(scaled(14))
        whole.addWidget(self._told)
        whole.addStretch(1)
        self.setLayout(whole)

    def show_figure(self, value: str, told: str, share: tuple[int, int] = (0, 1), goal: int = 0) -> None:
        """Show a number, a word on it, its share of the longest bar, and where on the bar the goal lies."""
        self._value.setText(value)
        self._told.setText(told)
        self.setAccessibleName(f"{self._name}: {value}")
        self.setAccessibleDescription(told)
        if self._bar is not None:
            self._bar.show_share(*share, goal)


class Figures(QWidget):
    """Worked, billed, sent and realised, side by side."""

    def __init__(self, tokens: Callable[[], Tokens]) -> None:
        super().__init__()
        self._worked = Figure(tr("Worked"), tokens, "dim")
        self._billed = Figure(tr("Billed"), tokens, "dim")
        self._sent = Figure(tr("Sent"), tokens, "bar_sent")
        self._realised = Figure(tr("Realised"), tokens)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(scaled(28))
        for number, each in enumerate((self._worked, self._billed, self._sent, self._realised)):
            grid.addWidget(each, 0, number)
            grid.setColumnStretch(number, 1)

    def show_report(self, report: Report) -> None:
        """Show the totals of a report."""
        total, goal = report.total, report.goal
        due = 0 if goal is None else goal.seconds_due or goal.seconds
        most = max(1, total.worked, total.billed, total.delivered, due)
        waiting = tr("{time} recorded, not drafted", time=report_words.time(total.captured)) if total.captured else ""
        self._worked.show_figure(report_words.time(total.worked), waiting, (total.worked, most))
        rounding = report_words.rounding_short(total)
        self._billed.show_figure(report_words.time(total.billed), rounding, (total.billed, most))
        bills = tr("billed as {time}", time=report_words.time(total.billed_sent)) if total.billed_sent else ""
        self._sent.show_figure(report_words.time(total.delivered), bills, (total.delivered, most), due)
        told = tr("of what was worked is billed") if total.realisation is not None else ""
        self._realised.show_figure(report_words.percent(total.realisation), told)


class ReportTable(LineTable):
    """The lines of a report, to be read, chosen and copied."""

    def __init__(self, model: ReportModel, tokens: Callable[[], Tokens]) -> None:
        super().__init__(tr("Report"))
        self._model = model
        self.setModel(model)
        self.setItemDelegate(ReportDelegate(self, tokens))
        self.setMinimumHeight(scaled(5 * ROW))
        self.setAccessibleDescription(tr("Ctrl+C copies the chosen rows, or all of them, with their headings."))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.copy_asked.connect(self.copy_rows)
        self._kept: set[str] = set()
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._choose_again)
        model.modelReset.connect(self._share_room)

    def copy_rows(self) -> None:
        """Put the chosen rows on the clipboard, or all of them where none is chosen."""
        QGuiApplication.clipboard().setText(self._model.copied(self.chosen()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._share_room()

    def _remember(self) -> None:
        self._kept = {str(index.data()) for index in self.selectionModel().selectedRows(NAME)}

    def _choose_again(self) -> None:
        """Choose what was chosen before the lines were read again."""
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for number in range(self._model.rowCount()):
            index = self._model.index(number, NAME)
            if str(index.data()) in self._kept:
                self.selectionModel().select(index, flags)

    def _heading_width(self, column: int) -> int:
        told = self._model.headerData(column, Qt.Orientation.Horizontal)
        return self.fontMetrics().horizontalAdvance(told) + scaled(28)

    def _share_room(self) -> None:
        """Give figures what they need, and the rest to names and bars: names are read, bars only looked at."""
        heading = self.horizontalHeader()
        last = self._model.columnCount() - 1
        widths = {
            column: max(
                scaled(_ENTRIES if column == last else _FIGURE),
                self._heading_width(column),
            )
            for column in range(FIRST_FIGURE, last + 1)
        }
        rest = self.viewport().width() - sum(widths.values())
        widths[NAME] = max(scaled(120), round(rest * _NAMES))
        widths[BAR] = max(scaled(60), rest - widths[NAME])
        for section, width in widths.items():
            heading.resizeSection(section, width)

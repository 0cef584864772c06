"""A plain table of lines, the same wherever one is: walked by row, opened with Enter, copied with its headings."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView

from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.theme import sized
from wisestep_desktop.shell.tokens import ROW


class LineTable(QTableView):
    """A table that is read, walked row by row and copied; Enter or a double click opens a row.

    Args:
        name: what a screen reader calls it.
    """

    opened = Signal(int)
    copy_asked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("lines")
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(max(scaled(ROW), self.fontMetrics().height() + scaled(16)))
        heading = self.horizontalHeader()
        heading.setFont(sized(self.font(), 12))
        heading.setHighlightSections(False)
        heading.setSectionsClickable(False)
        heading.setMinimumSectionSize(scaled(40))
        self.doubleClicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, copy as everywhere."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        else:
            super().keyPressEvent(event)

    def choose(self, row: int) -> None:
        """Choose one row and no other, whichever keys are held and whether or not the table is laid out yet.

        The view's own ``selectRow`` asks the keyboard, and the header which column is the first.
        """
        chosen = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.model().index(row, 0), chosen.ClearAndSelect | chosen.Rows)

    def chosen(self) -> list[int]:
        """Return the chosen rows from top to bottom, or all of them where none is chosen."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return rows or list(range(self.model().rowCount()))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.row())

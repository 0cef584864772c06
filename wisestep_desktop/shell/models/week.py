"""The matters of a week by day, as a table that screen readers and the clipboard can read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from wisestep_desktop.services.week import DAYS, Week
from wisestep_desktop.shell import texts
from wisestep_desktop.shell.learned_words import matter_words
from wisestep_desktop.shell.words import tr

Index = QModelIndex | QPersistentModelIndex
TOTAL = DAYS + 1
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class WeekModel(QAbstractTableModel):
    """A row for each matter, and one for the sums where there is more than one.

    Args:
        parent: owns it.
        named: a day as a heading, and as it is spoken.
    """

    def __init__(self, parent: QObject, named: tuple[Callable[[date], str], Callable[[date], str]]) -> None:
        super().__init__(parent)
        self._named = named
        self._days: tuple[date, ...] = ()
        self._rows: list[tuple[str, tuple[int, ...]]] = []
        self._summed = False

    def show_week(self, week: Week) -> None:
        """Show another week."""
        self.beginResetModel()
        self._days = tuple(each.day for each in week.days)
        self._rows = [
            (tr("No matter") if matter is None else matter_words(matter, week.matters.get(matter)), millis)
            for matter, millis in week.by_matter
        ]
        self._summed = len(self._rows) > 1
        if self._summed:
            self._rows.append((tr("Total"), tuple(each.worked for each in week.days)))
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of lines."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns: matter, seven days, total."""
        return 0 if parent is not None and parent.isValid() else TOTAL + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  as Qt has it
        """Return a cell in one of its roles."""
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._text(index.row(), index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return self._text(index.row(), 0)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if index.column() else _LEFT
            case Qt.ItemDataRole.FontRole if self._summed and index.row() == len(self._rows) - 1:
                font = QFont()
                font.setWeight(QFont.Weight.DemiBold)
                return font
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  as Qt has it
        """Return a heading in one of its roles."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._heading(section, self._named[0])
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return self._heading(section, self._named[1])
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if section else _LEFT
        return None

    def copied(self, rows: Iterable[int]) -> str:
        """Return some rows for the clipboard, with the headings above."""
        lines = [[self._heading(at, self._named[0]) for at in range(TOTAL + 1)]]
        lines += [[self._text(row, at) for at in range(TOTAL + 1)] for row in rows]
        return "\n".join("\t".join(cells) for cells in lines)

    def _heading(self, section: int, named: Callable[[date], str]) -> str:
        if section == 0:
            return tr("Matter")
        if section == TOTAL:
            return tr("Week")
        return named(self._days[section - 1]) if self._days else ""

    def _text(self, row: int, column: int) -> str:
        name, millis = self._rows[row]
        if column == 0:
            return name
        time = sum(millis) if column == TOTAL else millis[column - 1]
        return texts.spoken(time) if time else "–"

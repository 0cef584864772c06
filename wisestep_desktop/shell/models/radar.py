"""What is not sent as a table that screen readers and the clipboard can read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from wisestep_desktop.services.unsent import Radar, UnsentLine
from wisestep_desktop.shell import texts
from wisestep_desktop.shell.learned_words import matter_words
from wisestep_desktop.shell.words import tr, trn

Index = QModelIndex | QPersistentModelIndex
DAY, MATTER, RECORDED, ENTRIES, STATE = range(5)
LINE = Qt.ItemDataRole.UserRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RadarModel(QAbstractTableModel):
    """A row for each line of the radar; a day is named on its first.

    Args:
        parent: owns it.
        named: a day as people here write it.
    """

    def __init__(self, parent: QObject, named: Callable[[date], str]) -> None:
        super().__init__(parent)
        self._named = named
        self._radar = Radar()

    def show_radar(self, found: Radar) -> None:
        """Show another radar."""
        self.beginResetModel()
        self._radar = found
        self.endResetModel()

    def line(self, row: int) -> UnsentLine:
        """Return what a row is about."""
        return self._radar.lines[row]

    def row_of(self, line: UnsentLine) -> int | None:
        """Return the row of the same day and matter."""
        keys = [(each.day, each.matter) for each in self._radar.lines]
        return keys.index((line.day, line.matter)) if (line.day, line.matter) in keys else None

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of lines."""
        return 0 if parent is not None and parent.isValid() else len(self._radar.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else STATE + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  as Qt has it
        """Return a cell in one of its roles."""
        if not index.isValid():
            return None
        line = self.line(index.row())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                repeated = index.row() > 0 and self.line(index.row() - 1).day == line.day
                return "" if index.column() == DAY and repeated else self._text(line, index.column())
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return self._text(line, index.column())
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if index.column() in (RECORDED, ENTRIES) else _LEFT
            case _:
                return line if role == LINE else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  as Qt has it
        """Return a heading in one of its roles."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return headings()[section]
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if section in (RECORDED, ENTRIES) else _LEFT
        return None

    def copied(self, rows: Iterable[int]) -> str:
        """Return some rows for the clipboard, with the headings above."""
        lines = [headings(), *(tuple(self._text(self.line(row), at) for at in range(STATE + 1)) for row in rows)]
        return "\n".join("\t".join(cells) for cells in lines)

    def _text(self, line: UnsentLine, column: int) -> str:
        recorded = line.tagged + line.untagged
        match column:
            case 0:
                return self._named(line.day)
            case 1:
                known = self._radar.matters
                return tr("No matter") if line.matter is None else matter_words(line.matter, known.get(line.matter))
            case 2:
                return texts.spoken(recorded) if recorded else "–"
            case 3:
                return texts.spoken(line.drafted) if line.entries else "–"
            case _:
                return state_words(line)


def headings() -> tuple[str, ...]:
    """Return what the columns are called."""
    return tr("Day"), tr("Matter"), tr("Not drafted"), tr("In entries"), tr("What is left")


def state_words(line: UnsentLine) -> str:
    """Return what a line waits for."""
    parts = []
    if line.refused:
        parts.append(trn("one not sent", "{count} not sent", line.refused))
    if line.uncertain:
        parts.append(trn("one in doubt", "{count} in doubt", line.uncertain))
    if line.drafts:
        parts.append(trn("one draft to send", "{count} drafts to send", line.drafts))
    if line.tagged:
        parts.append(tr("draft it"))
    if line.untagged:
        parts.append(tr("choose a matter"))
    return ", ".join(parts)

"""A report as a table that screen readers, the clipboard and the painter of bars can read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from wisestep_desktop.core.report import By, Key, Report, Sums
from wisestep_desktop.shell import report_words
from wisestep_desktop.shell.words import tr

Index = QModelIndex | QPersistentModelIndex
NAME, BAR, FIRST_FIGURE = 0, 1, 2
SHARES = Qt.ItemDataRole.UserRole
"""The shares a bar is painted of, and what they are shares of."""
IS_TOTAL = Qt.ItemDataRole.UserRole + 1
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Shares:
    """Seconds of one line: in sent entries, in drafts, in no entry yet; ``of`` is the longest line's whole."""

    sent: int
    drafted: int
    captured: int
    of: int


class ReportModel(QAbstractTableModel):
    """One row for each line, and one for the total where there is more than one line."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[tuple[str, Sums]] = []
        self._by = By.MATTER
        self._total = False
        self._most = 1

    def show_report(self, report: Report, name: Callable[[Key], str]) -> None:
        """Show another report."""
        self.beginResetModel()
        self._by = report.by
        self._rows = [(name(line.key), line.sums) for line in report.lines]
        self._most = max([1, *(_whole(sums) for _, sums in self._rows)])
        self._total = len(self._rows) > 1
        if self._total:
            self._rows.append((tr("Total"), report.total))
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of lines."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns: name, bar, figures."""
        return 0 if parent is not None and parent.isValid() else len(report_words.headings(self._by)) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  as Qt has it
        """Return a cell in one of its roles."""
        if not index.isValid():
            return None
        name, sums = self._rows[index.row()]
        is_total = self._total and index.row() == len(self._rows) - 1
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(index.column(), name, sums)
            case Qt.ItemDataRole.ToolTipRole:
                return name if index.column() == NAME else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(sums) if index.column() == BAR else self._text(index.column(), name, sums)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _LEFT if index.column() == NAME else _RIGHT
            case Qt.ItemDataRole.FontRole if is_total:
                font = QFont()
                font.setWeight(QFont.Weight.DemiBold)
                return font
            case _ if role == SHARES:
                bar = index.column() == BAR and not is_total
                return Shares(sums.delivered, sums.drafted, sums.captured, self._most) if bar else None
            case _:
                return is_total if role == IS_TOTAL else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  as Qt has it
        """Return a heading in one of its roles."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        texts, hints = report_words.headings(self._by), report_words.heading_hints()
        if section == BAR:
            return tr("Sent, drafts, not drafted") if role == Qt.ItemDataRole.AccessibleTextRole else None
        number = section if section == NAME else section - 1
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return texts[number]
            case Qt.ItemDataRole.ToolTipRole:
                return hints[number] or None
            case Qt.ItemDataRole.TextAlignmentRole:
                return _LEFT if section == NAME else _RIGHT
        return None

    def copied(self, rows: Iterable[int]) -> str:
        """Return some rows for the clipboard, with the headings above."""
        lines = [report_words.headings(self._by)]
        for row in sorted(set(rows)):
            name, sums = self._rows[row]
            lines.append((name, *report_words.cells(sums)))
        return report_words.as_text(lines)

    def _text(self, column: int, name: str, sums: Sums) -> str:
        if column == NAME:
            return name
        return "" if column == BAR else report_words.cells(sums)[column - FIRST_FIGURE]


def _whole(sums: Sums) -> int:
    return sums.worked + sums.captured


def _spoken(sums: Sums) -> str:
    """Return in words what a bar shows."""
    parts = (
        (tr("sent"), sums.delivered),
        (tr("drafts"), sums.drafted),
        (tr("not drafted"), sums.captured),
    )
    return ", ".join(f"{report_words.time(seconds)} {what}" for what, seconds in parts if seconds)

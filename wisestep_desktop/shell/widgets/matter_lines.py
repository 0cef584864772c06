"""Matters as a list to choose from: number and name, and below what tells those apart that are named alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wisestep_desktop.core.matters import Matter, MatterStatus
from wisestep_desktop.shell.theme import sized
from wisestep_desktop.shell.words import tr

AnyIndex = QModelIndex | QPersistentModelIndex
MATTER_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_SIDE, _ABOVE, _BETWEEN = 12, 6, 2


def label(matter: Matter) -> str:
    """Return a matter on one line: number, name, and whether it is closed."""
    closed = tr("  (closed)") if matter.status is MatterStatus.CLOSED else ""
    return f"{matter.id}  {matter.name}{closed}"


def details(matter: Matter) -> str:
    """Return what tells a matter from others of nearly the same name: reference and clients."""
    return "  ·  ".join(part for part in (matter.reference or "", ", ".join(matter.clients)) if part)


class MatterLines(QAbstractListModel):
    """The matters to choose from, or one line that says that nothing fits."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._matters: Sequence[Matter] = ()
        self._nothing = ""

    def show_matters(self, matters: Sequence[Matter], nothing: str = "") -> None:
        """Offer some matters; without any, say ``nothing`` unless that is empty."""
        self.beginResetModel()
        self._matters, self._nothing = matters, "" if matters else nothing
        self.endResetModel()

    def at(self, index: AnyIndex) -> Matter | None:
        """Return the matter of a line; None for the line that says that there is none."""
        return self._matters[index.row()] if index.isValid() and index.row() < len(self._matters) else None

    def first(self) -> Matter | None:
        """Return the matter offered first."""
        return self._matters[0] if self._matters else None

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._matters) or int(bool(self._nothing))

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let matters be chosen, and nothing else."""
        if self.at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the words of a line; with all details for a screen reader."""
        matter = self.at(index)
        if role == MATTER_ROLE:
            return matter
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._nothing if matter is None else label(matter)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._nothing if matter is None else f"{label(matter)}, {details(matter)}"
        return None


class MatterLineDelegate(QStyledItemDelegate):
    """Draws a matter on two lines with the palette in force."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return room for two lines, or for one sentence."""
        small = QFontMetrics(sized(option.font, 12)).height()
        lines = option.fontMetrics.height() + _BETWEEN + small
        return QSize(0, lines + 2 * _ABOVE if _matter(index) is not None else small + 4 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one matter."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        matter, rect = _matter(index), option.rect.adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
        ink = option.palette.color(QPalette.ColorRole.Text)
        dim = QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText)  # the style page pales a widget's own
        if matter is None:
            painter.setFont(sized(option.font, 12))
            painter.setPen(dim)
            painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        else:
            if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
                ground = QColor(option.palette.color(QPalette.ColorRole.Accent))
                ground.setAlpha(34 if option.state & QStyle.StateFlag.State_Selected else 16)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ground)
                painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 1, -2, -1), 6, 6)
            _draw(painter, rect, option.font, matter, (ink, dim))
        painter.restore()


def _draw(painter: QPainter, rect: QRect, font: QFont, matter: Matter, inks: tuple[QColor, QColor]) -> None:
    ink, dim = inks
    top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
    right = rect.right()
    if matter.status is MatterStatus.CLOSED:
        right = _badge(painter, rect, font, tr("closed"), dim)
    strong = sized(font, 13, weight=QFont.Weight.DemiBold)
    painter.setFont(strong)
    painter.setPen(ink)
    painter.drawText(rect, top, str(matter.id))
    left = rect.left() + QFontMetrics(strong).horizontalAdvance(str(matter.id)) + 8
    painter.setFont(font)
    room = right - left
    painter.drawText(rect.adjusted(left - rect.left(), 0, 0, 0), top, _cut(font, matter.name, room))
    small = sized(font, 12)
    painter.setFont(small)
    painter.setPen(dim)
    bottom = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
    painter.drawText(rect, bottom, _cut(small, details(matter) or tr("no reference"), rect.width()))


def _badge(painter: QPainter, rect: QRect, font: QFont, text: str, dim: QColor) -> int:
    """Draw a badge at the right end of the first line; return where the room before it ends."""
    small = sized(font, 11)
    metrics = QFontMetrics(small)
    width = metrics.horizontalAdvance(text) + 14
    shape = QRectF(rect.right() - width + 0.5, rect.top() + 0.5, width - 1, metrics.height() + 1)
    painter.setFont(small)
    painter.setPen(dim)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
    painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, text)
    return rect.right() - width - 8


def _cut(font: QFont, text: str, room: int) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)


def _matter(index: AnyIndex) -> Matter | None:
    found = index.data(MATTER_ROLE)  # through whatever models stand between
    return found if isinstance(found, Matter) else None

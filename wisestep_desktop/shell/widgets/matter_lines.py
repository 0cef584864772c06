"""Matters as a list to choose from: number and name, and below what tells those apart that are named alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wisestep_desktop.core.matters import Matter, MatterStatus
from wisestep_desktop.shell.metrics import scaled
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
        lines, above = option.fontMetrics.height() + _BETWEEN + small, scaled(_ABOVE)
        return QSize(0, lines + 2 * above if _matter(index) is not None else small + 4 * above)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one matter."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, above = scaled(_SIDE), scaled(_ABOVE)
        matter, rect = _matter(index), option.rect.adjusted(side, above, -side, -above)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        ink = option.palette.color(QPalette.ColorRole.Text)
        dim = QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText)  # the style page pales a widget's own
        if matter is None:
            painter.setFont(sized(option.font, 12))
            painter.setPen(dim)
            painter.drawText(rect, _beginning(mirrored=mirrored) | Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        else:
            if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
                ground = QColor(option.palette.color(QPalette.ColorRole.Accent))
                ground.setAlpha(34 if option.state & QStyle.StateFlag.State_Selected else 16)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ground)
                painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 1, -2, -1), 6, 6)
            _draw(_Pen(painter, rect, option.font, ink, dim, mirrored), matter)
        painter.restore()


@dataclass(frozen=True, slots=True)
class _Pen:
    """What a matter is drawn with, and where; ``mirrored`` if lines run from right to left."""

    painter: QPainter
    rect: QRect
    font: QFont
    ink: QColor
    dim: QColor
    mirrored: bool

    def placed(self, left: int, width: int) -> QRect:
        """Return a part of the line: ``left`` counts from where the line begins, whichever side that is."""
        start = self.rect.right() - left - width + 1 if self.mirrored else self.rect.left() + left
        return QRect(start, self.rect.top(), width, self.rect.height())


def _draw(pen: _Pen, matter: Matter) -> None:
    painter, font, begin = pen.painter, pen.font, _beginning(mirrored=pen.mirrored)
    top, bottom = begin | Qt.AlignmentFlag.AlignTop, begin | Qt.AlignmentFlag.AlignBottom
    room = pen.rect.width()
    if matter.status is MatterStatus.CLOSED:
        room -= _badge(pen, tr("closed"))
    strong = sized(font, 13, weight=QFont.Weight.DemiBold)
    painter.setFont(strong)
    painter.setPen(pen.ink)
    painter.drawText(pen.placed(0, pen.rect.width()), top, str(matter.id))
    left = QFontMetrics(strong).horizontalAdvance(str(matter.id)) + scaled(8)
    painter.setFont(font)
    painter.drawText(pen.placed(left, room - left), top, _cut(font, matter.name, room - left))
    small = sized(font, 12)
    painter.setFont(small)
    painter.setPen(pen.dim)
    said = _cut(small, details(matter) or tr("no reference"), pen.rect.width())
    painter.drawText(pen.placed(0, pen.rect.width()), bottom, said)


def _badge(pen: _Pen, text: str) -> int:
    """Draw a badge at the end of the first line; return how much room it took."""
    small = sized(pen.font, 11)
    metrics = QFontMetrics(small)
    width = metrics.horizontalAdvance(text) + scaled(14)
    place = pen.placed(pen.rect.width() - width, width)
    shape = QRectF(place.left() + 0.5, place.top() + 0.5, width - 1, metrics.height() + 1)
    pen.painter.setFont(small)
    pen.painter.setPen(pen.dim)
    pen.painter.setBrush(Qt.BrushStyle.NoBrush)
    pen.painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
    pen.painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, text)
    return width + scaled(8)


def _beginning(*, mirrored: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute


def _cut(font: QFont, text: str, room: int) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)


def _matter(index: AnyIndex) -> Matter | None:
    found = index.data(MATTER_ROLE)  # through whatever models stand between
    return found if isinstance(found, Matter) else None

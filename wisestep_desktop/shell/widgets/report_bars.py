"""Bars of a report: one in each row of the table, one under a figure, and their legend. All told in words elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.models.report import IS_TOTAL, SHARES, Shares
from wisestep_desktop.shell.theme import sized
from wisestep_desktop.shell.tokens import Tokens
from wisestep_desktop.shell.words import tr

Index = QModelIndex | QPersistentModelIndex
_HEIGHT = 12
_THIN = 6


class ReportDelegate(QStyledItemDelegate):
    """Paints cells flat, with a hairline below each row, and the bar of each line."""

    def __init__(self, table: QTableView, tokens: Callable[[], Tokens]) -> None:
        super().__init__(table)
        self._table = table
        self._tokens = tokens

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave out the frame around a single cell: rows are what is chosen."""
        super().initStyleOption(option, index)
        option.state &= ~option.state.State_HasFocus

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        super().paint(painter, option, index)
        t = self._tokens()
        rect = QRectF(option.rect)
        painter.save()
        is_last = index.row() == index.model().rowCount() - 1
        if index.data(IS_TOTAL):
            painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), QColor(t.dim))
        elif not is_last:
            painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), QColor(t.line))
        shares = index.data(SHARES)
        if isinstance(shares, Shares):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            height, before, after = scaled(_HEIGHT), scaled(8), scaled(16)
            room = QRectF(rect.left() + before, rect.center().y() - height / 2, rect.width() - before - after, height)
            if option.direction is Qt.LayoutDirection.RightToLeft:  # bars grow from where lines begin
                painter.translate(rect.left() + rect.right(), 0)
                painter.scale(-1, 1)
            paint_shares(painter, room, shares, t)
        painter.restore()


def paint_shares(painter: QPainter, room: QRectF, shares: Shares, t: Tokens) -> None:
    """Draw what was sent, what is drafted and what is in no entry yet, as long as their share of the longest line."""
    parts = [(shares.sent, t.bar_sent), (shares.drafted, t.bar_draft), (shares.captured, t.bar_tagged)]
    whole = sum(seconds for seconds, _ in parts)
    if not whole:
        return
    width = max(3.0, room.width() * whole / shares.of)
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(room.left(), room.top(), width, room.height()), 3, 3)
    painter.save()
    painter.setClipPath(shape)
    left = room.left()
    for number, (seconds, colour) in enumerate(parts):
        part = QRectF(left, room.top(), width * seconds / whole, room.height())
        painter.fillRect(part, QColor(colour))
        if number == 2 and seconds:  # a pattern too, for whom the colours look alike
            painter.fillRect(part, hatching(t))
        left += part.width()
        if part.width() > 4 and left < room.left() + width - 1:
            painter.fillRect(QRectF(left - 1, room.top(), 1, room.height()), QColor(t.panel))
    painter.restore()


def hatching(t: Tokens) -> QBrush:
    """Return the pattern of what is in no entry yet."""
    colour = QColor(t.panel)
    colour.setAlpha(110)
    return QBrush(colour, Qt.BrushStyle.BDiagPattern)


class ThinBar(QWidget):
    """A thin bar under a figure, with a mark where the goal lies. Says nothing that the figure does not."""

    def __init__(self, tokens: Callable[[], Tokens], colour: str) -> None:
        super().__init__()
        self._tokens = tokens
        self._colour = colour
        self._share, self._goal = 0.0, -1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(scaled(_THIN) + 6)

    def show_share(self, seconds: int, of: int, goal: int = 0) -> None:
        """Show a share of a whole; a goal of 0 has no mark."""
        self._share = min(1.0, seconds / of) if of else 0.0
        self._goal = goal / of if of and goal else -1.0
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        t = self._tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isRightToLeft():
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        thin = scaled(_THIN)
        track = QRectF(0, 3, self.width(), thin)
        painter.setBrush(QColor(t.line))
        painter.drawRoundedRect(track, 3, 3)
        if self._share:
            painter.setBrush(QColor(getattr(t, self._colour)))
            painter.drawRoundedRect(QRectF(0, 3, max(thin, track.width() * self._share), thin), 3, 3)
        if self._goal >= 0:
            painter.setPen(QPen(QColor(t.text), 2))
            x = min(track.width() - 1, track.width() * self._goal)
            painter.drawLine(round(x), 0, round(x), self.height())
        painter.end()


class BarLegend(QWidget):
    """What the colours of the bars mean."""

    def __init__(self, tokens: Callable[[], Tokens]) -> None:
        super().__init__()
        self._tokens = tokens
        self.setAccessibleName(tr("Bars: sent, drafts, not drafted"))
        self.setFixedSize(self.sizeHint())

    def _words(self) -> list[tuple[str, str]]:
        return [(tr("sent"), "bar_sent"), (tr("drafts"), "bar_draft"), (tr("not drafted"), "bar_tagged")]

    def sizeHint(self) -> QSize:
        """Return room for three words and their squares."""
        metrics = QFontMetrics(sized(self.font(), 12))
        return QSize(
            sum(metrics.horizontalAdvance(text) + scaled(16 + 18) for text, _ in self._words()), metrics.height() + 4
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        t = self._tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(sized(self.font(), 12))
        metrics = painter.fontMetrics()
        x, y, size = 0, (self.height() - metrics.height()) / 2, scaled(9)
        for text, colour in self._words():
            width = metrics.horizontalAdvance(text)
            mirrored = self.isRightToLeft()
            left, at = (
                (self.width() - x - size, self.width() - x - scaled(16) - width) if mirrored else (x, x + scaled(16))
            )
            square = QRectF(left, y + (metrics.height() - size) / 2, size, size)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(getattr(t, colour)))
            painter.drawRoundedRect(square, 2, 2)
            if colour == "bar_tagged":
                painter.setBrush(hatching(t))
                painter.drawRoundedRect(square, 2, 2)
            painter.setPen(QColor(t.dim))
            painter.drawText(at, round(y + metrics.ascent()), text)
            x += width + scaled(16 + 18)
        painter.end()

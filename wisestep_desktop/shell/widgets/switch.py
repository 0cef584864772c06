"""A tick box that is painted as a switch: what it does, it does at once."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.theme import Theme

_WIDE, _HIGH, _EDGE = 40, 22, 3


class Switch(QCheckBox):
    """On at the end of the line, off at its beginning, and a word beside it that says so."""

    def __init__(self, theme: Theme, on: str, off: str) -> None:
        super().__init__()
        self._theme = theme
        self._words = on, off
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self._say)
        theme.changed.connect(self.update)
        self._say(on=False)

    def sizeHint(self) -> QSize:
        """Return room for the switch, its ring and the longer word."""
        metrics = self.fontMetrics()
        word = max(metrics.horizontalAdvance(each) for each in self._words)
        high = max(scaled(_HIGH) + 8, metrics.height() + 4, scaled(28))
        return QSize(scaled(_WIDE) + 8 + scaled(10) + word + 4, high)

    def minimumSizeHint(self) -> QSize:
        """Return the same: it is never cut."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere, also beside the small square that Qt has in mind."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the switch, its ring and its word."""
        t = self._theme.tokens
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        wide, high = scaled(_WIDE), scaled(_HIGH)
        left = self.width() - wide - 4 if mirrored else 4
        track = QRectF(left, (self.height() - high) / 2, wide, high)
        on, able = self.isChecked(), self.isEnabled()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(t.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            around = track.adjusted(-3, -3, 3, 3)
            painter.drawRoundedRect(around, around.height() / 2, around.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor((t.accent if on else t.dim) if able else t.faint))
        painter.drawRoundedRect(track, high / 2, high / 2)
        knob, edge = high - 2 * _EDGE, float(_EDGE)
        at_end = on is not mirrored
        start = track.right() - edge - knob if at_end else track.left() + edge
        painter.setBrush(QColor(t.on_accent if on else t.panel))
        painter.drawEllipse(QRectF(start, track.top() + edge, knob, knob))
        painter.setPen(QColor(t.text if able else t.dim))
        beside = self.rect().adjusted(0, 0, -wide - 4 - scaled(10), 0) if mirrored else self.rect()
        beside = beside if mirrored else beside.adjusted(wide + 4 + scaled(10), 0, 0, 0)
        painter.drawText(
            beside,
            Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft),
            self._words[0 if on else 1],
        )
        painter.end()

    def _say(self, on: bool) -> None:  # noqa: FBT001  a Qt slot
        self.setAccessibleDescription(self._words[0 if on else 1])
        self.update()

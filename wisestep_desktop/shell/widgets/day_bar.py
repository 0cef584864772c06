"""The day as one painted bar with a legend that adds up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import tzinfo

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from wisestep_desktop.core.instants import HOUR, hour_marks, to_datetime
from wisestep_desktop.core.spans import Span, merge
from wisestep_desktop.services.day_sum import Kind, Stretch, joined, stretches, sums
from wisestep_desktop.services.timeline import Day
from wisestep_desktop.shell import formats, texts
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.theme import sized
from wisestep_desktop.shell.tokens import Tokens
from wisestep_desktop.shell.widgets.bar_paint import Piece, colour_of, fill_pieces, underline
from wisestep_desktop.shell.words import tr

_HEIGHT = 26
_MARGIN = 20
_NORMAL, _STRONG = QFont.Weight.Normal, QFont.Weight.DemiBold


class DayBar(QWidget):
    """Shows where the day went, at a glance; a click goes to the rows of a stretch."""

    picked = Signal(object)
    """The instant at which the stretch begins that was clicked."""

    def __init__(self, parent: QWidget, tokens: Callable[[], Tokens]) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._stretches: tuple[Stretch, ...] = ()
        self._doubtful: tuple[Span, ...] = ()
        self._zone: tzinfo | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Where the day went"))

    def show_day(self, day: Day, zone: tzinfo) -> None:
        """Show a day."""
        self._stretches, self._zone = joined(stretches(day.rows, day.presence, day.stated)), zone
        self._doubtful = merge(ailment.span for ailment in day.ailments)
        total = sum(each.span.length for each in self._stretches)
        told = " + ".join(f"{spoken} {words}" for spoken, words, _ in self._legend())
        self.setAccessibleDescription(f"{texts.spoken(total)} = {told}" if told else tr("Nothing recorded yet"))
        self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for a legend of more lines where one would be too long."""
        super().resizeEvent(event)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for bar, hours and legend."""
        line = QFontMetrics(sized(self.font(), 11)).height()
        legend = QFontMetrics(sized(self.font(), 12)).height()
        more = (len(self._legend_lines()) - 1) * (legend + scaled(2))
        return QSize(scaled(400), scaled(12 + _HEIGHT + 5) + line + scaled(8) + legend + more + scaled(10))

    def minimumSizeHint(self) -> QSize:
        """Return the same: the bar never gives up its height."""
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the stretch under the mouse."""
        found = self._at(event.position().toPoint().x())
        if event.button() is Qt.MouseButton.LeftButton and found is not None:
            self.picked.emit(found.span.start)

    def event(self, event: QEvent) -> bool:
        """Say what the stretch under the mouse is."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip and self._zone is not None:
            found = self._at(event.pos().x())
            if found is not None:
                start, end = (texts.time_of_day(at, self._zone) for at in (found.span.start, found.span.end))
                said = f"{start}–{end}  {_names()[found.kind]}  {texts.spoken(found.span.length)}"
                QToolTip.showText(event.globalPos(), said, self)
                return True
        return super().event(event)

    def _at(self, x: int) -> Stretch | None:
        if not self._stretches:
            return None
        bar = self._bar()
        whole = self._whole()
        inside = bar.right() - x if self.isRightToLeft() else x - bar.left()
        at = whole.start + inside / max(1.0, bar.width()) * whole.length
        return next((each for each in self._stretches if each.span.start <= at < each.span.end), None)

    def _bar(self) -> QRectF:
        return QRectF(scaled(_MARGIN), scaled(12), self.width() - 2 * scaled(_MARGIN), scaled(_HEIGHT))

    def _whole(self) -> Span:
        return Span(self._stretches[0].span.start, self._stretches[-1].span.end)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw bar, hours and legend."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # words run as they are written
        bar = self._bar()
        shape = QPainterPath()
        shape.addRoundedRect(bar, 8, 8)
        t = self._tokens()
        painter.fillPath(shape, QColor(t.bar_away))
        if self._stretches and self._zone is not None:
            whole = self._whole()
            painter.save()
            painter.setClipPath(shape)
            self._paint_stretches(painter, bar, whole)
            painter.restore()
            self._hours(painter, bar, whole, self._zone)
        self._words(painter, bar)
        painter.end()

    def _paint_stretches(self, painter: QPainter, bar: QRectF, whole: Span) -> None:
        t, long, mirrored = self._tokens(), max(1, whole.length), self.isRightToLeft()

        def share(span: Span) -> tuple[float, float]:
            return (span.start - whole.start) / long, (span.end - whole.start) / long

        pieces = (Piece(*share(each.span), colour_of(each.kind)) for each in self._stretches)
        fill_pieces(painter, bar, pieces, t, mirrored=mirrored)
        for span in self._doubtful:  # what was recorded then is in doubt, whatever became of it
            inside = span.clip(whole)
            if inside is not None:
                underline(painter, bar, share(inside), QColor(t.care), mirrored=mirrored)

    def _hours(self, painter: QPainter, bar: QRectF, whole: Span, zone: tzinfo) -> None:
        small, colour = sized(self.font(), 11), self._tokens().dim
        metrics = QFontMetrics(small)
        ends = [texts.time_of_day(at, zone) for at in (whole.start, whole.end)]
        y = bar.bottom() + scaled(5)
        last = self._write(painter, bar, 0, y, ends[0], small, colour) + scaled(12)
        end = bar.width() - metrics.horizontalAdvance(ends[1])
        if end > last:
            self._write(painter, bar, end, y, ends[1], small, colour)
        for mark in hour_marks(whole, zone) if whole.length < 30 * HOUR else ():
            text = formats.hour(to_datetime(mark, zone))
            x = (mark - whole.start) / max(1, whole.length) * bar.width()
            if x > last and x + metrics.horizontalAdvance(text) + 12 < end:
                last = self._write(painter, bar, x, y, text, small, colour) + scaled(12)

    def _legend(self) -> list[tuple[str, str, Kind]]:
        of, names = sums(self._stretches), _names()
        return [(texts.spoken(of[kind]), names[kind], kind) for kind in Kind if of[kind]]

    def _total(self) -> str:
        if not self._stretches:
            return tr("Nothing recorded yet")
        return texts.spoken(sum(each.span.length for each in self._stretches))

    def _legend_lines(self) -> list[list[tuple[str, str, Kind]]]:
        """Return what adds up, on as many lines as it takes."""
        small, strong = (QFontMetrics(sized(self.font(), 12, weight=weight)) for weight in (_NORMAL, _STRONG))
        lines: list[list[tuple[str, str, Kind]]] = [[]]
        x = strong.horizontalAdvance(self._total()) + scaled(8)
        for spoken, name, kind in self._legend():
            wanted = small.horizontalAdvance(f"+{spoken} {name}") + scaled(10 + 15)
            if x + wanted > self._bar().width() and lines[-1]:
                lines.append([])
                x = 0
            lines[-1].append((spoken, name, kind))
            x += wanted + scaled(10)
        return lines

    def _words(self, painter: QPainter, bar: QRectF) -> None:
        """Write the lines under the bar that add up."""
        t = self._tokens()
        y = bar.bottom() + scaled(5) + QFontMetrics(sized(self.font(), 11)).height() + scaled(8)
        x = self._write(painter, bar, 0, y, self._total(), sized(self.font(), 12, weight=_STRONG), t.text) + scaled(8)
        small, size = sized(self.font(), 12), scaled(9)
        height = QFontMetrics(small).height()
        sign = "="
        for number, line in enumerate(self._legend_lines()):
            x, y = (0, y + height + scaled(2)) if number else (x, y)
            for spoken, name, kind in line:
                x = self._write(painter, bar, x, y, sign, small, t.dim) + scaled(10)
                sign = "+"
                left = bar.right() - x - size if self.isRightToLeft() else bar.left() + x
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(getattr(t, f"bar_{colour_of(kind)}")))
                painter.drawRoundedRect(QRectF(left, y + (height - size) / 2, size, size), 2, 2)
                x = self._write(painter, bar, x + scaled(15), y, f"{spoken} {name}", small, t.dim) + scaled(10)

    def _write(self, painter: QPainter, bar: QRectF, x: float, y: float, text: str, font: QFont, colour: str) -> float:
        """Write a piece of the line; return where it ends, counted from where the bar begins."""
        painter.setFont(font)
        painter.setPen(QColor(colour))
        metrics = QFontMetrics(font)
        width = metrics.horizontalAdvance(text)
        left = bar.right() - x - width if self.isRightToLeft() else bar.left() + x
        painter.drawText(round(left), round(y + metrics.ascent()), text)
        return x + width


def _names() -> dict[Kind, str]:
    return {
        Kind.SENT: tr("sent"),
        Kind.DRAFT: tr("drafts"),
        Kind.TAGGED: tr("tagged"),
        Kind.UNTAGGED: tr("untagged"),
        Kind.PRIVATE: tr("private"),
        Kind.POSSIBLE: tr("possible"),
        Kind.TRASH: tr("in the trash"),
        Kind.BREAK: tr("break"),
        Kind.AWAY: tr("away"),
    }

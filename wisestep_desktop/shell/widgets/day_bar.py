"""The day as one painted bar with a legend that adds up."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import tzinfo

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wisestep_desktop.core.instants import HOUR, hour_marks, to_datetime
from wisestep_desktop.core.presence import Proof
from wisestep_desktop.core.spans import Span, gaps, intersect, subtract
from wisestep_desktop.services.timeline import Day, DayRow, RowState
from wisestep_desktop.shell import texts
from wisestep_desktop.shell.theme import sized
from wisestep_desktop.shell.tokens import Tokens
from wisestep_desktop.shell.widgets.bar_paint import Piece, fill_pieces
from wisestep_desktop.shell.words import tr

_HEIGHT = 26
_ORDER = ("sent", "draft", "tagged", "untagged", "private", "possible", "away")


def kind_of(row: DayRow) -> str:
    """Return which colour of the bar a row has."""
    match row.state:
        case RowState.SENT:
            return "sent"
        case RowState.DRAFT:
            return "draft"
        case RowState.PRIVATE:
            return "private"
        case RowState.TRASH:
            return "away"
        case RowState.OPEN:
            return "untagged" if row.matter is None else "tagged"


def pieces(day: Day) -> list[tuple[Span, str]]:
    """Return every stretch from the day's first to its last recorded instant with its kind; they add up."""
    stretches = [(span, kind_of(row)) for row in day.rows for span in row.row.spans]
    if not stretches:
        return []
    marks = [span for span, _ in stretches] + [stay.span for stay in day.presence]
    whole = Span(min(span.start for span in marks), max(span.end for span in marks))
    empty = gaps([span for span, _ in stretches], whole)
    read = intersect(empty, [stay.span for stay in day.presence if stay.proof is Proof.READING])
    stretches.extend((span, "possible") for span in read)
    stretches.extend((span, "away") for span in subtract(empty, read))
    return sorted(stretches)


class DayBar(QWidget):
    """Shows where the day went, at a glance."""

    def __init__(self, parent: QWidget, tokens: Callable[[], Tokens]) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._pieces: list[tuple[Span, str]] = []
        self._zone: tzinfo | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Where the day went"))

    def show_day(self, day: Day, zone: tzinfo) -> None:
        """Show a day."""
        self._pieces, self._zone = pieces(day), zone
        self.setAccessibleDescription(", ".join(f"{words} {spoken}" for words, spoken, _ in self._legend()))
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for bar, hours and legend."""
        line = QFontMetrics(sized(self.font(), 11)).height()
        return QSize(400, 12 + _HEIGHT + 5 + line + 8 + line + 12)

    def minimumSizeHint(self) -> QSize:
        """Return the same: the bar never gives up its height."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw bar, hours and legend."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(20, 12, self.width() - 40, _HEIGHT)
        shape = QPainterPath()
        shape.addRoundedRect(bar, 8, 8)
        t = self._tokens()
        painter.fillPath(shape, QColor(t.bar_away))
        if self._pieces and self._zone is not None:
            whole = Span(self._pieces[0][0].start, max(span.end for span, _ in self._pieces))
            painter.save()
            painter.setClipPath(shape)
            self._stretches(painter, bar, whole)
            painter.restore()
            self._hours(painter, bar, whole, self._zone)
        self._words(painter, bar)
        painter.end()

    def _stretches(self, painter: QPainter, bar: QRectF, whole: Span) -> None:
        long = max(1, whole.length)
        shares = ((span.start - whole.start, span.end - whole.start, kind) for span, kind in self._pieces)
        fill_pieces(
            painter, bar, (Piece(begun / long, end / long, kind) for begun, end, kind in shares), self._tokens()
        )

    def _hours(self, painter: QPainter, bar: QRectF, whole: Span, zone: tzinfo) -> None:
        painter.setFont(sized(self.font(), 11))
        painter.setPen(QColor(self._tokens().dim))
        metrics = QFontMetrics(painter.font())
        ends = [to_datetime(at, zone).strftime("%H:%M") for at in (whole.start, whole.end)]
        top = bar.bottom() + 5 + metrics.ascent()
        right = bar.right() - metrics.horizontalAdvance(ends[1])
        painter.drawText(round(bar.left()), round(top), ends[0])
        if right > bar.left() + metrics.horizontalAdvance(ends[0]) + 12:
            painter.drawText(round(right), round(top), ends[1])
        last = bar.left() + metrics.horizontalAdvance(ends[0]) + 12
        for mark in hour_marks(whole, zone) if whole.length < 30 * HOUR else ():
            text = str(to_datetime(mark, zone).hour)
            x = bar.left() + (mark - whole.start) / max(1, whole.length) * bar.width()
            if x > last and x + metrics.horizontalAdvance(text) + 12 < right:
                painter.drawText(round(x), round(top), text)
                last = x + metrics.horizontalAdvance(text) + 12

    def _legend(self) -> Iterable[tuple[str, str, str]]:
        sums = dict.fromkeys(_ORDER, 0)
        for span, kind in self._pieces:
            sums[kind] += span.length
        names = {
            "sent": tr("sent"),
            "draft": tr("drafts"),
            "tagged": tr("tagged"),
            "untagged": tr("untagged"),
            "private": tr("private"),
            "possible": tr("possible"),
            "away": tr("away"),
        }
        return [(texts.spoken(sums[kind]), names[kind], kind) for kind in _ORDER if sums[kind]]

    def _words(self, painter: QPainter, bar: QRectF) -> None:
        t = self._tokens()
        small = sized(self.font(), 12)
        line = QFontMetrics(sized(self.font(), 11)).height()
        y = bar.bottom() + 5 + line + 8
        total = sum(span.length for span, _ in self._pieces)
        painter.setFont(sized(self.font(), 12, weight=QFont.Weight.DemiBold))
        painter.setPen(QColor(t.text))
        words = texts.spoken(total) if self._pieces else tr("Nothing recorded yet")
        metrics = QFontMetrics(painter.font())
        painter.drawText(round(bar.left()), round(y + metrics.ascent()), words)
        x = bar.left() + metrics.horizontalAdvance(words) + 8
        painter.setFont(small)
        metrics = QFontMetrics(small)
        for index, (spoken, name, kind) in enumerate(self._legend()):
            painter.setPen(QColor(t.dim))
            if not index:
                painter.drawText(round(x), round(y + metrics.ascent()), "=")
                x += metrics.horizontalAdvance("=") + 14
            square = QRectF(x, y + (metrics.height() - 9) / 2, 9, 9)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(getattr(t, f"bar_{kind}")))
            painter.drawRoundedRect(square, 2, 2)
            painter.setPen(QColor(t.dim))
            text = f"{spoken} {name}"
            painter.drawText(round(x + 16), round(y + metrics.ascent()), text)
            x += 16 + metrics.horizontalAdvance(text) + 18

"""Seven painted days under each other on one clock. Each is a button: read out, walked and pressed like any other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from wisestep_desktop.core.instants import HOUR, local_date, to_datetime
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.services.day_sum import Kind, Stretch
from wisestep_desktop.services.week import Week, WeekDay
from wisestep_desktop.shell import texts
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.theme import sized
from wisestep_desktop.shell.tokens import Tokens
from wisestep_desktop.shell.week_words import kinds, left_to_do, spoken_day
from wisestep_desktop.shell.widgets.bar_paint import Piece, colour_of, fill_pieces
from wisestep_desktop.shell.words import tr

_LEFT, _RIGHT, _GAP = 168, 132, 16
_BAR, _QUARTER = 20, 15 * 60_000
_FIRST, _LAST = 8, 18
"""Hours that are always on the axis, so that weeks look alike."""


@dataclass(frozen=True, slots=True)
class Axis:
    """From which hour of the clock on the wall to which the bars go."""

    first: int
    last: int

    def share(self, hours: float) -> float:
        """Return where a time lies, 0 at the beginning and 1 at the end."""
        return (hours - self.first) / (self.last - self.first)


def axis_of(week: Week, zone: tzinfo) -> Axis:
    """Return the hours that every stretch of a week fits in."""
    ends = [clock for each in week.days for piece in each.stretches for clock in _clocks(piece.span, zone)]
    first = min([_FIRST, *(int(start) for start, _ in ends)])
    last = max([_LAST, *(-int(-end // 1) for _, end in ends)])
    return Axis(first, last)


def pieces_of(stretches: tuple[Stretch, ...], axis: Axis, zone: tzinfo) -> list[Piece]:
    """Return the stretches as the clock on the wall showed them; an hour that comes twice lies over itself."""
    told = [each for each in stretches if each.kind is not Kind.AWAY]
    return [
        Piece(axis.share(start), axis.share(end), colour_of(each.kind))
        for each in told
        for start, end in _clocks(each.span, zone)
    ]


def _clocks(span: Span, zone: tzinfo) -> list[tuple[float, float]]:
    """Return a span as hours of the clock on the wall, cut where the clock is put forward or back."""
    found = []
    start = span.start
    while start < span.end:
        end = _before_a_change(Span(start, span.end), zone)
        begun = _hours(start, zone)
        found.append((begun, begun + (end - start) / HOUR))
        start = end
    return found


def _before_a_change(span: Span, zone: tzinfo) -> Instant:
    """Return how far a span goes without a change of the clock."""
    offset = to_datetime(span.start, zone).utcoffset()
    if to_datetime(Instant(span.end - 1), zone).utcoffset() == offset:
        return span.end
    marks = range(span.start // _QUARTER * _QUARTER + _QUARTER, span.end, _QUARTER)
    return next((Instant(at) for at in marks if to_datetime(Instant(at), zone).utcoffset() != offset), span.end)


def _hours(at: Instant, zone: tzinfo) -> float:
    clock = to_datetime(at, zone)
    late = 24 if local_date(at, zone) < clock.date() else 0  # past midnight of a day that goes on
    return late + clock.hour + clock.minute / 60 + clock.second / 3_600 + clock.microsecond / 3_600_000_000


class DayLine(QAbstractButton):
    """One day: its date, what is left to do, its bar, its total, and how that stands to the goal."""

    def __init__(self, tokens: Callable[[], Tokens], parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._day: WeekDay | None = None
        self._name = ""
        self._today = False
        self._pieces: list[Piece] = []
        self._axis = Axis(_FIRST, _LAST)
        self._most = 1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_day(self, week: Week, number: int, name: str, axis: Axis, zone: tzinfo) -> None:
        """Show one day of a week."""
        day = week.days[number]
        self._day, self._name, self._today = day, name, day.day == week.today
        self._axis, self._pieces = axis, pieces_of(day.stretches, axis, zone)
        self._most = max([1, *(max(each.worked, each.goal) for each in week.days)])
        self.setEnabled(day.day <= week.today)
        self.setAccessibleName(f"{name}, {tr('today')}" if self._today else name)
        self.setAccessibleDescription(spoken_day(day))
        self.setToolTip("" if day.is_empty else spoken_day(day))
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for two lines of words."""
        return QSize(
            scaled(_LEFT) + scaled(_RIGHT) + scaled(320),
            max(scaled(48), QFontMetrics(self.font()).height() * 2 + scaled(14)),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, with a ring while the keyboard is on it."""
        if self._day is None:
            return
        t = self._tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.hover))
            painter.drawRoundedRect(self.rect(), 8, 8)
        if self.hasFocus():
            painter.setPen(QColor(t.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for inset in (0.5, 1.5):
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)
        self._words(painter, t, self._day)
        self._bar(painter, t)
        self._total(painter, t, self._day)
        painter.end()

    def _placed(self, left: int, wide: int) -> QRect:
        """Return a column of the line, on the other side where people read from the right."""
        x = self.width() - left - wide if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else left
        return QRect(x, 0, wide, self.height())

    def _words(self, painter: QPainter, t: Tokens, day: WeekDay) -> None:
        where = self._placed(scaled(12), scaled(_LEFT) - scaled(12))
        told, urgent = left_to_do(day)
        weight = QFont.Weight.DemiBold if self._today else QFont.Weight.Medium
        ink = t.accent if self._today else t.text if self.isEnabled() else t.dim
        self._two_lines(painter, where, (self._name, sized(self.font(), 13, weight=weight), ink), (told, urgent), t)

    def _two_lines(
        self, painter: QPainter, where: QRect, first: tuple[str, QFont, str], second: tuple[str, bool], t: Tokens
    ) -> None:
        text, font, ink = first
        under, urgent = second
        small = sized(self.font(), 12)
        high, low = QFontMetrics(font), QFontMetrics(small)
        top = where.top() + (where.height() - high.height() - (low.height() + 2 if under else 0)) // 2
        side = Qt.AlignmentFlag.AlignRight if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else 0
        painter.setFont(font)
        painter.setPen(QColor(ink))
        lines = QRect(where.left(), top, where.width(), high.height())
        painter.drawText(lines, int(side), high.elidedText(text, Qt.TextElideMode.ElideRight, where.width()))
        painter.setFont(small)
        painter.setPen(QColor(t.care if urgent else t.dim))
        lines = QRect(where.left(), lines.bottom() + 2, where.width(), low.height())
        painter.drawText(lines, int(side), low.elidedText(under, Qt.TextElideMode.ElideRight, where.width()))

    def _bar(self, painter: QPainter, t: Tokens) -> None:
        where = self._placed(
            scaled(_LEFT) + scaled(_GAP), self.width() - scaled(_LEFT) - scaled(_RIGHT) - 2 * scaled(_GAP)
        )
        bar = QRectF(where.left(), (self.height() - scaled(_BAR)) / 2, where.width(), scaled(_BAR))
        shape = QPainterPath()
        shape.addRoundedRect(bar, 6, 6)
        ground = QColor(t.bar_away)
        ground.setAlpha(255 if self.isEnabled() else 110)
        painter.fillPath(shape, ground)
        painter.save()
        painter.setClipPath(shape)
        fill_pieces(painter, bar, self._pieces, t, mirrored=self.layoutDirection() is Qt.LayoutDirection.RightToLeft)
        painter.restore()

    def _total(self, painter: QPainter, t: Tokens, day: WeekDay) -> None:
        where = self._placed(self.width() - scaled(_RIGHT), scaled(_RIGHT) - scaled(12))
        font = sized(self.font(), 13, weight=QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        text = texts.spoken(day.worked) if day.worked else "–"
        beside = tr("of {goal}", goal=texts.spoken(day.goal)) if day.goal else ""
        top = (self.height() - metrics.height() - (8 if day.goal else 0)) // 2
        line = QRect(where.left(), top, where.width(), metrics.height())
        painter.setFont(font)
        painter.setPen(QColor(t.text if self.isEnabled() else t.dim))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft), text)
        painter.setFont(sized(self.font(), 12))
        painter.setPen(QColor(t.dim))
        used = metrics.horizontalAdvance(text) + 6
        rest = line.adjusted(0, 0, -used, 0) if mirrored else line.adjusted(used, 0, 0, 0)
        painter.drawText(rest, int(Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft), beside)
        if day.goal:
            self._target(painter, t, QRectF(where.left(), line.bottom() + 6, where.width(), 4), day)

    def _target(self, painter: QPainter, t: Tokens, bar: QRectF, day: WeekDay) -> None:
        """Draw how far the day is, and a line where its goal lies."""
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.line))
        painter.drawRoundedRect(bar, 2, 2)
        wide = bar.width() * min(1, day.worked / self._most)
        painter.setBrush(QColor(t.good if day.worked >= day.goal else t.accent))
        painter.drawRoundedRect(QRectF(bar.right() - wide if mirrored else bar.left(), bar.top(), wide, 4), 2, 2)
        at = bar.width() * min(1, day.goal / self._most)
        x = bar.right() - at if mirrored else bar.left() + at
        painter.fillRect(QRectF(min(max(x - 1, bar.left()), bar.right() - 2), bar.top() - 3, 2, 10), QColor(t.text))


class AxisLine(QWidget):
    """The hours below the bars."""

    def __init__(self, tokens: Callable[[], Tokens], parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._axis = Axis(_FIRST, _LAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_axis(self, axis: Axis) -> None:
        """Show other hours."""
        self._axis = axis
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for one line."""
        return QSize(320, QFontMetrics(sized(self.font(), 11)).height() + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the hours that have room."""
        painter = QPainter(self)
        painter.setFont(sized(self.font(), 11))
        painter.setPen(QColor(self._tokens().dim))
        metrics = QFontMetrics(painter.font())
        wide = self.width() - scaled(_LEFT) - scaled(_RIGHT) - 2 * scaled(_GAP)
        count = self._axis.last - self._axis.first
        step = next((each for each in (1, 2, 3, 4, 6, 12) if wide * each / count > scaled(40)), 12)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for hour in range(self._axis.first, self._axis.last + 1, step):
            x = scaled(_LEFT) + scaled(_GAP) + wide * self._axis.share(hour)
            x = self.width() - x if mirrored else x
            text = f"{hour % 24:02d}"
            painter.drawText(QPoint(round(x - metrics.horizontalAdvance(text) / 2), metrics.ascent() + 2), text)
        painter.end()


class Legend(QWidget):
    """What the colours and patterns mean."""

    def __init__(self, tokens: Callable[[], Tokens], parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(text for _, text in kinds()))

    def sizeHint(self) -> QSize:
        """Return room for one line."""
        return QSize(320, QFontMetrics(sized(self.font(), 12)).height() + 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a square and a word each."""
        t = self._tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(sized(self.font(), 12))
        painter.setPen(QColor(t.dim))
        metrics = QFontMetrics(painter.font())
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x, top = float(scaled(_LEFT) + scaled(_GAP)), self.height() - metrics.height() - 2
        for kind, text in kinds():
            wide = metrics.horizontalAdvance(text)
            square = self.width() - x - 9 if mirrored else x
            begun = self.width() - x - scaled(15) - wide if mirrored else x + scaled(15)
            where = QRectF(square, top + (metrics.height() - scaled(9)) / 2, scaled(9), scaled(9))
            fill_pieces(painter, where, [Piece(0, 1, colour_of(kind))], t)
            painter.drawText(QPoint(round(begun), top + metrics.ascent()), text)
            x += scaled(15) + wide + scaled(18)
        painter.end()


class WeekBars(QWidget):
    """Seven lines and their hours. Up and down walk them; Enter, Space or a click asks for a day."""

    day_asked = Signal(object)

    def __init__(self, tokens: Callable[[], Tokens], named: Callable[[date], str]) -> None:
        super().__init__()
        self._named = named
        self._monday: date | None = None  # until a week was read
        self.setAccessibleName(tr("The days of the week"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(2)
        self.lines = [DayLine(tokens, self) for _ in range(7)]
        for number, line in enumerate(self.lines):
            line.clicked.connect(lambda _checked=False, number=number: self._ask(number))
            outer.addWidget(line)
        self._axis = AxisLine(tokens, self)
        outer.addWidget(self._axis)
        outer.addWidget(Legend(tokens, self))

    def show_week(self, week: Week, zone: tzinfo) -> None:
        """Show another week."""
        self._monday = week.monday
        axis = axis_of(week, zone)
        self._axis.show_axis(axis)
        for number, line in enumerate(self.lines):
            line.show_day(week, number, self._named(week.days[number].day), axis, zone)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the days, and press the one that has the keyboard."""
        held = next((number for number, line in enumerate(self.lines) if line.hasFocus()), None)
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held is not None and plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.lines[held].click()
        elif held is not None and event.key() in steps:
            there = held + steps[Qt.Key(event.key())]
            if 0 <= there < len(self.lines) and self.lines[there].isEnabled():
                self.lines[there].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _ask(self, number: int) -> None:
        if self._monday is not None:
            self.day_asked.emit(self._monday + timedelta(days=number))

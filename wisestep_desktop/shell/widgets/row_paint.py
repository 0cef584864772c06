"""The parts that lines of the timeline are painted of: times, badges, chips, titles with their evidence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen, QTextLayout, QTextOption

from wisestep_desktop.core.matching import Evidence
from wisestep_desktop.core.matter_keys import Kind
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.core.stated import occupation_of
from wisestep_desktop.services.timeline import DayRow, RowState
from wisestep_desktop.shell import texts
from wisestep_desktop.shell.formats import clock
from wisestep_desktop.shell.icons import pixmap
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.texts import Chip, Tone
from wisestep_desktop.shell.theme import sized
from wisestep_desktop.shell.tokens import Tokens

_TIME = 56
_LATEST = datetime(2000, 1, 1, 22, 58, tzinfo=UTC)
"""The time of day that is widest, in figures of one width."""
_BADGE = 20
_DURATION = 76
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_BADGES = ("#2b579a", "#0f6cbd", "#b30b00", "#4b53bc", "#188038", "#8a4b08", "#7a3e9d", "#00696d")


@dataclass(frozen=True, slots=True)
class Brush:
    """A painter with what every part needs.

    Attributes:
        rect: of the line, without its margins.
        font: of the list.
        times: how wide the column of times is.
        mirrored: whether the line runs from right to left.
    """

    painter: QPainter
    rect: QRect
    font: QFont
    tokens: Tokens
    times: int
    mirrored: bool = False

    @property
    def titles(self) -> int:
        """Return where titles begin, from where a line begins."""
        return self.times + scaled(8) + scaled(_BADGE) + scaled(14)

    def placed(self, left: int, width: int) -> QRect:
        """Return a part of the line: ``left`` counts from where the line begins, whichever side that is."""
        start = self.rect.right() - left - width + 1 if self.mirrored else self.rect.left() + left
        return QRect(start, self.rect.top(), width, self.rect.height())

    def write(self, left: int, width: int, text: str, *, colour: str, pixels: int = 13, at_end: bool = False) -> None:
        """Write a text that is cut where it does not fit; ``at_end`` puts it at the end of its part."""
        self.painter.setFont(sized(self.font, pixels))
        self.painter.setPen(QColor(colour))
        shown = QFontMetrics(self.painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, width)
        align = _RIGHT if at_end != self.mirrored else _LEFT
        self.painter.drawText(self.placed(left, width), align | Qt.AlignmentFlag.AlignAbsolute, shown)

    def width_of(self, text: str, pixels: int = 13) -> int:
        """Return how wide a text is."""
        return QFontMetrics(sized(self.font, pixels)).horizontalAdvance(text)


def times_in(font: QFont) -> int:
    """Return how wide the column of times is in a font; "2:05 PM" is wider than "14:05"."""
    return _times(font.toString(), clock(_LATEST), scaled(_TIME), scaled(14))


@lru_cache(4)
def _times(described: str, latest: str, least: int, around: int) -> int:
    font = QFont()
    font.fromString(described)
    return max(least, around + QFontMetrics(sized(font, 13)).horizontalAdvance(latest))


def durations() -> int:
    """Return how wide the column of durations is."""
    return scaled(_DURATION)


def time(brush: Brush, at: Instant, zone: tzinfo) -> None:
    """Write when a line begins."""
    brush.write(scaled(10), brush.times - scaled(10), texts.time_of_day(at, zone), colour=brush.tokens.dim)


def duration(brush: Brush, text: str, *, colour: str) -> None:
    """Write how long a line lasted, at its end."""
    brush.write(brush.rect.width() - durations() - scaled(10), durations(), text, colour=colour, at_end=True)


def badge(brush: Brush, window: Window, ratio: float) -> None:
    """Draw the mark of an application, or the icon of off-screen work."""
    t, painter = brush.tokens, brush.painter
    place = _badge_place(brush)
    occupation = occupation_of(window)
    painter.setPen(Qt.PenStyle.NoPen)
    if occupation is not None:
        painter.setBrush(QColor(t.accent_soft))
        painter.drawRoundedRect(place, 5, 5)
        _icon(painter, place, occupation, t.accent, ratio)
        return
    name = window.application
    colour = _BADGES[sum(name.casefold().encode()) % len(_BADGES)] if name else t.bar_away
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(place, 5, 5)
    painter.setFont(sized(brush.font, 10, weight=QFont.Weight.Bold))
    painter.setPen(QColor("#ffffff"))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name[:1].upper())


def quiet_badge(brush: Brush, name: str, ratio: float) -> None:
    """Draw the icon of a line that is no work."""
    place = _badge_place(brush)
    brush.painter.setPen(Qt.PenStyle.NoPen)
    brush.painter.setBrush(QColor(brush.tokens.line))
    brush.painter.drawRoundedRect(place, 5, 5)
    _icon(brush.painter, place, name, brush.tokens.dim, ratio)


def _icon(painter: QPainter, place: QRectF, name: str, colour: str, ratio: float) -> None:
    around = scaled(2)
    size = round(place.width()) - 2 * around
    painter.drawPixmap(place.topLeft() + QPointF(around, around), pixmap(name, colour, size, ratio))


def _badge_place(brush: Brush) -> QRectF:
    size = scaled(_BADGE)
    place = brush.placed(brush.times + scaled(8), size)
    return QRectF(place.left(), QRectF(place).center().y() - size / 2, size, size)


def frame(brush: Brush, *, selected: bool, focused: bool) -> None:
    """Draw what shows that a line is selected or has the keyboard."""
    t, painter, rect = brush.tokens, brush.painter, brush.rect
    if selected:
        path = QPainterPath()
        path.addRoundedRect(QRectF(rect).adjusted(0, 1, 0, -1), 8, 8)
        painter.fillPath(path, QColor(t.accent_soft))
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(brush.placed(0, 3), QColor(t.accent))
        painter.restore()
    if focused:
        painter.setPen(QPen(QColor(t.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 8, 8)


def heading(brush: Brush, text: str, told: str) -> None:
    """Draw a heading with a hairline, and what is told of it at the end."""
    t, rect = brush.tokens, brush.rect
    end = brush.width_of(told, 11) + scaled(20) if told else 0
    width = min(brush.width_of(text, 11) + 2, rect.width() - end)
    brush.write(0, width, text, colour=t.dim, pixels=11)
    if told:
        brush.write(rect.width() - end, end - scaled(10), told, colour=t.dim, pixels=11, at_end=True)
    line = brush.placed(width + 12, max(0, rect.width() - width - 12 - end))
    middle = rect.center().y() + 0.5
    brush.painter.setPen(QPen(QColor(t.line), 1))
    brush.painter.drawLine(QPointF(line.left(), middle), QPointF(line.right(), middle))


def warning(brush: Brush, left: int) -> int:
    """Draw a sign to look twice; return how much room it took. Its words are in the tool tip."""
    t, painter = brush.tokens, brush.painter
    size = scaled(16)
    place = brush.placed(left, size)
    sign = QRectF(place.left(), QRectF(place).center().y() - size / 2, size, size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(t.care_soft))
    painter.drawEllipse(sign)
    painter.setPen(QColor(t.care))
    painter.setFont(sized(brush.font, 11, weight=QFont.Weight.Bold))
    painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, "!")
    return size + scaled(8)


def chip(brush: Brush, shown: Chip, *, lifted: bool) -> int:
    """Draw a chip before the duration; return how far from the line's beginning it begins."""
    t, painter = brush.tokens, brush.painter
    ink, ground, dashed = CHIPS[shown.tone](t)
    if lifted:
        ground = t.panel  # a soft chip would drown in the selection
    painter.setFont(sized(brush.font, 12))
    metrics = QFontMetrics(painter.font())
    between = brush.rect.width() - brush.titles - durations()
    widest = max(scaled(90), round(min(brush.rect.width() * 0.4, between * 0.55)))
    text = metrics.elidedText(shown.text, Qt.TextElideMode.ElideRight, widest - scaled(20))
    width = metrics.horizontalAdvance(text) + scaled(20)
    height = max(scaled(22), metrics.height() + 6)
    left = brush.rect.width() - durations() - width
    place = QRectF(brush.placed(left, width))
    shape = QRectF(place.left() + 0.5, round(place.center().y() - height / 2) + 0.5, width - 1, height - 1)
    painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
    pen = QPen(QColor(ink), 1, Qt.PenStyle.DashLine) if dashed else QPen(Qt.PenStyle.NoPen)
    if dashed:
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.drawRoundedRect(shape, height / 2, height / 2)
    painter.setPen(QColor(ink))
    painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, text)
    return left


def title(brush: Brush, left: int, width: int, row: DayRow) -> None:
    """Draw a row's title on one line, cut at the end, with the words that made the match marked."""
    t, painter = brush.tokens, brush.painter
    raw = texts.row_title(row)
    shown = QFontMetrics(brush.font).elidedText(raw, Qt.TextElideMode.ElideRight, width)
    layout = QTextLayout(shown, brush.font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(
        Qt.LayoutDirection.LeftToRight if shown.isascii() else Qt.LayoutDirection.LayoutDirectionAuto
    )
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(100_000)
    layout.endLayout()
    place = QRectF(brush.placed(left, width))
    begin = place.right() - line.naturalTextWidth() if brush.mirrored else place.left()
    top = place.top() + (place.height() - line.height()) / 2
    kept = len(shown) - 1 if shown != raw else len(shown)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(t.mark))
    for find in _marks(row) if raw == row.window.title and row.state is not RowState.TRASH else ():
        start, end = _units(raw, find.start), min(_units(raw, find.end), _units(shown, kept))
        if start < end:
            one, other = sorted((line.cursorToX(start)[0], line.cursorToX(end)[0]))  # type: ignore[index]
            painter.drawRoundedRect(QRectF(begin + one - 2, top - 1, other - one + 4, line.height() + 2), 4, 4)
    painter.setPen(QColor(t.dim if row.state is RowState.TRASH else t.text))
    layout.draw(painter, QPointF(begin, top))


def _marks(row: DayRow) -> tuple[Evidence, ...]:
    """Return the evidence to show: for the matter chosen, else for whatever is suggested."""
    whole = len(row.window.title)
    if row.tagged_by is not None and row.matter is not None:
        shown = [each for each in row.match.candidates if each.matter == row.matter]
    else:
        shown = [*row.match.offered]
    finds = (find for candidate in shown for find in candidate.evidence)
    return tuple(  # marking all of a title that was learned whole would tell nothing
        find for find in finds if find.kind is not Kind.LEARNED or find.end - find.start < whole
    )


def _units(text: str, offset: int) -> int:
    """Return an offset in UTF-16 units, which is how Qt counts."""
    return len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


CHIPS: dict[Tone, Callable[[Tokens], tuple[str, str, bool]]] = {
    Tone.CERTAIN: lambda t: (t.accent, t.accent_soft, False),
    Tone.SUGGESTED: lambda t: (t.care, "", True),
    Tone.CHOOSE: lambda t: (t.care, t.care_soft, False),
    Tone.DRAFT: lambda t: (t.text, t.line, False),
    Tone.SENT: lambda t: (t.good, t.good_soft, False),
    Tone.QUIET: lambda t: (t.dim, t.line, False),
}
"""Ink, ground and whether the edge is dashed."""

"""Paints one line of the timeline: time, application, title with its evidence, matter, duration."""

from __future__ import annotations

from collections.abc import Callable
from datetime import tzinfo

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wisestep_desktop.core.instants import to_datetime
from wisestep_desktop.core.matching import Evidence
from wisestep_desktop.core.matter_keys import Kind
from wisestep_desktop.services.timeline import DayRow, RowState
from wisestep_desktop.shell import texts
from wisestep_desktop.shell.evidence_words import LIKELY
from wisestep_desktop.shell.models.day import Away, DayModel, Heading
from wisestep_desktop.shell.texts import Chip, Tone
from wisestep_desktop.shell.theme import sized
from wisestep_desktop.shell.tokens import ROW, Tokens

_BADGES = ("#2b579a", "#0f6cbd", "#b30b00", "#4b53bc", "#188038", "#8a4b08", "#7a3e9d", "#00696d")
_MARGIN = 20
_TIME = 56
_BADGE = 20
_DURATION = 76


class RowDelegate(QStyledItemDelegate):
    """Draws with the palette in force; all distances grow with the text."""

    def __init__(self, parent: QObject, tokens: Callable[[], Tokens], zone: Callable[[], tzinfo]) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._zone = zone

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a line, which grows with the text size."""
        item = _item(index)
        height = max(ROW, round(option.fontMetrics.height() * 2.1))
        return QSize(0, round(height * 0.75) if isinstance(item, Heading) else height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one line."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        match _item(index):
            case Heading(text=text):
                self._heading(painter, rect, option.font, text)
            case Away(span=span, possible=possible):
                said = texts.absence(possible=possible)
                self._line(painter, rect, option.font, span.start, said, texts.spoken(span.length))
            case DayRow() as row:
                self._row(painter, rect, option, row, index)
            case _:
                pass
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRect, font: QFont, text: str) -> None:
        t = self._tokens()
        painter.setFont(sized(font, 11))
        painter.setPen(QColor(t.dim))
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.setPen(QPen(QColor(t.line), 1))
        middle = rect.center().y() + 0.5
        left = rect.left() + QFontMetrics(painter.font()).horizontalAdvance(text) + 12
        painter.drawLine(QPointF(left, middle), QPointF(rect.right(), middle))

    def _line(self, painter: QPainter, rect: QRect, font: QFont, at: int, text: str, duration: str) -> None:
        """Draw a quiet line: an absence, or private time."""
        t = self._tokens()
        painter.setFont(font)
        painter.setPen(QColor(t.dim))
        self._time(painter, rect, at)
        badge = QRectF(rect.left() + _TIME + 8, QRectF(rect).center().y() - _BADGE / 2, _BADGE, _BADGE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.bar_away))
        painter.drawRoundedRect(badge, 5, 5)
        painter.setPen(QColor(t.dim))
        words = rect.adjusted(_TIME + 8 + _BADGE + 14, 0, -_DURATION, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.drawText(
            rect.adjusted(0, 0, -10, 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, duration
        )

    def _row(
        self,
        painter: QPainter,
        rect: QRect,
        option: QStyleOptionViewItem,
        row: DayRow,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        t = self._tokens()
        self._frame(painter, rect, option)
        if row.state is RowState.PRIVATE:
            self._line(
                painter, rect, option.font, row.row.span.start, texts.row_title(row), texts.spoken(row.row.worked)
            )
            return
        painter.setFont(option.font)
        painter.setPen(QColor(t.dim))
        self._time(painter, rect, row.row.span.start)
        self._badge(painter, rect, option.font, row.window.application)
        painter.setFont(option.font)
        painter.setPen(QColor(t.text))
        painter.drawText(
            rect.adjusted(0, 0, -10, 0),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            texts.spoken(row.row.worked),
        )
        model = index.model()
        day = model.day if isinstance(model, DayModel) else None
        chip = texts.chip(row, day.matters if day else {})
        right = rect.right() - _DURATION
        if chip is not None:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            right = self._chip(painter, rect, right, option.font, chip, lifted=selected) - 16
        left = rect.left() + _TIME + 8 + _BADGE + 14
        if row.marks:
            left += self._warning(painter, rect, left, option.font)
        self._title(painter, QRectF(left, rect.top(), max(0, right - left), rect.height()), option.font, row)

    def _frame(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem) -> None:
        """Draw what shows that a row is selected or has the keyboard."""
        t = self._tokens()
        if option.state & QStyle.StateFlag.State_Selected:
            self._selection(painter, rect)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(t.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 8, 8)

    def _warning(self, painter: QPainter, rect: QRect, left: int, font: QFont) -> int:
        """Draw a sign to look twice; return how much room it took. Its words are in the tool tip."""
        t = self._tokens()
        sign = QRectF(left, QRectF(rect).center().y() - 8, 16, 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.care_soft))
        painter.drawEllipse(sign)
        painter.setPen(QColor(t.care))
        painter.setFont(sized(font, 11, weight=QFont.Weight.Bold))
        painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, "!")
        return 24

    def _selection(self, painter: QPainter, rect: QRect) -> None:
        t = self._tokens()
        path = QPainterPath()
        path.addRoundedRect(QRectF(rect).adjusted(0, 1, 0, -1), 8, 8)
        painter.fillPath(path, QColor(t.accent_soft))
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), QColor(t.accent))
        painter.restore()

    def _time(self, painter: QPainter, rect: QRect, at: int) -> None:
        shown = to_datetime(at, self._zone()).strftime("%H:%M")  # type: ignore[arg-type]
        column = QRect(rect.left() + 10, rect.top(), _TIME - 10, rect.height())
        painter.drawText(column, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _badge(self, painter: QPainter, rect: QRect, font: QFont, application: str) -> None:
        t = self._tokens()
        badge = QRectF(rect.left() + _TIME + 8, QRectF(rect).center().y() - _BADGE / 2, _BADGE, _BADGE)
        painter.setPen(Qt.PenStyle.NoPen)
        colour = _BADGES[sum(application.casefold().encode()) % len(_BADGES)] if application else t.bar_away
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(badge, 5, 5)
        painter.setFont(sized(font, 10, weight=QFont.Weight.Bold))
        painter.setPen(QColor("#ffffff"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, application[:1].upper())

    def _chip(self, painter: QPainter, rect: QRect, right: int, font: QFont, chip: Chip, *, lifted: bool) -> int:
        """Draw a chip that ends at ``right``; return where it begins."""
        t = self._tokens()
        ink, ground, dashed = _CHIPS[chip.tone](t)
        if lifted:
            ground = t.panel  # a soft chip would drown in the selection
        painter.setFont(sized(font, 12))
        metrics = QFontMetrics(painter.font())
        widest = max(90, round(rect.width() * 0.4))
        text = metrics.elidedText(chip.text, Qt.TextElideMode.ElideRight, widest - 20)
        width = metrics.horizontalAdvance(text) + 20
        height = max(22, metrics.height() + 6)
        shape = QRectF(right - width + 0.5, round(QRectF(rect).center().y() - height / 2) + 0.5, width - 1, height - 1)
        painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
        pen = QPen(QColor(ink), 1, Qt.PenStyle.DashLine) if dashed else QPen(Qt.PenStyle.NoPen)
        if dashed:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawRoundedRect(shape, height / 2, height / 2)
        painter.setPen(QColor(ink))
        painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, text)
        return right - width

    def _title(self, painter: QPainter, rect: QRectF, font: QFont, row: DayRow) -> None:
        """Draw the title on one line, cut at the end, with the words that made the match marked."""
        t = self._tokens()
        raw = texts.row_title(row)
        shown = QFontMetrics(font).elidedText(raw, Qt.TextElideMode.ElideRight, int(rect.width()))
        layout = QTextLayout(shown, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(100_000)
        layout.endLayout()
        top = rect.top() + (rect.height() - line.height()) / 2
        kept = len(shown) - 1 if shown != raw else len(shown)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.mark))
        for find in _marks(row):
            start, end = _units(raw, find.start), min(_units(raw, find.end), _units(shown, kept))
            if start >= end or row.state is RowState.TRASH:
                continue
            left, right = sorted((line.cursorToX(start)[0], line.cursorToX(end)[0]))  # type: ignore[index]
            painter.drawRoundedRect(QRectF(rect.left() + left - 2, top - 1, right - left + 4, line.height() + 2), 4, 4)
        painter.setPen(QColor(t.dim if row.state is RowState.TRASH else t.text))
        layout.draw(painter, QPointF(rect.left(), top))


def _item(index: QModelIndex | QPersistentModelIndex) -> object:
    model = index.model()
    return model.item(index) if isinstance(model, DayModel) else None


def _marks(row: DayRow) -> tuple[Evidence, ...]:
    """Return the evidence to show: for the matter chosen, else for whatever is suggested."""
    whole = len(row.window.title)
    if row.tagged_by is not None and row.matter is not None:
        shown = [each for each in row.match.candidates if each.matter == row.matter]
    else:
        shown = [each for each in row.match.candidates if each.p >= LIKELY]
    finds = (find for candidate in shown for find in candidate.evidence)
    return tuple(  # marking all of a title that was learned whole would tell nothing
        find for find in finds if find.kind is not Kind.LEARNED or find.end - find.start < whole
    )


def _units(text: str, offset: int) -> int:
    """Return an offset in UTF-16 units, which is how Qt counts."""
    return len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


_CHIPS: dict[Tone, Callable[[Tokens], tuple[str, str, bool]]] = {
    Tone.CERTAIN: lambda t: (t.accent, t.accent_soft, False),
    Tone.SUGGESTED: lambda t: (t.care, "", True),
    Tone.CHOOSE: lambda t: (t.care, t.care_soft, False),
    Tone.DRAFT: lambda t: (t.text, t.line, False),
    Tone.SENT: lambda t: (t.good, t.good_soft, False),
    Tone.QUIET: lambda t: (t.dim, t.line, False),
}
"""Ink, ground and whether the edge is dashed."""

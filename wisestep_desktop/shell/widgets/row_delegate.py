"""Paints the lines of the timeline, and hears which answer to an absence was clicked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, tzinfo
from typing import cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.instants import SECOND
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.stated import Occupation
from wisestep_desktop.services.searching import Found
from wisestep_desktop.services.timeline import DayRow, RowState
from wisestep_desktop.shell import entry_lines, gap_words, texts
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.models.day import DayModel
from wisestep_desktop.shell.models.day_items import Away, EntryLine, Heading, VisitLine
from wisestep_desktop.shell.texts import Chip, Tone
from wisestep_desktop.shell.theme import sized
from wisestep_desktop.shell.tokens import ROW, Tokens
from wisestep_desktop.shell.widgets import row_paint
from wisestep_desktop.shell.widgets.row_paint import Brush, durations

_MARGIN = 20
AnyIndex = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Draws with the palette in force; all distances grow with the text."""

    answered = Signal(object, object)
    """An absence, and what it was."""

    def __init__(
        self, parent: QObject, tokens: Callable[[], Tokens], zone: Callable[[], tzinfo], spell: Callable[[date], str]
    ) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._zone = zone
        self._spell = spell

    def sizeHint(self, option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """Return the height of a line, which grows with the text size; all are alike, so that long lists are quick."""
        return QSize(0, max(scaled(ROW), round(option.fontMetrics.height() * 2.1)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one line."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # words run as they are written
        brush = self._brush(painter, option)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        row_paint.frame(brush, selected=selected, focused=bool(option.state & QStyle.StateFlag.State_HasFocus))
        match _item(index):
            case Heading() as shown:
                row_paint.heading(brush, shown.text, shown.told)
            case Away() as shown:
                self._away(brush, shown)
            case VisitLine() as shown:
                self._visit(brush, shown)
            case EntryLine() as shown:
                self._entry(brush, shown, index, lifted=selected)
            case Found() as shown:
                self._hit(brush, shown)
            case DayRow() as shown:
                self._row(brush, shown, index, lifted=selected)
            case _:
                pass
        painter.restore()

    def editorEvent(
        self, event: QEvent, _model: QAbstractItemModel, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        """Take a click on one of the answers to an absence."""
        item = _item(index)
        if event.type() is not QEvent.Type.MouseButtonRelease or not isinstance(item, Away) or not item.asked:
            return False
        at = cast("QMouseEvent", event).position().toPoint()
        found = self._answer_at(option, item, at)
        if found is None:
            return False
        self.answered.emit(item, found)
        return True

    def _brush(self, painter: QPainter, option: QStyleOptionViewItem) -> Brush:
        rect = option.rect.adjusted(scaled(_MARGIN), 0, -scaled(_MARGIN), 0)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        return Brush(painter, rect, option.font, self._tokens(), row_paint.times_in(option.font), mirrored)

    def _ratio(self, brush: Brush) -> float:
        return brush.painter.device().devicePixelRatioF()

    def _away(self, brush: Brush, shown: Away) -> None:
        t = brush.tokens
        row_paint.time(brush, shown.span.start, self._zone())
        row_paint.quiet_badge(brush, "break" if shown.rested else "away", self._ratio(brush))
        said = texts.absence(possible=shown.possible, rested=shown.rested)
        brush.write(brush.titles, brush.rect.width() - brush.titles - durations(), said, colour=t.dim)
        for left, answer in self._answers(brush, shown):
            width = brush.width_of(answer.text)
            brush.write(left, width + 2, answer.text, colour=t.accent)
            self._underline(brush, left, answer)
        row_paint.duration(brush, texts.spoken(shown.span.length), colour=t.dim)

    def _answers(self, brush: Brush, shown: Away) -> list[tuple[int, gap_words.Answer]]:
        """Return where each answer begins."""
        if not shown.asked:
            return []
        said = texts.absence(possible=shown.possible, rested=shown.rested)
        left = brush.titles + brush.width_of(said) + scaled(20)
        placed = []
        for answer in gap_words.answers(possible=shown.possible):
            width = brush.width_of(answer.text)
            if left + width > brush.rect.width() - durations():
                break
            placed.append((left, answer))
            left += width + scaled(18)
        return placed

    def _underline(self, brush: Brush, left: int, answer: gap_words.Answer) -> None:
        """Underline the key that says it."""
        before, upto = (brush.width_of(answer.text[:end]) for end in (answer.mark, answer.mark + 1))
        place = brush.placed(left, brush.width_of(answer.text))
        begin = place.left() + before
        y = place.center().y() + brush.painter.fontMetrics().ascent() // 2 + 1
        brush.painter.fillRect(begin, y, max(4, upto - before), 1, QColor(brush.tokens.accent))

    def _answer_at(self, option: QStyleOptionViewItem, item: Away, at: QPoint) -> Occupation | None:
        brush = self._brush(QPainter(), option)
        for left, answer in self._answers(brush, item):
            if brush.placed(left - 8, brush.width_of(answer.text) + 16).contains(at):
                return answer.occupation
        return None

    def _visit(self, brush: Brush, shown: VisitLine) -> None:
        t = brush.tokens
        brush.write(brush.titles, scaled(260), entry_lines.from_to(shown.span, self._zone()), colour=t.dim, pixels=12)
        row_paint.duration(brush, entry_lines.exactly(shown.span.length), colour=t.dim)

    def _entry(self, brush: Brush, shown: EntryLine, index: AnyIndex, *, lifted: bool) -> None:
        t, entry = brush.tokens, shown.entry
        row_paint.quiet_badge(brush, "pen", self._ratio(brush))
        matters = _matters(index)
        matter = entry.draft.matter
        named = texts.matter_name(matter, matters) if matter is not None else entry_lines.state_words(entry.state)
        tone = Tone.SENT if entry.state is EntryState.SENT else Tone.DRAFT
        said = f"{entry_lines.state_words(entry.state)} · {named}" if matter is not None else named
        edge = row_paint.chip(brush, Chip(said, tone), lifted=lifted)
        brush.write(
            brush.titles, max(0, edge - scaled(16) - brush.titles), entry_lines.entry_title(entry), colour=t.text
        )
        row_paint.duration(brush, texts.spoken(entry.draft.worked_seconds * SECOND), colour=t.text)

    def _hit(self, brush: Brush, shown: Found) -> None:
        t = brush.tokens
        row_paint.badge(brush, shown.window, self._ratio(brush))
        brush.write(
            brush.titles,
            brush.rect.width() - brush.titles - durations() - scaled(12),
            shown.window.title,
            colour=t.text,
        )
        row_paint.time(brush, shown.since, self._zone())
        row_paint.duration(brush, texts.spoken(shown.millis), colour=t.dim)

    def _row(self, brush: Brush, row: DayRow, index: AnyIndex, *, lifted: bool) -> None:
        t = brush.tokens
        row_paint.time(brush, row.row.span.start, self._zone())
        if row.state is RowState.PRIVATE:
            row_paint.quiet_badge(brush, "lock", self._ratio(brush))
            brush.write(
                brush.titles, brush.rect.width() - brush.titles - durations(), texts.row_title(row), colour=t.dim
            )
            row_paint.duration(brush, texts.spoken(row.row.worked), colour=t.dim)
            return
        row_paint.badge(brush, row.window, self._ratio(brush))
        row_paint.duration(brush, texts.spoken(row.row.worked), colour=t.text)
        shown = texts.chip(row, _matters(index))
        edge = brush.rect.width() - durations() if shown is None else row_paint.chip(brush, shown, lifted=lifted)
        left = brush.titles + (row_paint.warning(brush, brush.titles) if texts.is_doubtful(row) else 0)
        brush.painter.setFont(sized(brush.font, 13))
        row_paint.title(brush, left, max(0, edge - scaled(16) - left), row)


def _item(index: AnyIndex) -> object:
    model = index.model()
    return model.item(index) if isinstance(model, DayModel) else None


def _matters(index: AnyIndex) -> Mapping[MatterId, Matter]:
    model = index.model()
    day = model.day if isinstance(model, DayModel) else None
    return day.matters if day is not None else {}

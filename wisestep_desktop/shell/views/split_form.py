"""Parting time: an open row at one of its stays or at any second, an entry by the rows it is made of."""

from __future__ import annotations

from datetime import tzinfo

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from wisestep_desktop.core.ids import RowId
from wisestep_desktop.core.instants import SECOND, to_datetime
from wisestep_desktop.core.lists import Lists
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.core.work import kind_of
from wisestep_desktop.services.timeline import DayRow
from wisestep_desktop.shell import entry_lines, texts
from wisestep_desktop.shell.metrics import margins, scaled
from wisestep_desktop.shell.views.entry_parts import Subject, field_of
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import button, words
from wisestep_desktop.shell.widgets.time_field import TimeField
from wisestep_desktop.shell.words import tr


class SplitForm(QFrame):
    """Proposes a place to part; the person may choose another."""

    cut_asked = Signal(object, object)
    """A row, and the instant to cut it at."""
    split_asked = Signal(object)
    """Rows of a draft that are to be an entry of their own."""
    closed = Signal()

    def __init__(self, parent: QWidget, lists: Lists) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._lists = lists
        self._row: DayRow | None = None
        self._zone: tzinfo | None = None
        self._title = words("", pixels=15, strong=True)
        self._hint = words("", name="dim", wrap=True)
        self._pieces = QListWidget()
        self._pieces.setObjectName("picker")
        self._pieces.setAccessibleName(tr("Parts"))
        self._pieces.currentRowChanged.connect(self._propose)
        self._at = TimeField(tr("Split at"), seconds=True)
        self._at_field = QWidget()
        self._at_field.setLayout(field_of(tr("Split at"), self._at))
        self._wrong = words("", name="wrong", pixels=12, wrap=True)
        self._do = button(tr("Split"), "primary")
        self._do.clicked.connect(self._ask)
        self._cancel = button(tr("Cancel"), "flat")
        self._cancel.clicked.connect(self.closed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*margins(20, 16, 20, 12))
        layout.setSpacing(scaled(12))
        for part in (self._title, self._hint, self._pieces, self._at_field, self._wrong):
            layout.addWidget(part)
        layout.addLayout(flow(self._do, 1, self._cancel))

    def begin(self, subject: Subject, zone: tzinfo) -> None:
        """Show how a row or an entry can be parted."""
        self._zone = zone
        self._wrong.hide()
        self._row = subject.rows[0] if subject.entry is None else None
        self._pieces.clear()
        if self._row is not None:
            self._begin_row(self._row, zone)
        else:
            self._begin_entry(subject)
        self._at_field.setVisible(self._row is not None)
        self._pieces.setFocus()

    def refuse(self, text: str) -> None:
        """Say why it was not split."""
        self._wrong.setText(text)
        self._wrong.show()

    def _begin_row(self, known: DayRow, zone: tzinfo) -> None:
        self._title.setText(tr("Split this row"))
        self._hint.setText(tr("Everything from the stay you choose on becomes a row of its own, or set the time."))
        for span in known.row.spans:
            self._pieces.addItem(f"{entry_lines.from_to(span, zone)}   {entry_lines.exactly(span.length)}")
        spans = known.row.spans
        wide = max(range(1, len(spans)), key=lambda n: spans[n].start - spans[n - 1].end) if len(spans) > 1 else 0
        self._pieces.setCurrentRow(wide)
        if not wide:
            self._set_time(Instant((spans[0].start + spans[-1].end) // 2))

    def _begin_entry(self, subject: Subject) -> None:
        self._title.setText(tr("Split this entry"))
        self._hint.setText(tr("The ticked rows become an entry of their own. Both keep matter and narrative."))
        kinds = [kind_of(each.window, self._lists.work) for each in subject.rows]
        main = max(
            set(kinds),
            key=lambda kind: sum(r.row.worked for r, k in zip(subject.rows, kinds, strict=True) if k is kind),
        )
        for each, kind in zip(subject.rows, kinds, strict=True):
            time = texts.time_of_day(each.row.span.start, self._zone) if self._zone else ""
            item = QListWidgetItem(f"{time}  {texts.row_title(each)}  ·  {texts.spoken(each.row.worked)}")
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Unchecked if kind is main else Qt.CheckState.Checked)
            item.setData(Qt.ItemDataRole.UserRole, each.row.id)
            self._pieces.addItem(item)
        self._pieces.setCurrentRow(0)

    def _propose(self, number: int) -> None:
        if self._row is not None and 0 < number < len(self._row.row.spans):
            self._set_time(self._row.row.spans[number].start)

    def _set_time(self, at: Instant) -> None:
        if self._zone is not None:
            shown = to_datetime(at, self._zone).time()
            self._at.setTime(QTime(shown.hour, shown.minute, shown.second))

    def _ask(self) -> None:
        self._wrong.hide()
        if self._row is not None:
            self.cut_asked.emit(self._row.row.id, self._instant(self._row))
            return
        items = (self._pieces.item(number) for number in range(self._pieces.count()))
        ticked = [
            RowId(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() is Qt.CheckState.Checked
        ]
        self.split_asked.emit(ticked)

    def _instant(self, known: DayRow) -> Instant:
        """Return the instant in the row's hour that the clock face means."""
        start = known.row.span.start
        first = to_datetime(start, self._zone).time() if self._zone else None
        at = self._at.time()
        if first is None:
            return start
        ahead = (at.hour() - first.hour) * 3600 + (at.minute() - first.minute) * 60 + at.second() - first.second
        return Instant(start // SECOND * SECOND + ahead * SECOND)

"""The desk while nothing is selected: what is left to do for the day, the entries there are, and one button to send."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from wisestep_desktop.core.entries import Entry
from wisestep_desktop.core.ids import EntryId, MatterId
from wisestep_desktop.core.matter_search import MatterSearch
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.posting import IN_FLIGHT, EntryState
from wisestep_desktop.services.timeline import Day, DayRow, RowState
from wisestep_desktop.shell import entry_lines, formats, texts
from wisestep_desktop.shell.metrics import margins, scaled
from wisestep_desktop.shell.models.day_items import Filter, fits, flickers
from wisestep_desktop.shell.views.day_parts import long_date
from wisestep_desktop.shell.views.entry_parts import Catalogue
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import button, row, words
from wisestep_desktop.shell.words import tr, trn

_READ_FIRST = "▲ "


class DayPanel(QFrame):
    """Says what is left, largest first, each with its button. One of the buttons is the primary one."""

    filter_asked = Signal(object)
    gap_asked = Signal()
    group_asked = Signal()
    send_asked = Signal()
    entry_asked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._catalogue = Catalogue(MatterSearch(), {})
        self._marked: frozenset[EntryId] = frozenset()
        self._title = words("", pixels=15, strong=True, wrap=True)
        self._said = words("", name="dim", wrap=True)
        self._untagged = _Step(self, lambda: self.filter_asked.emit(Filter.UNTAGGED))
        self._gaps = _Step(self, self.gap_asked.emit)
        self._refused = _Step(self, lambda: self.filter_asked.emit(Filter.FAILED))
        self._entries = QListWidget()
        self._entries.setObjectName("entries")
        self._entries.setAccessibleName(tr("Entries of this day"))
        self._entries.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._entries.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._entries.itemActivated.connect(self._activated)
        self._entries.itemClicked.connect(self._activated)
        self._total = words("", wrap=True)
        self._group = button(tr("Make entries"), hint=tr("One for each matter and kind of work. Key: G"))
        self._group.clicked.connect(self.group_asked)
        self._send = button(tr("Send the day"), hint=tr("Send every draft of this day. Keys: Ctrl+Shift+Enter"))
        self._send.clicked.connect(self.send_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*margins(20, 16, 20, 12))
        layout.setSpacing(scaled(8))
        for part in (self._title, self._said, *self._steps(), self._entries):
            layout.addWidget(part)
        layout.setStretchFactor(self._entries, 1)
        layout.addStretch(0)
        layout.addWidget(self._total)
        layout.addLayout(flow(self._group, self._send))

    def _steps(self) -> tuple[_Step, ...]:
        return (self._untagged, self._gaps, self._refused)

    def set_terms(self, catalogue: Catalogue) -> None:
        """Take how worked time becomes billed time, and what an entry needs."""
        self._catalogue = catalogue

    def show_day(self, day: Day) -> None:
        """Show what is left to do for a day, and its entries."""
        shown = [each for each in day.rows if not flickers(each)]
        loose = [each for each in shown if fits(each, Filter.UNTAGGED)]
        tagged = [each for each in shown if each.state is RowState.OPEN and each.matter is not None]
        drafts = [each for each in day.entries if each.state is EntryState.DRAFT]
        self._title.setText(long_date(day.day))
        self._said.setText(_what_is_left(day, loose, tagged, drafts))
        self._show_steps(day, loose)
        self._show_entries(day.entries, day.matters)
        self._show_buttons(tagged, [each for each in drafts if self._catalogue.is_ready(each.draft)])
        self._total.setText(self._totals(day, drafts))
        self._total.setVisible(bool(day.entries))

    def _show_steps(self, day: Day, loose: list[DayRow]) -> None:
        failed = [each for each in day.entries if each.state in (EntryState.REFUSED, EntryState.UNCERTAIN)]
        gone = texts.spoken(sum(gap.span.length for gap in day.gaps))
        self._untagged.tell(_without_matter(loose))
        self._gaps.tell(
            trn("{count} absence to explain · {time}", "{count} absences to explain · {time}", len(day.gaps), time=gone)
            if day.gaps
            else ""
        )
        self._refused.tell(
            trn("{count} entry was not sent", "{count} entries were not sent", len(failed)) if failed else ""
        )

    def _show_buttons(self, tagged: list[DayRow], ready: list[Entry]) -> None:
        pressed = self._group.hasFocus() or self._send.hasFocus()
        self._group.setVisible(bool(tagged))
        self._group.setText(trn("Make entries of {count} row", "Make entries of {count} rows", len(tagged)))
        self._send.setVisible(bool(ready))
        self._send.setText(trn("Send {count} draft", "Send {count} drafts", len(ready)))
        for each, name in ((self._group, "primary"), (self._send, "" if tagged else "primary")):
            each.setObjectName(name)
            each.style().polish(each)
        if pressed:
            self.focus_first()  # what was pressed may be gone; the next step has the keyboard

    def mark(self, entries: Collection[EntryId]) -> None:
        """Mark the drafts whose text somebody should read before it goes out."""
        self._marked = frozenset(entries)
        for number in range(self._entries.count()):
            item = self._entries.item(number)
            text = item.text().removeprefix(_READ_FIRST)
            item.setText(f"{_READ_FIRST}{text}" if item.data(Qt.ItemDataRole.UserRole) in self._marked else text)

    def focus_first(self) -> None:
        """Put the keyboard on what is to be done next."""
        for each in (self._group, self._send, self._entries):
            if each.isVisible():
                each.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _show_entries(self, entries: tuple[Entry, ...], matters: Mapping[MatterId, Matter]) -> None:
        current = self._entries.currentRow()
        self._entries.clear()
        for entry in entries:
            matter = entry.draft.matter
            named = entry_lines.no_matter(entry.state) if matter is None else texts.matter_name(matter, matters)
            billed = self._catalogue.reckon(entry.draft).billed_hours
            hours = entry.billed_sent if entry.billed_sent is not None else billed
            told = tr(
                "{state} · {hours} h · {matter}",
                state=entry_lines.state_words(entry.state),
                hours=formats.hours(hours),
                matter=named,
            )
            sign = _READ_FIRST if entry.id in self._marked and entry.state is EntryState.DRAFT else ""
            item = QListWidgetItem(f"{sign}{told}\n{entry_lines.entry_title(entry)}")
            item.setData(Qt.ItemDataRole.UserRole, entry.id)
            self._entries.addItem(item)
        self._entries.setVisible(bool(entries))
        if 0 <= current < self._entries.count():
            self._entries.setCurrentRow(current)

    def _totals(self, day: Day, drafts: list[Entry]) -> str:
        sent = sum(
            (each.billed_sent or Decimal(0) for each in day.entries if each.state is EntryState.SENT), Decimal(0)
        )
        waiting = sum(each.state in IN_FLIGHT for each in day.entries)
        to_send = sum(
            (self._catalogue.reckon(each.draft).billed_hours for each in drafts),
            Decimal(0),
        )
        parts = [tr("{hours} h sent", hours=formats.hours(sent))] if sent else []
        parts += [tr("{hours} h in drafts", hours=formats.hours(to_send))] if drafts else []
        parts += [trn("{count} on its way", "{count} on their way", waiting)] if waiting else []
        return "  ·  ".join(parts)

    def _activated(self, item: QListWidgetItem) -> None:
        self.entry_asked.emit(item.data(Qt.ItemDataRole.UserRole))


class _Step(QFrame):
    """One thing that is left to do, with its button."""

    def __init__(self, parent: QWidget, act: Callable[[], None]) -> None:
        super().__init__(parent)
        self.setObjectName("offer")
        self._said = words("", wrap=True)
        self._show = button(tr("Show"), "link")
        self._show.clicked.connect(act)
        line = row(self._said, self._show, space=8)
        line.setStretch(0, 1)
        line.setContentsMargins(*margins(12, 2, 6, 2))
        self.setLayout(line)
        self.hide()

    def tell(self, text: str) -> None:
        """Say what is left; nothing hides it."""
        self._said.setText(text)
        self._show.setAccessibleName(tr("Show: {what}", what=text))
        self.setVisible(bool(text))


def _without_matter(loose: list[DayRow]) -> str:
    if not loose:
        return ""
    time = _sum(loose)
    return trn("{count} row has no matter · {time}", "{count} rows have no matter · {time}", len(loose), time=time)


def _sum(rows: list[DayRow]) -> str:
    return texts.spoken(sum(each.row.worked for each in rows))


def _what_is_left(day: Day, loose: list[DayRow], tagged: list[DayRow], drafts: list[Entry]) -> str:
    """Return one sentence on how the day stands."""
    if not day.rows and not day.entries:
        return tr("Nothing to review.")
    if tagged:
        return tr("{time} has a matter and is in no entry yet.", time=_sum(tagged))
    if drafts:
        return tr("Everything with a matter is in an entry. Read them, then send.")
    if day.entries and not loose:
        return tr("Everything with a matter is sent. Nothing is left to do.")
    return tr("Select rows that belong together, or give them a matter, and make an entry of them.")

"""A day as list items: hour headings, rows, and the stretches in between when nobody was there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import tzinfo
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from wisestep_desktop.core.ids import RowId
from wisestep_desktop.core.instants import MINUTE, SECOND, hour_start, to_datetime
from wisestep_desktop.core.presence import PresenceSpan, Proof
from wisestep_desktop.core.spans import Instant, Span, merge
from wisestep_desktop.services.timeline import Day, DayRow, RowState
from wisestep_desktop.shell import evidence_words, texts

AnyIndex = QModelIndex | QPersistentModelIndex
ITEM_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_SHORTEST_ROW = SECOND
"""Milliseconds; windows that only flicker by are kept and counted, but not shown as work to review."""
_SHORTEST_AWAY = MINUTE
"""Milliseconds; shorter absences are part of how people work."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Where a clock hour begins."""

    hour: Instant
    text: str


@dataclass(frozen=True, slots=True)
class Away:
    """A stretch in which nobody touched anything.

    Attributes:
        possible: whether the same document was in front before and after, so that it may have been read.
    """

    span: Span
    possible: bool = False


Item = Heading | Away | DayRow


class Filter(StrEnum):
    """Which rows are shown."""

    ALL = "all"
    UNTAGGED = "untagged"
    SUGGESTED = "suggested"
    TAGGED = "tagged"
    SENT = "sent"


def fits(row: DayRow, wanted: Filter) -> bool:
    """Tell whether a row belongs to a filter."""
    loose = row.state is RowState.OPEN and row.matter is None
    match wanted:
        case Filter.ALL:
            return True
        case Filter.UNTAGGED:
            return loose
        case Filter.SUGGESTED:
            return loose and bool(row.match.candidates)
        case Filter.TAGGED:
            return row.state in (RowState.OPEN, RowState.DRAFT) and row.matter is not None
        case Filter.SENT:
            return row.state is RowState.SENT


class DayModel(QAbstractListModel):
    """One day, filtered. Rows keep their place in the selection while the day grows."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._day: Day | None = None
        self._zone: tzinfo | None = None
        self._items: list[Item] = []
        self._filter = Filter.ALL
        self._search = ""

    @property
    def day(self) -> Day | None:
        """Return the day shown, unfiltered."""
        return self._day

    def show_day(self, day: Day, zone: tzinfo) -> None:
        """Show a day, or the same day as it is now."""
        self._day, self._zone = day, zone
        self._rebuild()

    def narrow(self, wanted: Filter, search: str) -> None:
        """Show only some rows."""
        self._filter, self._search = wanted, search.casefold()
        self._rebuild()

    def count(self, wanted: Filter) -> int:
        """Return how many rows a filter would show."""
        return sum(fits(row, wanted) and not _flicker(row) for row in self._day.rows) if self._day else 0

    def rows(self) -> tuple[DayRow, ...]:
        """Return the rows shown."""
        return tuple(item for item in self._items if isinstance(item, DayRow))

    def item(self, index: AnyIndex) -> Item | None:
        """Return what stands at an index."""
        return self._items[index.row()] if index.isValid() and index.row() < len(self._items) else None

    def index_of(self, row: RowId) -> QModelIndex:
        """Return where a row stands, an invalid index if it is not shown."""
        for number, item in enumerate(self._items):
            if isinstance(item, DayRow) and item.row.id == row:
                return self.index(number)
        return QModelIndex()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Return the number of items."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  Qt's signature
        """Return the item itself, or its words for a screen reader and a tool tip."""
        item = self.item(index)
        if item is None:
            return None
        if role == ITEM_ROLE:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(item)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(item, DayRow) and item.state is not RowState.PRIVATE:
            return _plain("\n".join((texts.row_title(item), item.window.application, *self._told(item))))
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and isinstance(item, DayRow):
            return ". ".join(self._told(item))
        return None

    def _told(self, row: DayRow) -> tuple[str, ...]:
        """Return what to look at, and why the row may mean a matter."""
        return (*texts.marks(row), *evidence_words.told(row, self._day.matters if self._day else {}))

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let rows be selected; headings and absences are only looked at."""
        if isinstance(self.item(index), DayRow):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def _words(self, item: Item) -> str:
        match item:
            case Heading():
                return item.text
            case Away():
                return f"{texts.absence(possible=item.possible)} {texts.spoken(item.span.length)}"
            case DayRow():
                chip = texts.chip(item, self._day.matters if self._day else {})
                parts = (
                    self._time(item.row.span.start),
                    item.window.application,
                    texts.row_title(item),
                    chip.text if chip else "",
                    texts.spoken(item.row.worked),
                    *texts.marks(item),
                )
                return ", ".join(part for part in parts if part)

    def _time(self, at: Instant) -> str:
        return to_datetime(at, self._zone).strftime("%H:%M") if self._zone else ""

    def _rebuild(self) -> None:
        items = self._build()
        if items == self._items:
            return
        if [_key(item) for item in items] == [_key(item) for item in self._items]:
            self._items = items
            self.dataChanged.emit(self.index(0), self.index(len(items) - 1))
            return
        self.beginResetModel()
        self._items = items
        self.endResetModel()

    def _build(self) -> list[Item]:
        if self._day is None or self._zone is None:
            return []
        shown: list[DayRow | Away] = [row for row in self._day.rows if self._shows(row)]
        if self._filter is Filter.ALL and not self._search:
            shown.extend(absences(self._day.presence))
        shown.sort(key=_start)
        items: list[Item] = []
        hour: Instant | None = None
        for item in shown:
            begins = hour_start(_start(item), self._zone)
            if begins != hour:
                hour = begins
                items.append(Heading(begins, self._time(begins)))
            items.append(item)
        return items

    def _shows(self, row: DayRow) -> bool:
        return fits(row, self._filter) and not _flicker(row) and self._says(row)

    def _says(self, row: DayRow) -> bool:
        if not self._search:
            return True
        matters = self._day.matters if self._day else {}
        told = " ".join((row.window.application, texts.row_title(row)))
        if row.matter is not None:
            known = matters.get(row.matter)
            told += f" {row.matter} {known.name if known else ''} {(known.reference or '') if known else ''}"
        return all(word in told.casefold() for word in self._search.split())


def _flicker(row: DayRow) -> bool:
    return row.row.worked < _SHORTEST_ROW and row.row.entry is None


def absences(presence: Iterable[PresenceSpan]) -> tuple[Away, ...]:
    """Return the stretches of a minute and more without anybody there, and those of possible reading."""
    stays = [stay for stay in presence if not stay.counts]
    gone = [Away(span) for span in merge(stay.span for stay in stays if stay.proof is None)]
    read = [Away(stay.span, possible=True) for stay in stays if stay.proof is Proof.READING]
    return tuple(each for each in (*gone, *read) if each.span.length >= _SHORTEST_AWAY)


def _start(item: DayRow | Away) -> Instant:
    return item.span.start if isinstance(item, Away) else item.row.span.start


def _key(item: Item) -> object:
    match item:
        case Heading():
            return item.hour
        case Away():
            return ("away", item.span.start)
        case DayRow():
            return item.row.id


def _plain(text: str) -> str:
    """Return a text that a tool tip cannot take for markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")

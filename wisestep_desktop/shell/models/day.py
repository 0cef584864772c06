"""A day as a list for people and screen readers. What stands in it is decided in ``day_items``."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date, tzinfo
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from wisestep_desktop.core.ids import RowId
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.services.searching import Found
from wisestep_desktop.services.timeline import Day, DayRow, RowState
from wisestep_desktop.shell import entry_lines, evidence_words, gap_words, texts
from wisestep_desktop.shell.models.day_items import (
    Arrangement,
    Away,
    EntryLine,
    Filter,
    Heading,
    Item,
    VisitLine,
    Wanted,
    fits,
    flickers,
    hits_of,
    items_of,
    key_of,
)

AnyIndex = QModelIndex | QPersistentModelIndex
ITEM_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ROWS_TYPE = "application/x-wisestep-rows"
"""What rows are while they are dragged: their ids, one a line. Never their titles: other programs could read them."""


class DayModel(QAbstractListModel):
    """One day, filtered and arranged. Rows keep their place in the selection while the day grows."""

    dropped = Signal(object, object)
    """Rows that were dragged, by id, and the item they were dropped on."""

    def __init__(self, parent: QObject, spell: Callable[[date], str] = str) -> None:
        super().__init__(parent)
        self._day: Day | None = None
        self._zone: tzinfo | None = None
        self._items: list[Item] = []
        self._wanted = Wanted()
        self._hits: tuple[Found, ...] = ()
        self._spell = spell

    @property
    def day(self) -> Day | None:
        """Return the day shown, unfiltered."""
        return self._day

    @property
    def wanted(self) -> Wanted:
        """Return what of the day is shown."""
        return self._wanted

    def show_day(self, day: Day, zone: tzinfo) -> None:
        """Show a day, or the same day as it is now."""
        if self._day is not None and self._day.day != day.day:
            self._wanted = replace(self._wanted, opened=frozenset())
        self._day, self._zone = day, zone
        self._rebuild()

    def narrow(self, wanted: Filter, search: str) -> None:
        """Show only some rows."""
        self._wanted = replace(self._wanted, filter=wanted, search=search.casefold())
        if not search:
            self._hits = ()
        self._rebuild()

    def show_hits(self, hits: Sequence[Found]) -> None:
        """Show what a search found on other days, below this one."""
        self._hits = tuple(hits) if self._wanted.search else ()
        self._rebuild()

    def arrange(self, arrangement: Arrangement) -> None:
        """Show the rows in another order."""
        self._wanted = replace(self._wanted, arrangement=arrangement)
        self._rebuild()

    def open_rows(self, rows: Collection[RowId]) -> None:
        """Show the visits of rows, or hide them again if all of them are shown."""
        opened = frozenset(self._wanted.opened)
        wanted = frozenset(rows)
        self._wanted = replace(self._wanted, opened=opened - wanted if wanted <= opened else opened | wanted)
        self._rebuild()

    def count(self, wanted: Filter) -> int:
        """Return how many rows a filter would show."""
        return sum(fits(row, wanted) and not flickers(row) for row in self._day.rows) if self._day else 0

    def rows(self) -> tuple[DayRow, ...]:
        """Return the rows shown."""
        return tuple(item for item in self._items if isinstance(item, DayRow))

    def item(self, index: AnyIndex) -> Item | None:
        """Return what stands at an index."""
        return self._items[index.row()] if index.isValid() and index.row() < len(self._items) else None

    def index_of(self, row: RowId) -> QModelIndex:
        """Return where a row stands, an invalid index if it is not shown."""
        return self._index(row)

    def index_at(self, at: Instant) -> QModelIndex:
        """Return where the row or absence stands that covers an instant, an invalid index if none does."""
        for number, item in enumerate(self._items):
            spans = (item.span,) if isinstance(item, Away) else item.row.spans if isinstance(item, DayRow) else ()
            if any(at in span for span in spans):
                return self.index(number)
        return QModelIndex()

    def index_like(self, item: Item) -> QModelIndex:
        """Return where an item stands that was listed before, an invalid index if it is not any more."""
        return self._index(key_of(item))

    def _index(self, key: object) -> QModelIndex:
        for number, item in enumerate(self._items):
            if key_of(item) == key:
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
        """Let rows, entries, absences and finds be selected; headings and visits are only looked at."""
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        match self.item(index):
            case DayRow() as row:
                movable = row.state in (RowState.OPEN, RowState.DRAFT)
                return (
                    chosen
                    | Qt.ItemFlag.ItemIsDropEnabled
                    | (Qt.ItemFlag.ItemIsDragEnabled if movable else Qt.ItemFlag.NoItemFlags)
                )
            case Away() | EntryLine() | Found():
                return chosen
            case Heading(matter=matter) if matter is not None:
                return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDropEnabled
            case _:
                return Qt.ItemFlag.NoItemFlags

    def _words(self, item: Item) -> str:
        match item:
            case Heading():
                return ", ".join(part for part in (item.text, item.told) if part)
            case Away():
                absence = texts.absence(possible=item.possible, rested=item.rested)
                said = f"{absence} {texts.spoken(item.span.length)}"
                return f"{said}. {gap_words.offered(possible=item.possible)}" if item.asked else said
            case DayRow():
                chip = texts.chip(item, self._day.matters if self._day else {})
                parts = (
                    self._time(item.row.span.start),
                    texts.application_name(item.window),
                    texts.row_title(item),
                    chip.text if chip else "",
                    texts.spoken(item.row.worked),
                    *texts.marks(item),
                )
                return ", ".join(part for part in parts if part)
            case VisitLine():
                return entry_lines.visit_words(item, self._zone)
            case EntryLine():
                return entry_lines.entry_words(item.entry, self._day.matters if self._day else {})
            case Found():
                return ", ".join((self._spell(item.day), item.window.title, texts.spoken(item.millis)))

    def _time(self, at: Instant) -> str:
        return texts.time_of_day(at, self._zone) if self._zone else ""

    def mimeTypes(self) -> list[str]:
        """Return what can be dragged."""
        return [ROWS_TYPE]

    def mimeData(self, indexes: Sequence[AnyIndex]) -> QMimeData:
        """Return rows while they are dragged: their ids alone."""
        rows = [item.row.id for item in map(self.item, indexes) if isinstance(item, DayRow)]
        data = QMimeData()
        data.setData(ROWS_TYPE, "\n".join(rows).encode())
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are moved, never copied: a second is worked once."""
        return Qt.DropAction.MoveAction

    def canDropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, parent: AnyIndex
    ) -> bool:
        """Take rows on a row or on a matter's heading."""
        item = self.item(parent)
        takes = isinstance(item, DayRow) or (isinstance(item, Heading) and item.matter is not None)
        return takes and data.hasFormat(ROWS_TYPE)

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex) -> bool:
        """Tell what was dropped where; the store decides, and the list is read again."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        rows = [RowId(each) for each in bytes(data.data(ROWS_TYPE).data()).decode().splitlines()]
        self.dropped.emit(rows, self.item(parent))
        return False  # nothing is taken out of the list by Qt itself

    def _rebuild(self) -> None:
        items = self._build()
        if items == self._items:
            return
        if [key_of(item) for item in items] == [key_of(item) for item in self._items]:
            self._items = items
            self.dataChanged.emit(self.index(0), self.index(len(items) - 1))
            return
        self.beginResetModel()
        self._items = items
        self.endResetModel()

    def _build(self) -> list[Item]:
        if self._day is None or self._zone is None:
            return []
        items = items_of(self._day, self._zone, self._wanted)
        return items + hits_of(self._hits, self._day.day, self._spell)


def _plain(text: str) -> str:
    """Return a text that a tool tip cannot take for markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")

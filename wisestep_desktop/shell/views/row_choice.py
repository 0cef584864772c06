"""Which lines of the list are selected: kept while the day grows, found again by row, by instant, or by entry."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex

from wisestep_desktop.core.ids import RowId
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.services.timeline import DayRow
from wisestep_desktop.shell.models.day import ITEM_ROLE, DayModel
from wisestep_desktop.shell.models.day_items import Away, EntryLine, Item
from wisestep_desktop.shell.widgets.row_list import RowList


class RowChoice:
    """Speaks of rows and entries where the list speaks of indexes."""

    def __init__(self, rows: RowList, model: DayModel) -> None:
        self._rows = rows
        self._model = model

    def items(self) -> list[Item]:
        """Return the items selected, from the top."""
        items = (index.data(ITEM_ROLE) for index in sorted(self._rows.selectionModel().selectedIndexes()))
        return [item for item in items if item is not None]

    def rows(self) -> list[DayRow]:
        """Return the rows selected."""
        return [item for item in self.items() if isinstance(item, DayRow)]

    def select(self, rows: Sequence[RowId]) -> None:
        """Select rows, also ones that were rebuilt; the arrow keys go on from the first."""
        selection = QItemSelection()
        for each in rows:
            index = self._model.index_of(each)
            if index.isValid():
                selection.select(index, index)
        self._rows.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if selection.indexes() and self._rows.currentIndex() not in selection.indexes():
            first = selection.indexes()[0]
            self._rows.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
            self._rows.scrollTo(first)

    def current(self) -> Item | None:
        """Return the item that has the keyboard."""
        item: Item | None = self._rows.currentIndex().data(ITEM_ROLE)
        return item

    def keep(self, item: Item | None) -> None:
        """Go on from an absence or an entry that had the keyboard, if it is still there and no row is selected."""
        if isinstance(item, (Away, EntryLine)) and not self.rows():
            self._go_to(self._model.index_like(item))

    def entry(self, entry: object) -> bool:
        """Select the rows of an entry, or its own line; tell whether there is any."""
        day = self._model.day
        if day is None:
            return False
        rows = [each.row.id for each in day.rows if each.row.entry == entry]
        if rows:
            self.select(rows)
            return True
        known = next((each for each in day.entries if each.id == entry), None)
        return known is not None and self._go_to(self._model.index_like(EntryLine(known)))

    def at(self, at: Instant) -> bool:
        """Go to the line that covers an instant; tell whether there is one."""
        return self._go_to(self._model.index_at(at))

    def next(self, wanted: Callable[[Item], bool]) -> bool:
        """Go to the next item of a kind, from the top again after the last; tell whether there is one."""
        count = self._model.rowCount()
        here = self._rows.currentIndex().row()
        for step in range(1, count + 1):
            index = self._model.index((here + step) % count)
            item = self._model.item(index)
            if item is not None and wanted(item):
                return self._go_to(index)
        return False

    def _go_to(self, index: QModelIndex) -> bool:
        if not index.isValid():
            return False
        # The view's own way asks which keys are held: with Ctrl, whoever undoes would lose what is selected.
        self._rows.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._rows.scrollTo(index)
        return True

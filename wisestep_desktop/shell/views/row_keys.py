"""Which key in the list does what to which of its lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from wisestep_desktop.core.posting import OURS_TO_EDIT
from wisestep_desktop.services.timeline import DayRow, RowState
from wisestep_desktop.shell import gap_words
from wisestep_desktop.shell.models.day import DayModel
from wisestep_desktop.shell.models.day_items import Away, EntryLine, Item
from wisestep_desktop.shell.views.row_choice import RowChoice
from wisestep_desktop.shell.views.row_deeds import RowDeeds, can_merge
from wisestep_desktop.shell.views.verdict_keys import VerdictKeys, needs_matter
from wisestep_desktop.shell.widgets.row_list import RowList

_ANYWHERE = frozenset({"N", "E", "Enter", "?"})
"""What is no answer and leads on from an absence."""


class RowKeys(QObject):
    """Letters mean one thing on an absence and another on a row; what means nothing does nothing."""

    split_wanted = Signal()
    panel_wanted = Signal()
    sheet_wanted = Signal()
    found_wanted = Signal()
    delete_wanted = Signal(object)

    def __init__(
        self, rows: RowList, model: DayModel, choice: RowChoice, verdicts: VerdictKeys, deeds: RowDeeds
    ) -> None:
        super().__init__(rows)
        self._model = model
        self._choice = choice
        self._verdicts = verdicts
        self._deeds = deeds
        rows.key_pressed.connect(self._pressed)
        self._acts: Mapping[str, Callable[[], object]] = {
            "A": verdicts.accept,
            "R": verdicts.reject,
            "G": self.group,
            "S": self.split_wanted.emit,
            "V": self.show_visits,
            "U": self.restore,
            "J": self.join,
            "M": self.merge,
            "N": lambda: choice.next(_needs_matter),
            "E": lambda: choice.next(_is_asked),
            "Del": self.trash,
            "Enter": self.panel_wanted.emit,
            "?": self.sheet_wanted.emit,
        }

    def rows(self, *states: RowState) -> list[DayRow]:
        """Return the rows selected, those in some states only."""
        rows = self._choice.rows()
        return [row for row in rows if not states or row.state in states]

    def trash(self) -> None:
        """Put the rows selected into the trash; those in the trash are asked about once, then gone.

        What was written by hand has no row to go there: it is discarded, which can be taken back as well.
        """
        day = self._model.day
        written = [each.entry.id for each in self._choice.items() if isinstance(each, EntryLine) and _is_ours(each)]
        live, dead = self.rows(RowState.OPEN, RowState.DRAFT), self.rows(RowState.TRASH)
        if day is None:
            return
        if live:
            self._deeds.trash(day, live)
        elif written:
            self._deeds.discard(written)
        elif dead:
            self.delete_wanted.emit(dead)

    def restore(self) -> None:
        """Take the rows selected out of the trash or out of their drafts."""
        rows = self.rows(RowState.TRASH, RowState.DRAFT)
        if rows and self._model.day is not None:
            self._deeds.restore(self._model.day, rows)

    def group(self) -> None:
        """Make entries of the rows selected that have a matter, or of all of the day if none is selected."""
        rows = self.rows(RowState.OPEN)
        if self._model.day is not None and (not rows or any(each.matter is not None for each in rows)):
            self._deeds.group(self._model.day, rows)

    def join(self) -> None:
        """Take back the cut that the first of the rows selected begins with."""
        rows = self.rows(RowState.OPEN)
        if rows and self._model.day is not None:
            self._deeds.join(self._model.day, rows)

    def merge(self) -> None:
        """Make one draft of the drafts that the rows selected are in."""
        rows = self.rows(RowState.DRAFT)
        if can_merge(rows):
            self._deeds.merge(rows)

    def show_visits(self) -> None:
        """Show, or hide, the visits of the rows selected."""
        rows = [each.row.id for each in self.rows()]
        self._model.open_rows(rows)
        self._choice.select(rows)  # the list was rebuilt

    def _pressed(self, key: str) -> None:
        items = self._choice.items()
        if key == "Enter" and items and not isinstance(items[0], DayRow | EntryLine):
            self.found_wanted.emit()
            return
        away = [item for item in items if isinstance(item, Away)]
        if away and len(away) == len(items) and (self._answer(away, key) or key not in _ANYWHERE):
            return  # a slip must not group the day
        act = self._acts.get(key)
        if act is not None:
            act()

    def _answer(self, away: Sequence[Away], key: str) -> bool:
        """Say what absences were; tell whether the key says anything of them."""
        said = [(each, gap_words.answered(key, possible=each.possible)) for each in away if each.asked]
        for each, occupation in said:
            if occupation is not None:
                self._deeds.answer(each, occupation)
        return any(occupation is not None for _, occupation in said)


def _needs_matter(item: Item) -> bool:
    return isinstance(item, DayRow) and needs_matter(item)


def _is_ours(line: EntryLine) -> bool:
    return line.entry.state in OURS_TO_EDIT


def _is_asked(item: Item) -> bool:
    return isinstance(item, Away) and item.asked

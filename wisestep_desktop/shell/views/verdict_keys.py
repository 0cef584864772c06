"""One key for yes and one for no: what a person says of the matter of the rows selected, without making an entry."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QListView

from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.core.ids import MatterId, RowId, TitleId
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import learned, verdicts
from wisestep_desktop.services.learning import Offer
from wisestep_desktop.services.timeline import Day, DayRow, RowState, TaggedBy
from wisestep_desktop.services.verdicts import likeliest
from wisestep_desktop.shell.deed_words import Deed
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.models.day import ITEM_ROLE, DayModel
from wisestep_desktop.shell.views.draft_desk import titles_of
from wisestep_desktop.shell.views.entry_panel import EntryPanel
from wisestep_desktop.shell.views.review_desk import DayView, ReviewDesk

ACCEPT, REJECT = "A", "R"


class VerdictKeys(QObject):
    """A accepts, R rejects, in the list and nowhere else; the panel's buttons and the row's menu do the same."""

    taught = Signal(object)

    def __init__(self, desk: Desk, rows: QListView, panel: EntryPanel, review_desk: ReviewDesk, view: DayView) -> None:
        super().__init__(panel)
        self._desk = desk
        self._rows = rows
        self._panel = panel
        self._review = review_desk
        self._view = view
        self._busy = False
        panel.accept_asked.connect(self.accept)
        panel.reject_asked.connect(self.reject)

    def accept(self) -> None:
        """Put the matter chosen in the panel, or else the likeliest of each, on the rows selected; go to the next."""
        rows, matter = self._selected(), self._panel.chosen_by_hand
        if not rows or self._busy:
            return
        if matter is None and all(likeliest(each) is None for each in rows):
            self._panel.ask_for_matter()
            return
        self.put(rows, matter)

    def put(self, rows: Sequence[DayRow], matter: MatterId | None) -> None:
        """Put a matter, or else the likeliest of each, on open rows; go to the next that needs one."""
        todo = [each for each in rows if not _is_said(each, matter)]  # saying it twice does not make it truer
        desk = self._desk
        now = desk.clock.read().wall
        shown = self._titles_shown()

        def job(books: Books) -> Offer | None:
            offered = verdicts.accept(books, desk.recogniser, todo, matter, now)
            learned.spread(books, desk.recogniser, titles_of(todo), shown)
            return offered

        self._busy = True
        self._review.do(
            Deed.ACCEPT,
            job,
            lambda offered: self._accepted(rows, offered),
            failed=self._refused,
            taught=titles_of(todo),
            among=shown,
        )

    def reject(self) -> None:
        """Take what is suggested off the rows selected, and ask for another matter."""
        rows = self._selected()
        if not rows or self._busy:
            return
        desk = self._desk
        now = desk.clock.read().wall
        shown = self._titles_shown()

        def job(books: Books) -> None:
            verdicts.reject(books, desk.recogniser, rows, now)
            learned.spread(books, desk.recogniser, titles_of(rows), shown)

        self._busy = True
        self._review.do(
            Deed.REJECT,
            job,
            lambda _done: self._rejected(rows),
            failed=self._refused,
            taught=titles_of(rows),
            among=shown,
        )

    def _titles_shown(self) -> frozenset[TitleId]:
        """Return the titles of the day's open rows, shown or not."""
        model = self._rows.model()
        day = model.day if isinstance(model, DayModel) else None
        return titles_of(() if day is None else day.rows)

    def _selected(self) -> tuple[DayRow, ...]:
        items = (index.data(ITEM_ROLE) for index in sorted(self._rows.selectionModel().selectedIndexes()))
        return tuple(item for item in items if isinstance(item, DayRow) and item.state is RowState.OPEN)

    def _accepted(self, rows: Sequence[DayRow], offered: Offer | None) -> None:
        self._view.follow(lambda day: self._next(day, rows), lambda: self._go_on(offered))

    def _next(self, _day: Day, rows: Sequence[DayRow]) -> list[RowId]:
        """Return the next row shown that needs a matter, from the top again after the last; else stay."""
        model = self._rows.model()
        shown = model.rows() if isinstance(model, DayModel) else ()
        last = max(each.row.span.start for each in rows)
        needing = [each for each in shown if needs_matter(each)]
        after = [each for each in needing if each.row.span.start > last]
        wanted = [*after, *needing][:1]
        return [each.row.id for each in wanted] or [each.row.id for each in rows]

    def _go_on(self, offered: Offer | None) -> None:
        self._busy = False
        self._panel.show_matter_again()
        self._rows.setFocus()
        if offered is not None:
            self.taught.emit(offered)

    def _rejected(self, rows: Sequence[DayRow]) -> None:
        self._view.follow(lambda _day: [each.row.id for each in rows], self._ask, in_sight=True)

    def _ask(self) -> None:
        self._busy = False
        self._panel.show_matter_again()
        self._panel.ask_for_matter()

    def _refused(self, error: WiseStepError) -> None:
        self._busy = False
        self._view.refused(error)


def _is_said(row: DayRow, matter: MatterId | None) -> bool:
    return row.tagged_by is TaggedBy.PERSON and row.matter is not None and matter in (None, row.matter)


def needs_matter(row: DayRow) -> bool:
    """Tell whether nobody has said yet which matter a row belongs to."""
    return row.state is RowState.OPEN and row.matter is None and row.tagged_by is None and bool(row.window.title)

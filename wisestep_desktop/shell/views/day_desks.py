"""What does things to the day shown: verdicts, drafts, sending, moving about; wired to the list and the side once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from wisestep_desktop.core.ids import EntryId, RowId
from wisestep_desktop.core.narrative_checks import Finding
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import narratives
from wisestep_desktop.services.timeline import Day, DayRow, RowState, read_day
from wisestep_desktop.shell.connection import ActionstepDesk
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.models.day import DayModel
from wisestep_desktop.shell.models.day_items import Heading
from wisestep_desktop.shell.narrative_words import kept_back_words
from wisestep_desktop.shell.recording import Recording
from wisestep_desktop.shell.tasks import Tasks
from wisestep_desktop.shell.views.add_time import TimeAsked
from wisestep_desktop.shell.views.draft_desk import DraftDesk
from wisestep_desktop.shell.views.entry_aid import EntryAid
from wisestep_desktop.shell.views.entry_parts import Catalogue, Subject
from wisestep_desktop.shell.views.offer_notice import OfferNotice
from wisestep_desktop.shell.views.review_desk import DayView, ReviewDesk
from wisestep_desktop.shell.views.row_choice import RowChoice
from wisestep_desktop.shell.views.row_deeds import RowDeeds
from wisestep_desktop.shell.views.row_keys import RowKeys
from wisestep_desktop.shell.views.row_menu import RowMenu
from wisestep_desktop.shell.views.sent_desk import SentDesk
from wisestep_desktop.shell.views.side import Side
from wisestep_desktop.shell.views.verdict_keys import VerdictKeys
from wisestep_desktop.shell.widgets.delete_notice import DeleteNotice
from wisestep_desktop.shell.widgets.done_notice import DoneNotice
from wisestep_desktop.shell.widgets.row_delegate import RowDelegate
from wisestep_desktop.shell.widgets.row_list import RowList


class DayDesks(QObject):
    """Owns every desk of a day page. ``wire`` has to be called once, when list and side are there."""

    learned_wanted = Signal()
    stocked = Signal()
    taught = Signal(object)
    stated = Signal(object)
    """A stretch was said to be something: the rows in it are to be selected."""

    def __init__(
        self, desk: Desk, tasks: Tasks, actionstep: ActionstepDesk, recording: Recording, view: DayView, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._actionstep = actionstep
        self._recording = recording
        self._view = view
        self.review = ReviewDesk(desk, tasks, view, self)
        self.deeds = RowDeeds(desk, self.review, view, self)
        self.offer = OfferNotice(desk, tasks, view.refresh)
        self.done = DoneNotice(parent)
        self.sure = DeleteNotice(parent)
        self.done.undo_asked.connect(self.review.undo)
        self.review.told.connect(self.done.tell)
        self.keys: RowKeys
        self.verdicts: VerdictKeys
        self.sent: SentDesk
        self.drafts: DraftDesk
        self._model: DayModel
        self._side: Side

    def wire(self, model: DayModel, rows: RowList, choice: RowChoice, delegate: RowDelegate, side: Side) -> None:
        """Wire the desks to what shows the day."""
        desk, panel = self._desk, side.entry
        self._model, self._side = model, side
        self.sent = SentDesk(desk, self._tasks, self._actionstep, panel, self._view.refresh)
        self.drafts = DraftDesk(desk, self._actionstep, panel, self.review, self._view)
        self.verdicts = VerdictKeys(desk, rows, panel, self.review, self._view)
        self.keys = RowKeys(rows, model, choice, self.verdicts, self.deeds)
        self.aid = EntryAid(desk, self._tasks, panel)
        self.menu = RowMenu(rows, self._recording, self.keys, self.verdicts, self.learned_wanted.emit)
        self.drafts.taught.connect(self.taught)
        self.drafts.sending.connect(self.done.pass_by)
        self.verdicts.taught.connect(self.taught)
        self.keys.split_wanted.connect(self._ask_split)
        self.keys.panel_wanted.connect(panel.focus_narrative)
        self.keys.delete_wanted.connect(self.sure.ask)
        self.sure.agreed.connect(self._delete)
        delegate.answered.connect(self.deeds.answer)
        self.deeds.stated.connect(self.stated)
        model.dropped.connect(self._dropped)
        panel.split_asked.connect(self._begin_split)
        side.split.cut_asked.connect(self._cut)
        side.split.split_asked.connect(self._split)
        side.add.added.connect(self._add)
        side.add.timer_asked.connect(self._start_timer)
        side.day.group_asked.connect(self.group_day)
        side.day.send_asked.connect(self.send_day)
        self._recording.forgotten.connect(lambda _outcome: self.review.forget())
        self._actionstep.synced.connect(self.stocked)
        self._actionstep.sent.connect(lambda _entries: self._view.refresh())
        self._actionstep.changed.connect(self._stock_if_new)

    def supply(self, catalogue: Catalogue) -> None:
        """Take what entries can be made of."""
        self._side.entry.supply(catalogue)
        self._side.add.supply(catalogue.search)
        self._side.day.set_terms(catalogue)
        if self._model.day is not None:
            self._side.day.show_day(self._model.day)

    def looked_at(self, day: Day) -> None:
        """Hear which day is looked at, so that Actionstep can be asked how its entries stand."""
        self.sent.look(day.day, day.records)
        if any(each.state is EntryState.DRAFT for each in day.entries):
            self.look_over(day)

    def group_day(self) -> None:
        """Make entries of everything of the day that has a matter."""
        if self._model.day is not None:
            self.deeds.group(self._model.day)

    def send_day(self) -> None:
        """Send every draft of the day that has the matter it needs, but those whose text somebody should read first."""
        day = self._model.day
        if day is None:
            return
        desk, shown = self._desk, day.day
        zone, now = desk.clock.zone(), desk.clock.read().wall

        def look(books: Books) -> tuple[list[EntryId], dict[EntryId, Finding]]:
            drafts = [each for each in read_day(books, shown, zone, now).entries if each.state is EntryState.DRAFT]
            matterless = not Settings(books.settings.all()).flag("review.require_matter")
            ready = [each for each in drafts if each.draft.matter is not None or matterless]
            found = narratives.unseen(books, desk.recogniser, ready, desk.lists.tasks)
            return [each.id for each in ready], found

        def send(looked: tuple[list[EntryId], dict[EntryId, Finding]]) -> None:
            ready, kept_back = looked
            for entry in ready:
                if entry not in kept_back:
                    self.drafts.send(entry)
            if kept_back:
                self.done.tell(kept_back_words(len(kept_back)), False)  # noqa: FBT003  a Qt slot

        self._tasks.run(lambda: desk.store.read(look), send, self._view.refused)

    def look_over(self, day: Day) -> None:
        """Look over the drafts of a day, so that those to be read first are marked."""
        desk = self._desk
        self._tasks.run(
            lambda: desk.store.read(
                lambda books: narratives.unseen(books, desk.recogniser, day.entries, desk.lists.tasks)
            ),
            self._side.day.mark,
            self._view.refused,
        )

    def _delete(self, rows: Sequence[DayRow]) -> None:
        if self._model.day is not None:
            self.deeds.delete(self._model.day, rows, lambda: None)

    def _dropped(self, rows: Sequence[RowId], onto: object) -> None:
        """Put rows where they were dropped: into the draft of a row, or under the matter of a row or heading."""
        day = self._model.day
        if day is None:
            return
        dragged = [each for each in day.rows if each.row.id in set(rows)]
        match onto:
            case DayRow(state=RowState.DRAFT) as target if target.row.entry is not None:
                self.deeds.move(day, rows, target.row.entry)
            case DayRow(state=RowState.OPEN, matter=matter) | Heading(matter=matter) if matter is not None:
                self.verdicts.put([each for each in dragged if each.state is RowState.OPEN], matter)
            case _:
                return

    def _ask_split(self) -> None:
        subject = self._side.entry.subject
        if subject is not None and subject.rows and (subject.entry is not None or len(subject.rows) == 1):
            self._begin_split(subject)

    def _begin_split(self, subject: Subject | None) -> None:
        if subject is not None and subject.rows:
            self._side.setCurrentWidget(self._side.split)
            self._side.split.begin(subject, self._desk.clock.zone())

    def _cut(self, row: RowId, at: Instant) -> None:
        if self._model.day is not None:
            self._side.close_form()
            self.deeds.cut(self._model.day, row, at)

    def _split(self, rows: Sequence[RowId]) -> None:
        if self._model.day is not None:
            self._side.close_form()
            self.deeds.split(self._model.day, rows)

    def _add(self, asked: TimeAsked) -> None:
        if self._model.day is None:
            return
        span = asked.span

        def added() -> None:
            self._side.close_form()
            if span is None:
                self._view.refresh()
            else:
                self.stated.emit(span)

        self.deeds.add(self._model.day, asked, added)

    def _start_timer(self, asked: TimeAsked) -> None:
        def started() -> None:
            self._side.close_form()
            self._view.refresh()

        self.deeds.start_timer(asked, started)

    def _stock_if_new(self) -> None:
        if not self._actionstep.syncing:
            self.stocked.emit()

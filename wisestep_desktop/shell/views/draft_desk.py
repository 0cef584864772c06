"""What the timeline window does with an entry up to "send": keeps it, sends it, throws it away, and learns from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from wisestep_desktop.core.facts_of_work import main_kind
from wisestep_desktop.core.ids import EntryId, TitleId
from wisestep_desktop.core.instants import local_date
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import activity_types, learned, narratives, review, verdicts
from wisestep_desktop.services.facts import ConnectionState
from wisestep_desktop.services.learning import Offer
from wisestep_desktop.services.timeline import DayRow, RowState, read_day
from wisestep_desktop.shell.connection import ActionstepDesk
from wisestep_desktop.shell.deed_words import Deed
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.views.entry_panel import EntryPanel
from wisestep_desktop.shell.views.entry_parts import Subject
from wisestep_desktop.shell.views.review_desk import DayView, ReviewDesk
from wisestep_desktop.shell.words import tr


def titles_of(rows: Iterable[DayRow]) -> frozenset[TitleId]:
    """Return the titles of those rows that are open."""
    return frozenset(each.row.title for each in rows if each.state is RowState.OPEN and each.row.title is not None)


class DraftDesk(QObject):
    """Sits between the entry panel and the store; ``taught`` hears of phrases to offer."""

    taught = Signal(object)
    sending = Signal()
    """A draft goes out: it cannot be taken back as it could before."""

    def __init__(
        self, desk: Desk, actionstep: ActionstepDesk, panel: EntryPanel, review_desk: ReviewDesk, view: DayView
    ) -> None:
        super().__init__(panel)
        self._desk = desk
        self._actionstep = actionstep
        self._panel = panel
        self._review = review_desk
        self._view = view
        panel.kept.connect(self._keep)
        panel.send_asked.connect(self._send)
        panel.discarded.connect(self._discard)

    def _put(self, subject: Subject, wish: review.Wish, then: Callable[[tuple[EntryId, Offer | None]], None]) -> None:
        """Keep what the panel says, and learn where it differs from what the rows said."""
        desk = self._desk
        zone, name, now = desk.clock.zone(), desk.clock.zone_name(), desk.clock.read().wall

        def job(books: Books) -> tuple[EntryId, Offer | None]:
            self._learn_type(books, subject, wish, now)
            if subject.entry is not None:
                return review.edit(books, subject.entry.id, wish).id, None
            day = read_day(books, local_date(subject.rows[0].row.span.start, zone), zone, now)
            made = review.draft_rows(books, day, [each.row.id for each in subject.rows], wish, name)
            offered = verdicts.confirmed(books, desk.recogniser, subject.rows, wish.matter, now)
            learned.spread(books, desk.recogniser, titles_of(subject.rows), titles_of(day.rows))
            return made, offered

        deed = Deed.DRAFT if subject.entry is None else Deed.EDIT
        titles = titles_of(subject.rows)
        self._review.do(deed, job, then, taught=titles, among=titles)

    def _learn_type(self, books: Books, subject: Subject, wish: review.Wish, now: Instant) -> None:
        """Remember which activity type this kind of work got, for the next time."""
        known = None if wish.matter is None else books.matters.matter(wish.matter)
        kind = main_kind(narratives.facts_of_rows(subject.rows, known, self._desk.lists.work))
        before = None if subject.entry is None else subject.entry.draft.activity_type
        if wish.activity_type is not None or before is not None:
            activity_types.learn(books, wish.matter, kind, wish.activity_type, now)

    def _keep(self, subject: Subject, wish: review.Wish) -> None:
        self._put(subject, wish, lambda made: self._follow(made[0], lambda: self._tell(made[1])))

    def _send(self, subject: Subject, wish: review.Wish, closed_too: bool) -> None:  # noqa: FBT001  a Qt slot
        def kept(made: tuple[EntryId, Offer | None]) -> None:
            self._follow(made[0], lambda: deliver(*made))

        def deliver(entry: EntryId, offered: Offer | None) -> None:
            self._tell(offered)
            self.send(entry, closed_too=closed_too)

        self._put(subject, wish, kept)

    def send(self, entry: EntryId, *, closed_too: bool = False) -> None:
        """Send a draft as it is kept; without a connection it stays one, and that is said."""
        if self._actionstep.state.state is ConnectionState.DISCONNECTED:
            self._panel.refuse("connection.none", tr("Kept as a draft. Connect to Actionstep to send it."))
        else:
            self.sending.emit()
            self._actionstep.send(entry, closed_too=closed_too, refused=self._view.refused)

    def _follow(self, entry: EntryId, then: Callable[[], None]) -> None:
        """Keep the rows of an entry selected although their ids change when the entry claims them; then go on."""
        self._view.follow(lambda day: [each.row.id for each in day.rows if each.row.entry == entry], then)

    def _tell(self, offered: Offer | None) -> None:
        if offered is not None:
            self.taught.emit(offered)

    def _discard(self, subject: Subject) -> None:
        entry = subject.entry
        if entry is None or entry.state is EntryState.SENT:
            return
        self._review.do(Deed.DISCARD, lambda books: review.discard(books, entry.id))

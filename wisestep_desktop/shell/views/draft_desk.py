"""What the timeline window does with an entry up to "send": keeps it, sends it, throws it away, and learns from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.core.ids import EntryId, RowId, TitleId
from wisestep_desktop.core.instants import local_date
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import learned, review, verdicts
from wisestep_desktop.services.facts import ConnectionState
from wisestep_desktop.services.learning import Offer
from wisestep_desktop.services.timeline import Day, DayRow, RowState, read_day
from wisestep_desktop.shell.connection import ActionstepDesk
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.tasks import Tasks
from wisestep_desktop.shell.views.entry_panel import EntryPanel
from wisestep_desktop.shell.views.entry_parts import Subject
from wisestep_desktop.shell.words import tr

Choice = Callable[[Day], Sequence[RowId]]


class DayView(Protocol):
    """What shows the day, as those see it who change something in it."""

    def follow(self, choose: Choice, then: Callable[[], None], *, in_sight: bool = False) -> None:
        """Read the day shown again, select rows in it, then go on; ``in_sight``: even if no filter shows them."""
        ...

    def refresh(self) -> None:
        """Read the day again soon."""
        ...

    def refused(self, error: WiseStepError) -> None:
        """Say why something was not done."""
        ...


def titles_of(rows: Iterable[DayRow]) -> frozenset[TitleId]:
    """Return the titles of those rows that are open."""
    return frozenset(each.row.title for each in rows if each.state is RowState.OPEN and each.row.title is not None)


class DraftDesk(QObject):
    """Sits between the entry panel and the store; ``taught`` hears of phrases to offer."""

    taught = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, actionstep: ActionstepDesk, panel: EntryPanel, view: DayView) -> None:
        super().__init__(panel)
        self._desk = desk
        self._tasks = tasks
        self._actionstep = actionstep
        self._panel = panel
        self._view = view
        panel.kept.connect(self._keep)
        panel.send_asked.connect(self._send)
        panel.discarded.connect(self._discard)

    def _put(self, subject: Subject, wish: review.Wish) -> tuple[EntryId, Offer | None]:
        """Keep what the panel says, and learn where it differs from what the rows said; off the Qt thread."""
        desk = self._desk
        zone, name, now = desk.clock.zone(), desk.clock.zone_name(), desk.clock.read().wall

        def job(books: Books) -> tuple[EntryId, Offer | None]:
            if subject.entry is not None:
                return review.edit(books, subject.entry.id, wish).id, None
            day = read_day(books, local_date(subject.rows[0].row.span.start, zone), zone)
            made = review.draft_rows(books, day, [each.row.id for each in subject.rows], wish, name)
            offered = verdicts.confirmed(books, desk.recogniser, subject.rows, wish.matter, now)
            learned.spread(books, desk.recogniser, titles_of(subject.rows), titles_of(day.rows))
            return made, offered

        return desk.store.write(job).result()

    def _keep(self, subject: Subject, wish: review.Wish) -> None:
        def kept(made: tuple[EntryId, Offer | None]) -> None:
            self._follow(made[0], lambda: self._tell(made[1]))

        self._tasks.run(lambda: self._put(subject, wish), kept, self._view.refused)

    def _send(self, subject: Subject, wish: review.Wish, closed_too: bool) -> None:  # noqa: FBT001  a Qt slot
        def kept(made: tuple[EntryId, Offer | None]) -> None:
            self._follow(made[0], lambda: deliver(*made))

        def deliver(entry: EntryId, offered: Offer | None) -> None:
            self._tell(offered)
            if self._actionstep.state.state is ConnectionState.DISCONNECTED:
                self._panel.refuse("connection.none", tr("Kept as a draft. Connect to Actionstep to send it."))
            else:
                self._actionstep.send(entry, closed_too=closed_too, refused=self._view.refused)

        self._tasks.run(lambda: self._put(subject, wish), kept, self._view.refused)

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
        self._tasks.run(
            lambda: self._desk.store.write(lambda books: review.discard(books, entry.id)).result(),
            lambda _gone: self._view.refresh(),
            self._view.refused,
        )

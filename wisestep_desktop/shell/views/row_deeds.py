"""What can be done to the rows selected, by a key, the menu or the mouse. Each of it can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from wisestep_desktop.core.ids import EntryId, RowId
from wisestep_desktop.core.lists import Lists
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.core.stated import Occupation
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import grouping, narratives, off_screen, rearranging, review
from wisestep_desktop.services.timeline import Day, DayRow, RowState, read_day
from wisestep_desktop.shell.deed_words import Deed
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.models.day_items import Away
from wisestep_desktop.shell.narrative_words import narrative_of
from wisestep_desktop.shell.views.add_time import TimeAsked
from wisestep_desktop.shell.views.review_desk import DayView, ReviewDesk

Change = Callable[[Books, Day, Sequence[RowId]], object]


class RowDeeds(QObject):
    """Knows what each deed does to a day; which rows are meant is said by whoever asks."""

    stated = Signal(object)
    """A stretch was said to be work: its rows are to be selected, for they may need a matter."""

    def __init__(self, desk: Desk, review_desk: ReviewDesk, view: DayView, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._review = review_desk
        self._view = view

    @property
    def lists(self) -> Lists:
        """Return what comes with the program about kinds of work."""
        return self._desk.lists

    def trash(self, day: Day, rows: Sequence[DayRow]) -> None:
        """Put rows into the trash."""
        self._rearrange(Deed.TRASH, day, rows, rearranging.trash_rows)

    def discard(self, entries: Sequence[EntryId]) -> None:
        """Take drafts apart; one that was written by hand is gone with its time."""

        def job(books: Books) -> None:
            for each in entries:
                review.discard(books, each)

        self._review.do(Deed.DISCARD, job)

    def restore(self, day: Day, rows: Sequence[DayRow]) -> None:
        """Take rows out of the trash, or out of their drafts."""
        trashed = [each for each in rows if each.state is RowState.TRASH]
        drafted = [each for each in rows if each.state is RowState.DRAFT]
        if trashed:
            self._rearrange(Deed.RESTORE, day, trashed, rearranging.restore_rows)
        elif drafted:
            self._rearrange(Deed.RELEASE, day, drafted, rearranging.release_rows)

    def delete(self, day: Day, rows: Sequence[DayRow], then: Callable[[], None]) -> None:
        """Delete rows in the trash for good; nothing before it can be taken back any more."""
        wanted = [each.row.id for each in rows if each.state is RowState.TRASH]

        def job(books: Books) -> int:
            return rearranging.delete_rows(books, self._again(books, day), wanted)

        self._review.finally_(job, then)

    def move(self, day: Day, rows: Sequence[RowId], entry: EntryId) -> None:
        """Put rows into a draft."""
        self._review.do(Deed.MOVE, lambda books: rearranging.move_rows(books, self._again(books, day), rows, entry))

    def merge(self, rows: Sequence[DayRow]) -> None:
        """Make one draft of the drafts that rows are in."""
        entries = list(dict.fromkeys(each.row.entry for each in rows if each.row.entry is not None))
        self._review.do(Deed.MERGE, lambda books: rearranging.merge_entries(books, entries))

    def group(self, day: Day, rows: Sequence[DayRow] = ()) -> None:
        """Make entries of all tagged rows of a day, or of those selected."""
        wanted = {each.row.id for each in rows if each.state is RowState.OPEN and each.matter is not None}
        name = self._desk.clock.zone_name()

        def job(books: Books) -> tuple[EntryId, ...]:
            now = self._again(books, day)
            only = now if not wanted else _only(now, wanted)
            style, minutes = narratives.template(Settings(books.settings.all()))
            scribe = grouping.Scribe(
                self._desk.lists,
                self._desk.recogniser,
                lambda told: narrative_of(told, style, minutes=minutes).text,
            )
            return grouping.group_day(books, only, scribe, name)

        self._review.do(Deed.GROUP, job)

    def cut(self, day: Day, row: RowId, at: Instant) -> None:
        """Cut a row in two."""
        self._review.do(Deed.CUT, lambda books: rearranging.cut_row(books, self._again(books, day), row, at))

    def join(self, day: Day, rows: Sequence[DayRow]) -> None:
        """Take back the cut that a row begins with."""
        wanted = rows[0].row.id
        self._review.do(Deed.JOIN, lambda books: rearranging.join_rows(books, self._again(books, day), wanted))

    def split(self, day: Day, rows: Sequence[RowId]) -> None:
        """Make an entry of its own of some rows of a draft."""
        self._review.do(Deed.SPLIT, lambda books: rearranging.split_entry(books, self._again(books, day), rows))

    def answer(self, away: Away, occupation: Occupation) -> None:
        """Say what an absence was."""
        now, zone = self._desk.clock.read().wall, self._desk.clock.zone()

        def job(books: Books) -> object:
            if occupation is Occupation.READING and away.possible:
                return off_screen.accept_reading(books, away.span, matter=None, zone=zone)
            return off_screen.state(books, away.span, occupation, "", now=now, matter=None, zone=zone)

        def done(_kept: object) -> None:
            self.stated.emit(away.span)

        self._review.do(Deed.READING if away.possible else Deed.STATE, job, done)

    def add(self, day: Day, asked: TimeAsked, then: Callable[[], None]) -> None:
        """Write down time that no window saw."""
        now, zone, name = self._desk.clock.read().wall, self._desk.clock.zone(), self._desk.clock.zone_name()

        def job(books: Books) -> object:
            if asked.span is not None:
                return off_screen.state(
                    books, asked.span, asked.occupation, asked.note, now=now, matter=asked.matter, zone=zone
                )
            return review.add_by_hand(
                books, day.day, asked.seconds, review.Wish(asked.matter, narrative=asked.note), name
            )

        self._review.do(
            Deed.BY_HAND if asked.span is None else Deed.STATE, job, lambda _made: then(), failed=self._view.refused
        )

    def start_timer(self, asked: TimeAsked, then: Callable[[], None]) -> None:
        """Start counting, beside what is recorded."""
        now, zone = self._desk.clock.read().wall, self._desk.clock.zone()
        self._review.do(
            Deed.TIMER_START,
            lambda books: off_screen.start_timer(
                books, asked.occupation, asked.note, now=now, matter=asked.matter, zone=zone
            ),
            lambda _timer: then(),
        )

    def stop_timer(self) -> None:
        """Stop counting; the time counted is a row."""
        now, zone = self._desk.clock.read().wall, self._desk.clock.zone()
        self._review.do(Deed.TIMER_STOP, lambda books: off_screen.stop_timer(books, now=now, zone=zone))

    def _rearrange(self, deed: Deed, day: Day, rows: Sequence[DayRow], change: Change) -> None:
        wanted = [each.row.id for each in rows]
        self._review.do(deed, lambda books: change(books, self._again(books, day), wanted))

    def _again(self, books: Books, day: Day) -> Day:
        """Read the day again: capture may have gone on since it was shown."""
        return read_day(books, day.day, self._desk.clock.zone(), self._desk.clock.read().wall)


def _only(day: Day, rows: set[RowId]) -> Day:
    """Return a day in which only some of the open rows are there to be grouped."""
    kept = tuple(each for each in day.rows if each.state is not RowState.OPEN or each.row.id in rows)
    return replace(day, rows=kept)


def can_merge(rows: Sequence[DayRow]) -> bool:
    """Tell whether rows are of several drafts, so that one could be made of them."""
    drafts = {each.row.entry for each in rows if each.fate is EntryState.DRAFT}
    return len(drafts) > 1

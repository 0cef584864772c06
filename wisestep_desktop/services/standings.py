"""What Actionstep had of a day at the last look: how ours stand there, and what was made elsewhere. Asks nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from wisestep_desktop.core.entries import Entry
from wisestep_desktop.core.ids import EntryId
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.records import RecordedEntry, Standing, elsewhere, standing
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.store import Books


@dataclass(frozen=True, slots=True)
class SentEntry:
    """A sent entry beside what Actionstep had of it at the last look."""

    entry: Entry
    record: RecordedEntry | None
    standing: Standing


@dataclass(frozen=True, slots=True)
class DayRecords:
    """What Actionstep had of a work date at the last look, ``seen``: ours, and what was made elsewhere."""

    sent: tuple[SentEntry, ...]
    elsewhere: tuple[RecordedEntry, ...]
    seen: Instant | None = None

    def of(self, entry: EntryId) -> SentEntry | None:
        """Return how one entry stands, if it was sent."""
        return next((each for each in self.sent if each.entry.id == entry), None)


NOTHING_THERE = DayRecords((), ())


def day_records(books: Books, day: date, entries: Sequence[Entry] | None = None) -> DayRecords:
    """Return what is known of a work date without asking anybody."""
    ours = books.entries.entries(day) if entries is None else entries
    sent = (each for each in ours if each.state is EntryState.SENT and each.remote is not None)
    return DayRecords(
        tuple(_beside(books, each) for each in sent),
        elsewhere(books.records.day(day), books.entries.entries(day)),
        books.records.seen(day),
    )


def _beside(books: Books, entry: Entry) -> SentEntry:
    record = None if entry.remote is None else books.records.record(entry.remote)
    return SentEntry(entry, record, standing(entry, record))

"""What is written down of an entry on its way, one transaction each; nothing here asks Actionstep."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from wisestep_desktop.core.doubts import settled_at
from wisestep_desktop.core.entries import Entry
from wisestep_desktop.core.errors import Doubt, Uncertain
from wisestep_desktop.core.ids import MatterId, RemoteEntryId
from wisestep_desktop.core.instants import SECOND
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.posting import EntryState, Move, moved
from wisestep_desktop.core.records import RecordedEntry
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.store import Books, OutboxRecord
from wisestep_desktop.services.orders import received, twins

FARTHEST = 3_600 * SECOND
"""No wait of ours is longer, whatever Actionstep asks for; one that looks longer was reckoned by another clock."""


def receive(books: Books, *, sent: Entry, record: RecordedEntry) -> Entry:
    """Keep a sent entry with what Actionstep made of it, and the record beside it."""
    after = received(sent, record)
    books.entries.settle(after)
    books.records.put(record)
    return after


def take_stock(books: Books, now: Instant) -> tuple[Entry, ...]:
    """Put right what a death or a clock left behind; return the entries that are in doubt by that."""
    for record in books.entries.outbox():
        entry = books.entries.entry(record.entry)
        if record.not_before > now + FARTHEST and entry is not None:  # the clock was set back since
            books.entries.settle(entry, not_before=now)
    return _doubt_crashed(books, now)


def _doubt_crashed(books: Books, now: Instant) -> tuple[Entry, ...]:
    """Whoever left these in sending is dead, since the turn is ours: nobody knows whether they arrived."""
    began = {record.entry: record.attempted for record in books.entries.outbox()}
    doubted = []
    for number in books.entries.sending():
        entry = books.entries.entry(number)
        if entry is not None:
            state, crashed = moved(entry.state, Move.DOUBT), Uncertain(Doubt.CRASHED)
            after = replace(entry, state=state, reason=crashed.code, detail=None)
            settles = settled_at(crashed.doubt, began=began.get(number) or now, doubted=now)
            books.entries.settle(after, settles=settles)
            doubted.append(after)
    return tuple(doubted)


def doubled(entry: Entry, found: tuple[RecordedEntry, ...]) -> Entry:
    """Return an entry of which Actionstep has more than one record: a case for the person."""
    return replace(entry, reason="send.found_twice", detail=str(len(found)))


def learn(books: Books, matter: MatterId, now: Matter | None) -> None:
    """Keep what Actionstep just said of a matter, so that it is offered and asked about as what it is."""
    known = books.matters.matter(matter)
    if now is not None:
        books.matters.put_matters([now])
    elif known is not None:
        books.matters.put_matters([replace(known, gone=True)])


def taken(books: Books, one: Entry) -> frozenset[RemoteEntryId]:
    """Return the records that other entries of ours are."""
    entries = books.entries.entries(one.draft.work_date)
    return frozenset(each.remote for each in entries if each.remote is not None and each.id != one.id)


def twin_in_doubt(books: Books, one: Entry) -> Instant | None:
    """Return when an entry that looks just like this one, and may have arrived or not, is looked at next."""
    owed = {record.entry: record for record in books.entries.outbox()}
    for each in books.entries.entries(one.draft.work_date):
        if each.id in owed and twins(each, one) and _goes_first(owed[each.id], owed.get(one.id)):
            return owed[each.id].not_before
    return None


def _goes_first(other: OutboxRecord, mine: OutboxRecord | None) -> bool:
    """Tell whether the other one has to be settled first: it is in doubt, or an order for it was given before."""
    if other.state is not EntryState.QUEUED:
        return True
    return other.attempts > 0 and (mine is None or not mine.attempts or other.entry < mine.entry)


def counted(entries: Iterable[Entry]) -> dict[EntryState, int]:
    """Return how many entries stand where."""
    counts = dict.fromkeys(EntryState, 0)
    for entry in entries:
        counts[entry.state] += 1
    return counts

"""After sending: what Actionstep has of a day, and changing or taking back what is not billed yet.

All of it asks Actionstep right now; nothing waits in an outbox, and every step may be repeated.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from wisestep_desktop.core.entries import Entry
from wisestep_desktop.core.errors import BadInput, Refused, Unavailable, Uncertain
from wisestep_desktop.core.ids import EntryId, PostingKey, RemoteEntryId
from wisestep_desktop.core.narrative import SummaryWords
from wisestep_desktop.core.posting import EntryState, Move, moved
from wisestep_desktop.core.records import RecordedEntry, Standing, differences, standing
from wisestep_desktop.ports.clock import Clock
from wisestep_desktop.ports.practice import Practice
from wisestep_desktop.ports.store import Books, Store
from wisestep_desktop.services import facts
from wisestep_desktop.services.orders import objection, order, received, worded
from wisestep_desktop.services.review import Wish, wished
from wisestep_desktop.services.standings import DayRecords, day_records


def look(store: Store, clock: Clock, practice: Practice, day: date) -> DayRecords:
    """Ask Actionstep what it has of a work date, and keep that.

    Raises:
        NotConnected, SignInAgain, Unavailable, Refused, Misunderstood: and what was known stays.
    """
    person = store.read(facts.person)
    found = practice.day(day, person.participant)
    ids = {record.id for record in found}
    ours = store.read(lambda books: books.entries.entries(day))
    strays = [entry.remote for entry in ours if entry.remote is not None and entry.remote not in ids]
    moved_away = [record for record in map(practice.fetch, strays) if record is not None]
    seen = clock.read().wall

    def keep(books: Books) -> DayRecords:
        books.records.put_day(day, found, seen)
        for record in moved_away:
            books.records.put(record)
        return day_records(books, day)

    return store.write(keep).result()


def amend(
    store: Store, practice: Practice, entry: EntryId, wish: Wish, words: SummaryWords, *, over_theirs: bool = False
) -> Entry:
    """Make a sent entry say something else, here and in Actionstep; its time and date stay.

    Args:
        store: of the entry.
        practice: the connection.
        entry: a sent one.
        wish: what it is to say.
        words: for the summary.
        over_theirs: also where somebody changed the record in Actionstep since it was sent.

    Raises:
        BadInput: if it is not sent, or cannot be sent like that.
        Refused: ``record.billed``, ``record.locked``, ``record.gone``, ``record.changed`` or what Actionstep says.
        Unavailable: ``record.unsure`` if nobody knows whether it took the change; asking again is safe.
    """
    person = store.read(facts.person)
    known = _current(store, practice, entry, over_theirs=over_theirs)
    stays = wish.matter == known.draft.matter  # where it is, it may stay, closed or not

    def decide(books: Books) -> Entry:
        wanted = replace(known, draft=wished(books, known.draft, wish), reason=None, detail=None)
        after = worded(books, wanted, words, move=Move.AMEND, key=_key(known), closed_too=stays)
        return replace(after, closed_too=stays and known.closed_too)

    after = store.read(decide)
    told = order(after, person.participant)
    if told.matter is not None and told.matter != known.draft.matter:
        objected = objection(after, practice.matter(told.matter))
        if objected is not None:
            raise objected
    assert after.remote is not None  # noqa: S101  sent entries have one
    try:
        record = practice.amend(after.remote, told)
    except Uncertain:
        back = practice.fetch(after.remote)
        if back is None or differences(after, back):
            raise Unavailable("record.unsure") from None
        record = back
    kept = received(after, record)

    def keep(books: Books) -> Entry:
        books.entries.put(kept)
        books.records.put(record)
        return kept

    return store.write(keep).result()


def recall(store: Store, practice: Practice, entry: EntryId, *, over_theirs: bool = False) -> Entry:
    """Delete a sent entry in Actionstep and make it a draft again here; sent anew, it is another record.

    Raises:
        BadInput: if it is not sent.
        Refused: ``record.billed``, ``record.locked``, ``record.changed`` or what Actionstep says.
        Unavailable: ``record.unsure`` if nobody knows whether it is deleted; asking again is safe.
    """
    store.read(facts.person)
    known = _sent_entry(store, entry)
    assert known.remote is not None  # noqa: S101  sent entries have one
    remote = known.remote
    back = practice.fetch(remote)
    if back is not None:
        _changeable(known, back, over_theirs=over_theirs)
        try:
            practice.remove(remote)
        except Uncertain:
            if practice.fetch(remote) is not None:
                raise Unavailable("record.unsure") from None

    def keep(books: Books) -> Entry:
        now = books.entries.entry(entry)
        if now is None or now.state is not EntryState.SENT:
            raise BadInput("entry.unknown", entry=entry)
        books.records.lose(remote)
        draft = replace(
            now,
            state=moved(now.state, Move.RECALL),
            key=None,
            remote=None,
            text_sent=None,
            billed_sent=None,
            worked_sent=None,
            reason=None,
            detail=None,
        )
        books.entries.put(draft)
        return draft

    return store.write(keep).result()


def _sent_entry(store: Store, entry: EntryId) -> Entry:
    known = store.read(lambda books: books.entries.entry(entry))
    if known is None:
        raise BadInput("entry.unknown", entry=entry)
    if known.state is not EntryState.SENT or known.remote is None:
        raise BadInput("entry.not_sent", entry=entry, state=known.state)
    return known


def _current(store: Store, practice: Practice, entry: EntryId, *, over_theirs: bool) -> Entry:
    """Return a sent entry whose record may be changed, as Actionstep has it this moment."""
    known = _sent_entry(store, entry)
    assert known.remote is not None  # noqa: S101  just checked
    back = practice.fetch(known.remote)
    if back is None:
        store.write(partial(_lose, record=known.remote)).result()
        raise Refused("record.gone", entry=entry)
    store.write(lambda books: books.records.put(back)).result()
    _changeable(known, back, over_theirs=over_theirs)
    return known


def _lose(books: Books, record: RemoteEntryId) -> None:
    books.records.lose(record)


def _changeable(entry: Entry, record: RecordedEntry, *, over_theirs: bool) -> None:
    match standing(entry, record):
        case Standing.BILLED:
            raise Refused("record.billed", entry=entry.id, bill=(record.bill_reference or "")[:60])
        case Standing.LOCKED:
            raise Refused("record.locked", entry=entry.id)
        case Standing.CHANGED if not over_theirs:
            raise Refused("record.changed", entry=entry.id, fields=", ".join(differences(entry, record)))
        case _:
            return


def _key(entry: Entry) -> PostingKey:
    if entry.key is None:
        raise BadInput("entry.not_queued", entry=entry.id)
    return entry.key

"""The outbox at work: each entry arrives in Actionstep once, or the attorney is told why it did not.

An order is given once. When nobody knows whether it was taken, Actionstep is asked for it by key before anything
else happens, and again before any second order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from wisestep_desktop.core.doubts import believable, settled_at
from wisestep_desktop.core.entries import Entry
from wisestep_desktop.core.errors import (
    BadSetting,
    Misunderstood,
    NotConnected,
    Refused,
    SignInAgain,
    Unavailable,
    Uncertain,
    WiseStepError,
)
from wisestep_desktop.core.ids import EntryId, PostingKey
from wisestep_desktop.core.instants import SECOND
from wisestep_desktop.core.matters import Person
from wisestep_desktop.core.narrative import SummaryWords
from wisestep_desktop.core.posting import IN_FLIGHT, EntryState, Move, moved
from wisestep_desktop.core.records import RecordedEntry, differences
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.clock import Clock
from wisestep_desktop.ports.practice import Practice, TimeEntry
from wisestep_desktop.ports.store import Books, OutboxRecord, Store
from wisestep_desktop.ports.turn import Turn
from wisestep_desktop.services import facts
from wisestep_desktop.services.orders import (
    named,
    objection,
    order,
    worded,
)
from wisestep_desktop.services.outbox import FARTHEST, doubled, learn, receive, take_stock, taken, twin_in_doubt
from wisestep_desktop.services.review import editable

_FIRST_WAIT = 2 * SECOND
_LONGEST_WAIT = 300 * SECOND


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends, and how the summary is worded.

    Attributes:
        person: signed in; owner and author of every entry.
        words: for the summary.
    """

    person: Person
    words: SummaryWords


class Courier:
    """Sends what is queued, one entry at a time.

    Args:
        store: of the entries.
        clock: for waiting times.
        practice: the connection; made when it is first needed.
        sender: who sends; raises ``NotConnected``.
        turn: held while sending, so that two processes never send at once.
        mint: makes a posting key: short, ASCII, never the same twice.
        spread: a number from 0 to 1 for jitter.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        practice: Callable[[], Practice],
        sender: Callable[[], Sender],
        turn: Turn,
        mint: Callable[[], PostingKey],
        spread: Callable[[], float],
    ) -> None:
        self._store = store
        self._clock = clock
        self._practice = practice
        self._sender = sender
        self._turn = turn
        self._mint = mint
        self._spread = spread
        self._in_vain = 0
        self._rest_until = Instant(0)

    def queue(self, entry: EntryId, words: SummaryWords, *, closed_too: bool = False) -> Entry:
        """Decide what an entry says and bills for good, and owe it to Actionstep, in one transaction.

        Raises:
            BadInput: if it lacks time, or a matter that is required, or its matter is closed and ``closed_too`` was not
                said.
        """
        now = self._now()

        def job(books: Books) -> Entry:
            known = editable(books, entry)
            key = known.key or self._mint()
            queued = worded(books, known, words, move=Move.QUEUE, key=key, closed_too=closed_too)
            # An order under this key may have been given, so it is asked for before another one is.
            books.entries.enqueue(queued, now, tried=known.key is not None)
            return queued

        return self._store.write(job).result()

    def run(self) -> tuple[Entry, ...]:
        """Do everything that is due now, once; return the entries touched, as they stand afterwards.

        Ends early, with the rest still queued, when Actionstep cannot be reached or the person must sign in again.
        Returns nothing where another process is sending already.
        """
        touched: dict[EntryId, Entry] = {}
        with self._turn.take() as ours:
            if not ours:
                return ()
            now = self._now()
            for entry in self._store.write(lambda books: take_stock(books, now)).result():
                touched[entry.id] = entry
            for record in self._store.read(lambda books: books.entries.outbox()):
                if record.not_before > self._now():
                    continue
                after, go_on = self._attend(record)
                if after is not None:
                    touched[after.id] = after
                if not go_on:
                    break
        return tuple(touched.values())

    def next_due(self) -> Instant | None:
        """Return when to run next, or None if nothing is owed.

        While Actionstep cannot be reached, one entry after the other need not find that out: all rest for longer and
        longer, up to five minutes.
        """
        now = self._now()
        farthest = Instant(now + FARTHEST)
        rest = self._rest_until if self._rest_until <= farthest else now  # the clock was set back since
        records = self._store.read(lambda books: books.entries.outbox())
        return min((max(rest, min(record.not_before, farthest)) for record in records), default=None)

    def _attend(self, record: OutboxRecord) -> tuple[Entry | None, bool]:
        """Do what one record needs; tell whether going on makes sense."""
        entry = self._store.read(lambda books: books.entries.entry(record.entry))
        if entry is None:
            return None, True
        try:
            sender = self._sender()
            if entry.state is EntryState.UNCERTAIN:
                return self._look_up(entry, record, sender)
            twin = self._store.read(lambda books: twin_in_doubt(books, entry))
            if twin is not None:  # whichever of the two a look-up found could be taken for the other
                later = Instant(max(twin, self._now() + _FIRST_WAIT))
                return self._keep(entry.id, Unavailable("send.twin_in_doubt"), later), True
            # Insurance is cheap: look before a second order, even where the first certainly failed.
            if record.attempts and (found := self._candidates(entry, record, sender)):
                return self._met(entry, found, sender), True
            return self._send(entry, sender)
        except (SignInAgain, NotConnected, BadSetting) as error:
            self._ask_to_sign_in(error)
            return self._keep(entry.id, error, record.not_before), False
        except Unavailable as error:
            return self._keep(entry.id, error, self._rest(record.attempts, error)), False
        except (Misunderstood, Refused) as error:  # of a question; the entry itself was not judged
            return self._keep(entry.id, error, self._later(record.attempts, None)), True

    def _send(self, entry: Entry, sender: Sender) -> tuple[Entry | None, bool]:
        practice = self._practice()
        told = order(entry, sender.person.participant)
        if told.matter is not None:
            now = practice.matter(told.matter)
            self._reached()
            objected = objection(entry, now)
            if objected is not None:
                self._store.write(partial(learn, matter=told.matter, now=now)).result()
                return self._object(entry.id, objected), True
        sending = self._claim(entry)
        if sending is None:
            return None, True
        try:
            record = practice.create(told)
        except Uncertain as doubt:
            began, doubted = self._record(sending.id).attempted, self._now()
            settles = settled_at(doubt.doubt, began=doubted if began is None else began, doubted=doubted)
            uncertain = self._settle(sending, Move.DOUBT, doubt, not_before=doubted, settles=settles)
            return self._look_up(uncertain, self._record(uncertain.id), sender)
        except Refused as refused:
            return self._settle(sending, Move.REFUSE, refused), True
        except Unavailable as busy:
            attempts = self._record(sending.id).attempts
            return self._settle(sending, Move.DEFER, busy, not_before=self._rest(attempts, busy)), False
        except (SignInAgain, NotConnected, BadSetting) as error:
            self._ask_to_sign_in(error)
            return self._settle(sending, Move.DEFER, error, not_before=self._now()), False
        self._reached()
        return self._sent(sending, record, Move.ACCEPT, told), True

    def _object(self, number: EntryId, why: WiseStepError) -> Entry | None:
        """Refuse an entry as it is by now; one that was held back while Actionstep was asked is the person's again."""

        def job(books: Books) -> Entry | None:
            entry = books.entries.entry(number)
            if entry is None or entry.state is not EntryState.QUEUED:
                return entry
            after = replace(entry, state=moved(entry.state, Move.REFUSE), reason=why.code, detail=named(why))
            books.entries.settle(after)
            return after

        return self._store.write(job).result()

    def _ask_to_sign_in(self, error: WiseStepError) -> None:
        """Keep for tray and window that only a person can go on from here."""
        if isinstance(error, SignInAgain):
            self._store.write(lambda books: facts.keep_trouble(books, error)).result()

    def _look_up(self, entry: Entry, record: OutboxRecord, sender: Sender) -> tuple[Entry | None, bool]:
        """Ask Actionstep whether it has the entry; only a look-up late enough proves that it has not."""
        try:
            found = self._candidates(entry, record, sender)
        except Unavailable as away:
            return self._keep(entry.id, away, self._rest(record.attempts, away)), False
        except (Misunderstood, Refused) as trouble:
            return self._keep(entry.id, trouble, self._later(record.attempts, None)), True
        if len(found) == 1:
            return self._sent(entry, found[0], Move.FIND, order(entry, sender.person.participant)), True
        if found:
            return self._put(doubled(entry, found), Instant(self._now() + _LONGEST_WAIT)), True
        now = self._now()
        settles = now if record.settles is None else believable(record.settles, now)
        if now < settles:
            return self._put(entry, settles, settles), True
        return self._settle(entry, Move.MISS, None, not_before=now), True

    def _met(self, entry: Entry, found: tuple[RecordedEntry, ...], sender: Sender) -> Entry | None:
        """Take what was found before a second order for the first one's; two of it are a case for the person."""
        sending = self._claim(entry)
        if sending is None:
            return None
        if len(found) == 1:
            return self._sent(sending, found[0], Move.ACCEPT, order(entry, sender.person.participant))
        doubted = replace(doubled(sending, found), state=moved(sending.state, Move.DOUBT))
        return self._put(doubted, Instant(self._now() + _LONGEST_WAIT))

    def _candidates(self, entry: Entry, record: OutboxRecord, sender: Sender) -> tuple[RecordedEntry, ...]:
        """Return the records that may be this entry; one that another entry of ours is already is none of them."""
        others = self._store.read(lambda books: taken(books, entry))
        told = order(entry, sender.person.participant)
        found = self._practice().find(told, record.attempted or record.not_before)
        self._reached()
        return tuple(each for each in found if each.id not in others)

    def _claim(self, entry: Entry) -> Entry | None:
        now = self._now()
        return self._store.write(lambda books: books.entries.claim(entry.id, now)).result()

    def _sent(self, entry: Entry, record: RecordedEntry, move: Move, told: TimeEntry) -> Entry:
        """Keep Actionstep's id and what it made of the entry at once, then fetch the record back and compare again."""
        sent = replace(entry, state=moved(entry.state, move), remote=record.id, reason=None, detail=None)
        after = self._store.write(partial(receive, sent=sent, record=record)).result()
        back = self._fetched_back(sent, record, told)
        return after if back == record else self._store.write(partial(receive, sent=sent, record=back)).result()

    def _fetched_back(self, sent: Entry, record: RecordedEntry, told: TimeEntry) -> RecordedEntry:
        """Return the record as it is there now; a date moved by the organisation's zone is put right, once."""
        try:
            back = self._practice().fetch(record.id) or record
            if "work_date" in differences(sent, back) and not back.settled:
                back = self._practice().amend(record.id, told)
        except WiseStepError:
            return record  # it is sent all the same; the answer to the order is all we have
        return back

    def _settle(
        self,
        entry: Entry,
        move: Move,
        why: WiseStepError | None,
        *,
        not_before: Instant | None = None,
        settles: Instant | None = None,
    ) -> Entry:
        reason, detail = (None, None) if why is None else (why.code, named(why))
        after = replace(entry, state=moved(entry.state, move), reason=reason, detail=detail)
        return self._put(after, not_before, settles)

    def _keep(self, number: EntryId, why: WiseStepError, not_before: Instant) -> Entry | None:
        """Leave an entry where it stands by now, with the reason it waits; a doubt stays the reason of what it is."""

        def job(books: Books) -> Entry | None:
            entry = books.entries.entry(number)
            if entry is None or entry.state not in IN_FLIGHT:
                return entry  # taken back meanwhile
            if entry.state is not EntryState.UNCERTAIN:
                entry = replace(entry, reason=why.code, detail=named(why))
            books.entries.settle(entry, not_before=not_before)
            return entry

        return self._store.write(job).result()

    def _put(self, entry: Entry, not_before: Instant | None = None, settles: Instant | None = None) -> Entry:
        self._store.write(lambda books: books.entries.settle(entry, not_before=not_before, settles=settles)).result()
        return entry

    def _record(self, entry: EntryId) -> OutboxRecord:
        return next(
            record for record in self._store.read(lambda books: books.entries.outbox()) if record.entry == entry
        )

    def _reached(self) -> None:
        self._in_vain, self._rest_until = 0, Instant(0)

    def _rest(self, attempts: int, away: Unavailable) -> Instant:
        """Return when to try again after Actionstep could not be reached, and leave everything until then."""
        self._in_vain += 1
        self._rest_until = self._later(max(attempts, self._in_vain), away.retry_after)
        return self._rest_until

    def _later(self, attempts: int, retry_after: int | None) -> Instant:
        """Return when to try again: as asked, else doubling, with jitter, at most five minutes from now."""
        wait = min(_LONGEST_WAIT, _FIRST_WAIT * 2 ** min(attempts, 10))
        if retry_after is not None:
            return Instant(self._now() + min(retry_after * SECOND, FARTHEST))
        return Instant(self._now() + wait // 2 + int(wait / 2 * self._spread()))

    def _now(self) -> Instant:
        return self._clock.read().wall

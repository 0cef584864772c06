"""The outbox at work: each entry arrives in Actionstep once, or the attorney is told why it did not.

An order is given once. When nobody knows whether it was taken, Actionstep is asked for it by key before anything
else happens, and again before any second order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from wisestep_desktop.core.entries import Charge, Draft, Entry, figures
from wisestep_desktop.core.errors import (
    BadInput,
    BadSetting,
    Doubt,
    Misunderstood,
    NotConnected,
    Refused,
    SignInAgain,
    Unavailable,
    Uncertain,
    WiseStepError,
)
from wisestep_desktop.core.ids import EntryId, ParticipantId, PostingKey
from wisestep_desktop.core.instants import SECOND
from wisestep_desktop.core.matters import MatterStatus, Person
from wisestep_desktop.core.narrative import SummaryWords, text_to_send
from wisestep_desktop.core.posting import IN_FLIGHT, EntryState, Move, moved
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.clock import Clock
from wisestep_desktop.ports.practice import Practice, RecordedEntry, TimeEntry
from wisestep_desktop.ports.store import Books, OutboxRecord, Store
from wisestep_desktop.ports.turn import Turn
from wisestep_desktop.services import facts
from wisestep_desktop.services.review import editable, non_billable_names, same_name

SETTLE: dict[Doubt, int] = {
    Doubt.DROPPED: 3 * SECOND,
    Doubt.SERVER_ERROR: 3 * SECOND,
    Doubt.GARBLED: 3 * SECOND,
    Doubt.CRASHED: 20 * SECOND,
    Doubt.TIMED_OUT: 90 * SECOND,
}
"""How long after an attempt began a row may still appear; not found before that proves nothing."""

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

    def queue(self, entry: EntryId, words: SummaryWords, *, closed_too: bool = False) -> Entry:
        """Decide what an entry says and bills for good, and owe it to Actionstep, in one transaction.

        Raises:
            BadInput: if it lacks a matter or time, or its matter is closed and ``closed_too`` was not said.
        """
        now = self._now()

        def job(books: Books) -> Entry:
            known = editable(books, entry)
            _sendable(books, known, closed_too=closed_too)
            settings = Settings(books.settings.all())
            known = replace(known, draft=_charged(books, known.draft, settings))
            told = figures(known.draft, unit=settings.number("BILLABLE_TIME_ROUNDING_SEC"))
            summary = words if settings.flag("ADD_SUMMARY_TO_NARRATIVE") else None
            queued = replace(
                known,
                state=moved(known.state, Move.QUEUE),
                key=known.key or self._mint(),
                text_sent=text_to_send(known.draft.narrative, told, summary),
                billed_sent=told.billed_hours,
                reason="matter.closed_confirmed" if closed_too else None,
                detail=None,
            )
            books.entries.enqueue(queued, now)
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
            for entry in self._store.write(self._doubt_crashed).result():
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
        """Return when something is due next, or None if nothing is owed."""
        return min(
            (record.not_before for record in self._store.read(lambda books: books.entries.outbox())), default=None
        )

    def _doubt_crashed(self, books: Books) -> tuple[Entry, ...]:
        """Whoever left these in sending is dead, since the turn is ours: nobody knows whether they arrived."""
        doubted = []
        for number in books.entries.sending():
            entry = books.entries.entry(number)
            if entry is not None:
                after = replace(
                    entry, state=moved(entry.state, Move.DOUBT), reason=Uncertain(Doubt.CRASHED).code, detail=None
                )
                books.entries.settle(after)
                doubted.append(after)
        return tuple(doubted)

    def _attend(self, record: OutboxRecord) -> tuple[Entry | None, bool]:
        """Do what one record needs; tell whether going on makes sense."""
        entry = self._store.read(lambda books: books.entries.entry(record.entry))
        if entry is None:
            return None, True
        try:
            sender = self._sender()
            if entry.state is EntryState.UNCERTAIN:
                return self._look_up(entry, record, sender)
            if record.attempts and (found := self._found(entry, record, sender)):
                sending = self._claim(entry)
                return (self._sent(sending, found, Move.ACCEPT) if sending else None), True
            return self._send(entry, sender)
        except (SignInAgain, NotConnected, BadSetting) as error:
            self._ask_to_sign_in(error)
            return self._keep(entry.id, error.code, record.not_before), False
        except Unavailable as error:
            return self._keep(entry.id, error.code, self._later(record.attempts, error.retry_after)), False
        except (Misunderstood, Refused) as error:  # of a question; the entry itself was not judged
            return self._keep(entry.id, error.code, self._later(record.attempts, None)), True

    def _send(self, entry: Entry, sender: Sender) -> tuple[Entry | None, bool]:
        practice = self._practice()
        objection = self._objection(entry, practice)
        if objection is not None:
            return self._settle(entry, Move.REFUSE, objection), True
        sending = self._claim(entry)
        if sending is None:
            return None, True
        try:
            record = practice.create(_time_entry(sending, sender.person.participant))
        except Uncertain as doubt:
            uncertain = self._settle(sending, Move.DOUBT, doubt, not_before=self._now())
            return self._look_up(uncertain, self._record(uncertain.id), sender)
        except Refused as refused:
            return self._settle(sending, Move.REFUSE, refused), True
        except Unavailable as busy:
            attempts = self._record(sending.id).attempts
            later = self._later(attempts, busy.retry_after)
            return self._settle(sending, Move.DEFER, busy, not_before=later), False
        except (SignInAgain, NotConnected, BadSetting) as error:
            self._ask_to_sign_in(error)
            return self._settle(sending, Move.DEFER, error, not_before=self._now()), False
        return self._sent(sending, record, Move.ACCEPT), True

    def _ask_to_sign_in(self, error: WiseStepError) -> None:
        """Keep for tray and window that only a person can go on from here."""
        if isinstance(error, SignInAgain):
            self._store.write(lambda books: facts.keep_trouble(books, error.code)).result()

    def _look_up(self, entry: Entry, record: OutboxRecord, sender: Sender) -> tuple[Entry | None, bool]:
        """Ask Actionstep whether it has the entry; only a look-up late enough proves that it has not."""
        try:
            found = self._practice().find(
                _time_entry(entry, sender.person.participant), record.attempted or record.not_before
            )
        except (Unavailable, Misunderstood, Refused) as trouble:
            retry_after = trouble.retry_after if isinstance(trouble, Unavailable) else None
            later = self._later(record.attempts, retry_after)
            return self._keep(entry.id, entry.reason or trouble.code, later), not isinstance(trouble, Unavailable)
        if len(found) == 1:
            return self._sent(entry, found[0], Move.FIND), True
        if found:
            waiting = replace(entry, reason="send.found_twice", detail=str(len(found)))
            return self._put(waiting, Instant(self._now() + _LONGEST_WAIT)), True
        settled = (record.attempted or self._now()) + SETTLE[_doubt_of(entry)]
        if self._now() < settled:
            return self._put(entry, Instant(settled)), True
        return self._settle(entry, Move.MISS, None, not_before=self._now()), True

    def _found(self, entry: Entry, record: OutboxRecord, sender: Sender) -> RecordedEntry | None:
        """Look before a second order, even where the first certainly failed: insurance is cheap."""
        time_entry = _time_entry(entry, sender.person.participant)
        found = self._practice().find(time_entry, record.attempted or record.not_before)
        return found[0] if len(found) == 1 else None

    def _objection(self, entry: Entry, practice: Practice) -> WiseStepError | None:
        """Return why the matter cannot take time right now, as Actionstep has it this moment."""
        matter = entry.draft.matter
        if matter is None:
            return BadInput("entry.no_matter", entry=entry.id)
        now = practice.matter(matter)
        if now is None:
            return Refused("matter.gone", matter=matter)
        if now.status is MatterStatus.CLOSED and entry.reason != "matter.closed_confirmed":
            return Refused("matter.closed", matter=matter)
        return None

    def _claim(self, entry: Entry) -> Entry | None:
        now = self._now()
        return self._store.write(lambda books: books.entries.claim(entry.id, now)).result()

    def _sent(self, entry: Entry, record: RecordedEntry, move: Move) -> Entry:
        """Keep Actionstep's id first, then fetch the record back and compare."""
        sent = replace(entry, state=moved(entry.state, move), remote=record.id, reason=None, detail=None)
        self._put(sent)
        try:
            back = self._practice().fetch(record.id) or record
        except WiseStepError:
            back = record  # it is sent all the same; the answer to the order is all we have
        different = _differences(sent, back)
        if not different:
            return sent
        return self._put(
            replace(sent, billed_sent=back.billable_hours, reason="sent.differs", detail=", ".join(different))
        )

    def _settle(
        self, entry: Entry, move: Move, why: WiseStepError | None, *, not_before: Instant | None = None
    ) -> Entry:
        detail = None if why is None else str(why.params.get("detail", "")) or None
        after = replace(entry, state=moved(entry.state, move), reason=None if why is None else why.code, detail=detail)
        return self._put(after, not_before)

    def _keep(self, number: EntryId, reason: str, not_before: Instant) -> Entry | None:
        """Leave an entry where it stands by now, with the reason it waits."""

        def job(books: Books) -> Entry | None:
            entry = books.entries.entry(number)
            if entry is None or entry.state not in IN_FLIGHT:
                return entry  # taken back meanwhile
            if entry.reason != "matter.closed_confirmed" and not _is_doubt(entry):
                entry = replace(entry, reason=reason)
            books.entries.settle(entry, not_before=not_before)
            return entry

        return self._store.write(job).result()

    def _put(self, entry: Entry, not_before: Instant | None = None) -> Entry:
        self._store.write(lambda books: books.entries.settle(entry, not_before=not_before)).result()
        return entry

    def _record(self, entry: EntryId) -> OutboxRecord:
        return next(
            record for record in self._store.read(lambda books: books.entries.outbox()) if record.entry == entry
        )

    def _later(self, attempts: int, retry_after: int | None) -> Instant:
        """Return when to try again: as asked, else doubling, with jitter, at most five minutes from now."""
        wait = min(_LONGEST_WAIT, _FIRST_WAIT * 2 ** min(attempts, 10))
        if retry_after is not None:
            return Instant(self._now() + min(retry_after, 3600) * SECOND)
        return Instant(self._now() + wait // 2 + int(wait / 2 * self._spread()))

    def _now(self) -> Instant:
        return self._clock.read().wall


def _charged(books: Books, draft: Draft, settings: Settings) -> Draft:
    """Return the draft as it goes out: activity types that are never billed are not, whatever was set when."""
    known = None if draft.activity_type is None else books.matters.activity_type(draft.activity_type)
    if known is None or same_name(known.name) not in non_billable_names(settings):
        return draft
    return replace(draft, charge=Charge.NON_BILLABLE)


def _sendable(books: Books, entry: Entry, *, closed_too: bool) -> None:
    draft = entry.draft
    if draft.matter is None:
        raise BadInput("entry.no_matter", entry=entry.id)
    if not draft.worked_seconds:
        raise BadInput("entry.no_time", entry=entry.id)
    matter = books.matters.matter(draft.matter)
    if matter is None or matter.gone:
        raise BadInput("matter.gone", matter=draft.matter)
    if matter.status is MatterStatus.CLOSED and not closed_too:
        raise BadInput("matter.closed", matter=draft.matter)


def _time_entry(entry: Entry, owner: ParticipantId) -> TimeEntry:
    """Return the order for a queued entry; the same entry always gives the same order."""
    draft = entry.draft
    if entry.key is None or draft.matter is None or entry.text_sent is None or entry.billed_sent is None:
        raise BadInput("entry.not_queued", entry=entry.id)
    return TimeEntry(
        key=entry.key,
        work_date=draft.work_date,
        zone=draft.zone,
        started=draft.started,
        text=entry.text_sent,
        actual_hours=figures(draft, unit=0).worked_hours,
        billable_hours=entry.billed_sent,
        charge=draft.charge,
        matter=draft.matter,
        activity_type=draft.activity_type,
        owner=owner,
    )


def _differences(entry: Entry, record: RecordedEntry) -> tuple[str, ...]:
    """Return the names of what Actionstep has otherwise than it was sent."""
    draft = entry.draft
    compared = {
        "work_date": record.work_date == draft.work_date,
        "worked_hours": record.actual_hours == figures(draft, unit=0).worked_hours,
        "billed_hours": record.billable_hours == entry.billed_sent,
        "billable": record.billable == (draft.charge is not Charge.NON_BILLABLE),
        "matter": record.matter == draft.matter,
        "activity_type": record.activity_type == draft.activity_type,
        "text": record.text.split() == (entry.text_sent or "").split(),
    }
    return tuple(name for name, same in compared.items() if not same)


def _is_doubt(entry: Entry) -> bool:
    return entry.reason is not None and entry.reason.startswith("send.uncertain.")


def _doubt_of(entry: Entry) -> Doubt:
    name = (entry.reason or "").removeprefix("send.uncertain.")
    return Doubt(name) if name in set(Doubt) else Doubt.TIMED_OUT


def counted(entries: Iterable[Entry]) -> dict[EntryState, int]:
    """Return how many entries stand where."""
    counts = dict.fromkeys(EntryState, 0)
    for entry in entries:
        counts[entry.state] += 1
    return counts

"""The encrypted timeline and everything kept beside it, as books one transaction at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from wisestep_desktop.core.entries import Draft, Entry
from wisestep_desktop.core.ids import ActivityTypeId, EntryId, MatterId, PostingKey, RemoteEntryId, RowId, TitleId
from wisestep_desktop.core.layers import Source
from wisestep_desktop.core.matters import ActivityType, Matter, MatterMark
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.records import RecordedEntry
from wisestep_desktop.core.rows import EntryPart
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.ports.activity import ActivityBook
from wisestep_desktop.ports.captured import CapturedBook
from wisestep_desktop.ports.learning import LearningBook
from wisestep_desktop.ports.search import SearchBook
from wisestep_desktop.ports.sign_in import Grant
from wisestep_desktop.ports.stated import StatedBook
from wisestep_desktop.ports.timeline import ForgettingBook, TimelineBook
from wisestep_desktop.ports.upkeep import UpkeepBook

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class OutboxRecord:
    """What the outbox owes for one entry.

    Attributes:
        attempts: sends begun so far.
        not_before: nothing happens earlier.
        attempted: when the newest attempt began, for telling our own record from older ones.
        settles: while in doubt, from when on a look-up that finds nothing proves that there is nothing.
        reason: code of why it waits.
    """

    entry: EntryId
    key: PostingKey
    state: EntryState
    attempts: int
    not_before: Instant
    attempted: Instant | None
    reason: str | None
    settles: Instant | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One kept thing before and after an edit; None where it was not or is no more. Only a store reads it."""

    table: str
    before: tuple[object, ...] | None
    after: tuple[object, ...] | None

    def __repr__(self) -> str:
        return f"Change({self.table})"  # it holds narratives


@dataclass(frozen=True, slots=True)
class Edit:
    """Everything an edit changed, in order. It can be put back as long as nothing else changed the same."""

    changes: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changes)

    @property
    def inverse(self) -> Edit:
        """Return the edit that takes this one back."""
        return Edit(tuple(Change(each.table, each.after, each.before) for each in reversed(self.changes)))

    @property
    def teaches(self) -> bool:
        """Tell whether it changed what was learned, so that titles have to be read again."""
        return any(each.table in ("lesson", "phrase", "declined") for each in self.changes)


class MatterBook(Protocol):
    """The cache of matters and activity types of the connected organisation."""

    def matters(self) -> tuple[Matter, ...]:
        """Return every matter ever seen and not forgotten, by id, gone ones included."""
        ...

    def matter(self, matter: MatterId) -> Matter | None:
        """Return one matter."""
        ...

    def count(self, upto: MatterId | None = None) -> int:
        """Return how many matters are there, or how many with an id up to ``upto``; gone ones do not count."""
        ...

    def put_matters(self, matters: Iterable[Matter]) -> tuple[int, int]:
        """Add or update; return how many were new and how many differed.

        A name or reference that changes stays as an alias. What is known already costs no write.
        """
        ...

    def unlike(self, marks: Iterable[MatterMark]) -> tuple[MatterId, ...]:
        """Return the ids whose marks are not what is known."""
        ...

    def note_missing(self, walk: int, after: MatterId, last: MatterId | None, seen: Iterable[MatterId]) -> None:
        """Note that a walk met none but ``seen`` between two ids, without the first and with the last (None: all)."""
        ...

    def count_missing(self, walk: int) -> int:
        """Return how many matters a walk did not meet."""
        ...

    def hide_missing(self, walk: int) -> int:
        """Mark everything that a walk did not meet as gone; return how many became so."""
        ...

    def activity_types(self) -> tuple[ActivityType, ...]:
        """Return the activity types in use, by name."""
        ...

    def activity_type(self, activity_type: ActivityTypeId) -> ActivityType | None:
        """Return one activity type, also one no longer in use."""
        ...

    def put_activity_types(self, types: Sequence[ActivityType]) -> None:
        """Replace the list; entries keep pointing at types that vanish."""
        ...

    def version(self) -> int:
        """Return a number that grows whenever the cache changes."""
        ...

    def forget(self) -> None:
        """Empty the cache: another organisation's matters must not match."""
        ...


class EntryBook(Protocol):
    """Entries, the seconds they claim, and the outbox."""

    def add(self, draft: Draft) -> EntryId:
        """Keep a new draft."""
        ...

    def put(self, entry: Entry) -> None:
        """Replace an entry and what it claims; one that was removed is there again, under its own id."""
        ...

    def remove(self, entry: EntryId) -> None:
        """Forget a draft; its seconds are open again."""
        ...

    def entry(self, entry: EntryId) -> Entry | None:
        """Return one entry."""
        ...

    def entries(self, day: date | None = None) -> tuple[Entry, ...]:
        """Return all entries, or those of one work date, oldest first."""
        ...

    def between(self, first: date, last: date) -> tuple[tuple[Entry, int], ...]:
        """Return the entries of some work dates, both included, by date and id, each with its worked milliseconds.

        They come without their parts, which years have too many of.
        """
        ...

    def count(self, state: EntryState) -> int:
        """Return how many entries stand so."""
        ...

    def parts(self, within: Span) -> tuple[EntryPart, ...]:
        """Return every claimed stretch that touches ``within``."""
        ...

    def enqueue(self, entry: Entry, now: Instant, *, tried: bool = False) -> None:
        """Put a queued entry and its outbox record, together; one that was ``tried`` before counts as attempted."""
        ...

    def claim(self, entry: EntryId, now: Instant) -> Entry | None:
        """Turn a due queued entry into a sending one for this caller alone; None if somebody else has it."""
        ...

    def settle(self, entry: Entry, *, not_before: Instant | None = None, settles: Instant | None = None) -> None:
        """Put an entry and its outbox record after an attempt; ``sent`` and ``refused`` end the record's duty.

        What is None stays as it was.
        """
        ...

    def sending(self) -> tuple[EntryId, ...]:
        """Return entries in sending; whoever holds the sender's turn knows that their sender died."""
        ...

    def outbox(self) -> tuple[OutboxRecord, ...]:
        """Return what is still owed, oldest first."""
        ...


class RecordBook(Protocol):
    """What Actionstep has of the signed-in person's days, as last seen."""

    def put(self, record: RecordedEntry) -> None:
        """Keep what Actionstep has now."""
        ...

    def put_day(self, day: date, records: Iterable[RecordedEntry], seen: Instant) -> None:
        """Keep everything Actionstep has of a work date; what it had before and has no more is gone."""
        ...

    def record(self, record: RemoteEntryId) -> RecordedEntry | None:
        """Return one record."""
        ...

    def lose(self, record: RemoteEntryId) -> None:
        """Keep that a record is not there any more."""
        ...

    def day(self, day: date) -> tuple[RecordedEntry, ...]:
        """Return the records of a work date, gone ones included, oldest first."""
        ...

    def seen(self, day: date) -> Instant | None:
        """Return when Actionstep was last asked for a work date."""
        ...

    def forget(self) -> None:
        """Forget everything: another organisation's records are no business of this one."""
        ...


class SettingBook(Protocol):
    """Settings, the grant, and facts about the connection."""

    def all(self) -> dict[str, str]:
        """Return the text in force of every setting that anybody set, by its exact name."""
        ...

    def mine(self) -> dict[str, str]:
        """Return what the person set, in force or not."""
        ...

    def above(self) -> dict[Source, dict[str, str]]:
        """Return what the team and the administrator decided."""
        ...

    def put(self, name: str, text: str) -> None:
        """Set a setting of the person's; a blank text forgets it."""
        ...

    def decide(self, source: Source, texts: Mapping[str, str]) -> None:
        """Keep what the team or the administrator decides, in place of what they decided before."""
        ...

    def fact(self, name: str) -> str | None:
        """Return a fact about the connection, such as when it last synced."""
        ...

    def put_fact(self, name: str, text: str | None) -> None:
        """Keep or forget a fact."""
        ...

    def forget_facts(self, beginning: str) -> None:
        """Forget every fact whose name begins so."""
        ...

    def grant(self) -> Grant | None:
        """Return the grant of the connection."""
        ...

    def put_grant(self, grant: Grant | None) -> None:
        """Keep or forget the grant."""
        ...


class Books(Protocol):
    """Everything, inside one transaction."""

    @property
    def timeline(self) -> TimelineBook:
        """Visits, presence, titles, tags."""
        ...

    @property
    def stated(self) -> StatedBook:
        """What the person vouches for, and cuts."""
        ...

    @property
    def search(self) -> SearchBook:
        """Titles by their words."""
        ...

    @property
    def captured(self) -> CapturedBook:
        """Recorded time added up by day and matter."""
        ...

    @property
    def forgetting(self) -> ForgettingBook:
        """Taking back what was recorded."""
        ...

    @property
    def matters(self) -> MatterBook:
        """Matters and activity types."""
        ...

    @property
    def learning(self) -> LearningBook:
        """What corrections taught."""
        ...

    @property
    def activity(self) -> ActivityBook:
        """Choices of activity types, and UTBMS codes."""
        ...

    @property
    def entries(self) -> EntryBook:
        """Entries and the outbox."""
        ...

    @property
    def records(self) -> RecordBook:
        """What Actionstep has."""
        ...

    @property
    def settings(self) -> SettingBook:
        """Settings, grant, facts."""
        ...

    @property
    def upkeep(self) -> UpkeepBook:
        """Counting, letting go of what is old, carrying all away."""
        ...


class Store(Protocol):
    """One file, one writer thread, any number of readers. Safe from any thread."""

    def write(self, job: Callable[[Books], T]) -> Future[T]:
        """Run ``job`` on the writer thread in a transaction of its own, in the order of the calls.

        The future gives the job's result once it is durable against a kill, or the job's error, in which case
        nothing of it was kept. ``StoreError`` where the disk said no.
        """
        ...

    def edit(self, job: Callable[[Books], T]) -> Future[tuple[T, Edit]]:
        """Run ``job`` as ``write`` does; the future gives its result and what it changed of what people edit."""
        ...

    def revert(self, edit: Edit) -> Future[Edit]:
        """Put back what an edit changed, wholly or not at all; the future gives the edit that does it again.

        ``BadInput`` with ``edit.overtaken`` where something of it was changed since.
        """
        ...

    def scrub(self) -> Future[None]:
        """Leave no trace on the disk of what was deleted: not in free pages, not in the log, not in older copies.

        On the writer thread, after everything asked before. ``StoreError`` where another program reads just now.
        """
        ...

    def read(self, job: Callable[[Books], T]) -> T:
        """Run ``job`` here and now on one consistent picture; it must not write.

        Raises:
            StoreError: if the file cannot be read.
        """
        ...

    def close(self) -> None:
        """Finish what was asked, then close the file and join the thread."""
        ...


def row_hour_and_title(row: RowId) -> tuple[Instant, TitleId | None]:
    """Return what a row id is made of.

    Raises:
        ValueError: if it is no row id.
    """
    hour, _, rest = row.partition("-")
    title, _, _ = rest.partition(".")
    if len(hour) > 10 or len(title) > 15:
        raise ValueError("no clock and no store has such numbers")
    return Instant(int(hour, 16) * 1000), None if title == "p" else TitleId(int(title))

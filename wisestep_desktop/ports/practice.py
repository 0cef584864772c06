"""Actionstep as the use cases see it: who am I, which matters, take this entry, do you have it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Generic, Protocol, TypeVar

from wisestep_desktop.core.entries import Charge
from wisestep_desktop.core.ids import ActivityTypeId, MatterId, ParticipantId, PostingKey, RemoteEntryId
from wisestep_desktop.core.matters import ActivityType, Matter, MatterMark, Person
from wisestep_desktop.core.records import RecordedEntry
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.core.utbms import UtbmsCode, UtbmsUse

_Row = TypeVar("_Row", Matter, MatterMark)


@dataclass(frozen=True, slots=True)
class Page(Generic[_Row]):
    """Some rows of a walk.

    Attributes:
        rows: those on this page, and nothing of earlier pages.
        left: how many there are from the first of this page on, as far as Actionstep says; 0 where it does not.
        exact: nothing can have slipped between the page before and this one, whatever changed meanwhile: every row
            with an id between the last of that page and the last of this one is here.
    """

    rows: tuple[_Row, ...]
    left: int
    exact: bool


MatterPage = Page[Matter]
MarkPage = Page[MatterMark]


@dataclass(frozen=True, slots=True)
class TimeEntry:
    """A time entry as it goes out. All of it is decided here; nothing is left to the server's defaults.

    Attributes:
        key: sent as ``importExternalReference``.
        work_date: the attorney's local date.
        zone: IANA name of the attorney's zone, for the offset of that date's midnight.
        started: instant of the first work, if known.
        text: the description, exactly.
        actual_hours: worked, two decimals.
        billable_hours: on the bill, two decimals; 0.00 for non-billable.
        charge: bill, no charge, hide or non-billable; the last without a matter, for so Actionstep has it anyway.
        matter: whose bill; None for time that is nobody's.
        owner: whose time it is.
        author: who recorded it, where that is somebody else.
        task_code, activity_code: UTBMS codes; None leaves what the record has.
    """

    key: PostingKey
    work_date: date
    zone: str
    started: Instant | None
    text: str
    actual_hours: Decimal
    billable_hours: Decimal
    charge: Charge
    matter: MatterId | None
    activity_type: ActivityTypeId | None
    owner: ParticipantId
    author: ParticipantId | None = None
    task_code: str | None = None
    activity_code: str | None = None


class Practice(Protocol):
    """One signed-in connection.

    Every method may take long and raises, besides what it names:

    ``SignInAgain`` (a person must act), ``Unavailable`` (nothing happened, later is safe), ``Refused`` (the answer
    is no), ``Misunderstood`` (an answer nobody can read). Safe from any thread, one call at a time.
    """

    def whoami(self) -> Person:
        """Return who is signed in, with the participant id that time entries need."""
        ...

    def zone(self) -> str | None:
        """Return the IANA name of the organisation's zone, or None where nobody says."""
        ...

    def matters(self, after: MatterId | None = None) -> Iterator[MatterPage]:
        """Walk every matter visible to this person, by id, whatever its status; only ids beyond ``after``."""
        ...

    def marks(self, after: MatterId | None = None) -> Iterator[MarkPage]:
        """Walk like ``matters``, but only what tells whether a matter changed."""
        ...

    def changed(self, since: Instant) -> Iterator[MatterPage]:
        """Walk the matters changed since an instant of Actionstep's clock, with a day's overlap, oldest change first.

        A page that is not ``exact`` says that Actionstep ignored the question and would answer with everything.
        """
        ...

    def named(self, matters: Sequence[MatterId]) -> tuple[Matter, ...]:
        """Return the matters with these ids, without those that are not visible (any more)."""
        ...

    def matter(self, matter: MatterId) -> Matter | None:
        """Return one matter as it is right now, or None if it is not visible (any more)."""
        ...

    def activity_types(self) -> tuple[ActivityType, ...]:
        """Return every activity type that may be used for time."""
        ...

    def utbms_codes(self) -> tuple[UtbmsCode, ...] | None:
        """Return the organisation's UTBMS codes; None where the sign-in does not cover them, or they are refused."""
        ...

    def utbms_use(self, matter: MatterId) -> UtbmsUse | None:
        """Return whether a matter wants UTBMS codes and which set of task codes; None where nobody may say."""
        ...

    def create(self, entry: TimeEntry) -> RecordedEntry:
        """Create a time entry. Not idempotent: call it once per look-up.

        Raises:
            Uncertain: if it may or may not exist now.
        """
        ...

    def fetch(self, entry: RemoteEntryId) -> RecordedEntry | None:
        """Return a time entry, or None if there is no such entry (any more)."""
        ...

    def find(self, entry: TimeEntry, since: Instant) -> tuple[RecordedEntry, ...]:
        """Return every record that is this entry: by key, else by owner, date, matter, hours and text.

        Records without a key count only if they were made after ``since``, when the first attempt began.
        More than one is a duplicate somebody made; the caller must not add another.
        """
        ...

    def day(self, day: date, owner: ParticipantId) -> tuple[RecordedEntry, ...]:
        """Return every record of one person and work date, whoever made it."""
        ...

    def amend(self, record: RemoteEntryId, entry: TimeEntry) -> RecordedEntry:
        """Make a record say what ``entry`` says; what we do not know of it stays as it is. Safe to repeat.

        Raises:
            Uncertain: if it may or may not be changed now.
        """
        ...

    def remove(self, record: RemoteEntryId) -> None:
        """Delete a record; one that is not there is deleted already. Safe to repeat.

        Raises:
            Uncertain: if it may or may not be there still.
        """
        ...

    def requests(self) -> int:
        """Return how many requests this connection has made."""
        ...

    def pace(self) -> int:
        """Return the pause in force between two requests, in milliseconds. Asks nobody and never raises."""
        ...

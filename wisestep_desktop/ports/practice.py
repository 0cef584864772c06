"""Actionstep as the use cases see it: who am I, which matters, take this entry, do you have it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from wisestep_desktop.core.entries import Charge
from wisestep_desktop.core.ids import ActivityTypeId, MatterId, ParticipantId, PostingKey, RemoteEntryId
from wisestep_desktop.core.matters import ActivityType, Matter, Person
from wisestep_desktop.core.spans import Instant


@dataclass(frozen=True, slots=True)
class MatterPage:
    """Some matters, and how many there are in all as far as Actionstep says; 0 where it does not."""

    matters: tuple[Matter, ...]
    of: int


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
        charge: bill, no charge, hide or non-billable.
        owner: whose time it is and who recorded it.
    """

    key: PostingKey
    work_date: date
    zone: str
    started: Instant | None
    text: str
    actual_hours: Decimal
    billable_hours: Decimal
    charge: Charge
    matter: MatterId
    activity_type: ActivityTypeId | None
    owner: ParticipantId


@dataclass(frozen=True, slots=True)
class RecordedEntry:
    """A time entry as Actionstep has it."""

    id: RemoteEntryId
    key: PostingKey | None
    work_date: date
    text: str
    actual_hours: Decimal
    billable_hours: Decimal
    billable: bool
    matter: MatterId | None
    activity_type: ActivityTypeId | None
    owner: ParticipantId
    created: Instant | None = None
    bill_reference: str | None = None


class Practice(Protocol):
    """One signed-in connection.

    Every method may take long and raises, besides what it names:

    ``SignInAgain`` (a person must act), ``Unavailable`` (nothing happened, later is safe), ``Refused`` (the answer
    is no), ``Misunderstood`` (an answer nobody can read). Safe from any thread, one call at a time.
    """

    def whoami(self) -> Person:
        """Return who is signed in, with the participant id that time entries need."""
        ...

    def matters(self) -> Iterator[MatterPage]:
        """Walk every matter visible to this person, by id, whatever its status."""
        ...

    def matter(self, matter: MatterId) -> Matter | None:
        """Return one matter as it is right now, or None if it is not visible (any more)."""
        ...

    def activity_types(self) -> tuple[ActivityType, ...]:
        """Return every activity type that may be used for time."""
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

    def requests(self) -> int:
        """Return how many requests this connection has made."""
        ...

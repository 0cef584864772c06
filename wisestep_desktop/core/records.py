"""Time entries as Actionstep has them: how ours stand there now, and which were made elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from wisestep_desktop.core.entries import Charge, Entry, figures
from wisestep_desktop.core.ids import ActivityTypeId, MatterId, ParticipantId, PostingKey, RemoteEntryId
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.spans import Instant


@dataclass(frozen=True, slots=True)
class RecordedEntry:
    """A time entry as Actionstep has it.

    Attributes:
        key: the reference it was made under; None for entries made elsewhere and where references are not kept.
        work_date: in the organisation's zone.
        actual_hours, billable_hours: two decimals.
        charge: what becomes of it on the bill.
        started: when the work began, where the resource says so: a time of day, taken for the organisation's.
        created: by Actionstep's clock.
        bill_reference: the bill it is on; nothing may be changed any more.
        locked: not to be changed for another reason.
        gone: deleted there, as of the last look.
    """

    id: RemoteEntryId
    key: PostingKey | None
    work_date: date
    text: str
    actual_hours: Decimal
    billable_hours: Decimal
    charge: Charge
    matter: MatterId | None
    activity_type: ActivityTypeId | None
    owner: ParticipantId
    started: Instant | None = None
    created: Instant | None = None
    bill_reference: str | None = None
    locked: bool = False
    gone: bool = False

    @property
    def billable(self) -> bool:
        """Tell whether it may come on a bill with an amount."""
        return self.charge is not Charge.NON_BILLABLE

    @property
    def settled(self) -> bool:
        """Tell whether Actionstep would not, or should not, let anybody change it."""
        return self.bill_reference is not None or self.locked


class Standing(StrEnum):
    """How a sent entry stands in Actionstep as of the last look."""

    UNSEEN = "unseen"  # not looked since it was sent
    AS_SENT = "as_sent"
    CHANGED = "changed"  # somebody changed it there
    BILLED = "billed"
    LOCKED = "locked"
    DELETED = "deleted"


def standing(entry: Entry, record: RecordedEntry | None) -> Standing:
    """Return how a sent entry stands; ``record`` is what Actionstep had at the last look."""
    if record is None:
        return Standing.UNSEEN
    if record.gone:
        return Standing.DELETED
    if record.bill_reference is not None:
        return Standing.BILLED
    if record.locked:
        return Standing.LOCKED
    return Standing.CHANGED if differences(entry, record) else Standing.AS_SENT


def differences(entry: Entry, record: RecordedEntry) -> tuple[str, ...]:
    """Return the names of what Actionstep has otherwise than ``entry`` says it was sent."""
    draft = entry.draft
    compared = {
        "work_date": record.work_date == draft.work_date,
        "worked_hours": record.actual_hours == (entry.worked_sent or figures(draft, unit=0).worked_hours),
        "billed_hours": record.billable_hours == entry.billed_sent,
        "charge": record.charge == draft.charge,
        "matter": record.matter == draft.matter,
        "activity_type": record.activity_type == draft.activity_type,
        "text": record.text.split() == (entry.text_sent or "").split(),
    }
    return tuple(name for name, same in compared.items() if not same)


def elsewhere(records: Iterable[RecordedEntry], entries: Sequence[Entry]) -> tuple[RecordedEntry, ...]:
    """Return the records that no entry of ours is, by date of work and id: time somebody wrote down elsewhere."""
    ids = {entry.remote for entry in entries if entry.state is EntryState.SENT}
    keys = {entry.key for entry in entries if entry.key is not None}
    foreign = (each for each in records if each.id not in ids and each.key not in keys and not each.gone)
    return tuple(sorted(foreign, key=lambda each: (each.work_date, each.id)))

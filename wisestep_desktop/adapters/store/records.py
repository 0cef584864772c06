"""What Actionstep has, as last seen, in SQL."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from wisestep_desktop.adapters.store.connection import Connection
from wisestep_desktop.core.entries import Charge
from wisestep_desktop.core.ids import ActivityTypeId, MatterId, ParticipantId, PostingKey, RemoteEntryId
from wisestep_desktop.core.records import RecordedEntry
from wisestep_desktop.core.spans import Instant

_COLUMNS = (
    "id, posting_key, work_date, text, actual_hours, billable_hours, charge, matter, activity_type, owner, started,"
    " created, bill_reference, locked, gone"
)
_MARKS = ", ".join("?" * len(_COLUMNS.split(",")))


class SqlRecords:
    """Implements ``ports.store.RecordBook``."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def put(self, record: RecordedEntry) -> None:
        """Keep what Actionstep has now."""
        self._db.execute(f"INSERT OR REPLACE INTO record ({_COLUMNS}) VALUES ({_MARKS})", _columns(record))  # noqa: S608

    def put_day(self, day: date, records: Iterable[RecordedEntry], seen: Instant) -> None:
        """Keep everything Actionstep has of a day; what it had before and has no more is gone."""
        self._db.execute("UPDATE record SET gone = 1 WHERE work_date = ?", (day.isoformat(),))
        for record in records:
            self.put(record)
        self._db.execute(
            "INSERT INTO record_day VALUES (?, ?) ON CONFLICT DO UPDATE SET seen = excluded.seen",
            (day.isoformat(), seen),
        )

    def record(self, record: RemoteEntryId) -> RecordedEntry | None:
        """Return one record."""
        row = self._db.execute(f"SELECT {_COLUMNS} FROM record WHERE id = ?", (record,)).fetchone()  # noqa: S608
        return _record(row) if row else None

    def lose(self, record: RemoteEntryId) -> None:
        """Keep that a record is not there any more."""
        self._db.execute("UPDATE record SET gone = 1 WHERE id = ?", (record,))

    def day(self, day: date) -> tuple[RecordedEntry, ...]:
        """Return the records of a work date, oldest first."""
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM record WHERE work_date = ? ORDER BY id",  # noqa: S608
            (day.isoformat(),),
        )
        return tuple(_record(row) for row in rows)

    def seen(self, day: date) -> Instant | None:
        """Return when Actionstep was last asked for a day."""
        row = self._db.execute("SELECT seen FROM record_day WHERE day = ?", (day.isoformat(),)).fetchone()
        return Instant(row[0]) if row else None

    def forget(self) -> None:
        """Forget everything: another organisation's records are no business of this one."""
        self._db.execute("DELETE FROM record")
        self._db.execute("DELETE FROM record_day")


def _columns(record: RecordedEntry) -> tuple[Any, ...]:
    return (
        record.id,
        record.key,
        record.work_date.isoformat(),
        record.text,
        str(record.actual_hours),
        str(record.billable_hours),
        record.charge,
        record.matter,
        record.activity_type,
        record.owner,
        record.started,
        record.created,
        record.bill_reference,
        int(record.locked),
        int(record.gone),
    )


def _record(row: tuple[Any, ...]) -> RecordedEntry:
    number, key, day, text, actual, billable, charge, matter, activity, owner, *rest = row
    started, created, bill, locked, gone = rest
    bare = RecordedEntry(
        id=RemoteEntryId(number),
        key=None if key is None else PostingKey(key),
        work_date=date.fromisoformat(day),
        text=text,
        actual_hours=Decimal(actual),
        billable_hours=Decimal(billable),
        charge=Charge(charge),
        matter=None if matter is None else MatterId(matter),
        activity_type=None if activity is None else ActivityTypeId(activity),
        owner=ParticipantId(owner),
    )
    return replace(
        bare,
        started=None if started is None else Instant(started),
        created=None if created is None else Instant(created),
        bill_reference=bill,
        locked=bool(locked),
        gone=bool(gone),
    )

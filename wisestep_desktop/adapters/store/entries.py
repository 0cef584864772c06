"""Entries, the seconds they claim, and the outbox in SQL."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from wisestep_desktop.adapters.store.connection import Connection
from wisestep_desktop.core.entries import Charge, Draft, Entry, Part
from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.ids import (
    ActivityTypeId,
    EntryId,
    MatterId,
    ParticipantId,
    PostingKey,
    RemoteEntryId,
    TitleId,
)
from wisestep_desktop.core.posting import EntryState, Move, moved
from wisestep_desktop.core.rows import EntryPart
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.ports.store import OutboxRecord

_COLUMNS = (
    "id, work_date, zone, matter, activity_type, narrative, charge, by_hand, started, state, posting_key, remote,"
    " text_sent, billed_sent, reason, detail, worked_sent, closed_too, billed, with_summary, with_list, timekeeper,"
    " task_code, activity_code"
)
_LONGEST_PART = 3_600_000
"""Parts come from rows, and a row never leaves its clock hour."""


class SqlEntries:
    """Implements ``ports.store.EntryBook``."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add(self, draft: Draft) -> EntryId:
        """Keep a new draft."""
        row = self._db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'entry'").fetchone()
        entry = EntryId((row[0] if row else 0) + 1)
        self._write(Entry(entry, draft), new=True)
        self._claim_parts(entry, draft.parts)
        return entry

    def put(self, entry: Entry) -> None:
        """Replace an entry and what it claims; one that was removed is there again."""
        self._write(entry, new=self.entry(entry.id) is None)
        self._db.execute("DELETE FROM entry_part WHERE entry = ?", (entry.id,))
        self._claim_parts(entry.id, entry.draft.parts)

    def remove(self, entry: EntryId) -> None:
        """Forget an entry; what it claimed is open again."""
        self._db.execute("DELETE FROM outbox WHERE entry = ?", (entry,))
        self._db.execute("DELETE FROM entry WHERE id = ?", (entry,))

    def entry(self, entry: EntryId) -> Entry | None:
        """Return one entry."""
        row = self._db.execute(f"SELECT {_COLUMNS} FROM entry WHERE id = ?", (entry,)).fetchone()  # noqa: S608
        return self._read(row) if row else None

    def entries(self, day: date | None = None) -> tuple[Entry, ...]:
        """Return all entries, or those of one date, oldest first."""
        where, values = ("", ()) if day is None else (" WHERE work_date = ?", (day.isoformat(),))
        rows = self._db.execute(f"SELECT {_COLUMNS} FROM entry{where} ORDER BY id", values).fetchall()  # noqa: S608
        return tuple(self._read(row) for row in rows)

    def between(self, first: date, last: date) -> tuple[tuple[Entry, int], ...]:
        """Return the entries of some dates with their worked milliseconds, without their parts."""
        rows = self._db.execute(
            f"SELECT {_COLUMNS}, by_hand + coalesce("  # noqa: S608  our own names
            "(SELECT sum(length) FROM entry_part WHERE entry_part.entry = entry.id), 0)"
            " FROM entry WHERE work_date >= ? AND work_date <= ? ORDER BY work_date, id",
            (first.isoformat(), last.isoformat()),
        )
        return tuple((_entry(row[:-1], ()), row[-1]) for row in rows)

    def count(self, state: EntryState) -> int:
        """Return how many entries stand so."""
        return int(self._db.execute("SELECT count(*) FROM entry WHERE state = ?", (state,)).fetchone()[0])

    def parts(self, within: Span) -> tuple[EntryPart, ...]:
        """Return every claimed stretch that touches a span."""
        rows = self._db.execute(
            "SELECT entry, title, start, length FROM entry_part WHERE start >= ? AND start < ? AND start + length > ?",
            (within.start - _LONGEST_PART, within.end, within.start),
        )
        return tuple(
            EntryPart(EntryId(entry), TitleId(title), Span(Instant(start), Instant(start + length)))
            for entry, title, start, length in rows
        )

    def enqueue(self, entry: Entry, now: Instant, *, tried: bool = False) -> None:
        """Put a queued entry and its outbox record, together."""
        self.put(entry)
        self._db.execute(
            "INSERT INTO outbox (entry, attempts, not_before) VALUES (?, ?, ?)"
            " ON CONFLICT DO UPDATE SET not_before = excluded.not_before",
            (entry.id, int(tried), now),
        )

    def claim(self, entry: EntryId, now: Instant) -> Entry | None:
        """Turn a due queued entry into a sending one, for one caller alone."""
        sending = moved(EntryState.QUEUED, Move.CLAIM)
        taken = self._db.execute(
            "UPDATE entry SET state = ? WHERE id = ? AND state = ?"
            " AND EXISTS (SELECT 1 FROM outbox WHERE outbox.entry = entry.id AND not_before <= ?)",
            (sending, entry, EntryState.QUEUED, now),
        ).rowcount
        if not taken:
            return None
        self._db.execute(
            "UPDATE outbox SET attempts = attempts + 1, attempted = ?, settles = NULL WHERE entry = ?",
            (now, entry),
        )
        return self.entry(entry)

    def settle(self, entry: Entry, *, not_before: Instant | None = None, settles: Instant | None = None) -> None:
        """Put an entry and its outbox record after an attempt."""
        self._write(entry, new=False)
        if entry.state in (EntryState.SENT, EntryState.REFUSED, EntryState.DRAFT):
            self._db.execute("DELETE FROM outbox WHERE entry = ?", (entry.id,))
        else:
            self._db.execute(
                "UPDATE outbox SET not_before = coalesce(?, not_before), settles = coalesce(?, settles)"
                " WHERE entry = ?",
                (not_before, settles, entry.id),
            )

    def sending(self) -> tuple[EntryId, ...]:
        """Return entries in sending."""
        rows = self._db.execute("SELECT id FROM entry WHERE state = ? ORDER BY id", (EntryState.SENDING,))
        return tuple(EntryId(row[0]) for row in rows)

    def outbox(self) -> tuple[OutboxRecord, ...]:
        """Return what is still owed, oldest first."""
        rows = self._db.execute(
            "SELECT entry, posting_key, state, attempts, not_before, attempted, reason, settles"
            " FROM outbox JOIN entry ON entry.id = outbox.entry ORDER BY entry"
        )
        return tuple(
            OutboxRecord(
                EntryId(entry),
                PostingKey(key),
                EntryState(state),
                attempts,
                Instant(not_before),
                None if attempted is None else Instant(attempted),
                reason,
                None if settles is None else Instant(settles),
            )
            for entry, key, state, attempts, not_before, attempted, reason, settles in rows
        )

    def _write(self, entry: Entry, *, new: bool) -> None:
        values = _columns(entry)
        if new:
            marks = ", ".join("?" * len(values))
            self._db.execute(f"INSERT INTO entry ({_COLUMNS}) VALUES ({marks})", values)  # noqa: S608
            return
        names = _COLUMNS.split(", ")[1:]
        assigned = ", ".join(f"{name.strip()} = ?" for name in names)
        self._db.execute(f"UPDATE entry SET {assigned} WHERE id = ?", (*values[1:], entry.id))  # noqa: S608

    def _claim_parts(self, entry: EntryId, parts: tuple[Part, ...]) -> None:
        for part in parts:
            span = part.span
            taken = self._db.execute(
                "SELECT entry FROM entry_part WHERE start >= ? AND start < ? AND start + length > ? LIMIT 1",
                (span.start - _LONGEST_PART, span.end, span.start),
            ).fetchone()
            if taken:
                raise BadInput("row.taken", entry=taken[0])
            self._db.execute("INSERT INTO entry_part VALUES (?, ?, ?, ?)", (span.start, span.length, part.title, entry))

    def _read(self, row: tuple[Any, ...]) -> Entry:
        parts = self._db.execute(
            "SELECT title, start, length FROM entry_part WHERE entry = ? ORDER BY start", (row[0],)
        )
        return _entry(
            row,
            tuple(
                Part(TitleId(title), Span(Instant(start), Instant(start + length))) for title, start, length in parts
            ),
        )


def _columns(entry: Entry) -> tuple[Any, ...]:
    draft = entry.draft
    return (
        entry.id,
        draft.work_date.isoformat(),
        draft.zone,
        draft.matter,
        draft.activity_type,
        draft.narrative,
        draft.charge,
        draft.by_hand,
        draft.started,
        entry.state,
        entry.key,
        entry.remote,
        entry.text_sent,
        None if entry.billed_sent is None else str(entry.billed_sent),
        entry.reason,
        entry.detail,
        None if entry.worked_sent is None else str(entry.worked_sent),
        int(entry.closed_too),
        draft.billed,
        _number(flag=draft.with_summary),
        _number(flag=draft.with_list),
        draft.timekeeper,
        draft.task_code,
        draft.activity_code,
    )


def _number(*, flag: bool | None) -> int | None:
    return None if flag is None else int(flag)


def _flag(number: int | None) -> bool | None:
    return None if number is None else bool(number)


def _entry(row: tuple[Any, ...], parts: tuple[Part, ...]) -> Entry:
    (number, day, zone, matter, activity, narrative, charge, by_hand, started, *fate) = row
    state, key, remote, text_sent, billed_sent, reason, detail, worked_sent, closed_too, *extra = fate
    billed, with_summary, with_list, timekeeper, task_code, activity_code = extra
    draft = Draft(
        work_date=date.fromisoformat(day),
        zone=zone,
        matter=None if matter is None else MatterId(matter),
        activity_type=None if activity is None else ActivityTypeId(activity),
        narrative=narrative,
        charge=Charge(charge),
        parts=parts,
        by_hand=by_hand,
        started=None if started is None else Instant(started),
        billed=billed,
        with_summary=_flag(with_summary),
        with_list=_flag(with_list),
        timekeeper=None if timekeeper is None else ParticipantId(timekeeper),
        task_code=task_code,
        activity_code=activity_code,
    )
    return Entry(
        EntryId(number),
        draft,
        EntryState(state),
        key=None if key is None else PostingKey(key),
        remote=None if remote is None else RemoteEntryId(remote),
        text_sent=text_sent,
        billed_sent=None if billed_sent is None else Decimal(billed_sent),
        reason=reason,
        detail=detail,
        worked_sent=None if worked_sent is None else Decimal(worked_sent),
        closed_too=bool(closed_too),
    )

"""Time records, which organisations without Enhanced Billing Mode have in place of time entries (API notes, 3.8).

They have no reference of ours and no flag for billing: non-billable is zero billable hours.
"""

from __future__ import annotations

import zlib
from datetime import UTC, datetime, time, tzinfo
from typing import Any

from wisestep_desktop.adapters.actionstep import wire
from wisestep_desktop.adapters.actionstep.entries_wire import MOST_ROUNDED, clock_of, told_text
from wisestep_desktop.core.entries import Charge
from wisestep_desktop.core.errors import Misunderstood, Refused
from wisestep_desktop.core.ids import ActivityTypeId, MatterId, ParticipantId, RemoteEntryId
from wisestep_desktop.core.instants import SECOND, from_datetime, local_date
from wisestep_desktop.core.records import RecordedEntry
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.practice import TimeEntry


def body(
    entry: TimeEntry, attorney: tzinfo, organisation: tzinfo, division: int | None, kept: wire.Row | None = None
) -> dict[str, Any]:
    """Return the body of a create or a change (API notes, 3.8 and A.11).

    Raises:
        Refused: ``refused.legacy_charge`` for what these records cannot say.
    """
    if entry.charge in (Charge.NO_CHARGE, Charge.HIDE):
        raise Refused("refused.legacy_charge")
    old = kept.get("links") if kept else None
    links: dict[str, str | None] = {"owner": str(entry.owner), "createdBy": str(entry.author or entry.owner)}
    for name, value in (("action", entry.matter), ("activity", entry.activity_type), ("division", division)):
        if value is not None:
            links[name] = str(value)
        elif isinstance(old, dict) and name == "division" and old.get(name):
            links[name] = str(old[name])
        elif kept:
            links[name] = None
    if isinstance(old, dict) and old.get("task"):
        links["task"] = old["task"]
    return {
        "timerecords": {
            "startTimestamp": start(entry, attorney, organisation).isoformat(timespec="seconds"),
            "actualHours": f"{entry.actual_hours:.2f}",
            "billableHours": f"{entry.billable_hours:.2f}",
            "notes": entry.text,
            "links": links,
        }
    }


def start(entry: TimeEntry, attorney: tzinfo, organisation: tzinfo) -> datetime:
    """Return when the work began: the attorney's date and time of day, with the organisation's offset.

    Time typed in by hand has no start. It gets a second of the first hour of its date that comes from its key, so that
    two entries alike in everything else can be told apart here, where no reference can be sent.
    """
    clock = clock_of(entry, attorney)
    if clock is None:
        second = zlib.crc32(entry.key.encode()) % 3_600
        clock = time(0, second // 60, second % 60)
    made = datetime.combine(entry.work_date, clock, tzinfo=organisation)
    return made.astimezone(UTC).astimezone(organisation)  # a time that the clock skipped that night moves on


def recorded(row: wire.Row, organisation: tzinfo | None) -> RecordedEntry:
    """Return the record a row tells of.

    Raises:
        Misunderstood: if id, start, hours or owner cannot be read.
    """
    at, shown = wire.instant(row.get("startTimestamp")), wire.day(row.get("startTimestamp"))
    actual, billable = wire.decimal(row.get("actualHours")), wire.decimal(row.get("billableHours"))
    owner = wire.link(row, "owner")
    matter, activity = wire.link(row, "action"), wire.link(row, "activity")
    for field, found in (("startTimestamp", shown), ("actualHours", actual), ("links.owner", owner)):
        if found is None:
            raise Misunderstood("answer.bad_field", field=field)
    assert shown is not None and actual is not None and owner is not None  # noqa: S101, PT018  for the type checker
    billed = actual if billable is None else billable
    return RecordedEntry(
        id=RemoteEntryId(wire.number(row, "id")),
        key=None,
        work_date=local_date(at, organisation) if at is not None and organisation else shown,
        text=told_text(row.get("notes")),
        actual_hours=actual,
        billable_hours=billed,
        charge=Charge.BILL if billed or not actual else Charge.NON_BILLABLE,
        matter=None if matter is None else MatterId(matter),
        activity_type=None if activity is None else ActivityTypeId(activity),
        owner=ParticipantId(owner),
        started=at,
        created=wire.instant(row.get("createdTimestamp")),
    )


def same(record: RecordedEntry, entry: TimeEntry, began: datetime) -> bool:
    """Tell whether a record is this entry: start, owner, matter and notes alike (API notes, 6).

    When it was made does not matter here: the start is as good as a reference. So the hours may have been rounded.
    """
    return (
        record.started is not None
        and _second(record.started) == _second(from_datetime(began))
        and record.owner == entry.owner
        and record.matter == entry.matter
        and abs(record.actual_hours - entry.actual_hours) < MOST_ROUNDED
        and record.text == told_text(entry.text)
    )


def _second(at: Instant) -> int:
    return at // SECOND

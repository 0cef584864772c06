"""Time entries on the wire: what we send, strictly, and what we get back, tolerantly."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from wisestep_desktop.adapters.actionstep import wire
from wisestep_desktop.core.entries import LONGEST_NARRATIVE, Charge
from wisestep_desktop.core.errors import Misunderstood
from wisestep_desktop.core.ids import ActivityTypeId, MatterId, ParticipantId, PostingKey, RemoteEntryId
from wisestep_desktop.core.instants import local_date, to_datetime
from wisestep_desktop.core.narrative import tidy
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.practice import RecordedEntry, TimeEntry

_BEHAVIOUR = {
    Charge.BILL: "Bill",
    Charge.NO_CHARGE: "No charge",
    Charge.HIDE: "Hide",
    Charge.NON_BILLABLE: "Bill",  # what the server itself stores beside isBillable "F" (API notes, 4.2)
}

_CLOCK_SKEW = 15 * 60_000
"""Milliseconds by which the server's clock may lag behind ours."""


def body(entry: TimeEntry, attorney: tzinfo, organisation: tzinfo) -> dict[str, Any]:
    """Return the body of a create, wrapped as the dialect wants it (API notes, 3.6 and A.7).

    Args:
        entry: what to say.
        attorney: the zone in which the start time of day is told.
        organisation: the zone whose midnight the work date must be, or the server would move it a day.
    """
    links = {"action": str(entry.matter), "owner": str(entry.owner), "createdBy": str(entry.owner)}
    if entry.activity_type is not None:
        links["quickCode"] = str(entry.activity_type)
    told: dict[str, Any] = {
        "timestampDate": midnight(entry.work_date, organisation),
        "description": entry.text,
        "actualHours": f"{entry.actual_hours:.2f}",
        "billableHours": f"{entry.billable_hours:.2f}",
        "isBillable": "F" if entry.charge is Charge.NON_BILLABLE else "T",
        "billingBehavior": _BEHAVIOUR[entry.charge],
        "importExternalReference": entry.key,
        "links": links,
    }
    if entry.started is not None:
        told["startTime"] = to_datetime(entry.started, attorney).strftime("%H:%M:%S")
    return {"timeentries": told}


def midnight(day: date, zone: tzinfo) -> str:
    """Return the midnight that begins ``day`` with the zone's offset on that date."""
    return datetime(day.year, day.month, day.day, tzinfo=zone).isoformat(timespec="seconds")


def window(day: date) -> dict[str, str]:
    """Return filters for a date, a day wider each way because nobody documents how offsets are read."""
    return {
        "timestampDate_gteq": f"{day - timedelta(days=1)}T00:00:00",
        "timestampDate_lteq": f"{day + timedelta(days=1)}T23:59:59",
    }


def recorded(row: wire.Row, organisation: tzinfo | None) -> RecordedEntry:
    """Return the record a row tells of.

    Raises:
        Misunderstood: if id, date, hours or owner cannot be read.
    """
    at, shown = wire.instant(row.get("timestampDate")), wire.day(row.get("timestampDate"))
    actual, billable = wire.decimal(row.get("actualHours")), wire.decimal(row.get("billableHours"))
    owner = wire.link(row, "owner")
    key, bill = wire.text(row.get("importExternalReference")), wire.text(row.get("billReference"))
    matter, activity = wire.link(row, "action"), wire.link(row, "quickCode")
    for field, found in (("timestampDate", shown), ("actualHours", actual), ("links.owner", owner)):
        if found is None:
            raise Misunderstood("answer.bad_field", field=field)
    assert shown is not None and actual is not None and owner is not None  # noqa: S101, PT018  for the type checker
    return RecordedEntry(
        id=RemoteEntryId(wire.number(row, "id")),
        key=PostingKey(key) if key else None,
        work_date=local_date(at, organisation) if at is not None and organisation else shown,
        text=tidy(row["description"], LONGEST_NARRATIVE * 2) if isinstance(row.get("description"), str) else "",
        actual_hours=actual,
        billable_hours=actual if billable is None else billable,
        billable=wire.flag(row.get("isBillable", "T")),
        matter=None if matter is None else MatterId(matter),
        activity_type=None if activity is None else ActivityTypeId(activity),
        owner=ParticipantId(owner),
        created=wire.instant(row.get("createdTimestamp")),
        bill_reference=bill or None,
    )


def same(record: RecordedEntry, entry: TimeEntry, since: Instant) -> bool:
    """Tell whether a record without a key is this entry: made since, with owner, date, matter, hours and text alike."""
    return (
        record.key is None
        and (record.created is None or record.created >= since - _CLOCK_SKEW)
        and record.owner == entry.owner
        and record.work_date == entry.work_date
        and record.matter == entry.matter
        and record.actual_hours == entry.actual_hours
        and record.text == tidy(entry.text, LONGEST_NARRATIVE * 2)
    )

"""Time entries on the wire: what we send, strictly, and what we get back, tolerantly."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone, tzinfo
from decimal import Decimal
from typing import Any

from wisestep_desktop.adapters.actionstep import wire
from wisestep_desktop.core.entries import LONGEST_NARRATIVE, Charge
from wisestep_desktop.core.errors import Misunderstood
from wisestep_desktop.core.ids import ActivityTypeId, MatterId, ParticipantId, PostingKey, RemoteEntryId
from wisestep_desktop.core.instants import HOUR, MINUTE, day_span, from_datetime, local_date, to_datetime
from wisestep_desktop.core.narrative import tidy
from wisestep_desktop.core.records import RecordedEntry
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.practice import TimeEntry

_BEHAVIOUR = {
    Charge.BILL: "Bill",
    Charge.NO_CHARGE: "No charge",
    Charge.HIDE: "Hide",
    Charge.NON_BILLABLE: "Bill",  # what the server itself stores beside isBillable "F" (API notes, 4.2)
}
_CHARGES = {"bill": Charge.BILL, "no charge": Charge.NO_CHARGE, "hide": Charge.HIDE}
_NOT_OURS = ("task", "utbmsActivityCode", "utbmsTaskCode", "utbmsTimekeeperCode", "phoneRecord")
"""Links that people set in Actionstep itself; a change of ours carries them along (API notes, 2.7)."""

_DAY = 24 * HOUR
_QUARTER = 15 * MINUTE

MOST_ROUNDED = Decimal(1)
"""Hours that rounding may add or take; no unit of billing is as long."""

_CLOCK_SKEW = 15 * 60_000
"""Milliseconds by which a record's creation may lie before the attempt, however well the clocks were compared."""


def body(entry: TimeEntry, attorney: tzinfo, organisation: tzinfo, kept: wire.Row | None = None) -> dict[str, Any]:
    """Return the body of a create or a change, wrapped as the dialect wants it (API notes, 3.6 and A.7).

    Args:
        entry: what to say.
        attorney: the zone in which the start time of day is told.
        organisation: the zone whose midnight the work date must be, or the server would move it a day.
        kept: the record as it is, when it is changed.
    """
    old = kept.get("links") if kept else None
    links: dict[str, str | None] = {name: old[name] for name in _NOT_OURS if old.get(name)} if old else {}
    links |= {"owner": str(entry.owner), "createdBy": str(entry.author or entry.owner)}
    if entry.matter is not None or kept:
        links["action"] = None if entry.matter is None else str(entry.matter)
    links |= {name: code for name, code in _codes(entry) if code is not None}
    if kept and isinstance(old, dict) and wire.whole(old.get("createdBy")) is not None:
        links["createdBy"] = str(old["createdBy"])
    if entry.activity_type is not None:
        links["quickCode"] = str(entry.activity_type)
    elif kept:
        links["quickCode"] = None
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
    clock = clock_of(entry, attorney)
    if clock is not None:
        told["startTime"] = clock.isoformat()
    elif kept and kept.get("startTime"):
        told["startTime"] = kept["startTime"]
    return {"timeentries": told}


def _codes(entry: TimeEntry) -> tuple[tuple[str, str | None], ...]:
    return (("utbmsTaskCode", entry.task_code), ("utbmsActivityCode", entry.activity_code))


def clock_of(entry: TimeEntry, attorney: tzinfo) -> time | None:
    """Return the attorney's time of day at which the work began, to the second, where it is known."""
    return None if entry.started is None else to_datetime(entry.started, attorney).time().replace(microsecond=0)


def start(entry: TimeEntry, attorney: tzinfo, organisation: tzinfo) -> Instant | None:
    """Return when the work began as a record will tell it: the attorney's time of day, taken for the organisation's."""
    clock = clock_of(entry, attorney)
    return None if clock is None else _placed(entry.work_date, clock, organisation)


def _placed(day: date, clock: time, zone: tzinfo) -> Instant:
    return from_datetime(datetime.combine(day, clock, tzinfo=zone))


def midnight(day: date, zone: tzinfo) -> str:
    """Return the midnight that begins ``day`` with the zone's offset on that date."""
    return datetime(day.year, day.month, day.day, tzinfo=zone).isoformat(timespec="seconds")


def midnight_zone(at: Instant, believed: tzinfo) -> tzinfo:
    """Return the zone whose midnight ``at`` is: the one believed in, else a fixed offset that fits.

    A work date comes back as a midnight of the organisation's zone, shown with the session's offset (API notes, 2.3),
    so a date that is no midnight where we thought the organisation is says where it really is.
    """
    if day_span(local_date(at, believed), believed).start == at:
        return believed
    east = -at % _DAY
    if east % _QUARTER:
        return believed  # a time of day that no zone's midnight has: not written as a date
    assumed = to_datetime(at, believed).utcoffset() or timedelta(0)
    offsets = [timedelta(milliseconds=each) for each in (east, east - _DAY)]
    fitting = [each for each in offsets if timedelta(hours=-12) <= each <= timedelta(hours=14)]
    return timezone(min(fitting, key=lambda each: abs(each - assumed)))


def window(field: str, day: date) -> dict[str, str]:
    """Return filters for a date, a day wider each way because nobody documents how offsets are read."""
    return {
        f"{field}_gteq": f"{day - timedelta(days=1)}T00:00:00",
        f"{field}_lteq": f"{day + timedelta(days=1)}T23:59:59",
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
    work_date = local_date(at, midnight_zone(at, organisation)) if at is not None and organisation else shown
    clock = wire.time_of_day(row.get("startTime"))
    return RecordedEntry(
        id=RemoteEntryId(wire.number(row, "id")),
        key=PostingKey(key) if key else None,
        work_date=work_date,
        text=told_text(row.get("description")),
        actual_hours=actual,
        billable_hours=actual if billable is None else billable,
        charge=_charge(row),
        matter=None if matter is None else MatterId(matter),
        activity_type=None if activity is None else ActivityTypeId(activity),
        owner=ParticipantId(owner),
        started=_placed(work_date, clock, organisation) if clock is not None and organisation else None,
        created=wire.instant(row.get("createdTimestamp")),
        bill_reference=bill or None,
        locked=wire.text(row.get("timerStatus")).casefold() == "locked",
    )


def told_text(told: object) -> str:
    """Return a narrative as it is kept here, bounded."""
    return tidy(told, LONGEST_NARRATIVE * 2) if isinstance(told, str) else ""


def _charge(row: wire.Row) -> Charge:
    if wire.optional_flag(row.get("isBillable")) is False:
        return Charge.NON_BILLABLE
    return _CHARGES.get(wire.text(row.get("billingBehavior")).casefold(), Charge.BILL)


def same(record: RecordedEntry, entry: TimeEntry, since: Instant, began: Instant | None) -> bool:
    """Tell whether a record without a key is this entry: made since, with owner, date, matter, hours and text alike.

    Organisations may round hours without a word (API notes, 4.3), so they need not be the same where a text or the
    start speaks for it too.

    Args:
        record: as Actionstep has it.
        entry: as it was sent.
        since: when the attempt began, by Actionstep's clock.
        began: when the work began, as ``start`` says.
    """
    alike = (
        record.key is None
        and (record.created is None or record.created >= since - _CLOCK_SKEW)
        and record.owner == entry.owner
        and record.work_date == entry.work_date
        and record.matter == entry.matter
        and record.text == told_text(entry.text)
    )
    spoken_for = bool(record.text) or (began is not None and record.started == began)
    hours_apart = abs(record.actual_hours - entry.actual_hours)
    return alike and (not hours_apart or (spoken_for and hours_apart < MOST_ROUNDED))

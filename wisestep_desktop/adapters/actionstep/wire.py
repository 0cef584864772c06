"""The dialect: a pre-1.0 JSON:API, read tolerantly and written strictly (API notes, 2.2 and 2.3).

One row is an object, several are a list, none is an empty body; ids may be text, flags are ``"T"``/``"F"``, decimals
are text, links are text. What cannot be read is named by resource and field, never by content.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any

from wisestep_desktop.core.errors import Misunderstood
from wisestep_desktop.core.ids import ActivityTypeId, MatterId, ParticipantId
from wisestep_desktop.core.instants import from_datetime
from wisestep_desktop.core.matters import ActivityType, Matter, MatterMark, MatterStatus
from wisestep_desktop.core.observation import clean
from wisestep_desktop.core.spans import Instant

Row = Mapping[str, Any]
Payload = Mapping[str, Any]

LONGEST_NAME = 512
LONGEST_ID = 15
"""Digits of an id: more would not fit the store, and no real one comes near."""


def payload(body: bytes) -> Payload:
    """Return the envelope; an empty body is an empty one.

    Raises:
        Misunderstood: if the body is no JSON object.
    """
    if not body.strip():
        return {}
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        raise Misunderstood("answer.no_json") from None
    if not isinstance(told, dict):
        raise Misunderstood("answer.no_object")
    return told


def rows(told: Payload, resource: str) -> tuple[Row, ...]:
    """Return the rows of a resource, whatever the case of its key.

    Raises:
        Misunderstood: if the envelope has content but not under this key, or a row is no object.
    """
    if not told:
        return ()
    found = _key(told, resource)
    if found is None:
        raise Misunderstood("answer.no_rows", resource=resource)
    listed = found if isinstance(found, list) else [found]
    if not all(isinstance(row, dict) for row in listed):
        raise Misunderstood("answer.bad_row", resource=resource)
    return tuple(listed)


def linked(told: Payload, resource: str) -> tuple[Row, ...]:
    """Return the side-loaded rows of a resource; none where nothing was loaded."""
    block = told.get("linked")
    found = _key(block, resource) if isinstance(block, dict) else None
    listed = found if isinstance(found, list) else [found]
    return tuple(row for row in listed if isinstance(row, dict))


def paging(told: Payload, resource: str) -> tuple[int | None, int | None, bool | None]:
    """Return how many rows there are in all, how many pages, and whether a next page is named; None is unknown."""
    meta = told.get("meta")
    pages = meta.get("paging") if isinstance(meta, dict) else None
    told_of = _key(pages, resource) if isinstance(pages, dict) else None
    if not isinstance(told_of, dict):
        return None, None, None
    following = told_of["nextPage"] is not None if "nextPage" in told_of else None
    return _count(told_of.get("recordCount")), _count(told_of.get("pageCount")), following


def is_last(told: Payload, resource: str, page: int, *, full: bool) -> bool:
    """Tell whether a page was the last; where nobody says so, a page that is not full is."""
    _, pages, following = paging(told, resource)
    return following is False or (page >= pages if pages is not None else not full)


def session_zone(told: Payload) -> str | None:
    """Return the zone name that ``meta.debug.time`` gives away, such as ``Australia/Sydney`` (API notes, 2.2)."""
    meta = told.get("meta")
    debug = meta.get("debug") if isinstance(meta, dict) else None
    time = debug.get("time") if isinstance(debug, dict) else None
    if not isinstance(time, str) or not time.endswith(")"):
        return None
    _, _, name = time[:-1].rpartition("(")
    return name if 0 < len(name) < 64 and all(char.isalnum() or char in "/_+-" for char in name) else None


def _key(told: Payload, name: str) -> object:
    if name in told:
        return told[name]
    for key in told:
        if key.casefold() == name.casefold():
            return told[key]
    return None


def _count(told: object) -> int | None:
    return told if isinstance(told, int) and not isinstance(told, bool) and told >= 0 else None


def number(row: Row, field: str) -> int:
    """Return an id.

    Raises:
        Misunderstood: if it is none.
    """
    found = whole(row.get(field))
    if found is None:
        raise Misunderstood("answer.bad_field", field=field)
    return found


def whole(told: object) -> int | None:
    """Return an id given as number or text, or None."""
    if isinstance(told, bool):
        return None
    if isinstance(told, int):
        return told if 0 <= told < 10**LONGEST_ID else None
    if isinstance(told, str) and told.isascii() and told.isdigit() and len(told) <= LONGEST_ID:
        return int(told)
    return None


def text(told: object, longest: int = LONGEST_NAME) -> str:
    """Return a text on one line, bounded; anything else is empty."""
    return clean(told, longest) if isinstance(told, str) else ""


def flag(told: object) -> bool:
    """Return whether a flag is set: ``"T"`` in any case, or a real true."""
    return told is True or (isinstance(told, str) and told.strip().casefold() in {"t", "true"})


def optional_flag(told: object) -> bool | None:
    """Return a flag that may be unset: null and blank are neither true nor false."""
    return None if told is None or told == "" else flag(told)


def decimal(told: object) -> Decimal | None:
    """Return hours given as text or number, or None."""
    if isinstance(told, bool) or not isinstance(told, str | int | float):
        return None
    try:
        found = Decimal(str(told).strip())
    except InvalidOperation:
        return None
    return found if found.is_finite() and abs(found.adjusted()) < LONGEST_ID else None


def instant(told: object) -> Instant | None:
    """Return a timestamp with offset, or None."""
    moment = _moment(told)
    return None if moment is None or moment.tzinfo is None else from_datetime(moment)


def day(told: object) -> date | None:
    """Return the date that a timestamp shows, whatever its offset, or None."""
    moment = _moment(told)
    return None if moment is None else moment.date()


def time_of_day(told: object) -> time | None:
    """Return a time of day such as ``11:00:00``, or None."""
    try:
        return time.fromisoformat(told.strip()).replace(tzinfo=None) if isinstance(told, str) else None
    except ValueError:
        return None


def _moment(told: object) -> datetime | None:
    if not isinstance(told, str):
        return None
    try:
        moment = datetime.fromisoformat(told.strip())
    except ValueError:
        return None
    return moment if 1900 < moment.year < 9000 else None  # at either end of history a change of zone has no date


def link(row: Row, name: str) -> int | None:
    """Return the id behind a to-one link, or None."""
    links = row.get("links")
    return whole(links.get(name)) if isinstance(links, dict) else None


def links(row: Row, name: str) -> tuple[int, ...]:
    """Return the ids behind a to-many link; a single value counts as one."""
    block = row.get("links")
    told = block.get(name) if isinstance(block, dict) else None
    listed = told if isinstance(told, list) else [told]
    return tuple(found for each in listed if (found := whole(each)) is not None)


@dataclass(frozen=True, slots=True)
class Beside:
    """What was side-loaded beside matters, by id."""

    clients: Mapping[int, str]
    billable_types: Mapping[int, bool]
    bill_settings: Mapping[int, bool]


def beside(told: Payload) -> Beside:
    """Return what was side-loaded; nothing where the scopes do not reach."""
    return Beside(
        names_by_id(linked(told, "participants")),
        _flags_by_id(linked(told, "actiontypes")),
        _flags_by_id(linked(told, "actionbillsettings")),
    )


def _flags_by_id(found: tuple[Row, ...]) -> dict[int, bool]:
    told = ((whole(row.get("id")), optional_flag(row.get("isBillable"))) for row in found)
    return {number: flag for number, flag in told if number is not None and flag is not None}


def mark(row: Row) -> MatterMark:
    """Return what tells whether a matter changed.

    Raises:
        Misunderstood: if it has no id.
    """
    return MatterMark(
        MatterId(number(row, "id")),
        MatterStatus.read(text(row.get("status"))),
        instant(row.get("modifiedTimestamp")),
        flag(row.get("isDeleted")),
    )


def _billable(row: Row, known: Beside, ident: int) -> bool | None:
    """Return whether a matter's time is billed: its bill settings know, else its own override, else its type."""
    if ident in known.bill_settings:
        return known.bill_settings[ident]
    own = optional_flag(row.get("isBillableOverride"))
    kind = link(row, "actionType")
    return own if own is not None or kind is None else known.billable_types.get(kind)


def matter(row: Row, known: Beside) -> Matter:
    """Return the matter a row of ``actions`` tells of.

    Raises:
        Misunderstood: if it has no id.
    """
    clients = known.clients
    ident = number(row, "id")
    return Matter(
        id=MatterId(ident),
        name=text(row.get("name")),
        reference=text(row.get("reference"), 128) or None,
        status=MatterStatus.read(text(row.get("status"))),
        clients=tuple(clients[client] for client in links(row, "primaryParticipants") if clients.get(client)),
        modified=instant(row.get("modifiedTimestamp")),
        gone=flag(row.get("isDeleted")),
        billable=_billable(row, known, ident),
    )


def names_by_id(participants: tuple[Row, ...]) -> dict[int, str]:
    """Return display names by participant id."""
    return {found: text(row.get("displayName")) for row in participants if (found := whole(row.get("id"))) is not None}


def activity_type(row: Row) -> ActivityType | None:
    """Return the activity type a row of ``quickcodes`` tells of, or None if it is not for time.

    Raises:
        Misunderstood: if it has no id.
    """
    if "useForTimeEntry" in row and not flag(row["useForTimeEntry"]):
        return None
    return ActivityType(
        ActivityTypeId(number(row, "id")), text(row.get("quickCode")), text(row.get("description"), 1_000)
    )


def legacy_activity(row: Row) -> ActivityType:
    """Return the activity type a row of ``timerecordactivities`` tells of.

    Raises:
        Misunderstood: if it has no id.
    """
    ident = ActivityTypeId(number(row, "id"))
    return ActivityType(ident, text(row.get("name")), text(row.get("description"), 1_000))


def participant(row: Row) -> ParticipantId:
    """Return the participant behind a user, which time entries name.

    Raises:
        Misunderstood: if the user has none.
    """
    found = link(row, "participant")
    if found is None:
        raise Misunderstood("answer.bad_field", field="links.participant")
    return ParticipantId(found)

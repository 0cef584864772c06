"""What the service makes of a time entry somebody sends: checks, defaults, pricing (actionstep-api.md 3.6 and 4).

Knows one record at a time. Refuses to know HTTP. The work date is worked out from the instant sent, in the zone of the
organisation, so that a wrong offset lands on a wrong day here as it would there.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any
from zoneinfo import ZoneInfo

from wisestep_desktop.sandbox.clock import day_of, parse_stamp
from wisestep_desktop.sandbox.firm import Firm, User
from wisestep_desktop.sandbox.reading import no_record, restricted
from wisestep_desktop.sandbox.switches import Switches
from wisestep_desktop.sandbox.wire import ApiError

Fields = Mapping[str, Any]
_UNIT = Decimal("0.10")
_CENT = Decimal("0.01")
_STANDARD_PRICE = Decimal(400)
_BEHAVIOURS = ("Bill", "Hide", "No charge")
_UTBMS = ("utbmsActivityCode", "utbmsTaskCode")
_TIMERS = ("Running", "Paused", "Stopped", "Locked")


@dataclass(frozen=True, slots=True)
class Desk:
    """Where an entry is handed in: the firm, the user, the switches, the instant and the zone of bare timestamps."""

    firm: Firm
    user: User
    switches: Switches
    now: float
    bare_zone: ZoneInfo


def refuse(detail: str, code: str = "AS-1500", status: int = 400) -> ApiError:
    """An error about a record handed in."""
    return ApiError(status, code, "Invalid Resource", detail)


def make_entry(desk: Desk, sent: Fields) -> dict[str, Any]:
    """A new entry as it will be stored, with a fresh id; raises ApiError and stores nothing."""
    entry = _merge(desk, sent, {})
    entry["id"] = desk.firm.fresh_id("timeentries")
    entry["createdTimestamp"] = int(desk.now)
    entry["billReference"] = None
    return entry


def change_entry(desk: Desk, sent: Fields, old: dict[str, Any]) -> dict[str, Any]:
    """The entry after a PUT; raises ApiError. Whether fields left out stay is the switch `put_mode`."""
    if is_locked(old) and desk.switches["billed_edit"] == "reject":
        raise refuse(f"Time entry {old['id']} is on bill {old['billReference']} and cannot be changed")
    entry = _merge(desk, sent, old if desk.switches["put_mode"] == "merge" else {})
    return {**entry, **{name: old[name] for name in ("id", "createdTimestamp", "billReference")}}


def is_locked(entry: Fields) -> bool:
    """Whether an entry is on a bill or locked."""
    return entry["billReference"] is not None or entry["timerStatus"] == "Locked"


def _merge(desk: Desk, sent: Fields, old: Fields) -> dict[str, Any]:
    links = sent.get("links")
    if links is not None and not isinstance(links, dict):
        raise refuse("links must be an object")
    links = links or {}
    _require(sent, links, old)
    entry: dict[str, Any] = {
        "timestampDate": _work_date(desk, sent, old),
        "description": _text(sent, old, "description"),
        "startTime": _start_time(sent, old),
        "timerStatus": _word(sent, old, "timerStatus", _TIMERS, "Stopped"),
        "billingBehavior": _word(sent, old, "billingBehavior", _BEHAVIOURS, "Bill"),
        "importExternalReference": _reference(desk, sent, old),
        **{name: _staff(desk, links, old, name) for name in ("owner", "createdBy")},
        "action": _matter(desk, links, old),
        "quickCode": _quick_code(desk, links, old),
    }
    entry |= {name: _utbms_code(desk, links, old, name, entry["action"]) for name in _UTBMS}
    entry["actualHours"] = _hours(sent, old, "actualHours", "TR02") or Decimal(0)
    entry["isBillable"] = _billable(desk, sent, old, entry["action"])
    billed = _hours(sent, old, "billableHours", "TR01")
    if billed is None:
        billed = entry["actualHours"] if entry["isBillable"] else Decimal(0)
    entry["billableHours"] = billed if entry["action"] else Decimal(0)
    _apply_rules(desk, entry)
    return {**entry, **_price(desk, entry)}


def _require(sent: Fields, links: Fields, old: Fields) -> None:
    missing = [name for name in ("timestampDate", "actualHours") if sent.get(name) is None and name not in old]
    missing += [f"links.{name}" for name in ("owner", "createdBy") if links.get(name) is None and name not in old]
    if missing:
        raise refuse(f"Required: {', '.join(missing)}")


def _work_date(desk: Desk, sent: Fields, old: Fields) -> object:
    if "timestampDate" not in sent:
        return old["timestampDate"]
    try:
        return day_of(parse_stamp(str(sent["timestampDate"]), desk.bare_zone), desk.firm.zone)
    except (ValueError, OverflowError) as wrong:
        raise refuse("timestampDate must be a timestamp") from wrong


def _hours(sent: Fields, old: Fields, name: str, code: str) -> Decimal | None:
    value = sent.get(name)
    if value is None:
        return None if name in sent else old.get(name)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise refuse(f"{name} must be a number")
    try:
        hours = Decimal(str(value))
    except InvalidOperation as wrong:
        raise refuse(f"{name} must be a number") from wrong
    if not hours.is_finite() or hours > 1_000_000:
        raise refuse(f"{name} must be a number")
    if hours < 0:
        raise refuse(f"{name} must not be less than zero", code)
    return hours.quantize(_CENT, ROUND_HALF_UP)


def _text(sent: Fields, old: Fields, name: str) -> str | None:
    value = sent.get(name, old.get(name))
    if value is not None and not isinstance(value, str):
        raise refuse(f"{name} must be text")
    return value


def _reference(desk: Desk, sent: Fields, old: Fields) -> str | None:
    told = _text(sent, old, "importExternalReference")
    return told if desk.switches["extref_stored"] == "on" else None


def _word(sent: Fields, old: Fields, name: str, allowed: tuple[str, ...], default: str) -> str:
    value = sent.get(name, old.get(name, default))
    if value not in allowed:
        raise refuse(f"{name} must be one of {', '.join(allowed)}")
    return str(value)


def _start_time(sent: Fields, old: Fields) -> str | None:
    value = _text(sent, old, "startTime")
    if value is not None and not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?", value):
        raise refuse("startTime must be a time of day")
    return f"{value}:00" if value is not None and len(value) == len("09:30") else value


def _linked_id(value: object, name: str) -> int:
    if isinstance(value, bool) or not re.fullmatch(r"[0-9]{1,12}", str(value)):
        raise refuse(f"links.{name} must be an id")
    return int(str(value))


def _staff(desk: Desk, links: Fields, old: Fields, name: str) -> str:
    if name not in links:
        return str(old[name])
    ident = _linked_id(links[name], name)
    if not any(desk.firm.find("users", user).participant == ident for user in desk.firm.ids("users")):
        raise refuse(f"links.{name} must be the participant of a system user", "TR03")
    return str(ident)


def _matter(desk: Desk, links: Fields, old: Fields) -> str | None:
    value = links.get("action", old.get("action"))
    if value is None:
        if desk.switches["org_rules"] == "enforce":
            raise refuse("A matter is required")
        return None
    ident = _linked_id(value, "action")
    matter = desk.firm.find("actions", ident)
    if matter is None or matter.deleted is not None:
        raise no_record("actions", str(ident))
    if not desk.firm.is_open_to(desk.user, "actions", matter):
        raise restricted(desk.switches, "actions", ident)
    if matter.status == "Closed" and desk.switches["closed_matter"] == "reject":
        raise refuse(f"Action {ident} is closed")
    return str(ident)


def _quick_code(desk: Desk, links: Fields, old: Fields) -> str | None:
    value = links.get("quickCode", old.get("quickCode"))
    if value is None:
        if desk.switches["org_rules"] == "enforce":
            raise refuse("A quick code is required")
        return None
    ident = _linked_id(value, "quickCode")
    code = desk.firm.find("quickcodes", ident)
    if code is None or not code["useForTimeEntry"]:
        raise refuse(f"Quick code {ident} cannot be used for time entries")
    return str(ident)


def _utbms_code(desk: Desk, links: Fields, old: Fields, name: str, action: str | None) -> str | None:
    """A code, which only a matter with UTBMS takes; one that was there before goes when the matter is another."""
    matter = None if action is None else desk.firm.find("actions", int(action))
    wants = matter is not None and matter.utbms is not None
    value = links.get(name, old.get(name) if wants else None)
    if value is None:
        return None
    if not wants:
        raise refuse(f"links.{name}: UTBMS is not enabled on this action")
    code = desk.firm.find("utbmscodes", str(value))
    if code is None or not code["enabled"]:
        raise refuse(f"links.{name}: there is no such code in use")
    return str(value)


def _billable(desk: Desk, sent: Fields, old: Fields, action: str | None) -> bool:
    value = sent.get("isBillable")
    if value is not None and value != "T" and value != "F":  # noqa: PLR1714 - the value may be unhashable
        raise refuse('isBillable must be "T" or "F"')
    if action is None:
        # Time without a matter is never billable, whatever was sent.
        return False
    if value is None:
        matter = desk.firm.find("actions", int(action))
        kind = desk.firm.find("actiontypes", matter.type_id) if matter is not None else None
        return bool(old.get("isBillable", kind is None or kind["isBillable"]))
    return bool(value == "T")


def _apply_rules(desk: Desk, entry: dict[str, Any]) -> None:
    """Round or refuse hours that are no whole units. Time that is not billed is nobody's business."""
    rules = desk.switches["org_rules"]
    if rules == "ignore" or not entry.get("isBillable", entry["billableHours"] > 0):
        return
    for name in ("billableHours", "actualHours") if desk.switches["org_rounds"] == "both" else ("billableHours",):
        units = (entry[name] / _UNIT).to_integral_value(ROUND_CEILING)
        allowed = (units * _UNIT).quantize(_CENT)
        if rules == "enforce" and allowed != entry[name]:
            raise refuse(f"{name} must be a multiple of {_UNIT}")
        entry[name] = allowed


def _price(desk: Desk, entry: Fields) -> dict[str, Any]:
    if not entry["isBillable"]:
        amount = entry["actualHours"] * _STANDARD_PRICE if entry["action"] else Decimal(0)
        return {"rateUnitPrice": None, "rateSource": "Default", "rate": None, "billableAmount": amount}
    people = (desk.firm.find("users", ident) for ident in desk.firm.ids("users"))
    rate = next(user.rate for user in people if str(user.participant) == entry["owner"])
    price = desk.firm.find("rates", rate)["rate"]
    free = entry["billingBehavior"] == "No charge"
    return {
        "rateUnitPrice": price,
        "rateSource": "Timekeeper",
        "rate": str(rate),
        "billableAmount": Decimal(0) if free else (entry["billableHours"] * price).quantize(_CENT, ROUND_HALF_UP),
    }


def make_record(desk: Desk, sent: Fields) -> dict[str, Any]:
    """A new legacy time record with a fresh id; raises ApiError."""
    record = _merge_record(desk, sent, {})
    return {**record, "id": desk.firm.fresh_id("timerecords"), "createdTimestamp": int(desk.now)}


def change_record(desk: Desk, sent: Fields, old: dict[str, Any]) -> dict[str, Any]:
    """The legacy time record after a PUT; raises ApiError."""
    record = _merge_record(desk, sent, old if desk.switches["put_mode"] == "merge" else {})
    return {**record, "id": old["id"], "createdTimestamp": old["createdTimestamp"]}


def _merge_record(desk: Desk, sent: Fields, old: Fields) -> dict[str, Any]:
    links = sent.get("links") or {}
    for name in ("startTimestamp", "actualHours"):
        if sent.get(name) is None and name not in old:
            raise refuse(f"Required: {name}")
    actual = _hours(sent, old, "actualHours", "TR02") or Decimal(0)
    billed = _hours(sent, old, "billableHours", "TR01")
    own = str(desk.user.participant)
    activity = links.get("activity", old.get("activity"))
    record = {
        "startTimestamp": _start(desk, sent, old),
        "notes": _text(sent, old, "notes"),
        "actualHours": actual,
        "billableHours": actual if billed is None else billed,
        "activity": None if activity is None else str(_linked_id(activity, "activity")),
        "division": str(links.get("division") or old.get("division") or "1"),
        "owner": _staff(desk, {"owner": links.get("owner") or old.get("owner") or own}, {}, "owner"),
        "createdBy": _staff(
            desk, {"createdBy": links.get("createdBy") or old.get("createdBy") or own}, {}, "createdBy"
        ),
        "action": _matter(desk, links, old),
    }
    _apply_rules(desk, record)
    return record


def _start(desk: Desk, sent: Fields, old: Fields) -> int:
    if "startTimestamp" not in sent:
        return int(old["startTimestamp"])
    try:
        return parse_stamp(str(sent["startTimestamp"]), desk.bare_zone)
    except (ValueError, OverflowError) as wrong:
        raise refuse("startTimestamp must be a timestamp") from wrong

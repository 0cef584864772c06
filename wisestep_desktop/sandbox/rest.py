"""The REST half of the sandbox: one call of a signed-in session in, one answer out.

Knows admission, verbs and bodies (actionstep-api.md 2.1, 2.7, 2.9). Refuses to know sockets, tokens and faults.
"""

import json
from collections.abc import Callable
from typing import Any

from wisestep_desktop.sandbox import entries, query, wire
from wisestep_desktop.sandbox.calls import Call
from wisestep_desktop.sandbox.clock import SandboxClock
from wisestep_desktop.sandbox.reading import Reader, no_record
from wisestep_desktop.sandbox.resources import RESOURCES, Resource
from wisestep_desktop.sandbox.switches import Switches
from wisestep_desktop.sandbox.wire import Answer, ApiError, OAuthError


class RestApi:
    """Answers calls from any thread; one organisation is served by one thread at a time."""

    def __init__(self, switches: Switches, clock: SandboxClock) -> None:
        self._switches = switches
        self._clock = clock
        self._reader = Reader(switches, clock)
        self._verbs: dict[str, Callable[[Call, Resource], Answer]] = {
            "GET": self._get,
            "POST": self._post,
            "PUT": self._put,
            "DELETE": self._delete,
            "OPTIONS": lambda _call, resource: Answer(200, headers={"Allow": ", ".join(resource.methods)}),
        }

    def answer(self, call: Call) -> Answer:
        """The answer, refusals included."""
        try:
            resource = self._admit(call)
            with call.session.firm.lock:
                return self._verbs[call.method](call, resource)
        except (ApiError, OAuthError) as refused:
            return refused.answer()

    def _admit(self, call: Call) -> Resource:
        if self._switches["media"] == "strict":
            _check_media(call)
        resource = RESOURCES.get(call.resource)
        if resource is None:
            detail = f"The specified Resource '{call.resource[:1].upper()}{call.resource[1:]}' does not exist"
            raise ApiError(404, "AS-TBC", "API Resource Not Found", detail)
        ebm = self._switches["ebm"]
        if resource.name == "timeentries" and ebm != "on":
            raise ApiError(403 if ebm == "403" else 404, "AS-TBC", "Not Available", "Enhanced Billing Mode is off")
        if not call.session.may(resource.name):
            raise OAuthError(403, "insufficient_scope", f"The request requires the scope '{resource.name}'")
        if call.method not in resource.methods:
            raise ApiError(405, "AS-TBC", "Method Not Allowed", f"{call.method} is not allowed on {resource.name}")
        return resource

    def _get(self, call: Call, resource: Resource) -> Answer:
        if call.ids is not None:
            return self._reader.page(call, resource, self._reader.named(call, resource, call.ids))
        return self._reader.page(call, resource, self._reader.listed(call, resource), listing=True)

    def _post(self, call: Call, resource: Resource) -> Answer:
        if call.ids is not None:
            raise ApiError(405, "AS-TBC", "Method Not Allowed", "POST takes no id")
        make = entries.make_entry if resource.name == "timeentries" else entries.make_record
        desk = self._desk(call)
        # All are judged before the first is kept, so that a refusal leaves nothing behind.
        made = [make(desk, sent) for sent in _sent_records(call, resource)]
        for record in made:
            call.session.firm.put(resource.name, record)
        page = self._reader.page(_without_query(call), resource, [record["id"] for record in made])
        return Answer(int(self._switches["post_status"]), page.body)

    def _put(self, call: Call, resource: Resource) -> Answer:
        idents = self._reader.named(call, resource, call.ids or "")
        sent = _sent_records(call, resource)
        if len(idents) != 1 or len(sent) != 1:
            raise ApiError(400, "AS-TBC", "Invalid Request", "PUT changes one record at a time")
        firm = call.session.firm
        change = entries.change_entry if resource.name == "timeentries" else entries.change_record
        firm.put(resource.name, change(self._desk(call), sent[0], firm.find(resource.name, idents[0])))
        return self._reader.page(_without_query(call), resource, idents)

    def _delete(self, call: Call, resource: Resource) -> Answer:
        parts = (call.ids or "").split(",")
        asking, firm = self._reader.asking(call), call.session.firm
        idents = [query.record_id(resource, part) for part in parts]
        for ident in idents:
            record = query.visible(asking, resource.name, ident)
            if record is None:
                raise no_record(resource.name, str(ident))
            billed = resource.name == "timeentries" and entries.is_locked(record)
            if billed and self._switches["billed_edit"] == "reject":
                raise entries.refuse(f"Time entry {ident} is on a bill and cannot be deleted")
        for ident in dict.fromkeys(idents):
            firm.remove(resource.name, ident)
        return Answer(204)

    def _desk(self, call: Call) -> entries.Desk:
        session = call.session
        return entries.Desk(session.firm, session.user, self._switches, self._clock.now(), self._reader.bare_zone(call))


def _without_query(call: Call) -> Call:
    """The same call without filters and paging, for writing back what it stored."""
    return Call(
        call.session, "GET", call.resource, None, "", (), b"", wire.VENDOR_TYPE, "", call.base_url, call.started
    )


def _check_media(call: Call) -> None:
    if wire.VENDOR_TYPE not in call.accept:
        raise ApiError(406, "AS-TBC", "Not Acceptable", f"Accept must be {wire.VENDOR_TYPE}")
    if call.method in ("POST", "PUT") and not call.content_type.startswith(wire.VENDOR_TYPE):
        raise ApiError(415, "AS-TBC", "Unsupported Media Type", f"Content-Type must be {wire.VENDOR_TYPE}")


def _sent_records(call: Call, resource: Resource) -> list[dict[str, Any]]:
    """The records of a body, which is always wrapped in the resource's name; raises ApiError."""
    try:
        body = json.loads(call.body)
    except (ValueError, RecursionError) as broken:
        meta = {"json": "", "json_last_error": 4, "json_last_error_msg": "Syntax error"}
        raise ApiError(400, "AS-1302", "Invalid JSON Message", "Unable to decode the JSON message", meta) from broken
    content = body.get(resource.name) if isinstance(body, dict) else None
    records: list[Any] = content if isinstance(content, list) else [content]
    if not records or not all(isinstance(record, dict) for record in records):
        raise ApiError(400, "AS-TBC", "Invalid Request", f"The body must be wrapped in '{resource.name}'")
    return records

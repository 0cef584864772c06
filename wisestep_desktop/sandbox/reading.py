"""Finds the records a call asks for and puts one page of them into an envelope.

Knows selection, paging, `fields` and `include`. Refuses to change anything.
"""

import re
import threading
from collections import OrderedDict
from typing import Any
from zoneinfo import ZoneInfo

from wisestep_desktop.sandbox import query, wire
from wisestep_desktop.sandbox.calls import Call
from wisestep_desktop.sandbox.clock import SandboxClock
from wisestep_desktop.sandbox.firm import Id
from wisestep_desktop.sandbox.resources import RESOURCES, Column, Resource
from wisestep_desktop.sandbox.switches import Switches
from wisestep_desktop.sandbox.wire import Answer, ApiError

_REMEMBERED_LISTS = 32

_FILTER_SWITCHES = {
    "extref_filter": (("timeentries", "importExternalReference"),),
    "id_filter": (("actions", "id"),),
    "modified_filter": (("actions", "modifiedTimestamp"),),
    # Filtering by matter was seen at work in captures (2.5); by owner and by date was not.
    "entry_filters": (
        *(("timeentries", "owner"), ("timeentries", "timestampDate")),
        *(("timerecords", "owner"), ("timerecords", "startTimestamp")),
    ),
    "quickcode_filter": (("quickcodes", "useForTimeEntry"),),
}


class Reader:
    """Reads for calls. Lists are remembered until a change could touch them, so that each page costs the same."""

    def __init__(self, switches: Switches, clock: SandboxClock) -> None:
        self._switches = switches
        self._clock = clock
        self._lists: OrderedDict[tuple[Any, ...], list[Id]] = OrderedDict()
        self._lists_lock = threading.Lock()

    def named(self, call: Call, resource: Resource, text: str) -> list[Id]:
        """Ids of the visible records named in a path; raises ApiError when the only one is not to be had."""
        if resource.name == "users" and text == "current":
            return [call.session.user.id]
        asking = self.asking(call)
        wanted = [query.record_id(resource, part) for part in text.split(",")]
        found = [ident for ident in dict.fromkeys(wanted) if query.visible(asking, resource.name, ident) is not None]
        if found or len(wanted) > 1:
            return found
        hidden = asking.firm.find(resource.name, wanted[0])
        if hidden is not None and not asking.firm.is_open_to(asking.user, resource.name, hidden):
            raise restricted(self._switches, resource.name, wanted[0])
        if self._switches["missing_record"] == "204":
            return []
        raise no_record(resource.name, text)

    def listed(self, call: Call, resource: Resource) -> list[Id]:
        """Ids of all visible records that meet the call's filters, in its order."""
        order = call.parameter("sort", f"sort[{resource.name}]") or ""
        filters = call.filters()
        if any("[" in name for name, _ in filters):
            # Such filters look into other resources, whose changes are not watched here.
            return self._selected(call, resource, filters, order)
        firm = call.session.firm
        key = (
            *(firm.key, call.session.user.id, resource.name, filters, order),
            *(firm.version(resource.name), self._switches.generation),
        )
        with self._lists_lock:
            known = self._lists.get(key)
        if known is None:
            known = self._selected(call, resource, filters, order)
        with self._lists_lock:
            self._lists[key] = known
            self._lists.move_to_end(key)
            while len(self._lists) > _REMEMBERED_LISTS:
                self._lists.popitem(last=False)
        return known

    def page(self, call: Call, resource: Resource, ids: list[Id], *, listing: bool = False) -> Answer:
        """One page of these records as an envelope; 204 without a body when the page is empty."""
        page = call.number("page", 1)
        size = min(call.number("pageSize", query.DEFAULT_PAGE_SIZE), query.LARGEST_PAGE_SIZE)
        step = max(1, size - self._switches.number("page_overlap"))  # rows that move while somebody turns the pages
        shown = ids[(page - 1) * step : (page - 1) * step + size]
        if not shown:
            return Answer(204)
        listing = listing and resource.name == "users"
        wanted = call.parameter(f"fields[{resource.name}]", "fields")
        columns = query.chosen_columns(resource, wanted, newest=self._newest, listing=listing)
        rows = self._rows(call, resource, columns, shown)
        if self._switches["media"] == "jsonapi10" and wire.VENDOR_TYPE not in call.accept:
            return Answer(200, wire.to_json(wire.jsonapi_10(resource.name, rows)))
        linked = self._linked(call, resource, shown)
        key = self._switches["quickcode_key"] if resource.name == "quickcodes" else resource.name
        return Answer(
            200, wire.to_json(self._envelope(call, resource, rows, linked, (key, page, size, step, len(ids))))
        )

    def asking(self, call: Call) -> query.Asking:
        """Who asks whom, under the present switches."""
        firm = call.session.firm
        return query.Asking(
            firm=firm,
            user=call.session.user,
            bare_zone=self.bare_zone(call),
            show_deleted=self._switches["deleted_visible"] == "listed",
            ignored=self._filters("ignored"),
            refused=self._filters("400"),
        )

    def bare_zone(self, call: Call) -> ZoneInfo:
        """The zone of timestamps sent without an offset."""
        return call.session.firm.zone if self._switches["filter_tz"] == "org" else ZoneInfo("UTC")

    def zones(self, call: Call) -> wire.Zones:
        """The zones in which this call's answer is written."""
        own = call.session.firm.zone
        name = self._switches["session_tz"]
        return wire.Zones(own, own if name == "org" else ZoneInfo(name))

    @property
    def _newest(self) -> bool:
        return self._switches["new_fields"] == "on"

    def _selected(self, call: Call, resource: Resource, pairs: tuple[tuple[str, str], ...], order: str) -> list[Id]:
        def unknown(nonsense: query.UnknownFilterError) -> None:
            if self._switches["unknown_filter"] == "400":
                raise ApiError(400, "AS-TBC", "Invalid Filter", f"Unknown filter {nonsense}") from nonsense

        wanted = [name for name in order.split(",") if name]
        try:
            return query.select(self.asking(call), resource, pairs, wanted, unknown)
        except query.RefusedFilterError as refused:
            raise ApiError(400, "AS-TBC", "Invalid Filter", f"The filter {refused} is not supported") from refused

    def _filters(self, fate: str) -> frozenset[tuple[str, str]]:
        return frozenset(
            field for switch, fields in _FILTER_SWITCHES.items() if self._switches[switch] == fate for field in fields
        )

    def _rows(self, call: Call, resource: Resource, columns: tuple[Column, ...], ids: list[Id]) -> list[dict[str, Any]]:
        firm, user, zones = call.session.firm, call.session.user, self.zones(call)
        return [wire.write_row(columns, firm.find(resource.name, ident), user, zones) for ident in ids]

    def _linked(self, call: Call, resource: Resource, ids: list[Id]) -> dict[str, list[dict[str, Any]]]:
        chains = [chain.split(".") for chain in (call.parameter("include") or "").split(",") if chain]
        if resource.name == "timeentries" and self._switches["sideload_owners"] == "on":
            chains.append(["owner"])
        found: dict[str, set[Id]] = {}
        for chain in chains:
            self._follow(call, resource, ids, chain, found)
        linked: dict[str, list[dict[str, Any]]] = {}
        for name, idents in sorted(found.items()):
            columns = query.chosen_columns(
                RESOURCES[name], call.parameter(f"fields[{name}]"), newest=self._newest, listing=False
            )
            ordered = sorted(idents, key=lambda ident: (isinstance(ident, str), ident))
            linked[name] = self._rows(call, RESOURCES[name], columns, ordered)
        return linked

    def _follow(
        self, call: Call, resource: Resource, ids: list[Id], chain: list[str], found: dict[str, set[Id]]
    ) -> None:
        column = resource.column(chain[0])
        target = RESOURCES.get(column.target) if column is not None else None
        # Without its scope a linked resource is left out in silence.
        if column is None or target is None or not call.session.may(target.name):
            return
        asking, firm, user = self.asking(call), call.session.firm, call.session.user
        reached: set[Id] = set()
        for ident in ids:
            value = column.read(firm.find(resource.name, ident), user)
            for text in value if isinstance(value, list) else [value]:
                other = None if text is None else query.record_id(target, text)
                if other is not None and query.visible(asking, target.name, other) is not None:
                    reached.add(other)
        if reached:
            found.setdefault(target.name, set()).update(reached)
        if len(chain) > 1:
            self._follow(call, target, list(reached), chain[1:], found)

    def _envelope(
        self,
        call: Call,
        resource: Resource,
        rows: list[dict[str, Any]],
        linked: dict[str, list[dict[str, Any]]],
        numbers: tuple[str, int, int, int, int],
    ) -> dict[str, Any]:
        key, page, size, step, count = numbers
        pages = 1 + max(0, -(-(count - size) // step))
        shown = [resource, *(RESOURCES[name] for name in linked if name != resource.name)]
        paging = {
            "recordCount": count,
            "pageCount": pages,
            "page": page,
            "pageSize": size,
            "prevPage": _page_url(call, page - 1) if page > 1 else None,
            "nextPage": _page_url(call, page + 1) if page < pages else None,
        }
        zone = self.zones(call).session
        debug = wire.debug_block(call.started, self._clock.now(), zone)
        return {
            "links": wire.templates(shown, call.base_url, newest=self._newest),
            key: rows[0] if len(rows) == 1 else rows,
            **({"linked": linked} if linked else {}),
            "meta": {"paging": {key: paging}, "debug": debug},
        }


def restricted(switches: Switches, resource: str, ident: Id) -> ApiError:
    """The answer about a record this user may not see; the switch says how honest it is."""
    if switches["restricted_answer"] == "403":
        return ApiError(403, "AS-TBC", "Forbidden", "You do not have permission to access this record")
    return no_record(resource, str(ident))


def no_record(resource: str, ident: str) -> ApiError:
    """The answer about a record that is not there."""
    return ApiError(404, "AS-TBC", "Not Found", f"There is no record {ident} in {resource}")


def _page_url(call: Call, page: int) -> str:
    parts = [part for part in call.raw_query.split("&") if part]
    numbered = [f"page={page}" if re.match(r"page=", part) else part for part in parts]
    if numbered == parts and f"page={page}" not in parts:
        numbered.append(f"page={page}")
    path = f"{call.resource}/{call.ids}" if call.ids is not None else call.resource
    return f"{call.base_url}/api/rest/{path}?{'&'.join(numbered)}"

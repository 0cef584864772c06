"""How Actionstep writes things down: rows, envelopes, `meta.debug` and errors, as captured.

Knows JSON shapes only. Refuses to choose rows or to judge requests.
"""

import json
import secrets
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from wisestep_desktop.sandbox.clock import debug_time, midnight, stamp_text
from wisestep_desktop.sandbox.resources import Column, Kind, Resource

VENDOR_TYPE = "application/vnd.api+json"
NOTES = "http://tools.ietf.org/html/rfc6749#section-"


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back: a status, a body already in bytes and its headers."""

    status: int
    body: bytes = b""
    content_type: str = VENDOR_TYPE
    headers: dict[str, str] = field(default_factory=dict)


class ApiError(Exception):
    """An error in the `errors` shape of actionstep-api.md 2.9."""

    def __init__(self, status: int, code: str, title: str, detail: str, meta: object = None) -> None:
        super().__init__(f"{status} {code}: {detail}")
        self.status = status
        self.code = code
        self.title = title
        self.detail = detail
        self.meta: object = [] if meta is None else meta

    def answer(self) -> Answer:
        """The error as it goes back, with a fresh id of 40 hexadecimal digits."""
        body = {
            "id": secrets.token_hex(20),
            "links": {"about": None},
            "status": self.status,
            "code": self.code,
            "title": self.title,
            "detail": self.detail,
            "source": {"pointer": None, "parameter": None},
            "meta": self.meta,
            "rls": None,
        }
        return Answer(self.status, to_json({"errors": body}))


class OAuthError(Exception):
    """An error in the OAuth shape of actionstep-api.md 1.10."""

    def __init__(self, status: int, error: str, description: str, section: str = "") -> None:
        super().__init__(f"{status} {error}")
        self.status = status
        self.error = error
        self.description = description
        self.section = section

    def answer(self, headers: dict[str, str] | None = None) -> Answer:
        """The error as it goes back."""
        body = {"error": self.error, "error_description": self.description}
        if self.section:
            body["error_uri"] = NOTES + self.section
        return Answer(self.status, to_json(body), "application/json", headers or {})


def to_json(value: object) -> bytes:
    """Compact JSON, not ASCII only."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


@dataclass(frozen=True, slots=True)
class Zones:
    """The organisation's zone, in which days begin, and the session's, in which instants are shown."""

    organisation: ZoneInfo
    session: ZoneInfo


_Writer = Callable[[Any, Zones], object]
_WRITERS: dict[Kind, _Writer] = {
    Kind.FLAG: lambda value, _zones: "T" if value else "F",
    Kind.DECIMAL: lambda value, _zones: f"{value:.2f}",
    Kind.STAMP: lambda value, zones: stamp_text(value, zones.session),
    Kind.MIDNIGHT: lambda value, zones: stamp_text(midnight(value, zones.organisation), zones.session),
    Kind.DATE: lambda value, _zones: date.isoformat(value),
}


def write_value(kind: Kind, value: object, zones: Zones) -> object:
    """One value in its wire form; None stays None."""
    writer = _WRITERS.get(kind)
    return value if value is None or writer is None else writer(value, zones)


def write_row(columns: Iterable[Column], record: object, user: object, zones: Zones) -> dict[str, Any]:
    """A record as an object with these fields; `links` is left out when none of them is a link."""
    row: dict[str, Any] = {}
    links: dict[str, Any] = {}
    for column in columns:
        place = links if column.is_link else row
        place[column.name] = write_value(column.kind, column.read(record, user), zones)
    if links:
        row["links"] = links
    return row


def templates(resources: Iterable[Resource], base_url: str, *, newest: bool) -> dict[str, Any]:
    """The `links` member of an envelope, its host doubled as in every capture, hence good for nothing."""
    scheme, _, host = base_url.partition("://")
    name, _, rest = host.partition(":")
    broken = f"{scheme}://{name}.{name}:{rest}" if rest else f"{scheme}://{name}.{name}"
    return {
        f"{resource.name}.{column.name}": {
            "href": f"{broken}/api/rest/{column.target}/{{{resource.name}.{column.name}}}",
            "type": column.target,
        }
        for resource in resources
        for column in resource.columns
        if column.is_link and column.target and (newest or not column.newest)
    }


def debug_block(started: float, now: float, zone: ZoneInfo) -> dict[str, str | None]:
    """`meta.debug`: all strings but `rl`. `started` is a `time.perf_counter()` value in seconds."""
    taken = time.perf_counter() - started
    return {
        "requestTime": f"{taken:.6f}",
        "mem": "1.83mb",
        "server": "app-0000practice.ap-southeast-2.actionstep.com",
        "cb": "v1.51.0",
        "time": debug_time(now, zone),
        "appload": "0.28, 0.38, 0.43",
        "app": f"{taken * 0.4:.6f}",
        "db": f"{taken * 0.6:.6f}",
        "dbc": "0.000000",
        "qc": "40",
        "uqc": "29",
        "fc": "479",
        "rl": None,
    }


def jsonapi_10(resource: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The JSON:API 1.0 form that a session gets when it does not ask for the vendor's type."""
    data = [
        {
            "type": resource,
            "id": str(row["id"]),
            "attributes": {name: value for name, value in row.items() if name not in ("id", "links")},
            "relationships": {name: {"data": value} for name, value in row.get("links", {}).items()},
        }
        for row in rows
    ]
    return {"jsonapi": {"version": "1.0"}, "data": data[0] if len(data) == 1 else data}

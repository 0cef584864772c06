"""Actionstep's REST interface as ``ports.practice.Practice``. Says what each answer means; never repeats an order."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, tzinfo
from typing import Any, Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import requests

from wisestep_desktop.adapters.actionstep import entries_wire, wire
from wisestep_desktop.adapters.actionstep.answers import Answer, refusal, unavailable
from wisestep_desktop.adapters.actionstep.http import session, translate_read, translate_write
from wisestep_desktop.core.errors import (
    Doubt,
    Misunderstood,
    Refused,
    SignInAgain,
    Unavailable,
    Uncertain,
)
from wisestep_desktop.core.ids import MatterId, RemoteEntryId
from wisestep_desktop.core.matters import ActivityType, Matter, Person
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.practice import MatterPage, RecordedEntry, TimeEntry
from wisestep_desktop.ports.sign_in import Grant

PAGE_SIZE = 200
_MOST_PAGES = 5_000
_MOST_LOOKED_THROUGH = 10
"""Pages of one attorney's entries around one date; more than two thousand entries a day is nobody's."""
_PATIENCE = 4
"""Times a question is asked before its failure is reported; an order is given once."""
_LONGEST_WAIT = 30

_JSON = {"Accept": "application/vnd.api+json", "Content-Type": "application/vnd.api+json"}
_MATTER_FIELDS = "id,name,reference,status,modifiedTimestamp,isDeleted,primaryParticipants"


class Grants(Protocol):
    """Hands out access tokens."""

    def grant(self) -> Grant:
        """Return a grant that is good now."""
        ...

    def after_refusal(self, used: Grant) -> Grant:
        """Return a newer one than a grant that was refused."""
        ...


class _Bearer(requests.auth.AuthBase):
    """Sets the token itself, so that a netrc file can never put something else in its place."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request


class ActionstepPractice:
    """One signed-in connection.

    Args:
        grants: hands out access tokens.
        version: of the program, for the user agent.
        pause: waits that many seconds between two tries; raises to give up.
        read_seconds: how long to wait for a silent server.
    """

    def __init__(
        self, grants: Grants, version: str, pause: Callable[[float], None], *, read_seconds: float = 90
    ) -> None:
        self._grants = grants
        self._pause = pause
        self._session = session(version, read_seconds=read_seconds)
        self._one_at_a_time = threading.Lock()
        self._zone: tzinfo | None = None
        self._requests = 0

    def whoami(self) -> Person:
        """Return who is signed in."""
        told = self._ask("users/current", {"include": "participant", "fields[participants]": "id,displayName"})
        users = wire.rows(told, "users")
        if len(users) != 1:
            raise Misunderstood("answer.no_rows", resource="users")
        participant = wire.participant(users[0])
        names = wire.names_by_id(wire.linked(told, "participants"))
        email = wire.text(users[0].get("emailAddress"), 256)
        return Person(participant, names.get(participant) or email, email)

    def matters(self) -> Iterator[MatterPage]:
        """Walk every visible matter by id."""
        query = {
            "fields[actions]": _MATTER_FIELDS,
            "include": "primaryParticipants",
            "fields[participants]": "id,displayName",
            "sort": "id",
        }
        for told, found in self._pages("actions", query, _MOST_PAGES):
            clients = wire.names_by_id(wire.linked(told, "participants"))
            count, _, _ = wire.paging(told, "actions")
            yield MatterPage(tuple(wire.matter(row, clients) for row in found), count or 0)

    def matter(self, matter: MatterId) -> Matter | None:
        """Return one matter as it is right now."""
        try:
            told = self._ask(f"actions/{matter}", {"include": "primaryParticipants"})
        except Refused as refused:
            if refused.params.get("status") in (403, 404) and refused.code != "refused.scope":
                return None
            raise
        clients = wire.names_by_id(wire.linked(told, "participants"))
        for row in wire.rows(told, "actions"):
            found = wire.matter(row, clients)
            if found.id == matter and not found.gone:
                return found
        return None

    def activity_types(self) -> tuple[ActivityType, ...]:
        """Return every activity type for time."""
        query = {"useForTimeEntry_eq": "T"}
        found = (wire.activity_type(row) for _, rows in self._pages("quickcodes", query, _MOST_PAGES) for row in rows)
        by_id = {each.id: each for each in found if each is not None}
        return tuple(by_id.values())

    def create(self, entry: TimeEntry) -> RecordedEntry:
        """Create a time entry, once."""
        attorney = _zone(entry.zone) or UTC
        body = json.dumps(entries_wire.body(entry, attorney, self._zone or attorney)).encode()
        answer = self._order("POST", "timeentries", body)
        try:
            for row in wire.rows(wire.payload(answer.body), "timeentries"):
                return entries_wire.recorded(row, self._zone)
        except Misunderstood:
            raise Uncertain(Doubt.GARBLED) from None
        raise Uncertain(Doubt.GARBLED)

    def fetch(self, entry: RemoteEntryId) -> RecordedEntry | None:
        """Return a time entry, or None."""
        try:
            told = self._ask(f"timeentries/{entry}", {})
        except Refused as refused:
            if refused.params.get("status") == 404:
                return None
            raise
        found = (entries_wire.recorded(row, self._zone) for row in wire.rows(told, "timeentries"))
        return next((record for record in found if record.id == entry), None)

    def find(self, entry: TimeEntry, since: Instant) -> tuple[RecordedEntry, ...]:
        """Return every record that is this entry (API notes, 6)."""
        by_key = self._look({"importExternalReference_eq": entry.key}, 1)
        exact = tuple(record for record in by_key if record.key == entry.key)
        if exact:
            return exact
        # None, or rows of others: the filter may have been ignored, so the day itself decides.
        day = {"owner_eq": str(entry.owner), "action_eq": str(entry.matter), **entries_wire.window(entry.work_date)}
        near = self._look({**day, "sort": "-id"}, _MOST_LOOKED_THROUGH)
        exact = tuple(record for record in near if record.key == entry.key)
        return exact or tuple(record for record in near if entries_wire.same(record, entry, since))

    def requests(self) -> int:
        """Return how many requests were made."""
        return self._requests

    def close(self) -> None:
        """Let the connections go."""
        self._session.close()

    def _look(self, query: Mapping[str, str], most: int) -> tuple[RecordedEntry, ...]:
        found: dict[RemoteEntryId, RecordedEntry] = {}
        for _, rows in self._pages("timeentries", query, most):
            for row in rows:
                record = entries_wire.recorded(row, self._zone)
                found[record.id] = record
        return tuple(found.values())

    def _pages(
        self, resource: str, query: Mapping[str, str], most: int
    ) -> Iterator[tuple[wire.Payload, tuple[wire.Row, ...]]]:
        """Walk pages until the server says it was the last; its next-page address is never followed."""
        for page in range(1, most + 1):
            told = self._ask(resource, {**query, "page": str(page), "pageSize": str(PAGE_SIZE)})
            found = wire.rows(told, resource)
            if not found:
                return
            yield told, found
            _, pages, following = wire.paging(told, resource)
            last = page >= pages if pages is not None else len(found) < PAGE_SIZE
            if following is False or last:
                return

    def _ask(self, path: str, query: Mapping[str, str]) -> wire.Payload:
        """Put a question, again if the server is busy or the line drops: a question changes nothing."""
        for attempt in range(1, _PATIENCE + 1):
            try:
                told = _payload(self._answered("GET", path, query=query))
            except (Unavailable, Misunderstood) as trouble:
                asked = trouble.retry_after if isinstance(trouble, Unavailable) else None
                wait = 0.5 * 2**attempt if asked is None else asked
                if (
                    attempt == _PATIENCE
                    or wait > _LONGEST_WAIT
                    or trouble.code in ("net.unreachable", "answer.redirected")
                ):
                    raise
                self._pause(wait)
            else:
                self._learn_zone(told)
                return told
        raise AssertionError("unreachable")

    def _order(self, method: str, path: str, body: bytes) -> Answer:
        return self._answered(method, path, body=body)

    def _answered(
        self, method: str, path: str, *, query: Mapping[str, str] | None = None, body: bytes | None = None
    ) -> Answer:
        """Return an answer that says yes; every other one is raised as what it means for this method.

        A 401 means that nothing happened, so asking again with a newer token is safe for orders too.
        """
        grant = self._grants.grant()
        answer = self._call(grant, method, path, query, body)
        if answer.status == 401:
            grant = self._grants.after_refusal(grant)
            answer = self._call(grant, method, path, query, body)
        match answer.status:
            case 200 | 201 | 202 | 204:
                return answer
            case 401:
                raise SignInAgain("sign_in.again", reason="unauthorized")
            case 429 | 503:
                raise unavailable(answer)
            case status if status >= 500 or status < 400:
                if body is not None:
                    raise Uncertain(Doubt.SERVER_ERROR, status=status)
                raise Unavailable("net.server_error", status=status)
            case _:
                raise refusal(answer, path.split("/", 1)[0])

    def _call(
        self, grant: Grant, method: str, path: str, query: Mapping[str, str] | None, body: bytes | None
    ) -> Answer:
        with self._one_at_a_time:
            self._requests += 1
            try:
                response = self._session.request(
                    method,
                    grant.api_endpoint + path,
                    params=dict(query or {}),
                    data=body,
                    headers=_JSON,
                    auth=_Bearer(grant.access_token),
                    allow_redirects=False,
                )
            except requests.RequestException as error:
                raise (translate_read(error) if body is None else translate_write(error)) from None
        return Answer(response.status_code, response.content, response.headers.get("Retry-After"))

    def _learn_zone(self, told: Mapping[str, Any]) -> None:
        name = wire.organisation_zone(told)
        if name is not None:
            self._zone = _zone(name) or self._zone


def _payload(answer: Answer) -> wire.Payload:
    """Return the envelope; only a 204 may be empty, for an empty 200 would hide every matter there is."""
    if answer.status != 204 and not answer.body.strip():
        raise Misunderstood("answer.no_json")
    return wire.payload(answer.body)


def _zone(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None

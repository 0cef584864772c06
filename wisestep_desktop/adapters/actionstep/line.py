"""One line to Actionstep: one request at a time, paced, under the grant in force. Says what each answer means.

A question is asked again when the line drops, for it changes nothing; an order is given once.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Iterator, Mapping
from email.utils import parsedate_to_datetime
from typing import Protocol

import requests

from wisestep_desktop.adapters.actionstep import wire
from wisestep_desktop.adapters.actionstep.answers import LATER, Answer, refusal, unavailable
from wisestep_desktop.adapters.actionstep.http import session, translate_read, translate_write
from wisestep_desktop.adapters.actionstep.pace import Pace
from wisestep_desktop.core.errors import Doubt, Misunderstood, SignInAgain, Unavailable, Uncertain
from wisestep_desktop.core.instants import from_datetime
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.clock import Clock
from wisestep_desktop.ports.sign_in import Grant

PAGE_SIZE = 200
MOST_PAGES = 5_000
_PATIENCE = 4
"""Times a question is asked before its failure is reported."""
_LONGEST_WAIT = 30
"""Seconds; a longer wait is reported rather than sat out."""
_HOPELESS = frozenset({"net.unreachable", "net.certificate", "net.proxy", "answer.redirected"})
"""What asking again a moment later does not mend."""

_JSON = {"Accept": "application/vnd.api+json", "Content-Type": "application/vnd.api+json"}


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


class Line:
    """Asks and orders.

    Args:
        grants: hands out access tokens.
        version: of the program, for the user agent.
        pause: waits that many seconds; raises to give up.
        clock: for the pace, and for telling how far Actionstep's clock is from ours.
        least_pause: milliseconds between two requests at least.
        read_seconds: how long to wait for a silent server.
    """

    def __init__(
        self,
        grants: Grants,
        version: str,
        pause: Callable[[float], None],
        clock: Clock,
        *,
        least_pause: Callable[[], int],
        read_seconds: float,
    ) -> None:
        self._grants = grants
        self._pause = pause
        self._clock = clock
        self._pace = Pace(least_pause)
        self._session = session(version, read_seconds=read_seconds)
        self._one_at_a_time = threading.Lock()
        self._ahead = 0
        self._requests = 0
        self.heard: Callable[[wire.Payload], None] = lambda _told: None

    @property
    def pace(self) -> int:
        """Return the pause in force between two requests, in milliseconds."""
        return self._pace.pause

    @property
    def requests(self) -> int:
        """Return how many requests were made."""
        return self._requests

    def scopes(self) -> frozenset[str]:
        """Return what this connection may ask for."""
        return frozenset(self._grants.grant().scopes.split())

    def may(self, resource: str) -> bool:
        """Tell whether the scopes asked for cover a resource."""
        return bool({resource, "all"} & self.scopes())

    def there(self, ours: Instant) -> Instant:
        """Return what Actionstep's clock showed at an instant of ours, as far as its answers tell."""
        return Instant(ours + self._ahead)

    def close(self) -> None:
        """Let the connections go."""
        self._session.close()

    def pages(
        self, resource: str, query: Mapping[str, str], most: int = MOST_PAGES, *, first: int = 1
    ) -> Iterator[tuple[wire.Payload, tuple[wire.Row, ...]]]:
        """Walk pages until the server says it was the last; its next-page address is never followed."""
        for page in range(first, most + 1):
            told, found = self.page(resource, query, page)
            if not found:
                return
            yield told, found
            if wire.is_last(told, resource, page, full=len(found) >= PAGE_SIZE):
                return

    def page(self, resource: str, query: Mapping[str, str], number: int) -> tuple[wire.Payload, tuple[wire.Row, ...]]:
        """Return one page."""
        told = self.ask(resource, {**query, "page": str(number), "pageSize": str(PAGE_SIZE)})
        return told, wire.rows(told, resource)

    def ask(self, path: str, query: Mapping[str, str]) -> wire.Payload:
        """Put a question, again if the server is busy or the line drops: a question changes nothing."""
        for attempt in range(1, _PATIENCE + 1):
            try:
                told = _payload(self._answered("GET", path, query=query))
            except (Unavailable, Misunderstood) as trouble:
                asked = trouble.retry_after if isinstance(trouble, Unavailable) else None
                wait = 0.5 * 2**attempt if asked is None else asked
                if attempt == _PATIENCE or wait > _LONGEST_WAIT or trouble.code in _HOPELESS:
                    raise
                self._pause(wait)
            else:
                self.heard(told)
                return told
        raise AssertionError("unreachable")

    def order(self, method: str, path: str, body: bytes = b"") -> Answer:
        """Give an order, once.

        Raises:
            Uncertain: if nobody knows whether it was carried out.
        """
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
            case status if status in LATER:
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
            self._keep_pace()
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
            told = response.headers
            answer = Answer(response.status_code, response.content, told.get("Retry-After"), told.get("Date"))
            self._note(answer)
        return answer

    def _keep_pace(self) -> None:
        """Wait until it is time for another request.

        Raises:
            Unavailable: ``net.rate_limit`` where Actionstep asked for a pause that is too long to be sat out.
        """
        now = self._clock.read().awake
        held = self._pace.held(now)
        if held > _LONGEST_WAIT * 1_000:
            raise Unavailable("net.rate_limit", retry_after=math.ceil(held / 1_000))
        wait = max(held, self._pace.wait(now))
        if wait:
            self._pause(wait / 1_000)
        self._pace.began(self._clock.read().awake)

    def _note(self, answer: Answer) -> None:
        """Learn from an answer how fast we may ask and what time it is there."""
        if answer.status == 429:
            self._pace.was_too_fast(self._clock.read().awake, unavailable(answer).retry_after)
        elif answer.status < 300:
            self._pace.went_well()
        try:
            there = from_datetime(parsedate_to_datetime(answer.date or ""))
        except (ValueError, TypeError):
            return
        self._ahead = there - self._clock.read().wall


def _payload(answer: Answer) -> wire.Payload:
    """Return the envelope; only a 204 may be empty, for an empty 200 would hide every matter there is."""
    if answer.status != 204 and not answer.body.strip():
        raise Misunderstood("answer.no_json")
    return wire.payload(answer.body)

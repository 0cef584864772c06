"""What a status and an error body mean. Knows the error shapes (API notes, 1.10 and 2.9), keeps no content of ours."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from wisestep_desktop.adapters.actionstep import wire
from wisestep_desktop.core.errors import Misunderstood, Refused, Unavailable

_LONGEST_DETAIL = 300


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, a bounded body, what ``Retry-After`` said, and what time it was there (``Date``)."""

    status: int
    body: bytes = field(repr=False)
    retry_after: str | None = None
    date: str | None = None


LATER = {407: "net.proxy", 408: "net.timed_out", 425: "net.maintenance", 429: "net.rate_limit", 503: "net.maintenance"}
"""Statuses that say that nothing happened and that it may go better another time (RFC 9110, 15.5 and 15.6)."""


def unavailable(answer: Answer) -> Unavailable:
    """Return what one of ``LATER`` means: nothing happened, come back later."""
    return Unavailable(LATER[answer.status], retry_after=_seconds(answer))


def _seconds(answer: Answer) -> int | None:
    """Return how long we are asked to wait: given in seconds, or as a date by the clock of whoever answers."""
    told = (answer.retry_after or "").strip()
    if told.isascii() and told.isdigit():
        return int(told) if len(told) < 6 else None
    try:
        until = _moment(told)
        now = _moment(answer.date) if answer.date else datetime.now(UTC)
    except ValueError:
        return None
    return max(0, round((until - now).total_seconds()))


def _moment(told: str) -> datetime:
    """Return a date of HTTP.

    Raises:
        ValueError: if it is none.
    """
    found = parsedate_to_datetime(told)
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)


def refusal(answer: Answer, resource: str) -> Refused:
    """Return why the answer is no, with the server's own words kept as plain text and the id support asks for."""
    told = _error(answer.body)
    detail = wire.text(told.get("detail") or told.get("title") or told.get("error_description"), _LONGEST_DETAIL)
    code = wire.text(told.get("code") or told.get("error"), 64)
    scope = answer.status == 403 and code == "insufficient_scope"
    params: dict[str, str | int] = {"status": answer.status, "resource": resource}
    if code:
        params["code"] = code
    if detail:
        params["detail"] = detail
    meaning = {400: "request", 403: "permission", 404: "missing", 409: "conflict", 422: "request"}
    return Refused("refused.scope" if scope else f"refused.{meaning.get(answer.status, 'other')}", **params)


def cannot_be_asked(refused: Refused) -> bool:
    """Tell whether a *question* was not understood, such as a filter nobody documents: it has to be put otherwise."""
    return refused.code == "refused.request"


def _error(body: bytes) -> dict[str, Any]:
    """Return the error object in either of its shapes; an unreadable body is an empty one."""
    try:
        told = wire.payload(body)
    except Misunderstood:
        return {}
    errors = told.get("errors", told)
    if isinstance(errors, list):
        errors = errors[0] if errors else {}
    return dict(errors) if isinstance(errors, dict) else {}

"""What a status and an error body mean. Knows the error shapes (API notes, 1.10 and 2.9), keeps no content of ours."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from wisestep_desktop.adapters.actionstep import wire
from wisestep_desktop.core.errors import Misunderstood, Refused, Unavailable

_LONGEST_DETAIL = 300


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, a bounded body, and what ``Retry-After`` said."""

    status: int
    body: bytes = field(repr=False)
    retry_after: str | None = None


def unavailable(answer: Answer) -> Unavailable:
    """Return what 429 and 503 mean: nothing happened, come back later."""
    told = answer.retry_after or ""
    seconds = int(told) if told.isascii() and told.isdigit() and len(told) < 6 else None
    code = "net.rate_limit" if answer.status == 429 else "net.maintenance"
    return Unavailable(code, retry_after=seconds)


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

"""That the program ended unexpectedly: noted for the bell, until the report was saved or deleted."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import tzinfo

from wisestep_desktop.core.instants import local_date, to_datetime
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.store import Books

_ENDED = "ended.unexpectedly"
_WENT_ON = 60_000
"""Milliseconds of recorded time after which what was written down cannot have ended the program."""


@dataclass(frozen=True, slots=True)
class UnexpectedEnd:
    """When the program ended, and up to when time was kept.

    Attributes:
        at: when the end was written down.
        kept: the newest instant of recorded time then; None where nothing was recorded that day.
    """

    at: Instant
    kept: Instant | None = None


def ended_by(books: Books, at: Instant) -> bool:
    """Tell whether what was written down at an instant can have ended the program: it recorded nothing afterwards.

    To be asked before anything new is recorded. A clock that was set back meanwhile makes the answer yes.
    """
    until = books.upkeep.census().until
    return until is None or until <= at + _WENT_ON


def note(books: Books, at: Instant, zone: tzinfo) -> None:
    """Note an unexpected end, before anything new is recorded."""
    until = books.upkeep.census().until
    lately = until is not None and local_date(until, zone) == local_date(at, zone)
    books.settings.put_fact(_ENDED, json.dumps({"at": at, "kept": until if lately else None}))


def noted(books: Books) -> UnexpectedEnd | None:
    """Return the unexpected end that the person has not dealt with; None without."""
    kept = books.settings.fact(_ENDED)
    if kept is None:
        return None
    told = json.loads(kept)
    return UnexpectedEnd(Instant(told["at"]), None if told["kept"] is None else Instant(told["kept"]))


def settle(books: Books) -> None:
    """Note that the person has dealt with it."""
    books.settings.put_fact(_ENDED, None)


def minute_of(at: Instant, zone: tzinfo) -> int:
    """Return the minute of the local day."""
    moment = to_datetime(at, zone)
    return moment.hour * 60 + moment.minute

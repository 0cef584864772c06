"""Keeps in the store on which days the program ran, so that a clock that jumped is not believed at once."""

from __future__ import annotations

import json
from datetime import date

from wisestep_desktop.core.days_of_use import DaysOfUse, Leap
from wisestep_desktop.core.instants import local_date
from wisestep_desktop.ports.clock import Clock
from wisestep_desktop.ports.store import Books

DAYS = "retention.days_of_use"
"""Fact: the last days of use, and what was recorded while the clock was behind them."""


def read(books: Books) -> DaysOfUse:
    """Return what is known; nothing where nothing was noted yet."""
    told = books.settings.fact(DAYS)
    if told is None:
        return DaysOfUse()
    found = json.loads(told)
    behind = {_date(day): None if right is None else _date(right) for day, right in found["behind"].items()}
    return DaysOfUse(tuple(map(_date, found["days"])), found["awake"], behind)


def note(books: Books, clock: Clock, awake: int = 0) -> None:
    """Note which date the clock shows, after so many milliseconds awake since that was noted last."""
    before = read(books)
    after = before.lived(today(clock), awake) if awake else before.shown(today(clock))
    if after != before:
        _keep(books, after)


def release(books: Books, boundary: date) -> None:
    """Forget what held days back that are old by now."""
    before = read(books)
    after = before.without(boundary)
    if after is not before:
        _keep(books, after)


def needs_noting(books: Books, clock: Clock) -> bool:
    """Tell whether the clock stands behind, or is right again, and nobody noted it."""
    known = read(books)
    return known.shown(today(clock)) != known


def believed(books: Books, clock: Clock) -> date | None:
    """Return the date from which what is old may be counted; None while too few days are known."""
    return read(books).believed(today(clock))


def leap(books: Books, clock: Clock) -> Leap | None:
    """Return the step ahead that the clock has not made good; from the newest record where no day is known yet."""
    known = read(books)
    if not known.days:
        newest = books.timeline.recorded_until()
        known = DaysOfUse(() if newest is None else (local_date(newest, clock.zone()),))
    return known.leap(today(clock))


def today(clock: Clock) -> date:
    """Return the date the clock shows where the person lives."""
    return local_date(clock.read().wall, clock.zone())


def _keep(books: Books, days: DaysOfUse) -> None:
    told = {
        "days": [each.isoformat() for each in days.days],
        "awake": days.awake,
        "behind": {day.isoformat(): right and right.isoformat() for day, right in days.behind.items()},
    }
    books.settings.put_fact(DAYS, json.dumps(told))


def _date(text: str) -> date:
    return date.fromisoformat(text)

"""Reads some days or years for a report: what was recorded, what was made of it, what was sent."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, tzinfo
from functools import partial

from wisestep_desktop.core.errors import BadInput, StoreError
from wisestep_desktop.core.ids import ActivityTypeId, MatterId
from wisestep_desktop.core.instants import local_date, whole_seconds
from wisestep_desktop.core.matters import ActivityType, Matter
from wisestep_desktop.core.report import Captured, Ledger, booked, goal_of
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.ports.clock import Clock
from wisestep_desktop.ports.store import Books, Store

_BATCH = 31
"""Days whose sums are worked out in one transaction: a window that changes meanwhile waits for no more than that."""

MOST_YEARS = 100
"""Years of one report; more is a slip of the keyboard."""


@dataclass(frozen=True, slots=True)
class Account:
    """A ledger, and what its lines are called.

    Attributes:
        matters: every matter it names that is known here.
        activity_types: likewise.
    """

    ledger: Ledger
    matters: Mapping[MatterId, Matter]
    activity_types: Mapping[ActivityTypeId, ActivityType]


def account(store: Store, clock: Clock, first: date, last: date) -> Account:
    """Return everything that the reports of some days, both included, are made of, from one picture of the store.

    The first time, the sums of days that are over are worked out and kept, a month at a time.

    Raises:
        BadInput: ``dates.order`` if the range ends before it begins, ``dates.too_many`` if it is longer than a century.
    """
    check_range(first, last)
    keep_sums(store, clock, first, last)
    return store.read(lambda books: read_account(books, clock, first, last))


def check_range(first: date, last: date) -> None:
    """Refuse a range that makes no sense.

    Raises:
        BadInput: ``dates.order`` or ``dates.too_many``.
    """
    if last < first:
        raise BadInput("dates.order", first=first.isoformat(), last=last.isoformat())
    if last.year - first.year > MOST_YEARS:
        raise BadInput("dates.too_many", most=MOST_YEARS)


def keep_sums(store: Store, clock: Clock, first: date, last: date) -> None:
    """Keep the sums of the days that are over; where the disk refuses, reports are only slower."""
    zone, now = clock.zone(), clock.read().wall
    owed = store.read(lambda books: books.captured.to_keep(first, last, zone, now))
    with contextlib.suppress(StoreError):
        for start in range(0, len(owed), _BATCH):
            some = owed[start : start + _BATCH]
            store.write(partial(_keep, some, clock)).result()


def _keep(days: tuple[date, ...], clock: Clock, books: Books) -> None:
    books.captured.keep(days, clock.zone())


def recorded(books: Books, first: date, last: date, zone: tzinfo) -> Mapping[date, Mapping[MatterId | None, int]]:
    """Return milliseconds by local day and matter, whether their records are still there or were let go of."""
    found = {day: dict(sums) for day, sums in books.captured.by_day(first, last, zone).items()}
    for day, sums in books.captured.expired(first, last, zone).items():
        whole = found.setdefault(day, {})
        for matter, millis in sums.items():
            whole[matter] = whole.get(matter, 0) + millis
    return dict(sorted(found.items()))


def read_account(books: Books, clock: Clock, first: date, last: date) -> Account:
    """Return the account of some days as the store stands."""
    settings, zone = Settings(books.settings.all()), clock.zone()
    unit, weighting = settings.number("BILLABLE_TIME_ROUNDING_SEC"), settings.number("billing.weighting_percent")
    captured = tuple(
        Captured(day, matter, whole_seconds(millis))
        for day, by_matter in recorded(books, first, last, zone).items()
        for matter, millis in by_matter.items()
    )
    entries = tuple(
        booked(entry, millis, unit=unit, weighting=weighting) for entry, millis in books.entries.between(first, last)
    )
    named = {each.matter for each in captured} | {each.matter for each in entries}
    matters = {each.id: each for each in map(books.matters.matter, named - {None}) if each}  # type: ignore[arg-type]
    types = {each.activity_type for each in entries} - {None}
    known = {each.id: each for each in map(books.matters.activity_type, types) if each}  # type: ignore[arg-type]
    today = local_date(clock.read().wall, zone)
    goal = goal_of(settings.decimal("review.goal_hours"), first, last, today)
    clients = {matter: each.clients for matter, each in matters.items()}
    return Account(Ledger(first, last, captured, entries, clients, goal), matters, known)

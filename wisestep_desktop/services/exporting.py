"""Gathers entries for a file: of some days, drafts or sent or both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from wisestep_desktop.core.entries import Entry, figures, without_matter
from wisestep_desktop.core.errors import NotConnected
from wisestep_desktop.core.ids import ActivityTypeId, MatterId
from wisestep_desktop.core.instants import SECOND, local_date, whole_seconds
from wisestep_desktop.core.matters import ActivityType, Matter, Person
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.ports.clock import Clock
from wisestep_desktop.ports.export import ExportedEntry, Sheaf
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import facts
from wisestep_desktop.services.reporting import check_range

_EVER = date(1970, 1, 1), date(9999, 12, 31)


class Which(StrEnum):
    """Which entries are meant: sent is what Actionstep has, draft is everything else."""

    SENT = "sent"
    DRAFT = "draft"
    ALL = "all"

    def takes(self, entry: Entry) -> bool:
        """Tell whether an entry is meant."""
        return self is Which.ALL or (entry.state is EntryState.SENT) == (self is Which.SENT)


def gather(
    books: Books,
    clock: Clock,
    first: date | None,
    last: date | None,
    which: Which,
    headings: Mapping[str, str],
) -> Sheaf:
    """Return what a file holds. Without a ``first`` or ``last`` the file begins or ends with the entries there are.

    Raises:
        BadInput: ``dates.order`` or ``dates.too_many`` for a range that makes no sense.
    """
    if first is not None and last is not None:
        check_range(first, last)
    settings = Settings(books.settings.all())
    terms = _Terms(
        settings.number("BILLABLE_TIME_ROUNDING_SEC"),
        settings.number("billing.weighting_percent"),
        matterless=not settings.flag("review.require_matter"),
    )
    today = local_date(clock.read().wall, clock.zone())
    found = books.entries.between(first or _EVER[0], last or _EVER[1])
    names = _Names(books)
    entries = tuple(_exported(entry, millis, terms, names) for entry, millis in found if which.takes(entry))
    dates = [each.work_date for each in entries] or [first or last or today]
    person = _person(books)
    return Sheaf(
        first or min(dates),
        last or max(dates),
        today,
        entries,
        timekeeper=person.name if person else "",
        timekeeper_id=settings.text("export.timekeeper_id") or (str(person.participant) if person else ""),
        law_firm_id=settings.text("export.ledes.law_firm_id"),
        client_id=settings.text("export.ledes.client_id"),
        rate=settings.decimal("export.rate"),
        headings=headings,
    )


class _Names:
    """Matters and activity types, each read once."""

    def __init__(self, books: Books) -> None:
        self._books = books
        self._matters: dict[MatterId, Matter | None] = {}
        self._types: dict[ActivityTypeId, ActivityType | None] = {}

    def matter(self, number: MatterId | None) -> Matter | None:
        if number is None:
            return None
        if number not in self._matters:
            self._matters[number] = self._books.matters.matter(number)
        return self._matters[number]

    def activity_type(self, number: ActivityTypeId | None) -> ActivityType | None:
        if number is None:
            return None
        if number not in self._types:
            self._types[number] = self._books.matters.activity_type(number)
        return self._types[number]


@dataclass(frozen=True, slots=True)
class _Terms:
    """How worked time becomes billed time, and whether an entry may go without a matter."""

    unit: int
    weighting: int
    matterless: bool


def _exported(entry: Entry, millis: int, terms: _Terms, names: _Names) -> ExportedEntry:
    sent = entry.state is EntryState.SENT
    draft = entry.draft if sent else without_matter(entry.draft, allowed=terms.matterless)
    worked = whole_seconds(millis)
    told = figures(replace(draft, parts=(), by_hand=worked * SECOND), unit=terms.unit, weighting=terms.weighting)
    matter, activity = names.matter(draft.matter), names.activity_type(draft.activity_type)
    return ExportedEntry(
        entry=entry.id,
        work_date=draft.work_date,
        matter=draft.matter,
        matter_name=matter.name if matter else None,
        matter_reference=matter.reference if matter else None,
        clients=matter.clients if matter else (),
        activity_type=activity.name if activity else None,
        text=(entry.text_sent if sent else None) or draft.narrative,
        worked_seconds=worked,
        worked_hours=(entry.worked_sent if sent else None) or told.worked_hours,
        billed_hours=entry.billed_sent if sent and entry.billed_sent is not None else told.billed_hours,
        charge=draft.charge,
        state=entry.state,
        actionstep_id=entry.remote,
        key=entry.key,
        task_code=draft.task_code,
        activity_code=draft.activity_code,
        timekeeper_id=None if draft.timekeeper is None else str(draft.timekeeper),
    )


def _person(books: Books) -> Person | None:
    try:
        return facts.person(books)
    except NotConnected:
        return None

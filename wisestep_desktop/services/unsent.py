"""The radar of what was worked and is not sent, oldest first. Reads sums, never the rows of a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta, tzinfo

from wisestep_desktop.core.entries import Entry
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.instants import MINUTE, local_date
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.ports.clock import Clock
from wisestep_desktop.ports.store import Books, Store
from wisestep_desktop.services.reporting import keep_sums

REACH = 90
"""Days that are looked back: as long as what was recorded is kept."""

_LEAST = MINUTE
"""Milliseconds of a day and matter below which recorded time is crumbs."""

_MUCH_UNTAGGED = 30 * MINUTE
"""Milliseconds a day below which time without a matter is no reason to remind anybody."""


@dataclass(frozen=True, slots=True)
class UnsentLine:
    """One day and matter, or what of a day has no matter. Times are milliseconds.

    Attributes:
        tagged: recorded, with this matter, in no entry.
        untagged: recorded, without any, in no entry; only where ``matter`` is None.
        drafted: worked, in the entries counted here.
        drafts, refused, uncertain: entries; what is on its way is not the person's to do, so it is not here.
        late: whether the day is older than a reminder waits, and there is enough on the line to remind of.
    """

    day: date
    matter: MatterId | None
    tagged: int = 0
    untagged: int = 0
    drafted: int = 0
    drafts: int = 0
    refused: int = 0
    uncertain: int = 0
    late: bool = False

    @property
    def millis(self) -> int:
        """All of it."""
        return self.tagged + self.untagged + self.drafted

    @property
    def entries(self) -> int:
        """How many entries wait."""
        return self.drafts + self.refused + self.uncertain


@dataclass(frozen=True, slots=True)
class Radar:
    """What is not sent.

    Attributes:
        lines: by day, oldest first, then by matter; what has no matter comes last of its day.
        matters: every matter of the lines that is known here.
    """

    lines: tuple[UnsentLine, ...] = ()
    matters: Mapping[MatterId, Matter] = field(default_factory=dict)

    @property
    def total(self) -> UnsentLine | None:
        """Return everything on one line of the oldest day; None where there is nothing."""
        return _together(self.lines)

    @property
    def late(self) -> UnsentLine | None:
        """Return what a reminder is about on one line of the oldest day; None where there is nothing."""
        return _together(each for each in self.lines if each.late)


def radar(books: Books, today: date, zone: tzinfo, older_than_days: int) -> Radar:
    """Return what of the last 90 days and today is not sent, from one consistent picture of the store.

    Args:
        books: of the store.
        today: the last day looked at.
        zone: where the days are read.
        older_than_days: a day is late once more days than that have passed since; 0: none is ever late.
    """
    first = today - timedelta(days=REACH)
    found: dict[tuple[date, MatterId | None], UnsentLine] = {}
    for entry, millis in books.entries.between(first, today):
        key = entry.draft.work_date, entry.draft.matter
        found[key] = _with_entry(found.get(key, UnsentLine(*key)), entry, millis)
    for day, by_matter in books.captured.by_day(first, today, zone).items():
        for matter, millis in by_matter.items():
            if millis >= _LEAST:
                key = day, matter
                line = found.get(key, UnsentLine(*key))
                found[key] = replace(line, untagged=millis) if matter is None else replace(line, tagged=millis)
    due = today - timedelta(days=older_than_days) if older_than_days else date.min
    lines = sorted((each for each in found.values() if each.millis or each.entries), key=_order)
    named = {each.matter for each in lines if each.matter is not None}
    matters = {matter: known for matter in named if (known := books.matters.matter(matter)) is not None}
    return Radar(tuple(replace(each, late=each.day < due and _is_enough(each)) for each in lines), matters)


def look(store: Store, clock: Clock) -> Radar:
    """Return the radar as it is now under the settings in force; sums of days that are over are kept on the way."""
    zone = clock.zone()
    today = local_date(clock.read().wall, zone)
    keep_sums(store, clock, today - timedelta(days=REACH), today)

    def read(books: Books) -> Radar:
        return radar(books, today, zone, Settings(books.settings.all()).number("review.remind_after_days"))

    return store.read(read)


def _with_entry(line: UnsentLine, entry: Entry, millis: int) -> UnsentLine:
    match entry.state:
        case EntryState.DRAFT:
            return replace(line, drafts=line.drafts + 1, drafted=line.drafted + millis)
        case EntryState.REFUSED:
            return replace(line, refused=line.refused + 1, drafted=line.drafted + millis)
        case EntryState.UNCERTAIN:
            return replace(line, uncertain=line.uncertain + 1, drafted=line.drafted + millis)
        case EntryState.QUEUED | EntryState.SENDING | EntryState.SENT:
            return line


def _is_enough(line: UnsentLine) -> bool:
    return bool(line.tagged or line.entries) or line.untagged >= _MUCH_UNTAGGED


def _order(line: UnsentLine) -> tuple[date, bool, int]:
    return line.day, line.matter is None, line.matter or 0


def _together(lines: Iterable[UnsentLine]) -> UnsentLine | None:
    every = tuple(lines)
    if not every:
        return None
    return UnsentLine(
        every[0].day,
        None,
        tagged=sum(each.tagged for each in every),
        untagged=sum(each.untagged for each in every),
        drafted=sum(each.drafted for each in every),
        drafts=sum(each.drafts for each in every),
        refused=sum(each.refused for each in every),
        uncertain=sum(each.uncertain for each in every),
        late=any(each.late for each in every),
    )

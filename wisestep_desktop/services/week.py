"""A week as the attorney sees it: seven days on one clock, what became of each, and each matter's time by day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta, tzinfo

from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.instants import local_date
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.report import goal_of
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services.day_sum import Kind, Stretch, joined, stretches, sums
from wisestep_desktop.services.timeline import Day, RowState, Totals, read_day

DAYS = 7
_NOTHING = Totals(0, 0, 0, 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class WeekDay:
    """One day of a week. Times are milliseconds.

    Attributes:
        day: the date.
        stretches: where it went, as in the day's own bar.
        totals: as the day shows them.
        by_matter: worked, private time and the trash aside; None is what has no matter. With time typed in by hand.
        untagged, tagged: open, without and with a matter.
        sent: worked, in entries that are sent.
        drafts, refused, waiting: entries that are not sent: the person's turn, refused, or on their way.
        goal: what is meant to be worked; 0 where there is no goal or no working day.
    """

    day: date
    stretches: tuple[Stretch, ...] = ()
    totals: Totals = _NOTHING
    by_matter: Mapping[MatterId | None, int] = field(default_factory=dict)
    untagged: int = 0
    tagged: int = 0
    sent: int = 0
    drafts: int = 0
    refused: int = 0
    waiting: int = 0
    goal: int = 0

    @property
    def worked(self) -> int:
        """What the matters of the day add up to."""
        return sum(self.by_matter.values())

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was recorded or written down."""
        return not (self.stretches or self.by_matter or self.drafts or self.refused or self.waiting)


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days from a Monday on.

    Attributes:
        days: all seven, those to come empty.
        today: the day it is.
        matters: every matter that any day names and that is known here.
    """

    days: tuple[WeekDay, ...]
    today: date
    matters: Mapping[MatterId, Matter] = field(default_factory=dict)

    @property
    def monday(self) -> date:
        """Return the first day."""
        return self.days[0].day

    @property
    def worked(self) -> int:
        """What the days add up to."""
        return sum(each.worked for each in self.days)

    @property
    def goal(self) -> int:
        """What the days are meant to add up to."""
        return sum(each.goal for each in self.days)

    @property
    def by_matter(self) -> tuple[tuple[MatterId | None, tuple[int, ...]], ...]:
        """Return each matter's time by day, the longest first; what has no matter comes last."""
        named = {matter for each in self.days for matter in each.by_matter}
        lines = [(matter, tuple(each.by_matter.get(matter, 0) for each in self.days)) for matter in named]
        return tuple(sorted(lines, key=lambda line: (line[0] is None, -sum(line[1]), line[0] or 0)))


def monday_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def read_week(books: Books, monday: date, zone: tzinfo, now: Instant) -> Week:
    """Return the week from ``monday`` on, from one consistent picture of the store; a running timer counts to ``now``.

    Days to come are not read, unless something is written down for them.
    """
    today = local_date(now, zone)
    hours = Settings(books.settings.all()).decimal("review.goal_hours")
    found: list[WeekDay] = []
    matters: dict[MatterId, Matter] = {}
    for number in range(DAYS):
        day = monday + timedelta(days=number)
        goal = goal_of(hours, day, day, today)
        millis = 0 if goal is None else goal.seconds * 1_000
        if day > today and not books.entries.entries(day):
            found.append(WeekDay(day, goal=millis))
            continue
        read = read_day(books, day, zone, now)
        found.append(_summed(read, millis))
        matters |= read.matters
    named = {matter for each in found for matter in each.by_matter}
    return Week(tuple(found), today, {matter: known for matter, known in matters.items() if matter in named})


def _summed(day: Day, goal: int) -> WeekDay:
    where = joined(stretches(day.rows, day.presence, day.stated))
    of = sums(where)
    by_matter: Counter[MatterId | None] = Counter()
    for row in day.rows:
        if row.state not in (RowState.PRIVATE, RowState.TRASH):
            by_matter[row.matter] += row.row.worked
    for entry in day.entries:
        if entry.draft.by_hand:
            by_matter[entry.draft.matter] += entry.draft.by_hand
    states = Counter(entry.state for entry in day.entries)
    by_hand_sent = sum(entry.draft.by_hand for entry in day.entries if entry.state is EntryState.SENT)
    return WeekDay(
        day=day.day,
        stretches=where,
        totals=day.totals,
        by_matter=dict(by_matter),
        untagged=of[Kind.UNTAGGED],
        tagged=of[Kind.TAGGED],
        sent=of[Kind.SENT] + by_hand_sent,
        drafts=states[EntryState.DRAFT],
        refused=states[EntryState.REFUSED],
        waiting=states[EntryState.QUEUED] + states[EntryState.SENDING] + states[EntryState.UNCERTAIN],
        goal=goal,
    )

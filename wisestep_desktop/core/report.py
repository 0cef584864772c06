"""Where the time of some days went: by matter, client, activity type or day. Every grouping adds up to the same total.

Seconds are whole. Worked, billed and sent are three figures and never mixed up: worked is time, billed is what the
rules make of it, sent is what Actionstep has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from wisestep_desktop.core.entries import Charge, Entry
from wisestep_desktop.core.ids import ActivityTypeId, EntryId, MatterId
from wisestep_desktop.core.instants import whole_seconds
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.rounding import billed_seconds, round_up

_HOUR = 3600
_SATURDAY = 5


class By(StrEnum):
    """What the lines of a report are."""

    MATTER = "matter"
    CLIENT = "client"
    ACTIVITY_TYPE = "activity-type"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Captured:
    """Recorded time of one day that no entry claims. ``matter`` is the tag in force; None where there is none."""

    day: date
    matter: MatterId | None
    seconds: int


@dataclass(frozen=True, slots=True)
class Booked:
    """One entry as a report counts it.

    Attributes:
        worked: exact seconds.
        weighted: what would be billed without rounding: weighted, or as the person put it in; 0 for what is given away.
        billed: seconds that go on the bill with an amount; 0 for what is given away.
        sent: whether Actionstep has it.
        given_away: whether it is non-billable, at no charge or hidden.
    """

    entry: EntryId
    day: date
    matter: MatterId | None
    activity_type: ActivityTypeId | None
    worked: int
    weighted: int
    billed: int
    sent: bool
    given_away: bool


def booked(entry: Entry, millis: int, *, unit: int, weighting: int = 100) -> Booked:
    """Return how an entry counts.

    Args:
        entry: its own parts are not looked at.
        millis: what its parts and the time typed in by hand add up to.
        unit: seconds of a billing step; what was sent counts as it was sent.
        weighting: per cent of the time that is billed.
    """
    draft = entry.draft
    worked = whole_seconds(millis)
    given_away = draft.charge is not Charge.BILL
    sent = entry.state is EntryState.SENT
    # As ``entries.figures`` has it, without making another draft of each of thousands; a test compares the two.
    weighted = billed_seconds(worked, weighting=Decimal(weighting)) if draft.billed is None else draft.billed
    weighted = 0 if given_away else weighted
    billed = round_up(weighted, unit)
    if sent and entry.billed_sent is not None and not given_away:
        billed = int((entry.billed_sent * _HOUR).to_integral_value(ROUND_HALF_UP))
    return Booked(
        entry.id, draft.work_date, draft.matter, draft.activity_type, worked, weighted, billed, sent, given_away
    )


@dataclass(frozen=True, slots=True)
class Sums:
    """Whole seconds, and a number of entries. ``worked - given_away + adjusted + rounding == billed``.

    Attributes:
        captured: recorded and in no entry yet.
        drafted: worked, in entries that are not sent.
        delivered: worked, in entries that are sent; ``worked`` is the two together.
        billed: what goes on bills with an amount.
        billed_sent: the part of ``billed`` that Actionstep has.
        given_away: worked, in entries that bring nothing: non-billable, no charge, hidden.
        adjusted: what weighting, and figures that the person put in, add to the rest before rounding, or take from it.
        entries: how many.
    """

    captured: int = 0
    drafted: int = 0
    delivered: int = 0
    billed: int = 0
    billed_sent: int = 0
    given_away: int = 0
    adjusted: int = 0
    entries: int = 0

    def __add__(self, other: Sums) -> Sums:
        return Sums(
            self.captured + other.captured,
            self.drafted + other.drafted,
            self.delivered + other.delivered,
            self.billed + other.billed,
            self.billed_sent + other.billed_sent,
            self.given_away + other.given_away,
            self.adjusted + other.adjusted,
            self.entries + other.entries,
        )

    @property
    def worked(self) -> int:
        """Seconds worked, in entries of any state."""
        return self.drafted + self.delivered

    @property
    def rounding(self) -> int:
        """Seconds that rounding added to (or, below 0, took from) what is billed; time given away has none."""
        return self.billed - (self.worked - self.given_away + self.adjusted)

    @property
    def sent_hours(self) -> Decimal:
        """Billed hours that Actionstep has, two decimals, half up."""
        return decimal_hours(self.billed_sent)

    @property
    def realisation(self) -> Decimal | None:
        """Billed of worked in per cent with one decimal; None where nothing was worked."""
        if not self.worked:
            return None
        return (Decimal(self.billed * 100) / self.worked).quantize(Decimal("0.1"), ROUND_HALF_UP)


Key = MatterId | ActivityTypeId | tuple[str, ...] | date | None
"""What a line is about: a matter, a matter's clients together, an activity type, a day. None or (): nobody said."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a report."""

    key: Key
    sums: Sums


@dataclass(frozen=True, slots=True)
class Goal:
    """What was meant to be sent.

    Attributes:
        hours_a_day: on each working day.
        days: working days of the range.
        days_due: those among them that are over or going on.
    """

    hours_a_day: Decimal
    days: int
    days_due: int

    @property
    def seconds(self) -> int:
        """Seconds for the whole range."""
        return int(self.hours_a_day * _HOUR * self.days)

    @property
    def seconds_due(self) -> int:
        """Seconds for the days that are over or going on."""
        return int(self.hours_a_day * _HOUR * self.days_due)


@dataclass(frozen=True, slots=True)
class Report:
    """The days from ``first`` to ``last``, both included, in lines; ``goal`` is None where none is set."""

    first: date
    last: date
    by: By
    lines: tuple[Line, ...]
    total: Sums
    goal: Goal | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything a report of some days is made of. One ledger makes reports by anything."""

    first: date
    last: date
    captured: tuple[Captured, ...] = ()
    booked: tuple[Booked, ...] = ()
    clients: Mapping[MatterId, tuple[str, ...]] = field(default_factory=dict)
    goal: Goal | None = None


def report(ledger: Ledger, by: By) -> Report:
    """Return a ledger in lines, the longest first (days: the earliest first); a line says something about every second.

    With ``DAY`` every day of the range has a line, also where nothing happened.
    """
    key = _key(by, ledger.clients)
    captured: defaultdict[Key, int] = defaultdict(int)
    for each in ledger.captured:
        captured[key(each)] += each.seconds
    entries: defaultdict[Key, list[Booked]] = defaultdict(list)
    for entry in ledger.booked:
        entries[key(entry)].append(entry)
    whole = days(ledger.first, ledger.last) if by is By.DAY else ()
    sums = {about: _sums(captured.get(about, 0), entries.get(about, ())) for about in {*captured, *entries, *whole}}
    lines = [Line(about, found) for about, found in sums.items() if by is By.DAY or found != Sums()]
    order: Callable[[Line], tuple[object, ...]] = _by_day if by is By.DAY else _by_size
    total = sum((line.sums for line in lines), Sums())
    return Report(ledger.first, ledger.last, by, tuple(sorted(lines, key=order)), total, ledger.goal)


def days(first: date, last: date) -> Iterable[date]:
    """Return every day from ``first`` to ``last``, both included."""
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


def goal_of(hours_a_day: Decimal, first: date, last: date, today: date) -> Goal | None:
    """Return the goal of a range, Monday to Friday; None for no hours at all."""
    if not hours_a_day:
        return None
    working = [day for day in days(first, last) if day.weekday() < _SATURDAY]
    return Goal(hours_a_day, len(working), sum(day <= today for day in working))


def decimal_hours(seconds: int) -> Decimal:
    """Return seconds as hours with two decimals, half up; unlike an entry's hours a sum has no least."""
    return (Decimal(seconds) / _HOUR).quantize(Decimal("0.01"), ROUND_HALF_UP)


def _sums(captured: int, entries: Sequence[Booked]) -> Sums:
    return Sums(
        captured,
        drafted=sum(each.worked for each in entries if not each.sent),
        delivered=sum(each.worked for each in entries if each.sent),
        billed=sum(each.billed for each in entries),
        billed_sent=sum(each.billed for each in entries if each.sent),
        given_away=sum(each.worked for each in entries if each.given_away),
        adjusted=sum(each.weighted - each.worked for each in entries if not each.given_away),
        entries=len(entries),
    )


def _key(by: By, clients: Mapping[MatterId, tuple[str, ...]]) -> Callable[[Captured | Booked], Key]:
    match by:
        case By.MATTER:
            return lambda each: each.matter
        case By.CLIENT:
            return lambda each: () if each.matter is None else clients.get(each.matter, ())
        case By.ACTIVITY_TYPE:
            return lambda each: each.activity_type if isinstance(each, Booked) else None
        case By.DAY:
            return lambda each: each.day


def _by_size(line: Line) -> tuple[object, ...]:
    return line.key in (None, ()), -line.sums.worked - line.sums.captured, str(line.key)


def _by_day(line: Line) -> tuple[object, ...]:
    return (line.key,)

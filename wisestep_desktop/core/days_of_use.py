"""Days on which the program ran, in the order they were lived: how far the clock on the wall can be believed.

A clock that jumped looks like a computer that was off, whatever is asked. So no jump is looked for: what is old is
counted from the earliest date that the clock showed on the last few days of use (docs/adr/0028).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise
from types import MappingProxyType

from wisestep_desktop.core.instants import MINUTE

NEEDED = 5
"""Days of use on which a clock must stand where it stands before it is believed."""

LONG_ENOUGH = 45 * MINUTE
"""Milliseconds awake that make a day of use; the program looks once an hour."""

_LONG_WEEKEND = timedelta(days=7)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Leap:
    """A step ahead that the clock has not yet made good.

    Attributes:
        before: the last day of use on this side of it.
        after: the first on the other.
        missing: days of use until the clock is believed.
    """

    before: date
    after: date
    missing: int


@dataclass(frozen=True, slots=True)
class DaysOfUse:
    """What is known of the clock.

    Attributes:
        days: the dates the clock showed on the last days of use, in the order they were lived; no date twice.
        awake: milliseconds lived since the last of them, by the clock that nobody can set.
        behind: dates under which something was recorded while the clock had shown later ones already, and the date on
            which it was right again; None until it is.
    """

    days: tuple[date, ...] = ()
    awake: int = 0
    behind: Mapping[date, date | None] = field(default_factory=lambda: MappingProxyType({}))

    def lived(self, today: date, awake: int) -> DaysOfUse:
        """Return what is known after some more milliseconds awake, at the end of which the clock shows a date."""
        known = self.shown(today)
        if known.days[-1:] == (today,):
            return replace(known, awake=0)
        spent = known.awake + max(0, awake)
        if spent < LONG_ENOUGH:
            return replace(known, awake=spent)
        days = (*(each for each in known.days if each != today), today)
        return replace(known, days=days[-NEEDED:], awake=0)

    def shown(self, today: date) -> DaysOfUse:
        """Return what is known once the clock shows a date: whether it stands behind, or is right again."""
        if self.days and today < max(self.days):
            return self if today in self.behind else replace(self, behind={**self.behind, today: None})
        if None not in self.behind.values():
            return self
        return replace(self, behind={day: found or today for day, found in self.behind.items()})

    def believed(self, today: date) -> date | None:
        """Return the date from which what is old may be counted; None while too few days are known.

        It is later than the true date only if the clock was ahead on every one of the last days of use.
        """
        return min(*self.days, today) if len(self.days) >= NEEDED else None

    def leap(self, today: date) -> Leap | None:
        """Return the largest step ahead of more than a week among the days of use and today."""
        shown = sorted({*(each for each in self.days if each < today), today})
        steps = [(after - before, before, after) for before, after in pairwise(shown)]
        step, before, after = max(steps, default=(_DAY, today, today))
        if step <= _LONG_WEEKEND:
            return None
        last = max(number for number, each in enumerate(self.days, 1) if each < after)
        return Leap(before, after, last + NEEDED - len(self.days))

    def holds(self, day: date, boundary: date) -> bool:
        """Tell whether a day stays, however old its date: the clock was behind when it was lived."""
        return any(
            abs(each - day) <= _DAY and (found is None or found >= boundary) for each, found in self.behind.items()
        )

    def without(self, boundary: date) -> DaysOfUse:
        """Return the same without what no longer holds any day."""
        kept = {day: found for day, found in self.behind.items() if found is None or found >= boundary}
        return self if len(kept) == len(self.behind) else replace(self, behind=kept)

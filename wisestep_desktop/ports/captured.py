"""Recorded time by day and matter, for reports over years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, tzinfo
from typing import Protocol

from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.spans import Instant


class CapturedBook(Protocol):
    """What of the timeline no entry claims, added up. Says to the millisecond what the rows of each day say."""

    def by_day(self, first: date, last: date, zone: tzinfo) -> Mapping[date, Mapping[MatterId | None, int]]:
        """Return milliseconds by local day and matter in force; None is no matter. Days without any are missing.

        Private time, time in the trash and time that an entry claims are not in it. Days whose sums were kept cost
        next to nothing; the others are worked out from their visits.
        """
        ...

    def expired(self, first: date, last: date, zone: tzinfo) -> Mapping[date, Mapping[MatterId | None, int]]:
        """Return milliseconds by local day and matter of what was let go of for its age and goes on counting.

        It is not in ``by_day``, and no row stands behind it any more.
        """
        ...

    def to_keep(self, first: date, last: date, zone: tzinfo, before: Instant) -> tuple[date, ...]:
        """Return the days that ended by ``before``, hold anything, and whose sums are not kept."""
        ...

    def keep(self, days: Sequence[date], zone: tzinfo) -> None:
        """Work out the sums of some days in order and keep them until anything they were made of changes."""
        ...

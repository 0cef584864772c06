"""Stretches of work that look like a machine's: hours in one window without a break, as a jiggler makes them.

They count like any other; they are only pointed out, because whoever signs the bill should have seen them.
"""

from __future__ import annotations

from collections.abc import Iterable

from wisestep_desktop.core.presence import Presence, PresenceSpan
from wisestep_desktop.core.rows import TitleVisit
from wisestep_desktop.core.spans import Span, intersect

UNUSUAL = 2 * 3_600_000
"""Milliseconds of unbroken activity in one window, without a title changing, that are pointed out."""


def unusual_runs(visits: Iterable[TitleVisit], presence: Iterable[PresenceSpan]) -> tuple[Span, ...]:
    """Return the stretches of hands-on activity in one and the same window that lasted two hours or more, by start.

    A call or quiet reading is no such run: nobody claims to have touched anything.
    """
    active = tuple(stay.span for stay in presence if stay.presence is Presence.ACTIVE)
    runs = (run for visit in visits if visit.span.length >= UNUSUAL for run in intersect((visit.span,), active))
    return tuple(sorted(run for run in runs if run.length >= UNUSUAL))

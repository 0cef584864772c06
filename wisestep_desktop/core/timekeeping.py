"""One timeline out of two clocks: never backwards, never faster than the person lived through it.

The wall clock names the moments, the awake clock measures how long. Where they disagree the computer slept or
somebody set the clock: forwards is a gap in which nobody worked, backwards moves the names and loses nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from wisestep_desktop.core.observation import ClockReading
from wisestep_desktop.core.spans import Instant, Span

TOLERANCE = 2_000
"""Milliseconds by which the clocks may part between two readings before it means something."""


@dataclass(frozen=True, slots=True)
class Timekeeper:
    """The last reading, and how far the timeline runs ahead of a clock that was set back.

    Attributes:
        last: the newest reading.
        lead: milliseconds added to the wall clock so that no recorded stretch is told twice.
        now: the newest instant handed out.
    """

    last: ClockReading
    lead: int
    now: Instant


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant on the timeline, with the gap that ended there, if one did, and the step a clock took back.

    Attributes:
        gap: from the last instant known to be awake until now; empty time, whoever set the clock.
        set_back: milliseconds the wall clock was moved backwards, 0 if it was not.
    """

    at: Instant
    gap: Span | None = None
    set_back: int = 0


def begin(reading: ClockReading, recorded_until: Instant | None = None) -> Timekeeper:
    """Start keeping time, never inside a stretch that is recorded already.

    Args:
        reading: both clocks now.
        recorded_until: the end of the newest record. Only a clock set back less than 26 hours is bridged: beyond
            that the old clock was plainly wrong, and following it would put today's work in the wrong week.
    """
    ahead = (recorded_until or reading.wall) - reading.wall
    lead = ahead if 0 < ahead <= 26 * 3_600_000 else 0
    return Timekeeper(reading, lead, Instant(reading.wall + lead))


def advance(keeper: Timekeeper, reading: ClockReading) -> tuple[Timekeeper, Moment]:
    """Read the clocks again; ``at`` never lies before an instant handed out earlier."""
    awake = max(0, reading.awake - keeper.last.awake)
    wall = reading.wall - keeper.last.wall
    drift = wall - awake
    if drift < -TOLERANCE:  # set back: keep the pace of the awake clock, under the old clock's names
        lead = keeper.lead - drift
        at = Instant(max(keeper.now, reading.wall + lead))
        return Timekeeper(reading, lead, at), Moment(at, set_back=-drift)
    if drift > TOLERANCE:  # asleep, or set forwards; either way nobody worked in between
        lead = max(0, keeper.lead - drift)  # a clock put right again gives the lead back
        at = Instant(max(keeper.now + awake, reading.wall + lead))
        known = Instant(keeper.now + awake)
        return Timekeeper(reading, lead, at), Moment(at, gap=Span(known, at) if known < at else None)
    at = Instant(max(keeper.now, reading.wall + keeper.lead))
    return replace(keeper, last=reading, now=at), Moment(at)

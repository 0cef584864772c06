"""Time a person vouches for: what no window could see, and quiet reading that was work after all.

Stated time outranks captured time, because the person was there; what an entry claims already outranks both.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from wisestep_desktop.core.ids import MatterId, TitleId
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.presence import Presence, PresenceSpan, Proof
from wisestep_desktop.core.spans import Instant, Span, merge, subtract

_MARK = "@"
"""Begins the application of what happened off the screen; no program's name begins so."""


class Occupation(StrEnum):
    """What a person was doing while no window told."""

    CALL = "call"
    MEETING = "meeting"
    HEARING = "hearing"
    TRAVEL = "travel"
    THINKING = "thinking"
    READING = "reading"
    OTHER = "other"
    PRIVATE = "private"  # nobody's business; counted as private time
    BREAK = "break"  # lunch: away, and not to be asked again


OFF_SCREEN = tuple(each for each in Occupation if each not in (Occupation.PRIVATE, Occupation.BREAK))
"""What may be billed."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A stretch and what the person says it was.

    Attributes:
        span: whole seconds where a person chose them; never shared with another stated stretch.
        occupation: what it was.
        title: what stands in the row; None for private time and breaks.
        timed: by a timer, beside what was captured, rather than said afterwards.
    """

    span: Span
    occupation: Occupation
    title: TitleId | None
    timed: bool = False


@dataclass(frozen=True, slots=True)
class Timer:
    """A timer that runs; at most one does.

    Attributes:
        start: since when.
        matter: put on its rows, if one was named.
    """

    start: Instant
    occupation: Occupation
    title: TitleId
    matter: MatterId | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch between the day's first and last activity that nobody has accounted for.

    Attributes:
        possible: quiet reading, with the same document in front before and after.
    """

    span: Span
    possible: bool = False


def off_screen(occupation: Occupation, note: str) -> Window:
    """Return how off-screen work is kept among windows, so that it is tagged, grouped and sent like any other."""
    return Window(f"{_MARK}{occupation}", note)


def occupation_of(window: Window) -> Occupation | None:
    """Return what off-screen work a window stands for, None for a window that was really there."""
    if not window.application.startswith(_MARK):
        return None
    try:
        return Occupation(window.application[len(_MARK) :])
    except ValueError:
        return None


def gaps_of(presence: Iterable[PresenceSpan], accounted: Iterable[Span], *, shortest: int) -> tuple[Gap, ...]:
    """Return the absences nobody has accounted for, by start.

    Args:
        presence: of the day; what comes before the first and after the last activity is no gap.
        accounted: what rows and stated stretches cover.
        shortest: milliseconds; shorter ones are not worth a question.
    """
    stays = sorted(presence, key=lambda stay: stay.span)
    there = [stay.span for stay in stays if stay.counts]
    covered = merge((*accounted, *there))
    if not covered:
        return ()
    first, last = covered[0].start, covered[-1].end
    read = [stay.span for stay in stays if stay.proof is Proof.READING]
    gone = [stay.span for stay in stays if not stay.counts and stay.proof is None]
    found = [Gap(span) for span in subtract(subtract(gone, read), covered)]
    found += [Gap(span, possible=True) for span in subtract(read, covered)]
    inside = (each for each in found if first <= each.span.start and each.span.end <= last)
    return tuple(sorted((each for each in inside if each.span.length >= shortest), key=lambda each: each.span))


def until(timer: Timer, now: Instant, presence: Iterable[PresenceSpan]) -> tuple[Stated, ...]:
    """Return what a timer has counted up to ``now``: nobody works while the computer sleeps."""
    if now <= timer.start:
        return ()
    asleep = (stay.span for stay in presence if stay.presence is Presence.ASLEEP)
    pieces = subtract((Span(timer.start, now),), asleep)
    whole = Stated(Span(timer.start, now), timer.occupation, timer.title, timed=True)
    return tuple(replace(whole, span=piece) for piece in pieces)

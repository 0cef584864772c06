"""Makes one history out of what another tracker noted: no second twice, none over what was recorded here.

Knows spans and windows, no file format.
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from wisestep_desktop.core.instants import HOUR
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.presence import Presence, PresenceSpan
from wisestep_desktop.core.spans import Instant, Span, intersect, merge, subtract

DAY = 24 * HOUR


@dataclass(frozen=True, slots=True)
class Noted:
    """A window that was in front for a while."""

    span: Span
    window: Window


@dataclass(frozen=True, slots=True)
class Attended:
    """Somebody was there for a while, or was not."""

    span: Span
    there: bool


@dataclass(frozen=True, slots=True)
class History:
    """What is to be written for some stretch of time: sorted, disjoint.

    Attributes:
        visits: windows, already fit for keeping.
        presence: active or away.
        known: milliseconds that were left out because they are recorded here already.
    """

    visits: tuple[Noted, ...]
    presence: tuple[PresenceSpan, ...]
    known: int


def one_at_a_time(notes: Sequence[Noted]) -> Iterator[Noted]:
    """Return the windows so that no instant has two: the one that came to the front last is the one in front.

    Their union is as it was; what another one interrupted goes on after it.
    """
    order = sorted(range(len(notes)), key=lambda number: notes[number].span.start)
    marks = sorted({mark for note in notes if note.span.length for mark in (note.span.start, note.span.end)})
    waiting: list[tuple[int, int]] = []
    ahead = 0
    last: Noted | None = None
    for start, end in itertools.pairwise(marks):
        while ahead < len(order) and notes[order[ahead]].span.start <= start:
            heapq.heappush(waiting, (-notes[order[ahead]].span.start, -ahead))
            ahead += 1
        while waiting and notes[order[-waiting[0][1]]].span.end <= start:
            heapq.heappop(waiting)
        window = notes[order[-waiting[0][1]]].window if waiting else None
        if last is not None and last.window == window and last.span.end == start:
            last = Noted(Span(last.span.start, end), last.window)
            continue
        if last is not None:
            yield last
        last = Noted(Span(start, end), window) if window is not None else None
    if last is not None:
        yield last


def presence_of(stretches: Iterable[Attended]) -> tuple[PresenceSpan, ...]:
    """Return who was there. Of two computers that disagree the one that saw somebody is right."""
    told = tuple(stretches)
    there = merge(each.span for each in told if each.there)
    away = subtract((each.span for each in told if not each.there), there)
    spans = [(span, Presence.ACTIVE) for span in there] + [(span, Presence.AWAY) for span in away]
    return tuple(PresenceSpan(span, presence) for span, presence in sorted(spans))


def fresh(
    notes: Iterable[Noted], presence: Iterable[PresenceSpan], recorded: Iterable[Span], fit: Callable[[Window], Window]
) -> History:
    """Return what is new: nothing over time of which anything is recorded, windows only as they may be kept.

    Args:
        notes: disjoint, by start.
        presence: disjoint, by start.
        recorded: every stretch of which the timeline says anything already.
        fit: takes away what must not be kept.
    """
    taken = merge(recorded)
    visits: list[Noted] = []
    known = 0
    for note in notes:
        rest = _without(note.span, taken)
        known += note.span.length - sum(span.length for span in rest)
        window = fit(note.window)
        for span in rest:
            if visits and visits[-1].window == window and visits[-1].span.end == span.start:
                visits[-1] = Noted(Span(visits[-1].span.start, span.end), window)
            else:
                visits.append(Noted(span, window))
    stays = tuple(PresenceSpan(span, stay.presence) for stay in presence for span in _without(stay.span, taken))
    return History(tuple(visits), stays, known)


def worked_millis(history: History) -> int:
    """Return the milliseconds of windows in which somebody was there."""
    there = [stay.span for stay in history.presence if stay.counts]
    return sum(span.length for span in intersect((note.span for note in history.visits), there))


def by_day(
    notes: Iterable[Noted], presence: Iterable[PresenceSpan]
) -> Iterator[tuple[list[Noted], list[PresenceSpan]]]:
    """Part everything at each midnight UTC, day by day: what is written together must be whole together."""
    visits = (Noted(span, note.window) for note in notes for span in _days(note.span))
    stays = (PresenceSpan(span, stay.presence) for stay in presence for span in _days(stay.span))
    note, stay = next(visits, None), next(stays, None)
    while note is not None or stay is not None:
        day = min(each.span.start // DAY for each in (note, stay) if each is not None)
        of_day: tuple[list[Noted], list[PresenceSpan]] = ([], [])
        while note is not None and note.span.start // DAY == day:
            of_day[0].append(note)
            note = next(visits, None)
        while stay is not None and stay.span.start // DAY == day:
            of_day[1].append(stay)
            stay = next(stays, None)
        yield of_day


def _days(span: Span) -> Iterator[Span]:
    start = span.start
    while start < span.end:
        end = Instant(min(span.end, (start // DAY + 1) * DAY))
        yield Span(start, end)
        start = end


def _without(span: Span, taken: Sequence[Span]) -> tuple[Span, ...]:
    """Return what is left of a span; ``taken`` is merged."""
    first, last = 0, len(taken)
    while first < last:  # the first that ends after the span begins
        middle = (first + last) // 2
        if taken[middle].end <= span.start:
            first = middle + 1
        else:
            last = middle
    rest: list[Span] = []
    start = span.start
    for hole in taken[first:]:
        if hole.start >= span.end:
            break
        if start < hole.start:
            rest.append(Span(start, hole.start))
        start = max(start, hole.end)
    if start < span.end:
        rest.append(Span(start, span.end))
    return tuple(rest)

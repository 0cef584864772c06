"""Recorded time that no entry claims, of one local day, by the matter in force. Agrees with the rows of ``core.rows``.

Rows are for looking at; this is for adding up years, so it makes no row: what has neither claim nor tag is only summed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo

from wisestep_desktop.core.ids import MatterId, TitleId
from wisestep_desktop.core.instants import HOUR, hour_marks
from wisestep_desktop.core.spans import Instant, Span, cut, merge, subtract

Stay = tuple[Instant, Instant, TitleId]
"""Start, end and title of a visit: a plain tuple, for there are hundreds of thousands in a year."""
Stretch = tuple[Instant, Instant]
"""Start and end."""


@dataclass(frozen=True, slots=True)
class DayFacts:
    """What is known of one local day.

    Attributes:
        day: its span.
        stays: what was in front, by start, without private windows; may reach out of the day.
        there: when somebody was there, sorted and disjoint; may reach out of the day.
        claims: what entries claim, by title.
        tags: a person's word on a title in the clock hour that begins there: a matter, or deliberately none.
        trashed: titles in clock hours that a person threw away.
    """

    day: Span
    stays: Sequence[Stay]
    there: Sequence[Stretch]
    claims: Mapping[TitleId, Sequence[Span]]
    tags: Mapping[tuple[Instant, TitleId], MatterId | None]
    trashed: frozenset[tuple[Instant, TitleId]] = frozenset()


def open_time(facts: DayFacts, zone: tzinfo, assigned: Mapping[TitleId, MatterId]) -> dict[MatterId | None, int]:
    """Return the day's milliseconds by matter, None for no matter; nothing claimed, trashed or private.

    Args:
        facts: of the day.
        zone: which clock hours tags are about.
        assigned: what the matcher says of titles; a tag outranks it.
    """
    told = {title for _, title in facts.tags} | {title for _, title in facts.trashed}
    special = told | facts.claims.keys()
    if not _disjoint(facts.stays):
        special = {title for _, _, title in facts.stays}
    found: defaultdict[MatterId | None, int] = defaultdict(int)
    apart: defaultdict[TitleId, list[Span]] = defaultdict(list)
    for start, end, title in _present(facts):
        if title in special:
            apart[title].append(Span(start, end))
        else:
            found[assigned.get(title)] += end - start
    marks = whole_hours(facts.day, zone) if told else ()
    for title, pieces in apart.items():
        rest = subtract(pieces, facts.claims.get(title, ()))
        if title not in told:
            found[assigned.get(title)] += sum(span.length for span in rest)
            continue
        for piece in (part for span in rest for part in cut(span, marks)):
            row = _hour_of(piece.start, facts.day, marks), title
            if row not in facts.trashed:
                found[facts.tags.get(row, assigned.get(title))] += piece.length
    return {matter: millis for matter, millis in found.items() if millis}


def whole_hours(day: Span, zone: tzinfo) -> tuple[Instant, ...]:
    """Return where clock hours begin inside a local day; every 3,600,000 ms where no clock is changed in it."""
    if day.length == 24 * HOUR:
        return tuple(Instant(at) for at in range(day.start + HOUR, day.end, HOUR))
    return hour_marks(day, zone)


def presence_of(spans: Iterable[Span]) -> tuple[Stretch, ...]:
    """Return stretches in which somebody was there, fit for ``DayFacts``."""
    return tuple((span.start, span.end) for span in merge(spans))


def _disjoint(stays: Sequence[Stay]) -> bool:
    until = 0
    for start, end, _ in stays:
        if start < until:
            return False
        until = end
    return True


def _present(facts: DayFacts) -> Iterable[Stay]:
    """Return what of each stay lies in the day and in somebody's presence. The one loop over every visit."""
    first, last = facts.day.start, facts.day.end
    there, count = facts.there, len(facts.there)
    ahead = 0
    for came, left, title in facts.stays:
        start, end = max(came, first), min(left, last)
        while ahead and there[ahead - 1][1] > start:  # only where stays overlap
            ahead -= 1
        while ahead < count and there[ahead][1] <= start:
            ahead += 1
        at = ahead
        while at < count and there[at][0] < end:
            begin, stop = max(start, there[at][0]), min(end, there[at][1])
            if begin < stop:
                yield begin, stop, title
            at += 1


def _hour_of(at: Instant, day: Span, marks: Sequence[Instant]) -> Instant:
    """Return when the clock hour began that ``at`` lies in."""
    begun = day.start
    for mark in marks:
        if mark > at:
            break
        begun = mark
    return begun

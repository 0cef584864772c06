"""Recorded time that no entry claims, of one local day, by the matter in force. Agrees with the rows of ``core.rows``.

Rows are for looking at; this is for adding up years, so it makes no row: what has neither claim nor tag is only summed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import tzinfo

from wisestep_desktop.core.ids import EntryId, MatterId, TitleId
from wisestep_desktop.core.instants import HOUR, hour_marks
from wisestep_desktop.core.rows import EntryPart, TitleVisit, by_title
from wisestep_desktop.core.spans import Instant, Span, cut, merge, subtract
from wisestep_desktop.core.stated import Stated

Stay = tuple[Instant, Instant, TitleId | None]
"""Start, end and title of a visit, None for a private one: a plain tuple, for a year has hundreds of thousands."""
Stretch = tuple[Instant, Instant]
"""Start and end."""


@dataclass(frozen=True, slots=True)
class DayFacts:
    """What is known of one local day.

    Attributes:
        day: its span.
        stays: what was in front, by start; may reach out of the day.
        there: when somebody was there, sorted and disjoint; may reach out of the day.
        claims: what entries claim, by title.
        tags: a person's word on a title in the slice that begins there: a matter, or deliberately none.
        trashed: titles in slices that a person threw away.
        stated: what a person vouches for.
        cuts: where a person cut the clock hours of a title into slices.
    """

    day: Span
    stays: Sequence[Stay]
    there: Sequence[Stretch]
    claims: Mapping[TitleId, Sequence[Span]]
    tags: Mapping[tuple[Instant, TitleId], MatterId | None]
    trashed: frozenset[tuple[Instant, TitleId]] = frozenset()
    stated: Sequence[Stated] = ()
    cuts: Mapping[TitleId, Sequence[Instant]] = field(default_factory=dict)


def open_time(facts: DayFacts, zone: tzinfo, assigned: Mapping[TitleId, MatterId]) -> dict[MatterId | None, int]:
    """Return the day's milliseconds by matter, None for no matter; nothing claimed, trashed or private.

    Args:
        facts: of the day.
        zone: which clock hours tags are about.
        assigned: what the matcher says of titles; a tag outranks it.
    """
    quick = None if facts.stated or not _disjoint(facts.stays) else _quickly(facts)
    loose, apart = ({}, _carefully(facts)) if quick is None else quick
    found: defaultdict[MatterId | None, int] = defaultdict(int)
    for title, millis in loose.items():
        found[assigned.get(title)] += millis
    told = _told(facts)
    hours = whole_hours(facts.day, zone) if told else ()
    for title, spans in apart.items():
        rest = subtract(spans, facts.claims.get(title, ()))
        if title not in told:
            found[assigned.get(title)] += sum(span.length for span in rest)
            continue
        marks = sorted({*hours, *facts.cuts.get(title, ())})
        for piece in (part for span in rest for part in cut(span, marks)):
            row = _slice_of(piece.start, facts.day, marks), title
            if row not in facts.trashed:
                found[facts.tags.get(row, assigned.get(title))] += piece.length
    return {matter: millis for matter, millis in found.items() if millis}


def _told(facts: DayFacts) -> frozenset[TitleId]:
    """Return the titles on which a person said something."""
    return frozenset(title for _, title in (*facts.tags, *facts.trashed))


def _quickly(facts: DayFacts) -> tuple[dict[TitleId, int], dict[TitleId, list[Span]]] | None:
    """Return the milliseconds of titles of which nothing is said or claimed, and the spans of all others.

    None where an entry claims moments under a title that is forgotten: whose those are takes more than one loop.
    """
    special = _told(facts) | facts.claims.keys()
    loose: defaultdict[TitleId, int] = defaultdict(int)
    apart: defaultdict[TitleId, list[Span]] = defaultdict(list)
    for start, end, title in _present(facts):
        if title is None:
            continue
        if title in special:
            apart[title].append(Span(start, end))
        else:
            loose[title] += end - start
    for title, claimed in facts.claims.items():
        if any(facts.day.clip(span) for span in subtract(claimed, apart.get(title, ()))):
            return None
    return loose, apart


def _carefully(facts: DayFacts) -> dict[TitleId, Sequence[Span]]:
    """Return the spans of every title as the rows of a day have them."""
    claims = {title: [EntryPart(EntryId(0), title, span) for span in spans] for title, spans in facts.claims.items()}
    visits = [TitleVisit(Span(start, end), title) for start, end, title in facts.stays]
    owned = by_title(visits, [Span(*stretch) for stretch in facts.there], facts.stated, claims, facts.day)
    return {title: spans for title, spans in owned.items() if title is not None}


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


def _slice_of(at: Instant, day: Span, marks: Sequence[Instant]) -> Instant:
    """Return where the slice began that ``at`` lies in: at a clock hour, or where a person cut it."""
    begun = day.start
    for mark in marks:
        if mark > at:
            break
        begun = mark
    return begun

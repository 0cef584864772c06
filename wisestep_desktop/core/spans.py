"""Instants and half-open spans of UTC milliseconds, and their algebra.

Every operation conserves time: what it returns and what it leaves out add up to what it was given.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NewType

_start = attrgetter("start")
"""Quicker than to compare whole spans, which is what a day's rows do tens of thousands of times."""

Instant = NewType("Instant", int)
"""Milliseconds since 1970-01-01T00:00:00Z."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The instants from ``start`` up to but not including ``end``.

    Raises:
        ValueError: if ``end`` lies before ``start``.
    """

    start: Instant
    end: Instant

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"a span cannot end before it starts: {self.start}..{self.end}")

    @property
    def length(self) -> int:
        """Milliseconds, never negative."""
        return self.end - self.start

    def __contains__(self, at: Instant) -> bool:
        return self.start <= at < self.end

    def clip(self, other: Span) -> Span | None:
        """Return the part shared with ``other``, or None where they share no millisecond."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Span(start, end) if start < end else None


def total(spans: Iterable[Span]) -> int:
    """Return the summed lengths in milliseconds."""
    return sum(span.length for span in spans)


def merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the union: sorted, disjoint, not touching, without empty spans."""
    merged: list[Span] = []
    for span in sorted(spans, key=_start):  # of those that begin together the longest counts, in any order
        if not span.length:
            continue
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def intersect(left: Iterable[Span], right: Iterable[Span]) -> tuple[Span, ...]:
    """Return what lies in both unions, by one sweep."""
    return common(merge(left), merge(right))


def common(a: Sequence[Span], b: Sequence[Span]) -> tuple[Span, ...]:
    """Return what lies in both of two unions that are as ``merge`` returns them."""
    shared: list[Span] = []
    i = j = 0
    while i < len(a) and j < len(b):
        one, other = a[i], b[j]
        start, end = max(one.start, other.start), min(one.end, other.end)
        if start < end:
            shared.append(Span(start, end))
        if one.end <= other.end:
            i += 1
        else:
            j += 1
    return tuple(shared)


def subtract(left: Iterable[Span], right: Iterable[Span]) -> tuple[Span, ...]:
    """Return what lies in the left union and not in the right one."""
    return without(merge(left), merge(right))


def without(a: Sequence[Span], holes: Sequence[Span]) -> tuple[Span, ...]:
    """Return what lies in one of two unions and not in the other, both as ``merge`` returns them."""
    rest: list[Span] = []
    j = 0
    for span in a:
        start = span.start
        while j < len(holes) and holes[j].end <= start:
            j += 1
        k = j
        while k < len(holes) and holes[k].start < span.end:
            if start < holes[k].start:
                rest.append(Span(start, holes[k].start))
            start = max(start, holes[k].end)
            k += 1
        if start < span.end:
            rest.append(Span(start, span.end))
    return tuple(rest)


def gaps(spans: Iterable[Span], within: Span) -> tuple[Span, ...]:
    """Return the stretches of ``within`` that no span covers."""
    return subtract((within,), spans)


def cut(span: Span, at: Sequence[Instant]) -> tuple[Span, ...]:
    """Cut ``span`` at each of the sorted instants that lie inside it; the pieces add up to the span."""
    pieces: list[Span] = []
    start = span.start
    for mark in at:
        if start < mark < span.end:
            pieces.append(Span(start, mark))
            start = mark
    pieces.append(Span(start, span.end))
    return tuple(pieces)

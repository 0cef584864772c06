"""What the rows around a row suggest of its matter. Context suggests; by itself it never puts a matter on a row."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.judging import ASSIGN, MOST_CANDIDATES, NONE, Candidate, Evidence, Match
from wisestep_desktop.core.matter_keys import Kind
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.spans import Span

NEAR = 120_000
"""Milliseconds between two rows of which one may be about the other's matter."""

PAGE_NEAR = 300_000
"""The same after a page of Actionstep that shows a matter."""

_AROUND, _SAME_PROGRAM, _SAME_DOCUMENT, _PAGE, _TODAY, _LATELY = 1.0, 0.5, 1.5, 1.5, 0.5, 0.3
"""Log-odds of each."""

_MOST = 3.0
"""Log-odds that context comes to at most, and ``_CEILING`` the probability."""
_CEILING = ASSIGN - 0.05
_SHOWN = 0.02


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A row with a matter.

    Attributes:
        matter: the matter on it.
        window: what was in front.
        spans: when, sorted.
    """

    matter: MatterId
    window: Window
    spans: Sequence[Span]


class Surroundings:
    """The tagged rows of a day, to be asked for each of the others what they speak for.

    Args:
        day: the tagged rows; those without a span speak for nothing but the day.
        lately: matters worked on in the days before; they count a little among those that the title speaks of.
    """

    def __init__(self, day: Iterable[Neighbour], lately: Iterable[MatterId] = ()) -> None:
        rows = sorted(day, key=_begin)
        self._lately = dict.fromkeys(lately, _LATELY)
        self._today = dict.fromkeys((each.matter for each in rows), _TODAY)
        self._rows = [each for each in rows if each.spans]
        self._begins = [_begin(each) for each in self._rows]
        self._ends = list(accumulate((each.spans[-1].end for each in self._rows), max))
        self._open: defaultdict[str, list[Neighbour]] = defaultdict(list)
        for each in rows:
            if each.window.document is not None:
                self._open[each.window.document].append(each)

    def speak_for(self, window: Window, spans: Sequence[Span]) -> dict[MatterId, float]:
        """Return how much they speak for each matter, as log-odds.

        Args:
            window: of the row.
            spans: when it was in front, sorted.
        """
        told = self._lately | self._today
        same = self._open.get(window.document, ()) if window.document is not None else ()
        for other in (*self._near(spans), *same):
            told[other.matter] = max(told[other.matter], _weight(window, spans, other))
        return told

    def _near(self, spans: Sequence[Span]) -> Iterator[Neighbour]:
        """Yield the rows of which any may be near enough to count: the others only say what day it is."""
        if not spans:
            return
        at = bisect_right(self._begins, spans[-1].end + PAGE_NEAR) - 1
        while at >= 0 and self._ends[at] >= spans[0].start - PAGE_NEAR:  # none before ends later than this
            yield self._rows[at]
            at -= 1


def suggested(match: Match, context: Mapping[MatterId, float]) -> Match:
    """Return a match with what the rows around it add; one that is decided stays as it is.

    Matters that the title speaks of already become more or less likely; others are only added where they stand near.
    """
    if match.assigned is not None or not context:
        return match
    none = max(0.02, 1.0 - sum(each.p for each in match.candidates))
    known = {each.matter: each for each in match.candidates}
    odds = {each.matter: each.p / none * math.exp(context.get(each.matter, 0.0)) for each in match.candidates}
    for matter, weight in context.items():
        if matter not in known and weight >= _AROUND:
            odds[matter] = math.exp(weight - NONE)
    every = 1.0 + sum(odds.values())
    told = [
        replace(
            known.get(matter, Candidate(matter, 0.0, ())),
            p=round(min(_CEILING, value / every), 4),
            evidence=(*(known[matter].evidence if matter in known else ()), *_evidence(context.get(matter, 0.0))),
        )
        for matter, value in odds.items()
        if value / every >= _SHOWN
    ]
    told.sort(key=lambda each: (-each.p, each.matter))
    return Match(None, tuple(told[:MOST_CANDIDATES]))


def _weight(window: Window, spans: Sequence[Span], other: Neighbour) -> float:
    document = window.document is not None and window.document == other.window.document
    if not document and _apart(spans, other.spans) > PAGE_NEAR:
        return _TODAY  # most rows of a day are hours away
    gap = min((_gap(one, two) for one in spans for two in other.spans), default=PAGE_NEAR + 1)
    page = gap <= PAGE_NEAR and "actionstep" in other.window.title.casefold()
    weight = _TODAY
    if gap <= NEAR or document:
        weight = _AROUND
        weight += _SAME_DOCUMENT if document else 0.0
        weight += _SAME_PROGRAM if window.application == other.window.application else 0.0
    if page:
        weight = max(weight, _AROUND) + _PAGE
    return min(_MOST, weight)


def _begin(row: Neighbour) -> int:
    return row.spans[0].start if row.spans else 0


def _apart(one: Sequence[Span], other: Sequence[Span]) -> int:
    """Return how far two rows are apart as wholes, which is never more than their nearest spans are."""
    if not one or not other:
        return PAGE_NEAR + 1
    return max(0, other[0].start - one[-1].end, one[0].start - other[-1].end)


def _gap(one: Span, two: Span) -> int:
    return max(0, two.start - one.end, one.start - two.end)


def _evidence(weight: float) -> tuple[Evidence, ...]:
    return (Evidence(Kind.CONTEXT, "", 0, 0),) if weight >= _AROUND else ()

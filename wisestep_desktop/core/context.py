"""What the rows around a row suggest of its matter. Context suggests; by itself it never puts a matter on a row."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

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


def around(
    window: Window, spans: Sequence[Span], day: Iterable[Neighbour], lately: Iterable[MatterId] = ()
) -> dict[MatterId, float]:
    """Return how much the tagged rows of a day speak for each matter, as log-odds.

    Args:
        window: of the row.
        spans: when it was in front.
        day: the tagged rows.
        lately: matters worked on in the days before; they count a little among those that the title speaks of.
    """
    told: defaultdict[MatterId, float] = defaultdict(float, dict.fromkeys(lately, _LATELY))
    for other in day:
        weight = _weight(window, spans, other)
        told[other.matter] = max(told[other.matter], weight)
    return dict(told)


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


def _apart(one: Sequence[Span], other: Sequence[Span]) -> int:
    """Return how far two rows are apart as wholes, which is never more than their nearest spans are."""
    if not one or not other:
        return PAGE_NEAR + 1
    return max(0, other[0].start - one[-1].end, one[0].start - other[-1].end)


def _gap(one: Span, two: Span) -> int:
    return max(0, two.start - one.end, one.start - two.end)


def _evidence(weight: float) -> tuple[Evidence, ...]:
    return (Evidence(Kind.CONTEXT, "", 0, 0),) if weight >= _AROUND else ()

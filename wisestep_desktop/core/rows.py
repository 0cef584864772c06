"""Time rows: all visits to the same title inside one local clock hour, while the person was there.

Rows are worked out anew from visits and presence; nothing is stored but what a person or an entry said about them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import tzinfo

from wisestep_desktop.core.ids import EntryId, RowId, TitleId
from wisestep_desktop.core.instants import hour_marks, hour_start
from wisestep_desktop.core.presence import PresenceSpan
from wisestep_desktop.core.spans import Instant, Span, cut, intersect, subtract, total


@dataclass(frozen=True, slots=True)
class TitleVisit:
    """A stored visit; ``title`` is None for a private one."""

    span: Span
    title: TitleId | None


@dataclass(frozen=True, slots=True)
class EntryPart:
    """A stretch of one title that an entry already claims, so that no second is ever billed twice."""

    entry: EntryId
    title: TitleId
    span: Span


@dataclass(frozen=True, slots=True)
class TimeRow:
    """The unit of review.

    Attributes:
        id: made of hour, title and entry; stable while the row grows.
        hour: when the local clock hour began.
        title: None for all private time of the hour together.
        spans: sorted, disjoint; their sum is the worked time.
        entry: the entry that claims these very spans, or None while they are open.
    """

    id: RowId
    hour: Instant
    title: TitleId | None
    spans: tuple[Span, ...]
    entry: EntryId | None = None

    @property
    def span(self) -> Span:
        """From the first to the last millisecond, with whatever lies between."""
        return Span(self.spans[0].start, self.spans[-1].end)

    @property
    def worked(self) -> int:
        """Milliseconds of presence in these windows."""
        return total(self.spans)


def rows_of(
    visits: Iterable[TitleVisit],
    presence: Sequence[PresenceSpan],
    parts: Iterable[EntryPart],
    *,
    within: Span,
    zone: tzinfo,
) -> tuple[TimeRow, ...]:
    """Return the rows of ``within`` by start.

    Together the rows hold each present millisecond of each visit exactly once, claimed or open.
    """
    marks = hour_marks(within, zone)
    there = tuple(stay.span for stay in presence if stay.counts)
    stays: defaultdict[tuple[Instant, TitleId | None], list[Span]] = defaultdict(list)
    for visit in visits:
        inside = visit.span.clip(within)
        if inside is None:
            continue
        for piece in cut(inside, marks):
            stays[hour_start(piece.start, zone), visit.title].append(piece)
    claims: defaultdict[TitleId, list[EntryPart]] = defaultdict(list)
    for part in parts:
        claims[part.title].append(part)
    rows = [
        row
        for (hour, title), pieces in stays.items()
        for row in _split(hour, title, intersect(pieces, there), claims.get(title, []) if title else [])
    ]
    return tuple(sorted(rows, key=lambda row: (row.spans[0].start, row.id)))


def _split(
    hour: Instant, title: TitleId | None, spans: tuple[Span, ...], claims: Iterable[EntryPart]
) -> Iterable[TimeRow]:
    """Tell apart what each entry claims from what is still open."""
    by_entry: defaultdict[EntryId, list[Span]] = defaultdict(list)
    for claim in claims:
        by_entry[claim.entry].append(claim.span)
    for entry, claimed in by_entry.items():
        taken = intersect(spans, claimed)
        if taken:
            yield TimeRow(_row_id(hour, title, entry), hour, title, taken, entry)
    rest = subtract(spans, (span for claimed in by_entry.values() for span in claimed))
    if rest:
        yield TimeRow(_row_id(hour, title, None), hour, title, rest)


def _row_id(hour: Instant, title: TitleId | None, entry: EntryId | None) -> RowId:
    suffix = "" if entry is None else f".{entry}"
    return RowId(f"{hour // 1000:x}-{'p' if title is None else title}{suffix}")

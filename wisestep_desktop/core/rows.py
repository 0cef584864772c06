"""Time rows: all visits to the same title inside one local clock hour, while the person was there.

Rows are worked out anew from visits, presence and what the person stated; nothing is stored but what a person or an
entry said about them. Each millisecond lies in one row at most: an entry's claim and private windows outrank what is
stated, and that outranks what was captured.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo

from wisestep_desktop.core.ids import EntryId, RowId, TitleId
from wisestep_desktop.core.instants import hour_marks, hour_start
from wisestep_desktop.core.presence import PresenceSpan
from wisestep_desktop.core.spans import Instant, Span, common, cut, intersect, merge, subtract, total, without
from wisestep_desktop.core.stated import Occupation, Stated


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
        id: made of where the row begins to count, title and entry; stable while the row grows.
        since: when the local clock hour began, or where in it a person cut the row.
        title: None for all private time of the hour together.
        spans: sorted, disjoint; their sum is the worked time.
        entry: the entry that claims these very spans, or None while they are open.
    """

    id: RowId
    since: Instant
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
    stated: Sequence[Stated] = (),
    cuts: Mapping[TitleId, Sequence[Instant]] = {},
) -> tuple[TimeRow, ...]:
    """Return the rows of ``within`` by start.

    Together the rows hold each present millisecond of each visit, and each stated one, exactly once.

    Args:
        visits: as recorded.
        presence: as recorded.
        parts: what entries claim; no two of them share a millisecond.
        within: usually a day.
        zone: where the clock hours are read.
        stated: what the person vouches for; no two share a millisecond. A break is no row.
        cuts: where a person cut the rows of a title, sorted.
    """
    claims: defaultdict[TitleId, list[EntryPart]] = defaultdict(list)
    for part in parts:
        claims[part.title].append(part)
    there = tuple(stay.span for stay in presence if stay.counts)
    slices = _Slices(hour_marks(within, zone), cuts, zone)
    for title, spans in by_title(visits, there, stated, claims, within).items():
        slices.add(title, spans)
    shares = {title: _by_entry(some) for title, some in claims.items()}
    rows = [
        row
        for (since, title), pieces in slices.pieces.items()
        for row in _split(since, title, merge(pieces), shares.get(title, {}) if title else {})
    ]
    return tuple(sorted(rows, key=lambda row: (row.spans[0].start, row.id)))


def by_title(
    visits: Iterable[TitleVisit],
    there: Sequence[Span],
    stated: Sequence[Stated],
    claims: Mapping[TitleId, Sequence[EntryPart]],
    within: Span,
) -> dict[TitleId | None, tuple[Span, ...]]:
    """Return whose each millisecond of ``within`` is, claimed or open. Private time has no title."""
    said = [each for each in stated if each.occupation is not Occupation.BREAK]
    captured: defaultdict[TitleId | None, list[Span]] = defaultdict(list)
    for visit in visits:
        inside = visit.span.clip(within)
        if inside is not None:
            captured[visit.title].append(inside)
    present = merge(there)
    owned = {title: common(merge(spans), present) for title, spans in captured.items()}
    claimed = {title: merge(part.span for part in some) for title, some in claims.items()}
    if said:
        _vouch(owned, said, claimed, within)
    return _without_orphans(owned, claimed)


def _vouch(
    owned: dict[TitleId | None, tuple[Span, ...]],
    said: Sequence[Stated],
    claimed: Mapping[TitleId, tuple[Span, ...]],
    within: Span,
) -> None:
    """Hand what a person stated over from what was captured, except where an entry claims what was captured."""
    vouched = merge(each.span for each in said)
    for title, spans in owned.items():
        if title is not None:
            owned[title] = subtract(spans, subtract(vouched, claimed.get(title, ())))
    private = owned.get(None, ())
    for each in said:
        others = [span for title, spans in claimed.items() if title != each.title for span in spans]
        others += private if each.title is not None else ()
        inside = each.span.clip(within)
        mine = subtract((inside,) if inside else (), others)
        owned[each.title] = merge((*owned.get(each.title, ()), *mine))


def _without_orphans(
    owned: dict[TitleId | None, tuple[Span, ...]], claimed: Mapping[TitleId, tuple[Span, ...]]
) -> dict[TitleId | None, tuple[Span, ...]]:
    """Leave out what an entry claims under a title that is forgotten: nobody may bill those moments again."""
    orphans = [
        span for title, spans in claimed.items() for span in subtract(spans, intersect(spans, owned.get(title, ())))
    ]
    if not orphans:
        return owned
    return {title: subtract(spans, orphans) for title, spans in owned.items()}


class _Slices:
    """Sorts spans into the slices that rows are made of: clock hours, cut where a person cut."""

    def __init__(self, hours: tuple[Instant, ...], cuts: Mapping[TitleId, Sequence[Instant]], zone: tzinfo) -> None:
        self._hours = hours
        self._cuts = cuts
        self._zone = zone
        self.pieces: defaultdict[tuple[Instant, TitleId | None], list[Span]] = defaultdict(list)

    def add(self, title: TitleId | None, spans: Iterable[Span]) -> None:
        """Sort the spans of one title."""
        cuts = () if title is None else self._cuts.get(title, ())
        marks = self._hours if not cuts else tuple(sorted({*self._hours, *cuts}))
        for span in spans:
            for piece in cut(span, marks):
                self.pieces[self._since(piece.start, cuts), title].append(piece)

    def _since(self, at: Instant, cuts: Sequence[Instant]) -> Instant:
        hour = hour_start(at, self._zone)
        before = bisect_right(cuts, at)
        return max(hour, cuts[before - 1]) if before else hour


def _by_entry(claims: Iterable[EntryPart]) -> dict[EntryId, tuple[Span, ...]]:
    found: defaultdict[EntryId, list[Span]] = defaultdict(list)
    for claim in claims:
        found[claim.entry].append(claim.span)
    return {entry: merge(spans) for entry, spans in found.items()}


def _split(
    since: Instant, title: TitleId | None, spans: tuple[Span, ...], claims: Mapping[EntryId, tuple[Span, ...]]
) -> Iterable[TimeRow]:
    """Tell apart what each entry claims from what is still open."""
    rest = spans
    for entry, claimed in claims.items():
        taken = common(spans, claimed)
        if taken:
            yield TimeRow(_row_id(since, title, entry), since, title, taken, entry)
            rest = without(rest, taken)
    if rest:
        yield TimeRow(_row_id(since, title, None), since, title, rest)


def _row_id(since: Instant, title: TitleId | None, entry: EntryId | None) -> RowId:
    suffix = "" if entry is None else f".{entry}"
    return RowId(f"{since // 1000:x}-{'p' if title is None else title}{suffix}")

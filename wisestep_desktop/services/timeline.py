"""A day as the attorney sees it: rows with their titles, tags and evidence, presence, and totals that add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, tzinfo
from enum import StrEnum

from wisestep_desktop.core.context import Neighbour, Surroundings, suggested
from wisestep_desktop.core.entries import Entry
from wisestep_desktop.core.ids import EntryId, MatterId
from wisestep_desktop.core.instants import MINUTE, day_span
from wisestep_desktop.core.learning import features
from wisestep_desktop.core.matching import NO_MATCH, Match
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.observation import PRIVATE, Window
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.presence import PresenceSpan
from wisestep_desktop.core.records import Standing
from wisestep_desktop.core.rows import TimeRow, rows_of
from wisestep_desktop.core.runs import unusual_runs
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.core.spans import Instant, Span, intersect
from wisestep_desktop.core.stated import Gap, Stated, Timer, gaps_of
from wisestep_desktop.ports.store import Books
from wisestep_desktop.ports.timeline import Ailment, Tag
from wisestep_desktop.services.day_sum import Kind, stretches, sums
from wisestep_desktop.services.off_screen import stated_until
from wisestep_desktop.services.standings import NOTHING_THERE, DayRecords, day_records

_FORTNIGHT = 14 * 86_400_000
"""Milliseconds for which work on a matter makes it a little likelier than another that a title may mean."""


class RowState(StrEnum):
    """What has become of a row."""

    OPEN = "open"
    DRAFT = "draft"
    SENT = "sent"
    TRASH = "trash"
    PRIVATE = "private"


class TaggedBy(StrEnum):
    """Who put the matter on a row."""

    MATCHER = "matcher"
    PERSON = "person"


class Mark(StrEnum):
    """What whoever signs the bill should look at, or how a row came about."""

    LONG_RUN = "long_run"  # hours of activity in one window without a break
    DEGRADED = "degraded"  # recorded while titles or idle did not work well
    STATED = "stated"  # said by the person, not captured
    TIMED = "timed"  # counted by a timer


@dataclass(frozen=True, slots=True)
class DayRow:
    """A time row with everything said about it.

    Attributes:
        row: its spans.
        window: application, title, document; bare for private rows.
        match: what the matcher says, with evidence.
        matter: the tag in force.
        tagged_by: who said so; a person outranks the matcher.
        state: what has become of it.
        fate: where the entry stands that it belongs to, if it belongs to one.
        standing: how that entry stands in Actionstep as of the last look, if it was sent.
        marks: what to look at before believing the time.
    """

    row: TimeRow
    window: Window
    match: Match
    matter: MatterId | None
    tagged_by: TaggedBy | None
    state: RowState
    fate: EntryState | None = None
    standing: Standing | None = None
    marks: frozenset[Mark] = frozenset()


@dataclass(frozen=True, slots=True)
class Totals:
    """Milliseconds. ``elapsed`` is ``active`` + ``private`` + ``possible`` + ``away``, always.

    Attributes:
        active: worked in windows, in a call or as stated; ``tagged`` and ``sent`` are parts of it.
        possible: quiet reading, which counts only if the person says so.
        by_hand: in entries without a time of day, beside all of this.
        trashed: the part of ``active`` that was thrown away.
    """

    elapsed: int
    active: int
    private: int
    possible: int
    away: int
    tagged: int
    sent: int
    by_hand: int = 0
    trashed: int = 0

    @property
    def worked(self) -> int:
        """What the matters of a day add up to, with what has none: the one figure that is called worked."""
        return self.active - self.trashed + self.by_hand


@dataclass(frozen=True, slots=True)
class Day:
    """One local day.

    Attributes:
        day: the date.
        rows: by start.
        presence: who was there, clipped to the day.
        totals: of the day.
        matters: every matter a row, candidate or entry of the day names.
        entries: the day's entries.
        records: what Actionstep had of the day at the last look.
        due: when each entry that waits to be sent is tried next.
        ailments: when a signal was not well, so that what was recorded then is in doubt.
        stated: what the person vouches for, the running timer's time so far included.
        timer: the timer that runs, whatever the day.
        gaps: absences worth asking about.
    """

    day: date
    rows: tuple[DayRow, ...]
    presence: tuple[PresenceSpan, ...]
    totals: Totals
    matters: Mapping[MatterId, Matter]
    entries: tuple[Entry, ...]
    records: DayRecords = NOTHING_THERE
    due: Mapping[EntryId, Instant] = field(default_factory=dict)
    ailments: tuple[Ailment, ...] = ()
    stated: tuple[Stated, ...] = ()
    timer: Timer | None = None
    gaps: tuple[Gap, ...] = ()


def read_day(books: Books, day: date, zone: tzinfo, now: Instant | None = None) -> Day:
    """Return a day from one consistent picture of the store; a running timer counts up to ``now``."""
    within = day_span(day, zone)
    presence = tuple(_clipped(books.timeline.presence(within), within))
    visits = books.timeline.visits(within)
    timer = books.stated.timer()
    stated = stated_until(books, within, timer, now, presence)
    parts, cuts = books.entries.parts(within), books.stated.cuts(within)
    rows = rows_of(visits, presence, parts, within=within, zone=zone, stated=stated, cuts=cuts)
    entries = books.entries.entries(day)
    records = day_records(books, day, entries)
    ailments = books.timeline.ailments(within)
    marked = {
        Mark.LONG_RUN: unusual_runs(visits, presence),
        Mark.DEGRADED: tuple(ailment.span for ailment in ailments),
        **_how(stated),
    }
    told = _said_of(books, rows, within, timer, entries)
    rows_told = tuple(_marked(each, marked, records) for each in _in_context(books, told, _lately(books, within)))
    covered = [span for row in rows for span in row.spans] + [each.span for each in stated]
    return Day(
        day=day,
        rows=rows_told,
        presence=presence,
        totals=_totals(rows_told, presence, stated, entries),
        matters=_matters(books, rows_told, entries, records),
        entries=entries,
        records=records,
        due={owed.entry: owed.not_before for owed in books.entries.outbox()},
        ailments=ailments,
        stated=stated,
        timer=timer,
        gaps=gaps_of(presence, covered, shortest=_shortest_gap(books)),
    )


def _how(stated: Sequence[Stated]) -> dict[Mark, tuple[Span, ...]]:
    return {
        Mark.STATED: tuple(each.span for each in stated if not each.timed and each.title is not None),
        Mark.TIMED: tuple(each.span for each in stated if each.timed),
    }


def _said_of(
    books: Books, rows: Sequence[TimeRow], within: Span, timer: Timer | None, entries: Iterable[Entry]
) -> list[DayRow]:
    """Return rows with their windows, tags and fates."""
    titles = books.timeline.titles(row.title for row in rows if row.title is not None)
    tags = {(tag.hour, tag.title): tag for tag in books.timeline.tags(within)}
    by_id = _entries_behind(books, rows, entries)
    told = []
    for row in rows:
        title = titles.get(row.title) if row.title is not None else None
        tag = tags.get((row.since, row.title), _timers(timer, row)) if row.title is not None else None
        window, match = (title.window, title.match) if title else (PRIVATE, NO_MATCH)
        told.append(_day_row(row, window, match, tag, by_id))
    return told


def _marked(row: DayRow, marked: Mapping[Mark, Sequence[Span]], records: DayRecords) -> DayRow:
    standing = next((each.standing for each in records.sent if each.entry.id == row.row.entry), None)
    marks = frozenset(mark for mark, spans in marked.items() if spans and intersect(row.row.spans, spans))
    return replace(row, standing=standing, marks=marks)


def _shortest_gap(books: Books) -> int:
    return Settings(books.settings.all()).number("review.shortest_gap_minutes") * MINUTE


def _timers(timer: Timer | None, row: TimeRow) -> Tag | None:
    """Return what the running timer says of a row of its own."""
    if timer is None or timer.matter is None or row.title != timer.title or row.span.start < timer.start:
        return None
    return Tag(timer.title, row.since, timer.matter)


def _lately(books: Books, day: Span) -> frozenset[MatterId]:
    """Return the matters that the person put on rows in the fortnight before a day."""
    before = Span(Instant(max(0, day.start - _FORTNIGHT)), day.start)
    return frozenset(tag.matter for tag in books.timeline.tags(before) if tag.matter is not None and not tag.trashed)


def _in_context(books: Books, rows: Sequence[DayRow], lately: frozenset[MatterId]) -> Iterable[DayRow]:
    """Let rows without a matter hear of the rows around them; what a person decided stays as it is."""
    day = [
        Neighbour(row.matter, row.window, row.row.spans)
        for row in rows
        if row.matter is not None and row.state is not RowState.TRASH
    ]
    surroundings = Surroundings(day, lately)
    for row in rows:
        undecided = row.state is RowState.OPEN and row.matter is None and row.tagged_by is None
        if not undecided or not (day or lately):
            yield row
            continue
        told = surroundings.speak_for(row.window, row.row.spans)
        refused = {lesson.matter for lesson in books.learning.about(features(row.window)[:1]) if lesson.is_refused}
        told = {matter: weight for matter, weight in told.items() if matter not in refused}
        yield replace(row, match=suggested(row.match, told))


def _entries_behind(books: Books, rows: Iterable[TimeRow], entries: Iterable[Entry]) -> dict[EntryId, Entry]:
    """Return the entries that claim rows, also those of another date: a traveller's days overlap."""
    by_id = {entry.id: entry for entry in entries}
    for claimed in {row.entry for row in rows if row.entry is not None} - by_id.keys():
        entry = books.entries.entry(claimed)
        if entry is not None:
            by_id[claimed] = entry
    return by_id


def _clipped(presence: Iterable[PresenceSpan], within: Span) -> Iterable[PresenceSpan]:
    for stay in presence:
        inside = stay.span.clip(within)
        if inside is not None:
            yield replace(stay, span=inside)


def _day_row(row: TimeRow, window: Window, match: Match, tag: Tag | None, entries: Mapping[EntryId, Entry]) -> DayRow:
    if row.title is None:
        return DayRow(row, window, match, None, None, RowState.PRIVATE)
    entry = entries.get(row.entry) if row.entry is not None else None
    if row.entry is not None:
        state = RowState.SENT if entry and entry.state is EntryState.SENT else RowState.DRAFT
        matter = entry.draft.matter if entry else None
        by = TaggedBy.MATCHER if matter is not None and matter == match.assigned else TaggedBy.PERSON
        fate = entry.state if entry else None
        return DayRow(row, window, match, matter, by if matter is not None else None, state, fate)
    if tag is not None:
        state = RowState.TRASH if tag.trashed else RowState.OPEN
        if not tag.trashed:
            return DayRow(row, window, match, tag.matter, TaggedBy.PERSON, state)
        return DayRow(row, window, match, tag.matter, TaggedBy.PERSON if tag.matter is not None else None, state)
    by_matcher = TaggedBy.MATCHER if match.assigned is not None else None
    return DayRow(row, window, match, match.assigned, by_matcher, RowState.OPEN)


def _totals(
    rows: tuple[DayRow, ...], presence: tuple[PresenceSpan, ...], stated: Sequence[Stated], entries: Iterable[Entry]
) -> Totals:
    of = sums(stretches(rows, presence, stated))
    elapsed, private, possible = sum(of.values()), of[Kind.PRIVATE], of[Kind.POSSIBLE]
    away = of[Kind.AWAY] + of[Kind.BREAK]
    return Totals(
        elapsed=elapsed,
        active=elapsed - private - possible - away,
        private=private,
        possible=possible,
        away=away,
        tagged=sum(row.row.worked for row in rows if row.matter is not None and row.state is not RowState.TRASH),
        sent=of[Kind.SENT],
        by_hand=sum(entry.draft.by_hand for entry in entries),
        trashed=of[Kind.TRASH],
    )


def _matters(
    books: Books, rows: tuple[DayRow, ...], entries: tuple[Entry, ...], records: DayRecords
) -> dict[MatterId, Matter]:
    wanted = {row.matter for row in rows} | {entry.draft.matter for entry in entries}
    wanted |= {record.matter for record in records.elsewhere}
    wanted |= {candidate.matter for row in rows for candidate in row.match.candidates}
    found = ((matter, books.matters.matter(matter)) for matter in wanted if matter is not None)
    return {matter: known for matter, known in found if known is not None}


def worked_by_day(books: Books, first: date, last: date, zone: tzinfo) -> Counter[date]:
    """Return the milliseconds worked on each day of a range, as ``Totals.worked`` says. Quick: no row is made."""
    found = Counter({day: sum(of.values()) for day, of in books.captured.by_day(first, last, zone).items()})
    for entry, millis in books.entries.between(first, last):
        found[entry.draft.work_date] += millis
    return found

"""Recorded time by day and matter, with the sums of days that are over kept beside the timeline.

Whatever is made of here must have its trigger in ``migrations/0009_reports.sql``: visits, presence, claims, what a
person stated, cuts, tags and what the matcher assigns. Whoever adds another thing that decides which matter a second
belongs to adds it to ``_Month`` and to the triggers; ``tests/adapters/store/test_captured.py`` compares both with the
rows of a day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo
from functools import lru_cache
from typing import Generic, TypeVar

from wisestep_desktop.adapters.store.connection import Connection
from wisestep_desktop.adapters.store.stated import SqlStated
from wisestep_desktop.core.captured import DayFacts, Stay, Stretch, open_time, presence_of
from wisestep_desktop.core.ids import MatterId, TitleId
from wisestep_desktop.core.instants import day_span, local_date
from wisestep_desktop.core.report import days
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.core.stated import Stated

_MOST_DAYS = 31
"""Days worked out at a time: what is in memory is a month's visits at most."""
_LONGEST_PART = 3_600_000
_WEEK = 7 * 86_400_000

Sums = dict[MatterId | None, int]
_span_of = lru_cache(maxsize=1_024)(day_span)
_Row = TypeVar("_Row", Stay, Stretch)


class SqlCaptured:
    """Implements ``ports.captured.CapturedBook``."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def by_day(self, first: date, last: date, zone: tzinfo) -> Mapping[date, Mapping[MatterId | None, int]]:
        """Return milliseconds by local day and matter."""
        spans = self._spans(first, last, zone)
        kept = self._kept(spans)
        found = {day: kept[span] for day, span in spans.items() if span in kept}
        for sums in self._worked_out([day for day in spans if day not in found], spans, zone):
            found |= sums
        return {day: found[day] for day in spans if found.get(day)}

    def expired(self, first: date, last: date, zone: tzinfo) -> Mapping[date, Mapping[MatterId | None, int]]:
        """Return what goes on counting of days whose records were let go of; a day is where its middle lies."""
        found: dict[date, Sums] = {}
        within = day_span(first, zone).start, day_span(last, zone).end
        rows = self._db.execute(
            "SELECT (start + until) / 2 AS middle, matter, millis FROM expired"
            " WHERE start > ? - 93600000 AND middle >= ? AND middle < ?",
            (within[0], *within),
        )
        for middle, matter, millis in rows:
            sums = found.setdefault(local_date(Instant(middle), zone), {})
            key = MatterId(matter) if matter else None
            sums[key] = sums.get(key, 0) + millis
        return found

    def to_keep(self, first: date, last: date, zone: tzinfo, before: Instant) -> tuple[date, ...]:
        """Return the days that are over and whose sums are not kept."""
        spans = self._spans(first, last, zone)
        kept = set(self._db.execute("SELECT start, until FROM captured_day"))
        return tuple(day for day, span in spans.items() if span.end <= before and (span.start, span.end) not in kept)

    def keep(self, days: Sequence[date], zone: tzinfo) -> None:
        """Keep the sums of some days."""
        spans = {day: _span_of(day, zone) for day in days}
        newest = self._db.execute("SELECT coalesce(max(id), 0) FROM title").fetchone()[0]
        for sums in self._worked_out(list(days), spans, zone):
            for day, by_matter in sums.items():
                span = spans[day]
                self._db.execute("DELETE FROM captured_day WHERE start = ? AND until = ?", (span.start, span.end))
                self._db.execute("INSERT INTO captured_day VALUES (?, ?, ?)", (span.start, span.end, newest))
                self._db.executemany(
                    "INSERT INTO captured VALUES (?, ?, ?, ?)",
                    [(span.start, span.end, matter or 0, millis) for matter, millis in by_matter.items()],
                )

    def _spans(self, first: date, last: date, zone: tzinfo) -> dict[date, Span]:
        """Return the days of a range in which anything was recorded at all: a report may be of a hundred years."""
        ends = self._db.execute(
            "SELECT min(since), max(till) FROM (SELECT (SELECT start FROM visit ORDER BY start LIMIT 1) AS since,"
            " (SELECT max(start + length) FROM (SELECT start, length FROM visit ORDER BY start DESC LIMIT 50)) AS till"
            " UNION ALL SELECT min(start), max(start + length) FROM stated)"
        ).fetchone()
        if ends[0] is None:
            return {}
        from_day, to_day = (local_date(Instant(at), zone) for at in ends)
        wanted = days(max(first, from_day), min(last, to_day))
        return {day: _span_of(day, zone) for day in wanted}

    def _kept(self, spans: Mapping[date, Span]) -> dict[Span, Sums]:
        if not spans:
            return {}
        whole = min(span.start for span in spans.values()), max(span.end for span in spans.values())
        rows = self._db.execute(
            "SELECT d.start, d.until, c.matter, c.millis FROM captured_day d LEFT JOIN captured c USING (start, until)"
            " WHERE d.start >= ? AND d.start < ?",
            whole,
        )
        kept: dict[tuple[int, int], Sums] = {}
        for start, until, matter, millis in rows:
            sums = kept.setdefault((start, until), {})
            if matter is not None:
                sums[MatterId(matter) if matter else None] = millis
        return {span: kept[ends] for span in spans.values() if (ends := (span.start, span.end)) in kept}

    def _worked_out(
        self, wanted: Sequence[date], spans: Mapping[date, Span], zone: tzinfo
    ) -> Iterator[dict[date, Sums]]:
        if not wanted:
            return
        rows = self._db.execute("SELECT id, assigned FROM title INDEXED BY title_assigned WHERE assigned IS NOT NULL")
        assigned = {TitleId(title): MatterId(matter) for title, matter in rows}
        for run in _runs(wanted):
            month = self._month(Span(spans[run[0]].start, spans[run[-1]].end))
            yield {
                day: open_time(facts, zone, assigned) for day, facts in month.facts((day, spans[day]) for day in run)
            }

    def _month(self, within: Span) -> _Month:
        since = self._db.execute("SELECT max(start) FROM visit WHERE start <= ?", (within.start,)).fetchone()[0]
        visits = self._db.execute(
            "SELECT start, start + length, title FROM visit WHERE start >= ? AND start < ? AND start + length > ?"
            " ORDER BY start",
            (min(within.start - _WEEK, since or within.start), within.end, within.start),
        ).fetchall()
        since = self._db.execute("SELECT max(start) FROM presence WHERE start <= ?", (within.start,)).fetchone()[0]
        present = self._db.execute(
            "SELECT start, start + length FROM presence WHERE start >= ? AND start < ? AND start + length > ?"
            " AND (state = 'active' OR proof = 'call')",
            (min(within.start - _WEEK, since or within.start), within.end, within.start),
        )
        parts = self._db.execute(
            "SELECT start, start + length, title FROM entry_part WHERE start >= ? AND start < ? AND start + length > ?"
            " ORDER BY start",
            (within.start - _LONGEST_PART, within.end, within.start),
        ).fetchall()
        tags = self._db.execute(
            "SELECT hour, title, matter, trashed FROM tag WHERE hour >= ? AND hour < ? ORDER BY hour",
            (within.start, within.end),
        ).fetchall()
        book = SqlStated(self._db)
        there = presence_of(Span(*row) for row in present)
        return _Month(visits, there, parts, tags, book.stated(within), book.cuts(within))


@dataclass(frozen=True, slots=True)
class _Month:
    """Rows of some days on end, each list by start."""

    visits: list[Stay]
    there: tuple[Stretch, ...]
    parts: list[Stay]
    tags: list[tuple[Instant, TitleId, MatterId | None, int]]
    stated: tuple[Stated, ...]
    cuts: Mapping[TitleId, tuple[Instant, ...]]

    def facts(self, spans: Iterable[tuple[date, Span]]) -> Iterator[tuple[date, DayFacts]]:
        """Deal the rows to their days, in one walk; what crosses midnight is in both."""
        visits, there, parts = _Dealer(self.visits), _Dealer(self.there), _Dealer(self.parts)
        tags = iter(self.tags)
        tag = next(tags, None)
        for day, span in spans:
            claims: defaultdict[TitleId, list[Span]] = defaultdict(list)
            for start, end, title in parts.deal(span):
                if title is not None:
                    claims[title].append(Span(start, end))
            said: dict[tuple[Instant, TitleId], MatterId | None] = {}
            trashed = set[tuple[Instant, TitleId]]()
            while tag is not None and tag[0] < span.end:
                hour, title, matter, gone = tag
                if gone:
                    trashed.add((hour, title))
                else:
                    said[hour, title] = matter
                tag = next(tags, None)
            yield (
                day,
                DayFacts(
                    span,
                    visits.deal(span),
                    there.deal(span),
                    claims,
                    said,
                    frozenset(trashed),
                    [each for each in self.stated if each.span.clip(span)],
                    self._cuts(span),
                ),
            )

    def _cuts(self, day: Span) -> dict[TitleId, tuple[Instant, ...]]:
        inside = {title: tuple(at for at in cuts if day.start < at < day.end) for title, cuts in self.cuts.items()}
        return {title: cuts for title, cuts in inside.items() if cuts}


class _Dealer(Generic[_Row]):
    """Rows by start, dealt to spans that follow one another."""

    def __init__(self, rows: Sequence[_Row]) -> None:
        self._rows: Sequence[_Row] = rows
        self._next = 0
        self._open: list[_Row] = []

    def deal(self, span: Span) -> list[_Row]:
        """Return the rows that touch a span; those that reach out of it are kept for the next one."""
        rows, count, end = self._rows, len(self._rows), span.end
        begun = self._next
        at = begun
        while at < count and rows[at][0] < end:
            at += 1
        self._next = at
        dealt = [row for row in self._open if row[1] > span.start] + [
            row for row in rows[begun:at] if row[1] > span.start
        ]
        self._open = [row for row in dealt if row[1] > end]
        return dealt


def _runs(wanted: Sequence[date]) -> Iterator[Sequence[date]]:
    """Part days into stretches of days that follow one another, none longer than a month."""
    run: list[date] = []
    for day in wanted:
        if run and (len(run) == _MOST_DAYS or day - run[-1] != timedelta(days=1)):
            yield run
            run = []
        run.append(day)
    if run:
        yield run

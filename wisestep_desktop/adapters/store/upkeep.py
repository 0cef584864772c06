"""Counting, and letting go of what is old, in SQL. Knows every table that holds what was recorded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wisestep_desktop.adapters.store.connection import Connection
from wisestep_desktop.adapters.store.everything import everything
from wisestep_desktop.adapters.store.forgetting import drop_unused
from wisestep_desktop.core.ids import TitleId
from wisestep_desktop.core.posting import OURS_TO_EDIT, EntryState
from wisestep_desktop.core.spans import Instant, Span, intersect, merge, subtract, total
from wisestep_desktop.ports.upkeep import ALWAYS, Census, Expired, Kept, Record

_WEEK = 7 * 86_400_000
"""No stay is longer; a search for what reaches into a day starts this much earlier."""

_BEGUN = {"visit": "start", "presence": "start", "stated": "start", "ailment": "start", "tag": "hour"}

_COUNTED = ("visit", "title", "presence", "tag", "stated", "record", "matter", "activity_type", "lesson", "phrase")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of ``visit``, ``presence`` or ``stated``: its span, its title, and its further columns as they are."""

    span: Span
    title: int | None
    rest: tuple[object, ...]


class SqlUpkeep:
    """Implements ``ports.upkeep.UpkeepBook``."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def census(self) -> Census:
        """Count."""
        of = {table: self._one(f"SELECT count(*) FROM {table}") or 0 for table in _COUNTED}  # noqa: S608  our own
        states = dict(self._db.execute("SELECT state, count(*) FROM entry GROUP BY state").fetchall())
        ours = sum(count for state, count in states.items() if state in {each.value for each in OURS_TO_EDIT})
        sent = states.get(EntryState.SENT.value, 0)
        until = self._one(
            "SELECT max(start + length) FROM (SELECT start, length FROM visit ORDER BY start DESC LIMIT 50)"
        )
        return Census(
            since=self.recorded_since(),
            until=None if until is None else Instant(until),
            visits=of["visit"],
            titles=of["title"],
            presence=of["presence"],
            tags=of["tag"],
            stated=of["stated"],
            drafts=ours,
            waiting=sum(states.values()) - ours - sent,
            sent=sent,
            records=of["record"],
            matters=of["matter"],
            activity_types=of["activity_type"],
            lessons=of["lesson"],
            phrases=of["phrase"],
        )

    def recorded_since(self, at: Instant = ALWAYS) -> Instant | None:
        """Return the oldest instant, from one on, at which anything recorded begins."""
        began = " UNION ALL ".join(
            f"SELECT min({column}) AS start FROM {table} WHERE {column} >= :at"  # noqa: S608  our own literals
            for table, column in _BEGUN.items()
        )
        found: int | None = self._db.execute(f"SELECT min(start) FROM ({began})", {"at": at}).fetchone()[0]  # noqa: S608
        return None if found is None else Instant(found)

    def spare(self, within: Span, kept: Kept) -> Expired | None:
        """Return what ``expire`` would let go of."""
        there = merge(span for spans in kept.spans.values() for span in spans)
        lost = [_lost(row, within, kept) for row in self._rows("visit", within)]
        gone = Expired(sum(_goes(each) for each in lost), sum(total(each or ()) for each in lost))
        others = (
            any(_goes(_lost(row, within, kept)) for row in self._rows("stated", within))
            or any(subtract(_inside(row, within), there) for row in self._rows("presence", within))
            or any(True for _ in self._spare_ailments(within, there))
            or any(True for _ in self._spare("tag", "hour", within, kept))
            or any(True for _ in self._spare("cut", "at", within, kept))
        )
        return gone if gone.visits or others else None

    def expire(self, within: Span, kept: Kept) -> None:
        """Let go of everything recorded inside a day but what is kept."""
        there = merge(span for spans in kept.spans.values() for span in spans)
        for table in ("visit", "stated"):
            for row in self._rows(table, within):
                self._cut(table, row, _lost(row, within, kept))
        for row in self._rows("presence", within):
            inside = _inside(row, within)
            self._cut("presence", row, subtract(inside, there) if row.span.length else ())
        for key in list(self._spare_ailments(within, there)):
            self._db.execute("DELETE FROM ailment WHERE signal = ? AND start = ?", key)
        for table, at in (("tag", "hour"), ("cut", "at")):
            spare = list(self._spare(table, at, within, kept))
            self._db.executemany(f"DELETE FROM {table} WHERE title = ? AND {at} = ?", spare)  # noqa: S608  our own
        self._go_on_counting(within, kept)

    def drop_titles(self) -> int:
        """Delete the titles that nothing points at any more."""
        spare = self._db.execute(
            "SELECT id FROM title EXCEPT SELECT title FROM visit EXCEPT SELECT title FROM entry_part"
            " EXCEPT SELECT title FROM stated EXCEPT SELECT title FROM timer"
        ).fetchall()
        return drop_unused(self._db, {title for (title,) in spare}) if spare else 0

    def everything(self) -> Iterator[Record]:
        """Return everything of the person's."""
        return everything(self._db)

    def _one(self, sql: str) -> int | None:
        found: int | None = self._db.execute(sql).fetchone()[0]
        return found

    def _rows(self, table: str, within: Span) -> list[_Row]:
        columns = {
            "visit": "start, length, title",
            "presence": "start, length, NULL, state, proof",
            "stated": "start, length, title, occupation, timed",
        }[table]
        found = self._db.execute(
            f"SELECT {columns} FROM {table} WHERE start > ? AND start < ?"  # noqa: S608  our own literals
            " AND (start + length > ? OR start >= ?)",
            (within.start - _WEEK, within.end, within.start, within.start),
        ).fetchall()
        return [_Row(Span(Instant(row[0]), Instant(row[0] + row[1])), row[2], tuple(row[3:])) for row in found]

    def _cut(self, table: str, row: _Row, lost: Sequence[Span] | None) -> None:
        """Take some spans out of a row; None takes the row, which has no length."""
        if not _goes(lost):
            return
        self._db.execute(f"DELETE FROM {table} WHERE start = ?", (row.span.start,))  # noqa: S608  our own literals
        for span in () if lost is None else subtract((row.span,), lost):
            free = self._apart(table, span)
            if free is None:
                continue
            values = _values(table, free, row)
            marks = ", ".join("?" * len(values))
            self._db.execute(f"INSERT INTO {table} VALUES ({marks})", values)  # noqa: S608  our own literals

    def _apart(self, table: str, span: Span) -> Span | None:
        """Return a span that begins where no other row does; None where all of its moments are others' already.

        Only records that overlap need it, and of those a moment is counted once anyway.
        """
        taken = {
            start
            for (start,) in self._db.execute(
                f"SELECT start FROM {table} WHERE start >= ? AND start < ?",  # noqa: S608  our own literals
                (span.start, span.end),
            )
        }
        free = next((at for at in range(span.start, span.end) if at not in taken), None)
        return None if free is None else Span(Instant(free), span.end)

    def _spare_ailments(self, within: Span, there: Sequence[Span]) -> Iterator[tuple[str, int]]:
        rows = self._db.execute(
            "SELECT signal, start, length FROM ailment WHERE start >= ? AND start + length <= ?",
            (within.start, within.end),
        ).fetchall()
        for signal, start, length in rows:
            if not intersect((Span(Instant(start), Instant(start + length)),), there):
                yield signal, start

    def _spare(self, table: str, at: str, within: Span, kept: Kept) -> Iterator[tuple[int, int]]:
        rows = self._db.execute(
            f"SELECT title, {at} FROM {table} WHERE {at} >= ? AND {at} < ?",  # noqa: S608  our own literals
            (within.start, within.end),
        ).fetchall()
        titles = {title for title, _ in kept.rows}
        for title, when in rows:
            stays = (title, when) in kept.rows if table == "tag" else title in titles
            if not stays:
                yield title, when

    def _go_on_counting(self, within: Span, kept: Kept) -> None:
        self._db.executemany(
            "INSERT INTO expired VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET millis = millis + excluded.millis",
            [(within.start, within.end, matter or 0, millis) for matter, millis in kept.sums.items() if millis],
        )


def _goes(lost: Sequence[Span] | None) -> bool:
    return lost is None or bool(lost)


def _lost(row: _Row, within: Span, kept: Kept) -> Sequence[Span] | None:
    """Return what of a row is not kept; None for a row without length that lies in the day."""
    if not row.span.length:
        return None if within.start <= row.span.start < within.end else ()
    return subtract(_inside(row, within), kept.spans.get(TitleId(row.title or 0), ()))


def _inside(row: _Row, within: Span) -> Sequence[Span]:
    found = row.span.clip(within)
    return () if found is None else (found,)


def _values(table: str, span: Span, row: _Row) -> tuple[object, ...]:
    """Return a row's columns in the order of its table."""
    match table:
        case "visit":
            return (span.start, span.length, row.title)
        case "presence":
            return (span.start, span.length, *row.rest)
        case _:
            return (span.start, span.length, row.rest[0], row.title, row.rest[1])

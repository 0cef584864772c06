"""Stated stretches, the running timer and cuts in SQL."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from wisestep_desktop.adapters.store.connection import Connection
from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.ids import MatterId, TitleId
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.core.stated import Occupation, Stated, Timer

_LONGEST = 32 * 86_400_000
"""No stated stretch is longer; a search for what reaches into a span starts this much earlier."""
_STATED = "SELECT start, length, occupation, title, timed FROM stated"


class SqlStated:
    """Implements ``ports.stated.StatedBook``."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def stated(self, within: Span) -> tuple[Stated, ...]:
        """Return the stretches that touch a span, by start."""
        rows = self._db.execute(
            f"{_STATED} WHERE start > ? AND start < ? AND start + length > ? ORDER BY start",
            (within.start - _LONGEST, within.end, within.start),
        )
        return tuple(_stated(row) for row in rows)

    def at(self, start: Instant) -> Stated | None:
        """Return the stretch that begins at an instant."""
        row = self._db.execute(f"{_STATED} WHERE start = ?", (start,)).fetchone()
        return _stated(row) if row else None

    def put(self, stated: Stated) -> None:
        """Keep a stretch, in place of one that began at the same instant."""
        if any(other.span.start != stated.span.start for other in self.stated(stated.span)):
            raise BadInput("time.stated")
        self._db.execute(
            "INSERT OR REPLACE INTO stated (start, length, occupation, title, timed) VALUES (?, ?, ?, ?, ?)",
            (stated.span.start, stated.span.length, stated.occupation, stated.title, int(stated.timed)),
        )

    def drop(self, start: Instant) -> None:
        """Forget the stretch that begins at an instant."""
        self._db.execute("DELETE FROM stated WHERE start = ?", (start,))

    def timer(self) -> Timer | None:
        """Return the timer that runs."""
        row = self._db.execute("SELECT start, occupation, title, matter FROM timer").fetchone()
        if row is None:
            return None
        start, occupation, title, matter = row
        return Timer(
            Instant(start), Occupation(occupation), TitleId(title), None if matter is None else MatterId(matter)
        )

    def put_timer(self, timer: Timer | None) -> None:
        """Keep that a timer runs, or that none does."""
        self._db.execute("DELETE FROM timer")
        if timer is not None:
            self._db.execute(
                "INSERT INTO timer VALUES (1, ?, ?, ?, ?)", (timer.start, timer.occupation, timer.title, timer.matter)
            )

    def cuts(self, within: Span) -> Mapping[TitleId, tuple[Instant, ...]]:
        """Return where the rows of each title are cut inside a span."""
        found: defaultdict[TitleId, list[Instant]] = defaultdict(list)
        rows = self._db.execute(
            "SELECT title, at FROM cut WHERE at > ? AND at < ? ORDER BY at", (within.start, within.end)
        )
        for title, at in rows:
            found[TitleId(title)].append(Instant(at))
        return {title: tuple(cuts) for title, cuts in found.items()}

    def put_cut(self, title: TitleId, at: Instant) -> None:
        """Cut the rows of a title."""
        self._db.execute("INSERT OR IGNORE INTO cut (at, title) VALUES (?, ?)", (at, title))

    def drop_cut(self, title: TitleId, at: Instant) -> None:
        """Join the rows again."""
        self._db.execute("DELETE FROM cut WHERE at = ? AND title = ?", (at, title))


def _stated(row: tuple[int, int, str, int | None, int]) -> Stated:
    start, length, occupation, title, timed = row
    span = Span(Instant(start), Instant(start + length))
    return Stated(span, Occupation(occupation), None if title is None else TitleId(title), bool(timed))

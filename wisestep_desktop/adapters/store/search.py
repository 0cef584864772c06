"""Titles by their words in SQL, and the visits behind them without an index that every visit would pay for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wisestep_desktop.adapters.store.connection import Connection
from wisestep_desktop.core.ids import TitleId
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.ports.search import Seen

_WORDS = re.compile(r"\w+")
_LATER = 6 * 3_600_000
"""Milliseconds by which a title's last visit may have begun after what is kept of it."""
_MOST_WORDS = 12
_FEW = 200


class SqlSearch:
    """Implements ``ports.search.SearchBook``."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def titles(self, text: str, limit: int) -> tuple[TitleId, ...]:
        """Return titles that hold every word of a text, newest first; the last word may be unfinished."""
        words = _WORDS.findall(text)[:_MOST_WORDS]
        if not words:
            return ()
        asked = " ".join(f'"{word}"' for word in words) + ("*" if not text[-1:].isspace() else "")
        rows = self._db.execute("SELECT rowid FROM said WHERE said MATCH ? ORDER BY rowid DESC LIMIT ?", (asked, limit))
        return tuple(TitleId(row[0]) for row in rows)

    def visits(self, titles: Iterable[TitleId], before: Instant | None, limit: int) -> tuple[Seen, ...]:
        """Return visits to some titles, newest first."""
        wanted = {*titles}
        some = (
            sorted(wanted) if len(wanted) <= _FEW else []
        )  # few are looked for by SQLite, many among all that is read
        only = f" AND title IN ({','.join('?' * len(some))})" if some else ""
        found: list[Seen] = []
        for start, end in reversed(self._stretches(wanted)):
            ends = end if before is None else min(end, before - 1)
            rows = self._db.execute(
                f"SELECT title, start, length FROM visit WHERE start >= ? AND start <= ?{only} ORDER BY start DESC",  # noqa: S608
                (start, ends, *some),
            )
            for title, at, length in rows:
                if title in wanted:
                    found.append(Seen(TitleId(title), Span(Instant(at), Instant(at + length))))
                    if len(found) == limit:
                        return tuple(found)
        return tuple(found)

    def _stretches(self, titles: set[TitleId]) -> list[tuple[int, int]]:
        """Return when any of the titles can have been in front, by start, none overlapping."""
        ends: list[tuple[int, int]] = []
        listed = sorted(titles)
        for first in range(0, len(listed), 500):
            some = listed[first : first + 500]
            marks = ",".join("?" * len(some))
            ends += self._db.execute(
                f"SELECT first, last + ? FROM title WHERE id IN ({marks}) AND first IS NOT NULL",  # noqa: S608
                (_LATER, *some),
            ).fetchall()
        joined: list[tuple[int, int]] = []
        for start, end in sorted(ends):
            if joined and start <= joined[-1][1]:
                joined[-1] = (joined[-1][0], max(joined[-1][1], end))
            else:
                joined.append((start, end))
        return joined

"""Visits, presence, titles and tags in SQL."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import Any

from wisestep_desktop.adapters.store.connection import Connection
from wisestep_desktop.core.ids import MatterId, TitleId
from wisestep_desktop.core.matching import NO_MATCH, Candidate, Evidence, Match
from wisestep_desktop.core.matter_keys import Kind
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.presence import Presence, PresenceSpan, Proof
from wisestep_desktop.core.rows import TitleVisit
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.core.titles import plain
from wisestep_desktop.ports.capture import Health, SignalHealth, SignalName
from wisestep_desktop.ports.timeline import Ailment, Tag, Title

_TITLE = (
    "SELECT t.id, a.name, t.text, t.document, t.match, t.matched"
    " FROM title t JOIN application a ON a.id = t.application"
)
_WINDOW = "SELECT t.id, a.name, t.text, t.document FROM title t JOIN application a ON a.id = t.application"
_SEEN = (
    "UPDATE title SET first = min(coalesce(first, :at), :at), last = max(coalesce(last, :at), :at)"
    " WHERE id = :title AND (last IS NULL OR last < :at - 21600000 OR first > :at)"
)
"""Written some times a day at most: a search looks six hours further."""
_WEEK = 7 * 86_400_000
"""How far back a search for what touches a span looks; what is longer is found as the last to begin before it."""


class SqlTimeline:
    """Implements ``ports.store.TimelineBook``."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def open_visit(self, start: Instant, window: Window, *, exactly: bool = False) -> Title | None:
        """Begin a stored visit. One that began in the same millisecond and has no length gives way."""
        title = None if window.private else self._intern(window, exactly=exactly)
        self._db.execute(
            "INSERT INTO visit VALUES (?, 0, ?) ON CONFLICT DO UPDATE SET title = excluded.title, length = 0",
            (start, title.id if title else None),
        )
        if title is not None:
            self._db.execute(_SEEN, {"at": start, "title": title.id})
        return title

    def intern(self, window: Window) -> Title:
        """Return the title of a window, kept from now on."""
        return self._intern(window, exactly=True)

    def extend_visit(self, start: Instant, end: Instant) -> None:
        """Move the end of a visit."""
        self._db.execute("UPDATE visit SET length = ? WHERE start = ?", (max(0, end - start), start))

    def put_presence(self, stay: PresenceSpan) -> None:
        """Write a stretch, replacing what was known of one that began at the same instant."""
        self._db.execute(
            "INSERT INTO presence VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET length = excluded.length, state = excluded.state, proof = excluded.proof",
            (stay.span.start, stay.span.length, stay.presence, stay.proof),
        )

    def put_ailment(self, span: Span, health: SignalHealth) -> None:
        """Write that a signal was not well, replacing an earlier end of the same stretch."""
        self._db.execute(
            "INSERT INTO ailment VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET length = excluded.length",
            (health.signal, span.start, span.length, health.health, health.reason),
        )

    def ailments(self, within: Span) -> tuple[Ailment, ...]:
        """Return the stretches that touch a span in which a signal was not well."""
        rows = self._db.execute(
            "SELECT signal, start, length, health, reason FROM ailment"
            " WHERE start < ? AND start + length > ? ORDER BY start, signal",
            (within.end, within.start),
        )
        return tuple(
            Ailment(
                Span(Instant(start), Instant(start + length)),
                SignalHealth(SignalName(signal), Health(health), reason),
            )
            for signal, start, length, health, reason in rows
        )

    def visits(self, within: Span) -> tuple[TitleVisit, ...]:
        """Return the visits that touch a span."""
        return tuple(
            TitleVisit(Span(start, Instant(start + length)), None if title is None else TitleId(title))
            for start, length, title in self._touching("visit", "title", within)
        )

    def presence(self, within: Span) -> tuple[PresenceSpan, ...]:
        """Return the stretches that touch a span."""
        return tuple(
            PresenceSpan(Span(start, Instant(start + length)), Presence(state), None if proof is None else Proof(proof))
            for start, length, state, proof in self._touching("presence", "state, proof", within)
        )

    def _touching(self, table: str, columns: str, within: Span) -> list[tuple[Any, ...]]:
        rows = self._db.execute(
            f"SELECT start, length, {columns} FROM {table}"  # noqa: S608  the names are our own literals
            f" WHERE start >= min(?, coalesce((SELECT max(start) FROM {table} WHERE start <= ?), ?))"
            " AND start < ? AND start + length > ? ORDER BY start",
            (within.start - _WEEK, within.start, within.start, within.end, within.start),
        )
        return list(rows)

    def recorded_until(self) -> Instant | None:
        """Return the newest instant of any record."""
        row = self._db.execute(
            "SELECT max(ends) FROM"
            " (SELECT max(start + length) AS ends FROM (SELECT * FROM visit ORDER BY start DESC LIMIT 50)"
            " UNION ALL SELECT max(start + length) FROM (SELECT * FROM presence ORDER BY start DESC LIMIT 50))"
        ).fetchone()
        return None if row[0] is None else Instant(row[0])

    def titles(self, ids: Iterable[TitleId]) -> Mapping[TitleId, Title]:
        """Return the titles by id."""
        found: dict[TitleId, Title] = {}
        for some in _portions(sorted(set(ids))):
            marks = ",".join("?" * len(some))
            for row in self._db.execute(f"{_TITLE} WHERE t.id IN ({marks})", some):
                title = _title(row)
                found[title.id] = title
        return found

    def windows(self, before: TitleId | None, limit: int) -> tuple[tuple[TitleId, Window], ...]:
        """Return titles, newest first: the newest of all, or those before one."""
        last = 2**62 if before is None else before
        return _windows(self._db.execute(f"{_WINDOW} WHERE t.id < ? ORDER BY t.id DESC LIMIT ?", (last, limit)))

    def unread(self, limit: int) -> tuple[tuple[TitleId, Window], ...]:
        """Return titles that no matcher has read yet."""
        return _windows(self._db.execute(f"{_WINDOW} WHERE t.matched = '' LIMIT ?", (limit,)))

    def open_time(self, within: Span) -> Mapping[TitleId, int]:
        """Return the milliseconds of visits that begin in a span, by title, without what is tagged or in an entry."""
        rows = self._db.execute(
            "SELECT title, sum(length) FROM visit v WHERE start >= ? AND start < ? AND title IS NOT NULL"
            " AND NOT EXISTS (SELECT 1 FROM tag WHERE tag.title = v.title AND hour <= v.start"
            " AND hour > v.start - 3600000)"
            " AND NOT EXISTS (SELECT 1 FROM entry_part p WHERE p.title = v.title AND p.start < v.start + v.length"
            " AND p.start + p.length > v.start AND p.start > v.start - 604800000)"
            " GROUP BY title",
            (within.start, within.end),
        )
        return {TitleId(title): millis for title, millis in rows}

    def save_matches(self, matches: Iterable[tuple[TitleId, Match]], version: str) -> None:
        """Keep what a matcher said; what it said before costs no write."""
        self._db.executemany(
            "UPDATE title SET match = ?1, matched = ?2 WHERE id = ?3 AND (match IS NOT ?1 OR matched = '')",
            [(_match_text(match), version, title) for title, match in matches],
        )

    def assigned(self, titles: Sequence[TitleId]) -> Mapping[TitleId, MatterId]:
        """Return the matters of some titles."""
        found: dict[TitleId, MatterId] = {}
        for some in _portions(titles):
            marks = ",".join("?" * len(some))
            sql = f"SELECT id, assigned FROM title WHERE id IN ({marks}) AND assigned IS NOT NULL"  # noqa: S608
            found.update((TitleId(title), MatterId(matter)) for title, matter in self._db.execute(sql, some))
        return found

    def keep_matches(self, titles: Iterable[TitleId]) -> None:
        """Hold what titles say, and let them be seen no more."""
        self._db.executemany(
            "UPDATE title SET digest = iif(kept IS NULL, randomblob(12), digest), kept = match WHERE id = ?",
            [(each,) for each in titles],
        )

    def kept(self, titles: Sequence[TitleId]) -> Mapping[TitleId, Match]:
        """Return what is held of some titles."""
        found: dict[TitleId, Match] = {}
        for some in _portions(titles):
            marks = ",".join("?" * len(some))
            sql = f"SELECT id, kept FROM title WHERE id IN ({marks}) AND kept IS NOT NULL"  # noqa: S608
            found.update((TitleId(title), _match(kept)) for title, kept in self._db.execute(sql, some))
        return found

    def tags(self, within: Span) -> tuple[Tag, ...]:
        """Return what a person said about the rows of some hours."""
        rows = self._db.execute(
            "SELECT title, hour, matter, trashed FROM tag WHERE hour >= ? AND hour < ?", (within.start, within.end)
        )
        return tuple(
            Tag(TitleId(title), Instant(hour), None if matter is None else MatterId(matter), bool(trashed))
            for title, hour, matter, trashed in rows
        )

    def put_tag(self, tag: Tag) -> None:
        """Keep what a person says of a row."""
        self._db.execute(
            "INSERT INTO tag VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET matter = excluded.matter, trashed = excluded.trashed",
            (tag.hour, tag.title, tag.matter, int(tag.trashed)),
        )

    def drop_tag(self, title: TitleId, hour: Instant) -> None:
        """Forget what a person said of a row."""
        self._db.execute("DELETE FROM tag WHERE hour = ? AND title = ?", (hour, title))

    def forget_tags(self) -> None:
        """Forget every tag with a matter; what is in the trash stays there."""
        self._db.execute("DELETE FROM tag WHERE matter IS NOT NULL")
        self._db.execute("UPDATE title SET kept = NULL, match = NULL, matched = '' WHERE kept IS NOT NULL")

    def _intern(self, window: Window, *, exactly: bool) -> Title:
        digest = _digest(window, exactly=exactly)
        row = self._db.execute(f"{_TITLE} WHERE t.digest = ?", (digest,)).fetchone()
        if row:
            return _title(row)
        self._db.execute("INSERT OR IGNORE INTO application (name) VALUES (?)", (window.application,))
        new = self._db.execute(
            "INSERT INTO title (digest, application, text, document)"
            " VALUES (?, (SELECT id FROM application WHERE name = ?), ?, ?) RETURNING id",
            (digest, window.application, window.title, window.document),
        ).fetchone()
        return Title(TitleId(new[0]), window, NO_MATCH, "")


def _portions(titles: Sequence[TitleId]) -> Iterable[Sequence[TitleId]]:
    """Part titles into as many as one statement takes."""
    return (titles[first : first + 500] for first in range(0, len(titles), 500))


def _windows(rows: Iterable[tuple[int, str, str, str | None]]) -> tuple[tuple[TitleId, Window], ...]:
    return tuple((TitleId(title), Window(name, text, document)) for title, name, text, document in rows)


def _digest(window: Window, *, exactly: bool) -> bytes:
    title = f"\x1e{window.title}" if exactly else plain(window)
    told = "\x1f".join((window.application, title, window.document or ""))
    return blake2b(told.encode(), digest_size=12).digest()


def _title(row: tuple[int, str, str, str | None, str | None, str]) -> Title:
    number, application, text, document, match, matched = row
    return Title(TitleId(number), Window(application, text, document), _match(match), matched)


def _match_text(match: Match) -> str | None:
    if not match.candidates:
        return None
    told = [[each.matter, each.p, [_told(find) for find in each.evidence]] for each in match.candidates]
    return json.dumps([match.assigned, told], ensure_ascii=False, separators=(",", ":"))


def _match(text: str | None) -> Match:
    if text is None:
        return NO_MATCH
    assigned, told = json.loads(text)
    return Match(
        assigned,
        tuple(Candidate(MatterId(matter), p, tuple(_evidence(*find) for find in finds)) for matter, p, finds in told),
    )


def _told(find: Evidence) -> list[str | int]:
    return [find.kind, find.start, find.end, find.text, *(() if find.at is None else (find.at,))]


def _evidence(kind: str, start: int, end: int, text: str, at: int | None = None) -> Evidence:
    return Evidence(Kind(kind), text, start, end, None if at is None else Instant(at))

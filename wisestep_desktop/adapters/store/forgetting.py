"""Taking back what was recorded, in SQL. Knows every table in which a title leaves a trace."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from wisestep_desktop.adapters.store.connection import Connection
from wisestep_desktop.adapters.store.learning import grow
from wisestep_desktop.adapters.store.matters import touch
from wisestep_desktop.core.learning import features
from wisestep_desktop.core.matter_keys import told
from wisestep_desktop.core.normalise import telling, words
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.posting import OURS_TO_EDIT
from wisestep_desktop.core.redaction import application_key, folded
from wisestep_desktop.core.spans import Instant, Span, subtract
from wisestep_desktop.ports.timeline import Forgotten

_WEEK = 7 * 86_400_000
"""No stay is longer; a search for what reaches into a span starts this much earlier."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A row of ``visit``, ``presence`` or ``entry_part``."""

    span: Span
    title: int | None = None
    entry: int | None = None


class SqlForgetting:
    """Implements ``ports.store.ForgettingBook``."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def span(self, within: Span) -> Forgotten:
        """Forget every visit and presence inside a span."""
        visits = self._touching("visit", "title, NULL", within)
        for visit in visits:
            self._db.execute("DELETE FROM visit WHERE start = ?", (visit.span.start,))
            for rest in subtract((visit.span,), (within,)):
                self._db.execute("INSERT INTO visit VALUES (?, ?, ?)", (rest.start, rest.length, visit.title))
        self._cut_presence(within)
        gone = self._cut_stated(within)
        drafts, kept = self._let_go(self._touching("entry_part", "title, entry", within), (within,))
        titles = self._drop_unused({visit.title for visit in visits} | gone)
        lost = [span for visit in visits if (span := visit.span.clip(within))]
        return Forgotten(len(lost), sum(span.length for span in lost), titles, drafts, kept)

    def application(self, name: str) -> Forgotten:
        """Forget every visit to an application."""
        wanted = application_key(name)
        rows = self._db.execute("SELECT t.id, a.name FROM title t JOIN application a ON a.id = t.application")
        return self._titles({title for title, application in rows if application_key(application) == wanted})

    def word(self, text: str) -> Forgotten:
        """Forget every visit to a title or document that contains a text; a blank text forgets nothing."""
        wanted = folded(text)
        if not wanted:
            return Forgotten()
        rows = self._db.execute("SELECT id, text, document FROM title")
        found = {title for title, said, document in rows if wanted in folded(said) or wanted in folded(document or "")}
        self._unlearn_word(wanted)
        return self._titles(found)

    def _titles(self, titles: set[int]) -> Forgotten:
        """Forget every visit to some titles, and the titles."""
        if not titles:
            return Forgotten()
        self._db.execute("CREATE TEMP TABLE IF NOT EXISTS doomed (id INTEGER PRIMARY KEY)")
        self._db.execute("DELETE FROM temp.doomed")
        self._db.executemany("INSERT INTO temp.doomed VALUES (?)", [(title,) for title in titles])
        doomed = "title IN (SELECT id FROM temp.doomed)"
        visits, millis = self._db.execute(
            f"SELECT count(*), coalesce(sum(length), 0) FROM visit WHERE {doomed}"  # noqa: S608  our own literal
        ).fetchone()
        self._db.execute(f"DELETE FROM visit WHERE {doomed}")  # noqa: S608
        self._db.execute(f"DELETE FROM stated WHERE {doomed}")  # noqa: S608
        self._db.execute(f"DELETE FROM timer WHERE {doomed}")  # noqa: S608
        parts = self._db.execute(f"SELECT start, length, title, entry FROM entry_part WHERE {doomed}")  # noqa: S608
        drafts, kept = self._let_go(_stretches(parts), None)
        gone = self._drop_unused(titles)
        self._db.execute("DELETE FROM temp.doomed")
        return Forgotten(visits, millis, gone, drafts, kept)

    def _let_go(self, parts: Iterable[_Stretch], within: tuple[Span, ...] | None) -> tuple[int, int]:
        """Take forgotten seconds out of drafts; what was sent keeps its hours and loses its evidence."""
        drafts, kept = set(), set()
        for part in parts:
            forgotten = (part.span,) if within is None else tuple(s for w in within if (s := part.span.clip(w)))
            rest = subtract((part.span,), forgotten)
            self._db.execute("DELETE FROM entry_part WHERE start = ?", (part.span.start,))
            claims = [(span, part.title) for span in rest]
            if self._is_ours(part.entry):
                drafts.add(part.entry)
            else:
                kept.add(part.entry)
                claims += [(span, self._bare_title()) for span in forgotten]
            for span, title in claims:
                self._db.execute(
                    "INSERT INTO entry_part VALUES (?, ?, ?, ?)", (span.start, span.length, title, part.entry)
                )
        for entry in drafts:
            self._drop_empty(entry)
        return len(drafts), len(kept)

    def _is_ours(self, entry: int | None) -> bool:
        row = self._db.execute("SELECT state FROM entry WHERE id = ?", (entry,)).fetchone()
        return row is not None and row[0] in {state.value for state in OURS_TO_EDIT}

    def _drop_empty(self, entry: int | None) -> None:
        """A draft that nothing is left of goes too: its text was about what is forgotten."""
        self._db.execute(
            "DELETE FROM entry WHERE id = ? AND by_hand = 0"
            " AND NOT EXISTS (SELECT 1 FROM entry_part WHERE entry_part.entry = entry.id)",
            (entry,),
        )

    def _bare_title(self) -> int:
        """Return the title that says nothing, for seconds whose evidence is forgotten."""
        self._db.execute("INSERT OR IGNORE INTO application (name) VALUES ('')")
        self._db.execute(
            "INSERT OR IGNORE INTO title (digest, application, text)"
            " VALUES (x'00', (SELECT id FROM application WHERE name = ''), '')"
        )
        return int(self._db.execute("SELECT id FROM title WHERE digest = x'00'").fetchone()[0])

    def _drop_unused(self, titles: set[int | None] | set[int]) -> int:
        """Delete the titles among these that nothing points at any more, with what was learned from them."""
        said: set[str] = set()

        def unlearn(title: int) -> None:
            said.update(self._unlearn(title))

        gone = drop_unused(self._db, titles, unlearn)
        if said:
            grow(self._db)
            self._unlearn_phrases(said)
        return gone

    def _unlearn(self, title: int | None) -> set[str]:
        """What was learned from a title says what the title said; return that."""
        row = self._db.execute(
            "SELECT a.name, t.text, t.document FROM title t JOIN application a ON a.id = t.application WHERE t.id = ?",
            (title,),
        ).fetchone()
        if row is None:
            return set()
        self._db.executemany(
            "DELETE FROM lesson WHERE trait = ? AND key = ?",
            [(each.trait, each.key) for each in features(Window(*row))],
        )
        return {_said(text) for text in row[1:] if text}

    def _unlearn_phrases(self, said: set[str]) -> None:
        """Forget phrases, agreed on or declined, that forgotten titles had and no other has."""
        kept: list[str] | None = None
        for table in ("phrase", "declined"):
            for (key,) in self._db.execute(f"SELECT DISTINCT key FROM {table}").fetchall():  # noqa: S608
                phrase = _said(key)
                if not any(phrase in each for each in said):
                    continue
                if kept is None:
                    rows = self._db.execute("SELECT text, document FROM title")
                    kept = [_said(text) for row in rows for text in row if text]
                if not any(phrase in each for each in kept):
                    self._db.execute(f"DELETE FROM {table} WHERE key = ?", (key,))  # noqa: S608
                    touch(self._db)

    def _unlearn_word(self, wanted: str) -> None:
        """Forget what was learned or agreed on with a text in it, wherever it came from."""
        as_key = " ".join(telling(words(wanted))) or wanted  # all that is kept of what was declined
        for table in ("lesson", "phrase", "declined"):
            shown = "key" if table == "declined" else "text"
            for key, text in self._db.execute(f"SELECT key, {shown} FROM {table}").fetchall():  # noqa: S608
                if wanted in folded(text) or wanted in key or (table == "declined" and as_key in key):
                    self._db.execute(f"DELETE FROM {table} WHERE key = ?", (key,))  # noqa: S608
        touch(self._db)
        grow(self._db)

    def _cut_presence(self, within: Span) -> None:
        rows = self._db.execute(
            "SELECT start, length, state, proof FROM presence WHERE start > ? AND start < ? AND start + length > ?",
            (within.start - _WEEK, within.end, within.start),
        ).fetchall()
        for start, length, state, proof in rows:
            self._db.execute("DELETE FROM presence WHERE start = ?", (start,))
            for rest in subtract((Span(start, Instant(start + length)),), (within,)):
                self._db.execute("INSERT INTO presence VALUES (?, ?, ?, ?)", (rest.start, rest.length, state, proof))

    def _cut_stated(self, within: Span) -> set[int | None]:
        """Take a span out of what was stated, and end a timer that ran in it; return whose titles that were."""
        gone: set[int | None] = set()
        for start, length, occupation, title, timed in self._db.execute(
            "SELECT start, length, occupation, title, timed FROM stated WHERE start < ? AND start + length > ?",
            (within.end, within.start),
        ).fetchall():
            gone.add(title)
            self._db.execute("DELETE FROM stated WHERE start = ?", (start,))
            for rest in subtract((Span(start, Instant(start + length)),), (within,)):
                self._db.execute(
                    "INSERT INTO stated VALUES (?, ?, ?, ?, ?)", (rest.start, rest.length, occupation, title, timed)
                )
        for (title,) in self._db.execute("SELECT title FROM timer WHERE start < ?", (within.end,)).fetchall():
            gone.add(title)
            self._db.execute("UPDATE timer SET start = max(start, ?)", (within.end,))
        return gone

    def _touching(self, table: str, columns: str, within: Span) -> tuple[_Stretch, ...]:
        rows = self._db.execute(
            f"SELECT start, length, {columns} FROM {table}"  # noqa: S608  the names are our own literals
            " WHERE start > ? AND start < ? AND (start + length > ? OR start >= ?)",
            (within.start - _WEEK, within.end, within.start, within.start),
        )
        return _stretches(rows)


def drop_unused(
    connection: Connection, titles: set[int | None] | set[int], before: Callable[[int], None] | None = None
) -> int:
    """Delete the titles among these that nothing points at any more, and applications without titles; count them.

    Args:
        connection: for writing.
        titles: to look at; None is a private window, which has no title.
        before: hears of each title before it goes.
    """
    connection.execute("CREATE INDEX visit_title ON visit (title)")  # only now: it would cost a third of each visit
    gone = 0
    for title in titles:
        if title is None or connection.execute(_USES, {"title": title}).fetchone() is not None:
            continue
        if before is not None:
            before(title)
        connection.execute("DELETE FROM tag WHERE title = ?", (title,))
        connection.execute("DELETE FROM cut WHERE title = ?", (title,))
        gone += connection.execute("DELETE FROM title WHERE id = ?", (title,)).rowcount
    connection.execute("DROP INDEX visit_title")
    connection.execute("DELETE FROM application WHERE id NOT IN (SELECT application FROM title)")
    return gone


def _said(text: str) -> str:
    """Return the words of a text by which names are looked for, so that one is in another as a whole word."""
    return f" {' '.join(told(text))} "


_USES = " UNION ALL ".join(
    f"SELECT 1 FROM {table} WHERE {table}.title = :title"  # noqa: S608  our own literals
    for table in ("visit", "entry_part", "stated", "timer")
)


def _stretches(rows: Iterable[tuple[int, int, int | None, int | None]]) -> tuple[_Stretch, ...]:
    return tuple(
        _Stretch(Span(Instant(start), Instant(start + length)), title, entry) for start, length, title, entry in rows
    )

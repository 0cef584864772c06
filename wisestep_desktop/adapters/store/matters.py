"""The cache of matters and activity types in SQL."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace

from wisestep_desktop.adapters.store.connection import Connection
from wisestep_desktop.core.ids import ActivityTypeId, MatterId
from wisestep_desktop.core.matters import ActivityType, Matter, MatterMark, MatterStatus
from wisestep_desktop.core.spans import Instant

_COLUMNS = "id, name, reference, status, clients, modified, gone, billable"
_ALIASES = "(SELECT json_group_array(text) FROM (SELECT text FROM matter_alias WHERE matter = id ORDER BY text))"
_PHRASES = "(SELECT json_group_array(text) FROM (SELECT text FROM phrase WHERE matter = id ORDER BY text))"
_BEYOND = 2**63
"""The first number that no column can hold."""
_Row = tuple[int, str, str | None, str, str, int | None, int, int | None]


class SqlMatters:
    """Implements ``ports.store.MatterBook``."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def matters(self) -> tuple[Matter, ...]:
        """Return every matter by id."""
        aliases: dict[int, list[str]] = {}
        for matter, text in self._db.execute("SELECT matter, text FROM matter_alias ORDER BY matter, text"):
            aliases.setdefault(matter, []).append(text)
        phrases: dict[int, list[str]] = {}
        for matter, text in self._db.execute("SELECT matter, text FROM phrase ORDER BY text"):
            phrases.setdefault(matter, []).append(text)
        rows = self._db.execute(f"SELECT {_COLUMNS} FROM matter ORDER BY id")  # noqa: S608
        return tuple(_matter(row, tuple(aliases.get(row[0], ())), tuple(phrases.get(row[0], ()))) for row in rows)

    def matter(self, matter: MatterId) -> Matter | None:
        """Return one matter."""
        if not -_BEYOND < matter < _BEYOND:
            return None
        wanted = f"{_COLUMNS}, {_ALIASES}, {_PHRASES}"
        row = self._db.execute(f"SELECT {wanted} FROM matter WHERE id = ?", (matter,)).fetchone()  # noqa: S608
        return _matter(row[:-2], *(tuple(json.loads(texts)) for texts in row[-2:])) if row else None

    def count(self, upto: MatterId | None = None) -> int:
        """Return how many matters are there."""
        last = _BEYOND - 1 if upto is None else upto
        return int(self._db.execute("SELECT count(*) FROM matter WHERE NOT gone AND id <= ?", (last,)).fetchone()[0])

    def put_matters(self, matters: Iterable[Matter]) -> tuple[int, int]:
        """Add or update."""
        added = changed = 0
        telling = False
        for matter in matters:
            known = self.matter(matter.id)
            if known is not None and replace(known, aliases=matter.aliases, phrases=matter.phrases) == matter:
                continue
            telling |= known is None or _for_titles(known) != _for_titles(matter)
            added, changed = (added + 1, changed) if known is None else (added, changed + 1)
            self._db.execute(
                f"INSERT INTO matter ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"  # noqa: S608
                " name = excluded.name, reference = excluded.reference, status = excluded.status,"
                " clients = excluded.clients, modified = excluded.modified, gone = excluded.gone,"
                " billable = excluded.billable",
                _columns(matter),
            )
            if known is not None:
                self._keep_aliases(known, matter)
        if telling:
            touch(self._db)
        return added, changed

    def _keep_aliases(self, known: Matter, now: Matter) -> None:
        """Keep what a matter was called; what it is called now is no alias."""
        former = {text for text in (known.name, known.reference) if text} - {now.name, now.reference}
        self._db.executemany("INSERT OR IGNORE INTO matter_alias VALUES (?, ?)", [(now.id, text) for text in former])
        self._db.executemany(
            "DELETE FROM matter_alias WHERE matter = ? AND text = ?", [(now.id, now.name), (now.id, now.reference)]
        )

    def unlike(self, marks: Iterable[MatterMark]) -> tuple[MatterId, ...]:
        """Return the ids whose marks are not what is known."""
        different = []
        for mark in marks:
            row = self._db.execute("SELECT status, modified, gone FROM matter WHERE id = ?", (mark.id,)).fetchone()
            if row is None or (row[0], row[1], bool(row[2])) != (mark.status, mark.modified, mark.gone):
                different.append(mark.id)
        return tuple(different)

    def note_missing(self, walk: int, after: MatterId, last: MatterId | None, seen: Iterable[MatterId]) -> None:
        """Note what a walk did not meet between two ids."""
        self._db.execute(
            "UPDATE matter SET missed = ? WHERE id > ? AND id <= ? AND NOT gone"
            " AND id NOT IN (SELECT value FROM json_each(?))",
            (walk, after, _BEYOND - 1 if last is None else last, json.dumps(list(seen))),
        )

    def count_missing(self, walk: int) -> int:
        """Return how many matters a walk did not meet."""
        row = self._db.execute("SELECT count(*) FROM matter WHERE missed = ? AND NOT gone", (walk,)).fetchone()
        return int(row[0])

    def hide_missing(self, walk: int) -> int:
        """Mark what a walk did not meet as gone."""
        lost = int(self._db.execute("UPDATE matter SET gone = 1 WHERE missed = ? AND NOT gone", (walk,)).rowcount)
        if lost:
            touch(self._db)
        return lost

    def activity_types(self) -> tuple[ActivityType, ...]:
        """Return the activity types in use, by name."""
        rows = self._db.execute(
            "SELECT id, name, description FROM activity_type WHERE in_use ORDER BY name COLLATE NOCASE, id"
        )
        return tuple(ActivityType(ActivityTypeId(number), name, text) for number, name, text in rows)

    def activity_type(self, activity_type: ActivityTypeId) -> ActivityType | None:
        """Return one activity type, also one no longer in use."""
        row = self._db.execute(
            "SELECT id, name, description FROM activity_type WHERE id = ?", (activity_type,)
        ).fetchone()
        return ActivityType(ActivityTypeId(row[0]), row[1], row[2]) if row else None

    def put_activity_types(self, types: Sequence[ActivityType]) -> None:
        """Replace the list; what vanishes is kept for old entries."""
        self._db.execute("UPDATE activity_type SET in_use = 0")
        self._db.executemany(
            "INSERT OR REPLACE INTO activity_type VALUES (?, ?, ?, 1)",
            [(each.id, each.name, each.description) for each in types],
        )

    def version(self) -> int:
        """Return the number of changes the cache has seen."""
        row = self._db.execute("SELECT value FROM fact WHERE name = 'matters.version'").fetchone()
        return int(row[0]) if row else 0

    def forget(self) -> None:
        """Empty the cache."""
        for table in ("matter", "matter_alias", "activity_type"):
            self._db.execute(f"DELETE FROM {table}")  # noqa: S608  our own literals
        touch(self._db)


def touch(connection: Connection) -> None:
    """Note that titles may mean other matters now."""
    connection.execute(
        "INSERT INTO fact VALUES ('matters.version', '1') ON CONFLICT DO UPDATE SET value = CAST(value AS INTEGER) + 1"
    )


def _for_titles(matter: Matter) -> tuple[object, ...]:
    """Return what titles are matched by; a matter that was merely opened must not have every title matched again."""
    return matter.name, matter.reference, matter.status, matter.clients, matter.gone


def _columns(matter: Matter) -> _Row:
    clients = json.dumps(matter.clients, ensure_ascii=False)
    billable = None if matter.billable is None else int(matter.billable)
    return matter.id, matter.name, matter.reference, matter.status, clients, matter.modified, int(matter.gone), billable


def _matter(row: _Row, aliases: tuple[str, ...], phrases: tuple[str, ...] = ()) -> Matter:
    number, name, reference, status, clients, modified, gone, billable = row
    return Matter(
        MatterId(number),
        name,
        reference,
        MatterStatus(status),
        tuple(json.loads(clients)),
        None if modified is None else Instant(modified),
        bool(gone),
        None if billable is None else bool(billable),
        aliases,
        phrases,
    )

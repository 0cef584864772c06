"""The cache of matters and activity types in SQL."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from wisestep_desktop.adapters.store.connection import Connection
from wisestep_desktop.core.ids import ActivityTypeId, MatterId
from wisestep_desktop.core.matters import ActivityType, Matter, MatterStatus
from wisestep_desktop.core.spans import Instant

_COLUMNS = "id, name, reference, status, clients, modified, gone"
_BEYOND = 2**63
"""The first number that no column can hold."""
_Row = tuple[int, str, str | None, str, str, int | None, int]


class SqlMatters:
    """Implements ``ports.store.MatterBook``."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def matters(self) -> tuple[Matter, ...]:
        """Return every matter by id."""
        return tuple(_matter(row) for row in self._db.execute(f"SELECT {_COLUMNS} FROM matter ORDER BY id"))  # noqa: S608

    def matter(self, matter: MatterId) -> Matter | None:
        """Return one matter."""
        if not -_BEYOND < matter < _BEYOND:
            return None
        row = self._db.execute(f"SELECT {_COLUMNS} FROM matter WHERE id = ?", (matter,)).fetchone()  # noqa: S608
        return _matter(row) if row else None

    def put_matters(self, matters: Iterable[Matter]) -> tuple[int, int]:
        """Add or update."""
        added = changed = 0
        for matter in matters:
            known = self.matter(matter.id)
            if known == matter:
                continue
            added, changed = (added + 1, changed) if known is None else (added, changed + 1)
            self._db.execute(
                f"INSERT OR REPLACE INTO matter ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
                _columns(matter),
            )
        if added or changed:
            self._touch()
        return added, changed

    def keep_only(self, seen: Iterable[MatterId]) -> int:
        """Mark every other matter as gone."""
        keep = set(seen)
        here = [row[0] for row in self._db.execute("SELECT id FROM matter WHERE NOT gone")]
        lost = [(matter,) for matter in here if matter not in keep]
        if lost:
            self._db.executemany("UPDATE matter SET gone = 1 WHERE id = ?", lost)
            self._touch()
        return len(lost)

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
        self._db.execute("DELETE FROM matter")
        self._db.execute("DELETE FROM activity_type")
        self._touch()

    def _touch(self) -> None:
        self._db.execute(
            "INSERT INTO fact VALUES ('matters.version', '1')"
            " ON CONFLICT DO UPDATE SET value = CAST(value AS INTEGER) + 1"
        )


def _columns(matter: Matter) -> _Row:
    clients = json.dumps(matter.clients, ensure_ascii=False)
    return matter.id, matter.name, matter.reference, matter.status, clients, matter.modified, int(matter.gone)


def _matter(row: _Row) -> Matter:
    number, name, reference, status, clients, modified, gone = row
    return Matter(
        MatterId(number),
        name,
        reference,
        MatterStatus(status),
        tuple(json.loads(clients)),
        None if modified is None else Instant(modified),
        bool(gone),
    )

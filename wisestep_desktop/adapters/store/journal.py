"""Notes, row by row, what a transaction changes of what people edit, and puts it back.

Temporary triggers do the noting, so whatever a use case changes is noted, and no use case has to know.
"""

from __future__ import annotations

from collections.abc import Iterable

from wisestep_desktop.adapters.store.connection import Connection
from wisestep_desktop.adapters.store.learning import grow
from wisestep_desktop.adapters.store.matters import touch
from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.ports.store import Change, Edit

EDITED = ("tag", "entry", "entry_part", "stated", "timer", "cut", "lesson", "phrase", "declined")
"""The tables that a person's edits change. What was captured is not among them."""


class Journal:
    """Lives as long as the writing connection. Outside ``begin`` and ``take`` it notes nothing."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection
        self._columns = {table: columns(connection, table) for table in EDITED}
        widest = max(map(len, self._columns.values()))
        fields = ", ".join(f"{side}{number}" for side in ("o", "n") for number in range(widest))
        connection.execute("PRAGMA recursive_triggers = ON")  # a row that is replaced is a row that goes
        connection.execute("CREATE TEMP TABLE noting (on_ INTEGER NOT NULL)")
        connection.execute("INSERT INTO temp.noting VALUES (0)")
        connection.execute(f"CREATE TEMP TABLE noted (at INTEGER PRIMARY KEY, tab TEXT, went, came, {fields})")
        for table, names in self._columns.items():
            self._watch(table, names)

    def _watch(self, table: str, names: tuple[str, ...]) -> None:
        for event, old, new in (("INSERT", False, True), ("UPDATE", True, True), ("DELETE", True, False)):
            targets = [f"o{number}" for number in range(len(names)) if old]
            targets += [f"n{number}" for number in range(len(names)) if new]
            values = [f"old.{name}" for name in names if old] + [f"new.{name}" for name in names if new]
            self._db.execute(
                f"CREATE TEMP TRIGGER noted_{table}_{event} AFTER {event} ON main.{table}"  # noqa: S608  our own names
                " WHEN (SELECT on_ FROM temp.noting) BEGIN"
                f" INSERT INTO noted (tab, went, came, {', '.join(targets)})"
                f" VALUES ('{table}', {int(old)}, {int(new)}, {', '.join(values)}); END"
            )

    def begin(self) -> None:
        """Note from now on."""
        self._db.execute("DELETE FROM temp.noted")
        self._db.execute("UPDATE temp.noting SET on_ = 1")

    def take(self) -> Edit:
        """Stop noting; return what was noted."""
        self._db.execute("UPDATE temp.noting SET on_ = 0")
        widest = max(map(len, self._columns.values()))
        changes = []
        for _, table, went, came, *values in self._db.execute("SELECT * FROM temp.noted ORDER BY at"):
            width = len(self._columns[table])
            before = tuple(values[:width]) if went else None
            after = tuple(values[widest : widest + width]) if came else None
            if before != after:
                changes.append(Change(table, before, after))
        self._db.execute("DELETE FROM temp.noted")
        return Edit(tuple(changes))

    def revert(self, edit: Edit) -> None:
        """Put back what an edit changed, last change first.

        Raises:
            BadInput: ``edit.overtaken`` if something of it is not any more as the edit left it.
        """
        self._db.execute("PRAGMA defer_foreign_keys = ON")  # parts may come back before their entry
        for change in reversed(edit.changes):
            self._put_back(change)
        if any(self._lacks_title(change) for change in edit.changes):
            raise BadInput("edit.overtaken")
        touched = {change.table for change in edit.changes}
        if "lesson" in touched:
            grow(self._db)
        if touched & {"phrase", "declined"}:
            touch(self._db)

    def _lacks_title(self, change: Change) -> bool:
        """Tell whether a row came back whose title was forgotten meanwhile, by another program."""
        names = self._columns[change.table]
        if change.before is None or "title" not in names:
            return False
        title = change.before[names.index("title")]
        there = self._db.execute("SELECT 1 FROM title WHERE id = ?", (title,)).fetchone()
        return title is not None and there is None

    def _put_back(self, change: Change) -> None:
        names = self._columns[change.table]
        if change.after is None:
            done = self._insert(change.table, names, change.before or ())
        else:
            same = " AND ".join(f"{name} IS ?" for name in names)
            if change.before is None:
                statement = f"DELETE FROM {change.table} WHERE {same}"  # noqa: S608  our own names
                done = self._db.execute(statement, change.after).rowcount
            else:
                put = ", ".join(f"{name} = ?" for name in names)
                statement = f"UPDATE {change.table} SET {put} WHERE {same}"  # noqa: S608
                done = self._db.execute(statement, (*change.before, *change.after)).rowcount
        if done != 1:
            raise BadInput("edit.overtaken")

    def _insert(self, table: str, names: tuple[str, ...], values: tuple[object, ...]) -> int:
        marks = ", ".join("?" * len(names))
        statement = f"INSERT OR IGNORE INTO {table} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608  our own names
        return int(self._db.execute(statement, values).rowcount)


def columns(connection: Connection, table: str) -> tuple[str, ...]:
    """Return the names of a table's columns, in order."""
    rows: Iterable[tuple[int, str]] = connection.execute(f"PRAGMA table_info({table})")
    return tuple(row[1] for row in rows)

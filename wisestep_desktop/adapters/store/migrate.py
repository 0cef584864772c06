"""Brings a file to the present schema: numbered SQL files, one transaction each, after a copy. Refuses newer files."""

from __future__ import annotations

import re
import shutil
from importlib import resources
from pathlib import Path

from sqlcipher3 import dbapi2

from wisestep_desktop.adapters.store.connection import Connection, transaction, translated
from wisestep_desktop.core.errors import StoreError


def migrations() -> tuple[str, ...]:
    """Return the SQL of each step; step ``n`` (from 1) leads to schema ``n``."""
    folder = resources.files("wisestep_desktop.adapters.store") / "migrations"
    names = sorted(file.name for file in folder.iterdir() if re.fullmatch(r"\d{4}_\w+\.sql", file.name))
    return tuple((folder / name).read_text("utf-8") for name in names)


def schema_of(connection: Connection) -> int:
    """Return the number of the file's schema, 0 for an empty file."""
    with translated():
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: Connection, path: Path, program: str, steps: tuple[str, ...] | None = None) -> None:
    """Run every step the file has not seen; a failed step leaves the file as it was before that step.

    Args:
        connection: to the file, for writing.
        path: of the file; a copy is left beside it before a schema changes.
        program: our version, kept in the file for whoever finds it too new.
        steps: the migrations, those of this program by default.

    Raises:
        StoreError: ``store.newer`` if a newer program wrote the file.
    """
    steps = migrations() if steps is None else steps
    present = schema_of(connection)
    if present > len(steps):
        raise StoreError("store.newer", written_by=_written_by(connection))
    if 0 < present < len(steps):
        _copy(connection, path, present)
    for number in range(present, len(steps)):
        with transaction(connection):
            if schema_of(connection) > number:
                continue  # another process of ours was faster
            for statement in _statements(steps[number]):
                connection.execute(statement)
            connection.execute(
                "INSERT INTO about VALUES ('written_by', ?) ON CONFLICT DO UPDATE SET value = excluded.value",
                (program,),
            )
            connection.execute(f"PRAGMA user_version = {number + 1}")


def _copy(connection: Connection, path: Path, schema: int) -> None:
    """Copy the file as it stands, encrypted as it is."""
    with translated():
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    try:
        shutil.copy2(path, path.with_name(f"{path.name}.schema{schema}"))
    except OSError as error:
        raise StoreError("store.no_copy", reason=error.strerror or "") from error


def _written_by(connection: Connection) -> str:
    with translated():
        row = connection.execute("SELECT value FROM about WHERE name = 'written_by'").fetchone()
    return str(row[0]) if row else "?"


def _statements(script: str) -> list[str]:
    """Split a script of ours; a trigger has semicolons of its own."""
    bare = "\n".join(line.split("--", 1)[0] for line in script.splitlines())
    whole: list[str] = []
    pending = ""
    for piece in bare.split(";"):
        pending += f"{piece};"
        if dbapi2.complete_statement(pending):
            whole.append(pending.strip().rstrip(";").rstrip())
            pending = ""
    return [statement for statement in whole if statement]

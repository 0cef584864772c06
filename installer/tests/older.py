"""A timeline with time in it as an older version left it, and what the present one is to make of it."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from wisestep_desktop.adapters.store.connection import connect
from wisestep_desktop.adapters.store.migrate import migrate, migrations

OLDER = "0.0.9"
KEY = secrets.token_hex(32)
DAY = "2026-11-02"
NINE = 1_793_610_000_000
"""That day, nine o'clock UTC."""
_SCHEMAS = 10
"""How many that version knew."""


def write_timeline(folder: Path) -> bytes:
    """Leave half an hour of work in a folder; return the file as it is then."""
    file = folder / "timeline.db"
    with closing(connect(file, bytes.fromhex(KEY))) as connection:
        migrate(connection, file, OLDER, migrations()[:_SCHEMAS])
        connection.execute("INSERT INTO application VALUES (1, 'Word')")
        connection.execute(
            "INSERT INTO title (id, digest, application, text) VALUES (1, x'01', 1, 'Lease for Ostrava')"
        )
        connection.execute("INSERT INTO visit VALUES (?, ?, 1)", (NINE, 1_800_000))
        connection.execute("INSERT INTO presence VALUES (?, ?, 'active', NULL)", (NINE, 1_800_000))
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return file.read_bytes()


def assert_kept(folder: Path, before: bytes, timeline: Mapping[str, Any]) -> None:
    """See to it that the time is there, and that there is a copy of the file as it was."""
    (row,) = timeline["rows"]
    assert (row["application"], row["title"], row["seconds"]) == ("Word", "Lease for Ostrava", 1_800)
    assert [each.name for each in folder.glob("timeline.db.schema*")] == [f"timeline.db.schema{_SCHEMAS}"]
    assert (folder / f"timeline.db.schema{_SCHEMAS}").read_bytes() == before

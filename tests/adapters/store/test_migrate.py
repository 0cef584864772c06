"""Bringing a file up to date: step by step, with a copy, and never a file of a newer program."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.services.office import KEY, open_store
from wisestep_desktop.adapters.store.connection import Connection, connect
from wisestep_desktop.adapters.store.migrate import migrate, migrations, schema_of
from wisestep_desktop.core.errors import StoreError
from wisestep_desktop.core.posting import EntryState

NEXT = (*migrations(), "CREATE TABLE extra (name TEXT PRIMARY KEY) STRICT; INSERT INTO extra VALUES ('x');")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    store = open_store(tmp_path)
    store.write(lambda books: books.settings.put("appearance.theme", "dark")).result()
    store.close()
    return tmp_path / "timeline.db"


def tables(connection: Connection) -> set[str]:
    return {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_a_fresh_file_gets_every_step_and_no_copy(tmp_path: Path) -> None:
    path = tmp_path / "timeline.db"
    connection = connect(path, KEY)
    assert schema_of(connection) == 0
    migrate(connection, path, "1.2.3")
    assert schema_of(connection) == len(migrations())
    assert {"visit", "presence", "entry", "outbox"} <= tables(connection)
    connection.close()
    assert [each.name for each in tmp_path.iterdir() if "schema" in each.name] == []


def test_a_second_time_changes_nothing(file: Path) -> None:
    connection = connect(file, KEY)
    migrate(connection, file, "9.9.9")
    assert connection.execute("SELECT value FROM about WHERE name = 'written_by'").fetchone()[0] == "0.0.1"
    connection.close()


def test_a_newer_file_is_refused_naming_its_program(file: Path) -> None:
    connection = connect(file, KEY)
    migrate(connection, file, "4.5.6", NEXT)
    connection.close()
    with pytest.raises(StoreError, match=r"store\.newer") as refused:
        open_store(file.parent)
    assert refused.value.params == {"written_by": "4.5.6"}


def test_a_copy_is_made_before_a_change_and_opens_with_the_same_key(file: Path) -> None:
    connection = connect(file, KEY)
    migrate(connection, file, "4.5.6", NEXT)
    assert "extra" in tables(connection)
    connection.close()
    [copy] = [each for each in file.parent.iterdir() if "schema" in each.name]
    assert copy.name == f"timeline.db.schema{len(migrations())}"
    before = connect(copy, KEY)
    assert schema_of(before) == len(migrations())
    assert "extra" not in tables(before)
    assert before.execute("SELECT value FROM setting").fetchall() == [("dark",)]
    before.close()


@pytest.mark.parametrize(
    "bad", ["CREATE TABLE extra (x INTEGER) STRICT; INSERT INTO nowhere VALUES (1);", "DELETE FROM setting; NONSENSE"]
)
def test_a_failed_step_leaves_the_file_as_it_was(file: Path, bad: str) -> None:
    connection = connect(file, KEY)
    with pytest.raises(StoreError):
        migrate(connection, file, "4.5.6", (*migrations(), bad))
    assert schema_of(connection) == len(migrations())
    assert "extra" not in tables(connection)
    connection.close()
    store = open_store(file.parent)
    assert store.read(lambda books: books.settings.all()) == {"appearance.theme": "dark"}
    store.close()


def test_a_good_step_before_a_failed_one_is_kept(file: Path) -> None:
    connection = connect(file, KEY)
    with pytest.raises(StoreError):
        migrate(connection, file, "4.5.6", (*NEXT, "NONSENSE"))
    assert schema_of(connection) == len(NEXT)
    connection.close()


def test_without_room_for_a_copy_nothing_is_changed(file: Path) -> None:
    (file.parent / f"timeline.db.schema{len(migrations())}").symlink_to(file / "nowhere")
    connection = connect(file, KEY)
    with pytest.raises(StoreError, match=r"store\.no_copy"):
        migrate(connection, file, "4.5.6", NEXT)
    assert schema_of(connection) == len(migrations())
    connection.close()


def test_what_was_on_its_way_in_an_older_file_goes_on_from_where_it_was(tmp_path: Path) -> None:
    """Schema 2 kept a confirmation as the reason, and no instant from which finding nothing counts."""
    path = tmp_path / "timeline.db"
    connection = connect(path, KEY)
    migrate(connection, path, "0.0.1", migrations()[:2])
    columns = "work_date, zone, matter, narrative, charge, by_hand, state, posting_key, text_sent, billed_sent, reason"
    for values in (
        ("2026-03-16", "UTC", 1, "", "bill", 60_000, "uncertain", "ws-a", "", "0.02", "send.uncertain.dropped"),
        ("2026-03-16", "UTC", 1, "", "bill", 60_000, "queued", "ws-b", "", "0.02", "matter.closed_confirmed"),
    ):
        marks = ", ".join("?" * len(values))
        connection.execute(f"INSERT INTO entry ({columns}) VALUES ({marks})", values)  # noqa: S608  our own words
    connection.execute("INSERT INTO outbox VALUES (1, 1, 7000, 5000), (2, 0, 8000, NULL)")
    connection.close()
    store = open_store(tmp_path)
    doubted, confirmed = store.read(lambda books: books.entries.outbox())
    assert (doubted.state, doubted.attempts, doubted.settles) == (EntryState.UNCERTAIN, 1, 95_000)
    assert (confirmed.state, confirmed.settles, confirmed.reason) == (EntryState.QUEUED, None, None)
    entries = store.read(lambda books: books.entries.entries())
    assert [entry.closed_too for entry in entries] == [False, True]
    store.close()

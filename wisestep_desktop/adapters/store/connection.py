"""Opens the encrypted file and translates what the database says. Knows keys and pragmas, refuses to know tables."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from wisestep_desktop.core.errors import KeyUnavailable, StoreError

Connection = Any
"""A DB-API connection of sqlcipher3, which ships no types."""

_WRITING_CACHE, _READING_CACHE = 1_000, 4_000
"""KiB of decrypted pages kept in memory. SQLCipher's own 8,000 would make a tray app grow all day for nothing."""

_BUSY_TIMEOUT = 10_000
"""Milliseconds to wait for another process of ours that is writing."""


def connect(path: Path, key: bytes, *, read_only: bool = False) -> Connection:
    """Open the file under a raw 256-bit key; create it unless ``read_only``.

    The connection belongs to whoever uses it from one thread at a time.

    Raises:
        StoreError: if the file cannot be opened.
        KeyUnavailable: ``store.wrong_key`` if the key does not open it (or the file is no timeline at all).
    """
    if len(key) != 32:
        raise KeyUnavailable("key.length", bytes=len(key))
    with translated():
        connection = dbapi2.connect(
            str(path),
            isolation_level=None,
            check_same_thread=False,
            timeout=_BUSY_TIMEOUT / 1000,
            cached_statements=256,
        )
        try:
            connection.execute("PRAGMA cipher_log_level = NONE")  # SQLCipher writes to stderr of its own accord
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            _configure(connection, read_only=read_only)
        except BaseException:
            connection.close()
            raise
    return connection


def cipher_versions() -> dict[str, str]:
    """Return the versions of SQLCipher, of what encrypts for it, and of SQLite in it; opens no file."""
    with translated():
        connection = dbapi2.connect(":memory:")
        try:
            connection.execute("PRAGMA key = 'none'")  # before that it says nothing of what encrypts
            asked = ("PRAGMA cipher_version", "PRAGMA cipher_provider", "PRAGMA cipher_provider_version")
            cipher, provider, version = (str((connection.execute(each).fetchone() or ("-",))[0]) for each in asked)
        finally:
            connection.close()
    return {"sqlcipher": f"{cipher} ({provider}: {version})", "sqlite": dbapi2.sqlite_version}


def _configure(connection: Connection, *, read_only: bool) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA temp_store = MEMORY")  # a temporary file would not be encrypted
    connection.execute(f"PRAGMA cache_size = -{_READING_CACHE if read_only else _WRITING_CACHE}")
    if read_only:
        connection.execute("PRAGMA query_only = ON")
    else:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")  # in WAL mode a kill loses nothing that was committed


@contextmanager
def transaction(connection: Connection, begin: str = "BEGIN IMMEDIATE") -> Iterator[None]:
    """Run the block in one transaction: all of it is kept, or none.

    Raises:
        StoreError: if the database refuses.
    """
    with translated():
        connection.execute(begin)
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


@contextmanager
def translated() -> Iterator[None]:
    """Turn the database's errors into ours; the only place that reads its messages."""
    try:
        yield
    except dbapi2.Error as error:
        raise _translate(error) from error


_MEANINGS = (
    ("file is not a database", "store.wrong_key"),
    ("disk is full", "store.disk_full"),
    ("disk I/O error", "store.disk_error"),
    ("readonly", "store.read_only"),
    ("unable to open", "store.cannot_open"),
    ("locked", "store.busy"),
    ("malformed", "store.damaged"),
)


def _translate(error: dbapi2.Error) -> StoreError | KeyUnavailable:
    said = str(error)
    for words, code in _MEANINGS:
        if words in said:
            return KeyUnavailable(code) if code == "store.wrong_key" else StoreError(code)
    return StoreError("store.failed", kind=type(error).__name__)

"""One file, one writer thread, one reading connection. Knows order and transactions, not what is written."""

from __future__ import annotations

import os
import queue
import tempfile
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any, TypeVar

from wisestep_desktop.adapters.store.books import SqlBooks
from wisestep_desktop.adapters.store.connection import connect, transaction, translated
from wisestep_desktop.adapters.store.journal import Journal
from wisestep_desktop.adapters.store.migrate import migrate
from wisestep_desktop.core.errors import StoreError, WiseStepError
from wisestep_desktop.ports.store import Books, Edit

T = TypeVar("T")
_Job = tuple[Callable[[], Any], "Future[Any]"]

FILE = "timeline.db"


class SqlStore:
    """The timeline in a folder, opened and brought up to date.

    Args:
        folder: created if missing, for this user only.
        key: 32 bytes; a new file is encrypted under it.
        program: our version, kept in the file.

    Raises:
        StoreError: if the folder or file cannot be used, or the file is newer than the program.
        KeyUnavailable: if the key does not open the file.
    """

    def __init__(self, folder: Path, key: bytes, program: str) -> None:
        self._path = prepare_folder(folder) / FILE
        self._writer = connect(self._path, key)
        try:
            self._path.chmod(0o600)
            migrate(self._writer, self._path, program)
            self._journal = Journal(self._writer)
            self._reader = connect(self._path, key, read_only=True)
        except BaseException:
            self._writer.close()
            raise
        self._reading = threading.Lock()
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._closed = False
        self._asking = threading.Lock()
        self._thread = threading.Thread(target=self._run, name="store", daemon=False)
        self._thread.start()

    @property
    def path(self) -> Path:
        """Return where the file is."""
        return self._path

    def write(self, job: Callable[[Books], T]) -> Future[T]:
        """Run ``job`` on the writer thread, in a transaction of its own."""

        def in_a_transaction() -> T:
            with transaction(self._writer):
                return job(SqlBooks(self._writer))

        return self._ask(in_a_transaction)

    def edit(self, job: Callable[[Books], T]) -> Future[tuple[T, Edit]]:
        """Run ``job`` as ``write`` does, noting what it changes of what people edit."""

        def noting() -> tuple[T, Edit]:
            with transaction(self._writer):
                self._journal.begin()
                result = job(SqlBooks(self._writer))
                return result, self._journal.take()

        return self._ask(noting)

    def revert(self, edit: Edit) -> Future[Edit]:
        """Put back what an edit changed, wholly or not at all."""

        def reverting() -> Edit:
            with transaction(self._writer):
                self._journal.revert(edit)
            return edit.inverse

        return self._ask(reverting)

    def scrub(self) -> Future[None]:
        """Leave no trace of what was deleted: free pages, the write-ahead log and copies made before an update."""
        return self._ask(self._scrub)

    def read(self, job: Callable[[Books], T]) -> T:
        """Run ``job`` here and now on one consistent picture."""
        with self._reading:
            if self._closed:
                raise StoreError("store.closed")
            with transaction(self._reader, "BEGIN"):
                return job(SqlBooks(self._reader))

    def close(self) -> None:
        """Finish what was asked, then close the file and join the thread. May be called again."""
        with self._asking:
            if self._closed:
                return
            self._closed = True
            self._jobs.put(None)
        self._thread.join()
        with self._reading, translated():
            self._reader.close()

    def _ask(self, job: Callable[[], T]) -> Future[T]:
        future: Future[T] = Future()
        with self._asking:  # nothing may be asked after the last job
            closed = self._closed
            if not closed:
                self._jobs.put((job, future))
        if closed:
            future.set_exception(StoreError("store.closed"))
        return future

    def _scrub(self) -> None:
        for copy in self._path.parent.glob(f"{self._path.name}.schema*"):
            _wipe(copy)
        with translated():
            self._writer.execute("VACUUM")  # deleted rows were overwritten already; this gives their pages back
            busy, _, _ = self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise StoreError("store.busy")

    def _run(self) -> None:
        while (task := self._jobs.get()) is not None:
            _perform(*task)
        with translated():
            self._writer.close()


def _wipe(path: Path) -> None:
    """Overwrite a file, then delete it."""
    try:
        with path.open("r+b") as file:
            file.write(b"\0" * path.stat().st_size)
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
    except OSError as error:
        raise StoreError("store.copy_kept", file=path.name, reason=error.strerror or "") from error


def _perform(job: Callable[[], Any], future: Future[Any]) -> None:
    """Run one job; its error belongs to whoever asked, and the writer goes on."""
    if not future.set_running_or_notify_cancel():
        return
    try:
        result = job()
    except WiseStepError as error:
        future.set_exception(error)
    except Exception as error:  # noqa: BLE001  a fault of ours: it must reach the caller, not end the only writer
        future.set_exception(error)
    else:
        future.set_result(result)


def prepare_folder(folder: Path) -> Path:
    """Make the folder, for this user only.

    Raises:
        StoreError: ``store.no_folder`` if it cannot be made or written to.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass  # a name of its own: two programs may start at the same moment
    except OSError as error:
        raise StoreError("store.no_folder", folder=str(folder), reason=error.strerror or "") from error
    return folder

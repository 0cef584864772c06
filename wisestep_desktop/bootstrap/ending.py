"""Looks back at how the program ended the last time, and watches over it until it ends again."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from pathlib import Path

from wisestep_desktop import __version__
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.adapters.system.faults import FaultFiles, facts
from wisestep_desktop.adapters.system.logs import NAME, log_kept_in
from wisestep_desktop.ports.clock import Clock
from wisestep_desktop.services import crashes

_log = logging.getLogger("wisestep.start")


@contextlib.contextmanager
def watched(folder: Path, store: SqlStore, clock: Clock, qt: str) -> Iterator[FaultFiles]:
    """Keep the log, and write down what ends the program within the block; first look back at the time before.

    A report is made only of an end that something written down can have caused. A kill or a power cut leaves a line in
    the log.
    """
    files = FaultFiles(folder, folder / NAME, facts(__version__, qt))
    left = files.left()
    at = None if left is None else left.at
    crashed = left is not None and left.fault is not None and store.read(lambda books: crashes.ended_by(books, left.at))
    if left is not None and crashed and files.keep(left):
        store.write(lambda books: crashes.note(books, left.at, clock.zone())).result()
    with log_kept_in(folder), files.watched():
        if at is not None:
            _log.info("ended.unexpectedly" if crashed else "ended.abruptly")
        yield files

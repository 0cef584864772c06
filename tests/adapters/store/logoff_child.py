"""A process that records, is busy writing, and is told that the session ends; says until when all is durable.

Argument: the folder. After its one line it waits to be killed, as Windows does with who answered.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.fakes.clock import FakeClock
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services.capture import Recorder, Rules
from wisestep_desktop.services.matching import Recogniser


def busy(books: Books) -> None:
    """Write for a good while: a thousand visits of long ago in one transaction."""
    for number in range(1_000):
        start = Instant(1_000_000 + number * 1_000)
        books.timeline.open_visit(start, Window("Word", f"old {number}"))
        books.timeline.extend_visit(start, Instant(start + 900))


def main(folder: str) -> None:
    """Record, be busy, end."""
    clock = FakeClock()
    store = SqlStore(Path(folder), bytes(range(32)), "0.0.1")
    recorder = Recorder(store, clock, Recogniser(), lambda _books: Rules())
    recorder.window(Window("Word", "Lease"))
    for _ in range(20):
        clock.advance(3_000)
        recorder.tick(0)
    store.write(busy)
    recorder.window(Window("Word", "the last words"))
    clock.advance(2_345)
    recorder.suspending()
    os.write(1, f"{clock.read().wall}\n".encode())
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1])

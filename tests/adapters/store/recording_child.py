"""A process that records as fast as it can and says what it was told is durable, until somebody kills it.

Arguments: folder, seed, and the milliseconds at which its own clock starts. One JSON line for each fact:
``["ready"]``; ``["closed", start, end, title]`` once that visit is durable; ``["open", start, known]`` once the visit
that began at ``start`` is durable up to ``known``.
"""

from __future__ import annotations

import json
import os
import random
import sys
from pathlib import Path

from tests.fakes.clock import FakeClock
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.presence import Presence
from wisestep_desktop.core.visits import Visit
from wisestep_desktop.services.capture import Recorder, Rules
from wisestep_desktop.services.matching import Recogniser


def say(*words: object) -> None:
    """Write one line in one call, so that a kill cuts between lines."""
    os.write(1, (json.dumps(words) + "\n").encode())


def main(folder: str, seed: str, start: str) -> None:
    """Record until the end of this process."""
    dice = random.Random(int(seed))  # noqa: S311  a kill must be repeatable, nothing is secret
    clock = FakeClock(int(start))
    store = SqlStore(Path(folder), bytes(range(32)), "0.0.1")
    waiting: list[Visit] = []
    durable: list[list[object]] = []

    def closed(visit: Visit, _presence: Presence) -> None:
        waiting.append(visit)

    recorder = Recorder(store, clock, Recogniser(), lambda _books: Rules(), closed=closed)
    say("ready")
    number = 0
    while True:
        number += 1
        recorder.window(Window("Word", f"{seed}.{number}"))
        began = clock.read().wall
        durable = [["closed", visit.span.start, visit.span.end, visit.window.title] for visit in waiting]
        waiting.clear()
        store.write(lambda _books: None).result()
        for each in durable:
            say(*each)
        for _ in range(dice.randrange(4)):
            clock.advance(5_000)
            recorder.tick(0)
            store.write(lambda _books: None).result()
            say("open", began, clock.read().wall)
        clock.advance(dice.randrange(1, 5_000))


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Figures measured inside one process: the store, the matcher, the sync, and a title's way to the disk."""

from __future__ import annotations

import random
import threading
import time
from datetime import UTC
from pathlib import Path
from statistics import median, quantiles

from benchmarks.windows import XWindow
from wisestep_desktop import bootstrap
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.adapters.system.clock import SystemClock
from wisestep_desktop.core.instants import HOUR, SECOND, local_date
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.presence import Presence, PresenceSpan
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services.capture import Recorder, Rules
from wisestep_desktop.services.matching import Recogniser
from wisestep_desktop.services.timeline import read_day

Row = tuple[str, str, str]
KEY = bytes(range(32))
DAYS, EVENTS, TITLES = 250, 690, 24_000


def title_to_stored(folder: Path) -> list[Row]:
    """A title changes on a real display; how long until it is durable in the encrypted file."""
    store = SqlStore(folder, KEY, "bench")
    stored = threading.Event()
    recorder = Recorder(store, SystemClock(), Recogniser(), lambda _books: Rules(), stored=stored.set)
    watcher = bootstrap.watcher()
    delays: list[float] = []
    with XWindow("Bench", "warming up") as window:
        watcher.start(recorder)
        stored.wait(5)
        for number in range(60):
            time.sleep(1.1)  # as fast as one window may rename itself for long
            stored.clear()
            began = time.perf_counter()
            window.retitle(f"Deed {number} – HAR-2024-{number:03d}.docx – Word")
            if stored.wait(5):
                delays.append((time.perf_counter() - began) * 1_000)
    watcher.close()
    recorder.close()
    store.close()
    return [
        ("title change → stored, p50", "", f"{median(delays):.2f} ms"),
        ("title change → stored, p95", "≤ 50 ms (10)", f"{quantiles(delays, n=20)[-1]:.2f} ms of {len(delays)}"),
    ]


def _year(store: SqlStore) -> Instant:
    """Write a year of an attorney's windows; return its last instant."""
    chance = random.Random(7)
    windows = [Window(app, f"{_phrase(chance)} – {app}") for app in chance.choices(_APPS, k=TITLES)]
    at = 1_760_000_000_000

    def day(books: Books) -> None:
        nonlocal at
        start = at
        for _ in range(EVENTS):
            length = chance.randrange(2 * SECOND, 80 * SECOND)
            books.timeline.open_visit(Instant(at), chance.choice(windows))
            books.timeline.extend_visit(Instant(at), Instant(at + length))
            at += length
        for number in range(48):
            begin = start + number * (at - start) // 48
            end = start + (number + 1) * (at - start) // 48
            presence = Presence.AWAY if number % 6 == 5 else Presence.ACTIVE
            books.timeline.put_presence(PresenceSpan(Span(Instant(begin), Instant(end)), presence))

    for _ in range(DAYS):
        store.write(day).result()
        at += 14 * HOUR
    return Instant(at - 14 * HOUR)


_APPS = ("Word", "Outlook", "Google Chrome", "Adobe Acrobat", "Microsoft Teams", "Excel")
_WORDS = tuple(
    "deed lease settlement estate purchase contract advice council harbour northgate quay holdings wharf".split()  # noqa: SIM905
)


def _phrase(chance: random.Random) -> str:
    return f"{' '.join(chance.choices(_WORDS, k=7))} {chance.randrange(10_000, 99_999)}.docx"


def bytes_per_event(folder: Path) -> list[Row]:
    """How much of the disk a year takes, encrypted."""
    store = SqlStore(folder, KEY, "bench")
    _year(store)
    store.close()
    size = sum(file.stat().st_size for file in folder.iterdir())
    events = DAYS * (EVENTS + 48)
    return [
        ("storage, encrypted, per event (a year)", "≤ 60 bytes (45)", f"{size / events:.1f} bytes, {size / 1e6:.1f} MB")
    ]


def day_view(folder: Path) -> list[Row]:
    """How long it takes to read one day of a year-old file."""
    store = SqlStore(folder, KEY, "bench")
    last = _year(store)
    day = local_date(Instant(last - HOUR), UTC)
    times: list[float] = []
    rows = 0
    for _ in range(12):
        began = time.perf_counter()
        rows = len(store.read(lambda books: read_day(books, day, UTC)).rows)
        times.append((time.perf_counter() - began) * 1_000)
    store.close()
    return [("day of a year-old file, read (not painted)", "≤ 100 ms (40)", f"{median(times):.1f} ms, {rows} rows")]
